"""Power and benefits: where both sides are content, and where one would rather fight."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import area, axis, curve, layout, mark, percent, text
from parley.models.dissatisfaction import Balance, balance

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "dissatisfaction"]

_OTHER = {"A": "B", "B": "A"}


def dissatisfaction(power: float, benefits: float, cost_a: float, cost_b: float) -> "go.Figure":
    """Draw the square of power and benefits, and in it the band where both are content.

    Parameters
    ----------
    power : float
        The probability that A wins a war, percent.
    benefits : float
        The share that A has today, percent.
    cost_a, cost_b : float
        What war costs each side, in percent of what there is to share.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = balance(power / 100, benefits / 100, cost_a / 100, cost_b / 100)
    content = "power and benefits, %{x} % and %{y} %<extra>"
    traces = [
        curve(
            *("A is content from here up", [cost_a, 100], [0, 100 - cost_a], "blue"),
            hovertemplate=content + "A is just content</extra>",
        ),
        curve(
            *("B is content from here down", [0, 100 - cost_b], [cost_b, 100], "orange", "dash"),
            hovertemplate=content + "B is just content</extra>",
        ),
        mark("today", power, benefits, "circle", "purple", 15, hovertemplate=content + "</extra>"),
        *_remedy(found, power, benefits),
    ]
    band = [(0, 0), (cost_a, 0), (100, 100 - cost_a), (100, 100), (100 - cost_b, 100), (0, cost_b)]
    return go.Figure(
        data=traces,
        layout=layout(
            _title(found),
            500,
            3,
            xaxis=axis("power: A wins a war with probability, %", -2, 102),
            yaxis=axis("benefits: share that A has today, %", -2, 102),
            shapes=[area(band, "green")],
            annotations=_notes(cost_a, cost_b),
        ),
    )


def describe(power: float, benefits: float, cost_a: float, cost_b: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    power, benefits, cost_a, cost_b : float
        As for `dissatisfaction`.

    Returns
    -------
    str
        A few sentences.
    """
    found = balance(power / 100, benefits / 100, cost_a / 100, cost_b / 100)
    given = (
        f"A wins a war with probability {power:g} % and has {benefits:g} % today. War costs A "
        f"{cost_a:g} % and B {cost_b:g} %, so by war A would have {percent(power / 100)} less "
        f"{percent(cost_a / 100)}, and B {percent(1 - power / 100)} less {percent(cost_b / 100)}."
    )
    who = found.dissatisfied
    if not who:
        return f"{given} Both sides are content: neither can threaten war and be believed."
    return (
        f"{given} {who} is dissatisfied: war would give it {percent(found.concession)} more than "
        f"it has. {_OTHER[who]} can keep the peace if it gives up as much."
    )


def _title(found: Balance) -> str:
    who = found.dissatisfied
    if not who:
        return "Both sides are content with the status quo"
    return f"{who} is dissatisfied: {percent(found.concession)} more would make it content"


def _remedy(found: Balance, power: float, benefits: float) -> list[dict[str, Any]]:
    """Return the way to the nearest share with which both are content."""
    if not found.dissatisfied:
        return []
    way = 100 * found.concession * (1 if found.dissatisfied == "A" else -1)
    name = "the least concession that keeps the peace"
    hover = {"hovertemplate": "benefits of A then %{y} %<extra>" + name + "</extra>"}
    return [curve(name, [power] * 2, [benefits, benefits + way], "purple", "dot", **hover)]


def _notes(cost_a: float, cost_b: float) -> list[dict[str, Any]]:
    notes = [
        text(98, 6, "A would rather fight", xanchor="right"),
        text(2, 94, "B would rather fight", xanchor="left"),
    ]
    if cost_a + cost_b >= 20:  # else the band is too narrow for words
        notes.append(text(50, 50 + (cost_b - cost_a) / 2, "both are content"))
    return notes
