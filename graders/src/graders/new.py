"""Write an assignment: its notebook with nbgrader's metadata, and its sitting file."""

import json
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

from graders.assignment import AssignmentError, faults, read_sitting
from graders.supply import shortage
from parley import scenario
from parley.scenario.casework import CaseworkScenario
from parley.scenario.estimate import PACE, EstimateScenario
from parley.scenario.week import WeekScenario

ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
TOTAL, CLAIMS, REFLECTION = 100, 20, 30
"""How many points an assignment has, and how many of them its parts have if nothing is said."""

MINUTES_TO_WRITE = 20


@dataclass(frozen=True)
class Part:
    """A graded table of an assignment, and its points."""

    exercise: str
    points: int


@dataclass(frozen=True)
class Plan:
    """An assignment before it is written.

    Parameters
    ----------
    id : str
        Its name, such as ``"04_bilateral_talks"``.
    tables : tuple of Part
        Its graded tables, the claim desk among them.
    reflection : str
        The question of the written answer, in Markdown, or nothing.
    reflection_points : int
        What the answer is worth.
    attempts : int
        How often a trainee may play each table.
    """

    id: str
    tables: tuple[Part, ...]
    reflection: str
    reflection_points: int
    attempts: int = 1


def plan(
    id: str, tables: Sequence[str], claims: str, reflection: Path | None, attempts: int = 1
) -> Plan:
    """Return an assignment as it is asked for, its points shared out.

    Parameters
    ----------
    id : str
        Its name.
    tables : sequence of str
        Exercises, each with its points if they are given: ``"tent"`` or ``"tent=60"``.
    claims : str
        The module whose claim desk is part of it, such as ``"04"``, or nothing.
    reflection : pathlib.Path, optional
        A file with the question of the written answer.
    attempts : int
        How often a trainee may play each table.

    Returns
    -------
    Plan
        With 100 points in all, unless points were given.

    Raises
    ------
    AssignmentError
        If a name, a number or a file cannot be used.

    Examples
    --------
    >>> [(part.exercise, part.points) for part in plan("04", ["tent"], "", None).tables]
    [('tent', 100)]
    """
    if not ID.fullmatch(id):
        raise AssignmentError(
            f"{id!r:.60}: an id is lowercase letters, digits, '_', '-', 64 at most."
        )
    question = _question(reflection)
    desk = [f"claim-desk-{claims}={CLAIMS}"] if claims else []
    wanted = [_split(text) for text in (*tables, *desk)]
    if not wanted or attempts < 1:
        raise AssignmentError(f"{id}: name at least one table or claim desk, and 1 attempt.")
    for exercise, _ in wanted:
        if short := shortage(exercise, attempts):
            raise AssignmentError(short)
    left = TOTAL - (REFLECTION if question else 0) - sum(points or 0 for _, points in wanted)
    open_ = sum(points is None for _, points in wanted)
    shares = _shares(left, open_)
    parts = tuple(
        Part(exercise, next(shares) if points is None else points) for exercise, points in wanted
    )
    if any(part.points < 1 for part in parts) or len({p.exercise for p in parts}) < len(parts):
        raise AssignmentError(f"{id}: each table once, with 1 point or more; got {parts}.")
    return Plan(id, parts, question, REFLECTION if question else 0, attempts)


def write(root: Path, wanted: Plan) -> Path:
    """Write an assignment under ``source/`` of a course, and return its notebook.

    Parameters
    ----------
    root : pathlib.Path
        nbgrader's course directory.
    wanted : Plan
        The assignment.

    Returns
    -------
    pathlib.Path
        The notebook.

    Raises
    ------
    AssignmentError
        If the folder is there already; nothing is overwritten.
    """
    folder = root / "source" / wanted.id
    if folder.exists() or folder.is_symlink():
        raise AssignmentError(f"{folder} exists already. Choose another id, or move it away.")
    salt = _salt(root)
    folder.mkdir(parents=True)
    path = folder / f"{wanted.id}.ipynb"
    nbformat.write(notebook(wanted), path)
    tables = {part.exercise: {"attempts": wanted.attempts} for part in wanted.tables}
    sitting = {"assignment": wanted.id, "salt": salt, "tables": tables}
    (folder / "parley.json").write_text(json.dumps(sitting, indent=2) + "\n", encoding="utf-8")
    wrong = faults(folder)
    if wrong:
        raise AssignmentError("; ".join(wrong))
    return path


def notebook(wanted: Plan) -> nbformat.NotebookNode:
    """Return the notebook of an assignment, with nbgrader's metadata in every cell."""
    cells = [_text("intro", _intro(wanted))]
    for part in wanted.tables:
        cells.extend(_table(part))
    if wanted.reflection:
        cells.append(_text("reflection-head", f"## Reflection\n\n{wanted.reflection}"))
        answer = _cell(v4.new_markdown_cell("Write your answer here."), "reflection")
        answer.metadata["nbgrader"] |= {"locked": False, "solution": True}
        cells.append(_graded(answer, wanted.reflection_points))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    for cell in cells:
        cell.pop("id", None)
        cell["id"] = cell.metadata["nbgrader"]["grade_id"]
    return v4.new_notebook(cells=cells, metadata=metadata)


def _table(part: Part) -> Iterator[nbformat.NotebookNode]:
    title, name = scenario.load(part.exercise).title, part.exercise
    yield _text(f"{name}-head", f"## {title}\n\n{_about(part)}\nCheck that the name is yours.")
    yield _code(f"table-{name}", f'import parley\n\nparley.table("{name}")')
    yield _text(f"{name}-state", "This shows what is done and what is still open.")
    yield _graded(_code(f"mark-{name}", f'parley.mark("{name}")'), part.points)


def _about(part: Part) -> str:
    """Say what a graded table holds."""
    found = scenario.load(part.exercise)
    if isinstance(found, EstimateScenario):
        return (
            f"You judge {found.per_attempt} statements, one after the other: {part.points} points."
        )
    if isinstance(found, CaseworkScenario):
        return (
            f"You decide {found.per_attempt} {found.nouns}, one after the other, and name the rule "
            f"for each: {part.points} points."
        )
    if isinstance(found, WeekScenario):
        days = f"A week of {len(found.days)} days, one after the other"
        positions = f", and {found.held} positions in any order" if found.held else ""
        return f"{days}{positions}: {part.points} points."
    held = [
        f"{count} {noun if count > 1 else noun.removesuffix('s')}"
        for count, noun in ((found.set.plays, "whole plays"), (found.set.positions, "positions"))
        if count
    ]
    return f"A set of {' and '.join(held)}, in any order: {part.points} points."


def _intro(wanted: Plan) -> str:
    """Return the first cell: what there is to do, how long it takes, and how to hand it in."""
    titles = [scenario.load(part.exercise).title for part in wanted.tables]
    lines = [f"# Assignment {wanted.id.replace('_', ' ')}", "", "You do the following:", ""]
    worth = [
        f"- **{title}**: {part.points} points"
        for title, part in zip(titles, wanted.tables, strict=True)
    ]
    if wanted.reflection:
        worth.append(f"- **Reflection**: {wanted.reflection_points} points")
    return "\n".join(
        [
            *lines,
            *worth,
            "",
            f"You need about {_minutes(wanted)} minutes.",
            "In the menu **Run**, choose **Run All Cells**; the tables are then open.",
            "Every move is saved at once, in the folder `records` beside this notebook.",
            "If you close the notebook, come back and go on.",
            "",
            "A graded table shows no review while you play.",
            "The review of every move comes with your feedback.",
            "",
            "When all is done, save the notebook.",
            "Then submit the assignment, or pack it with `parley hand-in`, as module 00 explains.",
        ]
    )


def _minutes(wanted: Plan) -> int:
    """Return about how long an assignment takes: a position takes a minute."""
    spent = MINUTES_TO_WRITE if wanted.reflection else 0
    for part in wanted.tables:
        found = scenario.load(part.exercise)
        once = found.set.plays * found.minutes + found.held
        if isinstance(found, EstimateScenario):
            once = round(found.per_attempt * PACE)
        spent += wanted.attempts * once
    return 5 * round(spent / 5)


def _text(name: str, source: str) -> nbformat.NotebookNode:
    return _cell(v4.new_markdown_cell(source.strip()), name)


def _code(name: str, source: str) -> nbformat.NotebookNode:
    cell = v4.new_code_cell(source)
    cell.metadata["jupyter"] = {"source_hidden": True}
    return _cell(cell, name)


def _cell(cell: nbformat.NotebookNode, name: str) -> nbformat.NotebookNode:
    flags: dict[str, Any] = {"grade": False, "grade_id": name, "locked": True}
    cell.metadata["nbgrader"] = flags | {"schema_version": 3, "solution": False, "task": False}
    return cell


def _graded(cell: nbformat.NotebookNode, points: int) -> nbformat.NotebookNode:
    cell.metadata["nbgrader"] |= {"grade": True, "points": points}
    return cell


def _split(text: str) -> tuple[str, int | None]:
    """Return an exercise and its points, if they are given after ``=``."""
    exercise, _, points = text.partition("=")
    if points and not re.fullmatch(r"[0-9]{1,3}", points):
        raise AssignmentError(f"{text!r:.60}: points are a whole number, as in tent=60.")
    return exercise, int(points) if points else None


def _shares(points: int, count: int) -> Iterator[int]:
    """Yield whole shares of some points, the first ones a point larger if need be."""
    for place in range(count):
        yield points // count + (place < points % count)


def _question(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        text = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise AssignmentError(f"{path}: cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError as error:
        raise AssignmentError(f"{path}: cannot be read as UTF-8 text ({error}).") from None
    if not text:
        raise AssignmentError(f"{path}: is empty; it holds the question of the reflection.")
    return text


def _salt(root: Path) -> str:
    """Return the salt that the course's other assignments share, or a new one."""
    salts = {read_sitting(path.parent).salt for path in sorted(root.glob("source/*/parley.json"))}
    return salts.pop() if len(salts) == 1 else secrets.token_hex(8)
