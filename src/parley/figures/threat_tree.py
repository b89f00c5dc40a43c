"""The game of one threat as a tree, with what both sides do in equilibrium on its branches."""

from typing import TYPE_CHECKING, Any, NamedTuple

from parley.figures.pieces import layout, number, percent, text
from parley.figures.template import OKABE_ITO
from parley.models.threat import Equilibrium, threat

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "threat_tree"]

Place = tuple[float, float]

UNRESOLVED_WAR = -3
"""What war is worth to an unresolved A: less than backing down, at every audience cost shown."""


class _Half(NamedTuple):
    """The half of the tree after one of the two moves of nature."""

    name: str
    chance: float
    threatens: float
    fights: float
    war: float
    up: int  # 1: above the middle, -1: below


_SHOWN = {  # who decides: shape, colour
    "chance": ("diamond", "grey"),
    "A": ("circle", "blue"),
    "B": ("square", "orange"),
}


def threat_tree(prior: float, loss: float, audience: float, war: float = 0.3) -> "go.Figure":
    """Draw the tree: nature, A's threat, B's answer, A's follow-through, payoffs at the ends.

    Parameters
    ----------
    prior : float
        The probability that A is resolved, percent.
    loss : float
        What war costs B, where what is disputed is worth 1.
    audience : float
        What backing down costs A, in the same unit.
    war : float
        What war is worth to a resolved A, in the same unit.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = threat(prior / 100, loss, audience, war)
    halves = (
        _Half("resolved", prior / 100, 1.0, 1.0, war, 1),
        _Half("unresolved", 1 - prior / 100, found.bluff, 0.0, UNRESOLVED_WAR, -1),
    )
    branches = [branch for half in halves for branch in _branches(half, found)]
    ends = [end for half in halves for end in _ends(half, loss, audience)]
    hidden = {"showgrid": False, "showticklabels": False, "ticks": "", "showline": False}
    return go.Figure(
        data=[*_lines(branches), *_nodes()],
        layout=layout(
            _title(found),
            540,
            1,
            10,
            xaxis={**hidden, "range": [-0.25, 4.75]},
            yaxis={**hidden, "range": [-4.1, 4.5]},
            annotations=[*map(_label, branches), *ends, *_words(found)],
            shapes=[_information_set()],
        ),
    )


def describe(prior: float, loss: float, audience: float, war: float = 0.3) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    prior, loss, audience, war : float
        As for `threat_tree`.

    Returns
    -------
    str
        A few sentences.
    """
    found = threat(prior / 100, loss, audience, war)
    given = (
        f"A is resolved with probability {prior:g} %. War costs B {number(loss)} and backing down "
        f"costs A {number(audience)}, where what is disputed is worth 1."
    )
    if not found.resist:
        return (
            f"{given} Every A threatens, resolved or not. B believes with {percent(found.belief)} "
            f"that A is resolved; {percent(found.needed)} is enough, so B always gives way. "
            f"A has 1, B has 0, and there is no war."
        )
    return (
        f"{given} A resolved A always threatens; an unresolved A bluffs with probability "
        f"{percent(found.bluff)}. B hears a threat, believes with {percent(found.belief)} that "
        f"A is resolved, and resists with probability {percent(found.resist)}. War follows with "
        f"probability {percent(found.war)}. On average A has {number(found.payoff_a)} and B "
        f"{number(found.payoff_b)}."
    )


def _title(found: Equilibrium) -> str:
    if not found.resist:
        return "Every A threatens, and B gives way"
    bluff, resist = percent(found.bluff), percent(found.resist)
    return f"An unresolved A bluffs with {bluff}; B resists with {resist}"


class _Branch(NamedTuple):
    start: Place
    end: Place
    action: str
    chance: float


_NATURE: Place = (0, 0)
_LABEL = 0.62
"""How far along a branch its label ends: it stands before that, so that no branch crosses it."""


def _at(depth: int, height: float, half: int) -> Place:
    return depth, half * height


def _branches(half: _Half, found: Equilibrium) -> list[_Branch]:
    type_, hears, resisted = (_at(d, h, half.up) for d, h in ((1, 2.3), (2, 1.9), (3, 1.5)))
    return [
        _Branch(_NATURE, type_, half.name, half.chance),
        _Branch(type_, _at(2, 3.8, half.up), "no threat", 1 - half.threatens),
        _Branch(type_, hears, "threat", half.threatens),
        _Branch(hears, _at(3, 3.0, half.up), "gives way", 1 - found.resist),
        _Branch(hears, resisted, "resists", found.resist),
        _Branch(resisted, _at(4, 2.1, half.up), "backs down", 1 - half.fights),
        _Branch(resisted, _at(4, 0.8, half.up), "fights", half.fights),
    ]


def _ends(half: _Half, loss: float, audience: float) -> list[dict[str, Any]]:
    payoffs = (
        (2, 3.8, 0, 1),
        (3, 3.0, 1, 0),
        (4, 2.1, -audience, 1),
        (4, 0.8, half.war, -loss),
    )
    return [
        text(depth, half.up * height, f"({number(a)}, {number(b)})", xanchor="left", xshift=6)
        for depth, height, a, b in payoffs
    ]


def _lines(branches: list[_Branch]) -> list[dict[str, Any]]:
    """Return the branches: thick and solid where play goes, thin and dotted where it never does."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [start[0], end[0]],
            "y": [start[1], end[1]],
            "showlegend": False,
            "hoverinfo": "skip",
            "line": {
                "color": OKABE_ITO["grey"],
                "width": round(1 + 5 * chance, 2) if chance else 1,
                "dash": "solid" if chance else "dot",
            },
        }
        for start, end, _, chance in branches
    ]


def _label(branch: _Branch) -> dict[str, Any]:
    """Write the action and its probability beside the middle of a branch."""
    (x0, y0), (x1, y1) = branch.start, branch.end
    rises = y1 > y0
    return text(
        x0 + _LABEL * (x1 - x0),
        y0 + _LABEL * (y1 - y0),
        f"{branch.action}<br>{percent(branch.chance)}",
        xanchor="right",
        align="right",
        yanchor="bottom" if rises else "top",
        yshift=2 if rises else -2,
    )


def _nodes() -> list[dict[str, Any]]:
    places: dict[str, list[Place]] = {
        "chance": [_NATURE],
        "A": [(1, 2.3), (1, -2.3), (3, 1.5), (3, -1.5)],
        "B": [(2, 1.9), (2, -1.9)],
    }
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": f"{who} decides",
            "x": [x for x, _ in spots],
            "y": [y for _, y in spots],
            "marker": {
                "symbol": _SHOWN[who][0],
                "size": 14,
                "color": OKABE_ITO[_SHOWN[who][1]],
                "line": {"width": 1.5, "color": "#333333"},
            },
            "hoverinfo": "name",
        }
        for who, spots in places.items()
    ]


def _information_set() -> dict[str, Any]:
    line = {"color": OKABE_ITO["orange"], "dash": "dash", "width": 2}
    return {"type": "line", "x0": 2, "x1": 2, "y0": -1.9, "y1": 1.9, "layer": "below", "line": line}


def _words(found: Equilibrium) -> list[dict[str, Any]]:
    belief = f"B hears a threat<br>and cannot tell;<br>its belief: {percent(found.belief)}"
    return [
        text(2, 0, belief, xanchor="left", align="left", xshift=8),
        text(4.75, 4.4, "at the ends: (A, B)", xanchor="right"),
    ]
