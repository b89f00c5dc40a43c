"""Patience and the clock: what each side gets when the talks may last so many rounds."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, curve, layout, mark, percent, text, upright
from parley.figures.template import OKABE_ITO
from parley.models.rubinstein import endless, finite

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "rubinstein"]

LONGEST = 30
_SIDES = (("first mover", "blue", "solid", "circle"), ("second mover", "orange", "dash", "square"))


def rubinstein(first: float, second: float, rounds: int) -> "go.Figure":
    """Draw both shares against the number of rounds, and where they go without a last round.

    Parameters
    ----------
    first, second : float
        Patience of who offers first and second: the worth that a share keeps each round, percent.
    rounds : int
        Offers until the talks end, 1 to 30.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    count = list(range(1, LONGEST + 1))
    paths = list(zip(*(finite(first / 100, second / 100, n) for n in count), strict=True))
    limits, now = endless(first / 100, second / 100), finite(first / 100, second / 100, rounds)
    traces = []
    for index, (name, color, dash, symbol) in enumerate(_SIDES):
        look = {"mode": "lines+markers", "marker": {"symbol": symbol, "size": 6}}
        hover = {"hovertemplate": "%{x} rounds: %{y} %<extra>" + name + "</extra>"}
        share = [100 * part for part in paths[index]]
        traces.append(curve(name, count, share, color, dash, **look, **hover))
        traces.append(
            mark(name, rounds, 100 * now[index], symbol, color, 15, showlegend=False, **hover)
        )
    shapes = [upright(rounds), *(_limit(limits[i], _SIDES[i]) for i in (0, 1))]
    return go.Figure(
        data=traces,
        layout=layout(
            f"With {_rounds(rounds)} the first mover gets {percent(now[0])}",
            420,
            1,
            right=150,
            xaxis=axis("rounds until the talks end", 0, LONGEST + 1),
            yaxis=axis("share of the pie, %", -3, 103),
            shapes=shapes,
            annotations=_notes(limits),
        ),
    )


def describe(first: float, second: float, rounds: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    first, second, rounds : float
        As for `rubinstein`.

    Returns
    -------
    str
        A few sentences.
    """
    now = finite(first / 100, second / 100, rounds)
    limits = endless(first / 100, second / 100)
    last = "first" if rounds % 2 else "second"
    return (
        f"A share keeps {first:g} % of its worth each round for the first mover and {second:g} % "
        f"for the second. With {_rounds(rounds)} the {last} mover makes the last offer; the first "
        f"mover gets {percent(now[0])} and the second {percent(now[1])}, agreed at once. Without "
        f"a last round it is {percent(limits[0])} and {percent(limits[1])}."
    )


def _rounds(rounds: int) -> str:
    return "1 round" if rounds == 1 else f"{rounds} rounds"


def _limit(share: float, side: tuple[str, str, str, str]) -> dict[str, Any]:
    height = round(100 * share, 4)
    ends = {"xref": "paper", "x0": 0, "x1": 1, "y0": height, "y1": height}
    line = {"color": OKABE_ITO[side[1]], "dash": side[2], "width": 1.5}
    return {"type": "line", "layer": "below", **ends, "line": line}


def _notes(limits: tuple[float, float]) -> list[dict[str, Any]]:
    """Name the limits beside the picture; the greater stands higher, so that both can be read."""
    notes = []
    for share, (name, *_) in zip(limits, _SIDES, strict=True):
        above = share > 0.5 or (share == 0.5 and name == "first mover")
        notes.append(
            text(
                1.01,
                100 * share,
                f"no last round:<br>{name} {percent(share)}",
                xref="paper",
                xanchor="left",
                align="left",
                yanchor="bottom" if above else "top",
            )
        )
    return notes
