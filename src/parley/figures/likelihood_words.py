"""How likely, in two written scales: what you believe, and what a reader of your word hears."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, counted, layout, mark, number, text, upright
from parley.figures.template import OKABE_ITO
from parley.models.likelihood_words import KENT_1964, SCALE_2015, Term, words_for

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["WORDS", "describe", "likelihood_words"]

WORDS = tuple(term.word for term in SCALE_2015)
"""What one may write, in the scale of 2015."""

_ROWS = (("scale of 2015", SCALE_2015, "sky", 2), ("Kent 1964", KENT_1964, "orange", 0))
_HEARD = -1.5
_PLACES = {2: "2015", 0: "1964", _HEARD: "heard"}


def likelihood_words(chance: int, said: int) -> "go.Figure":
    """Draw two scales of words, what is believed, and what a reader hears.

    Parameters
    ----------
    chance : int
        What you believe, percent.
    said : int
        The place in `WORDS` of what you write.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    heard = SCALE_2015[said]
    shades = ("", "/")
    bars = [
        _bar(name, term, place, color, shades[count % 2])
        for name, scale, color, place in _ROWS
        for count, term in enumerate(scale)
    ]
    return go.Figure(
        data=[
            *bars,
            mark("what you believe", chance, 3.05, "triangle-down", "blue", 14),
            _bar("what the reader hears", heard, _HEARD, "green", "", 0.5),
        ],
        layout=layout(
            _title(chance, heard),
            430,
            0,
            xaxis=axis("chance, %", -1, 101),
            yaxis=axis("", -2, 3.3, tickvals=list(_PLACES), ticktext=list(_PLACES.values())),
            shapes=[upright(chance, "blue")],
            annotations=_names(),
            showlegend=False,
            barmode="overlay",
        ),
    )


def describe(chance: int, said: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    chance, said : int
        As for `likelihood_words`.

    Returns
    -------
    str
        A few sentences.
    """
    heard = SCALE_2015[said]
    return (
        f"You believe {chance} %. In the scale of 2015 this is {_or(chance, SCALE_2015)}; in "
        f"Kent's of 1964 it is {_or(chance, KENT_1964)}. You write “{heard.word}”, and who knows "
        f"the scale of 2015 hears {number(heard.low)} to {number(heard.high)} %. "
        f"{_verdict(chance, heard)}"
    )


def _or(chance: int, scale: tuple[Term, ...]) -> str:
    return " or ".join(f"“{word}”" for word in words_for(chance, scale)) or "no word"


def _title(chance: int, heard: Term) -> str:
    return (
        f"You believe {chance} %; “{heard.word}” is heard as "
        f"{number(heard.low)} to {number(heard.high)} %"
    )


def _verdict(chance: int, heard: Term) -> str:
    if heard.low <= chance <= heard.high:
        return "The word says what you believe."
    gap = heard.low - chance if chance < heard.low else chance - heard.high
    side = "more" if chance < heard.low else "less"
    return (
        f"The reader takes it for {side} likely than you do, by at least {counted(gap, 'point')}."
    )


def _bar(
    name: str, term: Term, place: float, color: str, pattern: str, width: float = 0.7
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": f"{name}: {term.word}",
        "showlegend": False,
        "base": [term.low],
        "x": [term.high - term.low],
        "y": [place],
        "width": width,
        "marker": {
            "color": OKABE_ITO[color],
            "opacity": 0.75,
            "line": {"color": OKABE_ITO["grey"], "width": 1},
            "pattern": {"shape": pattern, "solidity": 0.15, "fgcolor": OKABE_ITO["grey"]},
        },
        "hovertemplate": f"{term.word}: {number(term.low)} to {number(term.high)} %<extra></extra>",
    }


def _names() -> list[dict[str, Any]]:
    """Return the words above and below their bars by turns, so that none runs into another."""
    return [
        text(x, place + (0.58 if count % 2 else -0.58), term.word, xanchor=side)
        for _, scale, _, place in _ROWS
        for count, term in enumerate(scale)
        for x, side in [_place(term)]
    ]


def _place(term: Term) -> tuple[float, str]:
    """Return where a word stands: in the middle, or at the end of the scale if that is near."""
    middle = (term.low + term.high) / 2
    if middle < 8:
        return term.low, "left"
    return (term.high, "right") if middle > 92 else (middle, "center")
