"""Players that know no end: passive, random, soft and hard."""

from random import Random

from parley.games.forecast.rules import SURE, to_move
from parley.games.forecast.state import State
from parley.games.game import Move, Policy

FAIRLY_SURE = 80
"""How likely the soft player holds everything, and the hard one nothing, in percent."""


def passive(state: State, rng: Random) -> Move:
    """State the base rate, before the new evidence and after it."""
    return to_move(state, state.question.base.rate)


def random(state: State, rng: Random) -> Move:
    """State any probability."""
    return to_move(state, rng.randint(0, SURE))


def soft(state: State, rng: Random) -> Move:
    """Hold that whatever is asked will happen."""
    return to_move(state, FAIRLY_SURE)


def hard(state: State, rng: Random) -> Move:
    """Hold that nothing of what is asked will happen."""
    return to_move(state, SURE - FAIRLY_SURE)


POLICIES: dict[str, Policy] = {"passive": passive, "random": random, "soft": soft, "hard": hard}
