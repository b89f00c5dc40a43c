"""Estimates of an evaluation: numbers reckoned by hand, and models that share no code."""

from math import sqrt

import numpy
import pytest
from scipy import stats
from statsmodels.duration.survfunc import SurvfuncRight
from tests.models.test_interrupted_series import DAM, NILE

from parley.analysis.evaluation import difference, hazard_ratio, segments, two_differences
from parley.errors import ParleyError
from parley.models import interrupted_series as plain_python
from parley.models.interrupted_series import LIKELY, Estimate
from parley.models.survival import Spell, kaplan_meier, lasting


def ends(value, error, freedom):
    reach = stats.t.ppf(0.975, freedom) * error
    return value - reach, value + reach


def error_of(estimate):
    return (estimate.high - estimate.low) / (2 * LIKELY)


class TestMeans:
    def test_by_hand_without_likeness(self):
        """Means 11 and 6; squared rests 1 each, weighed 1/4 a side, times 4/(4 − 2)."""
        found = difference(range(4), [10, 12, 5, 7], 2, lags=0)
        assert found.value == pytest.approx(-5)
        error = sqrt((2 / 4 + 2 / 4) * 4 / 2)
        assert (found.low, found.high) == pytest.approx(ends(-5, error, 2))
        assert not found.clear

    def test_two_differences_by_hand(self):
        """4 more with the measure, 3 more without it."""
        found = two_differences(range(4), [5, 5, 9, 9], [1, 1, 4, 4], 2, lags=0)
        assert found.value == pytest.approx(1)

    def test_what_moves_both_alike_is_taken_away(self):
        rise = [3 * moment for moment in range(8)]
        treated = [5 + up - 2 * (moment >= 4) for moment, up in enumerate(rise)]
        assert two_differences(range(8), treated, rise, 4, 0).value == pytest.approx(-2)
        assert difference(range(8), treated, 4, 0).value == pytest.approx(10)


class TestLines:
    def test_the_flows_of_the_nile_are_those_of_the_model(self):
        """The model reckons in plain Python, and without the correction for few values."""
        found = segments(range(100), NILE, DAM, 3)
        model = plain_python.segments(NILE, DAM)
        for name in ("level", "trend", "step", "change"):
            ours, theirs = getattr(found, name), getattr(model, name)
            assert ours.value == pytest.approx(theirs.value)
            error = error_of(theirs) * sqrt(100 / 96)
            assert (ours.low, ours.high) == pytest.approx(ends(theirs.value, error, 96))
        apart = difference(range(100), NILE, DAM, 3)
        plain = plain_python.difference(NILE, DAM)
        error = error_of(plain) * sqrt(100 / 98)
        assert (apart.low, apart.high) == pytest.approx(ends(plain.value, error, 98))

    def test_a_moment_may_be_left_out(self):
        moments = [-5, -4, -3, -2, 0, 1, 2, 3]
        values = [10 + 2 * m + (m >= 0) * (-30 + m) for m in moments]
        found = segments(moments, values, 0, 0)
        ours = [one.value for one in (found.level, found.trend, found.step, found.change)]
        assert ours == pytest.approx([10, 2, -30, 1])

    def test_too_few_values_are_refused(self):
        with pytest.raises(ParleyError, match="values before the measure must lie between 3"):
            segments(range(6), range(6), 2, 0)
        with pytest.raises(ParleyError, match="values with the measure must lie between 2"):
            difference(range(6), range(6), 5, 0)


class TestHazards:
    def test_the_ratio_by_hand(self):
        """Ends with, without, without, with: the likelihood is greatest where r² + r = 1."""
        rows = [[1], [1], [0], [0]]
        found = hazard_ratio([1, 4, 2, 3], [1, 1, 1, 1], rows)
        assert found.value == pytest.approx((sqrt(5) - 1) / 2, rel=1e-4)
        assert found.low < 1 < found.high

    def test_the_same_ends_on_both_sides_are_a_ratio_of_one(self):
        times, ended = [1, 2, 3, 4] * 2, [1, 1, 0, 1] * 2
        found = hazard_ratio(times, ended, [[1]] * 4 + [[0]] * 4)
        assert found.value == pytest.approx(1)

    def test_what_is_held_alike_can_turn_the_answer(self):
        """Hard places end early, and have the measure more often; in each it halves the hazard."""
        rng = numpy.random.default_rng(15)
        hard = rng.random(4000) < 0.5
        measure = rng.random(4000) < numpy.where(hard, 0.8, 0.2)
        times = rng.exponential(1 / (numpy.where(hard, 6.0, 1.0) * numpy.where(measure, 0.5, 1)))
        ended = [1] * 4000
        raw = hazard_ratio(times, ended, numpy.column_stack([measure]))
        held = hazard_ratio(times, ended, numpy.column_stack([measure, hard]))
        assert raw.low > 1
        assert held.low < 0.5 < held.high

    def test_steps_of_the_model_are_those_of_statsmodels(self):
        times, ended = [1, 2, 2, 3, 5, 5, 8], [1, 1, 0, 1, 0, 1, 0]
        theirs = SurvfuncRight(times, ended)
        ours = kaplan_meier([Spell(t, bool(e)) for t, e in zip(times, ended, strict=True)])
        for time, share in zip(theirs.surv_times, theirs.surv_prob, strict=True):
            assert lasting(ours, time) == pytest.approx(share)


def test_a_range_on_one_side_of_zero_is_clear():
    assert Estimate(-2, -3, -1).clear and Estimate(2, 1, 3).clear
    assert not Estimate(1, -1, 3).clear
