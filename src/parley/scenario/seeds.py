"""Which chance a whole play may be played with: the seeds chosen when an exercise was solved.

A play draws its chance from one of the seeds of its profile and type, so that holding back costs
about as much in one draw as in another.
"""

import json
from functools import cache

from parley.data import data_folder

__all__ = ["SEEDS", "chance_key", "seeds"]

SEEDS = 24
"""How many seeds a type of a profile has at most."""


def seeds(exercise: str, profile: str, kind: str) -> list[int]:
    """Return the seeds that were chosen for a profile and type; see `graders solve`."""
    return _chosen(exercise).get(profile, {}).get(kind) or list(range(SEEDS))


def chance_key(exercise: str, profile: str, kind: str, seed: int) -> str:
    """Return the words from which a whole play draws its chance.

    Examples
    --------
    >>> chance_key("deter-or-reassure", "p1", "greedy", 7)
    'deter-or-reassure p1 greedy 7'
    """
    return f"{exercise} {profile} {kind} {seed}"


@cache
def _chosen(exercise: str) -> dict[str, dict[str, list[int]]]:
    """Return the seeds chosen for an exercise, by profile and type; none before it is solved."""
    path = data_folder() / "draws" / f"{exercise}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
