"""Perfect deterrence: the known thresholds, and challenges that pay or do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.perfect_deterrence import needed, worth_of_challenge

WORTHS = st.integers(-50, 49)


def test_the_known_thresholds():
    """Zagare and Kilgour (2000), derived: a better status quo halves the credibility needed."""
    assert needed(1, 0.6, 0) == pytest.approx(0.4)
    assert needed(1, 0.8, 0) == pytest.approx(0.2)


@given(WORTHS, WORTHS, st.integers(0, 100).map(lambda n: n / 100))
def test_a_challenge_pays_below_the_threshold_alone(status_quo, conflict, credibility):
    limit = needed(50, status_quo, conflict)
    gain = worth_of_challenge(credibility, 50, conflict) - status_quo
    if limit is None:
        assert gain >= 0, "a threat that is not capable deters nobody"
    elif abs(credibility - limit) > 1e-9:
        assert (gain > 0) == (credibility < limit)


@given(st.integers(-40, 49), st.integers(1, 100))
def test_a_worse_fight_needs_less_credibility(status_quo, worse):
    assert needed(50, status_quo, -50 - worse) < needed(50, status_quo, -50)


def test_payoffs_out_of_order_are_refused():
    with pytest.raises(ParleyError, match="winning must be worth more than the_status_quo"):
        needed(1, 1, 0)
    with pytest.raises(ParleyError, match="winning must be worth more than a_fight"):
        needed(1, 0, 2)
    with pytest.raises(ParleyError, match="the credibility must lie between 0 and 1, not at 2"):
        worth_of_challenge(2, 1, 0)
