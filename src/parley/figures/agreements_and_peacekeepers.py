"""How long peace agreements held, with and without a provision, and how the answer moves."""

from functools import cache
from typing import TYPE_CHECKING, Any

from parley.analysis.evaluation import hazard_ratio
from parley.figures.pieces import axis, curve, layout, percent, upright
from parley.figures.series import rows, source
from parley.models.interrupted_series import Estimate
from parley.models.survival import Spell, Step, kaplan_meier, lasting

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["ALIKE", "PROVISIONS", "agreements_and_peacekeepers", "describe"]

SET = "peace-agreements"
PROVISIONS = {
    "peacekeeping": "peacekeepers",
    "ceasefire": "a ceasefire",
    "power_sharing": "a shared government",
    "commission": "a commission",
}
ALIKE = (
    ("nothing", ()),
    ("kind of agreement", ("type",)),
    ("kind and region", ("type", "region")),
    ("kind, region and year", ("type", "region", "year")),
    ("a ceasefire in the text", ("ceasefire",)),
    ("all of these, and the other provisions", ("type", "region", "year", *PROVISIONS)),
)
"""What is held alike, in words and as columns."""
HORIZON = 20


def agreements_and_peacekeepers(provision: int, alike: int, years: int) -> "go.Figure":
    """Draw the share of agreements that still hold, with and without a provision.

    Parameters
    ----------
    provision : int
        Place in `PROVISIONS`.
    alike : int
        Place in `ALIKE`.
    years : int
        After how many years one looks, 1 to 20.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    name = list(PROVISIONS.values())[provision]
    ratio = _ratio(provision, alike)
    return go.Figure(
        data=[
            _curve(f"with {name}", _steps(provision, 1), "blue", "solid"),
            _curve(f"without {name}", _steps(provision, 0), "vermilion", "dash"),
        ],
        layout=layout(
            f"Ratio of hazards {_two(ratio.value)}, range {_two(ratio.low)} to {_two(ratio.high)}",
            430,
            xaxis=axis("years since the signature", 0, HORIZON),
            yaxis=axis("agreements that still hold, %", 0, 102),
            shapes=[upright(years)],
        ),
    )


def describe(provision: int, alike: int, years: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    provision, alike, years : int
        As for `agreements_and_peacekeepers`.

    Returns
    -------
    str
        A few sentences.
    """
    column, name = list(PROVISIONS.items())[provision]
    counts = [sum(row[column] == has for row in _rows()) for has in (1, 0)]
    shares = [percent(lasting(_steps(provision, has), years)) for has in (1, 0)]
    ratio = _ratio(provision, alike)
    holds = "holds 1: the data cannot tell" if _open(ratio) else "does not hold 1"
    return (
        f"{counts[0]} agreements provide for {name}, {counts[1]} do not. {years} years after the "
        f"signature {shares[0]} of the first and {shares[1]} of the second still held (Kaplan and "
        f"Meier). Held alike: {ALIKE[alike][0]}. An agreement with {name} ended "
        f"{_two(ratio.value)} times as often, at any age (Cox); the range {_two(ratio.low)} to "
        f"{_two(ratio.high)} {holds}. A provision in a text is not a soldier on the ground, and "
        f"nobody drew lots for it. {source(SET)}"
    )


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    """Return the agreements whose end is known; five annexes have none."""
    return tuple(row for row in rows(SET) if row["years_observed"] is not None)


@cache
def _steps(provision: int, has: int) -> tuple[Step, ...]:
    column = list(PROVISIONS)[provision]
    here = [row for row in _rows() if row[column] == has]
    return tuple(kaplan_meier([Spell(row["years_observed"], bool(row["ended"])) for row in here]))


@cache
def _ratio(provision: int, alike: int) -> Estimate:
    column = list(PROVISIONS)[provision]
    held = [other for other in ALIKE[alike][1] if other != column]
    columns = [[float(row[column]) for row in _rows()]]
    for name in held:
        columns += _coded(name)
    return hazard_ratio(
        [row["years_observed"] for row in _rows()],
        [row["ended"] for row in _rows()],
        list(zip(*columns, strict=True)),
    )


def _coded(name: str) -> list[list[float]]:
    """Return a column as numbers; of words, one column for each but the first."""
    values = [row[name] for row in _rows()]
    if not isinstance(values[0], str):
        return [[float(value) for value in values]]
    return [[float(value == word) for value in values] for word in sorted(set(values))[1:]]


def _curve(name: str, steps: tuple[Step, ...], color: str, dash: str) -> dict[str, Any]:
    halves = [half / 2 for half in range(2 * HORIZON + 1)]
    shares = [round(100 * lasting(steps, year), 1) for year in halves]
    found = curve(name, halves, shares, color, dash)
    return found | {"line": found["line"] | {"shape": "hv"}}


def _open(ratio: Estimate) -> bool:
    return ratio.low <= 1 <= ratio.high


def _two(value: float) -> str:
    return f"{value:.2f}"
