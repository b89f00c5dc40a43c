"""Nuclear warheads by year: the two largest arsenals, and all others."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, layout, percent, upright
from parley.figures.series import Line, drawn, line, rows, source

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "nuclear_arsenals"]

SET = "nuclear-arsenals"
LAST = 2023
TWO = ("United States", "Russia")
_LOOKS = (("blue", "solid"), ("vermilion", "dash"), ("green", "dot"))


def nuclear_arsenals(since: int, year: int) -> "go.Figure":
    """Draw warheads by year.

    Parameters
    ----------
    since : int
        The first year of the picture, 1945 to 2015.
    year : int
        The year to look at, 1945 to 2023.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    series = {name: _line(name, since) for name in (*TWO, "all others")}
    most = max(max(one.values) for one in series.values())
    here = _held(year)
    others = sum(here.values()) - sum(here.get(name, 0) for name in TWO)
    told = ", ".join(f"{name} {here.get(name, 0):,}" for name in TWO)
    return go.Figure(
        data=[
            drawn(name, one, color, dash)
            for (name, one), (color, dash) in zip(series.items(), _LOOKS, strict=True)
        ],
        layout=layout(
            f"Warheads in {year}: {told}, others {others:,}",
            420,
            left=70,
            xaxis=axis("year", since - 0.5, LAST + 0.5),
            yaxis=axis("warheads in military stockpiles", 0, 1.08 * most),
            shapes=[upright(max(year, since))],
        ),
    )


def describe(since: int, year: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    since, year : int
        As for `nuclear_arsenals`.

    Returns
    -------
    str
        A few sentences.
    """
    here = _held(year)
    told = ", ".join(f"{name} {count:,}" for name, count in here.items())
    total = sum(here.values())
    two = sum(here.get(name, 0) for name in TWO)
    return (
        f"In {year}: {told}; {total:,} together, of which the United States and Russia held "
        f"{percent(two / total)}. The picture begins in {since}, with "
        f"{sum(_held(since).values()):,} warheads in the world. Most numbers are estimates; "
        f"retired warheads are left out. {source(SET)}"
    )


def _held(year: int) -> dict[str, int]:
    """Return who had warheads in a year, the most first."""
    found = {row["country"]: row["warheads"] for row in rows(SET) if row["year"] == year}
    kept = {name: count for name, count in found.items() if count}
    return dict(sorted(kept.items(), key=lambda pair: -pair[1]))


def _line(name: str, since: int) -> Line:
    """Return the warheads of a state, or of all but the two, in every year of the picture."""
    points = []
    for year in range(since, LAST + 1):
        held = _held(year)
        rest = sum(count for country, count in held.items() if country not in TWO)
        points.append((year, held.get(name, 0) if name in TWO else rest))
    return line(points)
