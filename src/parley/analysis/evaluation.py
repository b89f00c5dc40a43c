"""Estimates of what a measure changed: segments, two differences, ratios of hazards.

Thin covers over statsmodels, which is imported within the functions because it takes seconds.
`parley.models.interrupted_series` fits the same segments in plain Python, for a picture that turns
at once; here moments may be missing, and ranges allow for few values.
All ranges hold the true value about 95 times in 100 if the assumptions of the design hold.
"""

from collections.abc import Sequence
from typing import Any

from parley.models.interrupted_series import Estimate, Segments
from parley.models.ranges import between

__all__ = ["difference", "hazard_ratio", "segments", "two_differences"]


def segments(moments: Sequence[int], values: Sequence[float], start: int, lags: int) -> Segments:
    """Fit a line before a measure and another from it on, with errors of Newey and West.

    Parameters
    ----------
    moments : sequence of int
        When the values were seen, rising; a moment may be left out.
    values : sequence of float
        In any one unit, one for each moment.
    start : int
        The first moment with the measure; at least three values before it and from it on.
    lags : int
        Over how many moments values are still alike, at least 0.

    Returns
    -------
    Segments
        Estimates in the unit of the values, and per moment.

    Raises
    ------
    parley.errors.ParleyError
        If there are too few values on one side.

    References
    ----------
    Wagner, A. et al. (2002). Segmented regression analysis of interrupted time series studies.
    Journal of Clinical Pharmacy and Therapeutics 27:299-309.

    Examples
    --------
    >>> found = segments(range(8), [10, 11, 12, 13, 9, 8, 7, 6], 4, lags=0)
    >>> [round(one.value, 6) for one in (found.level, found.trend, found.step, found.change)]
    [10.0, 1.0, -5.0, -2.0]
    """
    _enough(moments, start, 3)
    rows = [[1.0, moment, float(moment >= start), max(0, moment - start)] for moment in moments]
    return Segments(*_fitted(rows, values, lags))


def difference(moments: Sequence[int], values: Sequence[float], start: int, lags: int) -> Estimate:
    """Return the mean from a measure on, less the mean before it.

    Parameters
    ----------
    moments, values, start, lags
        As for `segments`; two values on each side are enough.

    Returns
    -------
    Estimate
        In the unit of the values.

    Raises
    ------
    parley.errors.ParleyError
        If there are too few values on one side.

    Examples
    --------
    >>> round(difference(range(4), [10, 12, 5, 7], 2, lags=0).value, 6)
    -5.0
    """
    _enough(moments, start, 2)
    rows = [[1.0, float(moment >= start)] for moment in moments]
    return _fitted(rows, values, lags)[1]


def two_differences(
    moments: Sequence[int],
    treated: Sequence[float],
    others: Sequence[float],
    start: int,
    lags: int,
) -> Estimate:
    """Return the change of those with the measure, less the change of those without.

    With one series of each, this is the change in the distance between the two.

    Parameters
    ----------
    moments : sequence of int
        When both were seen, rising.
    treated, others : sequence of float
        With and without the measure, in the same unit.
    start : int
        The first moment with the measure; two values on each side at least.
    lags : int
        Over how many moments the distance is still alike.

    Returns
    -------
    Estimate
        In the unit of the values.

    Raises
    ------
    parley.errors.ParleyError
        If there are too few values on one side.

    References
    ----------
    Card, D. and Krueger, A. (1994). Minimum wages and employment. American Economic Review
    84:772-793.

    Examples
    --------
    >>> round(two_differences(range(4), [5, 5, 9, 9], [1, 1, 4, 4], 2, lags=0).value, 6)
    1.0
    """
    apart = [one - other for one, other in zip(treated, others, strict=True)]
    return difference(moments, apart, start, lags)


def hazard_ratio(
    times: Sequence[float], ended: Sequence[int], rows: Sequence[Sequence[float]]
) -> Estimate:
    """Return by how much the first column of the rows multiplies the hazard, as Cox estimates it.

    Parameters
    ----------
    times : sequence of float
        How long each spell was seen, in any one unit.
    ended : sequence of int
        1 if it ended then, 0 if it was only last seen then.
    rows : sequence of sequence of float
        A row for each spell: the measure, then what else is held alike.

    Returns
    -------
    Estimate
        A ratio: below 1, spells with the measure end less often at any age.

    References
    ----------
    Cox, D. R. (1972). Regression models and life-tables. Journal of the Royal Statistical Society
    B 34:187-220. Ties after Efron.

    Examples
    --------
    >>> found = hazard_ratio([1, 4, 2, 3], [1, 1, 1, 1], [[1], [1], [0], [0]])
    >>> round(found.value, 3)
    0.618
    """
    import numpy as np
    from statsmodels.duration.hazard_regression import PHReg

    model = PHReg(
        np.asarray(times, float),
        np.asarray(rows, float),
        status=np.asarray(ended),
        ties="efron",
    )
    fitted = model.fit()
    low, high = fitted.conf_int()[0]
    return Estimate(*(float(np.exp(one)) for one in (fitted.params[0], low, high)))


def _enough(moments: Sequence[int], start: int, least: int) -> None:
    before = sum(moment < start for moment in moments)
    between("the number of values before the measure", before, least, 1e6)
    between("the number of values with the measure", len(moments) - before, least, 1e6)


def _fitted(rows: Sequence[Sequence[float]], values: Sequence[float], lags: int) -> list[Estimate]:
    """Fit by least squares; errors for few values, which are alike over some lags."""
    import statsmodels.api as sm

    options: dict[str, Any] = {"maxlags": lags, "use_correction": True}
    fitted = sm.OLS(list(map(float, values)), rows).fit(
        cov_type="HAC", cov_kwds=options, use_t=True
    )
    ends = fitted.conf_int()
    return [
        Estimate(float(value), float(low), float(high))
        for value, (low, high) in zip(fitted.params, ends, strict=True)
    ]
