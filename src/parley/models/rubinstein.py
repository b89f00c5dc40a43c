"""Alternating offers about a pie that shrinks: with a last round, and without."""

from parley.models.ranges import between

__all__ = ["endless", "finite"]

_ALMOST_ONE = 0.9999


def endless(first: float, second: float) -> tuple[float, float]:
    """Return the shares in alternating offers without a last round.

    Parameters
    ----------
    first, second : float
        Discount factors of who offers first and who offers second: the worth that a share keeps
        when it comes one round later, 0 to 0.9999.

    Returns
    -------
    tuple of float
        The shares of the two; they add up to 1, and are agreed at once.

    Raises
    ------
    parley.errors.ParleyError
        If a discount factor lies outside its range.

    References
    ----------
    Rubinstein, A. (1982). Perfect equilibrium in a bargaining model. Econometrica 50:97-109.

    Examples
    --------
    >>> [round(share, 6) for share in endless(0.9, 0.9)]
    [0.526316, 0.473684]
    """
    _check(first, second)
    share = (1 - second) / (1 - first * second)
    return share, 1 - share


def finite(first: float, second: float, rounds: int) -> tuple[float, float]:
    """Return the shares in alternating offers when the talks end after some rounds.

    Solved from the last round back: who offers last takes all, and in every round before, who
    offers leaves the other just what waiting is worth to it.

    Parameters
    ----------
    first, second : float
        Discount factors of who offers first and who offers second, 0 to 0.9999.
    rounds : int
        Offers that can be made, at least 1; after the last, neither has anything.

    Returns
    -------
    tuple of float
        The shares of the two; they add up to 1, and are agreed at once.

    Raises
    ------
    parley.errors.ParleyError
        If a discount factor or the number of rounds lies outside its range.

    References
    ----------
    Ståhl, I. (1972). Bargaining Theory. Stockholm School of Economics.

    Examples
    --------
    >>> round(finite(0.9, 0.9, 9)[0], 6)
    0.730221
    """
    _check(first, second)
    between("the number of rounds", rounds, 1, 1000)
    offers = 1.0  # what who offers keeps in the last round
    for number in range(rounds - 1, 0, -1):
        waits = second if number % 2 else first
        offers = 1 - waits * offers
    return offers, 1 - offers


def _check(first: float, second: float) -> None:
    for factor in (first, second):
        between("a discount factor", factor, 0, _ALMOST_ONE)
