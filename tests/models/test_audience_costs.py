"""Audience costs: the known hazards, and an equilibrium that nobody gains by leaving."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.audience_costs import backed_down, crisis

RATES = st.integers(1, 100).map(lambda n: n / 50)
WORST = st.integers(5, 60).map(lambda n: n / 10)


@pytest.mark.parametrize(
    ("day", "of_a", "of_b"), [(1, 2 / 3, 1 / 2), (2, 4 / 5, 2 / 3)], ids=["day 1", "day 2"]
)
def test_the_known_numbers(day, of_a, of_b):
    """Fearon (1994): worth 1, A's cost is the day, B's twice the day."""
    assert backed_down(1 * day) == pytest.approx(of_b), "A's cost tells how often B gives way"
    assert backed_down(2 * day) == pytest.approx(of_a)


def waiting(found, side, day):
    """Return what a side expects that backs down on a day if the other still holds out."""
    gone = found.backed_down(day)[1 - side]
    return gone * 1 - (1 - gone) * found.rates[side] * day


@given(RATES, RATES, WORST, st.integers(1, 10))
def test_every_day_to_back_down_is_worth_the_same(rate_a, rate_b, worst, tenth):
    found = crisis(rate_a, rate_b, worst)
    for side in (0, 1):
        one, other = (waiting(found, side, part * found.horizon / 10) for part in (tenth, 10))
        assert one == pytest.approx(other)


@given(RATES, RATES, WORST, st.floats(0, 1))
def test_they_fight_to_whom_war_is_worth_more(rate_a, rate_b, worst, place):
    found = crisis(rate_a, rate_b, worst)
    for side in (0, 1):
        war = -worst * place
        gone = found.backed_down(found.horizon)[1 - side]
        fight = gone * 1 + (1 - gone) * war
        give_way = waiting(found, side, found.horizon)
        if place < found.fights[side] - 1e-9:
            assert fight > give_way - 1e-12
        if place > found.fights[side] + 1e-9:
            assert fight < give_way + 1e-12


@given(RATES, RATES, WORST)
def test_all_who_do_not_fight_have_backed_down(rate_a, rate_b, worst):
    found = crisis(rate_a, rate_b, worst)
    gone = found.backed_down(found.horizon)
    assert [1 - one for one in gone] == pytest.approx(list(found.fights))
    assert found.backed_down(found.horizon + 99) == gone
    assert min(found.at_once) == 0
    assert max(found.at_once) < 1


@given(RATES, RATES, WORST)
def test_the_stronger_audience_backs_down_less_often(rate_a, rate_b, worst):
    """Fearon (1994), abstract: the side with the stronger audience is less likely to back down."""
    found = crisis(rate_a, rate_b, worst)
    assert (found.fights[0] > found.fights[1]) == (rate_a > rate_b)


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the cost of backing down must lie between 0"):
        backed_down(-1)
    with pytest.raises(ParleyError, match="what a day adds .* must lie between 0.001 and 1000"):
        crisis(0, 1, 1)
    with pytest.raises(ParleyError, match="the greatest cost of war must lie between"):
        crisis(1, 1, 0)
    with pytest.raises(ParleyError, match="the day must lie between 0"):
        crisis(1, 1, 1).backed_down(-1)
