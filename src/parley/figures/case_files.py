"""Eleven case files: what stood in each at the end of a year, and what came later."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import area, axis, layout, text
from parley.figures.series import rows
from parley.figures.template import OKABE_ITO
from parley.sources import cite

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["CASES", "KINDS", "case_files", "describe"]

SET = "case-files"
CASES = {
    "bosnia-1995": ("Bosnia, 1995", "contested: the peace holds, its cause is disputed"),
    "darfur": ("Darfur", "failed: too small for its task, and the war came back"),
    "two-koreas": ("The two Koreas", "undone: calm for five years"),
    "isaf": ("Afghanistan, ISAF", "task ended, aim failed: the state that it helped fell"),
    "us-dprk": ("United States and North Korea", "a channel for incidents, and no settlement"),
    "eutm-mali": ("Mali, European training", "failed: work was done, its aim was missed"),
    "amisom": ("Somalia, AMISOM and after", "contested: towns won, the war goes on"),
    "cobra-gold": ("Cobra Gold", "lasting: its effect is not measured"),
    "liberia": ("Liberia, UNMIL", "success with limits"),
    "minusma": ("Mali, MINUSMA", "failed, parts did good: consent lost, more civilians killed"),
    "kosovo-1999": ("Kosovo, 1999", "contested: force without authority, no military diplomacy"),
}
"""Each case: its name, and the label that the course gives it."""
KINDS = ("mandate", "done", "followed", "judged")
LOOKS = ("square", "circle", "diamond", "x")
COLOURS = ("blue", "green", "vermilion", "purple")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def case_files(case: int, year: int) -> "go.Figure":
    """Draw the events of a file that were known at the end of a year, a lane for each kind.

    Parameters
    ----------
    case : int
        The place in `CASES`.
    year : int
        The year at whose end the file is read.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found, known = _events(case), _known(case, year)
    name = list(CASES.values())[case][0]
    return go.Figure(
        data=[_dots(known, place) for place in range(len(KINDS))],
        layout=layout(
            f"{name}: {len(known)} of {len(found)} events by the end of {year}",
            330,
            1,
            left=90,
            xaxis=axis(
                "events in order of time, with month and year",
                *(0.4, len(found) + 0.6),
                tickvals=list(range(1, len(known) + 1)),
                ticktext=[_short(event["date"]) for event in known],
            ),
            yaxis={
                **{"range": [len(KINDS) - 0.4, -0.6], "ticks": ""},
                **{"tickvals": list(range(len(KINDS))), "ticktext": list(KINDS)},
            },
            **_later(len(known), len(found)),
            showlegend=False,
        ),
    )


def describe(case: int, year: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    case, year : int
        As for `case_files`.

    Returns
    -------
    str
        The events with their dates and sources, a line each, and what is still hidden.
    """
    found, known = _events(case), _known(case, year)
    told = [
        f"{place}. {_day(event['date'])}, {event['kind']}: {event['what']} "
        f"({'; '.join(cite(key) for key in event['keys'].split(';'))})"
        for place, event in enumerate(known, 1)
    ]
    hidden = len(found) - len(known)
    if hidden:
        later = "1 event lies" if hidden == 1 else f"{hidden} events lie"
        return "\n".join([*told, f"{later} after {year}: nobody could read of it then."])
    return "\n".join([*told, f"Label of the course: {list(CASES.values())[case][1]}."])


def _later(known: int, every: int) -> dict[str, Any]:
    """Return what covers the events that lie after the year."""
    if known == every:
        return {}
    left, right, low, high = known + 0.5, every + 0.6, len(KINDS) - 0.4, -0.6
    corners = [(left, low), (right, low), (right, high), (left, high)]
    note = text((left + right) / 2, 1.5, f"{every - known} later")
    return {"shapes": [area(corners, "grey")], "annotations": [note]}


def _events(case: int) -> list[dict[str, Any]]:
    return [event for event in rows(SET) if event["case"] == list(CASES)[case]]


def _known(case: int, year: int) -> list[dict[str, Any]]:
    return [event for event in _events(case) if int(event["date"][:4]) <= year]


def _parts(date: str) -> tuple[str, str, str]:
    """Return day, month and year; what is not known is empty."""
    year, month, day = (date.split("-") + ["", ""])[:3]
    return day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year


def _day(date: str) -> str:
    return " ".join(part for part in _parts(date) if part)


def _short(date: str) -> str:
    _, month, year = _parts(date)
    return f"{month[:3]}<br>{year}" if month else year


def _dots(known: list[dict[str, Any]], lane: int) -> dict[str, Any]:
    mine = [(at, event) for at, event in enumerate(known, 1) if event["kind"] == KINDS[lane]]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": KINDS[lane],
        "x": [at for at, _ in mine],
        "y": [lane] * len(mine),
        "text": [str(at) for at, _ in mine],
        "textposition": "top center",
        "marker": {"symbol": LOOKS[lane], "size": 12, "color": OKABE_ITO[COLOURS[lane]]},
        "hovertext": [event["what"][:60] for _, event in mine],
        "hovertemplate": "%{text}. %{hovertext}<extra></extra>",
    }
