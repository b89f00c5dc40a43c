"""United Nations peacekeeping by year: missions, persons, deaths."""

from typing import TYPE_CHECKING, NamedTuple

from parley.figures.pieces import axis, layout, number, upright
from parley.figures.series import Line, at, drawn, line, rows, source

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["MEASURES", "describe", "un_peacekeeping"]

SET = "un-peacekeeping"
FIRST, LAST = 1948, 2024


class _Measure(NamedTuple):
    """What is counted: a column, its name for a list and a title, and its unit for the axis."""

    column: str
    name: str
    unit: str


MEASURES = (
    _Measure("uniformed", "uniformed persons", "persons, in December"),
    _Measure("missions", "missions", "missions"),
    _Measure("deaths", "deaths", "deaths in the year"),
    _Measure("deaths_malicious", "deaths by malicious acts", "deaths in the year"),
    _Measure("deaths_per_1000", "deaths for 1,000 persons", "deaths for 1,000 persons"),
)


def un_peacekeeping(measure: int, year: int) -> "go.Figure":
    """Draw one measure of peacekeeping by year.

    Parameters
    ----------
    measure : int
        The place in `MEASURES`.
    year : int
        The year to look at, 1948 to 2024.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    chosen, series = MEASURES[measure], _line(measure)
    return go.Figure(
        data=[drawn(chosen.name, series, "blue")],
        layout=layout(
            f"United Nations peacekeeping, {chosen.name}: {_in(series, year)}",
            420,
            1,
            left=70,
            xaxis=axis("year", FIRST - 1, LAST + 1),
            yaxis=axis(chosen.unit, 0, 1.08 * max(series.values)),
            shapes=[upright(year)],
            showlegend=False,
        ),
    )


def describe(measure: int, year: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    measure, year : int
        As for `un_peacekeeping`.

    Returns
    -------
    str
        A few sentences.
    """
    chosen, series = MEASURES[measure], _line(measure)
    most = max(series.values)
    peak = series.years[series.values.index(most)]
    return (
        f"{chosen.name.capitalize()}: {_in(series, year)}. The most was {_plain(most)}, in {peak}; "
        f"the series ends in {series.years[-1]}. {source(SET)}"
    )


def _line(measure: int) -> Line:
    column = MEASURES[measure].column
    return line([(row["year"], row[column]) for row in rows(SET) if row["year"] >= FIRST])


def _in(series: Line, year: int) -> str:
    value = at(series, year)
    return f"no number for {year}" if value is None else f"{_plain(value)} in {year}"


def _plain(value: float) -> str:
    return number(value) if value < 1000 else f"{round(value):,}"
