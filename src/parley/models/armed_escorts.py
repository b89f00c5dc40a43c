"""Armed escorts of aid convoys: each one protects itself, and makes all convoys look like a party.

An escort cuts the risk of its own convoy.  Each escorted convoy adds a little to the risk of
every convoy, because armed groups then take aid for a part of the force.
"""

from typing import NamedTuple

from parley.errors import ParleyError

__all__ = ["Escorts", "escorts"]


class Escorts(NamedTuple):
    """What escorts come to.

    Parameters
    ----------
    bare, guarded : float
        The risk of one convoy without and with an escort.
    attacks : float
        The attacks to be expected, over all convoys.
    """

    bare: float
    guarded: float
    attacks: float


def escorts(convoys: int, escorted: int, risk: float, cut: float, spill: float) -> Escorts:
    """Return the risks and the expected attacks when some convoys have an escort.

    Parameters
    ----------
    convoys, escorted : int
        How many convoys drive in a month, and how many of them have an escort.
    risk : float
        The risk of a convoy where nobody has an escort, from 0 to 1.
    cut : float
        The share of its own risk that an escort takes away, from 0 to 1.
    spill : float
        What each escorted convoy adds to the risk of every convoy, its own among them.

    Returns
    -------
    Escorts
        Risks stop at 1.

    Raises
    ------
    parley.errors.ParleyError
        If more convoys are escorted than there are.

    References
    ----------
    The course's own model, in the manner of Schelling, T. C. (1978). Micromotives and
    Macrobehavior, chapter 7.  For the signs: Inter-Agency Standing Committee (2013), Guidelines on
    the Use of Armed Escorts; Plowright, W. (2024), Journal of Humanitarian Affairs 5(3).

    Examples
    --------
    >>> found = escorts(20, 20, risk=0.1, cut=0.5, spill=0.01)
    >>> round(found.guarded, 2), round(found.attacks, 1)
    (0.15, 3.0)
    """
    if not 0 <= escorted <= convoys:
        raise ParleyError(
            f"From 0 to {convoys} of {convoys} convoys have an escort, not {escorted}. "
            "Choose a number in this range."
        )
    bare = min(1.0, risk + spill * escorted)
    guarded = (1 - cut) * bare
    return Escorts(bare, guarded, escorted * guarded + (convoys - escorted) * bare)
