"""The claims of the two source texts with their verdicts, and the statements of graded desks."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import RootModel, model_validator

from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario.base import Strict, Text, unique
from parley.scenario.source import parse

__all__ = ["Claim", "Statement", "claims", "modules", "statements"]

Verdict = Literal[
    "supported",
    "supported-with-qualification",
    "contested",
    "overstated",
    "wrong",
    "not-checkable",
]


class Checked(Strict):
    """How far the sources of a claim were read, and when."""

    how: Text
    when: date


class Claim(Strict):
    """What a source text says in one place, and what is to be thought of it.

    ``text`` and ``section`` say where it stands; ``sources`` are keys of ``data/sources.json``, and
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


@cache
def _claims(path: Path) -> tuple[Claim, ...]:
    return parse(_Claims, path).root


@cache
def _statements(path: Path) -> tuple[Statement, ...]:
    return parse(_Statements, path).root
