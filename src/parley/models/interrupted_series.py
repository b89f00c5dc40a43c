"""An interrupted series: what changed when a measure began, and what was changing anyhow.

A line is fitted before the measure and another one after it, by least squares.  Neighbouring
values are alike, so the errors are those of Newey and West, which allow for that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from parley.models.ranges import between

__all__ = ["LIKELY", "Estimate", "Segments", "difference", "least_squares", "segments"]

LIKELY = 1.96
"""Errors to both sides that hold the true value about 95 times in 100."""


@dataclass(frozen=True)
class Estimate:
    """A number, and where the true value probably lies.

    Attributes
    ----------
    value, low, high : float
        In the unit of what is estimated.
    """

    value: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        """Whether the whole range lies on one side of zero."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Segments:
    """Two lines, before and after the measure.

    Attributes
    ----------
    level : Estimate
        The value at the first moment.
    trend : Estimate
        What each moment adds, before the measure.
    step : Estimate
        By how much the series jumps when the measure begins.
    change : Estimate
        By how much the trend is another one after it.
    """

    level: Estimate
    trend: Estimate
    step: Estimate
    change: Estimate


def segments(values: Sequence[float], start: int, lags: int = 3) -> Segments:
    """Fit a line before a measure and another after it.

    Parameters
    ----------
    values : sequence of float
        At moments 0, 1, 2 and so on, in any one unit.
    start : int
        The first moment with the measure; at least two values stand before it and from it on.
    lags : int
        Over how many moments values are still alike, at least 0.

    Returns
    -------
    Segments
        Estimates in the unit of the series, and per moment.

    Raises
    ------
    parley.errors.ParleyError
        If the measure begins too early or too late.

    References
    ----------
    Wagner, A. et al. (2002). Segmented regression analysis of interrupted time series studies.
    Journal of Clinical Pharmacy and Therapeutics 27:299-309.

    Examples
    --------
    >>> found = segments([10, 11, 12, 13, 9, 8, 7, 6], 4)
    >>> [round(one.value, 6) for one in (found.level, found.trend, found.step, found.change)]
    [10.0, 1.0, -5.0, -2.0]
    """
    between("the first moment with the measure", start, 2, len(values) - 2)
    rows = [[1.0, moment, moment >= start, max(0, moment - start)] for moment in range(len(values))]
    return Segments(*least_squares(rows, values, lags))


def difference(values: Sequence[float], start: int, lags: int = 3) -> Estimate:
    """Return the mean after a measure less the mean before it, as if there were no trend.

    Parameters
    ----------
    values, start, lags
        As for `segments`.

    Returns
    -------
    Estimate
        In the unit of the series.

    Raises
    ------
    parley.errors.ParleyError
        If the measure begins too early or too late.

    Examples
    --------
    >>> difference([10, 12, 10, 12, 5, 7, 5, 7], 4, lags=0).value
    -5.0
    """
    between("the first moment with the measure", start, 2, len(values) - 2)
    rows = [[1.0, moment >= start] for moment in range(len(values))]
    return least_squares(rows, values, lags)[1]


def least_squares(
    rows: Sequence[Sequence[float]], values: Sequence[float], lags: int = 0
) -> list[Estimate]:
    """Fit a sum of columns to values.

    Parameters
    ----------
    rows : sequence of sequence of float
        A row for each value, and in it one number for each column; no column is made of others.
    values : sequence of float
        As many as rows.
    lags : int
        Over how many rows the errors are still alike.

    Returns
    -------
    list of Estimate
        One for each column.

    References
    ----------
    Newey, W. and West, K. (1987). A simple, positive semi-definite, heteroskedasticity and
    autocorrelation consistent covariance matrix. Econometrica 55:703-708.

    Examples
    --------
    >>> [round(one.value, 6) for one in least_squares([[1, 0], [1, 1], [1, 2]], [5, 7, 9])]
    [5.0, 2.0]
    """
    columns = range(len(rows[0]))
    products = [[sum(row[i] * row[j] for row in rows) for j in columns] for i in columns]
    sums = [sum(row[i] * value for row, value in zip(rows, values, strict=True)) for i in columns]
    inverse = _inverse(products)
    found = [_dot(line, sums) for line in inverse]
    moments = [
        [(value - _dot(row, found)) * one for one in row]
        for row, value in zip(rows, values, strict=True)
    ]
    alike = _alike(moments, lags)
    spread = [_dot(line, [_dot(row, line) for row in alike]) for line in inverse]
    reach = [LIKELY * sqrt(max(0.0, two)) for two in spread]
    return [Estimate(one, one - far, one + far) for one, far in zip(found, reach, strict=True)]


def _alike(moments: Sequence[Sequence[float]], lags: int) -> list[list[float]]:
    """Return the sum of products of moments, those of neighbours with falling weight."""
    columns = range(len(moments[0]))
    total = [[0.0 for _ in columns] for _ in columns]
    for lag in range(lags + 1):
        weight = (1 - lag / (lags + 1)) * (0.5 if lag == 0 else 1)
        pairs = list(zip(moments[lag:], moments, strict=False))
        for i in columns:
            for j in columns:
                total[i][j] += weight * sum(a[i] * b[j] + a[j] * b[i] for a, b in pairs)
    return total


def _dot(first: Sequence[float], second: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))


def _inverse(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the inverse, by elimination with the largest pivot."""
    size = len(matrix)
    work = [[*row, *(float(i == j) for j in range(size))] for i, row in enumerate(matrix)]
    for place in range(size):
        best = max(range(place, size), key=lambda row: abs(work[row][place]))
        work[place], work[best] = work[best], work[place]
        pivot = work[place][place]
        work[place] = [one / pivot for one in work[place]]
        for row in range(size):
            if row != place:
                factor = work[row][place]
                work[row] = [a - factor * b for a, b in zip(work[row], work[place], strict=True)]
    return [row[size:] for row in work]
