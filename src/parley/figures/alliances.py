"""What share of states is bound by an alliance, and by a promise to defend."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, layout, percent, upright
from parley.figures.series import drawn, line, rows, source

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["alliances", "describe"]

SET = "alliances"
PROMISES = {
    "with_defence": "to defend",
    "with_consultation": "to consult",
    "with_neutrality": "to stay neutral",
    "with_nonaggression": "not to attack each other",
    "with_offence": "to join an attack",
}


def alliances(since: int, year: int) -> "go.Figure":
    """Draw the shares by year.

    Parameters
    ----------
    since : int
        The first year of the picture, 1816 to 1990.
    year : int
        The year to look at, 1816 to 2018.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    here = _row(year)
    allied, defended = percent(here["share_allied"]), percent(here["share_with_defence"])
    return go.Figure(
        data=[
            _share("in any alliance", "share_allied", since, "grey", "dash"),
            _share("with a promise to defend", "share_with_defence", since, "blue", "solid"),
        ],
        layout=layout(
            f"Allied states in {year}: {allied}, and {defended} with a promise to defend",
            420,
            xaxis=axis("year", since - 1, 2019),
            yaxis=axis("share of all states, %", 0, 102),
            shapes=[upright(max(year, since))],
        ),
    )


def describe(since: int, year: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    since, year : int
        As for `alliances`.

    Returns
    -------
    str
        A few sentences.
    """
    here = _row(year)
    kinds = ", ".join(f"{here[column]} {said}" for column, said in PROMISES.items())
    return (
        f"In {year}, {here['alliances']} alliances were in force: {kinds}; one may hold several "
        f"promises. Of {here['states']} states, {percent(here['share_allied'])} were in some "
        f"alliance and {percent(here['share_with_defence'])} in one that promises to defend. In "
        f"{since}, where the picture begins, it was {percent(_row(since)['share_with_defence'])}. "
        f"{source(SET)}"
    )


def _row(year: int) -> dict[str, Any]:
    return next(row for row in rows(SET) if row["year"] == year)


def _share(name: str, column: str, since: int, color: str, dash: str) -> dict[str, Any]:
    points = [(row["year"], 100 * row[column]) for row in rows(SET) if row["year"] >= since]
    return drawn(name, line(points), color, dash)
