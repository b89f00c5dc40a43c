"""How tests play the signalling game; what `tests.contract` asks of a game."""

from dataclasses import replace
from random import Random
from statistics import mean

from graders.policies_signalling import NAIVE
from parley import scenario
from parley.games.signalling import apply, initial_state
from parley.games.signalling.model import LAWFUL
from parley.games.signalling.policies import random
from parley.games.signalling.rules import KINDS, to_move

__all__ = ["KINDS", "NAIVE"]

LAST = 9
"""How many turns a wandering player goes at most."""


def rekeyed(start, key):
    """Return the same start with chance of its own."""
    return initial_state(replace(start.variant, key=key))


def translated(old, new, move):
    """Return a move in the labels of another variant: moves bear no labels."""
    return dict(move)


def every_move(state):
    """Yield every lawful move: each act with each belief."""
    for act in LAWFUL:
        for belief in range(101):
            yield to_move(act, belief)


def wander(state, rng: Random):
    """Return a state that some turns of play without plan pass through."""
    for _ in range(rng.randrange(LAST)):
        after = apply(state, random(state, rng))
        if after.outcome:
            break
        state = after
    return state


def best_kinds(values, state):
    """Return the kinds of move that no other kind beats here."""
    worth = {act: values.worth(state.info, act) for act in LAWFUL}
    best = max(worth.values())
    return {act for act, value in worth.items() if value >= best - 0.05}


def expected_mark(values, starts, policy):
    """Return the mark that a policy without dice has on average over all draws, by the odds."""
    odds = values.numbers.odds
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
    return {"kind": "notify", "belief": 50}


def unlawful(state):
    """Return moves that the rules refuse, for one reason each."""
    return [
        None,
        [],
        "wait",
        {},
        {"kind": "surrender", "belief": 50},
        {"kind": ["wait"], "belief": 50},
        {"kind": "ultimatum", "belief": 50},
        {"kind": "wait"},
        {"kind": "wait", "belief": 101},
        {"kind": "wait", "belief": -1},
        {"kind": "wait", "belief": 50.0},
        {"kind": "wait", "belief": True},
        {"kind": "wait", "belief": "50"},
        {"kind": "wait", "belief": None},
        {"kind": "wait", "belief": 50, "demand": "if-attacked"},
        {"kind": "wait", "belief": 50, "elephants": 1},
        {"kind": "threaten", "belief": 50},
        {"kind": "threaten", "belief": 50, "demand": "at-once"},
        {"kind": "threaten", "belief": 50, "demand": ["if-attacked"]},
        {"kind": "notify", "belief": 50, "because": "no such reason"},
        {"kind": "notify", "belief": 50, "expect": ["press"]},
    ]
