"""Pieces of which the figures of the models are made: lines, marks, notes, numbers in words."""

from collections.abc import Sequence
from typing import Any

from parley.figures.template import OKABE_ITO, template

__all__ = ["axis", "curve", "layout", "mark", "number", "percent", "rounded", "text", "upright"]

TEXT = 13
"""Pixels: the size of what is written into a picture."""


def number(value: float) -> str:
    """Return a number with two decimals at most, and a true minus sign."""
    return f"{_near(value, 2):g}".replace("-", "−")


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage with one decimal at most."""
    return f"{_near(100 * share, 1):g} %".replace("-", "−")


def _near(value: float, digits: int) -> float:
    """Round twice, so that 43.7499999 counts as 43.75 on every machine; −0 becomes 0."""
    return round(round(value, 6), digits) + 0.0


def rounded(values: Sequence[float]) -> list[float]:
    """Return numbers that are the same on every machine."""
    return [round(float(value), 4) + 0.0 for value in values]


def curve(
    name: str, x: Sequence[float], y: Sequence[float], color: str, dash: str = "solid", **more: Any
) -> dict[str, Any]:
    """Return a line with a name, a colour of Okabe and Ito and a dash.

    Parameters
    ----------
    name : str
        What the legend calls it.
    x, y : sequence of float
        The points.
    color, dash : str
        A name of `OKABE_ITO`, and plotly's name of a dash.
    **more
        Further fields of the trace.

    Returns
    -------
    dict
        A trace.
    """
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": rounded(x),
        "y": rounded(y),
        "line": {"color": OKABE_ITO[color], "dash": dash, "width": 2.5},
        "hovertemplate": "%{x}: %{y}<extra>" + name + "</extra>",
    } | more


def mark(
    name: str, x: float, y: float, symbol: str, color: str, size: int = 12, **more: Any
) -> dict[str, Any]:
    """Return one point with a name and a shape of its own.

    Parameters
    ----------
    name : str
        What the legend calls it.
    x, y : float
        The point.
    symbol, color : str
        Plotly's name of a shape, and a name of `OKABE_ITO`.
    size : int
        In pixels.
    **more
        Further fields of the trace.

    Returns
    -------
    dict
        A trace.
    """
    edge: dict[str, Any] = {"width": 2.5 if symbol.endswith("-open") else 1.5}
    if not symbol.endswith("-open"):
        edge |= {"color": "#333333"}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": rounded([x]),
        "y": rounded([y]),
        "marker": {"symbol": symbol, "size": size, "color": OKABE_ITO[color], "line": edge},
        "cliponaxis": False,
        "hovertemplate": "%{x}, %{y}<extra>" + name + "</extra>",
    } | more


def text(x: float, y: float, words: str, **more: Any) -> dict[str, Any]:
    """Return words at a place, without an arrow.

    Parameters
    ----------
    x, y : float
        The place.
    words : str
        ``<br>`` breaks a line.
    **more
        Further fields of the annotation.

    Returns
    -------
    dict
        An annotation.
    """
    plain = {"showarrow": False, "font": {"size": TEXT}}
    return {"x": round(x, 4), "y": round(y, 4), "text": words} | plain | more


def upright(x: float, color: str = "grey", dash: str = "dot", **more: Any) -> dict[str, Any]:
    """Return an upright line over the whole height.

    Parameters
    ----------
    x : float
        Where it stands.
    color, dash : str
        As for `curve`.
    **more
        Further fields of the shape.

    Returns
    -------
    dict
        A shape.
    """
    line = {"color": OKABE_ITO[color], "dash": dash, "width": 2}
    ends = {"x0": round(x, 4), "x1": round(x, 4), "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "line", **ends, "line": line} | more


def axis(title: str, *ends: float, **more: Any) -> dict[str, Any]:
    """Return an axis with its title close by.

    Parameters
    ----------
    title : str
        What it counts, and the unit.
    *ends : float
        Where it begins and ends.
    **more
        Further fields of the axis.

    Returns
    -------
    dict
        An axis.
    """
    label = {"text": title, "standoff": 8, "font": {"size": TEXT}}
    return {"title": label, "range": [round(end, 4) for end in ends], **more}


def layout(
    title: str, height: int, rows: int = 2, left: int = 60, right: int = 20, **more: Any
) -> dict[str, Any]:
    """Return the layout of a figure that turns.

    Parameters
    ----------
    title : str
        What it shows at these values.
    height : int
        In pixels; the same at all values, so that the page stays where it is.
    rows : int
        Lines of the legend on a narrow page.
    left, right : int
        Pixels for what stands beside the picture.
    **more
        Further fields of the layout.

    Returns
    -------
    dict
        A layout in the house style.
    """
    return {
        "template": template(),
        "title": {"text": title},
        "height": height,
        "font": {"size": TEXT},
        "margin": {"l": left, "r": right, "t": 44, "b": 60 + 21 * rows},
        "legend": {
            "orientation": "h",
            "traceorder": "normal",
            "x": 0,
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
        },
    } | more
