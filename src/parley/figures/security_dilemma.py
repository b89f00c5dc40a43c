"""The security dilemma: how much trust it takes to stay unarmed, and in which of four worlds."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, curve, layout, mark, number, percent, text, upright
from parley.figures.template import OKABE_ITO
from parley.models.security_dilemma import Dilemma, told, world

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "security_dilemma"]

REWARD, PUNISHMENT = 3, 1
"""What both have if none arms, and if both do; both losses are counted from these."""
RELIABILITY = 0.9
"""How often a look at arms tells the aim, where it can be told: an assumption for teaching."""

_UPPER, _LOWER = [0.53, 1], [0, 0.34]
_CELLS = {  # offence, told apart: what stands in the cell
    (False, False): "2. Security dilemma, but<br>security for both is possible",
    (True, False): "1. Doubly dangerous",
    (False, True): "4. Doubly stable",
    (True, True): "3. No security dilemma,<br>but aggression is possible",
}


def security_dilemma(betrayed: float, wasted: float, trust: float, apart: bool) -> "go.Figure":
    """Draw the worth of arming and of not arming against trust, and the four worlds beneath.

    Parameters
    ----------
    betrayed : float
        The loss of who trusts a neighbour that arms (punishment less sucker), in points.
    wasted : float
        The loss of who arms beside a neighbour that does not (reward less temptation), in points.
    trust : float
        The probability that the neighbour wants only security, percent.
    apart : bool
        Whether arms for attack can be told from arms for defence.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    game = _game(betrayed, wasted)
    after = _after(trust / 100, apart)
    names = "not arming", "arming"
    traces = [
        curve(names[0], [0, 100], [game.unarmed(0), game.unarmed(1)], "blue", **_hover(names[0])),
        curve(
            names[1],
            [0, 100],
            [game.armed(0), game.armed(1)],
            "vermilion",
            "dash",
            **_hover(names[1]),
        ),
        mark("threshold", 100 * game.threshold, game.armed(game.threshold), "diamond", "green", 14),
        _best(game, trust / 100, "your trust", "circle-open"),
        *([_best(game, after, "after a look at their arms", "star")] if apart else []),
        _here(game.threshold, apart),
    ]
    return go.Figure(
        data=traces,
        layout=layout(
            _title(game, after),
            600,
            3,
            left=90,
            **_axes(game),
            shapes=[upright(100 * game.threshold, "green", y0=_UPPER[0]), *map(_cell, _CELLS)],
            annotations=[*_notes(game), *map(_name, _CELLS)],
        ),
    )


def describe(betrayed: float, wasted: float, trust: float, apart: bool) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    betrayed, wasted, trust, apart
        As for `security_dilemma`.

    Returns
    -------
    str
        A few sentences.
    """
    game = _game(betrayed, wasted)
    after = _after(trust / 100, apart)
    look = (
        f" Arms can be told apart: the neighbour has shown arms for defence, and your trust goes "
        f"to {percent(after)}."
        if apart
        else " Arms for attack and for defence look alike, so a look at them tells nothing."
    )
    return (
        f"If you trust and they arm, you lose {number(betrayed)}; if you arm and they do not, you "
        f"lose {number(wasted)}. Not arming is worth more when trust is above "
        f"{percent(game.threshold)}, the threshold. Your trust is {trust:g} %.{look} "
        f"Arming is worth {number(game.armed(after))}, not arming {number(game.unarmed(after))}: "
        f"{_verdict(game, after)}. {_world(game, apart)}"
    )


def _game(betrayed: float, wasted: float) -> Dilemma:
    return Dilemma(REWARD, REWARD - wasted, PUNISHMENT, PUNISHMENT - betrayed)


def _after(trust: float, apart: bool) -> float:
    return told(trust, RELIABILITY if apart else 0.5)


def _verdict(game: Dilemma, trust: float) -> str:
    if abs(trust - game.threshold) < 1e-9:
        return "both are worth the same"
    return "do not arm" if trust > game.threshold else "arm"


def _title(game: Dilemma, trust: float) -> str:
    trusts = f"Trust {percent(trust)}, threshold {percent(game.threshold)}"
    return f"{trusts}: {_verdict(game, trust)}"


def _border(game: Dilemma) -> bool:
    return abs(game.threshold - 0.5) < 1e-9


def _world(game: Dilemma, apart: bool) -> str:
    if _border(game):
        pair = [world(offence, apart).number for offence in (True, False)]
        return (
            f"Neither offence nor defence has the advantage: this is the border between Jervis's "
            f"worlds {min(pair)} and {max(pair)}."
        )
    offence = game.threshold > 0.5
    found = world(offence, apart)
    who = "Offence" if offence else "Defence"
    return f"{who} has the advantage: this is Jervis's world {found.number}, {found.name}."


def _hover(name: str) -> dict[str, str]:
    return {"hovertemplate": "trust %{x} %: %{y} points<extra>" + name + "</extra>"}


def _best(game: Dilemma, trust: float, name: str, symbol: str) -> dict[str, Any]:
    worth = max(game.armed(trust), game.unarmed(trust))
    return mark(name, 100 * trust, worth, symbol, "purple", 17, **_hover(name))


def _here(threshold: float, apart: bool) -> dict[str, Any]:
    where = {
        "xaxis": "x2",
        "yaxis": "y2",
        "showlegend": False,
        "hovertemplate": "you are here<extra></extra>",
    }
    return mark("you are here", 100 * threshold, 0.24 + apart, "diamond", "green", 14, **where)


def _axes(game: Dilemma) -> dict[str, Any]:
    low = min(game.sucker, game.temptation)
    room = (REWARD - low) * 0.08
    rows = ["Arms<br>look alike", "Can be<br>told apart"]
    return {
        "xaxis": axis("trust, %", -1, 101),
        "yaxis": axis("expected worth, points", low - room, REWARD + room, domain=_UPPER),
        "xaxis2": axis("the threshold, %", -1, 101, anchor="y2"),
        "yaxis2": {
            "domain": _LOWER,
            "range": [0, 2],
            "showgrid": False,
            "ticks": "",
            "tickvals": [0.5, 1.5],
            "ticktext": rows,
            "anchor": "x2",
        },
    }


def _cell(cell: tuple[bool, bool]) -> dict[str, Any]:
    offence, apart = cell
    return {
        "type": "rect",
        "xref": "x2",
        "yref": "y2",
        "x0": 50 * offence,
        "x1": 50 * offence + 50,
        "y0": int(apart),
        "y1": apart + 1,
        "layer": "below",
        "line": {"color": OKABE_ITO["grey"], "width": 1},
    }


def _name(cell: tuple[bool, bool]) -> dict[str, Any]:
    offence, apart = cell
    return text(50 * offence + 25, apart + 0.96, _CELLS[cell], xref="x2", yref="y2", yanchor="top")


def _notes(game: Dilemma) -> list[dict[str, Any]]:
    low = game.threshold < 0.5
    beside = {"xanchor": "left", "xshift": 6} if low else {"xanchor": "right", "xshift": -6}
    threshold = f"threshold: {percent(game.threshold)}"
    heads = {"xref": "x2", "yref": "paper", "yanchor": "bottom"}
    return [
        text(100 * game.threshold, _UPPER[0], threshold, yref="paper", yanchor="bottom", **beside),
        text(25, _LOWER[1], "defence has the advantage", **heads),
        text(75, _LOWER[1], "offence has the advantage", **heads),
    ]
