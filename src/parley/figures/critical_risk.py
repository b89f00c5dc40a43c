"""Brinkmanship: the risk that standing firm is worth, and how small steps reach it."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, curve, layout, mark, number, percent, text, upright
from parley.figures.template import OKABE_ITO
from parley.models import critical_risk as model

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["critical_risk", "describe"]

_UPPER, _LOWER = [0.6, 1], [0, 0.46]


def critical_risk(win: float, concede: float, war: float, risk: float, steps: int) -> "go.Figure":
    """Draw the worth of standing firm against the risk of war, and beneath it the risk of steps.

    Parameters
    ----------
    win, concede, war : float
        What winning, giving way and war are worth, in points.
    risk : float
        The risk of war in each step, percent.
    steps : int
        How many steps are taken.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    limit = model.critical_risk(win, concede, war)
    ends = [model.standing_firm(share, win, war) for share in (0, 1)]
    traces = [
        curve("standing firm", [0, 100], ends, "blue", **_worth("standing firm")),
        curve("giving way", [0, 100], [concede] * 2, "orange", "dash", **_worth("giving way")),
        mark("critical risk", 100 * limit, concede, "diamond", "green", 14, **_worth("critical")),
        *_bars(risk / 100, steps, limit),
    ]
    room = (win - war) * 0.08
    return go.Figure(
        data=traces,
        layout=layout(
            _title(limit, risk / 100, steps),
            550,
            3,
            xaxis=axis("risk of war, %", -1, 113, anchor="y2"),
            yaxis=axis("worth, points", war - room, win + room, domain=_UPPER),
            yaxis2=axis(
                *("steps taken", steps + 0.6, 0.4),
                domain=_LOWER,
                tickformat="d",
                tick0=1,
                dtick=1 if steps <= 10 else 2,
            ),
            shapes=[upright(100 * limit, "green")],
            annotations=_notes(limit, risk / 100, steps),
        ),
    )


def describe(win: float, concede: float, war: float, risk: float, steps: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    win, concede, war, risk, steps : float
        As for `critical_risk`.

    Returns
    -------
    str
        A few sentences.
    """
    limit = model.critical_risk(win, concede, war)
    over = model.steps_over(risk / 100, limit)
    passed = model.cumulative_risk(risk / 100, over)
    return (
        f"Winning is worth {number(win)} points, giving way {number(concede)}, war {number(war)}. "
        f"Standing firm is worth more than giving way as long as the risk of war is below "
        f"{percent(limit)}: the critical risk. {_count(steps)} of {percent(risk / 100)} each add "
        f"up to a risk of {percent(model.cumulative_risk(risk / 100, steps))}. Step {over} passes "
        f"the critical risk, with {percent(passed)} together."
    )


def _title(limit: float, risk: float, steps: int) -> str:
    together = percent(model.cumulative_risk(risk, steps))
    return f"Critical risk {percent(limit)}; {_count(steps)} together: {together}"


def _count(steps: int) -> str:
    return "1 step" if steps == 1 else f"{steps} steps"


def _worth(name: str) -> dict[str, str]:
    return {"hovertemplate": "risk %{x} %: %{y} points<extra>" + name + "</extra>"}


def _bars(risk: float, steps: int, limit: float) -> list[dict[str, Any]]:
    """Return the cumulative risk after every step: plain up to the critical risk, then hatched."""
    after = [(n, model.cumulative_risk(risk, n)) for n in range(1, steps + 1)]
    below = [(n, share) for n, share in after if share <= limit + 1e-12]
    above = after[len(below) :]
    return [
        _bar("risk after these steps", below, "sky", ""),
        _bar("more than the critical risk", above, "vermilion", "/"),
    ]


def _bar(name: str, rows: list[tuple[int, float]], color: str, pattern: str) -> dict[str, Any]:
    look = {"shape": pattern, "fgcolor": OKABE_ITO[color], "bgcolor": "rgba(0,0,0,0)"}
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [round(100 * share, 4) for _, share in rows] or [None],
        "y": [n for n, _ in rows] or [None],
        "width": 0.7,
        "yaxis": "y2",
        "marker": {
            "color": OKABE_ITO[color],
            "line": {"color": OKABE_ITO[color], "width": 1.5},
            "pattern": look | {"solidity": 0.3} if pattern else {},
        },
        "hovertemplate": "after step %{y}: %{x} %<extra></extra>",
    }


def _notes(limit: float, risk: float, steps: int) -> list[dict[str, Any]]:
    last = model.cumulative_risk(risk, steps)
    beside = {"xanchor": "right", "xshift": -6} if limit > 0.6 else {"xanchor": "left", "xshift": 6}
    return [
        text(100 * limit, 0.53, f"critical risk: {percent(limit)}", yref="paper", **beside),
        text(100 * last, steps, f" {percent(last)}", yref="y2", xanchor="left"),
    ]
