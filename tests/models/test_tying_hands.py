"""Tying hands and sinking costs: both results of Fearon (1997), and every other answer tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.tying_hands import sinking_costs, tying_hands

SHARES = st.integers(2, 98).map(lambda n: n / 100)


@st.composite
def numbers(draw):
    win = draw(SHARES)
    return draw(SHARES), win, win * draw(st.integers(1, 98)) / 100


@given(numbers())
def test_tied_hands_give_more_at_a_greater_risk_of_war(given_numbers):
    """Fearon (1997), abstract: the two principal results."""
    tied, sunk = tying_hands(*given_numbers), sinking_costs(*given_numbers)
    assert tied.average > sunk.average
    assert tied.war > sunk.war


def expected(tough, win, cost, value, signals, price, sunk):
    """Return what a defender expects that signals or not, and then does what is best for it.

    All challengers attack who has not signalled, only the tough ones who has.
    """
    fights = win * value - cost
    if not signals:
        return max(0, fights)
    gives_way = 0 if sunk else -price
    return (1 - tough) * value + tough * max(fights, gives_way) - (price if sunk else 0)


@given(numbers(), st.integers(0, 100).map(lambda n: n / 100), st.booleans())
def test_no_defender_gains_by_another_answer(given_numbers, value, sunk):
    tough, win, cost = given_numbers
    found = (sinking_costs if sunk else tying_hands)(*given_numbers)
    signals = value >= found.from_value
    does, other = (
        expected(tough, win, cost, value, choice, found.price, sunk)
        for choice in (signals, not signals)
    )
    assert does >= other - 1e-9
    assert does == pytest.approx(found.payoff(value), abs=1e-9)


@given(numbers(), st.booleans())
def test_nobody_bluffs(given_numbers, sunk):
    """Fearon (1997), abstract: who signals fights if attacked."""
    tough, win, cost = given_numbers
    found = (sinking_costs if sunk else tying_hands)(*given_numbers)
    gives_way = 0 if sunk else -found.price
    for value in (found.from_value, (1 + found.from_value) / 2, 1):
        assert win * value - cost >= gives_way - 1e-9


@given(numbers())
def test_the_average_is_that_of_all_values(given_numbers):
    found = tying_hands(*given_numbers)
    grid = [found.payoff((n + 0.5) / 2000) for n in range(2000)]
    assert found.average == pytest.approx(sum(grid) / 2000, abs=1e-5)


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the challenger is tough must lie between"):
        tying_hands(0, 0.5, 0.1)
    with pytest.raises(ParleyError, match="the defender wins must lie between"):
        sinking_costs(0.5, 0, 0.1)
    with pytest.raises(ParleyError, match="the defender's cost of war must lie between"):
        sinking_costs(0.5, 0.5, 0.6)
    with pytest.raises(ParleyError, match="the value of the prize must lie between 0 and 1"):
        tying_hands(0.5, 0.5, 0.1).payoff(2)
