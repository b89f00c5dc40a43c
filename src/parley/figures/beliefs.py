"""A crisis looked back upon: the stated belief beside Bayes's, and what every act was worth."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from parley.figures.template import OKABE_ITO, template

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["beliefs", "describe"]

Data = Mapping[str, Any]


def beliefs(data: Data) -> "go.Figure":
    """Draw what was believed and what could be, and under it the worth of every act, by turns.

    Parameters
    ----------
    data : mapping
        ``who`` is the type that beliefs are about, ``was`` the one that was there; ``turns`` are
        mappings with ``turn``, ``stated`` and ``bayes`` (percent), ``acts`` (names), ``short``
        (points of each act, seen from the best lawful one), and ``chosen`` and ``best`` (places in
        ``acts``).

    Returns
    -------
    plotly.graph_objects.Figure
        The figure, with rounded lists only, so that it reads as plain text in a notebook.
    """
    import plotly.graph_objects as go

    turns = data["turns"]
    traces = [
        _line("what the answers allowed (Bayes)", turns, "bayes", "diamond-open", "dash"),
        _line("what you stated", turns, "stated", "circle", "solid"),
        _others(turns),
        _marked("the best act", turns, "best", "square-open", "orange", 15),
        _marked("your act", turns, "chosen", "circle", "blue", 9),
    ]
    return go.Figure(data=traces, layout=_layout(data))


def describe(data: Data) -> str:
    """Say in words what the figure shows, for those who cannot see it.

    Parameters
    ----------
    data : mapping
        As for `beliefs`.

    Returns
    -------
    str
        A sentence on the whole, then one for each turn.
    """
    told = [f"The beliefs are about {data['who']}. The rival was {data['was']}."]
    for turn in data["turns"]:
        chosen, best = turn["acts"][turn["chosen"]], turn["acts"][turn["best"]]
        short = -_rounded(turn["short"][turn["chosen"]])
        if chosen == best:
            act = f"you chose the best act, {chosen}"
        elif short < 0:
            act = f"you chose {chosen}, {-short:g} points over the best lawful act, {best}"
        else:
            act = f"you chose {chosen}, {short:g} points short of the best act, {best}"
        told.append(
            f"Turn {turn['turn']}: you stated {turn['stated']} %, the answers allowed "
            f"{turn['bayes']:g} %; {act}."
        )
    return " ".join(told)


def _rounded(value: float) -> float:
    return round(float(value), 2) + 0.0


def _line(name: str, turns: Sequence[Data], what: str, symbol: str, dash: str) -> dict[str, Any]:
    """Return a line of beliefs: told apart by marker and dash as well as by colour."""
    color = OKABE_ITO["vermilion" if what == "bayes" else "blue"]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": [turn["turn"] for turn in turns],
        "y": [_rounded(turn[what]) for turn in turns],
        "marker": {
            "symbol": symbol,
            "size": 10,
            "color": color,
            "line": {"width": 2, "color": color},
        },
        "line": {"color": color, "dash": dash, "width": 2},
        "hovertemplate": f"turn %{{x}}: %{{y}} %<extra>{name}</extra>",
    }


def _others(turns: Sequence[Data]) -> dict[str, Any]:
    """Return every act of every turn as a small cross."""
    every = [
        (turn["turn"], _rounded(short), act)
        for turn in turns
        for short, act in zip(turn["short"], turn["acts"], strict=True)
    ]
    return _lower("every act", every, "x-thin-open", "grey", 7)


def _marked(
    name: str, turns: Sequence[Data], what: str, symbol: str, color: str, size: int
) -> dict[str, Any]:
    """Return one act of every turn."""
    every = [
        (turn["turn"], _rounded(turn["short"][turn[what]]), turn["acts"][turn[what]])
        for turn in turns
    ]
    return _lower(name, every, symbol, color, size)


def _lower(
    name: str, every: Sequence[tuple[int, float, str]], symbol: str, color: str, size: int
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [turn for turn, _, _ in every],
        "y": [short for _, short, _ in every],
        "text": [act for _, _, act in every],
        "yaxis": "y2",
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": OKABE_ITO[color],
            "line": {"width": 2 if symbol.endswith("open") else 1, "color": OKABE_ITO[color]},
        },
        "hovertemplate": f"turn %{{x}}, %{{text}}: %{{y}} points<extra>{name}</extra>",
    }


def _layout(data: Data) -> dict[str, Any]:
    last = max((turn["turn"] for turn in data["turns"]), default=1)
    first = min((turn["turn"] for turn in data["turns"]), default=1)
    return {
        "template": template(),
        "title": {"text": "What you believed, and what every act was worth"},
        "xaxis": {
            "title": {"text": "turn"},
            "range": [first - 0.5, last + 0.5],
            "dtick": 1,
            "anchor": "y2",
        },
        "yaxis": {
            "title": {"text": f"chance of {data['who']}, %"},
            "range": [-4, 104],
            "domain": [0.56, 1],
        },
        "yaxis2": {
            "title": {"text": "points from the best act (0)"},
            "domain": [0, 0.44],
            "anchor": "x",
            "zeroline": True,
            "zerolinecolor": OKABE_ITO["grey"],
        },
        "height": 620,
        "legend": {"orientation": "h", "x": 0, "y": -0.14, "yanchor": "top"},
    }
