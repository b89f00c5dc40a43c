"""What a late Monday still costs on Friday: two weeks side by side, and how the gap shrinks."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, counted, curve, layout, percent, text
from parley.models import carry_over as model

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["carry_over", "describe"]

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def carry_over(hold: int, recover: int) -> "go.Figure":
    """Draw how likely each day is good, after a good Monday and after a bad one.

    Parameters
    ----------
    hold, recover : int
        How likely a day is good after a good one, and after a bad one, percent.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    good, bad = _weeks(hold, recover)
    places = list(range(len(DAYS)))
    points: dict[str, Any] = {"mode": "lines+markers", "marker": {"size": 10}}
    return go.Figure(
        data=[
            curve("after a good Monday", places, [100 * p for p in good], "blue", **points),
            curve("after a bad Monday", places, [100 * p for p in bad], "orange", "dash", **points),
        ],
        layout=layout(
            f"On Friday {_points(good[-1] - bad[-1])} of Monday's difference are left",
            420,
            2,
            xaxis=axis("day", -0.3, 4.6, tickvals=places, ticktext=list(DAYS)),
            yaxis=axis("chance of a good day, %", -4, 106),
            annotations=[
                text(4, 100 * share, f" {percent(share)}", xanchor="left", yshift=shift)
                for share, shift in ((good[-1], 9), (bad[-1], -9))
            ],
        ),
    )


def describe(hold: int, recover: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    hold, recover : int
        As for `carry_over`.

    Returns
    -------
    str
        A few sentences.
    """
    good, bad = _weeks(hold, recover)
    carried = model.persistence(hold / 100, recover / 100)
    after = [
        f"{day} {percent(one)} and {percent(other)}"
        for day, one, other in zip(DAYS[1:], good[1:], bad[1:], strict=True)
    ]
    lasting = model.long_run(hold / 100, recover / 100)
    end = (
        "Monday is never forgotten."
        if lasting is None
        else (f"Without end both come to {percent(lasting)}.")
    )
    return (
        f"A day is good with {hold} % after a good one, and with {recover} % after a bad one. "
        f"After a good and after a bad Monday the chances of a good day are: {'; '.join(after)}. "
        f"Each day {percent(carried)} of the difference is left; on Friday "
        f"{_points(good[-1] - bad[-1])} of 100. {end}"
    )


def _weeks(hold: int, recover: int) -> tuple[list[float], list[float]]:
    """Return the week after a good Monday, and after a bad one."""
    good, bad = (model.carry_over(first, hold / 100, recover / 100, len(DAYS)) for first in (1, 0))
    return good, bad


def _points(share: float) -> str:
    return counted(round(100 * share, 1), "point")
