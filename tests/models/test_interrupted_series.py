"""Interrupted series: the flows of the Nile, and numpy's least squares."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.interrupted_series import LIKELY, difference, least_squares, segments

NILE = [
    *(1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960),
    *(1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694),
    *(940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764),
    *(821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822),
    *(1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050),
    *(918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740),
]
"""Flow at Aswan, 1871 to 1970, in 100 million cubic metres a year.

Cobb, G. (1978). The problem of the Nile. Biometrika 65:243-251; in the public domain, as the
data sets of statsmodels say of it."""
DAM = 1899 - 1871
"""The year from which the flow is lower."""

SERIES = st.lists(st.integers(-100, 100), min_size=6, max_size=30)


def pair(estimate):
    return estimate.value, (estimate.high - estimate.low) / (2 * LIKELY)


def test_the_flows_of_the_nile():
    """Cobb (1978); values and errors as statsmodels 0.15 gives them, with three lags."""
    assert len(NILE) == 100
    assert pair(difference(NILE, DAM)) == pytest.approx((-247.7778, 30.7853), abs=5e-5)
    rows = [[1, year >= DAM] for year in range(100)]
    assert pair(least_squares(rows, NILE, 3)[0]) == pytest.approx((1097.75, 26.1291), abs=5e-5)
    found = segments(NILE, DAM)
    assert pair(found.step) == pytest.approx((-289.1027, 62.4167), abs=5e-5)
    assert pair(found.trend) == pytest.approx((1.1596, 2.5133), abs=5e-5)
    assert pair(found.change) == pytest.approx((-0.4691, 2.6479), abs=5e-5)
    assert pair(found.level) == pytest.approx((1082.0961, 31.8378), abs=5e-5)


@given(SERIES, st.data())
def test_the_values_are_those_of_numpy(values, data):
    start = data.draw(st.integers(2, len(values) - 2))
    times = numpy.arange(len(values))
    after = times >= start
    rows = numpy.column_stack([numpy.ones(len(values)), times, after, after * (times - start)])
    theirs, *_ = numpy.linalg.lstsq(rows, numpy.array(values, dtype=float), rcond=None)
    found = segments(values, start)
    ours = [one.value for one in (found.level, found.trend, found.step, found.change)]
    assert ours == pytest.approx(list(theirs), abs=1e-6)


@given(SERIES, st.data())
def test_the_difference_is_one_of_means(values, data):
    start = data.draw(st.integers(2, len(values) - 2))
    before, after = values[:start], values[start:]
    expected = sum(after) / len(after) - sum(before) / len(before)
    assert difference(values, start).value == pytest.approx(expected, abs=1e-9)


@given(st.integers(-50, 50), st.integers(-5, 5), st.integers(-50, 50), st.integers(-5, 5))
def test_what_was_put_in_without_chance_comes_out(level, trend, step, change):
    values = [
        level + trend * moment + (step + change * (moment - 12)) * (moment >= 12)
        for moment in range(24)
    ]
    found = segments(values, 12)
    ours = [one.value for one in (found.level, found.trend, found.step, found.change)]
    assert ours == pytest.approx([level, trend, step, change], abs=1e-6)
    assert pair(found.step)[1] == pytest.approx(0, abs=1e-6)
    assert found.step.low <= found.step.high


def test_a_measure_at_the_edge_is_refused():
    with pytest.raises(ParleyError, match="first moment with the measure must lie between 2 and 4"):
        segments([1, 2, 3, 4, 5, 6], 5)
    with pytest.raises(ParleyError, match="first moment with the measure must lie between 2 and 4"):
        difference([1, 2, 3, 4, 5, 6], 1)
