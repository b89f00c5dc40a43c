"""Two groups whose averages differ: single people overlap, averages of many do not."""

from math import exp, sqrt
from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, counted, curve, layout, number, percent, upright
from parley.models.two_groups import two_groups as found

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "two_groups"]

REACH = 3.2
"""Standard deviations drawn on each side of an average."""
STEPS = 40


def two_groups(apart: float, people: int) -> "go.Figure":
    """Draw the bells of two groups, of single people and of averages.

    Parameters
    ----------
    apart : float
        The distance of the averages, in standard deviations.
    people : int
        How many people of each group are averaged.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    spread = 1 / sqrt(people)
    return go.Figure(
        data=[
            _bell("one person of A", 0, 1, "blue", "solid"),
            _bell("one person of B", apart, 1, "vermilion", "dash"),
            _bell("average of many, A", 0, spread, "blue", "dot"),
            _bell("average of many, B", apart, spread, "vermilion", "dashdot"),
        ],
        layout=layout(
            f"One person of B lies above one of A in {_share(found(apart, people).higher)} "
            "of pairs",
            440,
            xaxis=axis("how directly somebody says no, in standard deviations", -REACH, 2 + REACH),
            yaxis=axis("how many, in % of the most", 0, 108),
            shapes=[upright(0, "blue"), upright(apart, "vermilion", "dash")],
        ),
    )


def describe(apart: float, people: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    apart, people : float or int
        As for `two_groups`.

    Returns
    -------
    str
        A few sentences.
    """
    here = found(apart, people)
    many = "one person" if people == 1 else f"{people} people"
    return (
        f"The averages lie {counted(apart, 'standard deviation')} apart; "
        f"{_share(here.within)} of all variance lies inside the two groups. "
        f"One person of B lies above one person of A in {_share(here.higher)} of pairs. "
        f"Who guesses the group from one person is right in {_share(here.sorted)} of cases, and a "
        "coin in 50 %. "
        f"The bells overlap by {_share(here.overlap)}. "
        f"The average of {many} of B lies above that of as many of A in {_share(here.averages)} of "
        "samples. Groups and scale are invented."
    )


def _share(share: float) -> str:
    """Return a share in whole percents, but never a false 100."""
    return "over 99.9 %" if share > 0.999 else percent(float(number(share)))


def _bell(name: str, middle: float, spread: float, color: str, dash: str) -> dict[str, Any]:
    places = [REACH * (2 * step / STEPS - 1) for step in range(STEPS + 1)]
    heights = [round(100 * exp(-(place**2) / 2), 1) for place in places]
    points = [round(middle + spread * place, 3) for place in places]
    width = 1.5 if "many" in name else 2.5
    line = curve(name, points, heights, color, dash)
    return line | {"line": line["line"] | {"width": width}}
