"""Who sends most to United Nations peacekeeping, in one year."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, bars, layout, percent
from parley.figures.series import rows, source

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["YEARS", "describe", "un_contributors"]

SET = "un-contributors"
YEARS = (*range(1990, 2014), *range(2018, 2021))
"""The years that a slider chooses among; of 2014 to 2017 no good numbers are at hand."""


def un_contributors(place: int) -> "go.Figure":
    """Draw the ten largest contributors of a year.

    Parameters
    ----------
    place : int
        The place in `YEARS`.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    ten = _ten(place)
    hover = {"orientation": "h", "hovertemplate": "%{x}<extra>%{fullData.name}</extra>"}
    persons = [row["uniformed"] for row in ten]
    return go.Figure(
        data=[bars("uniformed persons", persons, list(range(10)), "blue", **hover)],
        layout=layout(
            f"Ten largest contributors in {YEARS[place]}: {_share(ten)} of all",
            460,
            1,
            left=175,
            xaxis=axis("troops, police and observers, persons", 0, 11_500),
            yaxis={
                **{"range": [9.6, -0.6], "showgrid": False, "ticks": ""},
                **{"tickvals": list(range(10)), "ticktext": [row["country"] for row in ten]},
            },
            showlegend=False,
        ),
    )


def describe(place: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    place : int
        As for `un_contributors`.

    Returns
    -------
    str
        A few sentences.
    """
    ten = _ten(place)
    when = "At the end of" if ten[0]["counted"] == "december" else "As the mean of"
    named = ", ".join(f"{row['country']} {row['uniformed']:,}" for row in ten)
    return (
        f"{when} {YEARS[place]} the ten largest contributors of uniformed persons sent "
        f"{_share(ten)} of all: {named}. {source(SET)}"
    )


def _ten(place: int) -> list[dict[str, Any]]:
    return [row for row in rows(SET) if row["year"] == YEARS[place]]


def _share(ten: list[dict[str, Any]]) -> str:
    return percent(sum(row["share"] for row in ten))
