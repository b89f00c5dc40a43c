"""Calibration: how sure the answers were, and how often they were right."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

from parley.figures.template import OKABE_ITO, template

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["calibration", "describe"]

Data = Mapping[str, Any]
EDGES = (50, 70, 90)
"""Where one group of confidences ends and the next begins, in percent."""

ENOUGH = 10
"""With fewer answers than this in a group, nothing is said about it."""

WIDE = 1.96
"""The normal quantile of a range that holds the true share 95 times in 100."""


class Group(NamedTuple):
    """The answers of like confidence; shares and confidence are in percent.

    ``span`` is where the true share may lie, by the interval of Wilson (1927, Journal of the
    American Statistical Association 22(158)); a half right answer counts one half in it.
    """

    name: str
    size: int
    sure: float
    right: float
    span: tuple[float, float]

    @property
    def gap(self) -> float:
        """How much more sure the answers were than right; 0 where that may well be chance."""
        inside = self.span[0] <= self.sure <= self.span[1]
        return 0.0 if inside or self.size < ENOUGH else self.sure - self.right


def calibration(data: Data) -> "go.Figure":
    """Draw the confidence of the answers against the share that was right.

    Parameters
    ----------
    data : mapping
        ``answers`` are pairs of a confidence in percent and how right the answer was, from 0 to 1;
        ``lowest`` is the lowest confidence that could be stated, in percent; ``desks`` how many
        desks they come from.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure, with rounded lists only, so that it reads as plain text in a notebook.
    """
    import plotly.graph_objects as go

    groups = _groups(data)
    firm = [group for group in groups if group.size >= ENOUGH]
    few = [group for group in groups if group.size < ENOUGH]
    lowest = data["lowest"]
    traces = [
        _diagonal(lowest),
        _points(f"{ENOUGH} answers or more", firm, "circle"),
        _points(f"fewer than {ENOUGH} answers", few, "circle-open"),
    ]
    drawn = [trace for trace in traces if trace["x"]]
    return go.Figure(data=drawn, layout=_layout(data))


def describe(data: Data) -> str:
    """Say in words what the figure shows, for those who cannot see it.

    Parameters
    ----------
    data : mapping
        As for `calibration`.

    Returns
    -------
    str
        A few sentences: which groups of answers there are, and whether you are too sure.
    """
    groups = _groups(data)
    if not groups:
        return "No answers yet."
    desks = f" from {data['desks']} desks" if data["desks"] > 1 else ""
    head = f"{_counted(len(data['answers']))}{desks}; half right counts one half."
    return " ".join([head, *map(_sentence, groups)])


def _groups(data: Data) -> list[Group]:
    """Return the groups that hold answers, from the least sure to the most."""
    bounds = [data["lowest"], *EDGES, 101]
    found = []
    for low, high in zip(bounds, bounds[1:], strict=False):
        inside = [pair for pair in data["answers"] if low <= pair[0] < high]
        if inside:
            found.append(_group(f"{low}–{high - 1} %", inside))
    return found


def _group(name: str, answers: Sequence[Sequence[float]]) -> Group:
    count = len(answers)
    sure = sum(confidence for confidence, _ in answers) / count
    right = sum(credit for _, credit in answers) / count
    middle = (right + WIDE**2 / (2 * count)) / (1 + WIDE**2 / count)
    spread = WIDE * sqrt(right * (1 - right) / count + (WIDE / (2 * count)) ** 2)
    half = spread / (1 + WIDE**2 / count)
    ends = (max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half)))
    return Group(name, count, sure, 100 * right, ends)


def _sentence(group: Group) -> str:
    """Say of one group how sure and how right it was, and what that means if it means anything."""
    low, high = group.span
    told = (
        f"At {group.name}: {_counted(group.size)}, on average {group.sure:.0f} % sure and "
        f"{group.right:.0f} % right"
    )
    if group.size < ENOUGH:
        return f"{told}; too few to tell more."
    told += f" (range {low:.0f} to {high:.0f} %)."
    if not group.gap:
        return f"{told} The difference is small enough to be chance."
    which = "over-confident" if group.gap > 0 else "under-confident"
    return f"{told} You are {which} by {abs(group.gap):.0f} points at {group.name}."


def _counted(count: int) -> str:
    return "1 answer" if count == 1 else f"{count} answers"


def _diagonal(lowest: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "as sure as right",
        "x": [lowest, 100],
        "y": [lowest, 100],
        "line": {"color": OKABE_ITO["grey"], "dash": "dash", "width": 1.5},
        "hoverinfo": "skip",
    }


def _points(name: str, groups: Sequence[Group], symbol: str) -> dict[str, Any]:
    """Mark groups by their mean confidence and share right, with the range and the count."""
    right = [round(group.right, 1) for group in groups]
    above = [round(group.span[1] - share, 1) for group, share in zip(groups, right, strict=True)]
    below = [round(share - group.span[0], 1) for group, share in zip(groups, right, strict=True)]
    color = OKABE_ITO["blue"]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": name,
        "x": [round(group.sure, 1) for group in groups],
        "y": right,
        "text": [f"{_counted(group.size)}" for group in groups],
        "textposition": "middle right",
        "customdata": [group.name for group in groups],
        "error_y": {
            "type": "data", "symmetric": False, "array": above, "arrayminus": below,
            "color": color, "thickness": 1.5,
        },
        "marker": {"symbol": symbol, "size": 12, "color": color, "line": {"width": 2}},
        "hovertemplate": "%{customdata}: %{x} % sure, %{y} % right<extra>%{text}</extra>",
    }  # fmt: skip


def _layout(data: Data) -> dict[str, Any]:
    note = {"showarrow": False, "xref": "paper", "yref": "paper"}
    edges = [
        {"type": "line", "x0": edge, "x1": edge, "yref": "paper", "y0": 0, "y1": 1,
         "line": {"color": OKABE_ITO["grey"], "dash": "dot", "width": 0.7}}
        for edge in EDGES
    ]  # fmt: skip
    return {
        "template": template(),
        "title": {"text": "How sure you were, and how often you were right"},
        "xaxis": {"title": {"text": "confidence that you stated, %"},
                  "range": [data["lowest"] - 4, 112], "tickvals": [data["lowest"], *EDGES, 100]},
        "yaxis": {"title": {"text": "share right (half right counts one half), %"},
                  "range": [-4, 104]},
        "height": 480,
        "shapes": edges,
        "annotations": [
            {**note, "text": "more right than sure", "x": 0.02, "y": 0.98, "xanchor": "left"},
            {**note, "text": "more sure than right", "x": 0.98, "y": 0.02, "xanchor": "right"},
        ],
        "legend": {"orientation": "h", "x": 0, "y": -0.16, "yanchor": "top"},
    }  # fmt: skip
