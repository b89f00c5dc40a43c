"""Five kinds of military act as a tree of questions, with the way that the answers take."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import layout, mark, text
from parley.figures.template import OKABE_ITO
from parley.models.five_kinds import ASKED, kind

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["HARM", "NO_YES", "describe", "five_kinds"]

HARM = ("none", "announced", "done")
NO_YES = (False, True)
"""What sliders choose among."""

_HEIGHTS = {"none": 2.8, "announced": 0.0, "done": -2.8}
_SPREAD = 0.75
_HARMS = {
    "none": "no harm,<br>whatever they answer",
    "announced": "harm, if they<br>do not comply",
    "done": "harm is<br>being done",
}
_ANSWERS = {  # the question, and the words for yes and for no
    "joins": ("They take part,<br>and may say no?", "yes", "no"),
    "acts": ("They must act?", "yes", "no: hold still"),
    "ends": ("It ends when<br>they give in?", "yes", "no"),
}
_LAW = {
    "cooperation": "lawful with their consent",
    "reassurance": "lawful",
    "deterrence": "lawful only if the force<br>would be, as in defence",
    "coercion": "unlawful, unless<br>the force would be lawful",
    "force": "unlawful, but for defence,<br>a mandate or consent",
}
_MEANS = {
    "cooperation": "Nobody is harmed, and the other side takes part and may say no.",
    "reassurance": "Nobody is harmed, and the other side only sees or hears what you do.",
    "deterrence": "Harm is announced, and the other side need only hold still.",
    "coercion": "The other side must act or give in, to avoid harm or to end it.",
    "force": "Harm is done, and no answer of the other side ends it.",
}
_TURNS = {
    "cooperation": "If they could not say no, it would no longer be cooperation.",
    "reassurance": "If they took part, it would be cooperation.",
    "deterrence": "If they had to act, it would be coercion.",
    "coercion": "Without a way out for them, it is force.",
    "force": "If giving in ended it, it would be coercion.",
}


def five_kinds(harm: int, joins: int, acts: int, ends: int) -> "go.Figure":
    """Draw the tree of questions, thick where the answers lead.

    Parameters
    ----------
    harm : int
        The place in `HARM`.
    joins, acts, ends : int
        Places in `NO_YES`: whether they take part, must act, and end the harm by giving in.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found, answers = _found(harm, joins, acts, ends)
    taken = answers[ASKED[HARM[harm]]]
    lines, words, end = [], [], (0.0, 0.0)
    for first, height in _HEIGHTS.items():
        question, *names = _ANSWERS[ASKED[first]]
        here = first == HARM[harm]
        lines.append(_line((0, 0), (1, height), here))
        words.append(_first(first, height))
        words.append(text(1.06, height, question, xanchor="left", align="left"))
        for yes, name in zip((True, False), names, strict=True):
            leaf, goes = (3.0, height + (_SPREAD if yes else -_SPREAD)), here and yes == taken
            lines.append(_line((2.05, height), leaf, goes))
            words += _leaf(leaf, name, kind(first, yes, yes, yes), goes)
            end = leaf if goes else end
    hidden = {"showgrid": False, "showticklabels": False, "ticks": "", "showline": False}
    return go.Figure(
        data=[*lines, mark("your act", *end, "star", "orange", 18, hoverinfo="name")],
        layout=layout(
            f"Your answers lead to {found}",
            560,
            1,
            10,
            10,
            xaxis={**hidden, "range": [-0.05, 4.6], "zeroline": False},
            yaxis={**hidden, "range": [-4.1, 3.9], "zeroline": False},
            annotations=words,
        ),
    )


def describe(harm: int, joins: int, acts: int, ends: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    harm, joins, acts, ends : int
        As for `five_kinds`.

    Returns
    -------
    str
        A few sentences.
    """
    found, _ = _found(harm, joins, acts, ends)
    law = _LAW[found].replace("<br>", " ")
    return (
        f"{_MEANS[found]} This is {found}. In law it is {law}. {_TURNS[found]} "
        f"The two other questions do not matter here."
    )


def _found(harm: int, joins: int, acts: int, ends: int) -> tuple[str, dict[str, bool]]:
    answers = {"joins": NO_YES[joins], "acts": NO_YES[acts], "ends": NO_YES[ends]}
    return kind(HARM[harm], **answers), answers


def _line(start: tuple[float, float], end: tuple[float, float], goes: bool) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [start[0], end[0]],
        "y": [start[1], end[1]],
        "showlegend": False,
        "hoverinfo": "skip",
        "line": {
            "color": OKABE_ITO["blue" if goes else "grey"],
            "width": 5 if goes else 1.5,
            "dash": "solid" if goes else "dot",
        },
    }


def _first(harm: str, height: float) -> dict[str, Any]:
    """Write an answer to the first question at the end of its branch, clear of the line."""
    above = {"yanchor": "top", "yshift": -8} if height < 0 else {"yanchor": "bottom", "yshift": 4}
    return text(0.98, height, _HARMS[harm], xanchor="right", **above)


def _leaf(place: tuple[float, float], answer: str, found: str, goes: bool) -> list[dict[str, Any]]:
    x, y = place
    name = f"<b>{found}</b>" if goes else found
    return [
        text(x - 0.3, y, answer, xanchor="right"),
        text(x + 0.12, y, f"{name}<br>{_LAW[found]}", xanchor="left", align="left"),
    ]
