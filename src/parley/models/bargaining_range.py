"""War as a failure to agree: the bargaining range, and a demand whose answer is uncertain.

Two sides dispute a pie of size 1.  In war A wins it with a probability, and war costs both.
"""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = [
    "Range",
    "bargaining_range",
    "best_demand",
    "expected",
    "war_risk",
]


@dataclass(frozen=True)
class Range:
    """The shares for A that both sides like at least as much as war.

    Attributes
    ----------
    low, high : float
        Shares of the pie, 0 to 1.
    """

    low: float
    high: float

    @property
    def width(self) -> float:
        """What peace saves."""
        return self.high - self.low


def bargaining_range(win: float, cost_a: float, cost_b: float) -> Range:
    """Return the shares for A that both sides like at least as much as war.

    Parameters
    ----------
    win : float
        The probability that A wins a war, 0 to 1.
    cost_a, cost_b : float
        What war costs each side, in shares of the pie, at least 0.

    Returns
    -------
    Range
        From ``win - cost_a`` to ``win + cost_b``, cut to the pie.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Fearon, J. (1995). Rationalist explanations for war. International Organization 49:379-414.

    Examples
    --------
    >>> bargaining_range(0.5, 0.25, 0.125)
    Range(low=0.25, high=0.625)
    """
    _check(win, cost_a, cost_b)
    return Range(max(0.0, win - cost_a), min(1.0, win + cost_b))


def war_risk(demand: float, win: float, greatest: float) -> float:
    """Return the probability that B refuses a demand and war follows.

    A does not know what war costs B, only that every cost from 0 to a greatest one is as likely.

    Parameters
    ----------
    demand : float
        The share that A asks for, take it or leave it, 0 to 1.
    win : float
        The probability that A wins a war, 0 to 1.
    greatest : float
        The greatest cost that B may have, in shares of the pie, above 0.

    Returns
    -------
    float
        A probability.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> round(war_risk(0.75, 0.6, 0.4), 6)
    0.375
    """
    between("the demand", demand, 0, 1)
    _check(win, greatest)
    if greatest == 0:
        return float(demand > win)
    return min(1.0, max(0.0, (demand - win) / greatest))


def expected(demand: float, win: float, cost_a: float, greatest: float) -> float:
    """Return what A expects from a demand: its share if B accepts, else a war.

    Parameters
    ----------
    demand, win, greatest : float
        As for `war_risk`.
    cost_a : float
        What war costs A, in shares of the pie, at least 0.

    Returns
    -------
    float
        A share of the pie; it can be negative.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> round(expected(0.75, 0.6, 0.1, 0.4), 6)
    0.65625
    """
    _check(win, cost_a)
    risk = war_risk(demand, win, greatest)
    return (1 - risk) * demand + risk * (win - cost_a)


def best_demand(win: float, cost_a: float, greatest: float) -> float:
    """Return the demand from which A expects most: the risk-return trade-off.

    Parameters
    ----------
    win, cost_a, greatest : float
        As for `expected`.

    Returns
    -------
    float
        ``win + (greatest - cost_a) / 2`` within the pie; ``win`` if war costs A more than it
        can ever cost B.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Fearon (1995), on private information; Powell, R. (1999). In the Shadow of Power, ch. 3.

    Examples
    --------
    >>> best_demand(0.6, 0.1, 0.4)
    0.75
    """
    _check(win, cost_a, greatest)
    return min(1.0, win + max(0.0, greatest - cost_a) / 2)


def _check(win: float, *costs: float) -> None:
    between("the probability of winning", win, 0, 1)
    for cost in costs:
        between("a cost of war", cost, 0, 1)
