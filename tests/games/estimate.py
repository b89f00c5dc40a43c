"""How tests judge at a claim desk; what `tests.contract` asks of a game, and desks for tests."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from parley.games.estimate import apply, initial_state, is_terminal
from parley.games.estimate.policies import random
from parley.games.estimate.rules import KINDS, to_move
from parley.games.estimate.scoring import Scale
from parley.games.estimate.state import Claim, Option, Ruling, Source, Variant, Words

__all__ = ["KINDS"]

SIX = Scale(
    (
        "supported",
        "supported-with-qualification",
        "contested",
        "overstated",
        "wrong",
        "not-checkable",
    ),
    5,
    Fraction(1, 2),
)
THREE = Scale(("teach", "corrected", "not"), 3)
SCALES = {"claims": SIX, "statements": THREE}


def always(verdict, confidence):
    """Return the policy that answers everything alike."""

    def play(state, rng: Random):
        return to_move(state.claim, verdict(state.variant.scale), confidence)

    return play


NAIVE = {
    "hedge at its base rate": always(lambda scale: scale.answers[1], 40),
    "hedge, sure": always(lambda scale: scale.answers[1], 70),
    "the last answer": always(lambda scale: scale.answers[-1], 50),
}


def desk(scale, keys, shown):
    """Return a variant whose claims have these right answers; ``shown`` tells their keys."""
    claims = []
    for place, key in enumerate(keys, start=1):
        source = Source(f"Nobody {1900 + place}", f"Nobody ({1900 + place}). Nothing.")
        ruling = Ruling(key, f"It is {key}.", (source,)) if shown else None
        claims.append(Claim(f"X-{place:02d}", f"Claim {place}.", "", ruling))
    options = tuple(
        Option(one, one.replace("-", " "), f"What {one} says.") for one in scale.answers
    )
    words = Words(
        "A desk",
        "claim",
        "claims",
        "Well?",
        ("It is.",),
        ("Judge.",),
        options,
        (("case", "A case"),),
    )
    return Variant(scale, tuple(claims), words)


def key(variant, keys):
    """Return the key of such a desk, as a solution holds it."""
    return {
        claim.slug: {"answer": one, "why": f"It is {one}.", "sources": [["Nobody", "Nobody."]]}
        for claim, one in zip(variant.claims, keys, strict=True)
    }


def rekeyed(start, key):
    """Return the same claims in an order of their own; there is no chance besides."""
    claims = list(start.variant.claims)
    Random(key).shuffle(claims)
    return initial_state(replace(start.variant, claims=tuple(claims)))


def translated(old, new, move):
    """Return a move as it is: answers have the same names on every desk."""
    return move


def every_move(state):
    """Yield every lawful answer to the claim on the desk."""
    scale = state.variant.scale
    for verdict in scale.answers:
        for confidence in range(scale.lowest, 101):
            yield to_move(state.claim, verdict, confidence)


def wander(state, rng: Random):
    """Return a desk on which some claims are judged without plan, but not all."""
    for _ in range(rng.randrange(len(state.variant.claims))):
        state = apply(state, random(state, rng))
    return state


def best_kinds(values, state):
    """Return the one kind of move there is."""
    return set(KINDS)


def expected_mark(values, starts, policy):
    """Return the mark of a policy without dice, cut at 0."""
    marks = [100 * (1 - lost(values, start, policy) / values.floor(start)) for start in starts]
    return sum(max(0.0, mark) for mark in marks) / len(marks)


def lost(values, state, policy):
    """Return what a policy without dice gives away on a desk."""
    total = 0.0
    while not is_terminal(state):
        move = policy(state, Random(0))
        total += sum(values.losses(state, move).values())
        state = apply(state, move)
    return total


def harmless(state):
    """Return an answer."""
    return to_move(state.claim, state.variant.scale.answers[0], 50)


def unlawful(state):
    """Return moves that the rules refuse, for one reason each."""
    good = harmless(state)
    return [
        "judge",
        {},
        {"kind": "guess"},
        {"kind": "judge"},
        {key: value for key, value in good.items() if key != "confidence"},
        good | {"verdict": ""},
        good | {"verdict": "true"},
        good | {"verdict": ["wrong"]},
        good | {"confidence": state.variant.scale.lowest - 1},
        good | {"confidence": 101},
        good | {"confidence": 50.0},
        good | {"confidence": True},
        good | {"confidence": "50"},
        good | {"claim": "another"},
        good | {"claim": None},
        good | {"because": "no such reason"},
        good | {"because": []},
        good | {"expect": "agree"},
    ]
