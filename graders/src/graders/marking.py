"""Mark a table of an assignment from the records of a submission.

A mark is a replay: nothing of a trainee's runs here.  Whatever a record holds, the answer is a
`TableMark`; a record that cannot count costs its own points and says why.
"""

from dataclasses import dataclass

from graders.assignment import Sitting
from graders.roster import Roster
from parley.errors import ParleyError
from parley.marking import Mark, mark
from parley.play import Play, replay
from parley.record import PRACTICE, Header, Raw, parse
from parley.trainee import clean

MARKED, HELD, REFUSED, MISSING = "marked", "held", "refused", "missing"


@dataclass(frozen=True)
class AttemptMark:
    """What became of one attempt: its mark of 100, its state, and why.

    ``why`` is for the trainee and names nobody else; ``aside`` is for the instructor alone.
    ``play`` and ``found`` are the replayed attempt and how its mark came about, if it has one.
    """

    attempt: int
    mark: float
    state: str
    why: str = ""
    aside: str = ""
    play: Play | None = None
    found: Mark | None = None

    @property
    def said(self) -> str:
        """What the instructor should read of this attempt."""
        notices = self.play.notices if self.play else ()
        return " ".join(filter(None, (self.aside or self.why, *notices)))


@dataclass(frozen=True)
class TableMark:
    """The mark of a table: the mean of its attempts, as a fraction of the cell's points."""

    exercise: str
    fraction: float
    state: str
    attempts: tuple[AttemptMark, ...] = ()

    @property
    def asides(self) -> tuple[str, ...]:
        """What the instructor should read, a sentence each."""
        return tuple(
            f"{self.exercise}.{one.attempt}: {said}" for one in self.attempts if (said := one.said)
        )


def mark_table(
    records: list[tuple[int, bytes | str]],
    sitting: Sitting,
    exercise: str,
    trainee: str,
    roster: Roster,
) -> TableMark:
    """Mark one table of one trainee.

    Parameters
    ----------
    records : list of (int, bytes or str)
        Attempt and content of each record that was handed in, or why it cannot be read.
    sitting : Sitting
        The assignment.
    exercise : str
        The table's exercise.
    trainee : str
        Who handed it in.
    roster : Roster
        Who is who.

    Returns
    -------
    TableMark
        The mean over the attempts up to the last one that was made; one left out counts 0.
    """
    given = dict(records)
    allowed = sitting.attempts[exercise]
    made = [attempt for attempt in given if attempt <= allowed]
    if not made:
        return TableMark(exercise, 0.0, MISSING)
    person = roster.person(trainee)
    code = person.sitting if person else ""
    rules = _Rules(sitting.assignment, sitting.salt, code, exercise, trainee, roster)
    attempts = tuple(
        _attempt(given.get(attempt), attempt, rules) for attempt in range(1, max(made) + 1)
    )
    states = [one.state for one in attempts]
    state = next((one for one in (HELD, MARKED, REFUSED) if one in states), MISSING)
    return TableMark(
        exercise, sum(one.mark for one in attempts) / len(attempts) / 100, state, attempts
    )


@dataclass(frozen=True)
class _Rules:
    """What the header of a record must agree with."""

    assignment: str
    salt: str
    code: str
    exercise: str
    trainee: str
    roster: Roster


def _attempt(record: bytes | str | None, attempt: int, rules: _Rules) -> AttemptMark:
    if record is None:
        return AttemptMark(attempt, 0.0, MISSING, "this attempt was not handed in and counts 0")
    if isinstance(record, str):
        return AttemptMark(attempt, 0.0, REFUSED, record)
    try:
        raw = parse(record, f"{rules.exercise}.{attempt}")
    except ParleyError as error:
        return AttemptMark(attempt, 0.0, REFUSED, str(error))
    why = _mismatch(raw.header, attempt, rules)
    if why:
        return AttemptMark(attempt, 0.0, REFUSED, why)
    verdict, aside = rules.roster.judge(rules.trainee, raw.header.trainee, record)
    if verdict == "other":
        why = "the record is another trainee's"
        return AttemptMark(attempt, 0.0, REFUSED, why, aside)
    return _marked(raw, attempt, "; ".join(filter(None, (aside, _coded(raw.header, rules)))))


def _marked(raw: Raw, attempt: int, aside: str) -> AttemptMark:
    try:
        play = replay(raw)
        found = mark(play)
    except Exception as error:  # whatever is wrong here, the trainee did not do it
        why = "marking stopped here; your instructor will look at it"
        kind = "" if isinstance(error, ParleyError) else f"{type(error).__name__}: "
        return AttemptMark(attempt, 0.0, HELD, why, f"{kind}{error}")
    state = HELD if aside else MARKED
    why = "your instructor will confirm that this record is yours" if aside else ""
    return AttemptMark(attempt, found.mark, state, why, aside, play, found)


def _mismatch(header: Header, attempt: int, rules: _Rules) -> str:
    if header.sitting == PRACTICE:
        return "this is a practice record; play the table in the assignment's notebook"
    name, colon, code = header.sitting.partition(":")
    if name != rules.assignment or header.salt != rules.salt or (colon and not code):
        return "the record is of another assignment or another course"
    if not _as_kept(header.trainee):
        return "the record's name is not written as Parley writes it; the file was changed"
    if rules.code and code != rules.code:
        return "the record is of another sitting"
    if header.exercise != rules.exercise or header.attempt != attempt:
        return "the record is of another exercise or attempt than its file's name says"
    return ""


def _as_kept(name: str) -> bool:
    """Tell whether a name is written as records keep it: the draw comes from its very letters."""
    try:
        return clean(name) == name
    except ParleyError:
        return False


def _coded(header: Header, rules: _Rules) -> str:
    """Return what is odd about a sitting's code that the roster does not ask for."""
    code = header.sitting.partition(":")[2]
    odd = code and not rules.code
    return f"played in sitting {code!r:.60}, the roster names none" if odd else ""
