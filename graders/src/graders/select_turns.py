"""Draw candidate profiles for an exercise in turns from the ranges of its dials and its cards."""

from random import Random
from typing import Any

from graders.check_turns import Facts
from graders.verdicts import RANDOM_LIMIT
from parley.scenario.turns import TurnsScenario

ODDS = (1, 4)
"""The odds of a type lie in this range."""

LARGEST = 60_000
"""A profile with more informations takes too long to solve."""


def candidate(found: TurnsScenario, rng: Random) -> dict[str, Any]:
    """Return a random profile as plain data, without its id.

    Parameters
    ----------
    found : TurnsScenario
        The scenario; its dials say in which range each number lies, and the calendar of its first
        profile which cards there are.
    rng : random.Random
        Where chance comes from.

    Returns
    -------
    dict
        What stands beneath an id in the scenario's YAML.
    """
    plain: dict[str, Any] = {}
    if found.types:
        plain["odds"] = {name: rng.randint(*ODDS) for name in found.types}
    if found.dials:
        plain["dials"] = {name: rng.randint(*dial.range) for name, dial in found.dials.items()}
    calendar = list(found.profiles.practice[0].calendar)
    if calendar:
        rng.shuffle(calendar)
        plain["calendar"] = calendar
    return plain


def fits(found: TurnsScenario, facts: Facts) -> bool:
    """Tell whether a candidate keeps what only exercises in turns ask for."""
    return facts.random < RANDOM_LIMIT and facts.size <= LARGEST
