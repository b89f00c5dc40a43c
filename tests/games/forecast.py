"""How tests forecast; what `tests.contract` asks of a game, and a book made for tests."""

from dataclasses import replace
from random import Random

from graders.check_forecast import NAIVE, mark
from parley.games.forecast import apply, initial_state
from parley.games.forecast.policies import random
from parley.games.forecast.rules import KINDS, to_move
from parley.games.forecast.state import Base, End, Inject, Question, Variant, Words

__all__ = ["KINDS", "NAIVE"]

ENDS = ((True, 20, "yes"), (False, 20, "yes"), (False, 75, "no"), (True, 75, "no"))
"""Whether it happened, the base rate, and what the new evidence spoke for."""


def question(place, happened, rate, toward):
    """Return a question of such a kind."""
    return Question(
        slug=f"q-{place}",
        title=f"Title {place}",
        text=f"Will {place} happen?",
        asked="1 March 2023",
        evidence=(f"Evidence {place}.",),
        base=Base(rate, f"Count {place}."),
        inject=Inject("2 March 2023", f"News {place}.", toward),
        end=End(happened, "3 March 2023", f"Ending {place}.", (f"Source {place}.",)),
    )


BOOK = Variant(
    tuple(question(place, *one) for place, one in enumerate(ENDS, start=1)),
    Words("A book", ("It is.",), ("Say.",), (("base", "The base rate"),)),
)


def after(*percents, variant=BOOK):
    """Return the state after some estimates."""
    state = initial_state(variant)
    for percent in percents:
        state = apply(state, to_move(state, percent))
    return state


def rekeyed(start, key):
    """Return the same questions in an order of their own; there is no chance besides."""
    questions = list(start.variant.questions)
    Random(key).shuffle(questions)
    return initial_state(replace(start.variant, questions=tuple(questions)))


def every_move(state):
    """Yield every lawful estimate of the question that is due."""
    return (to_move(state, percent) for percent in range(101))


def wander(state, rng: Random):
    """Return a book in which some estimates are made without plan, but not all."""
    for _ in range(rng.randrange(len(state.due))):
        state = apply(state, random(state, rng))
    return state


def expected_mark(values, starts, policy):
    """Return the mark of a policy without dice, cut at 0."""
    return sum(max(0.0, mark(start, policy)) for start in starts) / len(starts)


def harmless(state):
    """Return an estimate."""
    return to_move(state, 50)


def unlawful(state):
    """Return moves that the rules refuse, for one reason each."""
    good = harmless(state)
    other = next(kind for kind in KINDS if kind != good["kind"])
    return [
        "estimate",
        {},
        {"kind": "guess"},
        {"kind": ["estimate"]},
        good | {"kind": other},
        {"kind": good["kind"]},
        good | {"percent": -1},
        good | {"percent": 101},
        good | {"percent": 50.0},
        good | {"percent": True},
        good | {"percent": "50"},
        good | {"percent": None},
        good | {"question": "another"},
        good | {"question": None},
        good | {"because": "no such reason"},
        good | {"because": []},
        good | {"expect": "agree"},
    ]
