"""Crises as games of two moves: the table of payoffs, and beneath it who answers how."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, curve, layout, number, percent, rounded, text
from parley.figures.template import OKABE_ITO
from parley.models.crisis_games import ORDERS, Game, Table, game

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["NAMES", "crisis_games", "describe"]

Pair = tuple[float, float]

NAMES = tuple(ORDERS)
"""The orders that a slider chooses from."""

_MIXED = {  # names of Snyder and Diesing for two sides of different kinds
    frozenset(("prisoner's dilemma", "chicken")): "called bluff",
    frozenset(("deadlock", "chicken")): "bully",
}
_MOVES = "gives way", "stands firm"
_UPPER, _LOWER = [0.62, 0.96], [0, 0.46]


def crisis_games(order_a: int, order_b: int, worst: float) -> "go.Figure":
    """Draw the four ends, the equilibria among them, and the best answers of both sides.

    Parameters
    ----------
    order_a, order_b : int
        How each side orders the ends: places in `NAMES`.
    worst : float
        What its worst end is worth to each side, where the others are worth 2, 3 and 4.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = _game(order_a, order_b, worst)
    for_a, for_b = found.firm()
    other_a, own_a = _columns(_answers(_gains(found.a), for_b))
    other_b, own_b = _columns(_answers(_gains(_turned(found.b)), for_a))
    hover = {"hovertemplate": "A stands firm with %{x} %, B with %{y} %<extra></extra>"}
    return go.Figure(
        data=[
            curve("best answers of A", own_a, other_a, "blue", **hover),
            curve("best answers of B", other_b, own_b, "orange", "dash", **hover),
            *_equilibria(found),
        ],
        layout=layout(
            _title(order_a, order_b, found),
            660,
            3,
            left=100,
            xaxis=axis("A stands firm with probability, %", -4, 104, anchor="y"),
            yaxis=axis("B stands firm, %", -6, 106, domain=_LOWER),
            **_table(),
            shapes=_cells(found),
            annotations=_payoffs(found),
        ),
    )


def describe(order_a: int, order_b: int, worst: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    order_a, order_b, worst : float
        As for `crisis_games`.

    Returns
    -------
    str
        A few sentences.
    """
    found = _game(order_a, order_b, worst)
    ends = "; ".join(
        f"{_end(i, j)}, ({number(found.a[i][j])}, {number(found.b[i][j])})" for i, j in found.pure()
    )
    plain = (
        f"Without chance, the equilibria are: {ends}." if ends else "No end holds without chance."
    )
    mixed = found.mixed()
    chance = (
        f" By chance, A stands firm with {percent(mixed[0])} and B with {percent(mixed[1])}; "
        f"then both stand firm with {percent(mixed[0] * mixed[1])}."
        if mixed
        else ""
    )
    return (
        f"A orders the ends as in {NAMES[order_a]}, B as in {NAMES[order_b]}; the best end is "
        f"worth 4, the worst {number(worst)}. {plain}{chance}"
    )


def _game(order_a: int, order_b: int, worst: float) -> Game:
    a, b = (ORDERS[NAMES[order]].with_worst(worst) for order in (order_a, order_b))
    return game(a, b)


def _turned(table: Table) -> Table:
    (a, b), (c, d) = table
    return (a, c), (b, d)


def _gains(own: Table) -> Pair:
    """Return what standing firm gains a side if the other gives way, and if it stands firm."""
    return own[1][0] - own[0][0], own[1][1] - own[0][1]


def _answers(gains: Pair, switch: float | None) -> list[Pair]:
    """Return how firm the other is and how firm it is best to be, in percent."""
    first, last = (100.0 if gain > 0 else 0.0 for gain in gains)
    if switch is None:
        return [(0, first), (100, last)]
    return [(0, first), (100 * switch, first), (100 * switch, last), (100, last)]


def _columns(points: list[Pair]) -> tuple[list[float], list[float]]:
    return [first for first, _ in points], [second for _, second in points]


def _equilibria(found: Game) -> list[dict[str, Any]]:
    pure = [(100.0 * i, 100.0 * j) for i, j in found.pure()]
    mixed = found.mixed()
    by_chance = [(100 * mixed[0], 100 * mixed[1])] if mixed else []
    return [
        _marks("equilibrium without chance", pure, "square"),
        _marks("equilibrium by chance", by_chance, "diamond"),
    ]


def _marks(name: str, points: list[Pair], symbol: str) -> dict[str, Any]:
    a, b = _columns(points)
    look = {"symbol": symbol, "size": 15, "color": OKABE_ITO["green"]}
    hover = "A stands firm with %{x} %, B with %{y} %<extra>" + name + "</extra>"
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": rounded(a),
        "y": rounded(b),
        "marker": look | {"line": {"width": 1.5, "color": "#333333"}},
        "cliponaxis": False,
        "hovertemplate": hover,
    }


def _end(i: int, j: int) -> str:
    if i == j:
        return f"both {('give way', 'stand firm')[i]}"
    return f"A {_MOVES[i]} and B {_MOVES[j]}"


def _title(order_a: int, order_b: int, found: Game) -> str:
    pair = (NAMES[order_a], NAMES[order_b])
    name = pair[0] if pair[0] == pair[1] else _MIXED.get(frozenset(pair), " against ".join(pair))
    ends = " or ".join(_end(i, j) for i, j in found.pure()) or "no end holds"
    short = "one gives way" if found.pure() == [(0, 1), (1, 0)] else ends
    return f"{name.capitalize()}: {short}"


def _table() -> dict[str, Any]:
    plain = {"showgrid": False, "ticks": "", "showline": False, "tickvals": [0.5, 1.5]}
    columns, rows = ([f"{side} {move}" for move in _MOVES] for side in "BA")
    return {
        "xaxis2": {**plain, "range": [0, 2], "side": "top", "ticktext": columns, "anchor": "y2"},
        "yaxis2": {**plain, "range": [2, 0], "domain": _UPPER, "ticktext": rows, "anchor": "x2"},
    }


def _cells(found: Game) -> list[dict[str, Any]]:
    ends = found.pure()
    return [
        {
            **{"type": "rect", "xref": "x2", "yref": "y2", "layer": "below"},
            **{"x0": j, "x1": j + 1, "y0": i, "y1": i + 1},
            "fillcolor": "rgba(0,158,115,0.2)" if (i, j) in ends else "rgba(0,0,0,0)",
            "line": {"color": OKABE_ITO["grey"], "width": 1},
        }
        for i in (0, 1)
        for j in (0, 1)
    ]


def _payoffs(found: Game) -> list[dict[str, Any]]:
    notes = []
    for i in (0, 1):
        for j in (0, 1):
            words = f"A {number(found.a[i][j])}, B {number(found.b[i][j])}"
            more = "<br><b>equilibrium</b>" if (i, j) in found.pure() else ""
            notes.append(
                text(j + 0.5, i + 0.5, words + more, xref="x2", yref="y2", font={"size": 15})
            )
    return notes
