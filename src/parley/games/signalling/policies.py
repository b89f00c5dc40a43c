"""Players that need no solution: passive, random, soft and hard."""

from collections.abc import Callable
from random import Random

from parley.games.signalling.model import nearest
from parley.games.signalling.rules import DEMANDS, KINDS, Move, to_move
from parley.games.signalling.state import State

Policy = Callable[[State, Random], Move]


def prior(state: State) -> int:
    """Return the belief of the brief, in whole percent."""
    return nearest(state.variant.numbers, (0, 0, 0))


def passive(state: State, rng: Random) -> Move:
    """State the belief of the brief and wait, to the last turn."""
    return to_move("wait", prior(state))


def random(state: State, rng: Random) -> Move:
    """Take a kind of move uniformly, then its fields uniformly, the belief among them."""
    kind, belief = rng.choice(KINDS), rng.randrange(101)
    if kind == "threaten":
        return {"kind": kind, "belief": belief, "demand": rng.choice(list(DEMANDS))}
    return {"kind": kind, "belief": belief}


def soft(state: State, rng: Random) -> Move:
    """Reassure in every turn: give notice, invite inspectors, cut forces, and again."""
    return to_move(("notify", "invite", "cut")[state.info.gone % 3], prior(state))


def hard(state: State, rng: Random) -> Move:
    """Deter in every turn: build up and threaten by turns, always within the law."""
    return to_move(("build", "threaten")[state.info.gone % 2], prior(state))


POLICIES: dict[str, Policy] = {"passive": passive, "random": random, "soft": soft, "hard": hard}
