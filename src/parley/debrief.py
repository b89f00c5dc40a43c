"""A record shown read-only, move by move: for a debrief in class, or for an appeal."""

from pathlib import Path
from typing import Any

from parley.errors import ParleyError, Refused
from parley.play import Part, Play, load
from parley.session import screen_of
from parley.week import reviewed

READ_ONLY = "This record is shown read-only; to play, open the exercise's own table."


class Debrief:
    """An attempt that somebody looks at: it shows any state of it, and changes nothing.

    Parameters
    ----------
    play : Play
        The attempt, replayed.
    """

    def __init__(self, play: Play) -> None:
        self.play = play
        self.part = next(iter(play.parts))
        self.at = 0

    def step(self, to: int) -> None:
        """Show the state after so many moves of the part."""
        last = len(self._shown.moves)
        if type(to) is not int or not 0 <= to <= last:
            raise Refused(f"This part has {last} moves; choose 0 to {last}, got {to!r:.20}.")
        self.at = to

    def select(self, part: str) -> None:
        """Show the beginning of another part."""
        self.play.part(part)
        self.part, self.at = part, 0

    def view(self) -> dict[str, Any]:
        """Return everything a panel shows, as plain data."""
        return screen_of(self.play, self.part, self.at) | {
            "notice": " ".join(self.play.notices),
            "replay": {"at": self.at, "of": len(self._shown.moves)},
        }

    def review_view(self) -> dict[str, Any] | None:
        """Return the review at the end of a part, where its solutions are installed; else None."""
        if self.at < len(self._shown.moves) or not self._shown.moves:
            return None
        try:
            return reviewed(self.play, self.part)
        except ParleyError:
            return None

    @property
    def _shown(self) -> Part:
        return self.play.part(self.part)

    def move(self, move: dict[str, Any], part: str | None = None, at: int | None = None) -> None:
        """Refuse: a debrief changes nothing."""
        raise Refused(READ_ONLY)

    def new_attempt(self) -> None:
        """Refuse: a debrief changes nothing."""
        raise Refused(READ_ONLY)

    def play_on(self, row: int) -> None:
        """Refuse: a debrief changes nothing."""
        raise Refused(READ_ONLY)

    def rename(self, trainee: str) -> None:
        """Refuse: a debrief changes nothing."""
        raise Refused(READ_ONLY)


def open_debrief(record: str | Path) -> Debrief:
    """Return a record, ready to be shown read-only.

    Parameters
    ----------
    record : str or pathlib.Path
        The file, of practice or of what counts.

    Returns
    -------
    Debrief
        At the beginning of its first part.

    Raises
    ------
    ParleyError
        If the file is no record, or of another version.

    Examples
    --------
    >>> open_debrief("no-such-record.jsonl")
    Traceback (most recent call last):
    ...
    parley.errors.ParleyError: no-such-record.jsonl: cannot be read (No such file or directory).
    """
    return Debrief(load(Path(record)))
