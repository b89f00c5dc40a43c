"""Preventive war: the known threshold, and play that is compared period by period."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.preventive_war import attacks, best_peace, threshold, worth_of_war

SHARES = st.integers(0, 100).map(lambda n: n / 100)
PATIENCE = st.integers(10, 99).map(lambda n: n / 100)


def test_the_known_threshold():
    """Fearon (1995), two periods: p1 = 0.8, patience 0.9, both costs 0.1 give 0.566667."""
    assert threshold(0.8, 0.9, 0.1, 0.1) == pytest.approx(0.566667, abs=5e-7)


@given(SHARES, SHARES, PATIENCE, SHARES, SHARES)
def test_a_attacks_below_the_threshold_alone(win, later, patience, cost_a, cost_b):
    limit = threshold(win, patience, cost_a, cost_b)
    if abs(later - limit) > 1e-9:
        assert attacks(win, later, patience, cost_a, cost_b) == (later < limit)


@given(SHARES, PATIENCE, SHARES)
def test_peace_is_the_average_of_its_periods(later, patience, cost_b):
    shares = [1.0] + [min(1, later + cost_b)] * 5000
    average = (1 - patience) * sum(share * patience**n for n, share in enumerate(shares))
    assert best_peace(later, patience, cost_b) == pytest.approx(average, abs=1e-9)


@given(SHARES, PATIENCE, SHARES, SHARES)
def test_without_decline_there_is_no_reason_to_attack(win, patience, cost_a, cost_b):
    assert not attacks(win, win, patience, cost_a, cost_b)


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="probability of winning must lie between 0 and 1"):
        worth_of_war(80, 0.1)
    with pytest.raises(ParleyError, match=r"patience must lie between 0.01 and 0.9999, not at 1"):
        threshold(0.8, 1, 0.1, 0.1)
    with pytest.raises(ParleyError, match="a cost of war must lie between 0 and 1"):
        best_peace(0.5, 0.9, -1)
