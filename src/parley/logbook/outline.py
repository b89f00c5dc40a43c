"""The course in outline: its modules in order, with what each asks.

It stands in ``data/course.json``, which ``python -m tools.outline`` writes from the lessons: what
a lesson shows is what its module asks, so the two cannot go out of step.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parley.data import data_folder
from parley.errors import ParleyError

__all__ = ["Module", "Table", "outline"]


@dataclass(frozen=True)
class Table:
    """A table that a lesson shows; ``asked`` is false where it is for those who want more."""

    exercise: str
    title: str
    asked: bool


@dataclass(frozen=True)
class Module:
    """A module of the course: two digits, its title, the minutes it takes, and its tables."""

    module: str
    title: str
    minutes: int
    tables: tuple[Table, ...]


def outline() -> tuple[Module, ...]:
    """Return the modules of the course in their order.

    Returns
    -------
    tuple of Module
        None, where the data are an instructor's own and hold no course.

    Raises
    ------
    ParleyError
        If the file is there and cannot be used.

    Examples
    --------
    >>> [table.exercise for table in outline()[4].tables]
    ['tent', 'incidents-at-sea', 'claim-desk-04']
    """
    return _read(data_folder() / "course.json")


@cache
def _read(path: Path) -> tuple[Module, ...]:
    if not path.is_file():
        return ()
    try:
        modules = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            Module(**one | {"tables": tuple(Table(**table) for table in one["tables"])})
            for one in modules
        )
    except (OSError, ValueError, TypeError, LookupError) as error:
        raise ParleyError(
            f"{path}: not the outline of a course ({error!r:.80}). Restore the file."
        ) from None
