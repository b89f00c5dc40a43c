"""How a skill fades in a year without use, with and without refreshers."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, counted, curve, layout, level, number, percent
from parley.models.skill_fade import YEAR, Fading
from parley.models.skill_fade import skill_fade as stretches

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "skill_fade"]

STEPS = 8
"""Points drawn in each stretch."""


def skill_fade(half: int, refreshers: int, gain: int, needed: int) -> "go.Figure":
    """Draw what is left of a skill, week by week.

    Parameters
    ----------
    half : int
        Weeks in which half of a new skill is lost.
    refreshers : int
        How many refreshers there are in the year.
    gain : int
        By how many per cent each refresher lengthens that time.
    needed : int
        The level that the post needs, in per cent of the level at the end of the course.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    every = stretches(half, refreshers, gain / 100)
    alone = stretches(half, 0, 0)
    return go.Figure(
        data=[
            _line("with refreshers", every, "blue", "solid"),
            _line("without", alone, "vermilion", "dot"),
        ],
        layout=layout(
            f"{counted(refreshers, 'refresher')}: too weak in {_weeks(every, needed)} of {YEAR} "
            "weeks",
            420,
            xaxis=axis("weeks after the course", 0, YEAR),
            yaxis=axis("what is left of the skill, %", 0, 105),
            shapes=[level(needed, "grey", "dash")],
            annotations=[
                {
                    "x": YEAR,
                    "y": needed,
                    "text": "needed",
                    "showarrow": False,
                    "xanchor": "right",
                    "yanchor": "bottom",
                    "font": {"size": 13},
                }
            ],
        ),
    )


def describe(half: int, refreshers: int, gain: int, needed: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    half, refreshers, gain, needed : int
        As for `skill_fade`.

    Returns
    -------
    str
        A few sentences.
    """
    every = stretches(half, refreshers, gain / 100)
    alone = stretches(half, 0, 0)
    lowest = min(one.level(one.end) for one in every)
    return (
        f"Half of the new skill is lost in {half} weeks. Without a refresher, "
        f"{percent(alone[0].level(YEAR))} is left after a year, and the officer is too weak for "
        f"the post in {_weeks(alone, needed)} of {YEAR} weeks. "
        f"With {counted(refreshers, 'refresher')} at equal distances the lowest level is "
        f"{percent(lowest)}, {percent(every[-1].level(YEAR))} is left after a year, and the "
        f"officer is too weak in {_weeks(every, needed)} weeks. "
        "The shape of the curve and the gain of a refresher are assumptions for teaching."
    )


def _weeks(every: list[Fading], needed: int) -> str:
    return number(round(sum(one.below(needed / 100) for one in every), 1))


def _line(name: str, every: list[Fading], color: str, dash: str) -> dict[str, object]:
    weeks = [
        one.start + (one.end - one.start) * step / STEPS
        for one in every
        for step in range(STEPS + 1)
    ]
    levels = [
        100 * one.level(one.start + (one.end - one.start) * step / STEPS)
        for one in every
        for step in range(STEPS + 1)
    ]
    return curve(name, weeks, levels, color, dash)
