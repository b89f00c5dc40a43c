"""Two-level games: talks whose result must also be ratified at home.

Two governments share a pie of size 1.  Each likes a larger share for itself, and each has a
parliament that ratifies only some results: its win-set.
"""

from parley.models.ranges import between

__all__ = ["agreement", "best_limit", "expected"]

FAIR = 0.5


def agreement(home: float, foreign: float) -> float | None:
    """Return the share on which two governments agree, within both win-sets.

    Without agreement neither has anything, so they would split the pie in half; a win-set that
    leaves this out moves the result to its own end.

    Parameters
    ----------
    home : float
        The least share that the parliament at home ratifies, 0 to 1.
    foreign : float
        The greatest share for us that the other parliament ratifies, 0 to 1.

    Returns
    -------
    float or None
        Our share; None if the win-sets have nothing in common.

    Raises
    ------
    parley.errors.ParleyError
        If a share lies outside 0 to 1.

    References
    ----------
    Putnam, R. (1988). Diplomacy and domestic politics: the logic of two-level games.
    International Organization 42:427-460; Schelling, T. (1960). The Strategy of Conflict, ch. 2.

    Examples
    --------
    >>> agreement(0, 1), agreement(0.6, 1), agreement(0.6, 0.55)
    (0.5, 0.6, None)
    """
    between("the least share ratified at home", home, 0, 1)
    between("the greatest share ratified abroad", foreign, 0, 1)
    return None if home > foreign else max(home, min(FAIR, foreign))


def expected(home: float, low: float, high: float) -> float:
    """Return what we expect when the other win-set is not known for certain.

    Parameters
    ----------
    home : float
        The least share that the parliament at home ratifies, 0 to 1.
    low, high : float
        The greatest share for us that the other parliament ratifies lies between these, each
        value as likely; 0 to 1, `high` not less than `low`.

    Returns
    -------
    float
        Our share on average, nothing counted where there is no agreement.

    Raises
    ------
    parley.errors.ParleyError
        If a share lies outside its range.

    Examples
    --------
    >>> expected(0.75, 0.5, 1)
    0.375
    """
    _check(home, low, high)
    if high - low < 1e-12:
        found = agreement(home, low)
        return 0.0 if found is None else found
    start = max(home, low)
    if start >= high:
        return 0.0
    if home >= FAIR:
        return home * (high - start) / (high - low)
    below, above = min(start, FAIR), min(high, FAIR)
    share = (above**2 - below**2) / 2 + FAIR * (high - max(start, above))
    return share / (high - low)


def best_limit(low: float, high: float) -> float:
    """Return the limit at home from which we expect most.

    Parameters
    ----------
    low, high : float
        As for `expected`.

    Returns
    -------
    float
        A share; 0 where to tie one's hands brings nothing.

    Raises
    ------
    parley.errors.ParleyError
        If a share lies outside its range.

    Examples
    --------
    >>> best_limit(0.7, 0.9), best_limit(0.4, 0.9)
    (0.7, 0.0)
    """
    _check(0, low, high)
    return low if low > FAIR else 0.0


def _check(home: float, low: float, high: float) -> None:
    between("the least share ratified at home", home, 0, 1)
    between("the least value of the other limit", low, 0, 1)
    between("the greatest value of the other limit", high, low, 1)
