"""The Pareto frontier of sums: the outcomes that no other beats for one side at no other's cost.

An outcome of independent additive issues is on the frontier only if each of its options is on the
frontier of its own issue: a better option would make a better outcome.  So the frontier is built
issue by issue, and most outcomes are never made.
"""

import numpy as np
from numpy.typing import NDArray

from parley.analysis.space import Space, Values
from parley.errors import ParleyError

BLOCK = 1 << 20
"""How many sums are made at once."""

MOST_POINTS = 1 << 24
"""The largest frontier that is built: more would not fit the memory of a small machine."""


def frontier(space: Space) -> Values:
    """Return the distinct points of the Pareto frontier of all outcomes.

    Parameters
    ----------
    space : Space
        The outcomes.

    Returns
    -------
    ndarray of shape (2, points)
        Utilities of the first and of the second side, by rising utility of the first.  Utilities
        that differ by less than ``space.near`` count as one.

    Raises
    ------
    ParleyError
        If there are more of them than `MOST_POINTS`.

    Examples
    --------
    >>> import numpy as np
    >>> issue = np.array([[0.0, 1.0, 2.0, 3.0], [3.0, 1.0, 2.0, 0.0]])
    >>> frontier(Space((issue,), (0.0, 0.0))).tolist()
    [[0.0, 2.0, 3.0], [3.0, 2.0, 0.0]]
    """
    best = np.zeros((2, 1))
    for issue in sorted(space.issues, key=lambda one: one.shape[1]):
        best = _sums(best, undominated(issue))
    # The second side falls where the first rises: seen from the other end, both are sorted.
    best[0], best[1] = snapped(best[0], space.near), snapped(best[1, ::-1], space.near)[::-1]
    return _thinned(best)


def undominated(points: Values) -> Values:
    """Return those of some points that no other beats, by rising value to the first side.

    Parameters
    ----------
    points : ndarray of shape (2, points)
        What each outcome is worth to the two sides.

    Returns
    -------
    ndarray of shape (2, points)
        Each point once.
    """
    # Of millions of points each copy is much of the memory, so one name holds them all; take and
    # compress are several times as fast as an index.
    points = np.take(points, np.argsort(-points[0]), axis=1)
    kept = np.ones(points.shape[1], dtype=bool)
    kept[1:] = points[1, 1:] > np.maximum.accumulate(points[1])[:-1]
    points = np.compress(kept, points, axis=1)[:, ::-1]
    # Of points with the same first value the sort may leave several: the first is the best.
    return np.compress(_starts(points[0]), points, axis=1)


def snapped(values: Values, near: float) -> Values:
    """Return values in which those that lie near each other have become one.

    Two sums of the same numbers in another order may differ in their last digit; compared as they
    are, one of two equal outcomes would beat the other.

    Parameters
    ----------
    values : ndarray of shape (points,)
        Utilities.
    near : float
        How far two may lie apart.

    Returns
    -------
    ndarray of shape (points,)
        Every value replaced by the least of those it is near.
    """
    order = None if (values[1:] >= values[:-1]).all() else np.argsort(values)
    rising = values if order is None else values[order]
    starts = _starts(rising, near)
    merged = rising[starts][np.cumsum(starts) - 1]
    if order is None:
        return merged
    result = np.empty_like(values)
    result[order] = merged
    return result


def _starts(values: Values, near: float = 0.0) -> NDArray[np.bool_]:
    """Tell of each of some rising values whether it is more than the one before it."""
    starts = np.ones(len(values), dtype=bool)
    np.greater(values[1:] - values[:-1], near, out=starts[1:])
    return starts


def _thinned(points: Values) -> Values:
    """Return the frontier of points whose first values never fall and whose second never rise."""
    points = np.compress(_starts(points[0]), points, axis=1)
    return np.compress(_starts(points[1, ::-1])[::-1], points, axis=1)


def _sums(some: Values, others: Values) -> Values:
    """Return the frontier of the sums of any of some points with any of others, block by block."""
    rows = max(1, BLOCK // others.shape[1])
    blocks: list[Values] = []
    for start in range(0, some.shape[1], rows):
        sums = some[:, start : start + rows, None] + others[:, None]
        blocks.append(undominated(sums.reshape(2, -1)))
    if len(blocks) == 1:
        return blocks[0]
    size = sum(block.shape[1] for block in blocks)
    if size > MOST_POINTS:
        raise ParleyError(
            f"The frontier is built of at most {MOST_POINTS:,} points; got {size:,}: the two sides "
            "want the opposite in almost every outcome. Take fewer options or steps."
        )
    blocks = [np.concatenate(blocks, axis=1)]
    return undominated(blocks.pop())  # handed over, not kept here as well
