"""Whether a pact moved a state's votes: its change, beside the change of another state."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from parley.analysis.evaluation import two_differences
from parley.figures.pieces import axis, curve, layout, number, signed, upright
from parley.figures.series import Line, drawn, line, rows, source
from parley.models.interrupted_series import Estimate

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["EVENTS", "OTHERS", "describe", "difference_in_differences"]

SET = "ideal-points"
EVENTS = (
    ("EGY", "Egypt", 1979, "peace with Israel"),
    ("POL", "Poland", 1999, "joining NATO"),
    ("PAK", "Pakistan", 1954, "American military aid"),
)
"""State, its name, the year of the event, and the event."""
OTHERS = {
    "SAU": "Saudi Arabia",
    "IRN": "Iran",
    "IND": "India",
    "TUR": "Turkey",
    "UKR": "Ukraine",
    "RUS": "Russia",
}
LAGS = 2


class _Pair(NamedTuple):
    """Distances from the United States of two states, without the year of the event."""

    years: tuple[int, ...]
    one: tuple[float, ...]
    other: tuple[float, ...]
    change: float
    other_change: float
    apart: Estimate


def difference_in_differences(event: int, other: int, years: int) -> "go.Figure":
    """Draw the distance of both states from the United States, and what the other one foretells.

    Parameters
    ----------
    event : int
        Place in `EVENTS`.
    other : int
        Place in `OTHERS`.
    years : int
        Years before and after, 3 to 7; the year of the event is left out.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    state, name, year, _ = EVENTS[event]
    code, beside = list(OTHERS.items())[other]
    pair = _pair(event, other, years)
    foretold = _mean(pair, pair.one, year, False) + pair.other_change
    heights = (*pair.one, *pair.other, foretold)
    return go.Figure(
        data=[
            drawn(name, _points(state, year, years), "blue"),
            drawn(beside, _points(code, year, years), "vermilion", "dash"),
            curve(
                f"{name}, if it had changed as {beside} did",
                [year + 1, year + years],
                [foretold, foretold],
                "blue",
                "dot",
            ),
        ],
        layout=layout(
            f"{name}: {signed(pair.change)} alone, {signed(pair.apart.value)} beside {beside}",
            430,
            3,
            xaxis=axis("year", year - years - 0.5, year + years + 0.5),
            yaxis=axis(
                "distance from the United States in votes", min(heights) - 0.3, max(heights) + 0.3
            ),
            shapes=[upright(year)],
        ),
    )


def describe(event: int, other: int, years: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    event, other, years : int
        As for `difference_in_differences`.

    Returns
    -------
    str
        A few sentences.
    """
    _, name, year, what = EVENTS[event]
    beside = list(OTHERS.values())[other]
    pair = _pair(event, other, years)
    gaps = [
        pair.one[place] - pair.other[place]
        for place in (0, sum(before < year for before in pair.years) - 1)
    ]
    last = max(before for before in pair.years if before < year)
    return (
        f"{name} and {what}, {year}: {years} years before and after, without {year}. Distance from "
        f"the United States in the General Assembly: {name} {signed(pair.change)}, {beside} "
        f"{signed(pair.other_change)}; the difference of the two is {signed(pair.apart.value)} "
        f"(range {number(pair.apart.low)} to {number(pair.apart.high)}). A minus means: nearer to "
        f"the United States. Before the event the gap between the two went from "
        f"{number(gaps[0])} in {pair.years[0]} to {number(gaps[1])} in {last}: if it moved by "
        f"itself, the other state is no good comparison. {source(SET)}"
    )


def _points(state: str, year: int, years: int) -> Line:
    return line(
        [
            (row["year"], row["from_usa"])
            for row in rows(SET)
            if row["state"] == state and abs(row["year"] - year) <= years
        ]
    )


@cache
def _pair(event: int, other: int, years: int) -> _Pair:
    state, _, year, _ = EVENTS[event]
    one, two = (
        dict(zip(*_points(code, year, years), strict=True)) for code in (state, list(OTHERS)[other])
    )
    both = sorted(set(one) & set(two) - {year})
    mine, theirs = tuple(one[at] for at in both), tuple(two[at] for at in both)
    apart = two_differences(both, mine, theirs, year, LAGS)
    pair = _Pair(tuple(both), mine, theirs, 0, 0, apart)
    changes = [
        _mean(pair, values, year, True) - _mean(pair, values, year, False)
        for values in (mine, theirs)
    ]
    return pair._replace(change=changes[0], other_change=changes[1])


def _mean(pair: _Pair, values: tuple[float, ...], year: int, after: bool) -> float:
    here = [v for at, v in zip(pair.years, values, strict=True) if (at > year) == after]
    return sum(here) / len(here)
