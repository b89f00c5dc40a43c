"""What this package adds to the library: the keys of draws that count, and the reference."""

import os
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

from parley.games.game import Move, Policy
from parley.scenario import Scenario
from parley.solutions import Solutions

_HERE = Path(__file__).resolve().parent


def keys() -> Path:
    """Return the folder with the solved profiles that count: ``PARLEY_KEYS``, or the package's."""
    named = os.environ.get("PARLEY_KEYS")
    if named:
        return Path(named)
    inside = _HERE / "_data" / "keys"
    return inside if inside.is_dir() else _HERE.parent.parent / "keys"


def reference(solved: Solutions, profile: str) -> Policy:
    """Return the policy that plays the best move on what can be known.

    Parameters
    ----------
    solved : Solutions
        The solved profiles.
    profile : str
        The profile that is played.

    Returns
    -------
    callable
        A policy: a state and a source of chance become a move.
    """
    values = solved.values(profile)

    def play(state: Any, rng: Random) -> Move:
        return values.advise(state)[0]

    return play


def facts(found: Scenario) -> Iterator[str]:
    """Yield what the profiles of a scenario come to, line by line."""
    if not find_spec(f"graders.check_{found.game}"):
        return iter([f"{found.exercise}: nothing of its own to solve; its positions are solved."])
    return import_module(f"graders.check_{found.game}").report(found)
