"""Tied hands and sunk costs: who signals, what it is worth, and how much war it brings."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, bars, curve, layout, mark, percent, text
from parley.models import tying_hands as model

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "tying_hands"]

_UPPER, _LOWER = [0.46, 1], [0, 0.24]
_LOOKS = (
    ("tied hands", "blue", "solid", "", "circle"),
    ("sunk costs", "orange", "dash", "/", "square"),
)


def tying_hands(tough: float, win: float, cost: float) -> "go.Figure":
    """Draw what each defender expects with both signals, and beneath it the risk of war.

    Parameters
    ----------
    tough : float
        The probability that the challenger attacks in any case, percent.
    win : float
        The probability that the defender wins a war, percent.
    cost : float
        What war costs the defender, in percent of the greatest value of the prize.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    both = _both(tough, win, cost)
    rows = {"tickvals": [1, 0], "ticktext": [look[0] for look in _LOOKS]}
    return go.Figure(
        data=[trace for row, found in enumerate(both) for trace in _traces(row, found)],
        layout=layout(
            _title(tough, win, cost),
            560,
            4,
            left=90,
            xaxis=axis("value of the prize, % of the greatest", -1, 101, anchor="y"),
            yaxis=axis("the defender expects, %", -5, 105, domain=_UPPER),
            xaxis2=axis("risk of war, %", 0, 108, anchor="y2"),
            yaxis2={**rows, "domain": _LOWER, "range": [-0.7, 1.7], "showgrid": False, "ticks": ""},
            annotations=[_note(row, found) for row, found in enumerate(both)],
        ),
    )


def describe(tough: float, win: float, cost: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    tough, win, cost : float
        As for `tying_hands`.

    Returns
    -------
    str
        A few sentences.
    """
    tied, sunk = _both(tough, win, cost)
    return (
        f"The challenger is tough with probability {tough:g} %, and then attacks in any case. The "
        f"defender wins a war with {win:g} %; war costs it {cost:g} % of the greatest value that "
        f"the prize can have. With tied hands every defender signals to whom the prize is worth "
        f"{percent(tied.from_value)} or more; it would pay {percent(tied.price)} if it gave way. "
        f"With sunk costs only those signal to whom it is worth {percent(sunk.from_value)} or "
        f"more; they pay {percent(sunk.price)} in any case. Nobody bluffs. On average the defender "
        f"expects {percent(tied.average)} with tied hands and {percent(sunk.average)} with sunk "
        f"costs; the risk of war is {percent(tied.war)} and {percent(sunk.war)}."
    )


def _both(tough: float, win: float, cost: float) -> tuple[model.Signal, model.Signal]:
    numbers = tough / 100, win / 100, cost / 100
    return model.tying_hands(*numbers), model.sinking_costs(*numbers)


def _title(tough: float, win: float, cost: float) -> str:
    tied, sunk = _both(tough, win, cost)
    return f"Risk of war: {percent(tied.war)} with tied hands, {percent(sunk.war)} with sunk costs"


def _traces(row: int, found: model.Signal) -> list[dict[str, Any]]:
    name, color, dash, pattern, symbol = _LOOKS[row]
    start, most = 100 * found.from_value, 100 * found.payoff(1)
    hover = {"hovertemplate": "value %{x} %: expects %{y} %<extra>" + name + "</extra>"}
    below: dict[str, Any] = {"orientation": "h", "xaxis": "x2", "yaxis": "y2", "width": 0.6}
    below |= {"showlegend": False, "hovertemplate": "risk of war %{x} %<extra>" + name + "</extra>"}
    return [
        curve(name, [0, start, 100], [0, 0, most], color, dash, **hover),
        mark(f"{name}: they signal from here", start, 0, symbol, color, 13, **hover),
        bars(name, [round(100 * found.war, 4)], [1 - row], color, pattern, **below),
    ]


def _note(row: int, found: model.Signal) -> dict[str, Any]:
    words = f" {percent(found.war)}"
    return text(100 * found.war, 1 - row, words, xref="x2", yref="y2", xanchor="left")
