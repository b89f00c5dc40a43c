"""What a good or a bad first day still means days later: a chain of two states."""

from parley.models.ranges import between

__all__ = ["carry_over", "long_run", "persistence"]


def persistence(hold: float, recover: float) -> float:
    """Return which share of a difference between two days is left a day later.

    Parameters
    ----------
    hold : float
        The probability that a day is good after a good one, 0 to 1.
    recover : float
        The probability that a day is good after a bad one, 0 to 1.

    Returns
    -------
    float
        Below 0, a good day tends to be followed by a bad one.

    Raises
    ------
    parley.errors.ParleyError
        If a probability lies outside 0 to 1.

    References
    ----------
    Kemeny, J. G. and Snell, J. L. (1960). Finite Markov Chains. Van Nostrand.

    Examples
    --------
    >>> persistence(0.9, 0.4)
    0.5
    """
    between("the probability after a good day", hold, 0, 1)
    between("the probability after a bad day", recover, 0, 1)
    return hold - recover


def carry_over(first: float, hold: float, recover: float, days: int) -> list[float]:
    """Return how likely each day is a good one.

    Parameters
    ----------
    first : float
        The probability that the first day is good, 0 to 1.
    hold, recover : float
        As for `persistence`.
    days : int
        How many days there are.

    Returns
    -------
    list of float
        One probability a day.

    Raises
    ------
    parley.errors.ParleyError
        If a probability lies outside 0 to 1.

    Examples
    --------
    >>> [round(share, 3) for share in carry_over(1, 0.9, 0.4, 4)]
    [1, 0.9, 0.85, 0.825]
    """
    between("the probability of a good first day", first, 0, 1)
    carried, found = persistence(hold, recover), [first]
    for _ in range(days - 1):
        found.append(recover + carried * found[-1])
    return found


def long_run(hold: float, recover: float) -> float | None:
    """Return how likely a day is good when the first one is long forgotten.

    Parameters
    ----------
    hold, recover : float
        As for `persistence`.

    Returns
    -------
    float or None
        None where the first day is never forgotten.

    Raises
    ------
    parley.errors.ParleyError
        If a probability lies outside 0 to 1.

    Examples
    --------
    >>> long_run(0.9, 0.4)
    0.8
    >>> long_run(1, 0) is None
    True
    """
    carried = persistence(hold, recover)
    return None if abs(carried) == 1 else round(recover / (1 - carried), 12)
