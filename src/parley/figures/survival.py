"""How long peace lasts, with and without peacekeepers, and how much of it one has seen."""

from math import log
from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, curve, layout, mark, number, percent, text, upright
from parley.figures.template import OKABE_ITO
from parley.models.survival import Spell, hazard, kaplan_meier, lasting, risk_under

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "made", "survival"]

MANY = 20
"""How many spells of peace are seen in each group."""
HORIZON = 10
"""The years over which the risk is stated."""
LONGEST = 20
_STRIDE = 7  # mixes short and long spells among early and late ones
_LOOKS = (
    ("without peacekeepers", "vermilion", "solid", "circle"),
    ("with peacekeepers", "blue", "dash", "square"),
)


def made(rate: float, years: float) -> list[Spell]:
    """Make spells of a constant hazard, and look at them for some years.

    Peace begins at different times: the first spell when one begins to look, the last half way.

    Parameters
    ----------
    rate : float
        Ends a year, above 0.
    years : float
        How long one looks.

    Returns
    -------
    list of Spell
        Times in years.

    Examples
    --------
    >>> sum(spell.ended for spell in made(0.05, 10))
    6
    """
    spells = []
    for place in range(MANY):
        lasts = -log(1 - (place + 0.5) / MANY) / rate
        seen = years - years / 2 * (place * _STRIDE % MANY) / (MANY - 1)
        spells.append(Spell(min(lasts, seen), lasts <= seen))
    return spells


def survival(risk: float, ratio: float, years: int, at: int) -> "go.Figure":
    """Draw the share of spells that last, true and estimated, of both groups.

    Parameters
    ----------
    risk : float
        The probability that war returns within ten years without peacekeepers, percent.
    ratio : float
        The hazard with peacekeepers, in percent of the hazard without.
    years : int
        How long one looks.
    at : int
        The year to read.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    risks = _risks(risk, ratio)
    read = min(at, years)
    return go.Figure(
        data=[
            trace
            for look, one in zip(_LOOKS, risks, strict=True)
            for trace in _traces(look, one, years, read)
        ],
        layout=layout(
            _title(risk, ratio),
            500,
            4,
            xaxis=axis("years of peace", -0.2, LONGEST + 0.2),
            yaxis=axis("share that lasts longer, %", 0, 103),
            shapes=[upright(read, "grey", "dash")],
            annotations=[text(read, 0, f"year {read}", yanchor="bottom", **_side(read))],
        ),
    )


def describe(risk: float, ratio: float, years: int, at: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    risk, ratio, years, at : float
        As for `survival`.

    Returns
    -------
    str
        A few sentences.
    """
    before, after = _risks(risk, ratio)
    read = min(at, years)
    spells = [made(hazard(one, HORIZON), years) for one in (before, after)]
    shares = [percent(lasting(kaplan_meier(group), read)) for group in spells]
    ends = [sum(spell.ended for spell in group) for group in spells]
    return (
        f"The spells are made by a formula. Without peacekeepers war returns within {HORIZON} "
        f"years with probability {percent(before)}; with them the hazard is {_against(ratio)}, a "
        f"ratio of {number(ratio / 100)}, and the probability {percent(after)}. One looks for "
        f"{years} years at {MANY} spells of each kind; {ends[0]} and {ends[1]} end in this time. "
        f"The estimate of Kaplan and Meier says that {shares[0]} without and {shares[1]} with "
        f"peacekeepers last longer than {read} years."
    )


def _risks(risk: float, ratio: float) -> tuple[float, float]:
    return risk / 100, risk_under(risk / 100, ratio / 100)


def _against(ratio: float) -> str:
    if ratio == 100:
        return "the same"
    return f"{abs(100 - ratio):g} % {'less' if ratio < 100 else 'more'}"


def _title(risk: float, ratio: float) -> str:
    before, after = _risks(risk, ratio)
    return f"War returns within {HORIZON} years: {percent(before)} without, {percent(after)} with"


def _traces(
    look: tuple[str, str, str, str], risk: float, years: int, read: int
) -> list[dict[str, Any]]:
    """Return the true curve, the steps of the estimate, and the spells that were last seen."""
    name, color, dash, symbol = look
    rate = hazard(risk, HORIZON)
    steps = kaplan_meier(made(rate, years))
    true = [100 * (1 - risk_under(risk, year / HORIZON)) for year in range(LONGEST + 1)]
    hover = {"hovertemplate": "year %{x}: %{y} %<extra>" + name + "</extra>"}
    times = [0.0, *(step.time for step in steps), float(years)]
    shares = [100.0, *(100 * step.lasting for step in steps)]
    shares.append(shares[-1])
    shape = {"shape": "hv", "color": OKABE_ITO[color], "dash": dash, "width": 2.5}
    estimate = curve(f"estimate {name}", times, shares, color, dash, **hover) | {"line": shape}
    thin = {"line": {"color": OKABE_ITO[color], "dash": "dot", "width": 1.5}}
    truth = curve("true shares", list(range(LONGEST + 1)), true, color, **hover) | thin
    now = 100 * lasting(steps, read)
    return [
        truth | {"showlegend": look == _LOOKS[0]},
        estimate,
        mark(f"{name}, year {read}", read, now, symbol, color, 12, **hover),
    ]


def _side(read: int) -> dict[str, Any]:
    left = read > LONGEST / 2
    return {"xanchor": "right", "xshift": -6} if left else {"xanchor": "left", "xshift": 6}
