"""Relief day by day: civilian relief, foreign soldiers, and the day when last resort ends."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from parley.figures.pieces import area, axis, beside, counted, curve, layout, level, number, text
from parley.figures.pieces import upright as line_at
from parley.models.relief_gap import FIRST, LAST_DAY, Relief
from parley.models.relief_gap import relief_gap as model

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "relief_gap"]


def relief_gap(growth: int, lift: int, arrive: int, leave: int) -> "go.Figure":
    """Draw what is met each day, with and without soldiers.

    Parameters
    ----------
    growth, lift : int
        How civilian relief grows each day, and what soldiers can do: percent of a day's need.
    arrive, leave : int
        The first day of their work, and the first day without them.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = model(growth, lift, arrive, leave)
    days = list(range(LAST_DAY + 1))
    both = [a + b for a, b in zip(found.civilian, found.soldiers, strict=True)]
    edge = [*zip(days, both, strict=True), (LAST_DAY, 100), (0, 100)]
    return go.Figure(
        data=[
            _steps(curve("civilian relief alone", days, list(found.civilian), "blue")),
            _steps(curve("with foreign soldiers", days, both, "vermilion", "dash")),
        ],
        layout=layout(
            f"Soldiers meet {number(found.helped)} of {counted(found.missing, 'missing day')}",
            440,
            2,
            xaxis=axis("day after the request", -0.3, LAST_DAY + 0.3),
            yaxis=axis("share of a day's need that is met, %", 0, 112),
            shapes=[
                area(_stairs(edge), "orange"),
                level(100),
                line_at(found.enough, "green", "dot"),
            ],
            annotations=[
                text(
                    found.enough,
                    6,
                    f"day {found.enough}: civilians<br>can do it alone",
                    align="left",
                    yanchor="bottom",
                    **beside(found.enough, 0, LAST_DAY),
                ),
                text(0.3, 106, "need of a day", xanchor="left"),
            ],
        ),
    )


def describe(growth: int, lift: int, arrive: int, leave: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    growth, lift, arrive, leave : int
        As for `relief_gap`.

    Returns
    -------
    str
        A few sentences.
    """
    found = model(growth, lift, arrive, leave)
    return (
        f"All numbers are teaching assumptions. Civilian relief begins at {FIRST} % of a day's "
        f"need and grows by {growth} points a day, so that it meets all of it from day "
        f"{found.enough}. Alone it leaves {counted(found.missing, 'whole day')} of need unmet. "
        f"{_soldiers(found, arrive, leave)}"
    )


def _soldiers(found: Relief, arrive: int, leave: int) -> str:
    if leave <= arrive:
        return "The soldiers would leave before they arrive, so they meet nothing."
    work = (
        f"Soldiers who work from day {arrive} and leave on day {leave} meet "
        f"{number(found.helped)} of them."
    )
    late = leave - max(arrive, found.enough)
    if late > 0:
        return f"{work} For {counted(late, 'day')} they do what civilians could do."
    gap = 100 - found.civilian[leave]
    rest = f"all but {gap} %" if gap else "all"
    return f"{work} On the day they leave, civilians meet {rest} of the need."


def _steps(line: dict[str, Any]) -> dict[str, Any]:
    """Let a line keep its height for a whole day."""
    return line | {"line": line["line"] | {"shape": "hv"}}


def _stairs(edge: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Follow the steps of the line, then go back along the need."""
    *steps, last, first = edge
    stairs = [steps[0]]
    for (_, before), here in zip(steps, steps[1:], strict=False):
        stairs += [(here[0], before), here]
    return [*stairs, last, first]
