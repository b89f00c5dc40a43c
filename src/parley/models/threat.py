"""A threat that may be a bluff: two types of A, and an audience that punishes backing down.

Payoffs of A and B at the ends: no threat (0, 1); B gives way (1, 0); A backs down after B has
resisted (-audience, 1); war (war, -loss).  A resolved A fights when B resists, because war is
worth more to it than backing down; an unresolved A backs down.
"""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["Equilibrium", "threat"]


@dataclass(frozen=True)
class Equilibrium:
    """What both sides do in equilibrium, as probabilities, and what they then have.

    Attributes
    ----------
    bluff : float
        How often an unresolved A threatens; a resolved A always does.
    resist : float
        How often B resists a threat.
    belief : float
        How probable it is to B, once it hears a threat, that A is resolved.
    needed : float
        The belief from which B gives way.
    payoff_a, payoff_b : float
        Expected payoffs, before A's type is known.
    war : float
        The probability of war.
    """

    bluff: float
    resist: float
    belief: float
    needed: float
    payoff_a: float
    payoff_b: float
    war: float


def threat(prior: float, loss: float, audience: float, war: float = 0.3) -> Equilibrium:
    """Solve the game of one threat between an A of two types and B.

    If a threat alone would not make B give way, B resists so often that bluffing pays an
    unresolved A nothing, and bluffs are so frequent that resisting pays B nothing.  Else every
    A threatens, and B gives way.

    Parameters
    ----------
    prior : float
        The probability that A is resolved, above 0 and below 1.
    loss : float
        What war costs B, where what is disputed is worth 1; above 0.
    audience : float
        What backing down costs A, in the same unit; above 0.
    war : float
        What war is worth to a resolved A, in the same unit, 0 to 1.

    Returns
    -------
    Equilibrium
        The perfect Bayesian equilibrium.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    A two-type model after Schultz, K. (1998). Domestic opposition and signaling in international
    crises. APSR 92:829-844; audience costs: Fearon, J. (1994). APSR 88:577-592.

    Examples
    --------
    >>> found = threat(0.25, 2, 0.5)
    >>> [round(number, 4) for number in (found.bluff, found.resist, found.belief)]
    [0.6667, 0.6667, 0.3333]
    """
    between("the probability that A is resolved", prior, 1e-6, 1 - 1e-6)
    between("B's loss in war", loss, 1e-6, 1e6)
    between("A's audience cost", audience, 1e-6, 1e6)
    between("the worth of war to a resolved A", war, 0, 1)
    needed = 1 / (1 + loss)
    if prior >= needed:
        return Equilibrium(1.0, 0.0, prior, needed, 1.0, 0.0, 0.0)
    bluff = prior * loss / (1 - prior)
    resist = 1 / (1 + audience)
    quiet = (1 - prior) * (1 - bluff)
    resolved = (1 - resist) + resist * war
    return Equilibrium(bluff, resist, needed, needed, prior * resolved, quiet, prior * resist)
