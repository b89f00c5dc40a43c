"""The score of a forecast: which penalty makes it best to say what one believes.

An event has some chance.  A forecaster says a probability, and pays for the distance to what
happens, which counts as 1 or 0: its square, as Brier proposed, or the plain distance.
"""

from parley.models.ranges import between

__all__ = ["distance_score", "square_score"]


def square_score(said: float, chance: float) -> float:
    """Return the average square of the distance between a forecast and what happens.

    Parameters
    ----------
    said : float
        The probability that was said, 0 to 1.
    chance : float
        The chance of the event, 0 to 1.

    Returns
    -------
    float
        0 is best, 1 is worst; the least is at ``said == chance``.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Brier, G. W. (1950). Monthly Weather Review 78:1-3, in the form for one event that comes or
    does not.

    Examples
    --------
    >>> [round(square_score(said, 0.7), 2) for said in (0.5, 0.7, 0.9)]
    [0.25, 0.21, 0.25]
    """
    _check(said, chance)
    return chance * (1 - said) ** 2 + (1 - chance) * said**2


def distance_score(said: float, chance: float) -> float:
    """Return the average plain distance between a forecast and what happens.

    Parameters
    ----------
    said, chance : float
        As for `square_score`.

    Returns
    -------
    float
        0 is best, 1 is worst; the least is at 0 or at 1.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> [round(distance_score(said, 0.7), 2) for said in (0.5, 0.7, 1)]
    [0.5, 0.42, 0.3]
    """
    _check(said, chance)
    return chance * (1 - said) + (1 - chance) * said


def _check(said: float, chance: float) -> None:
    between("the probability that was said", said, 0, 1)
    between("the chance of the event", chance, 0, 1)
