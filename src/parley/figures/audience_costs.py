"""A crisis in public: how often each side has backed down, day by day, until nobody does."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, beside, curve, layout, mark, number, percent, text, upright
from parley.models.audience_costs import Crisis, crisis

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["audience_costs", "describe"]

_SIDES = (("A", "blue", "solid", "circle"), ("B", "orange", "dash", "square"))
_POINTS = 40


def audience_costs(rate_a: float, rate_b: float, worst: float, day: float) -> "go.Figure":
    """Draw how probable it is that each side has backed down, until the horizon and after it.

    Parameters
    ----------
    rate_a, rate_b : float
        What each day adds to a side's cost of backing down, in percent of what is disputed.
    worst : float
        What war costs the side that likes it least, in percent of what is disputed.
    day : float
        The day to read.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = crisis(rate_a / 100, rate_b / 100, worst / 100)
    last = max(1.3 * found.horizon, day + 1)
    days = [found.horizon * n / _POINTS for n in range(_POINTS + 1)] + [last]
    traces = []
    for side, (name, color, dash, symbol) in enumerate(_SIDES):
        words = f"{name} has backed down"
        hover = {"hovertemplate": "day %{x}: %{y} %<extra>" + words + "</extra>"}
        path = [100 * found.backed_down(moment)[side] for moment in days]
        now = 100 * found.backed_down(day)[side]
        traces.append(curve(words, days, path, color, dash, **hover))
        traces.append(mark(f"{name} by day {day:g}", day, now, symbol, color, 13, **hover))
    return go.Figure(
        data=traces,
        layout=layout(
            _title(found),
            440,
            2,
            xaxis=axis("days of crisis in public", -0.02 * last, last),
            yaxis=axis("has backed down by then, %", -3, 117, tickvals=[0, 20, 40, 60, 80, 100]),
            shapes=[upright(found.horizon, "green")],
            annotations=[_note(found, last)],
        ),
    )


def describe(rate_a: float, rate_b: float, worst: float, day: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    rate_a, rate_b, worst, day : float
        As for `audience_costs`.

    Returns
    -------
    str
        A few sentences.
    """
    found = crisis(rate_a / 100, rate_b / 100, worst / 100)
    a, b = found.backed_down(day)
    weak, surplus = "A" if rate_a < rate_b else "B", percent(max(found.at_once))
    first = f" {weak}, with the weaker audience, gives way on the first day with {surplus}."
    some = first if rate_a != rate_b else ""
    return (
        f"Each day of crisis adds {rate_a:g} % of what is disputed to the cost that A pays at home "
        f"if it backs down, and {rate_b:g} % to that of B. War costs the least willing "
        f"{worst:g} %.{some} By day {day:g}, A has backed down with probability {percent(a)} "
        f"and B with {percent(b)}, each if the other holds out. After {number(found.horizon)} days "
        f"nobody backs down any more. A fights with probability {percent(found.fights[0])}, B with "
        f"{percent(found.fights[1])}: war comes with {percent(found.war)}."
    )


def _title(found: Crisis) -> str:
    a, b = (1 - share for share in found.fights)
    if found.rates[0] == found.rates[1]:
        return f"With equal audiences each side backs down with {percent(a)}"
    strong, less = ("A", a) if found.rates[0] > found.rates[1] else ("B", b)
    return f"{strong}, with the stronger audience, backs down less: {percent(less)}"


def _note(found: Crisis, last: float) -> dict[str, Any]:
    words = f"from day {number(found.horizon)} nobody backs down: war with {percent(found.war)}"
    return text(found.horizon, 109, words, **beside(found.horizon, 0, last))
