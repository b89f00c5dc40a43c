"""Players that need no solution: passive, random, soft and hard."""

from collections.abc import Callable
from random import Random

from parley.games.bargaining import steps
from parley.games.bargaining.model import Package, offers
from parley.games.bargaining.rules import Move, least_given, refuse, to_move
from parley.games.bargaining.state import State
from parley.games.bargaining.steps import Step

Policy = Callable[[State, Random], Move]


def passive(state: State, rng: Random) -> Move:
    """Walk out at once."""
    return {"kind": "walk-out"}


def random(state: State, rng: Random) -> Move:
    """Take a kind of move uniformly among those open, then its fields uniformly."""
    variant, numbers = state.variant, state.variant.numbers
    options = _by_kind(state)
    if refuse(state, {"kind": "accept"}) is None:
        options["accept"] = [Step("accept")]
    found = offers(numbers, least_given(numbers, state.info))
    if found:
        options["offer"] = [Step("offer", package) for package in found]
    return to_move(variant, rng.choice(options[rng.choice(sorted(options))]))


def soft(state: State, rng: Random) -> Move:
    """Give until it hurts: accept what is no worse than leaving, else offer a little less."""
    numbers = state.variant.numbers
    shown = steps.shown(numbers, state.info)
    if numbers.lawful(shown) and numbers.own(shown) >= 100 * numbers.reservation:
        return {"kind": "accept"}
    left = numbers.terms.rounds - state.info.gone
    share = left / numbers.terms.rounds
    aim = 100 * numbers.reservation + (10_000 - 100 * numbers.reservation) * share * 0.8
    return _offer_near(state, aim)


def hard(state: State, rng: Random) -> Move:
    """Ask for everything to the end, then take what lies there if it beats leaving."""
    numbers = state.variant.numbers
    if state.info.gone < numbers.terms.rounds - 1:
        return _offer_near(state, 10_000)
    shown = steps.shown(numbers, state.info)
    if numbers.lawful(shown) and numbers.own(shown) > 100 * numbers.reservation:
        return {"kind": "accept"}
    return {"kind": "walk-out"}


POLICIES: dict[str, Policy] = {"passive": passive, "random": random, "soft": soft, "hard": hard}


def _by_kind(state: State) -> dict[str, list[Step]]:
    options: dict[str, list[Step]] = {"walk-out": [Step("walk-out")]}
    for step in steps.plain_steps(state.variant.numbers):
        options.setdefault(step.kind, []).append(step)
    return options


def _offer_near(state: State, aim: float) -> Move:
    """Offer the lawful package nearest to a value, the first among equals."""
    numbers = state.variant.numbers
    least = least_given(numbers, state.info)

    def distance(package: Package) -> float:
        return abs(numbers.own(package) - aim)

    return to_move(state.variant, Step("offer", min(offers(numbers, least), key=distance)))
