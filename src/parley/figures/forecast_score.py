"""What a forecast costs on average, under a rule that rewards honesty and one that does not."""

from typing import TYPE_CHECKING

from parley.figures.pieces import axis, curve, layout, mark, number, upright
from parley.models.forecast_score import distance_score, square_score

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "forecast_score"]


def forecast_score(chance: int, said: int, base: int) -> "go.Figure":
    """Draw the average penalty against what the forecaster says.

    Parameters
    ----------
    chance : int
        The chance of the event as the forecaster believes it, percent.
    said : int
        What the forecaster says, percent.
    base : int
        The base rate, percent.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    places = list(range(0, 101, 5))
    square = [_points(place, chance) for place in places]
    plain = [100 * distance_score(place / 100, chance / 100) for place in places]
    hover = {"hovertemplate": "say %{x} %: %{y} points<extra>%{fullData.name}</extra>"}
    return go.Figure(
        data=[
            curve("the square counts (Brier)", places, square, "blue", **hover),
            curve("the distance counts", places, plain, "orange", "dash", **hover),
            mark("you", said, _points(said, chance), "circle", "purple", 15),
            mark("what you believe", chance, _points(chance, chance), "diamond", "green", 14),
            mark("the base rate", base, _points(base, chance), "square-open", "vermilion", 16),
        ],
        layout=layout(
            f"You believe {chance} % and say {said} %: {number(_points(said, chance))} points",
            480,
            3,
            xaxis=axis("probability that you say, %", -2, 102),
            yaxis=axis("points that you pay on average", -3, 103),
            shapes=[upright(chance, "green")],
        ),
    )


def describe(chance: int, said: int, base: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    chance, said, base : int
        As for `forecast_score`.

    Returns
    -------
    str
        A few sentences.
    """
    yours, rates, least = (_points(one, chance) for one in (said, base, chance))
    relation = "as much as" if yours == rates else "more than" if yours > rates else "less than"
    extreme = 100 if chance > 50 else 0
    plain = (
        f"the best would be to say {extreme} %, which you do not believe"
        if chance not in (0, 50, 100)
        else "every answer would cost the same"
        if chance == 50
        else f"the best would be to say {extreme} % too"
    )
    return (
        f"You believe that the event comes with {chance} %, and say {said} %. If the square of "
        f"the distance counts you pay {number(yours)} points on average, {relation} with the base "
        f"rate of {base} %, which costs {number(rates)}. The least is {number(least)}, for who "
        f"says {chance} %. If the plain distance counted, {plain}."
    )


def _points(said: int, chance: int) -> float:
    """Return the average penalty in points of 100, the same on every machine."""
    return round(100 * square_score(said / 100, chance / 100), 4)
