"""Spells of peace: a known clinical trial, products over every moment, and known conversions."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.survival import (
    Spell,
    hazard,
    hazard_ratio,
    kaplan_meier,
    lasting,
    risk_under,
)

REMISSION = [
    *(Spell(weeks, True) for weeks in (6, 6, 6, 7, 10, 13, 16, 22, 23)),
    *(Spell(weeks, False) for weeks in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)),
]
"""Weeks of remission under 6-MP.

Freireich, E. et al. (1963). The effect of 6-mercaptopurine on the duration of steroid-induced
remissions in acute leukemia. Blood 21:699-716."""

RISKS = st.integers(1, 98).map(lambda n: n / 100)
SPELLS = st.lists(st.builds(Spell, st.integers(1, 12), st.booleans()), min_size=1, max_size=25)


@pytest.mark.parametrize(("weeks", "share"), [(6, 0.8571), (10, 0.7529), (23, 0.4482)])
def test_the_known_trial(weeks, share):
    """Freireich et al. (1963)."""
    assert lasting(kaplan_meier(REMISSION), weeks) == pytest.approx(share, abs=5e-5)


@given(SPELLS, st.integers(0, 13))
def test_it_is_the_product_of_the_shares_that_last_each_moment(spells, time):
    expected = 1.0
    for moment in range(1, time + 1):
        at_risk = [spell for spell in spells if spell.time >= moment]
        ends = [spell for spell in at_risk if spell.time == moment and spell.ended]
        expected *= 1 - len(ends) / len(at_risk) if at_risk else 1
    assert lasting(kaplan_meier(spells), time) == pytest.approx(expected)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=25), st.integers(0, 13))
def test_when_all_have_ended_it_is_a_plain_share(times, time):
    steps = kaplan_meier([Spell(one, True) for one in times])
    plain = sum(one > time for one in times) / len(times)
    assert lasting(steps, time) == pytest.approx(plain)


def test_the_known_ratio():
    """Collier, Hoeffler and Soederbom (2008): a ten-year risk of 40 % that falls to 31 %."""
    assert hazard(0.4) == pytest.approx(0.5108, abs=5e-5)
    assert hazard(0.31) == pytest.approx(0.3711, abs=5e-5)
    assert hazard_ratio(0.4, 0.31) == pytest.approx(0.726, abs=5e-4)


@given(RISKS, RISKS)
def test_the_ratio_turns_one_risk_into_the_other(before, after):
    assert risk_under(before, hazard_ratio(before, after)) == pytest.approx(after)


@given(RISKS, st.integers(1, 20))
def test_a_constant_hazard_gives_the_risk_back(risk, years):
    assert 1 - exp(-hazard(risk, years) * years) == pytest.approx(risk)


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the risk must lie between 0"):
        hazard(1)
    with pytest.raises(ParleyError, match="the number of years must lie between"):
        hazard(0.4, 0)
    with pytest.raises(ParleyError, match="the risk before must lie between"):
        hazard_ratio(0, 0.3)
    with pytest.raises(ParleyError, match="the hazard ratio must lie between 0"):
        risk_under(0.4, -1)
    with pytest.raises(ParleyError, match="the time must lie between 0"):
        lasting([], -1)
