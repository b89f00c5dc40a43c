"""What the figures of data have in common: a series by year from a data set, and one year of it."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from parley.figures.pieces import curve
from parley.sets import describe, load
from parley.sources import cite

__all__ = ["Line", "at", "drawn", "line", "rows", "source"]


class Line(NamedTuple):
    """A series by year; years without a value are left out."""

    years: tuple[int, ...]
    values: tuple[float, ...]


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    """Return a data set as rows; a missing value is None.

    Parameters
    ----------
    name : str
        Its name.

    Returns
    -------
    tuple of dict
        Column to value.
    """
    frame = load(name).astype(object)
    return tuple(frame.where(frame.notna(), None).to_dict("records"))


def line(points: Sequence[tuple[int, float | None]]) -> Line:
    """Return a series of the years that have a value.

    Parameters
    ----------
    points : sequence of (int, float or None)
        Year and value.

    Returns
    -------
    Line
        By rising year.
    """
    known = sorted((year, value) for year, value in points if value is not None)
    return Line(tuple(year for year, _ in known), tuple(float(value) for _, value in known))


def at(series: Line, year: int) -> float | None:
    """Return the value of a year; None where there is none."""
    found = dict(zip(series.years, series.values, strict=True))
    return found.get(year)


def drawn(name: str, series: Line, color: str, dash: str = "solid", **more: Any) -> dict[str, Any]:
    """Return a series as a trace; a gap in the years stays a gap."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, year in enumerate(series.years):
        if place and year > series.years[place - 1] + 1:
            x.append(None)
            y.append(None)
        x.append(year)
        y.append(round(series.values[place], 4))
    return curve(name, [], [], color, dash, **more) | {"x": x, "y": y}


def source(name: str) -> str:
    """Return one sentence that names the sources of a data set, for the words under a figure."""
    cited = "; ".join(cite(one["key"]) for one in describe(name)["sources"])
    return f"Data: {cited}."
