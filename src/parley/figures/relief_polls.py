"""How Indonesians saw the United States before and after the tsunami: any two polls compared."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, counted, curve, layout, mark, text, upright
from parley.figures.series import rows, source

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["EVENTS", "describe", "relief_polls"]

SET = "relief-polls"
EVENTS = (
    (2003.2, "the invasion of Iraq", "Iraq"),
    (2004.98, "the tsunami", "tsunami"),
    (2008.85, "the election of Obama", "election"),
)
"""When, in words, and short for the picture."""


def relief_polls(one: int, other: int) -> "go.Figure":
    """Draw all polls, and mark two of them.

    Parameters
    ----------
    one, other : int
        Places of two polls in the data set.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    polls = rows(SET)
    first, later = _two(one, other)
    return go.Figure(
        data=[
            curve(
                "polls",
                [poll["when"] for poll in polls],
                [poll["favourable"] for poll in polls],
                "grey",
                "dot",
                mode="lines+markers",
            ),
            mark("the earlier poll", first["when"], first["favourable"], "square", "blue", 15),
            mark("the later poll", later["when"], later["favourable"], "diamond", "orange", 16),
        ],
        layout=layout(
            f"Favourable views: {first['favourable']} % in {first['poll']}, "
            f"{later['favourable']} % in {later['poll']}",
            430,
            2,
            xaxis=axis("year", 2001.8, 2010),
            yaxis=axis("favourable view of the United States, %", 0, 76),
            shapes=[upright(when, "green", "dash") for when, _, _ in EVENTS],
            annotations=[
                text(when, 73, short, xanchor="right", xshift=-4) for when, _, short in EVENTS
            ],
        ),
    )


def describe(one: int, other: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    one, other : int
        As for `relief_polls`.

    Returns
    -------
    str
        A few sentences.
    """
    first, later = _two(one, other)
    if first is later:
        return f"One poll shows no change: choose two. {source(SET)}"
    change = later["favourable"] - first["favourable"]
    between = [name for when, name, _ in EVENTS if first["when"] < when < later["when"]]
    *before, last = between or ["none of the three events in the picture"]
    happened = f"{', '.join(before)} and {last}" if before else last
    lies = "lie" if len(between) > 1 else "lies"
    asked = {first["institute"], later["institute"]}
    who = f"Both are polls of {min(asked)}." if len(asked) == 1 else "Two institutes asked."
    return (
        f"In Indonesia {first['favourable']} % had a favourable view of the United States in "
        f"{first['poll']} and {later['favourable']} % in {later['poll']}: "
        f"{counted(abs(change), 'point')} {'more' if change > 0 else 'fewer'}. Between these "
        f"polls {lies} {happened}. {who} {source(SET)}"
    )


def _two(one: int, other: int) -> tuple[dict[str, Any], dict[str, Any]]:
    polls = rows(SET)
    return polls[min(one, other)], polls[max(one, other)]
