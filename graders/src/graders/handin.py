"""What trainees hand in, read as files that nobody vouches for.

Only regular files are ever opened, never through a link, and never more than the limits allow.
A name that a shell, a page or a database could misread is refused at the door.
"""

import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path

from nbgrader.utils import parse_utc

TRAINEE = re.compile(r"[^\W_][\w.@+'\[\]() -]{0,99}")
RECORD_BYTES = 1_000_000
RECORD_LINES = 2_000


@dataclass(frozen=True)
class Limits:
    """The most that one submission may hold: bytes, files, folders deep, bytes of one file."""

    total: int = 100_000_000
    files: int = 1_000
    depth: int = 6
    file: int = 50_000_000


class HandInError(Exception):
    """A file or folder that will not be read; the text says why."""


def check_trainee(name: str) -> None:
    """Refuse a trainee's id that a page, a path or the gradebook could misread.

    Parameters
    ----------
    name : str
        The id, as the folder or the archive is named.

    Raises
    ------
    HandInError
        If the id has characters other than letters, digits, spaces and ``. @ + ' [ ] ( ) _ -``.
    """
    if not TRAINEE.fullmatch(name):
        raise HandInError(f"{printable(name)} is not a name that a trainee can have")


def printable(text: str, most: int = 80) -> str:
    """Return a text that is safe in a line of a log: quoted, escaped, and short."""
    return ascii(text if len(text) <= most else text[:most] + "...")


def read_file(path: Path, most: int) -> bytes:
    """Read a regular file that is no link and no larger than it may be.

    Parameters
    ----------
    path : Path
        The file.
    most : int
        The most bytes it may have.

    Returns
    -------
    bytes
        All of it.

    Raises
    ------
    HandInError
        If it is a link, a pipe, a device, a folder, unreadable or too large.
    """
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        raise HandInError(f"{printable(path.name)}: {_why(path, error)}") from None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise HandInError(f"{printable(path.name)}: not a regular file")
        data = file.read(most + 1)
    if len(data) > most:
        raise HandInError(f"{printable(path.name)}: larger than {most:,} bytes")
    return data


# A pipe opened without O_NONBLOCK would wait for a writer for ever.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def _why(path: Path, error: OSError) -> str:
    return "a link, and links are not followed" if path.is_symlink() else f"{error.strerror}"


def read_record(path: Path) -> bytes:
    """Read a record: a regular file of at most 1 MB and 2,000 lines.

    Parameters
    ----------
    path : Path
        The record.

    Returns
    -------
    bytes
        All of it.

    Raises
    ------
    HandInError
        If it is no regular file, or too long.
    """
    data = read_file(path, RECORD_BYTES)
    if data.count(b"\n") > RECORD_LINES:
        raise HandInError(f"{printable(path.name)}: more than {RECORD_LINES:,} lines")
    return data


def record_paths(folder: Path, exercise: str) -> dict[int, Path]:
    """Return the records of an exercise in a submission, by attempt.

    Parameters
    ----------
    folder : Path
        The submission.
    exercise : str
        The exercise's name.

    Returns
    -------
    dict of int to Path
        Nothing is opened; a wrong case in a file's name does not matter.
    """
    records = folder / "records"
    if records.is_symlink() or not records.is_dir():
        return {}
    pattern = re.compile(rf"{re.escape(exercise)}\.([1-9]\d{{0,3}})\.jsonl", re.IGNORECASE)
    found: dict[int, Path] = {}
    for name in sorted(_names(records)):
        if match := pattern.fullmatch(name):
            found.setdefault(int(match[1]), records / name)
    return found


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def copy_in(source: Path, dest: Path, ignore: list[str], limits: Limits | None = None) -> list[str]:
    """Copy a submission, leaving out what nobody should open.

    Parameters
    ----------
    source : Path
        The submission as it was handed in.
    dest : Path
        A folder that is not there yet.
    ignore : list of str
        Patterns of names that are left out without a word.
    limits : Limits, optional
        The most it may hold.

    Returns
    -------
    list of str
        What was left out, and why.

    Raises
    ------
    HandInError
        If the whole is too large; nothing is then left at ``dest``.
    """
    limits = limits or Limits()
    notes: list[str] = []
    total = 0
    dest.mkdir(parents=True)
    try:
        for count, path in enumerate(_walk(source, ignore, limits.depth, notes), start=1):
            data = _readable(path, limits.file, notes)
            total += len(data or b"")
            if count > limits.files or total > limits.total:
                raise HandInError(f"more than {limits.files:,} files or {limits.total:,} bytes")
            if data is not None:
                target = dest / path.relative_to(source)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
    except BaseException:
        shutil.rmtree(dest)
        raise
    return notes


def _readable(path: Path, most: int, notes: list[str]) -> bytes | None:
    try:
        return read_file(path, most)
    except HandInError as error:
        notes.append(str(error))
        return None


def _walk(folder: Path, ignore: list[str], depth: int, notes: list[str]) -> Iterator[Path]:
    """Yield every entry that is no folder; folders are entered, links to folders are not."""
    for name in sorted(_names(folder)):
        path = folder / name
        if any(fnmatch(name, pattern) for pattern in ignore):
            continue
        if not writable_name(name):
            notes.append(f"{printable(name)}: not a name that every computer can write")
        elif path.is_symlink() or not path.is_dir():
            yield path
        elif depth:
            yield from _walk(path, ignore, depth - 1, notes)
        else:
            notes.append(f"{printable(name)}: too many folders deep")


def writable_name(name: str) -> bool:
    """Return whether every computer could have a file of this name."""
    return name.isprintable() and not set(name) & set('\\/:*?"<>|')


def set_aside(folder: Path, shelf: Path, limits: Limits | None = None) -> list[str]:
    """Move what nobody should open out of a submission that lies in the course directory.

    nbgrader opens and copies every file of a submission; a pipe would stop it for ever.  What is
    moved is kept on the shelf for the instructor to look at.

    Parameters
    ----------
    folder : Path
        The submission.
    shelf : Path
        Where such files are put.
    limits : Limits, optional
        The most it may hold.

    Returns
    -------
    list of str
        What was moved, and why.
    """
    limits = limits or Limits()
    notes: list[str] = []
    count = total = 0
    for path in sorted(_entries(folder, limits.depth), key=_weight):
        why = _unfit(path, limits)
        size = 0 if why else path.lstat().st_size
        if not why and (count + 1 > limits.files or total + size > limits.total):
            why = "too much for one submission"
        if why:
            shelf.mkdir(parents=True, exist_ok=True)
            path.rename(shelf / f"{secrets.token_hex(4)}-{printable(path.name)[1:-1]}")
            notes.append(f"{printable(path.name)}: {why}; put aside")
        else:
            count, total = count + 1, total + size
    return notes


def _weight(path: Path) -> tuple[bool, Path]:
    """Order what is marked before what is not, so that ballast pushes out nothing that counts."""
    return path.suffix not in (".ipynb", ".jsonl", ".txt"), path


def _entries(folder: Path, depth: int) -> Iterator[Path]:
    for name in sorted(_names(folder)):
        path = folder / name
        if depth and not path.is_symlink() and path.is_dir() and os.access(path, os.R_OK | os.X_OK):
            yield from _entries(path, depth - 1)
        else:
            yield path


def _unfit(path: Path, limits: Limits) -> str:
    state = path.lstat()
    if stat.S_ISLNK(state.st_mode):
        return "a link"
    if stat.S_ISDIR(state.st_mode):
        return "a folder that is too deep or closed" if any(_names(path)) else ""
    if not stat.S_ISREG(state.st_mode):
        return "not a regular file"
    if not writable_name(path.name):
        return "an odd name"
    if not os.access(path, os.R_OK):
        return "not readable"
    if path.name == "timestamp.txt" and not read_time(path):
        return "not a date and time"
    return "too large" if state.st_size > limits.file else ""


def read_time(path: Path) -> datetime | None:
    """Return the date and time in a file of nbgrader's form, or None if there is none.

    Parameters
    ----------
    path : Path
        A `timestamp.txt`, such as ``2026-11-24 07:20:00.000000 UTC``.

    Returns
    -------
    datetime or None
        In UTC, without a time zone, as nbgrader keeps times.
    """
    try:
        text = read_file(path, 100).decode("ascii").strip()
    except (HandInError, ValueError):
        return None
    return parse_time(text)


def parse_time(text: str) -> datetime | None:
    """Return the moment that a text names, in UTC without a time zone, or None."""
    if not _TIME.fullmatch(text):
        return None
    try:
        moment: datetime = parse_utc(text)
    except (ValueError, OverflowError):
        return None
    return moment


_TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?( ?([A-Z]{1,5}|[+-]\d\d:?\d\d))?")


def restore_notebooks(folder: Path, master: Path) -> list[str]:
    """Put back each notebook of an assignment that a submission does not have.

    A single notebook under another name is taken for the one that is missing.

    Parameters
    ----------
    folder : Path
        The submission, in the course directory.
    master : Path
        The assignment as it was released.

    Returns
    -------
    list of str
        What was put back or renamed.
    """
    wanted = sorted(path.name for path in master.glob("*.ipynb"))
    there = sorted(name for name in _names(folder) if name.endswith(".ipynb"))
    missing = [name for name in wanted if name not in there]
    others = [name for name in there if name not in wanted]
    if len(missing) == len(others) == 1:
        (folder / others[0]).rename(folder / missing[0])
        return [f"{printable(others[0])} taken for {missing[0]}"]
    for name in missing:
        shutil.copyfile(master / name, folder / name)
    return [f"{name} was missing and is put back empty" for name in missing]
