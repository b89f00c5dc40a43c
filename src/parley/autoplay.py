"""Play without a panel: by a policy, or from a file of moves."""

import json
from pathlib import Path
from random import Random

from parley import place, scenario
from parley.errors import ParleyError, Refused
from parley.games.game import Policy
from parley.marking import solved_for
from parley.play import Part
from parley.record import PRACTICE, Header
from parley.session import RecordSession
from parley.solutions import graders, only_for_instructors
from parley.trainee import clean


class Table:
    """One attempt, played by a program into a record of its own.

    Parameters
    ----------
    exercise : str
        The exercise.
    trainee : str
        Who plays.
    attempt : int
        Which attempt.
    record : pathlib.Path
        The record; it must not exist yet.
    sitting : pathlib.Path or None
        An assignment's sitting file, for what counts.
    """

    def __init__(
        self, exercise: str, trainee: str, attempt: int, record: Path, sitting: Path | None = None
    ) -> None:
        if record.exists():
            raise ParleyError(f"{record} exists already. Name another file, or remove it first.")
        found = scenario.load(exercise)
        at = place.read_sitting(sitting) if sitting else None
        if at and exercise not in at.tables:
            tables = ", ".join(at.tables)
            raise ParleyError(f"{at.name} has no table {exercise!r}; it has {tables}.")
        salt, name = (at.salt, at.name) if at else ("", PRACTICE)
        header = Header(exercise, found.version, found.rules, clean(trainee), salt, name, attempt)
        self.session = RecordSession(header, record)

    @property
    def played(self) -> int:
        """How many moves are in the record."""
        return self.session.play.used

    def follow(self, file: Path) -> None:
        """Make the moves in a file, in order; stop at the first that is not allowed.

        Parameters
        ----------
        file : pathlib.Path
            JSON Lines: a move a line, or a recorded line with its part.
        """
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise ParleyError(f"{file}: cannot be read as UTF-8 text ({error}).") from None
        for number, line in enumerate(lines, start=1):
            if line.strip():
                move, part = _parse(line, f"{file}:{number}")
                try:
                    self.session.move(move, part or self._open_part())
                except Refused as refusal:
                    raise ParleyError(f"{file}:{number}: {refusal}") from None

    def play(self, policy: str, seed: int = 0) -> None:
        """Play every part to its end by a policy.

        Parameters
        ----------
        policy : str
            One of the game's ``POLICIES``, or ``reference`` where graders is installed.
        seed : int
            For policies that throw dice.
        """
        if self.session.play.header.sitting != PRACTICE:
            only_for_instructors("Here a policy would play what counts")
        rng = Random(seed)
        while name := self.session.play.open_part:
            choose = self._policy(policy, self.session.play.parts[name])
            while not self.session.play.parts[name].done:
                state = self.session.play.parts[name].states[-1]
                self.session.move(choose(state, rng), name)

    def _policy(self, name: str, part: Part) -> Policy:
        policies = part.game.POLICIES
        if name in policies:
            return policies[name]
        plugin = graders()
        if name != "reference" or plugin is None:
            known = [*policies, *(["reference"] if plugin else [])]
            raise ParleyError(f"There is no policy {name!r:.40}; there are {', '.join(known)}.")
        return plugin.reference(solved_for(self.session.play, part), part.draw.profile)

    def _open_part(self) -> str:
        return self.session.play.open_part or next(iter(self.session.play.parts))


def _parse(line: str, where: str) -> tuple[dict, str]:
    """Return the move in a line, and its part if the line is one of a record."""
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError):
        raise ParleyError(f"{where}: a move is one JSON object on a line.") from None
    if isinstance(plain, dict) and isinstance(plain.get("move"), dict):
        return plain["move"], str(plain.get("part", ""))
    return plain, ""
