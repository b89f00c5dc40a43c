"""How capabilities are divided among the great powers, in one year beside another."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, bars, layout, percent
from parley.figures.series import rows, source

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "great_powers"]

SET = "great-powers"
SHORT = {"United States of America": "United States", "Austria-Hungary": "Austria"}
LONGEST = 9
"""How many powers there are in any two years at most, so that the picture keeps its height."""


def great_powers(year: int, other: int) -> "go.Figure":
    """Draw the shares of the great powers in two years.

    Parameters
    ----------
    year, other : int
        1816 to 2022.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    first, second = _shares(year), _shares(other)
    names = sorted({*first, *second}, key=lambda name: -first.get(name, -second.get(name, 0)))
    places = list(range(len(names)))
    hover = {"orientation": "h", "hovertemplate": "%{x} %<extra>%{fullData.name}</extra>"}
    return go.Figure(
        data=[
            bars(str(year), _percents(first, names), places, "blue", **hover),
            bars(f"{other} ", _percents(second, names), places, "orange", "/", **hover),
        ],
        layout=layout(
            f"Shares of the great powers: {year} and {other}",
            520,
            left=130,
            xaxis=axis("share of the great powers' capabilities, %", 0, 75),
            yaxis={
                **{"range": [max(len(names), LONGEST) - 0.4, -0.6], "showgrid": False},
                **{"ticks": "", "tickvals": places, "ticktext": names},
            },
            barmode="group",
        ),
    )


def describe(year: int, other: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    year, other : int
        As for `great_powers`.

    Returns
    -------
    str
        A few sentences.
    """
    told = " ".join(_told(one) for one in dict.fromkeys((year, other)))
    return f"{told} The index counts masses: soldiers, money, steel, energy, people. {source(SET)}"


def _told(year: int) -> str:
    shares = _shares(year)
    named = ", ".join(f"{name} {percent(share)}" for name, share in shares.items())
    two = sum(list(shares.values())[:2])
    return f"In {year}: {named}; the two largest had {percent(two)} together."


def _shares(year: int) -> dict[str, float]:
    """Return the shares of a year, the largest first."""
    found = {
        SHORT.get(row["name"], row["name"]): row["share"]
        for row in rows(SET)
        if row["year"] == year
    }
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def _percents(shares: dict[str, float], names: list[str]) -> list[float]:
    return [round(100 * shares.get(name, 0), 2) for name in names]
