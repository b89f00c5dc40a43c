"""Write the solutions of a scenario: of practice for the course, of what counts for the keys."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from graders import plugin
from graders.positions import choose
from graders.solve_bargaining import Solver
from parley import scenario
from parley.data import data_folder
from parley.games.bargaining import steps
from parley.games.bargaining.model import Numbers
from parley.games.bargaining.values import PRECISION, key


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
    chosen: dict[str, list[dict]] = {}
    for use, profiles, folder in (
        ("practice", found.profiles.practice, data_folder() / "solutions" / exercise),
        ("counted", found.profiles.counted, plugin.keys() / exercise),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        floors: dict[str, int] = {}
        chosen[use] = []
        for profile in profiles:
            solver = Solver(found.numbers(profile))
            solver.best(steps.opening(solver.numbers))
            _write(folder / f"{profile.id}.json.gz", _table(solver.numbers, solver))
            for position, floor in choose(solver, profile.id):
                chosen[use].append(position)
                floors[position["id"]] = floor
            yield f"{exercise} {profile.id}: {sum(map(len, solver.table))} states solved"
        (folder / "floors.json").write_text(json.dumps(floors, indent=0) + "\n", encoding="utf-8")
    path = data_folder() / "positions" / f"{exercise}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_lines(chosen), encoding="utf-8")
    yield f"{exercise}: {sum(map(len, chosen.values()))} positions"


def _table(numbers: Numbers, solver: Solver) -> list[list[int]]:
    """Return the keys, as steps from one to the next, and the best values."""
    best = {
        key(numbers, now._replace(gone=gone)): round(value * PRECISION)
        for gone, values in enumerate(solver.table)
        for now, value in values.items()
    }
    keys = sorted(best)
    gaps = [after - before for before, after in zip([0, *keys], keys, strict=False)]
    return [gaps, [best[number] for number in keys]]


def _write(path: Path, table: list[list[int]]) -> None:
    data = json.dumps(table, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(data, mtime=0))


def _lines(chosen: dict[str, list[dict]]) -> str:
    """Return the positions as JSON, one a line, so that a change shows as a line."""
    uses = []
    for use, positions in chosen.items():
        rows = ",\n".join(json.dumps(position, separators=(",", ":")) for position in positions)
        uses.append(f"{json.dumps(use)}: [\n{rows}\n]")
    return "{\n" + ",\n".join(uses) + "\n}\n"
