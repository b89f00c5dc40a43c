"""The points that theory names in a set of outcomes, in one fixed convention.

- The disagreement point is stated: the reservation values, or zero.
- An outcome is individually rational if it gives both sides a gain of at least 0 over it.
- Nash: all individually rational outcomes with the largest product of gains.  Source: Nash (1950),
  *The Bargaining Problem*, Econometrica 18(2).
- Kalai–Smorodinsky: those with the largest least share of the ideal gains, an ideal gain being the
  largest that a side has in any individually rational outcome; where it is 0, the side has all of
  it.  Source: Kalai and Smorodinsky (1975), *Other Solutions to Nash's Bargaining Problem*,
  Econometrica 43(3), whose line is followed here on a finite set.
- Egalitarian: those with the largest least gain.  Source: Kalai (1977), *Proportional Solutions to
  Bargaining Situations*, Econometrica 45(7).
- Utilitarian: those with the largest sum of utilities.

All that attain the largest value are named, as distinct pairs of utilities.  On a finite set some
with the largest least gain or share may be beaten by another that is named beside them.
Where no outcome is individually rational there is no agreement, and no such point.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from parley.analysis.frontier import frontier, snapped
from parley.analysis.space import NEAR, Space, Values

Points = tuple[tuple[float, float], ...]
Pair = tuple[float, float]
Chosen = NDArray[np.bool_]

BLOCK = 1 << 15
"""How many outcomes are looked at at once: as many as fit the processor's cache."""

PLACES = 6
"""Utilities are given to so many decimal places."""

MANY = 1 << 20


@dataclass(frozen=True)
class Analysis:
    """What an analysis found; all points are (first side, second side), to six decimal places."""

    outcomes: int
    individually_rational: int
    disagreement: Pair
    pareto: Points
    nash: Points
    kalai_smorodinsky: Points
    egalitarian: Points
    utilitarian: Points
    agreement_possible: bool


def analyse(space: Space, disagreement: Pair | None = None) -> Analysis:
    """Return what theory says of a negotiation.

    Parameters
    ----------
    space : Space
        The outcomes.
    disagreement : (float, float), optional
        What each side has without agreement; the reservation values if not given.

    Returns
    -------
    Analysis
        The frontier of all outcomes, and the points that theory names.

    Examples
    --------
    >>> import numpy as np
    >>> pie = np.array([[0.0, 1.0, 2.0, 3.0, 4.0], [4.0, 3.0, 2.0, 1.0, 0.0]])
    >>> analyse(Space((pie,), (1.0, 0.0))).nash
    ((2.0, 2.0), (3.0, 1.0))
    """
    leave = space.reservation if disagreement is None else disagreement
    origin = np.array(leave, dtype=float)[:, None]
    pareto = frontier(space)
    near = space.near
    rational = (pareto[0] >= leave[0] - near) & (pareto[1] >= leave[1] - near)
    best = np.compress(rational, pareto, axis=1)
    gains = best - origin
    np.maximum(gains, 0.0, out=gains)
    looked = _look_at_all(space, origin, _Aims.of(gains, near))
    total, product = gains[0] + gains[1], gains[0] * gains[1]
    # A product is flat where it is largest: what a hundredth of ``near`` in a gain makes of it is
    # more than rounding does, and less than six places show.
    products = np.compress(_top(product, near / 100 * total), best, axis=1)
    sums = np.compress(_top(total, near), best, axis=1)
    return Analysis(
        outcomes=space.outcomes,
        individually_rational=looked.rational,
        disagreement=(round(float(leave[0]), PLACES), round(float(leave[1]), PLACES)),
        pareto=_points(pareto),
        nash=_at(looked.nash, origin, near) if looked.nash else _points(products),
        kalai_smorodinsky=_at(looked.shares, origin, near),
        egalitarian=_at(looked.least, origin, near),
        utilitarian=_points(sums),
        agreement_possible=looked.rational > 0,
    )


@dataclass(frozen=True)
class _Aims:
    """The values that the named outcomes attain; all of them are attained on the frontier.

    A share of an ideal gain is ``gain * scale + offset``: where the ideal is 0, always 1.
    """

    least: float
    share: float
    scale: Pair
    offset: Pair
    any_product: bool

    @staticmethod
    def of(gains: Values, near: float) -> "_Aims | None":
        """Return the aims from the gains on the frontier, or None if there is no agreement."""
        if not gains.size:
            return None
        ideal = gains.max(axis=1)
        scale = tuple(1 / float(best) if best > near else 0.0 for best in ideal)
        offset = tuple(0.0 if best > near else 1.0 for best in ideal)
        shares = (g * s + o for g, s, o in zip(gains, scale, offset, strict=True))
        return _Aims(
            least=float(np.minimum(*gains).max()),
            share=float(np.minimum(*shares).max()),
            scale=(scale[0], scale[1]),
            offset=(offset[0], offset[1]),
            any_product=not ((gains[0] > near) & (gains[1] > near)).any(),
        )


@dataclass
class _Looked:
    """What a look at every outcome found: how many are rational, and the gains of those named."""

    rational: int = 0
    least: list[Values] = field(default_factory=list)
    shares: list[Values] = field(default_factory=list)
    nash: list[Values] = field(default_factory=list)


def _look_at_all(space: Space, origin: Values, aims: _Aims | None) -> _Looked:
    """Look at every outcome once, block by block.

    The frontier alone would not do: the count is of all outcomes, and an outcome that another
    beats for one side only may still attain the largest least gain.
    """
    looked = _Looked()
    if aims is None:
        return looked
    large, small = _halves(space.issues)
    large = large - origin
    rows = max(1, BLOCK // small.shape[1])
    for start in range(0, large.shape[1], rows):
        part = large[:, start : start + rows, None]
        _look(looked, part[0] + small[0], part[1] + small[1], aims, space.near)
    return looked


def _look(looked: _Looked, first: Values, second: Values, aims: _Aims, near: float) -> None:
    """Add what one block of outcomes holds, given as gains of the first and the second side."""
    lower = np.minimum(first, second)
    rational = lower >= -near
    looked.rational += int(np.count_nonzero(rational))
    _keep(looked.least, first, second, lower >= aims.least - near, near)
    shares = np.minimum(
        first * aims.scale[0] + aims.offset[0], second * aims.scale[1] + aims.offset[1]
    )
    _keep(looked.shares, first, second, rational & (shares >= aims.share - NEAR), near)
    if aims.any_product:
        _keep(looked.nash, first, second, rational, near)


def _keep(kept: list[Values], first: Values, second: Values, chosen: Chosen, near: float) -> None:
    """Add the gains of the chosen outcomes to those kept, each pair once where they are many."""
    if chosen.any():
        kept.append(np.stack([first[chosen], second[chosen]]))
        if sum(one.shape[1] for one in kept) > MANY:
            kept[:] = [_distinct(kept, near)]


def _halves(issues: tuple[Values, ...]) -> tuple[Values, Values]:
    """Return the issues merged into two, of which every outcome is one sum; the first is larger."""
    large = small = np.zeros((2, 1))
    for issue in sorted(issues, key=lambda one: one.shape[1], reverse=True):
        small = _merged(small, issue)
        if small.shape[1] > large.shape[1]:
            large, small = small, large
    return large, small


def _merged(some: Values, others: Values) -> Values:
    """Return the sums of each of some options with each of others."""
    return (some[:, :, None] + others[:, None]).reshape(2, -1)


def _top(values: Values, near: Values | float) -> Chosen:
    """Tell which values are the largest, or as near to it as is given."""
    return values >= (values.max() if values.size else 0.0) - near


def _distinct(found: list[Values], near: float) -> Values:
    """Return pairs of gains, sorted, each once."""
    together = np.concatenate(found, axis=1)
    return _once(np.stack([snapped(side, near) for side in together]))


def _at(gains: list[Values], origin: Values, near: float) -> Points:
    """Return the points that lie at some gains over the point of disagreement."""
    return _points(_distinct(gains, near) + origin) if gains else ()


def _once(points: Values) -> Values:
    """Return points sorted, each once."""
    # Of points in order, most that are double go before the sort.
    points = np.compress(_new(points), points, axis=1)
    points = np.take(points, np.lexsort((points[1], points[0])), axis=1)
    return np.compress(_new(points), points, axis=1)


def _new(points: Values) -> Chosen:
    """Tell of each point whether it differs from the one before it."""
    new = np.ones(points.shape[1], dtype=bool)
    first, second = points
    new[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    return new


def _points(utilities: Values) -> Points:
    """Return points rounded, sorted, each once."""
    rounded = _once(np.round(utilities, PLACES) + 0.0)
    return tuple(zip(*rounded.tolist(), strict=True))
