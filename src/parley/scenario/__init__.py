"""Scenarios: exercises as data, read from YAML and checked, and drawn for one trainee."""

import json
import re
from functools import cache
from pathlib import Path

from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario.bargaining import BargainingScenario
from parley.scenario.draw import Draw, Position, draws
from parley.scenario.source import parse

__all__ = ["Draw", "draws", "exercises", "load", "load_file", "positions"]

_SLUG = re.compile(r"[a-z][a-z0-9-]*")


def exercises() -> tuple[str, ...]:
    """Return the exercises there are, by name."""
    return tuple(sorted(path.stem for path in (data_folder() / "scenarios").glob("*.yaml")))


def load(exercise: str) -> BargainingScenario:
    """Return a scenario by its exercise's name.

    Parameters
    ----------
    exercise : str
        Such as ``"tent"``.

    Returns
    -------
    BargainingScenario
        The checked scenario.

    Raises
    ------
    ParleyError
        If there is none of that name, or its file is wrong.
    """
    path = data_folder() / "scenarios" / f"{exercise}.yaml"
    if not _SLUG.fullmatch(exercise) or not path.is_file():
        known = ", ".join(exercises())
        raise ParleyError(f"There is no exercise {exercise!r:.60}; there are: {known}.")
    return load_file(path)


@cache
def load_file(path: Path) -> BargainingScenario:
    """Return the scenario in a file; see `load`."""
    return parse(BargainingScenario, path)


@cache
def positions(exercise: str) -> dict[str, tuple[Position, ...]]:
    """Return the positions of an exercise, those to practise on and those that count."""
    path = data_folder() / "positions" / f"{exercise}.json"
    if not path.is_file():
        return {"practice": (), "counted": ()}
    plain = json.loads(path.read_text(encoding="utf-8"))
    return {use: tuple(map(Position.from_plain, entries)) for use, entries in plain.items()}
