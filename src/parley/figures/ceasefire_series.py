"""Deaths before and after a real ceasefire: a difference of means, and two fitted lines."""

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from parley.analysis.evaluation import difference, segments
from parley.figures.pieces import axis, curve, layout, number, signed, upright
from parley.figures.series import rows, source
from parley.figures.template import OKABE_ITO
from parley.models.interrupted_series import Estimate, Segments

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["CEASEFIRES", "MEASURES", "ceasefire_series", "describe"]

SET = "ceasefire-months"
CEASEFIRES = (
    ("donbas", "2014-09", "Donbas, 5 September 2014"),
    ("donbas", "2015-02", "Donbas, 15 February 2015"),
    ("donbas", "2020-07", "Donbas, 27 July 2020"),
    ("syria", "2016-12", "Syria, 30 December 2016"),
)
"""Series, month and name; the first ceasefire in Syria has too few months before it."""
MEASURES = {
    "deaths_best": "all deaths, best estimate",
    "deaths_low": "all deaths, low estimate",
    "deaths_civilian": "deaths of civilians",
}
LAGS = 3
"""Over how many months deaths are still alike."""


class _Window(NamedTuple):
    """Months around a ceasefire, from its first whole month on; the mixed one is left out."""

    moments: tuple[int, ...]
    months: tuple[str, ...]
    deaths: tuple[int, ...]
    apart: Estimate
    lines: Segments


def ceasefire_series(event: int, months: int, measure: int) -> "go.Figure":
    """Draw the deaths by month, the two fitted lines, and where the first would have gone.

    Parameters
    ----------
    event : int
        Place in `CEASEFIRES`.
    months : int
        How many whole months to each side, 6 to 18, as far as there are any.
    measure : int
        Place in `MEASURES`.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = _window(event, months, measure)
    before = [moment for moment in found.moments if moment < 0]
    after = [moment for moment in found.moments if moment >= 0]
    step = found.lines.step
    return go.Figure(
        data=[
            _points(found),
            _line("fitted before", found.lines, before, "blue", "solid"),
            _line("fitted after", found.lines, after, "green", "dash", measured=True),
            _line("as if nothing had changed", found.lines, after, "blue", "dot"),
        ],
        layout=layout(
            f"Step at the ceasefire: {_plain(step.value)}, range {_span(step)}",
            460,
            3,
            xaxis=axis("months from the month of the ceasefire", -months - 0.6, months + 0.6),
            yaxis=axis("deaths a month") | {"range": None, "rangemode": "tozero"},
            shapes=[upright(0, "grey", "dash")],
        ),
    )


def describe(event: int, months: int, measure: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    event, months, measure : int
        As for `ceasefire_series`.

    Returns
    -------
    str
        A few sentences.
    """
    found = _window(event, months, measure)
    lines = found.lines
    before = sum(moment < 0 for moment in found.moments)
    means = [_mean(found, after) for after in (False, True)]
    return (
        f"{CEASEFIRES[event][2]}; {list(MEASURES.values())[measure]}: {before} whole months before "
        f"and {len(found.moments) - before} after; the month in which it began is left out. The "
        f"mean went from {_plain(means[0])} to {_plain(means[1])} a month, a difference of "
        f"{_said(found.apart)}. Two lines say: {signed(_rough(lines.trend.value))} a month "
        f"before, a step of {_said(lines.step)}, and from then on a trend that differs by "
        f"{signed(_rough(lines.change.value))} a month. Ranges (Newey and West, "
        f"{LAGS} months) hold the true value 95 times in 100 if the line before would have gone "
        f"on; with few months they are too narrow. {source(SET)}"
    )


@cache
def _window(event: int, months: int, measure: int) -> _Window:
    series, begin, _ = CEASEFIRES[event]
    here = [row | {"month": f"{row['month']}"[:7]} for row in rows(SET) if row["series"] == series]
    place = next(i for i, row in enumerate(here) if row["month"] == begin)
    column = list(MEASURES)[measure]
    window = [
        (i - place - 1, row["month"], row[column])
        for i, row in enumerate(here)
        if 0 < abs(i - place) <= months
    ]
    moments, names, deaths = zip(*window, strict=True)
    return _Window(
        moments,
        names,
        deaths,
        difference(moments, deaths, 0, LAGS),
        segments(moments, deaths, 0, LAGS),
    )


def _mean(found: _Window, after: bool) -> float:
    here = [d for m, d in zip(found.moments, found.deaths, strict=True) if (m >= 0) == after]
    return sum(here) / len(here)


def _line(
    name: str, lines: Segments, moments: list[int], color: str, dash: str, measured: bool = False
) -> dict[str, Any]:
    ends = [moments[0], moments[-1]]
    heights = [
        lines.level.value
        + lines.trend.value * end
        + measured * (lines.step.value + lines.change.value * end)
        for end in ends
    ]
    places = [end + 1 for end in ends]
    return curve(name, places, [round(height, 1) for height in heights], color, dash)


def _points(found: _Window) -> dict[str, Any]:
    marker = {"symbol": "circle-open", "size": 7, "color": OKABE_ITO["grey"], "line": {"width": 2}}
    return {
        **{"type": "scatter", "mode": "markers", "name": "deaths", "marker": marker},
        "x": [moment + 1 for moment in found.moments],  # the mixed month is 0
        **{"y": list(found.deaths), "text": list(found.months)},
        "hovertemplate": "%{text}: %{y}<extra></extra>",
    }


def _span(found: Estimate) -> str:
    return f"{_plain(found.low)} to {_plain(found.high)}"


def _said(found: Estimate) -> str:
    holds = "clear of 0" if found.clear else "it holds 0"
    return f"{signed(_rough(found.value))} (range {_span(found)}: {holds})"


def _plain(value: float) -> str:
    return number(_rough(value))


def _rough(value: float) -> float:
    """Keep one decimal of a number, and none from a hundred on."""
    return round(value, 1 if abs(value) < 100 else 0)
