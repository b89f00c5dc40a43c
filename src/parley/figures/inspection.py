"""Inspection: the probability that deters, and what a season with few inspections is worth."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import (
    axis,
    bars,
    beside,
    counted,
    curve,
    layout,
    mark,
    number,
    percent,
    text,
    upright,
)
from parley.models.inspection import deterring, season

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "inspection"]

_UPPER, _LOWER = [0.6, 1], [0, 0.4]


def inspection(
    gain: float, penalty: float, caught: float, periods: int, inspections: int
) -> "go.Figure":
    """Draw what a violation pays against detection, and beneath it seasons of all inspections.

    Parameters
    ----------
    gain, penalty : float
        What an undetected violation is worth and a detected one costs, in points.
    caught : float
        The probability that a violation is detected, percent.
    periods, inspections : int
        Of a season; inspections beyond the periods have no use.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    limit = 100 * deterring(gain, penalty)
    room = 0.08 * (gain + penalty)
    ends = [gain, -penalty]
    hover = {"hovertemplate": "detected %{x} %: %{y} points<extra></extra>"}
    worth = _worth(gain, penalty, caught)
    return go.Figure(
        data=[
            curve("a violation is worth", [0, 100], ends, "vermilion", **hover),
            mark("deterred from here", limit, 0, "diamond", "green", 14, **hover),
            mark("your probability", caught, worth, "circle-open", "purple", 16, **hover),
            *_seasons(periods, min(periods, inspections)),
        ],
        layout=layout(
            _title(gain, penalty, caught),
            580,
            3,
            xaxis=axis("probability of detection, %", -1, 101, anchor="y"),
            yaxis=axis("points", -penalty - room, gain + room, domain=_UPPER),
            xaxis2=axis("inspections in the season", -0.6, periods + 0.6, anchor="y2", dtick=1),
            yaxis2=axis("first period, %", 0, 112, domain=_LOWER, tickvals=[0, 25, 50, 75, 100]),
            barmode="group",
            shapes=[upright(limit, "green", y0=_UPPER[0])],
            annotations=_notes(limit, periods),
        ),
    )


def describe(gain: float, penalty: float, caught: float, periods: int, inspections: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    gain, penalty, caught, periods, inspections : float
        As for `inspection`.

    Returns
    -------
    str
        A few sentences.
    """
    limit = deterring(gain, penalty)
    worth = _worth(gain, penalty, caught)
    pays = "pays" if caught / 100 < limit - 1e-9 else "does not pay"
    found = season(periods, min(periods, inspections))
    more = (
        " There is one for each period: the limit is never broken."
        if inspections >= periods
        else f" The season is worth {number(float(found.value))} to the inspector, where 0 is that "
        f"nothing happens, 1 that a violation is caught, {number(-1)} that one is not."
    )
    return (
        f"An undetected violation is worth {counted(gain, 'point')}, a detected one costs "
        f"{number(penalty)}. It does not pay if it is detected with {percent(limit)} or more. With "
        f"{caught:g} % it is worth {counted(worth, 'point')}: it {pays}. A season has "
        f"{counted(periods, 'period')} and {counted(inspections, 'inspection')}. In the first "
        f"period the inspector looks with {percent(float(found.inspects))}, and the limit is "
        f"broken with {percent(float(found.violates))}.{more}"
    )


def _worth(gain: float, penalty: float, caught: float) -> float:
    return gain - caught / 100 * (gain + penalty)


def _title(gain: float, penalty: float, caught: float) -> str:
    limit = deterring(gain, penalty)
    verdict = "deterred" if caught / 100 >= limit - 1e-9 else "not deterred"
    return f"Detected with {caught:g} %, {percent(limit)} needed: the violation is {verdict}"


def _seasons(periods: int, chosen: int) -> list[dict[str, Any]]:
    """Return how often the inspector looks and the limit is broken, for each number of looks."""
    count = list(range(periods + 1))
    found = [season(periods, number) for number in count]
    looks = [round(100 * float(one.inspects), 2) for one in found]
    breaks = [round(100 * float(one.violates), 2) for one in found]
    below = {"xaxis": "x2", "yaxis": "y2"}
    here = mark("your season", chosen, 106, "triangle-down", "purple", 13, **below)
    return [
        bars("the inspector looks", count, looks, "blue", **below),
        bars("the limit is broken", count, breaks, "orange", "/", **below),
        here,
    ]


def _notes(limit: float, periods: int) -> list[dict[str, Any]]:
    foot: dict[str, Any] = {"yref": "paper", "yanchor": "bottom"}
    words = f"a season of {counted(periods, 'period')}: what happens in the first"
    return [
        text(limit, _UPPER[0], f"deterred from {limit:.3g} %", **foot, **beside(limit)),
        text(0, _LOWER[1], words, **foot, xref="paper", xanchor="left"),
    ]
