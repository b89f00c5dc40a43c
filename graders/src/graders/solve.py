"""Write the solutions of a scenario: of practice for the course, of what counts for the keys.

A family's solver is `graders.solve_<family>`, with ``solution(found, profile)``; its positions are
chosen by `graders.positions_<family>`, with ``choose(found, profile, content)``.  A family without
a solver has nothing to solve: its key stands in its files.
"""

import gzip
import json
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from graders import plugin
from parley import scenario
from parley.data import data_folder
from parley.scenario.week import WeekScenario


def solve(exercise: str) -> Iterator[str]:
    """Solve every profile of an exercise and choose its positions, saying what was written.

    Parameters
    ----------
    exercise : str
        The exercise's name.

    Yields
    ------
    str
        One line for each file.
    """
    found = scenario.load(exercise)
    if isinstance(found, WeekScenario):
        days = ", ".join(day.exercise for day in found.days)
        yield f"{exercise}: nothing to solve; solve the exercises of its days: {days}."
        return
    if not find_spec(f"graders.solve_{found.game}"):
        yield f"{exercise}: nothing to solve; its key follows from what stands in its files."
        return
    solver = import_module(f"graders.solve_{found.game}")
    chooser = import_module(f"graders.positions_{found.game}")
    chosen: dict[str, list[dict]] = {}
    for use, profiles, folder in (
        ("practice", found.profiles.practice, data_folder() / "solutions" / exercise),
        ("counted", found.profiles.counted, plugin.keys() / exercise),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        floors: dict[str, int] = {}
        chosen[use] = []
        for profile in profiles:
            content = solver.solution(found, profile)
            _write(folder / f"{profile.id}.json.gz", content)
            for position, floor in chooser.choose(found, profile, content):
                chosen[use].append(position)
                floors[position["id"]] = floor
            yield f"{exercise} {profile.id}: solved"
        (folder / "floors.json").write_text(json.dumps(floors, indent=0) + "\n", encoding="utf-8")
    path = data_folder() / "positions" / f"{exercise}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_lines(chosen), encoding="utf-8")
    yield f"{exercise}: {sum(map(len, chosen.values()))} positions"
    yield from _draws(found, solver)


def _draws(found: scenario.Scenario, solver: Any) -> Iterator[str]:
    """Write which chance each profile may be played with, where a family asks for it."""
    if not hasattr(solver, "draws"):
        return
    path = data_folder() / "draws" / f"{found.exercise}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(solver.draws(found)) + "\n", encoding="utf-8")
    yield f"{found.exercise}: {path.name} written"


def _write(path: Path, content: Any) -> None:
    data = json.dumps(content, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(data, mtime=0))


def _lines(chosen: dict[str, list[dict]]) -> str:
    """Return the positions as JSON, one a line, so that a change shows as a line."""
    uses = []
    for use, positions in chosen.items():
        rows = ",\n".join(json.dumps(position, separators=(",", ":")) for position in positions)
        uses.append(f"{json.dumps(use)}: [\n{rows}\n]")
    return "{\n" + ",\n".join(uses) + "\n}\n"
