"""The outcome space of a negotiation: every package, the frontier, the solutions, the offers."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from parley.figures.template import OKABE_ITO, template

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "outcome_space"]

Space = Mapping[str, Any]
_LOOKS = {
    "you": ("circle", "blue", "solid", "top center"),
    "they": ("circle-open", "vermilion", "dash", "bottom center"),
}


def outcome_space(space: Space) -> "go.Figure":
    """Draw what was possible and what was offered.

    Parameters
    ----------
    space : mapping
        The fields of `parley.games.bargaining.space.OutcomeSpace`, all values in points of 100:
        ``points``, ``lawful``, ``frontier``, ``nash`` and ``kalai_smorodinsky`` are lists of
        (own, theirs); ``offers`` of (round, ``"you"`` or ``"they"``, own, theirs); ``agreement``
        is a point or None, ``leave`` what each has without agreement.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure, with rounded lists only, so that it reads as plain text in a notebook.
    """
    import plotly.graph_objects as go

    lawful = set(_unique(space["lawful"]))
    barred = [point for point in _unique(space["points"]) if point not in lawful]
    traces = [
        _packages("outside your red lines", barred, "x-thin-open", 0.25),
        _packages("packages you may sign", sorted(lawful), "circle", 0.45),
        _frontier(space["frontier"]),
        *(_offers(space["offers"], who) for who in _LOOKS),
        _star("Nash solution", space["nash"], "diamond", "orange", 12),
        _star("Kalai–Smorodinsky solution", space["kalai_smorodinsky"], "square", "orange", 12),
        _star(
            "agreement", [space["agreement"]] if space["agreement"] else [], "star", "purple", 20
        ),
    ]
    drawn = [trace for trace in traces if trace["x"]]
    return go.Figure(data=drawn, layout={**_layout(), **_leave(*space["leave"])})


def describe(space: Space) -> str:
    """Say in words what the figure shows, for those who cannot see it.

    Parameters
    ----------
    space : mapping
        As for `outcome_space`.

    Returns
    -------
    str
        A few sentences.
    """
    own, theirs = space["leave"]
    offers = [f"round {n}, {who}: {_pair((a, b))}" for n, who, a, b in space["offers"]]
    agreement = space["agreement"]
    return " ".join(
        (
            f"Without agreement: {_pair((own, theirs))}.",
            f"Nash solution: {_pairs(space['nash'])}.",
            f"Kalai–Smorodinsky solution: {_pairs(space['kalai_smorodinsky'])}.",
            f"Offers: {'; '.join(offers)}." if offers else "No offers.",
            f"Agreement: {_pair(agreement)}." if agreement else "No agreement.",
        )
    )


def _rounded(value: float) -> float:
    return round(float(value), 2)


def _pair(point: Sequence[float]) -> str:
    return f"{_rounded(point[0]):g} for you and {_rounded(point[1]):g} for them"


def _pairs(points: Sequence[Sequence[float]]) -> str:
    return ", or ".join(map(_pair, points)) or "none"


def _unique(points: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    return sorted({(_rounded(own), _rounded(theirs)) for own, theirs in points})


def _xy(points: Sequence[Sequence[float]]) -> dict[str, list[float]]:
    return {"x": [_rounded(p[0]) for p in points], "y": [_rounded(p[1]) for p in points]}


def _packages(
    name: str, points: Sequence[Sequence[float]], symbol: str, opacity: float
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        **_xy(points),
        "marker": {"symbol": symbol, "size": 4, "color": OKABE_ITO["grey"], "opacity": opacity},
        "hovertemplate": f"%{{x}} for you, %{{y}} for them<extra>{name}</extra>",
    }


def _frontier(points: Sequence[Sequence[float]]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Pareto frontier",
        **_xy(points),
        "line": {"shape": "vh", "color": OKABE_ITO["green"], "width": 2},
        "marker": {"size": 5},
        "hovertemplate": "%{x} for you, %{y} for them<extra>Pareto frontier</extra>",
    }


def _offers(offers: Sequence[tuple[int, str, float, float]], who: str) -> dict[str, Any]:
    symbol, color, dash, place = _LOOKS[who]
    own = [offer for offer in offers if offer[1] == who]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": "your offers" if who == "you" else "their offers",
        **_xy([offer[2:] for offer in own]),
        "text": [str(offer[0]) for offer in own],
        "textposition": place,
        "marker": {"symbol": symbol, "size": 10, "color": OKABE_ITO[color], "line": {"width": 2}},
        "line": {"color": OKABE_ITO[color], "dash": dash, "width": 1},
        "hovertemplate": "round %{text}: %{x} for you, %{y} for them<extra></extra>",
    }


def _star(
    name: str, points: Sequence[Sequence[float]], symbol: str, color: str, size: int
) -> dict[str, Any]:
    """Mark one of the points that have a name."""
    edge = {"width": 1.5, "color": "#333333"}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        **_xy(points),
        "marker": {"symbol": symbol, "size": size, "color": OKABE_ITO[color], "line": edge},
        "hovertemplate": f"%{{x}} for you, %{{y}} for them<extra>{name}</extra>",
    }


def _leave(own: float, theirs: float) -> dict[str, Any]:
    """Two dashed lines, each with its name, below which a side would rather leave."""
    line = {"type": "line", "line": {"color": OKABE_ITO["grey"], "dash": "dash", "width": 1.5}}
    up = {"yref": "paper", "textangle": -90}
    note = {"showarrow": False, "yanchor": "bottom", "xanchor": "right"}
    own, theirs = _rounded(own), _rounded(theirs)
    return {
        "shapes": [
            {**line, "x0": own, "x1": own, "yref": "paper", "y0": 0, "y1": 1},
            {**line, "y0": theirs, "y1": theirs, "xref": "paper", "x0": 0, "x1": 1},
        ],
        "annotations": [
            {**note, "text": "you leave below", "x": own, "y": 0, **up},
            {**note, "text": "they leave below", "x": 1, "y": theirs, "xref": "paper"},
        ],
    }  # fmt: skip


def _layout() -> dict[str, Any]:
    return {
        "template": template(),
        "title": {"text": "What was possible, and what was offered"},
        "xaxis": {"title": {"text": "value to you, points of 100"}, "range": [-4, 104]},
        "yaxis": {"title": {"text": "value to them, points of 100"}, "range": [-4, 104]},
        "height": 560,
        "legend": {"orientation": "h", "x": 0, "y": -0.14, "yanchor": "top"},
    }
