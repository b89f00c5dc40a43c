"""What a certificate states, as plain data: the same records always give the same facts."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from parley import __version__
from parley.logbook.notebook import say_module
from parley.logbook.reckon import ModuleProgress, Progress, TableProgress, shown_by
from parley.logbook.records import Kept
from parley.record import PRACTICE

FORMAT = "parley-certificate/1"
Facts = dict[str, Any]


def facts(records: Iterable[Kept], name: str, made: str) -> Facts:
    """Return what a trainee's records of practice show, as a certificate states it.

    Parameters
    ----------
    records : iterable of Kept
        The trainee's records; those of what counts are left out.
    name : str
        The trainee.
    made : str
        The day on which the certificate was first made, as in ``"2026-11-25"``.

    Returns
    -------
    dict
        Texts, numbers and lists of them, as JSON holds them.
    """
    practice = sorted(
        (one for one in records if one.raw.header.sitting == PRACTICE), key=lambda one: one.name
    )
    found = shown_by(practice, name)
    days = sorted(time.date().isoformat() for one in practice for time in one.times)
    return {
        "format": FORMAT,
        "parley": __version__,
        "trainee": name,
        "made": made,
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "plays": sum(table.plays for table in found.tables),
        "tables": len(found.tables),
        "minutes": found.minutes,
        "sum": found.sum,
        "missing": [one.module for one in found.modules if one.asked and one.state != "finished"],
        "modules": [_module(one) for one in found.modules],
        "weeks": _weeks(found),
        "positions": [list(row) for row in found.forms.rows],
        "caution": found.forms.words,
        "calibration": list(found.calibration),
        "files": [[one.name, one.sha256] for one in practice],
        "digest": digest([(one.name, one.sha256) for one in practice]),
    }


def digest(files: Sequence[tuple[str, str]]) -> str:
    r"""Return the SHA-256 over record files: of what ``sha256sum *.jsonl`` prints of them.

    Parameters
    ----------
    files : sequence of pairs of str
        The name of each file and its SHA-256.

    Returns
    -------
    str
        64 hexadecimal digits.

    Examples
    --------
    >>> digest([]) == sha256(b"").hexdigest()
    True
    """
    lines = "".join(f"{one}  {name}\n" for name, one in sorted(files))
    return sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()


def _module(one: ModuleProgress) -> list[Any]:
    """Return a module: number, title, state, its finished tables with their best marks, minutes."""
    tables = [_best(table) for table in one.tables if table.finished]
    return [one.module, one.title, say_module(one), tables, one.minutes]


def _best(table: TableProgress) -> str:
    return table.title if table.best is None else f"{table.title} ({table.best:.0f})"


def _weeks(found: Progress) -> list[str]:
    """Return the plays that lead through several exercises, such as the crisis week."""
    return [
        f"{one.title}: {one.state}"
        + (f", best mark {one.best:.0f}" if one.best is not None else "")
        for one in found.tables
        if len(one.parts) > 1
    ]
