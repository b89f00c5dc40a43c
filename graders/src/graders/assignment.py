"""An assignment of the course: its folder, its sitting, and what its notebook may hold.

Everything here is the instructor's own and trusted; what trainees hand in is read by
`graders.handin`.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from graders.supply import shortage
from parley.errors import ParleyError

Notebook = dict[str, Any]
Cell = dict[str, Any]

MARK_CELL = re.compile(r'parley\.mark\("([a-z0-9-]+)"\)')


class AssignmentError(ParleyError):
    """An assignment that cannot be given out or marked as it stands; the text says why."""


@dataclass(frozen=True)
class Sitting:
    """What `parley.json` says: the assignment, the course salt, and the attempts of each table."""

    assignment: str
    salt: str
    attempts: dict[str, int] = field(default_factory=dict)


def read_sitting(folder: Path) -> Sitting:
    """Read the sitting of an assignment from its folder.

    Parameters
    ----------
    folder : Path
        The assignment's folder under ``source/`` or ``release/``.

    Returns
    -------
    Sitting
        The assignment's name, the salt, and the attempts each table allows.

    Raises
    ------
    AssignmentError
        If `parley.json` is missing or does not have the three keys.
    """
    path = folder / "parley.json"
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise AssignmentError(f"{path}: missing; it names the assignment, salt, tables") from None
    except ValueError as error:
        raise AssignmentError(f"{path}: not JSON: {error}") from None
    problem = _fault(data, folder.name)
    if problem:
        raise AssignmentError(f"{path}: {problem}")
    attempts = {exercise: table["attempts"] for exercise, table in data["tables"].items()}
    return Sitting(data["assignment"], data["salt"], attempts)


def _fault(data: Any, folder: str) -> str:
    if not isinstance(data, dict) or set(data) != {"assignment", "salt", "tables"}:
        return "needs exactly the keys assignment, salt, tables"
    if data["assignment"] != folder:
        return f"assignment must be the folder's name {folder!r}, got {data['assignment']!r}"
    if not isinstance(data["salt"], str) or not data["salt"].strip():
        return "salt must be a text that is not empty"
    tables = data["tables"]
    if not isinstance(tables, dict):
        return "tables must map each exercise to its attempts"
    for exercise, table in tables.items():
        attempts = table.get("attempts") if isinstance(table, dict) else None
        if type(attempts) is not int or attempts < 1:
            return f"tables.{exercise}.attempts must be a whole number of at least 1"
    return ""


def master_folder(root: Path, assignment: str) -> Path:
    """Return the folder that trainees were given: the released one, else the source.

    Parameters
    ----------
    root : Path
        nbgrader's course directory.
    assignment : str
        The assignment's name.

    Returns
    -------
    Path
        The folder with the master notebook and `parley.json`.
    """
    released = root / "release" / assignment
    return released if released.is_dir() else root / "source" / assignment


def read_master(path: Path) -> Notebook:
    """Read a master notebook; the text is cached, the notebook is the caller's own to change.

    Parameters
    ----------
    path : Path
        A notebook of the instructor's.

    Returns
    -------
    dict
        The notebook as plain JSON data.
    """
    notebook: Notebook = json.loads(_text(path, path.stat().st_mtime_ns))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    return notebook


@lru_cache(maxsize=64)
def _text(path: Path, _changed: int) -> str:
    return path.read_text("utf-8")


def marking(cell: Cell) -> dict[str, Any]:
    """Return nbgrader's metadata of a cell, or an empty dictionary."""
    found = cell.get("metadata", {}).get("nbgrader", {})
    return found if isinstance(found, dict) else {}


def is_answer(cell: Cell) -> bool:
    """Return whether a trainee writes this cell and an instructor marks it."""
    found = marking(cell)
    return bool(found.get("grade")) and bool(found.get("solution"))


def table_of(cell: Cell) -> str:
    """Return the exercise whose table this cell marks, or an empty text."""
    found = marking(cell)
    if not found.get("grade") or found.get("solution") or cell.get("cell_type") != "code":
        return ""
    match = MARK_CELL.fullmatch("".join(cell["source"]).strip())
    return match[1] if match else ""


def faults(folder: Path) -> list[str]:
    """Return what keeps an assignment from being given out.

    Parameters
    ----------
    folder : Path
        The assignment's folder under ``source/``.

    Returns
    -------
    list of str
        One sentence a fault; empty if all is well.
    """
    found = [
        f"{path}: a record lies here and would be released to everyone; move it away"
        for path in sorted(folder.rglob("records"))
    ]
    try:
        sitting = read_sitting(folder)
    except AssignmentError as error:
        return [*found, str(error)]
    marked: Counter[str] = Counter()
    for path in sorted(folder.glob("*.ipynb")):
        for cell in read_master(path)["cells"]:
            found.extend(f"{path}: {fault}" for fault in _cell_faults(cell))
            if table := table_of(cell):
                marked[table] += 1
    return [*found, *_table_faults(folder, sitting, marked)]


def _cell_faults(cell: Cell) -> Iterator[str]:
    found = marking(cell)
    name = found.get("grade_id", "?")
    if found.get("task"):
        yield f"cell {name!r} is a task; use a manually graded answer cell instead"
    elif found.get("grade") and not found.get("solution") and not table_of(cell):
        yield (
            f'cell {name!r} is graded automatically and is not exactly parley.mark("exercise"); '
            "Parley starts no kernel, so it can mark tables and nothing else"
        )
    elif found.get("solution") and not found.get("grade"):
        yield f"cell {name!r} is an answer without points; make it a manually graded answer"


def _table_faults(folder: Path, sitting: Sitting, marked: Counter[str]) -> Iterator[str]:
    for exercise in sorted(set(marked) | set(sitting.attempts)):
        if exercise not in sitting.attempts:
            yield f"{folder}: parley.mark({exercise!r}) has no table of that name in parley.json"
        elif marked[exercise] != 1:
            yield (
                f"{folder}: table {exercise!r} of parley.json needs one cell "
                f'parley.mark("{exercise}"), got {marked[exercise]}'
            )
        elif short := shortage(exercise, sitting.attempts[exercise]):
            yield f"{folder}: {short}"
