"""Power and benefits: the condition of Powell, and the bargaining range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.bargaining_range import bargaining_range
from parley.models.dissatisfaction import balance

SHARES = st.integers(0, 100).map(lambda n: n / 100)


def test_the_condition_of_powell():
    """Powell (1999): a state is dissatisfied if p - d > q."""
    assert balance(0.7, 0.5, 0.1, 0.1).dissatisfied == "A"
    assert balance(0.6, 0.5, 0.1, 0.1).dissatisfied == ""
    assert balance(0.3, 0.5, 0.1, 0.1).dissatisfied == "B"


@given(SHARES, SHARES, SHARES, SHARES)
def test_both_are_content_within_the_bargaining_range(power, benefits, cost_a, cost_b):
    found = balance(power, benefits, cost_a, cost_b)
    inside = bargaining_range(power, cost_a, cost_b)
    content = inside.low - 1e-9 <= benefits <= inside.high + 1e-9
    assert (found.dissatisfied == "") == content


@given(SHARES, SHARES, SHARES, SHARES)
def test_the_concession_makes_content_and_turns_nobody_else(power, benefits, cost_a, cost_b):
    found = balance(power, benefits, cost_a, cost_b)
    moved = found.concession if found.dissatisfied == "A" else -found.concession
    after = min(1.0, max(0.0, benefits + moved))
    assert balance(power, after, cost_a, cost_b).dissatisfied == ""


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the power of A must lie between 0 and 1, not at 70"):
        balance(70, 0.5, 0.1, 0.1)
    with pytest.raises(ParleyError, match="the benefits of A must lie between"):
        balance(0.7, -1, 0.1, 0.1)
    with pytest.raises(ParleyError, match="a cost of war must lie between"):
        balance(0.7, 0.5, 2, 0.1)
