"""How tests play an exercise in turns; what `tests.contract` asks of a game.

The kinds of move are an exercise's own acts, so its test asks for `of(exercise)`.
"""

from dataclasses import replace
from random import Random
from statistics import mean
from types import SimpleNamespace

from graders.policies_turns import habits
from parley import scenario
from parley.games.turns import apply, initial_state, steps
from parley.games.turns.policies import passive as hold
from parley.games.turns.policies import random
from parley.games.turns.rules import to_move


def of(exercise):
    """Return what the contract asks for, for one exercise."""
    found = scenario.load(exercise)
    model = found.numbers(found.everything[0])
    return SimpleNamespace(
        KINDS=[act.name for act in model.acts],
        NAIVE=habits(model),
        rekeyed=rekeyed,
        translated=translated,
        every_move=every_move,
        wander=wander,
        best_kinds=best_kinds,
        expected_mark=expected_mark,
        harmless=harmless,
        unlawful=unlawful,
    )


def rekeyed(start, key):
    """Return the same start with chance of its own."""
    return initial_state(replace(start.variant, key=key))


def translated(old, new, move):
    """Return a move in the labels of another variant: moves bear no labels."""
    return dict(move)


def every_move(state):
    """Yield every lawful move, with each belief where one is asked."""
    model = state.variant.model
    for choice in steps.lawful(model, state.now.public):
        for belief in range(101) if model.belief else (0,):
            yield to_move(state, choice, belief)


def wander(state, rng: Random):
    """Return a state that some turns of play without plan pass through."""
    for _ in range(rng.randrange(state.variant.model.turns)):
        after = apply(state, random(state, rng))
        if after.outcome:
            break
        state = after
    return state


def best_kinds(values, state):
    """Return the acts that no other act beats here."""
    worths = values.worths(state.now)
    best = max(worths.values())
    return {values.model.acts[one[0]].name for one, worth in worths.items() if worth >= best - 0.5}


def expected_mark(values, starts, policy):
    """Return the mark that a policy without dice has on average over all draws, by the odds."""
    odds = values.model.odds
    marks = [mean(mark(values, one, policy) for one in draws(start)) for start in starts]
    return sum(one * share for one, share in zip(marks, odds, strict=True)) / sum(odds)


def draws(start):
    """Yield a start with each chance that a whole play against its type may have."""
    exercise, profile, _, _ = start.variant.key.split()
    found, hidden = scenario.load(exercise), start.variant.hidden
    for seed in found.seeds(profile, hidden):
        yield rekeyed(start, found.chance_key(profile, hidden, seed))


def mark(values, start, policy):
    """Return the mark of one play by a policy without dice, cut at 0."""
    floor, lost, state = values.floor(start), 0.0, start
    while not state.outcome:
        move = policy(state, Random(0))
        lost += sum(values.losses(state, move).values())
        state = apply(state, move)
    return max(0.0, 100 * (1 - lost / floor))


def harmless(state):
    """Return a move that ends nothing by itself."""
    return hold(state, Random(0))


def unlawful(state):
    """Return moves that the rules refuse, for one reason each."""
    good = hold(state, Random(0))
    wrong = [
        None,
        [],
        good["kind"],
        {},
        good | {"kind": "no-such-act"},
        good | {"kind": [good["kind"]]},
        good | {"elephants": 1},
        good | {"because": "no such reason"},
        good | {"expect": ["war"]},
    ]
    if not state.variant.model.belief:
        return [*wrong, good | {"belief": 50}]
    strange = (101, -1, 50.0, True, "50", None)
    return [*wrong, {"kind": good["kind"]}, *(good | {"belief": one} for one in strange)]
