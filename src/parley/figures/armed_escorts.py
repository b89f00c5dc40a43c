"""How many attacks to expect when more and more aid convoys have an armed escort."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, counted, curve, layout, mark, number, percent
from parley.models.armed_escorts import Escorts, escorts

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["CONVOYS", "armed_escorts", "describe"]

CONVOYS = 20
"""Convoys a month."""


def armed_escorts(risk: int, cut: int, spill: float, escorted: int) -> "go.Figure":
    """Draw the expected attacks by the number of escorts, all convoys together.

    Parameters
    ----------
    risk : int
        The risk of a convoy where nobody has an escort, in per cent.
    cut : int
        The share of its own risk that an escort takes away, in per cent.
    spill : float
        What each escorted convoy adds to the risk of every convoy, in percentage points.
    escorted : int
        How many of the 20 convoys have an escort.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    counts = range(CONVOYS + 1)
    every = [_found(risk, cut, spill, count).attacks for count in counts]
    least = min(counts, key=lambda count: every[count])
    attacks = f"{counted(every[escorted], 'attack')} to expect"
    return go.Figure(
        data=[
            curve("attacks to expect, of 20 convoys", list(counts), every, "blue"),
            curve("without any escort", [0, CONVOYS], [every[0]] * 2, "grey", "dot"),
            mark("your choice", escorted, every[escorted], "star", "orange", 18),
            mark("fewest attacks", least, every[least], "circle-open", "vermilion", 16),
        ],
        layout=layout(
            f"{escorted} of {CONVOYS} convoys with an armed escort: {attacks}",
            440,
            xaxis=axis("convoys with an escort", -0.5, CONVOYS + 0.5),
            yaxis=axis("attacks in a month", 0, 1.1 * max(every)),
        ),
    )


def describe(risk: int, cut: int, spill: float, escorted: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    risk, cut, spill, escorted : int or float
        As for `armed_escorts`.

    Returns
    -------
    str
        A few sentences.
    """
    here = _found(risk, cut, spill, escorted)
    every = [_found(risk, cut, spill, count) for count in range(CONVOYS + 1)]
    least = min(range(CONVOYS + 1), key=lambda count: every[count].attacks)
    asks = "Every single convoy is safer with an escort of its own"
    alone = all(
        after.guarded <= before.bare for before, after in zip(every, every[1:], strict=False)
    )
    return (
        f"With {counted(escorted, 'escort')} in a month, the risk of an attack is "
        f"{percent(here.bare)} for a convoy that has none, and {percent(here.guarded)} for one "
        f"that has one. "
        f"{asks if alone else 'Not every convoy is safer with an escort of its own'}. "
        f"All 20 together must expect {counted(here.attacks, 'attack')} a month, and "
        f"{number(every[0].attacks)} without any escort. The fewest come with "
        f"{counted(least, 'escort')}: {number(every[least].attacks)}. "
        "The numbers are assumptions for teaching."
    )


def _found(risk: int, cut: int, spill: float, escorted: int) -> Escorts:
    return escorts(CONVOYS, escorted, risk / 100, cut / 100, spill / 100)
