"""Mark one trainee's notebook: every table from its records, every answer left to the instructor.

nbgrader's commands and ``graders mark`` both come here, so both give the same marks.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from graders.assignment import Cell, Notebook, Sitting, marking, table_of
from graders.handin import HandInError, read_record, record_paths
from graders.marking import HELD, TableMark, mark_table
from graders.report import table_html
from graders.roster import Roster, canonical
from parley.errors import ParleyError
from parley.play import replay
from parley.record import parse


@dataclass
class HandIn:
    """One trainee's submission of one assignment.

    ``peers`` are the submissions of the trainee's group, whose records count as well; ``marked``
    are the records that were marked, by the name of their file.
    """

    trainee: str
    folder: Path
    sitting: Sitting
    roster: Roster
    peers: tuple[Path, ...] = ()
    notes: list[str] = field(default_factory=list)
    marked: dict[str, bytes] = field(default_factory=dict)

    def keep(self, dest: Path) -> None:
        """Write the records that were marked beside the marked notebook, for the feedback."""
        for name, record in self.marked.items():
            path = dest / "records" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_bytes(record)


@dataclass(frozen=True)
class CellMark:
    """The mark of one table's cell, in points."""

    grade_id: str
    points: float
    most: float
    table: TableMark

    @property
    def held(self) -> bool:
        """Whether an instructor has to look before it stands."""
        return self.table.state == HELD


def mark_tables(notebook: Notebook, handin: HandIn) -> list[CellMark]:
    """Mark every table of a notebook and write points and reasons into its cells.

    Parameters
    ----------
    notebook : dict
        The master with the trainee's answers; outputs are set on its table cells.
    handin : HandIn
        The submission.

    Returns
    -------
    list of CellMark
        In the notebook's order.
    """
    marks = []
    for cell in notebook["cells"]:
        exercise = table_of(cell)
        if exercise:
            marks.append(_mark_cell(cell, exercise, handin))
        elif cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return marks


def _mark_cell(cell: Cell, exercise: str, handin: HandIn) -> CellMark:
    records = _records(exercise, handin)
    table = mark_table(records, handin.sitting, exercise, handin.trainee, handin.roster)
    replayed = [f"{exercise}.{one.attempt}.jsonl" for one in table.attempts if one.play]
    for attempt, record in records:
        name = f"{exercise}.{attempt}.jsonl"
        if name in replayed and isinstance(record, bytes):
            handin.marked[name] = record
    most = float(marking(cell)["points"])
    points = min(most, round(most * table.fraction, 2))
    cell["metadata"]["parley"] = {"state": table.state, "records": replayed}
    cell["execution_count"] = 1
    cell["outputs"] = [
        {
            "output_type": "execute_result",
            "execution_count": 1,
            "metadata": {},
            "data": {"text/plain": str(points), "text/html": table_html(table, points, most)},
        }
    ]
    return CellMark(marking(cell)["grade_id"], points, most, table)


def _records(exercise: str, handin: HandIn) -> list[tuple[int, bytes | str]]:
    """Return the trainee's records; those of a group are the same for all its members."""
    found: dict[int, bytes | str] = {}
    for attempt, path in record_paths(handin.folder, exercise).items():
        try:
            found[attempt] = read_record(path)
        except HandInError as error:
            found[attempt] = str(error)
    for attempt, record in _shared(exercise, handin):
        old = found.get(attempt, b"")
        if isinstance(old, str) or _rank(record) > _rank(old):
            found[attempt] = record
    return list(found.items())


def _rank(record: bytes) -> tuple[int, bytes]:
    """Order records of one attempt: of a group's several copies, the one played furthest counts.

    Only moves that replay and change something are counted, so that no member can push the others'
    work aside, be it by going back and forth.
    """
    try:
        raw = parse(record, "record")
        moves = raw.entries[: replay(raw).used]
        return len({move.state for move in moves}), record
    except ParleyError:
        return -1, record


def _shared(exercise: str, handin: HandIn) -> Iterator[tuple[int, bytes]]:
    """Yield the records under the group's name that its other members handed in."""
    person = handin.roster.person(handin.trainee)
    for folder in handin.peers:
        for attempt, path in record_paths(folder, exercise).items():
            with suppress(HandInError, ParleyError):
                record = read_record(path)
                if person and canonical(parse(record, path.name).header.trainee) == person.group:
                    yield attempt, record


def summary(handin: HandIn, marks: list[CellMark]) -> str:
    """Return the one line that says what became of a submission.

    Parameters
    ----------
    handin : HandIn
        The submission.
    marks : list of CellMark
        Its marks.

    Returns
    -------
    str
        Such as ``ada: marked: tent 61.2/70``.
    """
    states = [mark.table.state for mark in marks]
    state = HELD if HELD in states else "marked" if marks else "no table"
    tables = ", ".join(f"{mark.table.exercise} {mark.points:g}/{mark.most:g}" for mark in marks)
    missing = [f"{m.table.exercise}: no record" for m in marks if m.table.state == "missing"]
    asides = [aside for mark in marks for aside in mark.table.asides]
    rest = "; ".join([*missing, *asides, *handin.notes])
    return f"{handin.trainee}: {state}: {tables}" + (f" ({rest})" if rest else "")
