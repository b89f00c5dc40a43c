"""A session: one trainee at one table, from the record to the panel and back."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from parley import place, record, scenario, week
from parley.errors import ParleyError, Refused
from parley.place import Sitting
from parley.play import SEAT, Part, Play, begin, replay
from parley.record import PRACTICE, Header
from parley.trainee import clean, remember, trainee

ELSEWHERE = (
    "This play went on elsewhere, in another window or program. It is shown here as it stands now; "
    "look again before you move."
)

LATE = (
    "This came after the table had gone on, so it was not taken; what you sent before counts. Look "
    "at the table as it stands now."
)

WHO = "Say who you are before you move: the record is kept under your name."


class RecordSession:
    """An attempt and its record: a move counts once it is in the file.

    Parameters
    ----------
    header : Header
        What is played, by whom, in which sitting, for which time.
    path : pathlib.Path
        The record; it is made with the first move.
    """

    def __init__(self, header: Header, path: Path) -> None:
        self.restore(header, path)

    def restore(self, header: Header, path: Path) -> None:
        """Take up an attempt where its record ends."""
        seen, keep = record.unbegun(path), 0
        if path.exists() and not seen and path.stat().st_size:
            raw = record.read(path)
            if raw.header != header:
                raise ParleyError(_strange(path, raw.header, header))
            play = replay(raw)
            seen, keep = raw.size, raw.ends[play.used]
        else:
            play = begin(header)
        self.path, self.play, self._seen, self._keep = path, play, seen, keep
        self._prefix: list[dict[str, Any]] = []

    @property
    def finished(self) -> bool:
        """Whether every part of the attempt is done."""
        return self.play.finished

    def move(self, move: dict[str, Any], part: str) -> None:
        """Make a move: it counts once this returns.

        Parameters
        ----------
        move : dict
            The move as plain data.
        part : str
            The part it belongs to.

        Raises
        ------
        Refused
            If the rules do not allow it, or the play went on elsewhere; the record is as it was.
        """
        before = self.play.part(part)
        reason = before.refuse(move)
        if reason:
            raise Refused(reason)
        after = before.after(move)
        state = record.digest(part, after.game.facts(after.states[-1]))
        entry = record.Entry(self.play.used + 1, record.now(), SEAT, part, move, state)
        self._append(asdict(entry))
        self.play = self.play.with_part(after)

    def branch(self, path: Path, moves: int) -> None:
        """Go back to the state after some of the moves, to play on from there in a new record."""
        raw = record.read(self.path)
        entries = raw.entries[:moves]
        self.play = replay(record.Raw(raw.header, entries, (), 0))
        self.path = path
        self._prefix = [asdict(entry) for entry in entries]
        self._seen = self._keep = 0

    def _append(self, line: dict[str, Any]) -> None:
        lines = [line]
        if not self._keep:
            lines = [record.header_line(self.play.header), *self._prefix, line]
        try:
            self._seen = record.append(self.path, lines, self._seen, self._keep)
        except record.Elsewhere:
            self.restore(self.play.header, self.path)
            raise Refused(ELSEWHERE) from None
        self._keep = self._seen


class Session(RecordSession):
    """The newest attempt of a trainee at an exercise, as a panel shows it.

    Parameters
    ----------
    exercise : str
        Its name, such as ``"tent"``.
    folder : pathlib.Path
        The notebook's folder.
    name : str
        The trainee.
    sitting : Sitting or None
        What makes the play count, or None for practice.
    """

    def __init__(self, exercise: str, folder: Path, name: str, sitting: Sitting | None) -> None:
        self.exercise = exercise
        self.trainee = name
        self._folder = place.records_folder(folder)
        self._sitting = sitting
        self._limit = sitting.tables.get(exercise, 0) if sitting else 0
        if sitting and not self._limit:
            raise ParleyError(
                f"{sitting.name} has no table {exercise!r}; it has {', '.join(sitting.tables)}."
            )
        self.part = self.notice = ""
        self._resume()

    def move(self, move: dict[str, Any], part: str | None = None, at: int | None = None) -> None:
        """Make a move in a part, or in the one shown; see `RecordSession.move`.

        Where ``at`` is given, the move is for the table after so many moves of the part: one that
        was sent twice would otherwise answer the next question too.
        """
        name = part or self.part
        if not self.trainee:
            raise Refused(WHO)
        if at is not None and at != len(self.play.part(name).moves):
            raise Refused(LATE)
        super().move(move, name)
        self.part, self.notice = name, ""

    def select(self, part: str) -> None:
        """Show another part."""
        self.play.part(part)
        self.part, self.notice = part, ""

    @property
    def can_restart(self) -> bool:
        """Whether a new attempt may begin: this one is over, and another is allowed."""
        more = not self._limit or self.play.header.attempt < self._limit
        return more and self.finished

    def new_attempt(self) -> None:
        """Begin the next attempt, with a draw of its own."""
        if not self.can_restart:
            raise Refused("Finish this attempt first." if not self.finished else "No attempt left.")
        self._attempt(self._newest() + 1)

    def play_on(self, row: int) -> None:
        """Go back to the state before a row of the review and play on from there, in practice.

        The old play keeps its record; the branch has one of its own from its first new move on.

        Parameters
        ----------
        row : int
            The row's number, from 1: the first move that is to be made anew.
        """
        part = self.play.part(self.part)
        if not self.play.practice or not part.done or not 1 <= row <= len(part.moves):
            raise Refused("One can play on from a row of the review of a practice play only.")
        attempt = self.play.header.attempt
        self._branch = self._branches(attempt) + 1
        self.branch(self._path(attempt, self._branch), self._before(row))
        self.notice = f"You play on from move {row}; what you played before is kept."

    def _before(self, row: int) -> int:
        """Return how many moves of the record, in all parts, came before a move of this part."""
        entries = record.read(self.path).entries
        mine = [place for place, entry in enumerate(entries) if entry.part == self.part]
        return mine[row - 1]

    def step(self, to: int) -> None:
        """Refuse: one steps through a record that is shown read-only."""
        raise Refused("One plays here; to step through a record, use parley.table(record=…).")

    def rename(self, name: str) -> None:
        """Take up the play of another trainee, who is remembered on this machine."""
        before, self.trainee = self.trainee, clean(name)
        try:
            self._resume()
        except ParleyError:
            self.trainee = before
            raise
        remember(name)

    def review_view(self) -> dict[str, Any] | None:
        """Return the review of the part shown, in practice and once all is over; else None.

        The days of a week are reviewed one by one, and all of them together at its end.
        """
        over = self.play.part(self.part).done if week.is_week(self.play) else self.finished
        if not self.play.practice or not over:
            return None
        review = week.reviewed(self.play, self.part)
        if review["figure"] and review["figure"][0] == "calibration":
            review["figure"] = ("calibration", self._calibration())
        return review

    def _calibration(self) -> dict[str, Any] | None:
        """Return the calibration over all that this trainee has practised of the same game."""
        from parley.logbook.records import calibration_data, kept

        records, _ = kept(self._folder, self.trainee)
        game = scenario.load(self.play.part(self.part).draw.exercise).game
        return calibration_data(records, game)

    def view(self) -> dict[str, Any]:
        """Return everything a panel shows, as plain data."""
        return screen_of(self.play, self.part, len(self.play.part(self.part).moves)) | {
            "trainee": self.trainee,
            "branch": self._branch,
            "notice": self.notice,
            "can_restart": self.can_restart,
        }

    def _resume(self) -> None:
        """Take up the newest attempt there is, or begin the first."""
        self._attempt(self._newest())

    def _attempt(self, attempt: int) -> None:
        found = scenario.load(self.exercise)
        at = self._sitting
        salt, sitting = (at.salt, at.name) if at else ("", PRACTICE)
        self._branch = self._branches(attempt)
        header = Header(
            self.exercise, found.version, found.rules, self.trainee, salt, sitting, attempt
        )
        self.restore(header, self._path(attempt, self._branch))
        self.notice = " ".join(self.play.notices) if self.trainee else WHO
        self.part = self._next_open()

    def _newest(self) -> int:
        attempt = 1
        while self._path(attempt + 1).exists():
            attempt += 1
        return attempt

    def _branches(self, attempt: int) -> int:
        branch = 0
        while self._path(attempt, branch + 1).exists():
            branch += 1
        return branch

    def _path(self, attempt: int, branch: int = 0) -> Path:
        """Return the record of an attempt, or of a branch that was played on from its review."""
        mark = f"-{branch}" if branch else ""
        return self._folder / f"{self.exercise}.{attempt}{mark}.jsonl"

    def _next_open(self) -> str:
        return self.play.open_part or next(reversed(self.play.parts))


def screen_of(play: Play, name: str, at: int) -> dict[str, Any]:
    """Return what a panel shows of a part after some of its moves, as plain data.

    Parameters
    ----------
    play : Play
        The attempt.
    name : str
        The part.
    at : int
        After how many of the part's moves.

    Returns
    -------
    dict
        The head, the parts, the view and the form; nothing is asked where the part is done, or
        where it went on.
    """
    part = play.part(name)
    state = part.states[at]
    form, view = asdict(part.game.form(state)), asdict(part.game.view(state))
    debrief = view.pop("debrief")
    if play.practice or play.finished:
        view["known"] = [*debrief, *view["known"]]
    if part.draw.exercise != play.header.exercise:
        view["title"] = f"{scenario.load(play.header.exercise).title}: {view['title']}"
    if part.done or at < len(part.moves):
        form["actions"] = []
    return {
        "exercise": play.header.exercise,
        "trainee": play.header.trainee,
        "mode": PRACTICE if play.practice else "graded",
        "sitting": play.header.sitting,
        "attempt": play.header.attempt,
        "branch": 0,
        "notice": "",
        "parts": [
            {"id": one.draw.id, "label": one.draw.label, "status": one.status}
            for one in play.parts.values()
        ]
        + [{"id": name, "label": label, "status": "ahead"} for name, label in play.ahead],
        "part": name,
        "can_restart": False,
        "view": view,
        "form": form,
        "map": _map(part),
        "moves": at,
        "replay": None,
    }


def _map(part: Part) -> str:
    from parley.figures.valley import valley

    if scenario.load(part.draw.exercise).map != "valley":
        return ""
    return valley(dict(part.draw.variant.words.names))


def _strange(path: Path, got: Header, wanted: Header) -> str:
    """Say in which way a record is of another play."""
    if got.trainee != wanted.trainee:
        who = f"{path.name} is the record of {got.trainee}, and you are {wanted.trainee}."
        return f"{who} Say who you are, or move the file to its owner's folder."
    return (
        f"{path}: this record is of another sitting, version or attempt "
        f"({got.sitting}, version {got.scenario}, attempt {got.attempt}). "
        "Move it to another folder to keep it, and begin anew."
    )


def open_session(
    exercise: str,
    folder: Path | None = None,
    name: str | None = None,
    sitting: Sitting | None = None,
) -> Session:
    """Return a trainee's session at a table, restored where the record ends.

    Parameters
    ----------
    exercise : str
        Its name, such as ``"tent"``.
    folder : pathlib.Path, optional
        The notebook's folder; found if not given.
    name : str, optional
        The trainee; found if not given.
    sitting : Sitting, optional
        What makes the play count; read from the folder if not given.

    Returns
    -------
    Session
        Ready for the next move.

    Raises
    ------
    ParleyError
        If the exercise, the sitting or the record cannot be used.
    """
    where = folder or place.notebook_folder()
    who = clean(name) if name else trainee()
    return Session(exercise, where, who, sitting or place.sitting(where))
