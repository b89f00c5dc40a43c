"""Two-level games: two win-sets, and what a tied hand brings until it ties too much."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import (
    axis,
    bars,
    beside,
    curve,
    layout,
    mark,
    percent,
    text,
    upright,
)
from parley.models.two_level_games import agreement, best_limit, expected

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "two_level_games"]

_UPPER, _LOWER = [0.74, 1], [0, 0.54]


def two_level_games(home: float, foreign: float, doubt: float) -> "go.Figure":
    """Draw both win-sets, and beneath them what each limit at home brings.

    Parameters
    ----------
    home : float
        The least share that the parliament at home ratifies, percent.
    foreign : float
        The greatest share for us that the other parliament ratifies, percent.
    doubt : float
        By how much that may be wrong, up or down, in percentage points.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    low, high = _limits(foreign, doubt)
    grid = sorted({*(n / 100 for n in range(0, 101, 2)), low, min(1, low + 1e-6), high, home / 100})
    brings = [100 * expected(limit, low, high) for limit in grid]
    now, best = 100 * expected(home / 100, low, high), best_limit(low, high)
    hover = {"hovertemplate": "limit at home %{x} %: %{y} %<extra></extra>"}
    percents = [100 * limit for limit in grid]
    top = 100 * expected(best, low, high)
    return go.Figure(
        data=[
            _bar("ratified at home", 1, home, 100, "blue", "/"),
            _bar("ratified abroad", 0, 0, foreign, "orange", "\\"),
            curve("a limit at home brings on average", percents, brings, "purple", **hover),
            mark("your limit", 100 * (home / 100), now, "circle-open", "purple", 16, **hover),
            mark("the best limit", 100 * best, top, "star", "green", 16, **hover),
        ],
        layout=layout(
            _title(home, foreign),
            560,
            4,
            left=90,
            xaxis=axis("share for us, and least share ratified at home, %", -1, 101),
            yaxis2={
                **{"domain": _UPPER, "range": [-0.6, 2], "showgrid": False, "ticks": ""},
                **{"tickvals": [1, 0], "ticktext": ["at home", "abroad"]},
            },
            yaxis=axis("our share on average, %", -3, 103, domain=_LOWER),
            shapes=_shapes(home, foreign),
            annotations=_notes(home, foreign),
        ),
    )


def describe(home: float, foreign: float, doubt: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    home, foreign, doubt : float
        As for `two_level_games`.

    Returns
    -------
    str
        A few sentences.
    """
    low, high = _limits(foreign, doubt)
    found, best = agreement(home / 100, foreign / 100), best_limit(low, high)
    result = (
        "The win-sets have nothing in common: nobody breaks a promise, and yet nothing is ratified."
        if found is None
        else f"The governments agree on {percent(found)} for us."
    )
    advice = (
        f"The best limit is {percent(best)}: as high as is ratified abroad for certain."
        if best
        else "To tie hands at home brings nothing: a higher limit only risks that there is no "
        "agreement."
    )
    return (
        f"The parliament at home ratifies {home:g} % for us or more, the other one {foreign:g} % "
        f"or less. {result} The limit abroad may lie from {percent(low)} to {percent(high)}: then "
        f"the limit at home brings {percent(expected(home / 100, low, high))} on average. {advice}"
    )


def _limits(foreign: float, doubt: float) -> tuple[float, float]:
    return max(0, foreign - doubt) / 100, min(100, foreign + doubt) / 100


def _title(home: float, foreign: float) -> str:
    found = agreement(home / 100, foreign / 100)
    if found is None:
        return "No result is ratified on both sides"
    return f"The governments agree on {percent(found)} for us"


def _bar(name: str, row: int, low: float, high: float, color: str, pattern: str) -> dict[str, Any]:
    more: dict[str, Any] = {"orientation": "h", "base": [low], "width": 0.7, "yaxis": "y2"}
    hover = f"{low:g} to {high:g} %<extra>{name}</extra>"
    return bars(name, [high - low], [row], color, pattern, **more, hovertemplate=hover)


def _shapes(home: float, foreign: float) -> list[dict[str, Any]]:
    found = agreement(home / 100, foreign / 100)
    return [] if found is None else [upright(100 * found, "green", y0=_UPPER[0])]


def _notes(home: float, foreign: float) -> list[dict[str, Any]]:
    found = agreement(home / 100, foreign / 100)
    foot: dict[str, Any] = {"yref": "paper", "yanchor": "bottom"}
    words = "what each limit at home brings, with doubt about the limit abroad"
    notes = [text(0, _LOWER[1], words, **foot, xref="paper", xanchor="left")]
    if found is not None:
        notes.append(text(100 * found, 1.62, percent(found), yref="y2", **beside(100 * found)))
    return notes
