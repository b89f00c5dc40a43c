"""What this package adds to the library: the keys of draws that count, and the reference."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

from parley.games.bargaining.policies import Policy
from parley.games.bargaining.rules import Move, to_move
from parley.games.bargaining.state import State
from parley.scenario.bargaining import BargainingScenario
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
        A policy as in `parley.games.bargaining.policies`.
    """
    values = solved.values(profile)

    def play(state: State, rng: Random) -> Move:
        return to_move(state.variant, values.advise(state.info).step)

    return play


def facts(found: BargainingScenario) -> Iterator[str]:
    """Yield what the profiles of a scenario come to, line by line."""
    from graders.check_bargaining import report

    return report(found)
