"""Traces that point to a state: what they tell, and where more of them tell nothing more."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, counted, curve, layout, level, mark, percent, text
from parley.models.planted_traces import Attribution, attribution

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "planted_traces"]

MOST = 8
"""The end of the axis, in traces."""


def planted_traces(
    prior: int, strength: float, traces: int, planted: int, sealed: int
) -> "go.Figure":
    """Draw the belief that the state did it against the number of traces.

    Parameters
    ----------
    prior, planted : int
        The probability before, and that somebody else planted the traces, percent.
    strength : float
        How many times likelier a trace is if the state did it.
    traces, sealed : int
        Traces that can be planted, and traces that cannot.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    places = list(range(MOST + 1))
    found = [_found(prior, strength, place, planted, sealed) for place in places]
    now = found[traces]
    top = 100 * now.ceiling
    belief, trusting = ([100 * getattr(one, name) for one in found] for name in _NAMES)
    hover = {"hovertemplate": "%{x} traces: %{y} %<extra>%{fullData.name}</extra>"}
    return go.Figure(
        data=[
            curve("if nobody plants traces", places, trusting, "grey", "dash", **hover),
            curve("as you set it", places, belief, "blue", **hover),
            mark("now", traces, 100 * now.belief, "circle-open", "purple", 17),
        ],
        layout=layout(
            f"{counted(traces, 'trace')}: the state did it with {percent(now.belief)}",
            440,
            2,
            xaxis=axis("traces that point to the state and can be planted", -0.2, MOST + 0.2),
            yaxis=axis("the state did it, %", -3, 113, tickvals=[0, 20, 40, 60, 80, 100]),
            shapes=[level(top, "vermilion")],
            annotations=[
                text(MOST, top, f"ceiling {percent(now.ceiling)}", xanchor="right", yshift=-12)
            ],
        ),
    )


_NAMES = ("belief", "trusting")


def describe(prior: int, strength: float, traces: int, planted: int, sealed: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    prior, strength, traces, planted, sealed
        As for `planted_traces`.

    Returns
    -------
    str
        A few sentences.
    """
    now = _found(prior, strength, traces, planted, sealed)
    besides = f", and {counted(sealed, 'trace')} that only the state could leave" if sealed else ""
    return (
        f"Before any trace you believe with {prior} % that the state did it. You have "
        f"{counted(traces, 'trace')} that could be planted{besides}; each is {strength:g} times "
        f"likelier if the state did it. If another did it, it planted them with {planted} %. "
        f"Now you believe with {percent(now.belief)} that the state did it; if nobody planted "
        f"traces it would be {percent(now.trusting)}. However many such traces you find, you do "
        f"not come above {percent(now.ceiling)}."
    )


def _found(prior: int, strength: float, traces: int, planted: int, sealed: int) -> Attribution:
    return attribution(prior / 100, strength, traces, planted / 100, sealed)
