"""One target beside a market: the deaths to be expected hour by hour, and the rule that stops."""

from typing import TYPE_CHECKING

from parley.figures.pieces import area, axis, bars, beside, layout, level, mark, text, upright
from parley.models.attack_hour import FIRST, LAST, TARGET, WEAPON
from parley.models.attack_hour import attack_hour as model

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["attack_hour", "describe"]

_WEAPONS = tuple(WEAPON)
_TOP = 56
_ENDS = {
    "distinction": "Stop: civilians are never the target",
    "gone": "Stop: what is left there is no military objective",
    "proportionality": "Stop: by your own measure the harm is excessive",
    "verify": "Hold: the target is not verified",
    "hour": "Hold: another hour spares civilians",
    "free": "It may go: no rule stops it",
}
_WHY = {
    "distinction": "Articles 48 and 51(2) forbid this attack at every hour and with every bomb.",
    "gone": "Article 52(2) asks for a military advantage in the circumstances of that hour.",
    "proportionality": "Article 51(5)(b) compares the expected harm with the concrete and direct "
    "military advantage; the number is your judgement, and you must be able to defend it.",
    "verify": "Article 57(2) asks for all that is feasible to verify the target, before the "
    "attack.",
    "hour": "Article 57(2) asks for all feasible precautions, also where the harm is not "
    "excessive.",
    "free": "Article 52(2) allows an attack on a verified military objective where the other "
    "rules are kept. If the plan or the facts change, begin again.",
}


def attack_hour(target: int, weapon: int, hour: int, leaves: int, most: int) -> "go.Figure":
    """Draw the deaths to be expected at each hour, and your measure.

    Parameters
    ----------
    target, weapon : int
        Places in `TARGET` and among the weapons of the model.
    hour, leaves : int
        When the attack comes, and when the target leaves.
    most : int
        The most civilian deaths that you hold not to be excessive.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = model(TARGET[target], _WEAPONS[weapon], hour, leaves, most)
    gone = [(leaves - 0.5, 0), (leaves - 0.5, _TOP), (LAST + 0.6, _TOP), (LAST + 0.6, 0)]
    aside = {"xanchor": "left", "xshift": 4} if leaves < LAST - 3 else beside(LAST, FIRST, LAST)
    return go.Figure(
        data=[
            bars("civilian deaths expected", range(FIRST, LAST + 1), found.expected, "blue", "/"),
            mark("your attack", hour, found.here, "star", "orange", 18),
        ],
        layout=layout(
            _ENDS[found.rule],
            440,
            1,
            xaxis=axis("hour of the day", FIRST - 0.6, LAST + 0.6, dtick=1),
            yaxis=axis("civilian deaths to be expected", 0, _TOP),
            shapes=[area(gone, "grey"), upright(leaves - 0.5), level(most, "vermilion", "dash")],
            annotations=[
                text(leaves - 0.5, _TOP - 4, "the target is gone", **aside),
                text(LAST + 0.5, most, "your measure", xanchor="right", yanchor="bottom"),
            ],
        ),
    )


def describe(target: int, weapon: int, hour: int, leaves: int, most: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    target, weapon, hour, leaves, most : int
        As for `attack_hour`.

    Returns
    -------
    str
        A few sentences.
    """
    found = model(TARGET[target], _WEAPONS[weapon], hour, leaves, most)
    fewest = found.expected[found.best - FIRST]
    here = f"At {hour} o'clock {found.here} civilian deaths must be expected"
    return (
        f"{here}; before the target leaves at {leaves}, the fewest are {fewest}, at "
        f"{found.best} o'clock. You would call more than {most} excessive. "
        f"{_ENDS[found.rule]}. {_WHY[found.rule]}"
    )
