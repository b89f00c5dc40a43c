"""An agreement that both may break: how much patience keeps it, and when breaking falls behind."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, beside, curve, layout, mark, number, percent, text, upright
from parley.models.repeated_game import Payoffs

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "repeated_game"]

SUCKER = 0
"""What it is worth to keep the agreement alone, in points: the others are counted from it."""
LONGEST = 20
_UPPER, _LOWER = [0.6, 1], [0, 0.42]


def repeated_game(
    temptation: float, reward: float, punishment: float, patience: float
) -> "go.Figure":
    """Draw the worth of keeping and breaking against patience, and beneath it round by round.

    Parameters
    ----------
    temptation, reward, punishment : float
        What a round is worth if one breaks the agreement alone, both keep it, both break it; in
        points, where to keep it alone is worth 0.
    patience : float
        What a payoff keeps of its worth one round later, percent.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    game = Payoffs(temptation, reward, punishment, SUCKER)
    limit, highest = 100 * game.threshold, max(map(max, game.totals(patience / 100, LONGEST)))
    room = 0.08 * temptation
    return go.Figure(
        data=[*_averages(game), *_totals(game, patience / 100)],
        layout=layout(
            _title(game, patience),
            560,
            2,
            xaxis=axis("patience, %", -1, 101, anchor="y"),
            yaxis=axis("points a round", -room, temptation + room, domain=_UPPER),
            xaxis2=axis("rounds played", 0, LONGEST + 1, anchor="y2"),
            yaxis2=axis("points so far", 0, 1.08 * highest, domain=_LOWER),
            shapes=[
                upright(limit, "green", y0=_UPPER[0]),
                upright(patience, "grey", "dash", y0=_UPPER[0]),
            ],
            annotations=_notes(game, patience),
        ),
    )


def describe(temptation: float, reward: float, punishment: float, patience: float) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    temptation, reward, punishment, patience : float
        As for `repeated_game`.

    Returns
    -------
    str
        A few sentences.
    """
    game = Payoffs(temptation, reward, punishment, SUCKER)
    kept, broken = game.totals(patience / 100, LONGEST)
    ahead = [n for n in range(LONGEST) if kept[n] > broken[n] + 1e-9]
    when = (
        f"Keeping is ahead from round {ahead[0] + 1} on."
        if ahead
        else f"Keeping does not come ahead within {LONGEST} rounds."
    )
    verdict = "keeping pays" if _pays(game, patience) else "breaking pays"
    return (
        f"A round is worth {number(reward)} points if both keep the agreement, "
        f"{number(temptation)} to who breaks it alone, {number(punishment)} if both break it. "
        f"Once it is broken, it is never kept again. Keeping pays if patience is at least "
        f"{percent(game.threshold)}, the threshold. Patience is {patience:g} %: breaking is worth "
        f"{number(game.breaking(patience / 100))} points a round on average, so {verdict}. {when}"
    )


def _pays(game: Payoffs, patience: float) -> bool:
    return patience / 100 >= game.threshold - 1e-9


def _title(game: Payoffs, patience: float) -> str:
    verdict = "keeping pays" if _pays(game, patience) else "breaking pays"
    return f"Patience {patience:g} %, threshold {percent(game.threshold)}: {verdict}"


def _averages(game: Payoffs) -> list[dict[str, Any]]:
    ends = [game.breaking(0), game.breaking(0.99)]
    kept = [game.reward] * 2
    return [
        curve("both keep it", [0, 99], kept, "blue", **_worth("both keep it")),
        curve("one breaks it", [0, 99], ends, "vermilion", "dash", **_worth("one breaks it")),
        mark("threshold", 100 * game.threshold, game.reward, "diamond", "green", 14),
    ]


def _totals(game: Payoffs, patience: float) -> list[dict[str, Any]]:
    rounds = range(1, LONGEST + 1)
    kept, broken = game.totals(patience, LONGEST)
    look: dict[str, Any] = {"xaxis": "x2", "yaxis": "y2", "mode": "lines+markers"}
    look |= {"showlegend": False, "hovertemplate": "after round %{x}: %{y} points<extra></extra>"}
    return [
        curve("both keep it", rounds, kept, "blue", **look),
        curve("one breaks it", rounds, broken, "vermilion", "dash", **look),
    ]


def _worth(name: str) -> dict[str, str]:
    return {"hovertemplate": "patience %{x} %: %{y} points a round<extra>" + name + "</extra>"}


def _notes(game: Payoffs, patience: float) -> list[dict[str, Any]]:
    limit = 100 * game.threshold
    foot: dict[str, Any] = {"yref": "paper", "yanchor": "bottom"}
    words = f"threshold: {percent(game.threshold)}"
    return [
        text(limit, _UPPER[0], words, **foot, **beside(limit)),
        text(0, _LOWER[1], f"with patience {patience:g} %:", **foot, xref="paper", xanchor="left"),
    ]
