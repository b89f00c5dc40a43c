"""Voting power: the share of votes of each member beside the share of decisions it makes."""

from typing import TYPE_CHECKING, NamedTuple

from parley.figures.pieces import axis, bars, layout, percent
from parley.models.voting_power import banzhaf, shapley_shubik

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "voting_power"]


class _Kind(NamedTuple):
    """Members of like weight."""

    name: str
    many: int
    weight: int


class _Body(NamedTuple):
    """A body that votes, with its rule."""

    name: str
    quota: int
    kinds: tuple[_Kind, ...]
    note: str = ""


BODIES = (
    # Charter of the United Nations, article 27(3), since 1965: nine votes of fifteen, with those
    # of the five permanent members.  Abstention, which practice allows, is left out.
    _Body(
        "the Security Council",
        39,
        (_Kind("permanent member", 5, 7), _Kind("elected member", 10, 1)),
        " In fact each has one vote; the weights say the same as the veto.",
    ),
    # Treaty establishing the European Economic Community (1957), article 148(2).
    _Body(
        "the EEC Council of 1958",
        12,
        (_Kind("large state", 3, 4), _Kind("middle state", 2, 2), _Kind("Luxembourg", 1, 1)),
    ),
    _Body(
        "an invented pact of five",
        8,
        tuple(
            _Kind(f"state {letter}", 1, n)
            for letter, n in zip("ABCDE", (5, 4, 3, 2, 1), strict=True)
        ),
    ),
)
"""What votes, by its rule; a slider chooses among them."""
_LOOKS = (
    ("share of the weights", "grey", ""),
    ("Shapley and Shubik", "blue", "/"),
    ("Banzhaf", "orange", "x"),
)


def voting_power(body: int, shift: int) -> "go.Figure":
    """Draw weight and power of one member of each kind.

    Parameters
    ----------
    body : int
        The place in `BODIES`.
    shift : int
        How much more weight than by the rule is needed; less is below 0.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    kinds = BODIES[body].kinds
    rows = list(range(len(kinds)))
    hover = {"orientation": "h", "hovertemplate": "%{x} %<extra>%{fullData.name}</extra>"}
    columns = zip(*_shares(body, shift), strict=True)
    return go.Figure(
        data=[
            bars(name, [round(100 * share, 4) for share in shares], rows, color, pattern, **hover)
            for (name, color, pattern), shares in zip(_LOOKS, columns, strict=True)
        ],
        layout=layout(
            _title(body, shift),
            470,
            2,
            left=150,
            xaxis=axis("share of each member, %", 0, 106 * max(map(max, _shares(body, shift)))),
            yaxis={
                **{"range": [len(kinds) - 0.4, -0.6], "showgrid": False, "ticks": ""},
                **{"tickvals": rows, "ticktext": [_row(kind) for kind in kinds]},
            },
            barmode="group",
        ),
    )


def describe(body: int, shift: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    body, shift : int
        As for `voting_power`.

    Returns
    -------
    str
        A few sentences.
    """
    found, shares = BODIES[body], _shares(body, shift)
    total = sum(kind.many * kind.weight for kind in found.kinds)
    parts = [
        f"{kind.name}: {percent(weight)} of the weights, {percent(shapley)} of the power by "
        f"Shapley and Shubik, {percent(swings)} by Banzhaf"
        for kind, (weight, shapley, swings) in zip(found.kinds, shares, strict=True)
    ]
    rule = "as by its rule" if not shift else f"by its rule {found.quota}"
    weak = [kind.name for kind, one in zip(found.kinds, shares, strict=True) if not one[1]]
    none = f" Without any power: {', '.join(weak)}." if weak else ""
    return (
        f"In {found.name}, a motion needs a weight of {found.quota + shift} of {total}, {rule}."
        f"{found.note} Each member has: {'; '.join(parts)}.{none}"
    )


def _shares(body: int, shift: int) -> list[tuple[float, float, float]]:
    """Return weight and both kinds of power of one member of each kind."""
    found = BODIES[body]
    weights = [kind.weight for kind in found.kinds for _ in range(kind.many)]
    quota, total = found.quota + shift, sum(weights)
    first = [weights.index(kind.weight) for kind in found.kinds]
    shapley, swings = shapley_shubik(quota, weights), banzhaf(quota, weights)
    return [(weights[n] / total, float(shapley[n]), float(swings[n])) for n in first]


def _row(kind: _Kind) -> str:
    many = f"{kind.many}, each with " if kind.many > 1 else ""
    return f"{kind.name}<br>({many}{kind.weight})"


def _title(body: int, shift: int) -> str:
    found, power = BODIES[body], percent(_shares(body, shift)[0][1])
    first = found.kinds[0]
    whom = f"each {first.name}" if first.many > 1 else first.name
    return f"Quota {found.quota + shift}: {power} of the power for {whom}"
