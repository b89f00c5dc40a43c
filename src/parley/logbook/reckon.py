"""What a trainee has done over the whole course, reckoned from records alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from parley import place, scenario
from parley.errors import ParleyError
from parley.figures.calibration import describe
from parley.logbook.forms import Forms, compare
from parley.logbook.outline import Module, outline
from parley.logbook.records import Kept, calibration_data, kept, printable, spent
from parley.logbook.sittings import SittingTable, nearby, tables_of
from parley.marking import mark
from parley.record import PRACTICE
from parley.trainee import trainee

ESTIMATES = {"estimate": "Claim desks", "forecast": "Forecasts"}
"""The families whose answers say how sure they are, and what their answers are called."""


@dataclass(frozen=True)
class TableProgress:
    """What was done at one table.

    ``asked`` is false where the lesson leaves the table to those who want more; ``best`` is the
    best mark of a finished practice play, or None; ``minutes`` is the time between moves, pauses
    cut; ``parts`` are the exercises of which a play was made up.
    """

    module: str
    exercise: str
    title: str
    asked: bool = True
    plays: int = 0
    finished: int = 0
    best: float | None = None
    minutes: int = 0
    parts: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Not begun, begun, or finished."""
        return "finished" if self.finished else "begun" if self.plays else "not begun"

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        best = "–" if self.best is None else f"{self.best:.0f}"
        return (self.title, self.state, str(self.plays), best, str(self.minutes))


@dataclass(frozen=True)
class ModuleProgress:
    """What was done in one module: its tables, in the order of the lesson.

    ``asks`` is how many minutes the whole module takes, reading and reviews among them; 0 where no
    lesson says it.
    """

    module: str
    title: str
    asks: int
    tables: tuple[TableProgress, ...]

    @property
    def asked(self) -> int:
        """How many tables the lesson asks for."""
        return sum(table.asked for table in self.tables)

    @property
    def done(self) -> int:
        """How many of the tables that the lesson asks for are finished."""
        return sum(table.asked and table.finished > 0 for table in self.tables)

    @property
    def minutes(self) -> int:
        """The minutes at its tables."""
        return sum(table.minutes for table in self.tables)

    @property
    def state(self) -> str:
        """Not begun, begun, or finished: every table that the lesson asks for is finished."""
        if self.asked and self.done == self.asked:
            return "finished"
        return "begun" if any(table.plays for table in self.tables) else "not begun"


@dataclass(frozen=True)
class Progress:
    """What a trainee has done so far.

    Parameters
    ----------
    trainee : str
        Who.
    modules : tuple of ModuleProgress
        The whole course, and what was played besides.
    calibration : tuple of str
        How sure the answers at claim desks and in forecasts were, and how often right, in words.
    forms : Forms
        The first positions beside the last.
    sittings : tuple of SittingTable
        What counts, as far as its records lie here: how far it is, never a mark.
    unread : tuple of str
        Records that are not counted, and why.
    """

    trainee: str
    modules: tuple[ModuleProgress, ...]
    calibration: tuple[str, ...] = ()
    forms: Forms = Forms()
    sittings: tuple[SittingTable, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[TableProgress, ...]:
        """The tables that were played, by module."""
        return tuple(t for module in self.modules for t in module.tables if t.plays)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.tables or self.sittings or self.unread)

    @property
    def minutes(self) -> int:
        """The minutes at all tables."""
        return sum(module.minutes for module in self.modules)

    @property
    def head(self) -> str:
        """What was played, in one sentence."""
        if not self.tables:
            return f"Progress of {self.trainee}: nothing played yet."
        plays, tables = sum(table.plays for table in self.tables), len(self.tables)
        return (
            f"Progress of {self.trainee}: {counted(plays, 'play')} at {counted(tables, 'table')}, "
            f"{counted(self.minutes, 'minute')}."
        )

    @property
    def sum(self) -> str:
        """How much of the course is done, in one sentence; nothing where there is no course."""
        course = [module for module in self.modules if module.asked]
        if not course:
            return ""
        over = sum(module.state == "finished" for module in course)
        done, asked = sum(m.done for m in course), sum(m.asked for m in course)
        asks = sum(module.asks for module in course)
        return (
            f"{over} of {counted(len(course), 'module')} and {done} of {counted(asked, 'table')} "
            f"finished; the course asks {asks:,} minutes, about {round(asks / 60)} hours."
        )

    def __repr__(self) -> str:
        """Return the progress as plain text; one line where nothing was played."""
        from parley.logbook.notebook import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        """Return the progress as HTML, everything escaped; one line where nothing was played."""
        from parley.logbook.notebook import as_html

        return as_html(self)


def progress(folder: Path | None = None, name: str | None = None) -> Progress:
    """Return what the trainee has done, from the records in and near a notebook's folder.

    Parameters
    ----------
    folder : pathlib.Path, optional
        The notebook's folder; found if not given.
    name : str, optional
        The trainee, as records keep the name; found if not given.

    Returns
    -------
    Progress
        Every module of the course; a record of somebody else, or one that cannot be used, is not
        counted, and it is said why.
    """
    where = folder or place.notebook_folder()
    who = trainee() if name is None else name
    found, left = kept(place.records_folder(where), who)
    here = [one for one in found if one.raw.header.sitting != PRACTICE]
    counts, strange = nearby(where, who)
    shown = shown_by(found, who)
    return replace(
        shown,
        sittings=tables_of([*here, *counts], where),
        unread=(*left, *shown.unread, *strange),
    )


def shown_by(records: Iterable[Kept], name: str) -> Progress:
    """Return what a trainee's records of practice show.

    Parameters
    ----------
    records : iterable of Kept
        The records; those of what counts are left out.
    name : str
        The trainee.

    Returns
    -------
    Progress
        Without assignments; ``unread`` says what could not be marked.
    """
    practice = [one for one in records if one.raw.header.sitting == PRACTICE]
    marks, unmarked = _marks(practice)
    return Progress(
        trainee=name or "nobody",
        modules=tuple(_modules(practice, marks)),
        calibration=tuple(_calibration(practice)),
        forms=compare(one for one in practice if one.name in marks),
        unread=tuple(unmarked),
    )


def _marks(practice: Iterable[Kept]) -> tuple[dict[str, float], list[str]]:
    """Return the mark of each finished play by its file, and why another has none.

    An exercise of an instructor's own may not be solved yet.
    """
    marks, unmarked = {}, []
    for one in practice:
        if one.play.finished:
            try:
                marks[one.name] = mark(one.play).mark
            except ParleyError as error:
                unmarked.append(printable(f"{one.name} is not marked: {error}"))
    return marks, unmarked


def _modules(practice: Iterable[Kept], marks: Mapping[str, float]) -> Iterator[ModuleProgress]:
    """Yield the modules of the course, and any that only a scenario names, by their numbers."""
    played: dict[str, list[Kept]] = {}
    for one in practice:
        played.setdefault(one.raw.header.exercise, []).append(one)
    course = {module.module: module for module in outline()}
    extra: dict[str, list[TableProgress]] = {}
    for exercise, records in played.items():
        known = scenario.load(exercise)
        module = course.get(known.module)
        if module is None or exercise not in {table.exercise for table in module.tables}:
            blank = TableProgress(known.module, exercise, known.title, asked=False)
            extra.setdefault(known.module, []).append(_table(blank, records, marks))
    for number in sorted({*course, *extra}):
        module = course.get(number, Module(number, "Tables of no lesson", 0, ()))
        blanks = (TableProgress(number, t.exercise, t.title, t.asked) for t in module.tables)
        tables = [_table(blank, played.get(blank.exercise, ()), marks) for blank in blanks]
        every = (*tables, *extra.get(number, ()))
        yield ModuleProgress(number, module.title, module.minutes, every)


def counted(count: int, noun: str) -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> counted(1, "play"), counted(2, "play")
    ('1 play', '2 plays')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _table(
    blank: TableProgress, records: Sequence[Kept], marks: Mapping[str, float]
) -> TableProgress:
    """Return what was done at a table from its records."""
    if not records:
        return blank
    wholes = [p for one in records for p in one.play.parts.values() if not p.draw.position]
    return TableProgress(
        *(blank.module, blank.exercise, blank.title, blank.asked),
        plays=len(records),
        finished=sum(one.play.finished for one in records),
        best=max((marks[one.name] for one in records if one.name in marks), default=None),
        minutes=round(spent(records) / timedelta(minutes=1)),
        parts=tuple(dict.fromkeys(part.draw.exercise for part in wholes)),
    )


def _calibration(practice: Sequence[Kept]) -> Iterator[str]:
    """Say of each family of estimates how sure the answers were, and how often right."""
    for game, name in ESTIMATES.items():
        data = calibration_data(practice, game)
        if data and data["answers"]:
            yield f"{name}: {describe(data)}"
