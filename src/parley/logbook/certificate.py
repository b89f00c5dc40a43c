"""Write a certificate beside a notebook, and check one against the records it was made from."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

from parley import __version__, place, record
from parley.errors import ParleyError
from parley.logbook.facts import FORMAT, Facts, facts
from parley.logbook.page import facts_in, page
from parley.logbook.records import kept, printable
from parley.trainee import clean, trainee

NAME = "certificate.html"
MAX_BYTES = 1_000_000
MOST = 20
"""So many differences are told one by one."""

SAID = {
    "parley": "the version of Parley",
    "first": "the first day",
    "last": "the last day",
    "plays": "plays",
    "tables": "tables played",
    "minutes": "minutes at the tables",
    "sum": "what is finished",
    "missing": "modules that are not finished",
    "modules": "modules",
    "weeks": "the crisis week",
    "positions": "first and last positions",
    "caution": "what the positions can show",
    "calibration": "calibration",
    "digest": "the SHA-256 over the records",
}
"""What the facts are called that are compared one by one."""


@dataclass(frozen=True)
class Certificate:
    """A certificate that was written, or None for ``path`` where there is nothing to state."""

    trainee: str
    path: Path | None = None
    sum: str = ""

    def __repr__(self) -> str:
        """Say in plain text what was written."""
        if self.path is None:
            return f"Certificate of {self.trainee}: nothing played yet, so none is written."
        return f"Certificate of {self.trainee}: {self.path.name} is written. {self.sum}"

    def _repr_html_(self) -> str:
        """Say in HTML what was written, with a link to it."""
        if self.path is None:
            return f"<p>{escape(repr(self))}</p>"
        link = f'<a href="{NAME}">{NAME}</a>'
        return (
            f"<p>Certificate of {escape(self.trainee)}: {link} is written. {escape(self.sum)}</p>"
        )


def certificate(folder: Path | None = None, name: str | None = None) -> Certificate:
    """Write a trainee's certificate beside a notebook, from the records there.

    A certificate of the same trainee is replaced in one step; any other file of that name is kept.

    Parameters
    ----------
    folder : pathlib.Path, optional
        The notebook's folder; found if not given.
    name : str, optional
        The trainee, as records keep the name; found if not given.

    Returns
    -------
    Certificate
        What was written; nothing is, where nothing was played.

    Raises
    ------
    ParleyError
        If the folder is an assignment's, or the file is not this trainee's, or cannot be written.
    """
    where = folder or place.notebook_folder()
    who = trainee() if name is None else name
    if place.sitting(where):
        raise ParleyError(
            f"{where} holds an assignment. Make the certificate where the course's notebooks lie."
        )
    found = facts(kept(place.records_folder(where), who)[0], who, record.now()[:10])
    if not found["plays"]:
        return Certificate(who or "nobody")
    _write(where / NAME, found)
    return Certificate(who, where / NAME, found["sum"])


def check(file: Path, records: Path) -> list[str]:
    """Return in what a certificate differs from the records; nothing where it agrees.

    It is reckoned again from those of its records that lie there.

    Parameters
    ----------
    file : pathlib.Path
        The certificate.
    records : pathlib.Path
        The folder of the records.

    Returns
    -------
    list of str
        Sentences.

    Raises
    ------
    ParleyError
        If the file is no certificate, or there is no such folder.
    """
    text = _text(file)
    said = facts_in(text)
    if said is None or said.get("format") != FORMAT:
        raise ParleyError(f"{file}: this is no certificate of Parley. Ask for the file it wrote.")
    if not records.is_dir():
        raise ParleyError(f"{records}: there is no such folder. Name the one with the records.")
    files, who = _files(said.get("files")), _name(said.get("trainee"), file)
    every = [one for one in kept(records, who)[0] if one.raw.header.sitting == record.PRACTICE]
    here = {one.name: one.sha256 for one in every}
    made = str(said.get("made"))
    found = facts([one for one in every if one.name in files], who, made)
    told = [*_of_files(files, here), *_of_facts(said, found), *_of_day(made)]
    if not told and page(found) != text:
        told = ["The text of the page was changed: it does not say what the records show."]
    return _few(told)


def _write(path: Path, found: Facts) -> None:
    """Write the page so that either the old or the new one is there, whole."""
    if path.exists() or path.is_symlink():
        old = facts_in(_text(path))
        if old is None or old.get("trainee") != found["trainee"]:
            raise ParleyError(
                f"{path} exists and is not a certificate of {found['trainee']}. Move it away first."
            )
    try:
        part = path.with_suffix(".part")
        part.write_text(page(found), encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise ParleyError(
            f"{path}: cannot be written ({error.strerror}). Make room or free the file, "
            "then do it again."
        ) from None


def _text(path: Path) -> str:
    """Return a page, as far as it can be one."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ParleyError(f"{path}: cannot be read ({error.strerror}).") from None
    if len(data) > MAX_BYTES:
        raise ParleyError(f"{path}: a certificate has at most {MAX_BYTES} bytes.")
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


def _name(found: Any, file: Path) -> str:
    """Return the name on a certificate, if it is one that records keep."""
    with suppress(ParleyError):
        if isinstance(found, str) and clean(found) == found:
            return found
    raise ParleyError(
        f"{file}: names no trainee, so it was changed. Ask for the file Parley wrote."
    )


def _files(found: Any) -> dict[str, str]:
    """Return the files that a certificate names; what is no pair of texts is none."""
    pairs = found if isinstance(found, list) else []
    return {
        pair[0]: pair[1]
        for pair in pairs
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)
    }


def _of_files(said: dict[str, str], here: dict[str, str]) -> Iterator[str]:
    """Say of each record file in what it differs from what the certificate says of it."""
    for name in sorted({*said, *here}):
        file = f"{name:.80}"
        if name not in here:
            yield f"{file}: named on the certificate, and no usable record of this name lies here."
        elif name not in said:
            yield f"{file}: lies here, and is not on the certificate."
        elif said[name] != here[name]:
            yield f"{file}: not the file from which the certificate was made."


def _of_facts(said: Facts, found: Facts) -> Iterator[str]:
    """Say which facts differ, and how."""
    for key, name in SAID.items():
        got, here = said.get(key), found[key]
        if got == here:
            continue
        if key not in said:
            yield f"It says nothing of {name}."
        elif key == "parley":
            yield f"It was made with Parley {got!s:.20}, and this is {__version__}."
        elif isinstance(here, list):
            yield from _of_lists(name, got, here)
        else:
            yield f"It says of {name}: {_shown(got)}. The records say: {_shown(here)}."
    if set(said) != set(found):
        yield f"It has other fields than a certificate: {sorted(set(said) ^ set(found))!s:.200}"


def _of_day(made: str) -> Iterator[str]:
    """Say that it was made on no day, if so; which day it was, no record tells."""
    with suppress(ValueError):
        if date.fromisoformat(made).isoformat() == made:
            return
    yield f"It says that it was made on {made:.40}, which is no day."


def _of_lists(name: str, got: Any, here: list[Any]) -> Iterator[str]:
    if not isinstance(got, list):
        yield f"What it says of {name} is no list: {_shown(got)}."
        return
    for one in got:
        if one not in here:
            yield f"It says of {name}: {_shown(one)}; the records do not."
    for one in here:
        if one not in got:
            yield f"The records say of {name}: {_shown(one)}; it does not."
    if sorted(map(str, got)) == sorted(map(str, here)):
        yield f"It names {name} in another order."


def _shown(one: Any) -> str:
    """Return a fact on one line without a stop at its end, lists within lists spread out."""
    text = ", ".join(map(_shown, one)) if isinstance(one, list) else str(one)
    return f"{text:.200}".removesuffix(".")


def _few(told: Iterable[str]) -> list[str]:
    """Return the first differences, fit for a screen, and how many more there are."""
    every = iter(told)
    few = [printable(text) for text in islice(every, MOST)]
    more = sum(1 for _ in every)
    return [*few, f"And {more} more."] if more else few
