"""An arms race: two lines of balance, and where a race goes that begins beside them."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, counted, curve, layout, mark, number
from parley.models.richardson import Race

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "richardson"]

Pair = tuple[float, float]

GRIEVANCE_B = 0.1
"""What B adds a year in any case, in units of arms: an assumption for teaching."""
START = (1.0, 0.2)
"""The arms of A and of B at the beginning, in units."""
YEARS = 30
_LEAST, _MOST = 2.0, 20.0
"""Within these, the picture is as large as its point of rest asks for."""


def richardson(
    fear_a: float, fear_b: float, burden_a: float, burden_b: float, grievance: float
) -> "go.Figure":
    """Draw where each side is content with its arms, and the path of the race.

    Parameters
    ----------
    fear_a, fear_b : float
        What each side adds a year for each unit of the other's arms, in units.
    burden_a, burden_b : float
        What each side drops a year for each unit of its own arms, in units.
    grievance : float
        What A adds a year in any case, in units.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    race = Race(fear_a, fear_b, burden_a, burden_b, grievance, GRIEVANCE_B)
    top = _top(race)
    a_line, b_line = _balance(race, top)
    path = race.path(START, YEARS, limit=top)
    way: dict[str, Any] = {"mode": "lines+markers", "marker": {"symbol": "circle", "size": 6}}
    way |= _hover("the race")
    rest = race.rest if race.stable else None
    traces = [
        curve("A is content here", *_xy(a_line), "blue", **_hover("A is content")),
        curve("B is content here", *_xy(b_line), "orange", "dash", **_hover("B is content")),
        curve("the race, year by year", *_xy(path), "purple", "dot", **way),
        mark("the beginning", *START, "square", "purple", 13, **_hover("the beginning")),
        *([mark("at rest", *rest, "diamond", "green", 15, **_hover("at rest"))] if rest else []),
    ]
    return go.Figure(
        data=traces,
        layout=layout(
            _title(race),
            520,
            3,
            xaxis=axis("arms of A, units", -0.03 * top, top),
            yaxis=axis("arms of B, units", -0.03 * top, top),
        ),
    )


def describe(
    fear_a: float, fear_b: float, burden_a: float, burden_b: float, grievance: float
) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    fear_a, fear_b, burden_a, burden_b, grievance : float
        As for `richardson`.

    Returns
    -------
    str
        A few sentences.
    """
    race = Race(fear_a, fear_b, burden_a, burden_b, grievance, GRIEVANCE_B)
    burdens, fears = number(burden_a * burden_b), number(fear_a * fear_b)
    given = (
        f"Each year A adds {number(fear_a)} for each unit of B's arms, drops {number(burden_a)} "
        f"for each of its own, and adds {number(grievance)} in any case. B adds {number(fear_b)}, "
        f"drops {number(burden_b)}, and adds {number(GRIEVANCE_B)}. The race begins with "
        f"{counted(START[0], 'unit')} for A and {counted(START[1], 'unit')} for B."
    )
    products = f"The burdens multiply to {burdens}, the fears to {fears}"
    if race.stable and race.rest:
        a, b = map(number, race.rest)
        return (
            f"{given} {products}, less than that: the race comes to rest at {a} for A, {b} for B."
        )
    return f"{given} {products}, not less: the race has no rest, and arms grow without end."


def _title(race: Race) -> str:
    if race.stable and race.rest:
        return f"The race comes to rest: A {number(race.rest[0])}, B {number(race.rest[1])} units"
    return "The race does not come to rest: arms grow without end"


def _top(race: Race) -> float:
    """Return where both axes end."""
    wanted = 1.2 * max(race.rest) if race.stable and race.rest else 2 * _LEAST
    return min(_MOST, max(_LEAST, wanted))


def _balance(race: Race, top: float) -> tuple[list[Pair], list[Pair]]:
    """Return the ends of the two lines on which one side changes nothing."""
    a_line = [((race.fear_a * b + race.grievance_a) / race.burden_a, b) for b in (0.0, top)]
    b_line = [(a, (race.fear_b * a + race.grievance_b) / race.burden_b) for a in (0.0, top)]
    return a_line, b_line


def _xy(points: list[Pair]) -> tuple[list[float], list[float]]:
    return [a for a, _ in points], [b for _, b in points]


def _hover(name: str) -> dict[str, Any]:
    return {"hovertemplate": "A %{x}, B %{y} units<extra>" + name + "</extra>"}
