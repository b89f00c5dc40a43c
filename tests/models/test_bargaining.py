"""Models of bargaining against closed forms, brute force and published numbers."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.logrolling import logrolling, worth
from parley.models.rubinstein import endless, finite
from parley.models.zone import zone

WEIGHTS = st.integers(0, 100)
FACTORS = st.floats(0.05, 0.99)
GRID = [step / 50 for step in range(51)]


class TestZone:
    @given(st.integers(-50, 50), st.integers(-50, 50))
    def test_it_is_every_value_that_both_sign(self, least, most):
        signed = [value for value in range(-60, 61) if least <= value <= most]
        found = zone(least, most)
        assert (found is None) == (not signed)
        if found:
            assert (found.low, found.high) == (signed[0], signed[-1])

    def test_a_split_shares_the_width(self):
        found = zone(8, 14)
        assert (found.width, found.middle, found.split(0), found.split(1)) == (6, 11, 8, 14)
        assert found.gains(found.split(0.25)) == (1.5, 4.5)
        assert found.gains(16) == (8, -2)

    def test_a_share_outside_is_refused(self):
        with pytest.raises(ParleyError, match="share must lie between 0 and 1, not at 2"):
            zone(8, 14).split(2)


class TestLogrolling:
    def test_the_known_numbers(self):
        found = logrolling(80, 20)
        assert worth(80, 20, found.split) == (50, 50)
        assert worth(80, 20, found.trade) == worth(80, 20, found.fair) == (80, 80)
        assert worth(80, 60, logrolling(80, 60).fair) == pytest.approx((400 / 7, 400 / 7))

    @given(WEIGHTS, WEIGHTS)
    def test_fair_is_the_best_for_the_worse_off(self, own, theirs):
        fair = worth(own, theirs, logrolling(own, theirs).fair)
        assert fair[0] == pytest.approx(fair[1])
        best = max(min(worth(own, theirs, shares)) for shares in product(GRID, GRID))
        assert min(fair) >= best - 1e-9
        assert min(fair) <= best + 2, "the grid is coarse"

    @given(WEIGHTS, WEIGHTS)
    def test_no_package_is_better_for_both_than_the_trade(self, own, theirs):
        trade = worth(own, theirs, logrolling(own, theirs).trade)
        for shares in product(GRID, GRID):
            mine, other = worth(own, theirs, shares)
            assert not (mine > trade[0] + 1e-9 and other > trade[1] + 1e-9)

    @given(WEIGHTS)
    def test_equal_weights_leave_nothing_to_gain(self, weight):
        for shares in product(GRID, GRID):
            assert sum(worth(weight, weight, shares)) == pytest.approx(100)

    def test_a_weight_outside_is_refused(self):
        with pytest.raises(ParleyError, match="weight of an issue must lie between 0 and 100"):
            logrolling(101, 20)


class TestRubinstein:
    @pytest.mark.parametrize(
        ("first", "second", "share"),
        [
            (0.9, 0.9, 0.526316),
            (0.9, 0.8, 0.714286),
            (0.8, 0.9, 0.357143),
            (0.95, 0.5, 0.952381),
        ],
    )
    def test_endless(self, first, second, share):
        assert endless(first, second)[0] == pytest.approx(share, abs=5e-7)

    @pytest.mark.parametrize(
        ("rounds", "share"),
        [(1, 1), (2, 0.1), (3, 0.91), (5, 0.8371), (9, 0.730221), (50, 0.523603)],
    )
    def test_finite(self, rounds, share):
        assert finite(0.9, 0.9, rounds)[0] == pytest.approx(share, abs=5e-7)

    @given(FACTORS, FACTORS, st.integers(1, 12))
    def test_finite_is_what_exact_recursion_gives(self, first, second, rounds):
        def offers(mine, other, left):
            return 1 - other * offers(other, mine, left - 1) if left > 1 else Fraction(1)

        exact = offers(Fraction(first), Fraction(second), rounds)
        assert finite(first, second, rounds)[0] == pytest.approx(float(exact), abs=1e-9)

    @given(FACTORS, FACTORS)
    def test_many_rounds_come_near_to_no_last_round(self, first, second):
        assert finite(first, second, 1000)[0] == pytest.approx(endless(first, second)[0], abs=1e-3)

    @given(FACTORS, FACTORS)
    def test_without_a_last_round_each_is_indifferent_to_waiting(self, first, second):
        share, rest = endless(first, second)
        waits, _ = endless(second, first)
        assert rest == pytest.approx(second * waits)
        assert share == pytest.approx(1 - second * waits)

    def test_patience_without_end_is_refused(self):
        with pytest.raises(ParleyError, match="discount factor must lie between 0 and 0.9999"):
            endless(1, 1)
        with pytest.raises(ParleyError, match="number of rounds must lie between 1"):
            finite(0.9, 0.9, 0)
