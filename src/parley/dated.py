"""What goes out of date: statements of the course that time can make false, and where to look.

They stand in ``data/dated.yaml``, so that an instructor can refresh them before a course begins.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import Field, RootModel, model_validator

from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario.base import Strict, Text, unique
from parley.scenario.source import parse

__all__ = ["Dated", "dated"]


class Dated(Strict):
    """A statement that was true on a day, ``as_of``, and must be looked at again.

    ``until`` is the day on which it surely ends or changes, where one is known; ``where`` says in
    which claims, lessons and exercises it stands; ``refresh`` says what to look up.
    """

    id: Text
    module: Text
    where: tuple[Text, ...] = Field(min_length=1)
    statement: Text
    as_of: date
    until: date | None = None
    refresh: Text
    sources: tuple[Text, ...] = ()

    def over(self, day: date) -> bool:
        """Tell whether its day has passed.

        Parameters
        ----------
        day : datetime.date
            The day on which one asks.

        Returns
        -------
        bool
            False where no end is known.
        """
        return self.until is not None and self.until <= day


class _List(RootModel[tuple[Dated, ...]]):
    @model_validator(mode="after")
    def _once(self) -> "_List":
        unique("ids", [one.id for one in self.root])
        return self


def dated(module: str = "") -> tuple[Dated, ...]:
    """Return what goes out of date, what ends first before the rest.

    Parameters
    ----------
    module : str, optional
        Two digits; all modules if not given.

    Returns
    -------
    tuple of Dated
        Those with an end by that day, then the others by the day they were known.

    Raises
    ------
    parley.errors.ParleyError
        If there is no such module, or the file is wrong.

    Examples
    --------
    >>> all(one.module == "05" for one in dated("05"))
    True
    """
    if module and not re.fullmatch(r"0\d|1[0-8]", module):
        raise ParleyError(f"There is no module {module!r:.20}. Name one by two digits, 00 to 18.")
    found = _read(data_folder() / "dated.yaml")
    return tuple(one for one in found if module in ("", one.module))


@cache
def _read(path: Path) -> tuple[Dated, ...]:
    listed = parse(_List, path).root
    return tuple(sorted(listed, key=lambda one: (one.until or date.max, one.as_of, one.id)))
