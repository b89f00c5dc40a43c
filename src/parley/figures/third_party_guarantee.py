"""A guarantee by a third party: how sure it must be before both sides of a civil war sign."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import (
    area,
    axis,
    beside,
    curve,
    layout,
    level,
    mark,
    number,
    percent,
    text,
    upright,
)
from parley.models.third_party_guarantee import needed_guarantee, worth_of_signing

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "third_party_guarantee"]

_SIDES = (("the government", "blue", "solid", "circle"), ("the rebels", "orange", "dash", "square"))


def third_party_guarantee(
    gain: float, loss_government: float, loss_rebels: float, guarantee: float
) -> "go.Figure":
    """Draw what signing is worth to both sides against how sure the guarantee is.

    Parameters
    ----------
    gain : float
        What a settlement that is kept is worth to each side, in points; fighting on is worth 0.
    loss_government, loss_rebels : float
        What a settlement that is broken costs each side, in points.
    guarantee : float
        The probability that the settlement is kept, percent.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    losses = (loss_government, loss_rebels)
    limit = 100 * max(needed_guarantee(gain, loss) for loss in losses)
    room = 0.07 * (gain + max(losses))
    low, high = -max(losses) - room, gain + room
    both = [(limit, low), (101, low), (101, high), (limit, high)]
    return go.Figure(
        data=[
            trace
            for side, loss in zip(_SIDES, losses, strict=True)
            for trace in _traces(side, gain, loss, guarantee)
        ],
        layout=layout(
            _title(gain, losses, guarantee),
            460,
            3,
            xaxis=axis("probability that the settlement is kept, %", -1, 101),
            yaxis=axis("worth of signing, points", low, high),
            shapes=[area(both, "green"), level(0), upright(limit, "green")],
            annotations=_notes(limit, low),
        ),
    )


def describe(gain: float, loss_government: float, loss_rebels: float, guarantee: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    gain, loss_government, loss_rebels, guarantee : float
        As for `third_party_guarantee`.

    Returns
    -------
    str
        A few sentences.
    """
    losses = (loss_government, loss_rebels)
    government, rebels = (needed_guarantee(gain, loss) for loss in losses)
    who = _signers(gain, losses, guarantee)
    result = (
        "Both sign" if len(who) == 2 else f"Only {who[0]} would sign" if who else "Neither signs"
    )
    end = "" if len(who) == 2 else ", and the war goes on"
    return (
        f"A settlement that is kept is worth {number(gain)} points more than fighting on. If it is "
        f"broken after the arms are laid down, it costs the government {number(loss_government)} "
        f"and the rebels {number(loss_rebels)}. The government signs if it is kept with "
        f"{percent(government)} or more, the rebels with {percent(rebels)}. The guarantee makes it "
        f"{guarantee:g} %. {result}{end}."
    )


def _signers(gain: float, losses: tuple[float, float], guarantee: float) -> list[str]:
    return [
        name
        for (name, *_), loss in zip(_SIDES, losses, strict=True)
        if guarantee / 100 >= needed_guarantee(gain, loss) - 1e-9
    ]


def _title(gain: float, losses: tuple[float, float], guarantee: float) -> str:
    who = _signers(gain, losses, guarantee)
    if len(who) == 2:
        return f"With a guarantee of {guarantee:g} % both sides sign"
    if who:
        return f"With a guarantee of {guarantee:g} % only {who[0]} would sign"
    return f"With a guarantee of {guarantee:g} % neither side signs"


def _traces(
    side: tuple[str, str, str, str], gain: float, loss: float, guarantee: float
) -> list[dict[str, Any]]:
    name, color, dash, symbol = side
    now = worth_of_signing(guarantee / 100, gain, loss)
    hover = {"hovertemplate": "kept with %{x} %: %{y} points<extra>" + name + "</extra>"}
    return [
        curve(f"signing, for {name}", [0, 100], [-loss, gain], color, dash, **hover),
        mark(f"now, for {name}", guarantee, now, symbol, color, 13, **hover),
    ]


def _notes(limit: float, low: float) -> list[dict[str, Any]]:
    words = f"both sign from {percent(limit / 100)} on"
    return [text(limit, low, words, yanchor="bottom", **beside(limit))]
