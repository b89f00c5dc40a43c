"""Deterrence: the credibility that is needed, for every worth of the status quo."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import area, axis, curve, layout, mark, number, percent, text
from parley.models.perfect_deterrence import needed, worth_of_challenge

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "perfect_deterrence"]

WIN = 100
"""What it is worth to the challenger that the defender gives way, in points."""
WORSE = 100
"""By how many points the fight is worse on the second line: to ask whether more terror helps."""


def perfect_deterrence(status_quo: float, conflict: float, credibility: float) -> "go.Figure":
    """Draw the least credibility that deters against the worth of the status quo.

    Parameters
    ----------
    status_quo, conflict : float
        What the status quo and a fight are worth to the challenger, in points; winning is 100.
    credibility : float
        The probability that the defender fights, percent.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    low = min(conflict, 0) - 5
    worse = conflict - WORSE
    top = f"fight worth {number(conflict)}"
    names = f"credibility needed, {top}", f"needed if the fight were worth {number(worse)}"
    traces = [
        curve(names[0], [conflict, WIN], [100, 0], "green", **_hover("needed")),
        curve(names[1], [low, WIN], [_needed(low, worse), 0], "sky", "dash", **_hover("needed")),
        mark("here", status_quo, credibility, "circle", "purple", 15, **_hover("here")),
    ]
    deterred = [(conflict, 100), (WIN, 0), (WIN, 104), (conflict, 104)]
    return go.Figure(
        data=traces,
        layout=layout(
            _title(status_quo, conflict, credibility),
            460,
            3,
            xaxis=axis("worth of the status quo to the challenger, points", low, WIN + 2),
            yaxis=axis("credibility of the defender, %", -4, 104),
            shapes=[area(deterred, "green")],
            annotations=_notes(conflict, low),
        ),
    )


def describe(status_quo: float, conflict: float, credibility: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    status_quo, conflict, credibility : float
        As for `perfect_deterrence`.

    Returns
    -------
    str
        A few sentences.
    """
    limit = needed(WIN, status_quo, conflict)
    challenge = worth_of_challenge(credibility / 100, WIN, conflict)
    given = (
        f"To the challenger the status quo is worth {number(status_quo)} points, a fight "
        f"{number(conflict)}, and that the defender gives way {WIN}. The defender fights with "
        f"probability {credibility:g} %, so a challenge is worth {number(challenge)} points."
    )
    if limit is None:
        return (
            f"{given} The fight is no worse than the status quo: no credibility deters, "
            f"and the challenger challenges."
        )
    verdict = "is deterred" if credibility / 100 >= limit else "challenges"
    return (
        f"{given} A credibility of {percent(limit)} is needed to deter; the challenger {verdict}. "
        f"If the fight were {WORSE} points worse, {_share(_needed(status_quo, conflict - WORSE))} "
        f"would be needed. If the status quo were 10 points better, "
        f"{_share(_needed(min(WIN - 0.001, status_quo + 10), conflict))} would."
    )


def _needed(status_quo: float, conflict: float) -> float:
    """Return the least credibility in percent; all of it where even that does not deter."""
    found = needed(WIN, status_quo, conflict)
    return 100 if found is None else 100 * found


def _share(value: float) -> str:
    return percent(value / 100)


def _title(status_quo: float, conflict: float, credibility: float) -> str:
    limit = needed(WIN, status_quo, conflict)
    if limit is None:
        return "Not deterred: the fight is no worse than the status quo"
    if credibility / 100 >= limit:
        return f"Deterred: credibility {credibility:g} %, needed {percent(limit)}"
    return f"Not deterred: credibility {credibility:g} %, needed {percent(limit)}"


def _hover(name: str) -> dict[str, str]:
    return {"hovertemplate": "status quo %{x} points: %{y} %<extra>" + name + "</extra>"}


def _notes(conflict: float, low: float) -> list[dict[str, Any]]:
    notes = [
        text(WIN, 98, "deterred", xanchor="right"),
        text(low + 2, 3, "challenged", xanchor="left"),
    ]
    if conflict > 0:
        notes.append(
            text(conflict, 70, "no credibility<br>deters here", xanchor="right", xshift=-6)
        )
    return notes
