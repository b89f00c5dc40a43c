"""A play is a variant and a record, replayed: the same states anywhere, always."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from parley import record, scenario
from parley.errors import ParleyError, Refused
from parley.games import family
from parley.games.game import Game, Outcome
from parley.record import PRACTICE, Header, Raw
from parley.scenario import Draw

SEAT = "trainee"


@dataclass(frozen=True)
class Part:
    """One part of an attempt, replayed: its draw, its moves, and the states they passed through.

    ``states`` holds one state more than there are moves.
    """

    draw: Draw
    moves: tuple[dict[str, Any], ...]
    states: tuple[Any, ...]

    @property
    def game(self) -> Game:
        """The rules by which it is played."""
        return family(scenario.load(self.draw.exercise).game)

    @property
    def done(self) -> bool:
        """Whether nothing more is asked: the talks are over, or the position is answered."""
        return bool(self.moves) if self.draw.position else self.game.is_terminal(self.states[-1])

    @property
    def outcome(self) -> dict[str, Outcome]:
        """What the part has come to, by name, as its player sees it."""
        return self.game.outcome(self.states[-1])

    @property
    def status(self) -> str:
        """``new``, ``open`` or ``done``."""
        return "done" if self.done else "open" if self.moves else "new"

    def refuse(self, move: dict[str, Any]) -> str | None:
        """Return why a move is not allowed in this part now, or None."""
        if self.done and self.draw.position:
            return "This position is answered; go on to the next one."
        return self.game.refuse(self.states[-1], move)

    def after(self, move: dict[str, Any]) -> "Part":
        """Return the part with one move more."""
        state = self.game.apply(self.states[-1], move)
        return Part(self.draw, (*self.moves, move), (*self.states, state))


@dataclass(frozen=True)
class Play:
    """An attempt, replayed from its record as far as the record holds.

    ``used`` is how many of its moves replay; ``notices`` say what was left out and why;
    ``ahead`` holds the id and the label of each part that opens only when others are done.
    """

    header: Header
    parts: dict[str, Part]
    used: int = 0
    notices: tuple[str, ...] = ()
    ahead: tuple[tuple[str, str], ...] = ()

    @property
    def practice(self) -> bool:
        """Whether this attempt is practice, whose review is shown at once."""
        return self.header.sitting == PRACTICE

    @property
    def finished(self) -> bool:
        """Whether every part is done, and none is to come."""
        return not self.ahead and self.open_part is None

    @property
    def open_part(self) -> str | None:
        """The first part that is not done, or None."""
        return next((name for name, part in self.parts.items() if not part.done), None)

    @property
    def ends(self) -> dict[str, dict[str, Outcome]]:
        """What each part that is done came to."""
        return {name: part.outcome for name, part in self.parts.items() if part.done}

    def part(self, name: str) -> Part:
        """Return a part by its id, or say which ones there are."""
        if name not in self.parts:
            raise Refused(f"There is no part {name!r:.40}; there are {', '.join(self.parts)}.")
        return self.parts[name]

    def with_part(self, part: Part) -> "Play":
        """Return the play with one part replaced and one move more used; it may open another."""
        parts = self.parts | {part.draw.id: part}
        play = replace(self, parts=parts, used=self.used + 1)
        return _opened(play) if part.done and play.ahead else play


def begin(header: Header) -> Play:
    """Return an attempt before its first move.

    Parameters
    ----------
    header : Header
        What is played, by whom, in which sitting, for which time.

    Returns
    -------
    Play
        Its parts, drawn.

    Raises
    ------
    ParleyError
        If the exercise, or its version, is not the one installed here.
    """
    found = scenario.load(header.exercise)
    _check_versions(header, found)
    draws = scenario.draws(found, header)
    parts = {draw.id: start(draw) for draw in draws}
    return Play(header, parts, ahead=found.to_come({}))


def _opened(play: Play) -> Play:
    """Return a play with the parts that what is done has opened, in their order."""
    found, ends = scenario.load(play.header.exercise), play.ends
    draws = scenario.draws(found, play.header, ends)
    parts = {draw.id: play.parts.get(draw.id) or start(draw) for draw in draws}
    return replace(play, parts=parts, ahead=found.to_come(ends))


def start(draw: Draw) -> Part:
    """Return a part before its first move."""
    game = family(scenario.load(draw.exercise).game)
    return Part(draw, (), (game.initial_state(draw.variant),))


def replay(raw: Raw) -> Play:
    """Return the attempt in a record, move by move, up to the first line that does not replay.

    Parameters
    ----------
    raw : Raw
        The record as it was read.

    Returns
    -------
    Play
        With a notice for everything that was left out.

    Raises
    ------
    ParleyError
        If the header is of another exercise, version or rules.
    """
    play = begin(raw.header)
    problem = raw.problem
    for entry in raw.entries:
        fault, part = _fault(play, entry)
        if fault or part is None:
            problem = f"Line {entry.n + 1} does not replay ({fault})."
            break
        play = play.with_part(part)
    if not problem:
        return play
    left = len(raw.entries) - play.used
    rest = f" {left} recorded moves after that are not used." if left > 1 else ""
    return replace(play, notices=(f"{problem}{rest} What came before counts.",))


def load(path: Path) -> Play:
    """Return the attempt in a record file; see `replay`."""
    return replay(record.read(Path(path)))


def _fault(play: Play, entry: record.Entry) -> tuple[str, Part | None]:
    """Return what is wrong with an entry, or the part with its move made."""
    if entry.part not in play.parts:
        return f"there is no part {entry.part!r:.40}", None
    if entry.seat != SEAT:
        return f"there is no seat {entry.seat!r:.40}", None
    part = play.parts[entry.part]
    reason = part.refuse(entry.move)
    if reason:
        return f"not allowed: {reason}", None
    part = part.after(entry.move)
    if record.digest(entry.part, part.game.facts(part.states[-1])) != entry.state:
        return "another state follows here: the line was changed, or other rules were used", None
    return "", part


def _check_versions(header: Header, found: scenario.Scenario) -> None:
    for what, got, here in (
        ("scenario version", header.scenario, found.version),
        ("rules version", header.rules, found.rules),
    ):
        if got != here:
            raise ParleyError(
                f"{header.exercise}: the record has {what} {got!s:.20}, here is {here}. "
                "Install the Parley that made it."
            )
