"""Scenarios: exercises as data, read from YAML and checked, and drawn for one trainee."""

import json
import re
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from parley.data import data_folder
from parley.errors import ParleyError
from parley.record import PRACTICE, Header
from parley.scenario import draw
from parley.scenario.base import Ends, Position, Scenario
from parley.scenario.draw import Draw
from parley.scenario.positions import PositionsScenario
from parley.scenario.source import line_of, parse, read_yaml
from parley.scenario.week import WeekScenario

__all__ = [
    "Draw",
    "Position",
    "Scenario",
    "draws",
    "exercises",
    "load",
    "load_file",
    "positions",
    "schema",
]

MODELS = {
    "bargaining": "BargainingScenario",
    "signalling": "SignallingScenario",
    "casework": "CaseworkScenario",
    "forecast": "ForecastScenario",
    "findings": "FindingsScenario",
    "turns": "TurnsScenario",
    "positions": "PositionsScenario",
    "domain": "DomainScenario",
    "week": "WeekScenario",
}
"""The class of each family's scenarios, in the module of the family's name beside this one."""

_SLUG = re.compile(r"[a-z][a-z0-9-]*")
_DESK = re.compile(r"claim-desk-(\d\d)")


def exercises() -> tuple[str, ...]:
    """Return the exercises there are, by name."""
    desks = (f"claim-desk-{path.stem}" for path in (data_folder() / "claims").glob("*.yaml"))
    files = (path.stem for path in (data_folder() / "scenarios").glob("*.yaml"))
    return tuple(sorted({*desks, *files} - {"claim-desk"}))


def load(exercise: str) -> Scenario:
    """Return a scenario by its exercise's name.

    Parameters
    ----------
    exercise : str
        Such as ``"tent"``.

    Returns
    -------
    Scenario
        The checked scenario.

    Raises
    ------
    ParleyError
        If there is none of that name, or its file is wrong.
    """
    return _found(exercise, data_folder())


@cache
def _found(exercise: str, folder: Path) -> Scenario:
    desk = _DESK.fullmatch(exercise)
    if desk and (folder / "claims" / f"{desk[1]}.yaml").is_file():
        from parley.scenario.estimate import claim_desk

        return claim_desk(desk[1])
    path = folder / "scenarios" / f"{exercise}.yaml"
    if not _SLUG.fullmatch(exercise) or exercise == "claim-desk" or not path.is_file():
        nearest = ", ".join(get_close_matches(exercise[:60], exercises(), 3, cutoff=0))
        raise ParleyError(
            f"There is no exercise {exercise!r:.60}; the nearest are {nearest}. "
            "'parley exercises' lists them all."
        )
    found = load_file(path)
    check_name(found, path)
    return found


def check_name(found: Scenario, path: Path) -> None:
    """Raise a ParleyError unless a scenario's file has the name of its exercise."""
    if path.stem != found.exercise:
        raise ParleyError(
            f"{path}:{line_of(path, ('exercise',))}: exercise: the name of the file without its "
            f"ending, {path.stem!r}; got {found.exercise!r}. Change the value, or rename the file."
        )


@cache
def load_file(path: Path) -> Scenario:
    """Return the scenario in a file; see `load`."""
    content = read_yaml(path)
    return parse(_model_in(content, path), path, content)


def model_of(path: Path) -> type[Scenario]:
    """Return the class of scenarios to which a file belongs, by the ``game`` that it names."""
    return _model_in(read_yaml(path), path)


def _model_in(content: Any, path: Path) -> type[Scenario]:
    game = content.get("game") if isinstance(content, dict) else None
    if not isinstance(game, str) or game not in MODELS:
        raise ParleyError(f"{path}: game: one of {', '.join(MODELS)}; got {game!r:.60}.")
    return _model(game)


def schema(game: str) -> str:
    """Return the JSON Schema of a family's scenarios, for editors.

    Parameters
    ----------
    game : str
        The family, such as ``"bargaining"``.

    Returns
    -------
    str
        JSON, indented.

    Raises
    ------
    ParleyError
        If there is no such family.
    """
    if game not in MODELS:
        raise ParleyError(f"There is no game {game!r:.40}; there are {', '.join(MODELS)}.")
    return json.dumps(_model(game).model_json_schema(), indent=1)


def _model(game: str) -> type[Scenario]:
    return getattr(import_module(f"parley.scenario.{game}"), MODELS[game])


def draws(found: Scenario, header: Header, ends: Ends | None = None) -> tuple[Draw, ...]:
    """Return the parts of an attempt that are open, in order.

    Parameters
    ----------
    found : Scenario
        The scenario.
    header : Header
        Who plays, in which sitting, for which time.
    ends : mapping, optional
        What the days of a week came to that are over.

    Returns
    -------
    tuple of Draw
        What a form lists, or a week has opened; else one play for practice, or the plays and
        positions of a set.
    """
    if isinstance(found, PositionsScenario):
        return found.draws(header)
    if isinstance(found, WeekScenario):
        return found.draws(header, ends or {})
    pool = () if header.sitting == PRACTICE else positions(found.exercise)["counted"]
    return draw.draws(found, header, pool)


@cache
def positions(exercise: str) -> dict[str, tuple[Position, ...]]:
    """Return the positions of an exercise, those to practise on and those that count."""
    path = data_folder() / "positions" / f"{exercise}.json"
    if not path.is_file():
        return {"practice": (), "counted": ()}
    plain = json.loads(path.read_text(encoding="utf-8"))
    return {use: tuple(map(Position.from_plain, entries)) for use, entries in plain.items()}
