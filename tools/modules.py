"""Read what the modules and their assignments say of themselves: objectives, minutes, tables.

A module is a notebook in ``course/``; what counts is the assignment of the same name.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
SHOWN = re.compile(r'^#{2,} (?P<heading>.+)$|^parley\.table\("(?P<table>[^"]+)"\)', re.MULTILINE)
FIGURE = re.compile(r'parley\.figure\("([^"]+)"\)')
DESK = "claim-desk-"
MORE = "For those who want more"
"""The heading of the tables that are not asked for."""


@dataclass(frozen=True)
class Counted:
    """A part of an assignment that counts: its exercise, its points, and what it asks."""

    exercise: str
    points: int
    asks: str


@dataclass(frozen=True)
class Module:
    """A module as it stands in its notebook, with what its assignment counts.

    ``needs`` are the modules that come before it, ``helped`` those that are said to help;
    ``parts`` are the minutes of its parts, and ``assigned`` those of its assignment; ``shown`` are
    all tables in their order, each with whether it is asked for, and ``tables`` those of them that
    are no claim desk.
    """

    stem: str
    title: str
    does: str
    objectives: tuple[str, ...]
    minutes: int
    parts: tuple[tuple[int, str], ...]
    needs: tuple[str, ...]
    helped: tuple[str, ...]
    shown: tuple[tuple[str, bool], ...]
    claims: int
    figures: tuple[str, ...]
    counted: tuple[Counted, ...]
    assigned: int

    @property
    def number(self) -> str:
        """Two digits."""
        return self.stem[:2]

    @property
    def tables(self) -> tuple[str, ...]:
        """The exercises that its tables show, claim desks left out."""
        return tuple(name for name, _ in self.shown if not name.startswith(DESK))


def modules(root: Path = ROOT) -> tuple[Module, ...]:
    """Return all modules in their order.

    Parameters
    ----------
    root : pathlib.Path
        The folder that holds ``course/``, ``assignments/`` and ``data/``.

    Returns
    -------
    tuple of Module
        As many as there are notebooks.

    Raises
    ------
    ValueError
        If a module does not say what its frame asks for.
    """
    return tuple(_module(path, root) for path in sorted((root / "course").glob("*.ipynb")))


def _module(path: Path, root: Path) -> Module:
    cells: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
    prose, code = _prose(cells), _joined(cells, "code")
    opening = _found(r"## What you will do\n+(.*?)(?=\n## )", prose, path)
    total, _, parts = _found(r"\*\*Time:\*\* (.*)", opening, path).partition(" minutes: ")
    needs, _, helped = _found(r"\*\*What comes before:\*\* (.*)", opening, path).partition(";")
    shown = tuple(_tables(_joined(cells, "markdown", "code")))
    counted, assigned = _assignment(path.stem, root)
    return Module(
        stem=path.stem,
        title=_found(r"# \d+\. (.*)", prose, path),
        does=_found(r"(.*)", opening, path),
        objectives=tuple(re.findall(r"^- (.*)$", opening, re.M)),
        minutes=int(total),
        parts=tuple((int(n), what) for n, what in re.findall(r"(\d+) (.*?)(?=, \d|\.)", parts)),
        needs=tuple(re.findall(r"\b\d\d\b", needs)),
        helped=tuple(re.findall(r"\b\d\d\b", helped)),
        shown=shown,
        claims=sum(_claims(name, root) for name, _ in shown if name.startswith(DESK)),
        figures=tuple(FIGURE.findall(code)),
        counted=counted,
        assigned=assigned,
    )


def _joined(cells: list[dict[str, Any]], *kinds: str) -> str:
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] in kinds)


def _prose(cells: list[dict[str, Any]]) -> str:
    """Return the prose of a notebook, with links as their words."""
    return LINK.sub(r"\1", _joined(cells, "markdown"))


def _tables(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the exercises whose tables are shown, each with whether it is asked for."""
    heading = ""
    for one in SHOWN.finditer(text):
        heading = one["heading"] or heading
        if one["table"]:
            yield one["table"], heading != MORE


def _found(pattern: str, text: str, path: Path) -> str:
    found = re.search(pattern, text, re.DOTALL if "?=" in pattern else 0)
    if not found:
        raise ValueError(f"{path.name}: nothing fits {pattern!r}. Give it the frame of module 04.")
    return found[1].strip()


def _claims(desk: str, root: Path) -> int:
    path = root / "data" / "claims" / f"{desk.removeprefix(DESK)}.yaml"
    return len(yaml.safe_load(path.read_text("utf-8")))


def _assignment(stem: str, root: Path) -> tuple[tuple[Counted, ...], int]:
    """Return what an assignment counts, and its minutes; nothing where there is none."""
    path = root / "assignments" / "source" / stem / f"{stem}.ipynb"
    if not path.exists():
        return (), 0
    cells: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
    asked = {_grade(cell): "".join(cell["source"]) for cell in cells}
    counted = []
    for cell in cells:
        points = cell["metadata"].get("nbgrader", {}).get("points")
        if points:
            name = _grade(cell).removeprefix("mark-")
            asks = re.search(r"^(.*?)(?:, .*)?: \d+ points", asked[f"{name}-head"], re.M)
            counted.append(Counted(name, points, asks[1] if asks else ""))
    return tuple(counted), int(_found(r"about (\d+) minutes", "".join(asked.values()), path))


def _grade(cell: dict[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))
