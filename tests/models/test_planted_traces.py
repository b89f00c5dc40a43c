"""Traces that may have been planted."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.planted_traces import attribution

PRIORS = st.floats(0.01, 0.99)
FACTORS = st.floats(1.1, 10)
SHARES = st.floats(0, 1)
COUNTS = st.integers(0, 12)


def test_traces_that_are_never_planted_multiply_the_odds():
    assert attribution(0.5, 3, 4, 0).belief == pytest.approx(81 / 82)
    assert attribution(0.2, 2, 3, 0).belief == pytest.approx(2 / 3)


def test_traces_that_are_always_planted_tell_nothing():
    found = attribution(0.3, 5, 8, 1)
    assert found.belief == found.ceiling == pytest.approx(0.3)


def test_without_a_trace_the_belief_stays():
    assert attribution(0.35, 3, 0, 0.2).belief == pytest.approx(0.35)


def test_a_trace_that_is_equally_likely_tells_nothing():
    found = attribution(0.35, 1, 9, 0.2)
    assert found.belief == found.ceiling == pytest.approx(0.35)


def by_cases(prior, strength, traces, planted, sealed):
    """Return the belief by counting cases, for an oracle: each trace has a probability of 1/2."""
    seen = 0.5**traces * 0.5**sealed
    by_accident = (0.5 / strength) ** traces
    otherwise = (planted * 0.5**traces + (1 - planted) * by_accident) * (0.5 / strength) ** sealed
    return prior * seen / (prior * seen + (1 - prior) * otherwise)


@given(PRIORS, FACTORS, COUNTS, SHARES, st.integers(0, 4))
def test_it_is_bayes_rule(prior, strength, traces, planted, sealed):
    found = attribution(prior, strength, traces, planted, sealed)
    assert found.belief == pytest.approx(by_cases(prior, strength, traces, planted, sealed))
    assert found.belief <= found.ceiling + 1e-12
    assert found.belief <= found.trusting + 1e-12


@given(PRIORS, FACTORS, COUNTS, st.floats(0.01, 1))
def test_more_traces_never_pass_the_ceiling(prior, strength, traces, planted):
    found = attribution(prior, strength, traces, planted)
    more = attribution(prior, strength, traces + 1, planted)
    assert found.belief <= more.belief + 1e-12
    assert found.ceiling / (1 - found.ceiling) == pytest.approx(prior / (1 - prior) / planted)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"prior": 50}, "the probability before must lie between"),
        ({"strength": 0.5}, "the strength of a trace must lie between 1"),
        ({"traces": -1}, "the number of traces must lie between 0"),
        ({"planted": 10}, "the probability that they were planted must lie between 0 and 1"),
        ({"sealed": inf}, "the number of sealed traces must lie between 0"),
    ],
)
def test_numbers_outside_are_refused(change, complaint):
    values = {"prior": 0.5, "strength": 3, "traces": 4, "planted": 0.1} | change
    with pytest.raises(ParleyError, match=complaint):
        attribution(**values)
