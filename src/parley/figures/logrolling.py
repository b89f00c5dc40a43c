"""Logrolling: what two issues of different weight make possible for both sides."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, curve, layout, mark, number
from parley.models import logrolling as model

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "logrolling"]

Pair = tuple[float, float]


def logrolling(own: float, theirs: float, road: float, posts: float) -> "go.Figure":
    """Draw all packages of a road and observer posts, the split, the trade and one's package.

    Parameters
    ----------
    own, theirs : float
        The worth of the road to each side, in points of 100; the posts have the rest.
    road, posts : float
        What one gets oneself of the road and of the posts, in percent.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = model.logrolling(own, theirs)
    frontier = [(0, 100), model.worth(own, theirs, found.trade), (100, 0)]
    traces = [
        _area(frontier),
        curve("frontier", [a for a, _ in frontier], [b for _, b in frontier], "green"),
        _point("half of each issue", own, theirs, found.split, "circle", "orange", 13),
        _point("the trade", own, theirs, found.trade, "star", "blue", 19),
        _point("worth the same to both", own, theirs, found.fair, "diamond-open", "purple", 17),
        _point("your package", own, theirs, _shares(road, posts), "square-open", "vermilion", 22),
    ]
    return go.Figure(
        data=traces,
        layout=layout(
            _title(own, theirs),
            480,
            3,
            xaxis=axis("worth to you, points of 100", -5, 105),
            yaxis=axis("worth to them, points of 100", -5, 105),
        ),
    )


def describe(own: float, theirs: float, road: float, posts: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    own, theirs, road, posts : float
        As for `logrolling`.

    Returns
    -------
    str
        A few sentences.
    """
    found = model.logrolling(own, theirs)
    yours = model.worth(own, theirs, _shares(road, posts))
    weights = (
        f"The road is worth {number(own)} points to you and {number(theirs)} to them; "
        f"the observer posts {number(100 - own)} and {number(100 - theirs)}."
    )
    split = "Half of each issue is worth 50 to you and 50 to them."
    package = (
        f"Your package, {number(road)} % of the road and {number(posts)} % of the posts, "
        f"is worth {_pair(yours)}."
    )
    if own == theirs:
        return f"{weights} {split} Both weigh the issues alike, so no trade makes more. {package}"
    mine, other = ("road", "posts") if own > theirs else ("posts", "road")
    trade = model.worth(own, theirs, found.trade)
    fair = model.worth(own, theirs, found.fair)
    more = (
        ""
        if found.fair == found.trade
        else (
            f" A part of your issue given back makes both equal: {_pair(fair)}."
            if trade[0] > trade[1]
            else f" A part of their issue as well makes both equal: {_pair(fair)}."
        )
    )
    return (
        f"{weights} {split} The trade gives you the {mine} and them the {other}: "
        f"{_pair(trade)}.{more} {package}"
    )


def _title(own: float, theirs: float) -> str:
    found = model.logrolling(own, theirs)
    gain = model.worth(own, theirs, found.fair)[0] - 50
    if gain < 0.005:
        return "Equal weights: a trade makes no more than a split"
    return f"A trade can give each side {number(gain)} points more than a split"


def _area(frontier: list[Pair]) -> dict[str, Any]:
    """Return all packages: the frontier, and the same turned about the middle."""
    around = [*frontier, *((100 - a, 100 - b) for a, b in frontier[1:])]
    more = {"fill": "toself", "fillcolor": "rgba(128,128,128,0.15)", "hoverinfo": "skip"}
    own, theirs = [a for a, _ in around], [b for _, b in around]
    area = curve("all packages", own, theirs, "grey", "dot", **more)
    del area["hovertemplate"]
    return area


def _shares(road: float, posts: float) -> Pair:
    return road / 100, posts / 100


def _pair(points: Pair) -> str:
    return f"{number(points[0])} to you and {number(points[1])} to them"


def _point(
    name: str, own: float, theirs: float, shares: Pair, symbol: str, color: str, size: int
) -> dict[str, Any]:
    return mark(name, *model.worth(own, theirs, shares), symbol, color, size)
