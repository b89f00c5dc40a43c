"""Two-level games: the known results, and every limit tried at home."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.two_level_games import agreement, best_limit, expected

SHARES = st.integers(0, 100).map(lambda n: n / 100)


def test_the_known_agreements():
    """Putnam (1988): a half, a tied hand that gains, and an involuntary defection."""
    assert agreement(0, 1) == 0.5
    assert agreement(0.6, 1) == 0.6
    assert agreement(0.6, 0.55) is None


@given(SHARES, SHARES)
def test_it_is_the_nash_solution_within_both_win_sets(home, foreign):
    ratified = [n / 100 for n in range(101) if home <= n / 100 <= foreign]
    found = agreement(home, foreign)
    assert (found is None) == (not ratified)
    if found is not None:
        assert found * (1 - found) == pytest.approx(max(x * (1 - x) for x in ratified))


@given(SHARES, SHARES, SHARES)
def test_the_expected_share_is_the_mean_of_the_agreements(home, one, other):
    low, high = min(one, other), max(one, other)
    limits = [low + (high - low) * (n + 0.5) / 2000 for n in range(2000)]
    mean = sum(agreement(home, limit) or 0 for limit in limits) / 2000
    assert expected(home, low, high) == pytest.approx(mean, abs=1e-3)


@given(SHARES, SHARES)
def test_no_limit_at_home_is_better_than_the_best(one, other):
    low, high = min(one, other), max(one, other)
    most = expected(best_limit(low, high), low, high)
    assert most >= max(expected(n / 100, low, high) for n in range(101)) - 1e-9


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="ratified at home must lie between 0 and 1, not at 60"):
        agreement(60, 1)
    with pytest.raises(ParleyError, match="ratified abroad must lie between 0 and 1"):
        agreement(0, -1)
    with pytest.raises(ParleyError, match="the least value of the other limit must lie between"):
        best_limit(2, 2)
    with pytest.raises(
        ParleyError, match=r"greatest value of the other limit must lie between 0.6"
    ):
        expected(0.5, 0.6, 0.5)
