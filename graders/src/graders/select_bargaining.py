"""Draw candidate profiles for a bargaining scenario, after the pattern of its first profile.

The pattern says how many types there are, with which odds, how many red lines, and about how the
weights and reservation values lie.  A candidate varies them: in one of three, all types weigh the
issues alike and only what moves them is hidden, so that to reveal one's own priority is often the
best beginning; in the others priorities are hidden, and to ask is.
"""

from itertools import pairwise, permutations
from math import gcd
from random import Random
from typing import Any

from parley.games.bargaining.model import STYLES
from parley.scenario.bargaining import BargainingScenario

SHIFTS = 4
"""How often a small share of weight passes from one issue to another."""

LEEWAY = (-4, -2, 0, 2, 4)
"""By how much the player's reservation value may differ from the pattern's."""

KNOWN = 1 / 3
"""How often all types weigh the issues alike."""


def candidate(found: BargainingScenario, rng: Random) -> dict[str, Any]:
    """Return a random profile as plain data, without its id.

    Parameters
    ----------
    found : BargainingScenario
        The scenario; its first profile is the pattern.
    rng : random.Random
        Where chance comes from.

    Returns
    -------
    dict
        What stands beneath an id in the scenario's YAML.
    """
    pattern = found.profiles.practice[0]
    grain = found.top // gcd(100, found.top)
    weights = _varied(list(pattern.weights), grain, rng)
    places = rng.sample(range(1, len(weights)), sum(least > 0 for least in pattern.red))
    return {
        "weights": weights,
        "reservation": pattern.reservation + rng.choice(LEEWAY),
        "red": [int(role in places) for role in range(len(weights))],
        "types": _types(found, grain, rng),
    }


def _types(found: BargainingScenario, grain: int, rng: Random) -> list[dict[str, Any]]:
    """Return types that differ from one another, with the pattern's odds."""
    pattern = found.profiles.practice[0].types
    heaviest_first = _varied(sorted(pattern[0].weights, reverse=True), grain, rng)
    leaves = sorted({kind.reservation for kind in pattern})
    several = rng.randint(2, max(2, len(pattern) // 2))
    orders = rng.sample(list(permutations(heaviest_first)), 1 if rng.random() < KNOWN else several)
    offered = [
        {"weights": list(order), "reservation": leave, "style": style}
        for order in orders
        for leave in leaves
        for style in STYLES
    ]
    drawn = rng.sample(offered, min(len(pattern), len(offered)))
    return [
        one | ({"odds": kind.odds} if kind.odds > 1 else {})
        for one, kind in zip(drawn, pattern, strict=False)
    ]


def _varied(weights: list[int], grain: int, rng: Random) -> list[int]:
    """Return weights, heaviest first and all different, near to others."""
    for _ in range(SHIFTS):
        less, more = rng.sample(range(len(weights)), 2)
        tried = list(weights)
        tried[less] -= grain
        tried[more] += grain
        if all(a > b for a, b in pairwise([*tried, 0])):
            weights = tried
    return weights
