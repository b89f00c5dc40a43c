"""The record of an attempt: a header, then one line a move; only ever appended to.

A line counts once it is on the disk.  What cannot be read is never thrown away: before a damaged
end is cut off, the file as it was is kept beside it.
"""

import codecs
import json
import os
import shutil
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from filelock import FileLock
from platformdirs import user_cache_path

from parley.errors import ParleyError

FORMAT = "parley-record/1"
PRACTICE = "practice"
MAX_BYTES = 1_000_000
MAX_LINES = 2_000
_SAVED_ANEW = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Elsewhere(ParleyError):
    """The record has grown or changed since it was last read."""


@dataclass(frozen=True)
class Header:
    """The first line of a record: what was played, by whom, in which sitting, for which time."""

    exercise: str
    scenario: int
    rules: int
    trainee: str
    salt: str
    sitting: str
    attempt: int
    format: str = FORMAT

    def words(self, attempt: int | None = None) -> tuple[str | int, ...]:
        """Return the words from which this attempt's draw and chance come."""
        number = self.attempt if attempt is None else attempt
        return (self.exercise, self.trainee, self.salt, self.sitting, number)


@dataclass(frozen=True)
class Entry:
    """One move of a record: number, time, seat, part, the move, and a digest of the state after."""

    n: int
    time: str
    seat: str
    part: str
    move: dict[str, Any]
    state: str


@dataclass(frozen=True)
class Raw:
    """A record as it was read: what could be used, and what was wrong.

    ``ends`` holds, for the header and each entry, the byte where its line ends; ``size`` is the
    number of bytes in the file.
    """

    header: Header
    entries: tuple[Entry, ...]
    ends: tuple[int, ...]
    size: int
    problem: str = ""


def digest(part: str, facts: dict[str, Any]) -> str:
    """Return 16 hexadecimal digits that tell one state from another.

    Examples
    --------
    >>> digest("play", {"gone": 1}) == digest("play", {"gone": 1})
    True
    """
    text = json.dumps([part, facts], sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:16]


def now() -> str:
    """Return the time in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse(data: bytes, name: str) -> Raw:
    """Return what a record holds, up to the first line that is no move.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        What to call it in a complaint.

    Returns
    -------
    Raw
        Header, entries, and the first fault in words.

    Raises
    ------
    ParleyError
        If there is no usable header: then nothing of it can be used.
    """
    if len(data) > MAX_BYTES:
        raise ParleyError(f"{name}: a record has at most {MAX_BYTES} bytes, this one {len(data)}.")
    if data.startswith(_SAVED_ANEW):
        raise ParleyError(
            f"{name}: an editor saved it anew, with a mark at its start. Save it as UTF-8 without "
            "a byte order mark (BOM), or put the file of before back."
        )
    lines = data.split(b"\n")
    torn = lines.pop()
    if not lines:
        raise ParleyError(f"{name}: no complete first line, so this is not a record of Parley.")
    header = _header(lines[0], name)
    entries: list[Entry] = []
    ends = [len(lines[0]) + 1]
    problem = ""
    for place, line in enumerate(lines[1:MAX_LINES], start=1):
        try:
            entry = _entry(line, place)
        except ValueError as error:
            problem = f"Line {place + 1} cannot be used ({error})."
            break
        entries.append(entry)
        ends.append(ends[-1] + len(line) + 1)
    if not problem and len(lines) > MAX_LINES:
        problem = f"A record has at most {MAX_LINES} lines; the rest is not used."
    if not problem and torn:
        problem = "The last line was not written to its end."
    return Raw(header, tuple(entries), tuple(ends), len(data), problem)


def read(path: Path) -> Raw:
    """Return what a record file holds; see `parse`."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ParleyError(f"{path}: cannot be read ({error.strerror}).") from None
    return parse(data, path.name)


def unbegun(path: Path) -> int:
    """Return how many bytes a file has whose first line was not written to its end, else 0."""
    data = path.read_bytes() if path.is_file() and path.stat().st_size <= MAX_BYTES else b""
    return 0 if b"\n" in data else len(data)


def append(path: Path, lines: list[dict[str, Any]], seen: int, keep: int) -> int:
    """Append lines to a record and return its new size once they are on the disk.

    Parameters
    ----------
    path : pathlib.Path
        The file; it is made if ``seen`` is 0.
    lines : list of dict
        What to append.
    seen : int
        How many bytes the file had when it was last read.
    keep : int
        How many of them are good; a damaged rest is set aside in a copy before it is cut off.

    Returns
    -------
    int
        The size of the file in bytes.

    Raises
    ------
    Elsewhere
        If the file no longer has ``seen`` bytes: another window or program wrote to it.
    ParleyError
        If it cannot be written.
    """
    data = b"".join(_line(line) for line in lines)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _lock(path), path.open("ab") as file:
            size = file.tell()
            if size != seen:
                raise Elsewhere(f"{path.name}: this play went on elsewhere.")
            if keep < size:
                shutil.copyfile(path, _aside(path))
                file.truncate(keep)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise ParleyError(
            f"{path}: cannot be written ({error.strerror}); the move is not recorded. "
            "Make room or free the file, then do it again."
        ) from None
    return keep + len(data)


def header_line(header: Header) -> dict[str, Any]:
    """Return a header as the plain data of its line."""
    plain = asdict(header)
    return {"format": plain.pop("format")} | plain


def _line(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _lock(path: Path) -> FileLock:
    """Return the lock of a record; it lies in the user's cache, so that it is never handed in."""
    folder = user_cache_path("parley") / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / f"{sha256(str(path.resolve()).encode()).hexdigest()[:32]}.lock")


def _aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside


def _plain(line: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        raise ValueError("it is not a JSON object in UTF-8") from None
    if not isinstance(plain, dict):
        raise ValueError("it is not a JSON object in UTF-8")
    return plain


_TYPES: dict[Any, type] = {str: str, int: int, dict[str, Any]: dict}


def _fit(cls: type, plain: dict[str, Any]) -> Any:
    """Return plain data as one of our dataclasses, its fields checked by name and type."""
    wanted = {field.name: _TYPES[field.type] for field in fields(cls)}
    if set(plain) != set(wanted):
        odd = sorted(set(plain) ^ set(wanted))
        raise ValueError(f"its fields differ: {odd!r:.80}")
    for name, kind in wanted.items():
        if type(plain[name]) is not kind:
            raise ValueError(f"{name} is not of type {kind.__name__}")
        if kind is str:
            plain[name].encode("utf-8")
    return cls(**plain)


def _header(line: bytes, name: str) -> Header:
    try:
        header = _fit(Header, _plain(line))
    except ValueError as error:
        raise ParleyError(f"{name}: the first line is no header of a record: {error}.") from None
    if header.format != FORMAT:
        raise ParleyError(f"{name}: format {header.format!r:.40} is not {FORMAT}; get a newer kit.")
    if not 1 <= header.attempt <= MAX_LINES:
        raise ParleyError(f"{name}: attempts count from 1; got {header.attempt!s:.20}.")
    return header


def _entry(line: bytes, place: int) -> Entry:
    entry = _fit(Entry, _plain(line))
    if entry.n != place:
        raise ValueError(f"its number is {entry.n}, expected {place}")
    return entry
