"""Outcomes as pairs of worths: which of them no other beats, and which two theories choose.

Sources: Nash (1950), *The Bargaining Problem*, Econometrica 18(2); Kalai and Smorodinsky (1975),
*Other Solutions to Nash's Bargaining Problem*, Econometrica 43(3).  On a finite set the
Kalai–Smorodinsky point is taken as the largest least share of each side's ideal gain.
"""

from collections.abc import Callable, Iterable

__all__ = ["Point", "kalai_smorodinsky_points", "nash_points", "pareto_frontier"]

Point = tuple[float, float]


def pareto_frontier(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points that no other point beats for one side without harm to the other.

    Parameters
    ----------
    points : iterable of (float, float)
        What each outcome is worth to the two sides.

    Returns
    -------
    tuple of (float, float)
        The frontier, by rising value to the first side.

    Examples
    --------
    >>> pareto_frontier([(0, 3), (1, 1), (2, 2), (3, 0)])
    ((0, 3), (2, 2), (3, 0))
    """
    frontier: list[Point] = []
    for point in sorted(set(points), reverse=True):
        if not frontier or point[1] > frontier[-1][1]:
            frontier.append(point)
    return tuple(reversed(frontier))


def nash_points(points: Iterable[Point], leave: Point) -> tuple[Point, ...]:
    """Return the points with the largest product of gains over the value of leaving.

    Parameters
    ----------
    points : iterable of (float, float)
        What each outcome is worth to the two sides.
    leave : (float, float)
        What each side has without agreement.

    Returns
    -------
    tuple of (float, float)
        All maximisers; empty if no outcome is at least as good as leaving for both.

    Examples
    --------
    >>> nash_points([(4, 1), (3, 3), (1, 4)], (0, 0))
    ((3, 3),)
    """
    return _top(points, leave, lambda gain, ideal: gain[0] * gain[1])


def kalai_smorodinsky_points(points: Iterable[Point], leave: Point) -> tuple[Point, ...]:
    """Return the points with the largest least share of the ideal gains.

    Parameters
    ----------
    points : iterable of (float, float)
        What each outcome is worth to the two sides.
    leave : (float, float)
        What each side has without agreement.

    Returns
    -------
    tuple of (float, float)
        All maximisers that are on the frontier; empty if leaving is better for one side always.

    Examples
    --------
    >>> kalai_smorodinsky_points([(8, 0), (4, 3), (6, 1), (0, 4)], (0, 0))
    ((4, 3),)
    """
    return _top(points, leave, _least_share)


def _least_share(gain: Point, ideal: Point) -> float:
    return min(g / best if best else 1.0 for g, best in zip(gain, ideal, strict=True))


def _top(
    points: Iterable[Point], leave: Point, score: Callable[[Point, Point], float]
) -> tuple[Point, ...]:
    gains = {
        point: (point[0] - leave[0], point[1] - leave[1])
        for point in pareto_frontier(points)
        if point[0] >= leave[0] and point[1] >= leave[1]
    }
    if not gains:
        return ()
    ideal = (max(gain[0] for gain in gains.values()), max(gain[1] for gain in gains.values()))
    best = max(score(gain, ideal) for gain in gains.values())
    return tuple(point for point, gain in gains.items() if score(gain, ideal) >= best - 1e-9)
