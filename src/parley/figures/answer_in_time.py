"""How likely it is that two worried sides act before an answer arrives."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, counted, curve, layout, mark, percent, upright
from parley.models.answer_in_time import HOURS, answer_after, race

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["answer_in_time", "describe"]

_CLOCK = [hours / 2 for hours in range(2 * HOURS + 1)]


def answer_in_time(way: float, decide: float, step: int, silent: int) -> "go.Figure":
    """Draw the probabilities that neither side, one side or both have acted, hour by hour.

    Parameters
    ----------
    way, decide : float
        Hours for the way in one direction, and hours until the other side answers.
    step, silent : int
        Per cent: a side acts in an hour without an answer; nobody answers at all.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    answer = answer_after(way, decide)
    found = [race(hour, answer, step / 100, silent / 100) for hour in _CLOCK]
    end = found[-1]
    lines = (
        ("neither has acted", "neither", "blue", "solid"),
        ("one has acted", "one", "orange", "dash"),
        ("both have acted", "both", "vermilion", "dot"),
    )
    marks = [mark("after a day", HOURS, 100 * end.both, "star", "vermilion", 16)]
    return go.Figure(
        data=[
            *(
                curve(name, _CLOCK, [100 * getattr(at, part) for at in found], color, dash)
                for name, part, color, dash in lines
            ),
            *marks,
        ],
        layout=layout(
            f"{_when(answer)}: after a day both have acted with {percent(end.both)}",
            440,
            xaxis=axis("hours since the accident", 0, HOURS, dtick=3),
            yaxis=axis("probability, per cent", 0, 100),
            shapes=[upright(answer)] if answer <= HOURS else [],
        ),
    )


def describe(way: float, decide: float, step: int, silent: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    way, decide, step, silent : int or float
        As for `answer_in_time`.

    Returns
    -------
    str
        A few sentences.
    """
    answer = answer_after(way, decide)
    end = race(HOURS, answer, step / 100, silent / 100)
    fastest = race(HOURS, answer_after(0, decide), step / 100, silent / 100)
    comes = f"the dotted upright line, if anybody answers: {percent(1 - silent / 100)}"
    when = f"The answer comes after {counted(answer, 'hour')}, {comes}."
    late = f"The answer needs {counted(answer, 'hour')}, and the day is over before."
    return (
        f"{when if answer <= HOURS else late} After {HOURS} hours neither side has acted with "
        f"{percent(end.neither)}, one with {percent(end.one)} and both with {percent(end.both)}. "
        f"If a message took no time on the way, neither would have acted with "
        f"{percent(fastest.neither)}. The numbers are assumptions for teaching."
    )


def _when(answer: float) -> str:
    if answer > HOURS:
        return "No answer within a day"
    return f"An answer after {counted(answer, 'hour')}"
