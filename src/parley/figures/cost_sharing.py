"""Cost sharing: what four partners pay for one runway, by four rules."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from parley.figures.pieces import axis, bars, layout, number
from parley.figures.template import OKABE_ITO
from parley.models.cost_sharing import in_core, nucleolus, shapley

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["cost_sharing", "describe"]

_PARTNERS = ("liaison", "transport", "patrol", "tanker")
_LOOKS = (
    ("by pieces used (Shapley)", "blue", ""),
    ("least gain greatest (nucleolus)", "orange", "/"),
    ("by own cost", "green", "x"),
    ("equal parts", "grey", "."),
)


def cost_sharing(liaison: int, transport: int, patrol: int, tanker: int) -> "go.Figure":
    """Draw what each partner pays by each rule, and what a runway of its own would cost.

    Parameters
    ----------
    liaison, transport, patrol, tanker : int
        What a runway for each partner's aircraft alone would cost, in millions.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    costs = (liaison, transport, patrol, tanker)
    rows = [0, 1, 2, 3]
    hover: dict[str, Any] = {"orientation": "h"}
    hover["hovertemplate"] = "%{x} million<extra>%{fullData.name}</extra>"
    return go.Figure(
        data=[
            *(
                bars(name, [round(float(one), 4) for one in shares], rows, color, pattern, **hover)
                for (name, color, pattern), shares in zip(_LOOKS, _rules(costs), strict=True)
            ),
            _alone(costs),
        ],
        layout=layout(
            _title(costs),
            560,
            4,
            left=90,
            xaxis=axis("cost, millions", 0, 1.06 * max(costs)),
            yaxis={
                **{"range": [3.6, -0.6], "showgrid": False, "ticks": ""},
                **{"tickvals": rows, "ticktext": list(_PARTNERS)},
            },
            barmode="group",
        ),
    )


def describe(liaison: int, transport: int, patrol: int, tanker: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    liaison, transport, patrol, tanker : int
        As for `cost_sharing`.

    Returns
    -------
    str
        A few sentences.
    """
    costs = (liaison, transport, patrol, tanker)
    rules = _rules(costs)
    away = [
        name for (name, *_), shares in zip(_LOOKS, rules, strict=True) if not in_core(costs, shares)
    ]
    core = (
        f"By {' and by '.join(_plain(name) for name in away)}, a group would do better with a "
        "runway of its own."
        if away
        else "By no rule would a group do better with a runway of its own."
    )
    return (
        f"A runway for each alone would cost {_list(costs)} millions ({', '.join(_PARTNERS)}). One "
        f"runway for all costs {max(costs)}. By the pieces that each uses they pay "
        f"{_list(rules[0])}; by the nucleolus {_list(rules[1])}; by own cost {_list(rules[2])}; in "
        f"equal parts {_list(rules[3])}. {core}"
    )


def _rules(costs: Sequence[int]) -> tuple[Sequence[Fraction], ...]:
    whole = max(costs)
    own = [Fraction(whole * cost, sum(costs)) for cost in costs]
    return shapley(costs), nucleolus(costs), own, [Fraction(whole, len(costs))] * len(costs)


def _plain(name: str) -> str:
    return name.removeprefix("by ")


def _list(values: Sequence[Fraction | int]) -> str:
    *first, last = (number(float(value)) for value in values)
    return f"{', '.join(first)} and {last}"


def _alone(costs: Sequence[int]) -> dict[str, Any]:
    """Mark what each would pay for a runway of its own: more than that nobody pays freely."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "a runway of its own",
        "x": list(costs),
        "y": [0, 1, 2, 3],
        "marker": {
            "symbol": "line-ns",
            "size": 40,
            "line": {"width": 3, "color": OKABE_ITO["vermilion"]},
        },
        "hovertemplate": "%{x} million<extra>a runway of its own</extra>",
    }


def _title(costs: Sequence[int]) -> str:
    return f"One runway for {max(costs)} millions, by use: {_list(shapley(costs))}"
