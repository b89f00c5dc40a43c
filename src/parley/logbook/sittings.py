"""What counts, as far as its records lie near: begun or complete, never a mark.

Marks come with the feedback, so nothing here looks for them.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from parley import place, scenario
from parley.errors import ParleyError
from parley.logbook.records import Kept, kept
from parley.record import PRACTICE

NEAR = ("*/", "../*/", "../assignments/*/")
"""Where assignments lie, from a notebook's folder: within it, beside it, or in the kit."""


@dataclass(frozen=True)
class SittingTable:
    """A table of an assignment: how many of its attempts are begun, and how many complete."""

    assignment: str
    title: str
    attempts: int
    begun: int
    complete: int

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        if self.complete >= self.attempts:
            return "complete"
        if not self.begun:
            return "not begun"
        many = f": {self.complete} of {self.attempts} attempts complete"
        return f"begun{many if self.attempts > 1 else ', not complete'}"


def nearby(folder: Path, name: str) -> tuple[list[Kept], list[str]]:
    """Return a trainee's records in the assignments near a notebook, and what is not counted.

    Parameters
    ----------
    folder : pathlib.Path
        The notebook's folder.
    name : str
        The trainee.

    Returns
    -------
    list of Kept, list of str
        None, where all records of this machine lie in a folder that ``PARLEY_RECORDS`` names.
    """
    found: list[Kept] = []
    left: list[str] = []
    for path in _assignments(folder):
        records, strange = kept(path.parent / "records", name)
        found += [one for one in records if one.raw.header.sitting != PRACTICE]
        left += [f"{path.parent.name}/{text}" for text in strange]
    return found, left


def tables_of(records: Iterable[Kept], folder: Path) -> tuple[SittingTable, ...]:
    """Return the tables of every assignment that has a record.

    Parameters
    ----------
    records : iterable of Kept
        The trainee's records of what counts.
    folder : pathlib.Path
        The notebook's folder, near which the assignments say what they ask.

    Returns
    -------
    tuple of SittingTable
        By assignment; those that are not begun too, where the assignment lies there.
    """
    done: dict[str, dict[str, dict[int, bool]]] = {}
    for one in records:
        head = one.raw.header
        attempts = done.setdefault(_plain(head.sitting), {}).setdefault(head.exercise, {})
        attempts[head.attempt] = attempts.get(head.attempt, False) or one.play.finished
    asked = dict(_asked(folder)) if done else {}
    return tuple(
        SittingTable(name, _title(exercise), attempts, len(begun), sum(begun.values()))
        for name, tables in sorted(done.items())
        for exercise, attempts, begun in _rows(asked.get(name, {}), tables)
    )


def _rows(
    asked: dict[str, int], tables: dict[str, dict[int, bool]]
) -> Iterator[tuple[str, int, dict[int, bool]]]:
    """Yield each table with how many attempts it takes, and those that were begun."""
    for exercise in dict.fromkeys((*asked, *tables)):
        begun = tables.get(exercise, {})
        yield exercise, asked.get(exercise, len(begun)), begun


def _assignments(folder: Path) -> list[Path]:
    """Return the sitting files near a notebook but not in its own folder, whose records count."""
    if os.environ.get("PARLEY_RECORDS"):
        return []
    here = folder.resolve()
    found = {path.resolve() for near in NEAR for path in here.glob(f"{near}{place.SITTING_FILE}")}
    return sorted(path for path in found if path.parent != here)


def _asked(folder: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield what each assignment near a notebook asks: attempts by table."""
    for path in [folder / place.SITTING_FILE, *_assignments(folder)]:
        with suppress(ParleyError):  # whoever opens that assignment is told what is wrong with it
            found = place.read_sitting(path)
            yield _plain(found.name), found.tables


def _plain(sitting: str) -> str:
    """Return the assignment of a sitting, without the code that is given out in a room."""
    return sitting.partition(":")[0]


def _title(exercise: str) -> str:
    """Return what a table is called, or its name where it is not there."""
    try:
        return scenario.load(exercise).title
    except ParleyError:
        return exercise
