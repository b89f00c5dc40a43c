"""What a trainee has done so far, from the records beside a notebook alone."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from parley import place, scenario
from parley.errors import ParleyError
from parley.figures.calibration import describe
from parley.games.estimate.judge import gather
from parley.marking import mark, solved_for
from parley.play import Play, replay
from parley.record import Raw, read
from parley.review import picture
from parley.trainee import trainee

PAUSE = timedelta(minutes=5)
"""A longer gap between two moves is a pause, of which so much counts as time at the table."""

COLUMNS = ("Module", "Table", "Plays", "Finished", "Best mark", "Minutes")


@dataclass(frozen=True)
class TableProgress:
    """What was done at one table.

    ``best`` is the best mark of a finished practice play, or None; ``minutes`` is the time between
    moves, pauses cut.
    """

    module: str
    title: str
    plays: int
    finished: int
    best: float | None
    minutes: int

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        best = "–" if self.best is None else f"{self.best:.0f}"
        counts = (str(self.plays), str(self.finished))
        return (self.module, self.title, *counts, best, str(self.minutes))


@dataclass(frozen=True)
class Progress:
    """What a trainee has done so far.

    Parameters
    ----------
    trainee : str
        Who.
    tables : tuple of TableProgress
        The tables that were played, by module.
    calibration : str
        How sure the answers at claim desks were, and how often right, in words.
    unread : tuple of str
        Records that could not be used, and why.
    """

    trainee: str
    tables: tuple[TableProgress, ...]
    calibration: str
    unread: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """The sum of it in one sentence."""
        if not self.tables:
            return f"Progress of {self.trainee}: nothing played yet."
        plays = sum(table.plays for table in self.tables)
        minutes = sum(table.minutes for table in self.tables)
        return (
            f"Progress of {self.trainee}: {plays} plays at {len(self.tables)} tables, "
            f"{minutes} minutes."
        )

    def __repr__(self) -> str:
        """Return the progress as plain text."""
        rows = ["  ".join(table.cells) for table in self.tables]
        return "\n".join([self.head, *rows, *filter(None, [self.calibration]), *self.unread])

    def _repr_html_(self) -> str:
        """Return the progress as an HTML table, everything escaped."""
        body = "".join(_row("td", table.cells) for table in self.tables)
        table = f"<table>{_row('th', COLUMNS)}{body}</table>" if body else ""
        said = [f"Calibration: {self.calibration}"] if self.calibration else []
        notes = "".join(f"<p>{escape(text)}</p>" for text in (*said, *self.unread))
        return f"<p>{escape(self.head)}</p>{table}{notes}"


def progress(folder: Path | None = None) -> Progress:
    """Return what the trainee has done, from the records in a notebook's folder.

    Parameters
    ----------
    folder : pathlib.Path, optional
        The notebook's folder; found if not given.

    Returns
    -------
    Progress
        One row a table; a record of somebody else, or one that cannot be used, is not counted.
    """
    who = trainee()
    pairs, unread = records_of(place.records_folder(folder or place.notebook_folder()), who)
    found: dict[str, list[tuple[Play, Raw]]] = {}
    for play, raw in pairs:
        found.setdefault(raw.header.exercise, []).append((play, raw))
    tables = sorted(
        (_table(exercise, plays) for exercise, plays in found.items()),
        key=lambda table: (table.module, table.title),
    )
    plays = [play for play, _ in pairs]
    return Progress(who or "nobody", tuple(tables), _calibration(plays), tuple(unread))


def records_of(folder: Path, name: str) -> tuple[list[tuple[Play, Raw]], list[str]]:
    """Return a trainee's plays in a folder of records, and what could not be used, and why."""
    found, unread = [], []
    for path in sorted(folder.glob("*.jsonl")):
        try:
            raw = read(path)
            if raw.header.trainee == name:
                found.append((replay(raw), raw))
        except ParleyError as error:
            unread.append(f"{path.name} is not counted: {error}")
    return found, unread


def _table(exercise: str, plays: Sequence[tuple[Play, Raw]]) -> TableProgress:
    known = scenario.load(exercise)
    finished = [play for play, _ in plays if play.finished]
    marks = [mark(play).mark for play in finished if play.practice]
    spent = sum((_spent(raw) for _, raw in plays), timedelta())
    return TableProgress(
        module=known.module,
        title=known.title,
        plays=len(plays),
        finished=len(finished),
        best=max(marks, default=None),
        minutes=round(spent / timedelta(minutes=1)),
    )


def _spent(raw: Raw) -> timedelta:
    """Return the time between the moves of a record, each gap up to a pause."""
    times = []
    for entry in raw.entries:
        with suppress(ValueError):
            time = datetime.fromisoformat(entry.time)
            times.extend([time] if time.tzinfo else [])
    gaps = (after - before for before, after in zip(times, times[1:], strict=False))
    return sum((min(max(gap, timedelta()), PAUSE) for gap in gaps), timedelta())


def calibration_data(plays: Iterable[Play], game: str = "estimate") -> dict[str, Any] | None:
    """Return how sure the answers in a game were, and how right, for the figure; None if none are.

    Parameters
    ----------
    plays : iterable of Play
        Any plays; those of practice are looked at.
    game : str
        The family, one that says how sure its answers are; the claim desks if not given.

    Returns
    -------
    dict or None
        As `parley.figures.calibration` draws it.
    """
    found = [
        picture(part, solved_for(play, part))
        for play in plays
        for part in play.parts.values()
        if play.practice and part.moves and scenario.load(part.draw.exercise).game == game
    ]
    return gather(data for _, data in filter(None, found)) if found else None


def _calibration(plays: Iterable[Play]) -> str:
    """Say how sure the answers at the desks were, and how often right."""
    data = calibration_data(plays)
    return describe(data) if data else ""


def _row(tag: str, cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
