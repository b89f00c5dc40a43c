"""A play looked back upon as a grid: what each choice gave away, your choice and the best one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from parley.figures.template import OKABE_ITO, template

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "value_grid"]

Data = Mapping[str, Any]

_PALE, _DARK = "rgba(0,114,178,0.04)", "rgba(0,114,178,0.75)"
_ROW, _FRAME = 34, 190


def value_grid(data: Data) -> "go.Figure":
    """Draw a grid whose cells say how many points each choice falls short of the best one.

    Parameters
    ----------
    data : mapping
        ``title``, ``x_title`` and ``y_title``; ``x`` and ``y``, the names of columns and rows;
        ``short``, for each row a list of points (0 or below, None where nothing could be chosen);
        ``chosen`` and ``best``, pairs of a column and a row.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure; dark cells gave much away, and every cell says its number.
    """
    import plotly.graph_objects as go

    columns, rows = list(range(len(data["x"]))), list(range(len(data["y"])))
    grid = {
        "type": "heatmap",
        "x": columns,
        "y": rows,
        "z": [[None if cell is None else -cell for cell in row] for row in data["short"]],
        "text": [["" if cell is None else _said(cell) for cell in row] for row in data["short"]],
        "texttemplate": "%{text}",
        "colorscale": [[0, _PALE], [1, _DARK]],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hovertemplate": "%{text} points<extra></extra>",
    }
    marks = [
        _marked("the best", data["best"], "square-open", "orange", 30),
        _marked("your choice", data["chosen"], "circle-open", "vermilion", 24),
    ]
    return go.Figure(data=[grid, *marks], layout=_layout(data))


def describe(data: Data) -> str:
    """Say in words what the figure shows, for those who cannot see it.

    Parameters
    ----------
    data : mapping
        As for `value_grid`.

    Returns
    -------
    str
        The title, then a sentence for each choice.
    """
    told = [f"{data['title']}."]
    for (column, row), (best_column, best_row) in zip(data["chosen"], data["best"], strict=True):
        at = f"{data['x_title']} {data['x'][column]}"
        mine = f"{data['y_title']} {data['y'][row]}".strip()
        short = -(data["short"][row][column] or 0)
        if (column, row) == (best_column, best_row):
            told.append(f"{at}, {mine}: the best choice.")
        else:
            best = f"{data['y_title']} {data['y'][best_row]}".strip()
            if best_column != column:
                best = f"{data['x_title']} {data['x'][best_column]}, {best}"
            told.append(f"{at}, {mine}: {short:g} points short of {best}.")
    return " ".join(told)


def _said(cell: float) -> str:
    return "0" if not cell else f"{cell:g}".replace("-", "−")


def _marked(name: str, places: list[list[int]], symbol: str, color: str, size: int) -> Data:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [column for column, _ in places],
        "y": [row for _, row in places],
        "marker": {"symbol": symbol, "size": size, "line": {"width": 3, "color": OKABE_ITO[color]}},
        "hoverinfo": "skip",
    }


def _layout(data: Data) -> dict[str, Any]:
    columns, rows = len(data["x"]), len(data["y"])
    return {
        "template": template(),
        "title": {"text": f"{data['title']} (points short of the best)"},
        "xaxis": {
            "title": {"text": data["x_title"]},
            "tickvals": list(range(columns)),
            "ticktext": data["x"],
            "range": [-0.5, columns - 0.5],
            "showgrid": False,
        },
        "yaxis": {
            "title": {"text": data["y_title"]},
            "tickvals": list(range(rows)),
            "ticktext": data["y"],
            "range": [rows - 0.5, -0.5],
            "showgrid": False,
            "automargin": True,
        },
        "height": _FRAME + _ROW * rows,
        "legend": {"orientation": "h", "x": 0, "y": -0.2, "yanchor": "top"},
    }
