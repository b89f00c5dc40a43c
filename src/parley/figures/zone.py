"""The zone of possible agreement on one number, and how first offers pull the middle."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, layout, mark, number, text, upright
from parley.figures.template import OKABE_ITO
from parley.models import zone as model

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "zone"]

_ASKS, _GIVES = 1, 0  # the rows


def zone(least: float, most: float, ask: float, give: float, longest: float = 24) -> "go.Figure":
    """Draw what each side signs, the zone where both do, and the first offers.

    Parameters
    ----------
    least, most : float
        Reservation values in km: the least the asking side signs, the most the other gives.
    ask, give : float
        First offers in km, of the side that asks and of the side that gives.
    longest : float
        The end of the axis in km.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    middle = (ask + give) / 2
    found = model.zone(least, most)
    traces = [
        _bar("the side that asks signs", _ASKS, least, longest, "blue", "/"),
        _bar("the side that gives signs", _GIVES, 0, most, "orange", "\\"),
        mark("first offer of the side that asks", ask, _ASKS, "diamond", "blue", 14),
        mark("first offer of the side that gives", give, _GIVES, "square", "orange", 14),
    ]
    rows = {
        "tickvals": [_GIVES, _ASKS],
        "ticktext": ["The side<br>that gives", "The side<br>that asks"],
    }
    return go.Figure(
        data=traces,
        layout=layout(
            _title(found, least, most),
            420,
            4,
            left=90,
            xaxis=axis("distance of the withdrawal, km", -0.5, longest + 0.5),
            yaxis={**rows, "range": [-0.8, 1.8], "showgrid": False, "ticks": ""},
            shapes=[_band(found, least, most), upright(middle, yref="y", y0=-0.45, y1=1.45)],
            annotations=_notes(found, middle, longest),
        ),
    )


def describe(least: float, most: float, ask: float, give: float, longest: float = 24) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    least, most, ask, give, longest : float
        As for `zone`.

    Returns
    -------
    str
        A few sentences.
    """
    found = model.zone(least, most)
    limits = (
        f"The side that asks signs {number(least)} km or more; "
        f"the side that gives signs {number(most)} km or less."
    )
    middle = (ask + give) / 2
    focus = (
        f"The first offers are {number(ask)} and {number(give)} km; "
        f"their middle is {number(middle)} km"
    )
    if not found:
        return (
            f"{limits} There is no zone of agreement: {number(least - most)} km lie between the "
            f"limits. Each side is better without an agreement. {focus}, but nobody can sign it."
        )
    width = (
        f"The zone of agreement goes from {number(least)} to {number(most)} km: it is "
        f"{number(found.width)} km wide, and its middle is {number(found.middle)} km."
    )
    gains = found.gains(middle)
    if min(gains) < 0:
        loser = "asks" if gains[0] < 0 else "gives"
        return f"{limits} {width} {focus}, outside the zone: the side that {loser} does not sign."
    return (
        f"{limits} {width} {focus}: {number(gains[0])} km better than its limit for the side that "
        f"asks, {number(gains[1])} km for the side that gives."
    )


def _title(found: model.Zone | None, least: float, most: float) -> str:
    if not found:
        return f"No zone of agreement: the limits are {number(least - most)} km apart"
    if not found.width:
        return f"Both sides can sign one value only: {number(least)} km"
    return f"Both sides can sign from {number(least)} to {number(most)} km"


def _bar(name: str, row: int, low: float, high: float, color: str, pattern: str) -> dict[str, Any]:
    look = {"shape": pattern, "fgcolor": OKABE_ITO[color], "bgcolor": "rgba(0,0,0,0)", "size": 9}
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": [row],
        "x": [round(high - low, 4)],
        "base": [low],
        "width": [0.5],
        "marker": {
            "color": OKABE_ITO[color],
            "pattern": look | {"fillmode": "replace", "solidity": 0.25},
            "line": {"color": OKABE_ITO[color], "width": 2},
        },
        "hovertemplate": f"{number(low)} to {number(high)} km<extra>{name}</extra>",
    }


def _band(found: model.Zone | None, least: float, most: float) -> dict[str, Any]:
    """Between the limits: the zone, filled; or the gap, empty and dashed."""
    color = "green" if found else "vermilion"
    return {
        "type": "rect",
        "x0": min(least, most),
        "x1": max(least, most),
        "y0": -0.45,
        "y1": 1.45,
        "fillcolor": OKABE_ITO["green"] if found else "rgba(0,0,0,0)",
        "opacity": 0.25 if found else 1,
        "layer": "below",
        "line": {"color": OKABE_ITO[color], "width": 2, "dash": "solid" if found else "dash"},
    }


def _notes(found: model.Zone | None, middle: float, longest: float) -> list[dict[str, Any]]:
    words = f"middle of the first offers: {number(middle)} km"
    notes = [text(middle, -0.62, words, **_near(middle, longest))]
    if found and found.width:
        notes.append(text(found.middle, 1.62, f"zone: {number(found.width)} km wide"))
    return notes


def _near(x: float, longest: float) -> dict[str, str]:
    """Keep words inside the picture."""
    if x < longest / 4:
        return {"xanchor": "left"}
    return {"xanchor": "right"} if x > 3 * longest / 4 else {}
