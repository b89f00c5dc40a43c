"""The house style of every plotly figure: small, clear on light and dark paper, safe to print."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["OKABE_ITO", "template"]

# Okabe and Ito (2008), "Color universal design": told apart with any kind of colour vision.
OKABE_ITO = {
    "blue": "#0072B2",
    "orange": "#E69F00",
    "green": "#009E73",
    "vermilion": "#D55E00",
    "sky": "#56B4E9",
    "purple": "#CC79A7",
    "yellow": "#F0E442",
    "grey": "#757575",
}
_INK = "#757575"
_GRID = "rgba(128,128,128,0.22)"


@cache
def template() -> "go.layout.Template":
    """Return the template ``parley``, and register it under that name with plotly.

    The paper is transparent, and the grey of the text is readable on light and on dark paper.

    Returns
    -------
    plotly.graph_objects.layout.Template
        The template.

    Examples
    --------
    >>> template().layout.paper_bgcolor
    'rgba(0,0,0,0)'
    """
    import plotly.graph_objects as go
    import plotly.io as pio

    axis = {"gridcolor": _GRID, "linecolor": _INK, "ticks": "outside", "zeroline": False}
    house = go.layout.Template(
        layout={
            "font": {"family": "system-ui, Segoe UI, Helvetica, Arial, sans-serif", "color": _INK},
            "title": {"x": 0, "xref": "paper", "xanchor": "left", "font": {"size": 16}},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": list(OKABE_ITO.values()),
            "xaxis": axis,
            "yaxis": axis,
            "legend": {"bgcolor": "rgba(0,0,0,0)"},
            "hovermode": "closest",
            "margin": {"l": 60, "r": 20, "t": 50, "b": 60},
        }
    )
    pio.templates["parley"] = house
    return house
