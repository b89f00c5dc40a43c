"""The records of one trainee in a folder: what can be used, and what cannot, and why."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from parley import scenario
from parley.errors import ParleyError
from parley.games.estimate.judge import gather
from parley.marking import solved_for
from parley.play import Play, replay
from parley.record import MAX_BYTES, Raw, parse
from parley.review import picture

PAUSE = timedelta(minutes=5)
"""A longer gap between two moves is a pause, of which so much counts as time at the table."""


@dataclass(frozen=True)
class Kept:
    """A record that can be used: its file's name and SHA-256, and what is in it."""

    name: str
    sha256: str
    raw: Raw
    play: Play

    @property
    def times(self) -> list[datetime]:
        """When its moves were made, as far as the record says it."""
        found = []
        for entry in self.raw.entries[: self.play.used]:
            with suppress(ValueError, OverflowError):
                time = datetime.fromisoformat(entry.time)
                found.extend([time.astimezone(UTC)] if time.tzinfo else [])
        return found

    @property
    def spent(self) -> timedelta:
        """The time between its moves, each gap up to a pause."""
        times = self.times
        gaps = (after - before for before, after in zip(times, times[1:], strict=False))
        return sum((min(max(gap, timedelta()), PAUSE) for gap in gaps), timedelta())


def kept(folder: Path, name: str) -> tuple[list[Kept], list[str]]:
    """Return a trainee's records in a folder, and what is not counted of them and others, and why.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of records; it need not be there.
    name : str
        The trainee.

    Returns
    -------
    list of Kept, list of str
        Both in the order of the files' names.
    """
    found: dict[str, Kept] = {}
    left = []
    for path in sorted(folder.glob("*.jsonl")):
        try:
            one = _keep(path, name)
            if one.sha256 in found:
                raise ParleyError(f"it is a copy of {found[one.sha256].name}.")
            found[one.sha256] = one
            left += [printable(f"{path.name} is counted in part: {n}") for n in one.play.notices]
        except ParleyError as error:
            left.append(printable(f"{path.name} is not counted: {error}"))
    return list(found.values()), left


def records_of(folder: Path, name: str) -> tuple[list[tuple[Play, Raw]], list[str]]:
    """Return a trainee's plays in a folder of records, and what is not counted, and why."""
    found, left = kept(folder, name)
    return [(one.play, one.raw) for one in found], left


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


def printable(text: str) -> str:
    r"""Return a text without what a screen obeys and does not show, as a change of direction.

    Examples
    --------
    >>> printable("a\u202eb\x1bc")
    'a�b�c'
    """
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def _keep(path: Path, name: str) -> Kept:
    """Return a record as far as it can be used, or say why it cannot."""
    if path.is_symlink() or not path.is_file():
        raise ParleyError("it is no regular file.")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ParleyError(f"it cannot be read ({error.strerror}).") from None
    raw = parse(data, path.name)
    if raw.header.trainee != name:
        raise ParleyError(
            f"it is the record of {raw.header.trainee:.80}, and you are {name or 'nobody'}."
        )
    play = replay(raw)
    if not play.used:
        why = " ".join(play.notices).removesuffix(" What came before counts.")
        raise ParleyError(why or "it holds no move.")
    return Kept(path.name, sha256(data).hexdigest(), raw, play)
