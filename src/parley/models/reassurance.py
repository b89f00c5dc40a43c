"""Reassurance: a signal that is dear enough to be believed and cheap enough to be sent.

A state wants to be trusted.  Either it wants only security, or it wants more and would use the
trust.  It may first pay for a signal, such as a withdrawal; the other side sees it, and trusts
or does not.
"""

from dataclasses import dataclass
from typing import Literal

from parley.models.ranges import between

__all__ = ["Signal", "signal"]

Kind = Literal["not needed", "separates", "mixes", "too dear", "no use"]


@dataclass(frozen=True)
class Signal:
    """What follows from a signal of some cost.

    Attributes
    ----------
    kind : str
        ``"not needed"``: trust is there without it.  ``"separates"``: who wants only security
        sends it, who wants more does not.  ``"mixes"``: it is so cheap that some who want more
        send it too.  ``"too dear"``: nobody sends it.  ``"no use"``: who wants more would gain
        more by it, so it tells nothing, and nobody sends it.
    sends, pretends : float
        How often it is sent by who wants only security, and by who wants more.
    trusted : float
        How often the other side trusts who has sent it; without need of it, 1.
    belief : float
        How probable it then is that who has sent it wants only security.
    """

    kind: Kind
    sends: float
    pretends: float
    trusted: float
    belief: float


def signal(trust: float, needed: float, cost: float, honest: float, other: float) -> Signal:
    """Return the equilibrium that tells most.

    Parameters
    ----------
    trust : float
        The probability, before, that the state wants only security; 0 to 1.
    needed : float
        The trust from which the other side trusts, above 0 and below 1.
    cost : float
        What the signal costs, in any one unit, at least 0.
    honest, other : float
        What being trusted is worth to a state that wants only security, and to one that wants
        more, in the same unit, above 0.

    Returns
    -------
    Signal
        It separates if ``other < cost <= honest``.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    A model of one signal after Kydd, A. (2005). Trust and Mistrust in International Relations,
    on reassurance; the trust needed is that of Jervis, R. (1978). World Politics 30:167-214.

    Examples
    --------
    >>> signal(0.3, 0.5, 1.5, 2, 1)
    Signal(kind='separates', sends=1.0, pretends=0.0, trusted=1.0, belief=1.0)
    >>> found = signal(0.3, 0.5, 0.5, 2, 1)
    >>> found.kind, round(found.pretends, 4), found.trusted
    ('mixes', 0.4286, 0.5)
    """
    between("the trust", trust, 0, 1)
    between("the trust needed", needed, 1e-6, 1 - 1e-6)
    between("the cost of the signal", cost, 0, 1e9)
    for gain in (honest, other):
        between("the gain of being trusted", gain, 1e-9, 1e9)
    if trust >= needed:
        return Signal("not needed", 0.0, 0.0, 1.0, trust)
    if cost > honest:
        return Signal("too dear", 0.0, 0.0, 0.0, trust)
    if cost > other:
        return Signal("separates", 1.0, 0.0, 1.0, 1.0)
    if other >= honest:
        return Signal("no use", 0.0, 0.0, 0.0, trust)
    pretends = trust * (1 - needed) / ((1 - trust) * needed)
    return Signal("mixes", 1.0, pretends, cost / other, needed)
