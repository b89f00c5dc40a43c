"""Naive players that a scenario must not reward: they stall, never concede, or split."""

from random import Random

from parley.games.bargaining import steps
from parley.games.bargaining.model import offers
from parley.games.bargaining.policies import POLICIES, Policy
from parley.games.bargaining.rules import Move, least_given, to_move
from parley.games.bargaining.state import State
from parley.games.bargaining.steps import Step


def stall(state: State, rng: Random) -> Move:
    """Adjourn to the last round, then take what lies there if it beats leaving."""
    return _last(state) or {"kind": "adjourn"}


def idle(state: State, rng: Random) -> Move:
    """Ask the same question in every round, then take what lies there if it beats leaving."""
    return _last(state) or to_move(state.variant, Step("ask", get=0))


def never_concede(state: State, rng: Random) -> Move:
    """Ask for everything in every round, the last one too."""
    return POLICIES["hard"](state, rng) if not _last(state) else {"kind": "walk-out"}


def split(state: State, rng: Random) -> Move:
    """Offer the middle between their offer and one's own last one; accept once they meet."""
    numbers = state.variant.numbers
    shown = steps.shown(numbers, state.info)
    own = [turn.step.package for turn in state.turns if turn.step.kind == "offer"]
    mine = own[-1] if own else tuple(numbers.terms.top for _ in numbers.weights)
    aim = (numbers.own(mine) + numbers.own(shown)) / 2
    worth = numbers.own(shown)
    if numbers.lawful(shown) and worth >= 100 * numbers.reservation and worth >= aim - 500:
        return {"kind": "accept"}
    middle = tuple((a + b) / 2 for a, b in zip(mine, shown, strict=True))
    nearest = min(
        offers(numbers, least_given(numbers, state.info)),
        key=lambda package: sum(abs(a - b) for a, b in zip(package, middle, strict=True)),
    )
    return to_move(state.variant, Step("offer", nearest))


NAIVE: dict[str, Policy] = {
    "stall": stall,
    "idle": idle,
    "never": never_concede,
    "split": split,
}


def _last(state: State) -> Move | None:
    """Return how to end in the last round: take their offer if it beats leaving."""
    numbers = state.variant.numbers
    if state.info.gone < numbers.terms.rounds - 1:
        return None
    shown = steps.shown(numbers, state.info)
    if numbers.lawful(shown) and numbers.own(shown) > 100 * numbers.reservation:
        return {"kind": "accept"}
    return {"kind": "walk-out"}
