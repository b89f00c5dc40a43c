"""Pieces of which the figures of the models are made: lines, marks, notes, numbers in words."""

from collections.abc import Sequence
from typing import Any

from parley.figures.template import OKABE_ITO, template

__all__ = [
    "area",
    "axis",
    "bars",
    "beside",
    "counted",
    "curve",
    "layout",
    "level",
    "mark",
    "number",
    "percent",
    "rounded",
    "signed",
    "text",
    "upright",
]

TEXT = 13
"""Pixels: the size of what is written into a picture."""


def number(value: float) -> str:
    """Return a number with two decimals at most, and a true minus sign."""
    return f"{_near(value, 2):g}".replace("-", "−")


def signed(value: float) -> str:
    """Return a number as `number` does, with a plus where it is above zero."""
    written = number(value)
    return written if written == "0" or written.startswith("−") else f"+{written}"


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage with one decimal at most."""
    return f"{_near(100 * share, 1):g} %".replace("-", "−")


def counted(value: float, unit: str) -> str:
    """Return a number with its unit, in the plural where there is more or less than one."""
    return f"{number(value)} {unit}" if abs(value) == 1 else f"{number(value)} {unit}s"


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


def level(y: float, color: str = "grey", dash: str = "dot", **more: Any) -> dict[str, Any]:
    """Return a level line over the whole width.

    Parameters
    ----------
    y : float
        Where it lies.
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
    ends = {"y0": round(y, 4), "y1": round(y, 4), "xref": "paper", "x0": 0, "x1": 1}
    return {"type": "line", **ends, "line": line} | more


def area(corners: Sequence[tuple[float, float]], color: str, strength: float = 0.14) -> Any:
    """Return a plain part of the picture: light, so that it needs words to say what it is.

    Parameters
    ----------
    corners : sequence of (float, float)
        In order.
    color : str
        A name of `OKABE_ITO`.
    strength : float
        0 is clear, 1 is full.

    Returns
    -------
    dict
        A shape.
    """
    way = "L".join(f"{x:.6g},{y:.6g}" for x, y in corners)
    shade = {"fillcolor": OKABE_ITO[color], "opacity": strength, "line": {"width": 0}}
    return {"type": "path", "path": f"M{way}Z", "layer": "below", **shade}


def bars(
    name: str,
    x: Sequence[Any],
    y: Sequence[Any],
    color: str,
    pattern: str = "",
    **more: Any,
) -> dict[str, Any]:
    """Return bars with a name, a colour of Okabe and Ito and a pattern.

    Parameters
    ----------
    name : str
        What the legend calls them.
    x, y : sequence
        Where they stand and how long they are; numbers are rounded by the caller.
    color, pattern : str
        A name of `OKABE_ITO`, and plotly's name of a pattern; without one they are plain.
    **more
        Further fields of the trace.

    Returns
    -------
    dict
        A trace.
    """
    look = {"shape": pattern, "fgcolor": OKABE_ITO[color], "bgcolor": "rgba(0,0,0,0)"}
    return {
        "type": "bar",
        "name": name,
        "x": list(x),
        "y": list(y),
        "marker": {
            "color": OKABE_ITO[color],
            "line": {"color": OKABE_ITO[color], "width": 1.5},
            "pattern": look | {"solidity": 0.3} if pattern else {},
        },
        "hovertemplate": "%{x}: %{y}<extra>" + name + "</extra>",
    } | more


def beside(x: float, low: float = 0, high: float = 100) -> dict[str, Any]:
    """Return how words keep inside the picture: right of a place in its first half, else left.

    Parameters
    ----------
    x : float
        The place.
    low, high : float
        The ends of the axis.

    Returns
    -------
    dict
        Fields of an annotation.
    """
    first = x < (low + high) / 2
    return {"xanchor": "left" if first else "right", "xshift": 6 if first else -6}


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
