"""The outcome space: what every package is worth to both, and the points that theory names.

Sources: Nash (1950), *The Bargaining Problem*, Econometrica 18(2); Kalai and Smorodinsky (1975),
*Other Solutions to Nash's Bargaining Problem*, Econometrica 43(3).  On a finite set the
Kalai–Smorodinsky point is taken as the largest least share of each side's ideal gain.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from parley.games.bargaining.model import Package, packages
from parley.games.bargaining.state import State

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


@dataclass(frozen=True)
class OutcomeSpace:
    """Every package as a point (value to you, value to them), in points of 100, and the play in it.

    ``offers`` are (round, who, own, theirs), with who ``"you"`` or ``"they"``; ``leave`` is what
    each has without agreement; ``lawful`` are the points inside your red lines.
    """

    points: tuple[Point, ...]
    lawful: tuple[Point, ...]
    frontier: tuple[Point, ...]
    nash: tuple[Point, ...]
    kalai_smorodinsky: tuple[Point, ...]
    offers: tuple[tuple[int, str, float, float], ...]
    agreement: Point | None
    leave: Point
    you: str
    they: str


def outcome_space(state: State) -> OutcomeSpace:
    """Return the outcome space of a play that is over, with the type that was really there.

    Parameters
    ----------
    state : State
        The last state of the play.

    Returns
    -------
    OutcomeSpace
        Red lines bind: the frontier and the named points are those you were allowed to sign.
    """
    numbers = state.variant.numbers
    kind = numbers.kinds[state.variant.hidden]

    def point(package: Package) -> Point:
        return numbers.own(package) / 100, kind.worth(numbers.terms, package) / 100

    everything = packages(numbers.terms.top, len(numbers.weights))
    lawful = {point(package) for package in everything if numbers.lawful(package)}
    leave = (float(numbers.reservation), float(kind.reservation))
    return OutcomeSpace(
        points=tuple(sorted({point(package) for package in everything})),
        lawful=tuple(sorted(lawful)),
        frontier=pareto_frontier(lawful),
        nash=nash_points(lawful, leave),
        kalai_smorodinsky=kalai_smorodinsky_points(lawful, leave),
        offers=_offers(state, point),
        agreement=point(state.package) if state.outcome == "agreed" else None,
        leave=leave,
        you=state.variant.words.you,
        they=state.variant.words.they,
    )


def _offers(
    state: State, point: Callable[[Package], Point]
) -> tuple[tuple[int, str, float, float], ...]:
    found = []
    for place, turn in enumerate(state.turns, start=1):
        if turn.step.kind == "offer":
            found.append((place, "you", *point(turn.step.package)))
        if turn.answer != "agree" and turn.step.kind != "walk-out":
            found.append((place, "they", *point(turn.offer)))
    return tuple(found)
