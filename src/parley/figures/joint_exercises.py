"""Joint military exercises by year and purpose."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, layout, percent, upright
from parley.figures.series import Line, at, drawn, line, rows, source

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["PURPOSES", "describe", "joint_exercises"]

SET = "joint-exercises"
PURPOSES = {
    "warfighting": "for combat",
    "peacekeeping": "for peacekeeping",
    "humanitarian": "for relief",
    "command_post": "in headquarters only",
    "multinational": "with three states or more",
}
"""What a slider chooses among: columns, and how they are said."""


def joint_exercises(purpose: int, year: int) -> "go.Figure":
    """Draw all exercises, and those of one purpose.

    Parameters
    ----------
    purpose : int
        The place in `PURPOSES`.
    year : int
        The year to look at, 1980 to 2010.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    every, chosen = _lines(purpose)
    said = list(PURPOSES.values())[purpose]
    return go.Figure(
        data=[
            drawn("all joint exercises", every, "grey", "dash"),
            drawn(f"of them {said}", chosen, "blue"),
        ],
        layout=layout(
            f"Joint exercises {said}: {at(chosen, year):g} of {at(every, year):g} in {year}",
            420,
            xaxis=axis("year", 1979, 2011),
            yaxis=axis("exercises in the year", 0, 1.08 * max(every.values)),
            shapes=[upright(year)],
        ),
    )


def describe(purpose: int, year: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    purpose, year : int
        As for `joint_exercises`.

    Returns
    -------
    str
        A few sentences.
    """
    every, chosen = _lines(purpose)
    said = list(PURPOSES.values())[purpose]
    here, total = at(chosen, year) or 0, at(every, year) or 1
    return (
        f"In {year} there were {total:g} joint exercises, and {here:g} of them, "
        f"{percent(here / total)}, were {said}. Over all years the share was "
        f"{percent(sum(chosen.values) / sum(every.values))}. The list was made from news in "
        f"English, so part of the growth is a growth of news. {source(SET)}"
    )


def _lines(purpose: int) -> tuple[Line, Line]:
    column = list(PURPOSES)[purpose]
    return (
        line([(row["year"], row["exercises"]) for row in rows(SET)]),
        line([(row["year"], row[column]) for row in rows(SET)]),
    )
