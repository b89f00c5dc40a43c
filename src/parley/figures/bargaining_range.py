"""The bargaining range, and beneath it the risk and the return of a demand."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, curve, layout, mark, percent, text, upright
from parley.figures.template import OKABE_ITO
from parley.models import bargaining_range as model

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["bargaining_range", "describe"]

_UPPER, _LOWER = [0.78, 1], [0, 0.66]


def bargaining_range(
    win: float, cost_a: float, cost_b: float, greatest: float, demand: float
) -> "go.Figure":
    """Draw what both sides like better than war, and what A expects from each demand.

    Parameters
    ----------
    win : float
        The probability that A wins a war, percent.
    cost_a, cost_b : float
        What war costs each side, in percent of what is in dispute.
    greatest : float
        The greatest cost that A thinks B may have, in percent.
    demand : float
        The share that A asks for, in percent.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    p, a, b, top, x = (value / 100 for value in (win, cost_a, cost_b, greatest, demand))
    best = model.best_demand(p, a, top)
    shares = [n / 100 for n in range(101)]
    risk = [100 * model.war_risk(share, p, top) for share in shares]
    expected = [100 * model.expected(share, p, a, top) for share in shares]
    found = model.bargaining_range(p, a, b)
    percents = range(101)
    traces = [
        *_bars(found),
        curve("risk of war", percents, risk, "vermilion", "dash", **_hover("risk of war")),
        curve("what A expects", percents, expected, "blue", **_hover("what A expects")),
        _at("best demand for A", best, model.expected(best, p, a, top), "star", "green", 18),
        _at("A's demand: risk", x, model.war_risk(x, p, top), "square-open", "vermilion", 13),
        _at("A's demand: expected", x, model.expected(x, p, a, top), "circle-open", "blue", 14),
    ]
    return go.Figure(
        data=traces,
        layout=layout(
            _title(found),
            540,
            4,
            barmode="stack",
            xaxis=axis("share for A, % of what is in dispute", -1, 101),
            yaxis=axis("risk, and what A expects, %", -4, 104, domain=_LOWER),
            yaxis2={"domain": _UPPER, "range": [-0.9, 1.1], "visible": False},
            shapes=[*_uprights(win, demand)],
            annotations=_notes(found, win, demand),
        ),
    )


def describe(win: float, cost_a: float, cost_b: float, greatest: float, demand: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    win, cost_a, cost_b, greatest, demand : float
        As for `bargaining_range`.

    Returns
    -------
    str
        A few sentences.
    """
    p, a, b, top, x = (value / 100 for value in (win, cost_a, cost_b, greatest, demand))
    found = model.bargaining_range(p, a, b)
    best = model.best_demand(p, a, top)
    answer = "accepts" if x <= found.high + 1e-9 else "refuses, and there is war"
    limit = " That is less than the true cost." if greatest < cost_b else ""
    return (
        f"A wins a war with probability {percent(p)}; war costs A {percent(a)} and B {percent(b)} "
        f"of what is in dispute. Both like every share for A from {percent(found.low)} to "
        f"{percent(found.high)} better than war. A does not know B's cost, only that it is at most "
        f"{percent(top)}.{limit} The best demand for A is then {percent(best)}: war follows with "
        f"probability {percent(model.war_risk(best, p, top))}, and A expects "
        f"{percent(model.expected(best, p, a, top))}. A demands {percent(x)}: the risk of war that "
        f"A sees is {percent(model.war_risk(x, p, top))}, and A expects "
        f"{percent(model.expected(x, p, a, top))}. B's true cost is {percent(b)}, "
        f"so B {answer}."
    )


def _title(found: model.Range) -> str:
    return f"Both sides like {percent(found.low)} to {percent(found.high)} for A better than war"


def _bars(found: model.Range) -> list[dict[str, Any]]:
    parts = (
        ("A would rather fight", found.low, "blue", "\\"),
        ("both like it better than war", found.width, "green", ""),
        ("B would rather fight", 1 - found.high, "orange", "/"),
    )
    return [_bar(name, 100 * width, color, pattern) for name, width, color, pattern in parts]


def _bar(name: str, width: float, color: str, pattern: str) -> dict[str, Any]:
    look = {"shape": pattern, "fgcolor": OKABE_ITO[color], "bgcolor": "rgba(0,0,0,0)"}
    fill = {"pattern": look | {"solidity": 0.2}} if pattern else {"opacity": 0.55}
    edge = {"color": OKABE_ITO[color], "width": 2}
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [round(width, 4)],
        "y": [0],
        "width": [1],
        "yaxis": "y2",
        "marker": {"color": OKABE_ITO[color], "line": edge, **fill},
        "hovertemplate": f"{_wide(width)}<extra>{name}</extra>",
    }


def _wide(width: float) -> str:
    return f"{round(width, 1):g} % wide"


def _at(name: str, x: float, y: float, symbol: str, color: str, size: int) -> dict[str, Any]:
    return mark(name, 100 * x, 100 * y, symbol, color, size, **_hover(name))


def _hover(name: str) -> dict[str, str]:
    return {"hovertemplate": "demand %{x} %: %{y} %<extra>" + name + "</extra>"}


def _uprights(win: float, demand: float) -> list[dict[str, Any]]:
    """Return lines that leave room for the words between the bar and the picture beneath."""
    bar: dict[str, Any] = {"yref": "y2", "y0": -0.5, "y1": 0.5}
    return [
        upright(win, **bar),
        upright(demand, "grey", "dash", **bar),
        upright(demand, "grey", "dash", y1=_LOWER[1]),
    ]


def _notes(found: model.Range, win: float, demand: float) -> list[dict[str, Any]]:
    def inside(x: float) -> dict[str, Any]:
        return {"xanchor": "left" if x < 15 else "right" if x > 85 else "center"}

    return [
        text(
            win, 0.55, f"chance of winning: {win:g} %", yref="y2", yanchor="bottom", **inside(win)
        ),
        text(demand, -0.52, f"A demands {demand:g} %", yref="y2", yanchor="top", **inside(demand)),
    ]
