"""Burden sharing: what a large and a middle ally bear, as the middle one grows."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import (
    axis,
    bars,
    beside,
    curve,
    layout,
    mark,
    number,
    percent,
    text,
    upright,
)
from parley.models.burden_sharing import Burden, burden, enough

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["burden_sharing", "describe"]

LARGE = 100
"""The wealth of the large ally, in units; all others are counted by it."""
_UPPER, _LOWER = [0.52, 1], [0, 0.3]
_NAMES = ("large", "middle", "small")


def burden_sharing(taste: float, middle: float, small: float) -> "go.Figure":
    """Draw burdens against the wealth of the middle ally, and all gifts beside the best ones.

    Parameters
    ----------
    taste : float
        The weight of the common good for each ally, percent.
    middle, small : float
        The wealth of the middle and of the small ally, where the large one has 100.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found, limit = _found(taste, middle, small), enough(taste / 100, [LARGE, small])
    sizes = range(1, LARGE + 1, 3)
    paths = [_found(taste, size, small).gifts for size in sizes]
    large = [gifts[0] for gifts in paths]
    own = [100 * gifts[1] / size for gifts, size in zip(paths, sizes, strict=True)]
    hover = {"hovertemplate": "middle ally of %{x} units: %{y} % of its wealth<extra></extra>"}
    share = 100 * found.gifts[1] / middle
    return go.Figure(
        data=[
            curve("burden of the large ally", sizes, large, "blue", **hover),
            curve("burden of the middle ally", sizes, own, "orange", "dash", **hover),
            mark("the middle ally as it is", middle, share, "square", "orange", 13, **hover),
            *_bars(found, (LARGE, middle, small), taste / 100),
        ],
        layout=layout(
            _title(found),
            600,
            4,
            left=90,
            xaxis=axis("wealth of the middle ally, units", 0, LARGE + 1, anchor="y"),
            yaxis=axis("gives, % of its wealth", -3, taste + 8, domain=_UPPER),
            xaxis2=axis("gives, units", 0, 1.15 * LARGE * taste / 100, anchor="y2"),
            yaxis2={
                **{"domain": _LOWER, "range": [2.6, -0.6], "showgrid": False, "ticks": ""},
                **{"tickvals": [0, 1, 2], "ticktext": [f"{name} ally" for name in _NAMES]},
            },
            barmode="group",
            shapes=[upright(limit, "green", y0=_UPPER[0])] if limit <= LARGE else [],
            annotations=_notes(limit),
        ),
    )


def describe(taste: float, middle: float, small: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    taste, middle, small : float
        As for `burden_sharing`.

    Returns
    -------
    str
        A few sentences.
    """
    found, limit = _found(taste, middle, small), enough(taste / 100, [LARGE, small])
    wealth = (LARGE, middle, small)
    parts = [
        f"the {name} ally gives {number(gift)} of {number(one)} units, {percent(gift / one)}"
        for name, gift, one in zip(_NAMES, found.gifts, wealth, strict=True)
    ]
    border = (
        f"The middle ally gives nothing up to a wealth of {number(limit)} units."
        if limit < LARGE
        else "The middle ally gives nothing, however large it is."
    )
    return (
        f"The common good has a weight of {taste:g} % for each ally. Where each gives what is best "
        f"for itself, {'; '.join(parts)}. {border} Together they give {number(found.total)} units. "
        f"As one they would give {number(found.best)}, each {taste:g} % of its wealth."
    )


def _found(taste: float, middle: float, small: float) -> Burden:
    return burden(taste / 100, (LARGE, middle, small))


def _title(found: Burden) -> str:
    return (
        f"The allies give {number(found.total)} units; as one they would give {number(found.best)}"
    )


def _bars(found: Burden, wealth: tuple[float, ...], taste: float) -> list[dict[str, Any]]:
    gifts = [round(gift, 4) for gift in found.gifts]
    best = [round(taste * one, 4) for one in wealth]
    below: dict[str, Any] = {"orientation": "h", "xaxis": "x2", "yaxis": "y2"}
    below |= {"hovertemplate": "%{x} units<extra></extra>"}
    return [
        bars("each for itself", gifts, [0, 1, 2], "blue", **below),
        bars("as one", best, [0, 1, 2], "green", "/", **below),
    ]


def _notes(limit: float) -> list[dict[str, Any]]:
    if limit > LARGE:
        return []
    words = f"gives from {number(limit)} units"
    return [text(limit, 1, words, yref="paper", yanchor="top", **beside(limit))]
