"""Players that need no solution: passive, random, soft and hard, and one for every habit."""

from collections.abc import Callable
from random import Random

from parley.games.turns import steps
from parley.games.turns.model import Choice, nearest, reduced
from parley.games.turns.rules import Move, to_move
from parley.games.turns.state import State

Policy = Callable[[State, Random], Move]


def prior(state: State) -> int:
    """Return the belief of the brief, in whole percent."""
    model = state.variant.model
    return nearest(reduced(model.odds), model.about)


def passive(state: State, rng: Random) -> Move:
    """State the belief of the brief and hold back; fields stay as they are."""
    return to_move(state, kept(state, state.variant.model.passive), prior(state))


def random(state: State, rng: Random) -> Move:
    """Take an open act uniformly, then its fields uniformly, the belief among them."""
    model, public = state.variant.model, state.now.public
    every = steps.choices(model, public)
    place = rng.choice(sorted({choice[0] for choice in every}))
    choice = rng.choice([choice for choice in every if choice[0] == place])
    return to_move(state, choice, rng.randrange(101))


def soft(state: State, rng: Random) -> Move:
    """Give way in every turn, by the scenario's own rotation."""
    return _rotate(state, state.variant.model.soft)


def hard(state: State, rng: Random) -> Move:
    """Press in every turn, by the scenario's own rotation."""
    return _rotate(state, state.variant.model.hard)


def always(act: int) -> Policy:
    """Return the player who orders one act in every turn in which it is open, and else holds back.

    Its fields stay as they are.
    """

    def play(state: State, rng: Random) -> Move:
        model, public = state.variant.model, state.now.public
        able = steps.is_open(model, public, act)
        return to_move(state, kept(state, act if able else model.passive), prior(state))

    return play


def kept(state: State, act: int) -> Choice:
    """Return an act whose fields leave their tracks as they are, or as near as may be."""
    model, public = state.variant.model, state.now.public
    return _towards(state, (act, *(public.levels[o.track] for o in model.acts[act].orders)))


def _rotate(state: State, acts: tuple[Choice, ...]) -> Move:
    """Return the next open act of a rotation, its fields as near to the wanted ones as may be."""
    model, public = state.variant.model, state.now.public
    turned = [acts[(public.gone + n) % len(acts)] for n in range(len(acts))]
    able = [one for one in turned if steps.is_open(model, public, one[0])]
    choice = _towards(state, able[0]) if able else kept(state, model.passive)
    return to_move(state, choice, prior(state))


def _towards(state: State, wanted: Choice) -> Choice:
    """Return an order as near to a wanted one as its fields reach now."""
    model, public = state.variant.model, state.now.public
    orders = model.acts[wanted[0]].orders
    return (
        wanted[0],
        *(
            min(steps.reachable(public, order), key=lambda one: (abs(one - value), one))
            for order, value in zip(orders, wanted[1:], strict=True)
        ),
    )


POLICIES: dict[str, Policy] = {"passive": passive, "random": random, "soft": soft, "hard": hard}
