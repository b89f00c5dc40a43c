"""How long peace lasts after an episode of armed conflict, by the way in which it ended."""

from functools import cache
from typing import TYPE_CHECKING

from parley.figures.pieces import axis, curve, layout, percent, upright
from parley.figures.series import rows, source
from parley.models.survival import Spell, Step, kaplan_meier, lasting

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["ENDINGS", "conflict_endings", "describe"]

SET = "conflict-endings"
ENDINGS = (
    "any ending",
    "peace agreement",
    "ceasefire agreement",
    "victory side A",
    "victory side B",
    "low activity",
)
"""What sliders choose among; side A of a conflict within a state is the government."""
SAID = {"victory side A": "victory of the government", "victory side B": "victory of the rebels"}
HORIZON = 30


def conflict_endings(one: int, other: int, years: int) -> "go.Figure":
    """Draw the share of endings after which the conflict has not been fought again.

    Parameters
    ----------
    one, other : int
        Places in `ENDINGS`.
    years : int
        After how many years one looks, 1 to 30.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    shares = [lasting(_steps(place), years) for place in (one, other)]
    first, second = (percent(share) for share in shares)
    return go.Figure(
        data=[
            _curve(one, "blue", "solid", ""),
            _curve(other, "vermilion", "dash", " "),
        ],
        layout=layout(
            f"Not fought again after {years} years: {first} and {second}",
            430,
            3,
            xaxis=axis("years since the end", 0, HORIZON),
            yaxis=axis("not fought again, %", 0, 102),
            shapes=[upright(years)],
        ),
    )


def describe(one: int, other: int, years: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    one, other, years : int
        As for `conflict_endings`.

    Returns
    -------
    str
        A few sentences.
    """
    told = " ".join(_told(place, years) for place in dict.fromkeys((one, other)))
    return (
        f"{told} Where peace was still holding, it counts for as long as it was seen (Kaplan and "
        f"Meier). Endings are not given by lot: where a victory or an agreement was possible, "
        f"peace may have been easier anyway. {source(SET)}"
    )


def _told(place: int, years: int) -> str:
    share = percent(lasting(_steps(place), years))
    return (
        f"Of {len(_spells(place))} episodes that ended by {said(place)}, {share} had not been "
        f"fought again {years} years later."
    )


def said(place: int) -> str:
    """Return an ending in words."""
    name = ENDINGS[place]
    return SAID.get(name, name)


@cache
def _spells(place: int) -> tuple[Spell, ...]:
    return tuple(
        Spell(row["years_of_peace"], bool(row["restarted"]))
        for row in rows(SET)
        if place == 0 or row["ended_by"] == ENDINGS[place]
    )


@cache
def _steps(place: int) -> tuple[Step, ...]:
    return tuple(kaplan_meier(_spells(place)))


def _curve(place: int, color: str, dash: str, apart: str) -> dict:
    """Return the curve of one ending; ``apart`` tells two curves of one name apart."""
    halves = [half / 2 for half in range(2 * HORIZON + 1)]
    shares = [100 * lasting(_steps(place), year) for year in halves]
    return curve(
        f"after {said(place)}{apart}", halves, [round(share, 1) for share in shares], color, dash
    )
