"""Preventive war: a side that grows weaker, and a promise that nobody can make it believe.

Two periods, the second one lasting.  A is strong now and will be weaker.  B could promise to be
content later with what is fair today, but cannot bind itself: once stronger, it asks for more.
"""

from parley.models.ranges import between

__all__ = ["attacks", "best_peace", "threshold", "worth_of_war"]


def worth_of_war(win: float, cost_a: float) -> float:
    """Return what a war now is worth to A.

    Parameters
    ----------
    win : float
        The probability that A wins a war now, 0 to 1.
    cost_a : float
        What war costs A, in shares of the pie, 0 to 1.

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
    >>> worth_of_war(0.75, 0.25)
    0.5
    """
    _check(win, cost_a)
    return win - cost_a


def best_peace(later: float, patience: float, cost_b: float) -> float:
    """Return the most that peace can be worth to A.

    It is the whole pie today and, in every later period, the most that B, by then stronger,
    would leave to A: what A could win by war, and what war would cost B.

    Parameters
    ----------
    later : float
        The probability that A wins a war later, 0 to 1.
    patience : float
        What a share keeps of its worth when it comes in the next period, 0.01 to 0.9999.
    cost_b : float
        What war costs B, in shares of the pie, 0 to 1.

    Returns
    -------
    float
        A share of the pie, on average over the periods.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> best_peace(0.5, 0.5, 0.25)
    0.875
    """
    _check(later, cost_b)
    between("the patience", patience, 0.01, 0.9999)
    return (1 - patience) + patience * min(1.0, later + cost_b)


def threshold(win: float, patience: float, cost_a: float, cost_b: float) -> float:
    """Return the later chance of winning below which A, now strong, attacks now.

    Parameters
    ----------
    win : float
        The probability that A wins a war now, 0 to 1.
    patience : float
        What a share keeps of its worth when it comes in the next period, 0.01 to 0.9999.
    cost_a, cost_b : float
        What war costs each side, in shares of the pie, 0 to 1.

    Returns
    -------
    float
        A probability; a negative one means that no decline makes war pay.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Derived from Fearon, J. (1995). Rationalist explanations for war. International Organization
    49:379-414, on preventive war, for two periods, the later one lasting.

    Examples
    --------
    >>> round(threshold(0.8, 0.9, 0.1, 0.1), 6)
    0.566667
    """
    _check(win, cost_a, cost_b)
    between("the patience", patience, 0.01, 0.9999)
    return (win - (1 - patience) - cost_a - patience * cost_b) / patience


def attacks(win: float, later: float, patience: float, cost_a: float, cost_b: float) -> bool:
    """Return whether war now is worth more to A than the best peace.

    Parameters
    ----------
    win, later : float
        The probabilities that A wins a war now and later, 0 to 1.
    patience, cost_a, cost_b : float
        As for `threshold`.

    Returns
    -------
    bool
        False where both are worth the same.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> attacks(0.8, 0.5, 0.9, 0.1, 0.1), attacks(0.8, 0.6, 0.9, 0.1, 0.1)
    (True, False)
    """
    return worth_of_war(win, cost_a) > best_peace(later, patience, cost_b) + 1e-12


def _check(win: float, *costs: float) -> None:
    between("the probability of winning", win, 0, 1)
    for cost in costs:
        between("a cost of war", cost, 0, 1)
