"""Power and benefits: who is content with the status quo, and who would rather fight.

Two states share a pie of size 1.  What each has today need not be what it could win by war.
"""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["Balance", "balance"]


@dataclass(frozen=True)
class Balance:
    """What war would give each side beyond what it has.

    Attributes
    ----------
    gain_a, gain_b : float
        Shares of the pie; at most one of them is above 0.
    """

    gain_a: float
    gain_b: float

    @property
    def dissatisfied(self) -> str:
        """The side that would rather fight, ``"A"`` or ``"B"``; empty if both are content."""
        if self.gain_a > 1e-12:
            return "A"
        return "B" if self.gain_b > 1e-12 else ""

    @property
    def concession(self) -> float:
        """The least share that must go to the dissatisfied side to make it content."""
        return max(0.0, self.gain_a, self.gain_b)


def balance(power: float, benefits: float, cost_a: float, cost_b: float) -> Balance:
    """Return what war would give each side beyond what it has.

    A is dissatisfied if its power, less what war costs it, exceeds its benefits.  Where nobody
    is dissatisfied nobody can threaten war and be believed.

    Parameters
    ----------
    power : float
        The probability that A wins a war, 0 to 1.
    benefits : float
        The share of the pie that A has today, 0 to 1.
    cost_a, cost_b : float
        What war costs each side, in shares of the pie, 0 to 1.

    Returns
    -------
    Balance
        The gains of both sides.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Powell, R. (1996). Stability and the distribution of power. World Politics 48:239-267;
    Powell, R. (1999). In the Shadow of Power, ch. 3.

    Examples
    --------
    >>> found = balance(0.75, 0.25, 0.125, 0.125)
    >>> found.dissatisfied, found.concession
    ('A', 0.375)
    """
    between("the power of A", power, 0, 1)
    between("the benefits of A", benefits, 0, 1)
    for cost in (cost_a, cost_b):
        between("a cost of war", cost, 0, 1)
    return Balance(power - cost_a - benefits, (1 - power) - cost_b - (1 - benefits))
