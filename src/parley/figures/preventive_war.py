"""Preventive war: what war now and the best peace are worth to a side that grows weaker."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import area, axis, beside, curve, layout, mark, percent, text, upright
from parley.models import preventive_war as model

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "preventive_war"]

_TOP = 106


def preventive_war(
    win: float, later: float, patience: float, cost_a: float, cost_b: float
) -> "go.Figure":
    """Draw the worth of war now and of the best peace, against A's chance of winning later.

    Parameters
    ----------
    win, later : float
        The probabilities that A wins a war now and later, percent.
    patience : float
        What a share keeps of its worth in the next period, percent.
    cost_a, cost_b : float
        What war costs each side, in percent of what is in dispute.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    war, now = win - cost_a, _peace(later, patience, cost_b)
    limit = _limit(win, patience, cost_a, cost_b)
    peace = [_peace(chance, patience, cost_b) for chance in range(0, 101, 2)]
    traces = [
        curve("war now", [0, 100], [war, war], "vermilion", "dash", **_hover("war now")),
        curve("the best peace", range(0, 101, 2), peace, "blue", **_hover("the best peace")),
        *([mark("threshold", limit, war, "diamond", "green", 14)] if limit >= 0 else []),
        mark("war now, at the later chance", later, war, "square-open", "vermilion", 15),
        mark("the best peace, at the later chance", later, now, "circle-open", "blue", 15),
    ]
    low = min(0, war) - 4
    return go.Figure(
        data=traces,
        layout=layout(
            _title(win, later, patience, cost_a, cost_b),
            480,
            4,
            xaxis=axis("A's chance of winning a war later, %", -1, 101),
            yaxis=axis("worth to A, % of what is in dispute", low, _TOP),
            shapes=[_between(later, war, now), *_attack(limit, low)],
            annotations=_notes(limit, low),
        ),
    )


def describe(win: float, later: float, patience: float, cost_a: float, cost_b: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    win, later, patience, cost_a, cost_b : float
        As for `preventive_war`.

    Returns
    -------
    str
        A few sentences.
    """
    limit, now = _limit(win, patience, cost_a, cost_b), _peace(later, patience, cost_b)
    border = (
        f"War now pays if the later chance is below {percent(limit / 100)}, the threshold."
        if limit >= 0
        else "No later chance is low enough to make war now pay."
    )
    verdict = (
        "A attacks now: B cannot promise more, and bind itself to it"
        if _attacks(win, later, patience, cost_a, cost_b)
        else "A does not attack"
    )
    return (
        f"A wins a war now with probability {win:g} %, later with {later:g} %. A share keeps "
        f"{patience:g} % of its worth in the next period; war costs A {cost_a:g} % and B "
        f"{cost_b:g} % of what is in dispute. War now is worth {_points(win - cost_a)} to A. "
        f"The best peace is all of it today, and later the most that B will then leave: together "
        f"{_points(now)}. {border} {verdict}."
    )


def _peace(later: float, patience: float, cost_b: float) -> float:
    return 100 * model.best_peace(later / 100, patience / 100, cost_b / 100)


def _limit(win: float, patience: float, cost_a: float, cost_b: float) -> float:
    return 100 * model.threshold(win / 100, patience / 100, cost_a / 100, cost_b / 100)


def _attacks(*percents: float) -> bool:
    return model.attacks(*(value / 100 for value in percents))


def _points(value: float) -> str:
    return percent(value / 100)


def _title(win: float, later: float, patience: float, cost_a: float, cost_b: float) -> str:
    if _attacks(win, later, patience, cost_a, cost_b):
        return f"A falls from {win:g} % to {later:g} %, and attacks now"
    way = "falls" if later < win else "goes"
    return f"A {way} from {win:g} % to {later:g} %, and does not attack"


def _hover(name: str) -> dict[str, str]:
    return {"hovertemplate": "later chance %{x} %: worth %{y} %<extra>" + name + "</extra>"}


def _between(later: float, war: float, now: float) -> dict[str, Any]:
    """Join the two worths at the later chance, and leave room for words elsewhere."""
    return upright(later, "grey", "dash", yref="y", y0=round(war, 4), y1=round(now, 4))


def _attack(limit: float, low: float) -> list[dict[str, Any]]:
    if limit < 0:
        return []
    corners = [(-1, low), (limit, low), (limit, _TOP), (-1, _TOP)]
    return [area(corners, "vermilion"), upright(limit, "green")]


def _notes(limit: float, low: float) -> list[dict[str, Any]]:
    if limit < 0:
        return []
    words = f"threshold: {_points(limit)}<br>A attacks left of it"
    return [text(limit, low, words, yanchor="bottom", align="left", **beside(limit))]
