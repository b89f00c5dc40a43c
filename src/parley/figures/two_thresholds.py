"""How strong to be against a rival that may be greedy or frightened, and why not the middle."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, curve, layout, mark, number, percent
from parley.models.two_thresholds import Thresholds

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["MIDDLE", "describe", "two_thresholds"]

MIDDLE = 50.0
"""The posture halfway between nothing and everything."""


def two_thresholds(
    greedy: float, enough: float, bears: float, notice: float, doubt: float
) -> "go.Figure":
    """Draw the risk of war at every posture, with its two parts, the middle and the least.

    Parameters
    ----------
    greedy : float
        The probability that the rival is greedy, percent; else it is frightened.
    enough, bears : float
        The postures that a greedy rival respects and that a frightened one bears, 0 to 100.
    notice : float
        By how much notice and talks raise what a frightened rival bears.
    doubt : float
        How far both numbers may be wrong, up or down.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = _found(greedy, enough, bears, notice, doubt)
    postures = sorted({*found.turns, MIDDLE})
    risks: list[tuple[str, Any, str, str]] = [
        ("a greedy rival attacks", found.attack, "blue", "dash"),
        ("a frightened rival strikes first", found.strike, "orange", "dot"),
        ("war of either kind", found.war, "vermilion", "solid"),
    ]
    lines = [
        curve(name, postures, [100 * risk(one) for one in postures], color, dash, **_hover(name))
        for name, risk, color, dash in risks
    ]
    places = (("the middle", MIDDLE, "square", "grey"), ("least risk", found.best, "star", "green"))
    return go.Figure(
        data=lines
        + [
            mark(name, one, 100 * found.war(one), symbol, color, 17, **_hover(name))
            for name, one, symbol, color in places
        ],
        layout=layout(
            _title(found),
            460,
            3,
            xaxis=axis("your posture, 0 to 100", -2, 102),
            yaxis=axis("risk of war, %", -3, 105),
        ),
    )


def describe(greedy: float, enough: float, bears: float, notice: float, doubt: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    greedy, enough, bears, notice, doubt : float
        As for `two_thresholds`.

    Returns
    -------
    str
        A few sentences.
    """
    found = _found(greedy, enough, bears, notice, doubt)
    told = bears + notice
    window = (
        f" From {number(enough + doubt)} to {number(told - doubt)} no rival of either kind acts."
        if enough + doubt <= min(told - doubt, 100)
        else ""
    )
    return (
        f"The rival is greedy with probability {greedy:g} %, and then attacks below a posture of "
        f"about {enough:g}. Else it is frightened, and strikes first above about {told:g}: "
        f"{bears:g}, and {notice:g} more through notice and talks. Each number may be wrong by "
        f"{doubt:g}. In the middle, at 50, the risk of war is {percent(found.war(MIDDLE))}. It is "
        f"least at {number(found.best)}: {percent(found.war(found.best))}.{window} "
        "The numbers are assumptions for teaching."
    )


def _found(greedy: float, enough: float, bears: float, notice: float, doubt: float) -> Thresholds:
    return Thresholds(greedy / 100, enough, bears, doubt, notice)


def _title(found: Thresholds) -> str:
    middle, least = percent(found.war(MIDDLE)), percent(found.war(found.best))
    return f"Risk of war: {middle} in the middle, {least} at a posture of {number(found.best)}"


def _hover(name: str) -> dict[str, str]:
    return {"hovertemplate": "posture %{x}: %{y} %<extra>" + name + "</extra>"}
