"""The claims of the two source texts with their verdicts, and the sources that decide them."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import RootModel, model_validator

from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario.base import Strict, Text, unique
from parley.scenario.source import parse

__all__ = ["Claim", "Statement", "cite", "cite_full", "claims", "modules", "source", "statements"]

Verdict = Literal[
    "supported",
    "supported-with-qualification",
    "contested",
    "overstated",
    "wrong",
    "not-checkable",
]
Item = dict[str, Any]
LONGEST = 60
"""How many characters of a title a short citation shows."""


class Checked(Strict):
    """How far the sources of a claim were read, and when."""

    how: Text
    when: date


class Claim(Strict):
    """What a source text says in one place, and what is to be thought of it.

    ``text`` and ``section`` say where it stands; ``sources`` are ids in ``data/sources.json``, and
    there are none where nothing can be checked.
    """

    id: Text
    text: Text
    section: Text
    module: Text
    claim: Text
    verdict: Verdict
    explanation: Text
    sources: tuple[Text, ...]
    checked: Checked


class Statement(Strict):
    """A sentence of a graded desk; its key is the instructors'."""

    id: Text
    text: Text


class _Claims(RootModel[tuple[Claim, ...]]):
    @model_validator(mode="after")
    def _once(self) -> "_Claims":
        unique("claim ids", [claim.id for claim in self.root])
        return self


class _Statements(RootModel[tuple[Statement, ...]]):
    @model_validator(mode="after")
    def _once(self) -> "_Statements":
        unique("statement ids", [statement.id for statement in self.root])
        return self


def modules() -> tuple[str, ...]:
    """Return the modules that have claims, by their two digits."""
    return tuple(sorted(path.stem for path in (data_folder() / "claims").glob("*.yaml")))


def claims(module: str) -> tuple[Claim, ...]:
    """Return the claims that belong to a module.

    Parameters
    ----------
    module : str
        Two digits, such as ``"04"``.

    Returns
    -------
    tuple of Claim
        In the order of the file.

    Raises
    ------
    ParleyError
        If there are none, or their file is wrong.
    """
    if module not in modules():
        known = ", ".join(modules()) or "none"
        raise ParleyError(f"There are no claims for module {module!r:.20}; there are for {known}.")
    return _claims(data_folder() / "claims" / f"{module}.yaml")


def statements(module: str) -> tuple[Statement, ...]:
    """Return the statements from which graded desks of a module draw; none if it has no desk."""
    path = data_folder() / "statements" / f"{module}.yaml"
    return _statements(path) if path.is_file() else ()


def source(key: str) -> Item:
    """Return a source by its id, as an item of CSL-JSON.

    Parameters
    ----------
    key : str
        Such as ``"jervis-1978"``.

    Returns
    -------
    dict
        The item, as it stands in ``data/sources.json``.

    Raises
    ------
    ParleyError
        If there is no such source.
    """
    path = data_folder() / "sources.json"
    if key not in _sources(path):
        raise ParleyError(f"{path}: no source has the id {key!r:.60}. Add it, or correct the id.")
    return _sources(path)[key]


def cite(item: Item) -> str:
    """Return a source in a few words: who, when, and where or what.

    Parameters
    ----------
    item : dict
        An item of CSL-JSON.

    Returns
    -------
    str
        Without a full stop.

    Examples
    --------
    >>> cite({"type": "article-journal", "author": [{"family": "Jervis"}],
    ...       "issued": {"date-parts": [[1978]]}, "title": "Cooperation under the Security Dilemma",
    ...       "container-title": "World Politics", "volume": "30", "issue": "2"})
    'Jervis 1978, World Politics 30(2)'
    """
    title = item.get("title-short") or _clipped(item["title"])
    who, year = _who(item), _year(item)
    where = _place(item) if item["type"] in _PERIODICAL else title
    parts = (" ".join(filter(None, (who, year))), where) if who else (title, year)
    return ", ".join(filter(None, parts))


def cite_full(item: Item) -> str:
    """Return a source in full, with its address where it has an official one.

    Parameters
    ----------
    item : dict
        An item of CSL-JSON.

    Returns
    -------
    str
        One or more sentences; an address at the end has no full stop.

    Examples
    --------
    >>> cite_full({"type": "book", "title": "Arms and Influence", "publisher": "Yale",
    ...            "author": [{"family": "Schelling", "given": "Thomas C."}],
    ...            "issued": {"date-parts": [[1966]]}})
    'Schelling, T. C. (1966). Arms and Influence. Yale.'
    """
    authors = " and ".join(map(_name, item.get("author", ())))
    dated = f" ({_year(item)})" if _year(item) else ""
    head = f"{authors}{dated}. {item['title']}" if authors else f"{item['title']}{dated}"
    pages = str(item.get("page", "")).replace("-", "–")
    place = ", ".join(filter(None, (_place(item), pages, str(item.get("number", "")))))
    press = ", ".join(filter(None, (item.get("publisher"), item.get("publisher-place"))))
    note = f"({item['note']})" if item.get("note") else ""
    said = [f"{part.removesuffix('.')}." for part in (head, place, press, note) if part]
    return " ".join([*said, *filter(None, [item.get("URL")])])


_PERIODICAL = ("article-journal", "article-magazine", "article-newspaper", "legal_case")


@cache
def _claims(path: Path) -> tuple[Claim, ...]:
    return parse(_Claims, path).root


@cache
def _statements(path: Path) -> tuple[Statement, ...]:
    return parse(_Statements, path).root


@cache
def _sources(path: Path) -> dict[str, Item]:
    """Return the sources in a file by their ids."""
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
        return {item["id"]: item for item in items}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ParleyError(
            f"{path}: cannot be read as a list of CSL-JSON items ({error!r:.80}). Restore the file."
        ) from None


def _who(item: Item) -> str:
    """Return who made a source, in a word: two names, or the first of more."""
    names = [author.get("family") or author["literal"] for author in item.get("author", ())]
    return f"{names[0]} et al." if len(names) > 2 else " & ".join(names)


def _name(author: dict[str, str]) -> str:
    """Return an author with initials, or an institution as it is."""
    if "family" not in author:
        return author["literal"]
    initials = " ".join(f"{given[0]}." for given in author.get("given", "").split())
    return ", ".join(filter(None, (author["family"], initials)))


def _year(item: Item) -> str:
    """Return the year of a source, or nothing."""
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    return str(parts[0]) if parts else ""


def _place(item: Item) -> str:
    """Return the journal or series with volume and issue, as far as there are any."""
    name, volume = item.get("container-title", ""), str(item.get("volume", ""))
    issue = f"({item['issue']})" if item.get("issue") else ""
    return f"{name} {volume}{issue}".strip()


def _clipped(title: str) -> str:
    """Return a title, cut between words where it is long."""
    if len(title) <= LONGEST:
        return title
    return title[:LONGEST].rsplit(" ", 1)[0] + " …"
