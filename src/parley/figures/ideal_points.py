"""How two states voted in the General Assembly, year by year: how far apart they stand."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, layout, number, upright
from parley.figures.series import Line, at, drawn, line, rows, source

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["STATES", "describe", "ideal_points"]

SET = "ideal-points"
STATES = {
    "AUL": "Australia", "BRA": "Brazil", "CHN": "China", "EGY": "Egypt", "FRN": "France",
    "GMY": "Germany", "IND": "India", "INS": "Indonesia", "IRN": "Iran", "ISR": "Israel",
    "JPN": "Japan", "KEN": "Kenya", "MEX": "Mexico", "NIG": "Nigeria", "PAK": "Pakistan",
    "POL": "Poland", "RUS": "Russia", "SAU": "Saudi Arabia", "SAF": "South Africa",
    "TUR": "Türkiye", "UKR": "Ukraine", "UKG": "United Kingdom", "USA": "United States",
}  # fmt: skip
"""Germany from 1990; Russia holds the Soviet Union."""


def ideal_points(one: int, other: int, year: int) -> "go.Figure":
    """Draw the positions of two states.

    Parameters
    ----------
    one, other : int
        Places in `STATES`.
    year : int
        The year to look at, 1946 to 2024.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    (first, here), (second, there) = _state(one), _state(other)
    apart = at(_apart(here, there), year)
    told = f"{number(apart)} apart" if apart is not None else "not both voted"
    return go.Figure(
        data=[drawn(first, here, "blue"), drawn(f"{second} ", there, "vermilion", "dash")],
        layout=layout(
            f"{first} and {second} in {year}: {told}",
            420,
            xaxis=axis("year", 1945, 2025),
            yaxis=axis("position in votes (scale of the model)", -3.8, 3.6),
            shapes=[upright(year)],
        ),
    )


def describe(one: int, other: int, year: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    one, other, year : int
        As for `ideal_points`.

    Returns
    -------
    str
        A few sentences.
    """
    (first, here), (second, there) = _state(one), _state(other)
    apart = _apart(here, there)
    now = at(apart, year)
    told = "they have no two positions" if now is None else f"they were {number(now)} apart"
    far, near = max(apart.values), min(apart.values)
    return (
        f"{first} and {second}: in {year} {told}. They were farthest apart in {_when(apart, far)}, "
        f"with {number(far)}, and nearest in {_when(apart, near)}, with {number(near)}. Higher "
        f"means nearer to the United States; only distances count. {source(SET)}"
    )


def _state(place: int) -> tuple[str, Line]:
    code, name = list(STATES.items())[place]
    return name, line([(r["year"], r["ideal_point"]) for r in rows(SET) if r["state"] == code])


def _apart(here: Line, there: Line) -> Line:
    """Return the distance in each year in which both have a position."""
    points = dict(zip(there.years, there.values, strict=True))
    known = zip(here.years, here.values, strict=True)
    return line([(year, abs(value - points[year])) for year, value in known if year in points])


def _when(apart: Line, value: float) -> int:
    return apart.years[apart.values.index(value)]
