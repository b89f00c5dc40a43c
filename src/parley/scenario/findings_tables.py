"""The tables of a report: chosen from a data set of the course, or invented in a profile."""

import csv
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field, StrictFloat, StrictInt, StrictStr, model_validator

from parley import sets
from parley.data import data_folder
from parley.games.findings.sheet import Sheet
from parley.scenario.base import Slug, Strict, Text
from parley.sources import cite


class Span(Strict):
    """Values from one to another, both of them included."""

    first: StrictInt | StrictStr = Field(alias="from")
    last: StrictInt | StrictStr = Field(alias="to")

    def holds(self, text: str) -> bool:
        """Tell whether a cell of a set lies between the two; numbers as numbers."""
        if isinstance(self.first, int) and isinstance(self.last, int):
            return bool(text) and self.first <= Fraction(text) <= self.last
        return str(self.first) <= text <= str(self.last)


Value = StrictInt | StrictStr
Where = dict[str, Value | tuple[Value, ...] | Span]
"""Which rows of a set: for a column one value, several, or a span."""
Row = tuple[StrictStr | StrictInt | StrictFloat, ...]


class ColumnText(Strict):
    """One column of numbers.

    Of a set it is the sum of a column, ``of``, over the rows with one label, or how many rows there
    are; ``where`` takes only some of them.
    """

    label: Text
    of: str | None = None
    where: Where = {}


class TableText(Strict):
    """A table: of a data set, with ``set`` and ``label``, or with rows that each profile gives.

    ``label`` names the columns of the set that make the label of a row; ``order`` are the labels,
    if not all of them in the order of the set.
    """

    caption: Text
    corner: Text
    note: str = ""
    columns: dict[Slug, ColumnText] = Field(min_length=1)
    set: str | None = None
    label: tuple[Text, ...] = ()
    order: tuple[Text, ...] = ()
    where: Where = {}

    @model_validator(mode="after")
    def _of_a_set_or_not(self) -> "TableText":
        of_a_set = bool(self.label or self.order or self.where or self._named())
        if self.set is None and of_a_set:
            raise ValueError("label, order, of and where belong to a table with 'set'")
        if self.set is not None:
            _known(self.set, [*self.label, *self.where, *self._named()], bool(self.label))
            for where in (self.where, *(one.where for one in self.columns.values())):
                _held(self.set, where)
            self._check_order(self.set)
        return self

    def _check_order(self, name: str) -> None:
        there = {self._label(row) for row in _rows(_path(name))}
        strange = [one for one in self.order if one not in there]
        if strange:
            columns = ", ".join(self.label)
            raise ValueError(f"order has labels of {columns} in {name}; got {strange[0]!r:.40}")

    def _label(self, row: Mapping[str, str]) -> str:
        return ", ".join(row[column] for column in self.label)

    def _named(self) -> list[str]:
        columns = self.columns.values()
        return [name for one in columns for name in (*([one.of] if one.of else []), *one.where)]

    def sheet(self, given: Where | tuple[Row, ...]) -> Sheet:
        """Return the table of a profile, with braces for names.

        Parameters
        ----------
        given : mapping or tuple
            Which rows of the set, or the rows themselves: a label, then a number for each column.

        Returns
        -------
        Sheet
            The table.

        Raises
        ------
        ValueError
            If what is given does not fit the table.
        """
        heads = tuple((slug, one.label) for slug, one in self.columns.items())
        if self.set is None:
            rows = self._own(given)
        elif isinstance(given, Mapping):
            rows = self._of_set(self.set, given)
        else:
            raise ValueError(f"names rows of the set {self.set}, such as {{year: 2011}}")
        note = " ".join(part for part in (self.note, _credit(self.set)) if part)
        return Sheet(self.caption, self.corner, heads, tuple(rows), tuple(rows.values()), note)

    def _own(self, given: Any) -> dict[str, tuple[Fraction, ...]]:
        width = len(self.columns)
        if isinstance(given, Mapping) or any(len(row) != width + 1 for row in given):
            raise ValueError(f"needs rows of a label and {width} numbers")
        rows = {str(label): _exact(str(label), rest) for label, *rest in given}
        if len(rows) != len(given):
            raise ValueError("labels of rows must differ")
        return rows

    def _of_set(self, name: str, given: Where) -> dict[str, tuple[Fraction, ...]]:
        _known(name, list(given), True)
        _held(name, given)
        groups: dict[str, list[dict[str, str]]] = {label: [] for label in self.order}
        for row in _rows(_path(name)):
            label = self._label(row)
            if _fits(row, self.where | given) and (not self.order or label in self.order):
                groups.setdefault(label, []).append(row)
        every = self.columns.values()
        return {
            label: tuple(_cell(label, one, rows) for one in every) for label, rows in groups.items()
        }


def _exact(label: str, cells: Sequence[str | int | float]) -> tuple[Fraction, ...]:
    """Return the numbers of a row; a ValueError names the cell that holds none."""
    numbers = []
    for one in cells:
        try:
            numbers.append(Fraction(str(one)))
        except (ValueError, ZeroDivisionError):
            raise ValueError(f"row {label} holds numbers; got {one!r:.40}") from None
    return tuple(numbers)


def _known(name: str, columns: list[str], labelled: bool) -> None:
    """Raise a ValueError if there is no such set, if it lacks a column, or has no label."""
    if name not in sets.names():
        raise ValueError(f"there is no set {name!r:.40}; there are {', '.join(sets.names())}")
    fields = [field["name"] for field in sets.describe(name)["schema"]["fields"]]
    strange = [one for one in columns if one not in fields]
    if strange:
        raise ValueError(f"{name} has no column {strange[0]!r:.40}; it has {', '.join(fields)}")
    if not labelled:
        raise ValueError("a table with 'set' needs 'label', the columns that name a row")


def _held(name: str, where: Where) -> None:
    """Raise a ValueError if a set holds nowhere what is asked of one of its columns."""
    for column, wanted in where.items():
        there = _texts(_path(name), column)
        for one in wanted if isinstance(wanted, tuple) else (wanted,):
            if not any(_met(text, one) for text in there):
                shown = f"{one.first} to {one.last}" if isinstance(one, Span) else repr(one)
                raise ValueError(f"column {column} of {name} holds no {shown:.40}")


def _credit(name: str | None) -> str:
    """Return one sentence that names the sources of a set."""
    if name is None:
        return ""
    return f"Data: {'; '.join(cite(one['key']) for one in sets.describe(name)['sources'])}."


def _path(name: str) -> Path:
    return data_folder() / sets.describe(name)["path"]


@cache
def _rows(path: Path) -> tuple[dict[str, str], ...]:
    """Return a set as rows of text; it is read once, without pandas."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _texts(path: Path, column: str) -> tuple[str, ...]:
    """Return what a column of a set holds, each text once."""
    return tuple(dict.fromkeys(row[column] for row in _rows(path)))


def _fits(row: Mapping[str, str], where: Where) -> bool:
    return all(_met(row[column], wanted) for column, wanted in where.items())


def _met(text: str, wanted: Value | tuple[Value, ...] | Span) -> bool:
    if isinstance(wanted, Span):
        return wanted.holds(text)
    return text in map(str, wanted if isinstance(wanted, tuple) else (wanted,))


def _cell(label: str, column: ColumnText, rows: list[dict[str, str]]) -> Fraction:
    """Return the sum of a column over rows, or how many rows there are."""
    chosen = [row for row in rows if _fits(row, column.where)]
    if column.of is None:
        return Fraction(len(chosen))
    texts = [row[column.of] for row in chosen]
    if "" in texts:
        raise ValueError(f"row {label} has no value of {column.of}; choose other rows")
    return sum(map(Fraction, texts), Fraction(0))
