"""Brinkmanship: the greatest risk of war that standing firm is worth, and how risks add up."""

from math import floor, log

from parley.models.ranges import between, ordered

__all__ = ["critical_risk", "cumulative_risk", "standing_firm", "steps_over"]


def critical_risk(win: float, concede: float, war: float) -> float:
    """Return the risk of war at which standing firm and giving way are worth the same.

    Parameters
    ----------
    win, concede, war : float
        What the three ends are worth, in any one unit; winning most, war least.

    Returns
    -------
    float
        A probability; below it standing firm is worth more.

    Raises
    ------
    parley.errors.ParleyError
        If the three do not fall in this order.

    References
    ----------
    Ellsberg, D. (1959). The theory and practice of blackmail. RAND P-3883; Jervis, R. (1972).
    Bargaining and bargaining tactics. NOMOS 14:272-288.

    Examples
    --------
    >>> critical_risk(10, 2, -30)
    0.2
    """
    ordered(winning=win, giving_way=concede, war=war)
    return (win - concede) / (win - war)


def standing_firm(risk: float, win: float, war: float) -> float:
    """Return what standing firm is worth on average: a lottery between winning and war.

    Parameters
    ----------
    risk : float
        The probability of war, 0 to 1.
    win, war : float
        What the two ends are worth, in any one unit.

    Returns
    -------
    float
        The expected worth, in the same unit.

    Raises
    ------
    parley.errors.ParleyError
        If the risk lies outside 0 to 1.

    Examples
    --------
    >>> standing_firm(0.2, 10, -30)
    2.0
    """
    between("the risk", risk, 0, 1)
    return (1 - risk) * win + risk * war


def cumulative_risk(risk: float, steps: int) -> float:
    """Return the risk that at least one of several steps ends in war.

    Parameters
    ----------
    risk : float
        The risk in each step, 0 to 1; no step changes another's.
    steps : int
        How many are taken, at least 0.

    Returns
    -------
    float
        A probability.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Schelling, T. (1966). Arms and Influence, ch. 3, on the threat that leaves something to chance.

    Examples
    --------
    >>> round(cumulative_risk(0.05, 13), 6)
    0.486658
    """
    between("the risk", risk, 0, 1)
    between("the number of steps", steps, 0, 1_000_000)
    return 1 - (1 - risk) ** steps


def steps_over(risk: float, limit: float) -> int:
    """Return the number of the step with which the risks together pass a limit.

    Parameters
    ----------
    risk : float
        The risk in each step, above 0 and below 1.
    limit : float
        The risk to pass, at least 0 and below 1.

    Returns
    -------
    int
        The first step after which the cumulative risk is greater than the limit.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> steps_over(0.05, 0.2)
    5
    """
    between("the risk", risk, 1e-6, 1 - 1e-6)
    between("the limit", limit, 0, 1 - 1e-6)
    return floor(round(log(1 - limit) / log(1 - risk), 9)) + 1
