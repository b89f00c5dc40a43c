"""What four ways choose among the packages of three issues, as the limits of both sides move."""

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, beside, curve, layout, level, number, rounded, text, upright
from parley.figures.template import OKABE_ITO
from parley.models.solutions import Point, Solutions, solutions

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["bargaining_solutions", "describe", "packages"]

OWN, OTHER = (60, 28, 12), (15, 40, 45)
"""What three issues weigh for oneself, and for the other side where it is most unlike: points of
100, an assumption for teaching."""
OPTIONS = 5
"""Options of each issue, from all for them to all for oneself."""
_NAMED = 3
"""More equally good packages than these are counted, not named."""
_LOOKS = (
    ("Nash", "nash", "diamond", "orange", 15),
    ("Kalai–Smorodinsky", "kalai_smorodinsky", "square-open", "blue", 20),
    ("egalitarian", "egalitarian", "circle-open", "vermilion", 26),
    ("utilitarian", "utilitarian", "star-open", "purple", 13),
)


def packages(apart: float) -> list[Point]:
    """Return what every package is worth to both sides.

    Parameters
    ----------
    apart : float
        How far the weights of the other side lie from one's own, percent: 0 for the same.

    Returns
    -------
    list of (float, float)
        Points of 100, own and theirs.

    Examples
    --------
    >>> len(packages(100)), packages(0)[0], packages(0)[-1]
    (125, (0.0, 100.0), (100.0, 0.0))
    """
    theirs, top = _theirs(apart), OPTIONS - 1
    return [
        (
            round(sum(w * share / top for w, share in zip(OWN, shares, strict=True)), 6),
            round(sum(w * (1 - share / top) for w, share in zip(theirs, shares, strict=True)), 6),
        )
        for shares in product(range(OPTIONS), repeat=len(OWN))
    ]


def bargaining_solutions(apart: float, own_leave: float, their_leave: float) -> "go.Figure":
    """Draw all packages, the frontier, and what each of four ways chooses.

    Parameters
    ----------
    apart : float
        As for `packages`.
    own_leave, their_leave : float
        What each side has without agreement, in points of 100.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    every, leave = packages(apart), (own_leave, their_leave)
    found = solutions(every, leave)
    frontier = [*zip(*found.frontier, strict=True)]
    return go.Figure(
        data=[
            _points("packages", sorted(set(every)), "circle", "grey", 5),
            curve("frontier", frontier[0], frontier[1], "green", line=_STEPS),
            *(
                _points(name, getattr(found, way), symbol, color, size)
                for name, way, symbol, color, size in _LOOKS
            ),
        ],
        layout=layout(
            _title(found),
            540,
            3,
            xaxis=axis("worth to you, points of 100", -4, 104),
            yaxis=axis("worth to them, points of 100", -4, 114, tickvals=[0, 20, 40, 60, 80, 100]),
            shapes=[upright(own_leave, "grey", "dash"), level(their_leave, "grey", "dash")],
            annotations=_notes(own_leave, their_leave),
        ),
    )


def describe(apart: float, own_leave: float, their_leave: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    apart, own_leave, their_leave : float
        As for `bargaining_solutions`.

    Returns
    -------
    str
        A few sentences.
    """
    found = solutions(packages(apart), (own_leave, their_leave))
    given = (
        f"Three issues weigh {_list(OWN)} for you and {_list(_theirs(apart))} for them. Without "
        f"agreement you have {number(own_leave)} points and they have {number(their_leave)}."
    )
    if not found.agreement:
        return f"{given} No package is worth as much to both: it is right to leave."
    parts = [f"{name} {_pairs(getattr(found, way))}" for name, way, *_ in _LOOKS]
    return f"{given} The four ways choose, for you and for them: {'; '.join(parts)}."


def _theirs(apart: float) -> list[float]:
    part = apart / 100
    return [(1 - part) * one + part * other for one, other in zip(OWN, OTHER, strict=True)]


def _list(values: Sequence[float]) -> str:
    return ", ".join(map(number, values))


_STEPS = {"shape": "vh", "color": OKABE_ITO["green"], "width": 2}


def _points(
    name: str, points: Sequence[Point], symbol: str, color: str, size: int
) -> dict[str, Any]:
    edge: dict[str, Any] = {"width": 2.5 if symbol.endswith("-open") else 0}
    look = {"symbol": symbol, "size": size, "color": OKABE_ITO[color], "line": edge}
    return {
        **{"type": "scatter", "mode": "markers", "name": name, "marker": look},
        "x": rounded([own for own, _ in points]),
        "y": rounded([theirs for _, theirs in points]),
        "hovertemplate": "%{x} to you, %{y} to them<extra>" + name + "</extra>",
    }


def _pairs(points: Sequence[Point]) -> str:
    if len(points) > _NAMED:
        return f"any of {len(points)} packages"
    return " or ".join(f"{number(own)} and {number(theirs)}" for own, theirs in points)


def _title(found: Solutions) -> str:
    if not found.agreement:
        return "No package is better than leaving for both"
    own, theirs = found.nash[0]
    many = "" if len(found.nash) == 1 else ", among others"
    return f"Nash chooses {number(own)} for you and {number(theirs)} for them{many}"


def _notes(own: float, theirs: float) -> list[dict[str, Any]]:
    return [
        text(own, 108, "left of this line you leave", **beside(own)),
        text(-4, theirs, "below this line they leave", xanchor="left", yanchor="bottom"),
    ]
