"""Four ways to choose among the outcomes of a negotiation, on a finite set of them.

An outcome is a pair of worths, and leaving without agreement is one too.  Only outcomes count
that are worth as much as leaving to both sides or more, and of them only those of the Pareto
frontier.  Where there is none, the answer is that there is no agreement.  Ties are all listed.

The functions on pairs that the negotiation table uses for its review are the same ones.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from parley.models.outcomes import (
    Point,
    kalai_smorodinsky_points,
    nash_points,
    pareto_frontier,
)
from parley.models.ranges import between

__all__ = ["Point", "Solutions", "egalitarian_points", "solutions", "utilitarian_points"]

_TIE = 1e-9
_MOST = 1e9


@dataclass(frozen=True)
class Solutions:
    """What each of the four ways chooses; all that are equally good, by rising first worth.

    Attributes
    ----------
    frontier : tuple of (float, float)
        Outcomes that are not worse for both than another one, whether they beat leaving or not.
    nash : tuple of (float, float)
        Those with the greatest product of gains over leaving.
    kalai_smorodinsky : tuple of (float, float)
        Those with the greatest least share of what each side could gain at best.
    egalitarian : tuple of (float, float)
        Those with the greatest least gain.
    utilitarian : tuple of (float, float)
        Those with the greatest sum; it and the egalitarian one compare worths of two sides.
    """

    frontier: tuple[Point, ...]
    nash: tuple[Point, ...]
    kalai_smorodinsky: tuple[Point, ...]
    egalitarian: tuple[Point, ...]
    utilitarian: tuple[Point, ...]

    @property
    def agreement(self) -> bool:
        """Whether any outcome is worth as much as leaving to both."""
        return bool(self.nash)


def solutions(points: Iterable[Point], leave: Point) -> Solutions:
    """Return what four ways choose among outcomes.

    Parameters
    ----------
    points : iterable of (float, float)
        What each outcome is worth to the two sides.
    leave : (float, float)
        What each has without agreement.

    Returns
    -------
    Solutions
        All are empty but the frontier where there is no agreement.

    Raises
    ------
    parley.errors.ParleyError
        If a worth is not a number, or very large.

    References
    ----------
    Nash, J. (1950). The bargaining problem. Econometrica 18:155-162; Kalai, E. and Smorodinsky,
    M. (1975). Other solutions to Nash's bargaining problem. Econometrica 43:513-518; Kalai, E.
    (1977). Proportional solutions to bargaining situations. Econometrica 45:1623-1630.

    Examples
    --------
    >>> found = solutions([(10, 0), (8, 3), (5, 5), (0, 7)], (0, 0))
    >>> found.nash, found.kalai_smorodinsky, found.egalitarian, found.utilitarian
    (((5, 5),), ((5, 5),), ((5, 5),), ((8, 3),))
    """
    known = _checked(points, leave)
    return Solutions(
        pareto_frontier(known),
        nash_points(known, leave),
        kalai_smorodinsky_points(known, leave),
        egalitarian_points(known, leave),
        utilitarian_points(known, leave),
    )


def egalitarian_points(points: Iterable[Point], leave: Point) -> tuple[Point, ...]:
    """Return the outcomes with the greatest least gain over leaving.

    Parameters
    ----------
    points, leave
        As for `solutions`.

    Returns
    -------
    tuple of (float, float)
        All of them; empty where there is no agreement.

    Raises
    ------
    parley.errors.ParleyError
        If a worth is not a number, or very large.

    Examples
    --------
    >>> egalitarian_points([(10, 0), (8, 3), (4, 6)], (0, 1))
    ((4, 6),)
    """
    return _top(points, leave, min)


def utilitarian_points(points: Iterable[Point], leave: Point) -> tuple[Point, ...]:
    """Return the outcomes with the greatest sum of worths.

    Parameters
    ----------
    points, leave
        As for `solutions`.

    Returns
    -------
    tuple of (float, float)
        All of them; empty where there is no agreement.

    Raises
    ------
    parley.errors.ParleyError
        If a worth is not a number, or very large.

    Examples
    --------
    >>> utilitarian_points([(10, 1), (8, 3), (4, 6)], (0, 0))
    ((8, 3), (10, 1))
    """
    return _top(points, leave, sum)


def _top(
    points: Iterable[Point], leave: Point, score: Callable[[Point], float]
) -> tuple[Point, ...]:
    gains = {
        point: (point[0] - leave[0], point[1] - leave[1])
        for point in pareto_frontier(_checked(points, leave))
        if point[0] >= leave[0] and point[1] >= leave[1]
    }
    best = max(map(score, gains.values()), default=0.0)
    return tuple(point for point, gain in gains.items() if score(gain) >= best - _TIE)


def _checked(points: Iterable[Point], leave: Point) -> list[Point]:
    known = list(points)
    for point in (*known, leave):
        for worth in point:
            between("the worth of an outcome", worth, -_MOST, _MOST)
    return known
