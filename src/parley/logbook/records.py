"""The records of one trainee in a folder: what can be used, and what cannot, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any

from parley import scenario
from parley.errors import ParleyError
from parley.games.estimate.judge import gather
from parley.marking import solved_for
from parley.play import Part, Play, replay
from parley.record import MAX_BYTES, Entry, Header, Raw, parse, read
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
    def entries(self) -> tuple[Entry, ...]:
        """Its moves, as far as they replay."""
        return self.raw.entries[: self.play.used]

    @property
    def times(self) -> list[datetime]:
        """When its moves were made, as far as the record says it."""
        return _times(self.entries)


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
        Both in the order of the files' names; of copies the one of the shortest name counts.
    """
    found: dict[str, Kept] = {}
    left: list[tuple[str, str]] = []
    for path in sorted(folder.glob("*.jsonl"), key=lambda path: (len(path.name), path.name)):
        try:
            one = _keep(path, name)
            if one.sha256 in found:
                raise ParleyError(f"it is a copy of {found[one.sha256].name}.")
            found[one.sha256] = one
            left += [(path.name, f"is counted in part: {n}") for n in one.play.notices]
        except ParleyError as error:
            left.append((path.name, f"is not counted: {error}"))
    told = [printable(f"{name} {text}") for name, text in sorted(left, key=itemgetter(0))]
    return sorted(found.values(), key=attrgetter("name")), told


def whose(folder: Path) -> list[str]:
    """Return the names of the trainees whose records lie in a folder, each once."""
    names = set()
    for path in folder.glob("*.jsonl"):
        if path.is_symlink() or not path.is_file():
            continue
        with suppress(ParleyError):
            names.add(printable(read(path).header.trainee))
    return sorted(names)


def check_folder(folder: Path) -> None:
    """Raise a ParleyError unless a folder is there, and can be one of notebooks."""
    what = "Name the folder of the notebooks"
    if folder.is_file():
        raise ParleyError(f"{folder}: this is a file. {what}.")
    if not folder.is_dir():
        raise ParleyError(f"{folder}: there is no such folder. {what}.")
    if folder.resolve().name == "records" and not (folder / "records").exists():
        raise ParleyError(
            f"{folder}: this is a folder of records. {what}, {folder.resolve().parent}."
        )


def spent(records: Iterable[Kept]) -> timedelta:
    """Return the time between the moves of records, each gap up to a pause.

    A move that a branch repeats from the play it was played on from counts once.

    Parameters
    ----------
    records : iterable of Kept
        The records.

    Returns
    -------
    datetime.timedelta
        The sum over all attempts.
    """
    times: dict[Header, list[datetime]] = {}
    for one, new in _new(records):
        times.setdefault(one.raw.header, []).extend(_times(new))
    gaps = (after - before for some in times.values() for before, after in pairwise(some))
    return sum((min(max(gap, timedelta()), PAUSE) for gap in gaps), timedelta())


def calibration_data(records: Iterable[Kept], game: str = "estimate") -> dict[str, Any] | None:
    """Return how sure the answers in a game were, and how right, for the figure; None if none are.

    An answer that a branch repeats from the play it was played on from counts once, and so does
    its desk.

    Parameters
    ----------
    records : iterable of Kept
        Any records; those of practice are looked at.
    game : str
        The family, one that says how sure its answers are; the claim desks if not given.

    Returns
    -------
    dict or None
        As `parley.figures.calibration` draws it.
    """
    desks: dict[tuple[Header, str], dict[str, Any]] = {}
    for one, new in _new(record for record in records if record.play.practice):
        anew = Counter(entry.part for entry in new)
        for name, part in one.play.parts.items():
            if not part.moves or scenario.load(part.draw.exercise).game != game:
                continue
            if data := _answers(one.play, part, anew[name]):
                desk = desks.setdefault((one.raw.header, name), data | {"answers": []})
                desk["answers"] += data["answers"]
    return gather(desks.values()) if desks else None


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


def _new(records: Iterable[Kept]) -> Iterator[tuple[Kept, list[Entry]]]:
    """Yield each record, a branch after its play, with those moves that stood in none before."""
    seen: set[tuple[Header, str]] = set()
    for one in sorted(records, key=lambda one: (len(one.name), one.name)):
        moves = {(one.raw.header, repr(entry)): entry for entry in one.entries}
        yield one, [entry for move, entry in moves.items() if move not in seen]
        seen.update(moves)


def _times(entries: Iterable[Entry]) -> list[datetime]:
    """Return when moves were made, as far as they say it."""
    found = []
    for entry in entries:
        with suppress(ValueError, OverflowError):
            time = datetime.fromisoformat(entry.time)
            found.extend([time.astimezone(UTC)] if time.tzinfo else [])
    return found


def _answers(play: Play, part: Part, new: int) -> dict[str, Any] | None:
    """Return the data of a part's picture with the answers of its last, new moves alone."""
    solved, old = solved_for(play, part), len(part.moves) - new
    before = replace(part, moves=part.moves[:old], states=part.states[: old + 1])
    drawn, known = picture(part, solved), picture(before, solved)
    if not drawn or not known:
        return None
    return drawn[1] | {"answers": drawn[1]["answers"][len(known[1]["answers"]) :]}


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
