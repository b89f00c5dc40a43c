"""The glossary: the terms of the course, what they mean, and where they are taught.

They stand in ``data/glossary.yaml``; a page for trainees and the links in lessons are written from
it.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel, model_validator

from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario.base import Strict, Text, unique
from parley.scenario.source import parse

__all__ = ["Term", "found", "glossary", "slug"]

Module = Annotated[str, Field(pattern=r"^(0\d|1[0-8])$")]


class Term(Strict):
    """A term of the course and what it means.

    ``also`` are other words for it in the lessons, ``names`` those that are met elsewhere;
    ``module`` is where it is introduced; ``only`` are the modules in which its words have this
    sense, if not all, and ``not_in`` those in which they have another one; ``see`` are related
    terms, and ``sources`` the texts that the meaning comes from.
    """

    term: Text
    also: tuple[Text, ...] = ()
    names: tuple[Text, ...] = ()
    meaning: Text
    module: Module
    only: tuple[Module, ...] = ()
    not_in: tuple[Module, ...] = ()
    see: tuple[Text, ...] = ()
    sources: tuple[Text, ...] = ()

    @property
    def anchor(self) -> str:
        """The name of its place on the glossary's page."""
        return slug(self.term)

    def spoken_in(self, module: str) -> bool:
        """Tell whether its words have this sense in a module, given by two digits."""
        return module not in self.not_in and (not self.only or module in self.only)


class _List(RootModel[tuple[Term, ...]]):
    @model_validator(mode="after")
    def _once(self) -> "_List":
        unique("terms", [slug(one.term) for one in self.root])
        return self


def slug(term: str) -> str:
    """Return a term as the name of a place: plain small letters, digits and hyphens.

    Parameters
    ----------
    term : str
        Such as ``"Kalai–Smorodinsky solution"``.

    Returns
    -------
    str
        Letters lose their accents; whatever else stands between them becomes one hyphen.

    Examples
    --------
    >>> slug("Kalai–Smorodinsky solution"), slug("Bayes' rule"), slug("attaché")
    ('kalai-smorodinsky-solution', 'bayes-rule', 'attache')
    """
    plain = unicodedata.normalize("NFKD", term).replace("'", "")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def glossary() -> tuple[Term, ...]:
    """Return all terms, by the alphabet.

    Returns
    -------
    tuple of Term
        In the order of their anchors.

    Raises
    ------
    parley.errors.ParleyError
        If the file is wrong.

    Examples
    --------
    >>> [one.module for one in glossary() if one.term == "BATNA"]
    ['00']
    """
    return _read(data_folder() / "glossary.yaml")


def found(word: str) -> tuple[Term, ...]:
    """Return the terms that a word may mean: those of this name, else those that contain it.

    Parameters
    ----------
    word : str
        A term, another name of it, or a part; capitals and accents do not matter.

    Returns
    -------
    tuple of Term
        By the alphabet.

    Raises
    ------
    parley.errors.ParleyError
        If there is none.

    Examples
    --------
    >>> [one.term for one in found("jus cogens")]
    ['peremptory norm']
    """
    wanted = slug(word)
    known = [
        (one, [slug(name) for name in (one.term, *one.also, *one.names)]) for one in glossary()
    ]
    exact = tuple(one for one, names in known if wanted in names)
    near = tuple(one for one, names in known if any(wanted in name for name in names))
    if not wanted or not near:
        raise ParleyError(
            f"The glossary has no term {word!r:.60}. Give fewer letters, or list all terms with "
            "parley glossary."
        )
    return exact or near


@cache
def _read(path: Path) -> tuple[Term, ...]:
    return tuple(sorted(parse(_List, path).root, key=lambda one: one.anchor))
