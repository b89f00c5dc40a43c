"""How many armed conflicts there are in a year, in the world and in each region."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, layout, upright
from parley.figures.series import Line, at, drawn, line, rows, source

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["REGIONS", "armed_conflicts", "describe"]

SET = "armed-conflicts"
REGIONS = ("the world", "Africa", "Americas", "Asia", "Europe", "Middle East")
"""What a slider chooses among; the world is all of them and those of several regions."""
YEARS = range(1946, 2025)


def armed_conflicts(region: int, year: int) -> "go.Figure":
    """Draw conflicts and wars by year.

    Parameters
    ----------
    region : int
        The place in `REGIONS`.
    year : int
        The year to look at, 1946 to 2024.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    conflicts, wars = _lines(region)
    here = f"{at(conflicts, year):g} in {year}, {at(wars, year):g} of them wars"
    return go.Figure(
        data=[
            drawn("armed conflicts", conflicts, "blue"),
            drawn("of them wars", wars, "vermilion", "dash"),
        ],
        layout=layout(
            f"Armed conflicts, {REGIONS[region]}: {here}",
            430,
            xaxis=axis("year", YEARS[0] - 1, YEARS[-1] + 1),
            yaxis=axis("conflicts", 0, 1.08 * max(conflicts.values) + 1),
            shapes=[upright(year)],
        ),
    )


def describe(region: int, year: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    region, year : int
        As for `armed_conflicts`.

    Returns
    -------
    str
        A few sentences.
    """
    conflicts, wars = _lines(region)
    most = max(conflicts.values)
    peak = conflicts.years[conflicts.values.index(most)]
    place = REGIONS[region]
    return (
        f"An armed conflict has 25 battle deaths or more in a year, and a war 1,000. In {year} "
        f"there were {at(conflicts, year):g} conflicts in {place}, and {at(wars, year):g} of them "
        f"were wars. The most of all years since 1946 were {most:g}, in {peak}. {source(SET)}"
    )


def _lines(region: int) -> tuple[Line, Line]:
    """Return conflicts and wars by year; a year without a row had none."""
    conflicts, wars = dict.fromkeys(YEARS, 0), dict.fromkeys(YEARS, 0)
    for row in rows(SET):
        if region == 0 or row["region"] == REGIONS[region]:
            conflicts[row["year"]] += row["conflicts"]
            wars[row["year"]] += row["wars"]
    return line(list(conflicts.items())), line(list(wars.items()))
