"""Reassurance: which cost of a signal makes it believed, and which makes it useless."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import (
    area,
    axis,
    counted,
    curve,
    layout,
    mark,
    number,
    percent,
    text,
    upright,
)
from parley.models.reassurance import Signal, signal

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "reassurance"]

DEAREST = 6
"""The end of the axis, in points."""

_LINES = (
    ("who sends it wants only security", "belief", "blue", "solid"),
    ("it is trusted", "trusted", "green", "dash"),
    ("who wants more sends it", "pretends", "vermilion", "dot"),
)
_WORDS = {
    "not needed": "The trust is enough without a signal",
    "separates": "The signal separates: it is believed",
    "mixes": "Too cheap: some who want more send it too",
    "too dear": "Too dear: nobody sends the signal",
    "no use": "No use: who wants more would gain more by it",
}


def reassurance(
    honest: float, other: float, cost: float, trust: float, needed: float
) -> "go.Figure":
    """Draw what a signal tells, and how often it is trusted, against what it costs.

    Parameters
    ----------
    honest, other : float
        What being trusted is worth to who wants only security and to who wants more, in points.
    cost : float
        What the signal costs, in points.
    trust, needed : float
        The trust before, and the trust from which the other side trusts, percent.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    now = signal(trust / 100, needed / 100, cost, honest, other)
    ends = [end for end in (0, other, other + 1e-6, honest) if end <= honest]
    found = [signal(trust / 100, needed / 100, end, honest, other) for end in ends]
    drawn = found if now.kind not in ("not needed", "no use") and other < honest else []
    traces = [
        curve(
            *(name, ends if drawn else [], [100 * getattr(one, field) for one in drawn]),
            *(color, dash),
            hovertemplate="cost %{x}: %{y} %<extra>" + name + "</extra>",
        )
        for name, field, color, dash in _LINES
    ]
    here = mark("your signal", cost, 100 * now.belief, "circle-open", "purple", 17)
    return go.Figure(
        data=[*traces, here],
        layout=layout(
            _WORDS[now.kind],
            480,
            4,
            xaxis=axis("cost of the signal, points", -0.1, DEAREST + 0.1),
            yaxis=axis("probability, %", -3, 117, tickvals=[0, 20, 40, 60, 80, 100]),
            shapes=[*_window(honest, other), upright(cost, "purple", "dash", yref="y", y1=103)],
            annotations=_notes(honest, other),
        ),
    )


def describe(honest: float, other: float, cost: float, trust: float, needed: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    honest, other, cost, trust, needed : float
        As for `reassurance`.

    Returns
    -------
    str
        A few sentences.
    """
    now = signal(trust / 100, needed / 100, cost, honest, other)
    window = (
        f"A signal is believed if it costs more than {number(other)} and not more than "
        f"{counted(honest, 'point')}."
        if other < honest
        else "No cost makes a signal believed: who wants more gains as much by it, or more."
    )
    worth, price = counted(honest, "point"), counted(cost, "point")
    return (
        f"Being trusted is worth {worth} to a state that wants only security, and {number(other)} "
        f"to one that wants more. The trust is {trust:g} %; {needed:g} % is needed. {window} The "
        f"signal costs {price}. {_WORDS[now.kind]}. {_then(now)}"
    )


def _then(now: Signal) -> str:
    if now.kind == "separates":
        return "The other side then trusts with 100 %."
    if now.kind == "mixes":
        return (
            f"Of those who want more, {percent(now.pretends)} send it; after it the trust is just "
            f"{percent(now.belief)}, and the other side trusts with {percent(now.trusted)}."
        )
    return f"The trust stays at {percent(now.belief)}."


def _window(honest: float, other: float) -> list[dict[str, Any]]:
    if other >= honest:
        return []
    corners = [(other, -3), (honest, -3), (honest, 103), (other, 103)]
    return [area(corners, "green")]


def _notes(honest: float, other: float) -> list[dict[str, Any]]:
    """Name the parts of the axis that are wide enough for a word."""
    low = min(honest, other)
    parts = [
        ("too cheap" if other < honest else "no use", 0, low),
        ("believed", other, honest),
        ("too dear", honest, DEAREST),
    ]
    return [text((a + b) / 2, 109, words) for words, a, b in parts if b - a >= 0.75]
