"""Players that need no key: passive, random, soft and hard."""

from random import Random

from parley.games.estimate.rules import to_move
from parley.games.estimate.scoring import SURE
from parley.games.estimate.state import State
from parley.games.game import Move, Policy

FAIRLY_SURE = 70
"""The confidence of the soft and the hard player, in percent."""


def passive(state: State, rng: Random) -> Move:
    """State the lowest confidence, which says: I do not know."""
    scale = state.variant.scale
    return to_move(state.claim, scale.answers[0], scale.lowest)


def random(state: State, rng: Random) -> Move:
    """Take any answer with any confidence."""
    scale = state.variant.scale
    return to_move(state.claim, rng.choice(scale.answers), rng.randint(scale.lowest, SURE))


def soft(state: State, rng: Random) -> Move:
    """Believe everything."""
    return to_move(state.claim, state.variant.scale.answers[0], FAIRLY_SURE)


def hard(state: State, rng: Random) -> Move:
    """Believe nothing."""
    scale = state.variant.scale
    return to_move(state.claim, scale.answers[scale.ranked - 1], FAIRLY_SURE)


POLICIES: dict[str, Policy] = {"passive": passive, "random": random, "soft": soft, "hard": hard}
