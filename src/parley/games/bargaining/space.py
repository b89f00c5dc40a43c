"""The outcome space: what every package is worth to both, and the points that theory names."""

from collections.abc import Callable
from dataclasses import dataclass

from parley.games.bargaining.model import Package, packages
from parley.games.bargaining.state import State
from parley.models.outcomes import (
    Point,
    kalai_smorodinsky_points,
    nash_points,
    pareto_frontier,
)


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
