"""An interrupted series: violations of a ceasefire before and after a hotline is opened."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, curve, layout, number, signed, text, upright
from parley.figures.template import OKABE_ITO
from parley.models.interrupted_series import Estimate, Segments, difference, segments

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "interrupted_series", "made"]

LEVEL = 90
"""Violations in the first month."""
MONTHS, START = 48, 24
"""How long the series is, and the number of months before the hotline."""

# Invented; what is left of one month is seen in the next, as in real series.
_CHANCE = (
    *(3, 5, 2, -1, -4, -2, 1, 4, 3, 0, -3, -5, -2, 2, 5, 1, -3, -1, 2, 4, 0, -4, -3, 1),
    *(4, 2, -2, -5, -1, 3, 5, 2, 0, -3, -4, -1, 3, 4, 1, -2, -5, -3, 0, 2, 5, 3, -1, -2),
)


def made(trend: float, step: float, change: float, chance: float) -> list[int]:
    """Return the invented violations of each month.

    Parameters
    ----------
    trend : float
        What each month adds before the hotline.
    step : float
        What the hotline adds at once.
    change : float
        What each month adds besides, from the hotline on.
    chance : float
        How much chance there is: 0 for none.

    Returns
    -------
    list of int
        Whole numbers, not below 0.

    Examples
    --------
    >>> made(0, -20, 0, 0)[22:26]
    [90, 90, 70, 70]
    """
    series = []
    for month, luck in enumerate(_CHANCE):
        since = month - START
        value = LEVEL + trend * month + chance * luck
        series.append(max(0, round(value + (step + change * since if since >= 0 else 0))))
    return series


def interrupted_series(trend: float, step: float, change: float, chance: float) -> "go.Figure":
    """Draw the series, the two fitted lines, and where the first one would have gone.

    Parameters
    ----------
    trend, step, change, chance : float
        As for `made`.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    series = made(trend, step, change, chance)
    found = segments(series, START)
    before, after = [0, START - 1], [START, MONTHS - 1]
    hover = {"hovertemplate": "month %{x}: %{y}<extra>%{fullData.name}</extra>"}
    first, second, without = (
        [_line(found, month, measured) for month in months]
        for months, measured in ((before, False), (after, True), (after, False))
    )
    return go.Figure(
        data=[
            _points(series, hover),
            curve("fitted before", [1, START], first, "blue", **hover),
            curve("fitted after", [START + 1, MONTHS], second, "green", "dash", **hover),
            curve(
                "as if nothing had changed", [START + 1, MONTHS], without, "blue", "dot", **hover
            ),
        ],
        layout=layout(
            _title(found),
            480,
            3,
            xaxis=axis("month", 0, MONTHS + 1),
            yaxis=axis("violations a month", 0, max(*series, *first, *second, *without) + 14),
            shapes=[upright(START + 0.5, "grey", "dash")],
            annotations=[text(START + 0.5, 1, "hotline opens", **_TOP)],
        ),
    )


def describe(trend: float, step: float, change: float, chance: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    trend, step, change, chance : float
        As for `made`.

    Returns
    -------
    str
        A few sentences.
    """
    series = made(trend, step, change, chance)
    found, plain = segments(series, START), difference(series, START)
    given = (
        f"The numbers are invented: {LEVEL} violations at first, {signed(trend)} each month, "
        f"{signed(step)} when the hotline opens after {START} months, {signed(change)} each "
        f"month from then on, and chance of strength {number(chance)}."
    )
    return (
        f"{given} The mean after it less the mean before is {number(plain.value)}. Two fitted "
        f"lines say: {signed(found.trend.value)} each month before, a step of "
        f"{_likely(found.step)} and a change of trend of {_likely(found.change)}. {_verdict(found)}"
    )


_TOP: dict[str, Any] = {"yref": "paper", "yanchor": "top", "xanchor": "left", "xshift": 6}


def _line(found: Segments, month: int, measured: bool) -> float:
    base = found.level.value + found.trend.value * month
    return base + measured * (found.step.value + found.change.value * (month - START))


def _points(series: list[int], hover: dict[str, str]) -> dict[str, Any]:
    marker = {"symbol": "circle-open", "size": 7, "color": OKABE_ITO["grey"], "line": {"width": 2}}
    months = list(range(1, MONTHS + 1))
    return {
        **{"type": "scatter", "mode": "markers", "name": "violations", "marker": marker},
        **{"x": months, "y": series, **hover},
    }


def _likely(found: Estimate) -> str:
    return f"{number(found.value)} (probably {number(found.low)} to {number(found.high)})"


def _verdict(found: Segments) -> str:
    if found.step.clear:
        way = "fell" if found.step.value < 0 else "rose"
        return f"The step is clear: violations {way} when the hotline opened."
    return "The step may well be nothing: its range holds 0."


def _title(found: Segments) -> str:
    step = found.step
    span = f"{number(step.low)} to {number(step.high)}"
    return f"Step at the hotline: {number(step.value)}, probably {span}"
