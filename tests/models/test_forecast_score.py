"""The two penalties of a forecast."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.forecast_score import distance_score, square_score

SHARES = st.floats(0, 1)


@given(SHARES, SHARES)
def test_the_square_costs_the_distance_to_what_one_believes(said, chance):
    more = square_score(said, chance) - square_score(chance, chance)
    assert more == pytest.approx((said - chance) ** 2, abs=1e-12)


@given(SHARES, SHARES)
def test_the_plain_distance_is_least_at_an_end(said, chance):
    ends = min(distance_score(0, chance), distance_score(1, chance))
    assert distance_score(said, chance) >= ends - 1e-12


def test_even_odds_cost_the_same_whatever_happens():
    assert {square_score(0.5, chance) for chance in (0, 0.3, 1)} == {0.25}


@pytest.mark.parametrize("score", [square_score, distance_score])
def test_numbers_outside_are_refused(score):
    with pytest.raises(ParleyError, match="the probability that was said must lie between 0"):
        score(70, 0.5)
    with pytest.raises(ParleyError, match="the chance of the event must lie between 0"):
        score(0.7, -0.5)
