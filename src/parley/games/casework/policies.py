"""Players that need no key: passive, random, soft and hard."""

from random import Random

from parley.games.casework.rules import KINDS, to_move
from parley.games.casework.state import State
from parley.games.game import Move, Policy


def passive(state: State, rng: Random) -> Move:
    """Leave the file."""
    return {"kind": "leave", "file": state.file.slug}


def random(state: State, rng: Random) -> Move:
    """Decide or leave, and decide anything by any rule."""
    if rng.choice(KINDS) == "leave":
        return passive(state, rng)
    book = state.variant.book
    decision, rule = rng.choice(book.decisions), rng.choice(book.rules)
    return to_move(state.file, decision.slug, rule.slug)


def soft(state: State, rng: Random) -> Move:
    """Allow everything, by the first rule that allows."""
    return _always(state, 0)


def hard(state: State, rng: Random) -> Move:
    """Forbid everything, by the first rule that forbids."""
    return _always(state, -1)


def _always(state: State, place: int) -> Move:
    """Take one decision for every file, by the first rule card that leads to it, if one does."""
    book = state.variant.book
    decision = book.decisions[place].slug
    fitting = [rule.slug for rule in book.rules if rule.decision == decision]
    return to_move(state.file, decision, (fitting or [book.rules[0].slug])[0])


POLICIES: dict[str, Policy] = {"passive": passive, "random": random, "soft": soft, "hard": hard}
