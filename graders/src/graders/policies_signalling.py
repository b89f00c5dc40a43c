"""Naive players that a crisis must not reward: one answer to everything, or an eye for an eye.

Each states the belief of the brief in every turn.
"""

from random import Random

from parley.games.signalling import steps
from parley.games.signalling.policies import Policy, prior
from parley.games.signalling.rules import Move, to_move
from parley.games.signalling.state import State


def always(act: str) -> Policy:
    """Return the player who does the same in every turn."""

    def play(state: State, rng: Random) -> Move:
        return to_move(act, prior(state))

    return play


def build_up(state: State, rng: Random) -> Move:
    """Build to the highest strength, and wait once it is reached."""
    top = state.variant.numbers.terms.top[0]
    return to_move("build" if state.info.levels.strength < top else "wait", prior(state))


def tit_for_tat(state: State, rng: Random) -> Move:
    """Threaten, within the law, after the rival pressed; give notice otherwise."""
    pressed = bool(state.turns) and state.turns[-1].answer == steps.PRESS
    return to_move("threaten" if pressed else "notify", prior(state))


def balance(state: State, rng: Random) -> Move:
    """Mend the level that is worst against its edge, whoever the rival may be."""
    numbers, levels = state.variant.numbers, state.info.levels
    if levels.strength < numbers.edge[0]:
        return to_move("build", prior(state))
    if levels.alarm >= numbers.edge[1]:
        return to_move("notify", prior(state))
    return to_move("cut" if levels.face >= numbers.edge[2] else "wait", prior(state))


NAIVE: dict[str, Policy] = {
    "notify": always("notify"),
    "pledge": always("pledge"),
    "invite": always("invite"),
    "threaten": always("threaten"),
    "cut": always("cut"),
    "build-up": build_up,
    "tit-for-tat": tit_for_tat,
}
"""What must expect less than 60.  `balance` is no part of it: it reads the levels as it should."""
