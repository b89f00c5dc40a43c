"""A hundred events of military diplomacy in order of time: a window to move over them."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, layout
from parley.figures.series import rows
from parley.figures.template import OKABE_ITO

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["KINDS", "WIDTHS", "describe", "timeline"]

SET = "timeline"
KINDS = (
    *("all kinds", "treaty", "envoy", "attaché", "peace operation", "exercise", "hotline"),
    *("confidence-building", "talks", "institution", "law", "relief", "arms control", "coercion"),
)
"""What a slider chooses among."""
WIDTHS = (10, 25, 50, 100, 500, 3400)
"""How many years are looked at."""
MOST = 12
"""How many events are told in words."""


def timeline(first: int, width: int, kind: int) -> "go.Figure":
    """Draw the events of a window, a lane for each kind.

    Parameters
    ----------
    first : int
        The first year; before our era it is negative.
    width : int
        The place in `WIDTHS`.
    kind : int
        The place in `KINDS`.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    last = first + WIDTHS[width]
    found = _events(first, last, kind)
    lanes = KINDS[1:]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "name": "events",
        "x": [event["year"] for event in found],
        "y": [lanes.index(event["kind"]) for event in found],
        "text": [event["what"][:60] for event in found],
        "marker": {"symbol": "diamond", "size": 11, "color": OKABE_ITO["blue"]},
        "hovertemplate": "%{text}<extra>%{x}</extra>",
    }
    return go.Figure(
        data=[dots],
        layout=layout(
            f"{len(found)} events, {_year(first)} to {_year(last)}",
            460,
            1,
            left=150,
            xaxis=axis("year", first - 0.02 * WIDTHS[width], last + 0.02 * WIDTHS[width]),
            yaxis={
                **{"range": [len(lanes) - 0.5, -0.5], "ticks": ""},
                **{"tickvals": list(range(len(lanes))), "ticktext": list(lanes)},
            },
            showlegend=False,
        ),
    )


def describe(first: int, width: int, kind: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    first, width, kind : int
        As for `timeline`.

    Returns
    -------
    str
        The events, a line each, as many as can be told.
    """
    last = first + WIDTHS[width]
    found = _events(first, last, kind)
    if not found:
        return f"No event of the list between {_year(first)} and {_year(last)}."
    told = [f"{_year(event['year'])}: {event['what']}" for event in found[:MOST]]
    rest = len(found) - MOST
    return "\n".join(told if rest <= 0 else [*told, f"And {rest} later ones: look at fewer years."])


def _events(first: int, last: int, kind: int) -> list[dict[str, Any]]:
    return [
        event
        for event in rows(SET)
        if first <= event["year"] <= last and kind in (0, KINDS.index(event["kind"]))
    ]


def _year(year: int) -> str:
    return f"{-year} BC" if year < 0 else str(year)
