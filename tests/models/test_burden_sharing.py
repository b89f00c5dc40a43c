"""Burden sharing: the known numbers, and every gift tried beside the one that is given."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.burden_sharing import burden, enough

TASTES = st.integers(5, 95).map(lambda n: n / 100)
WEALTH = st.lists(st.integers(1, 200), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("wealth", "gifts", "best"),
    [
        ((100, 40), (30, 0), 42),
        ((100, 80), (25.882, 5.882), 54),
        ((100, 100), (17.647, 17.647), 60),
    ],
)
def test_the_known_gifts(wealth, gifts, best):
    """Olson and Zeckhauser (1966) with logarithms and a taste of 0.3."""
    found = burden(0.3, wealth)
    assert found.gifts == pytest.approx(gifts, abs=5e-4)
    assert found.best == pytest.approx(best)


def test_the_known_burdens_and_threshold():
    """A taste of 0.3: 25.9 % against 7.4 % of wealth; the smaller gives from 70 on."""
    large, small = burden(0.3, (100, 80)).gifts
    assert (large / 100, small / 80) == pytest.approx((0.259, 0.074), abs=5e-4)
    assert enough(0.3, [100]) == pytest.approx(70)


def worth(taste, wealth, gift, others):
    kept, total = wealth - gift, gift + others
    return (1 - taste) * log(kept) + taste * log(total) if kept > 0 and total > 0 else -1e9


@given(TASTES, WEALTH)
def test_nobody_gains_by_another_gift(taste, wealth):
    found = burden(taste, wealth)
    assert sum(found.gifts) == pytest.approx(found.total)
    for one, gift in zip(wealth, found.gifts, strict=True):
        others = found.total - gift
        given_now = worth(taste, one, gift, others)
        assert given_now >= max(worth(taste, one, one * n / 100, others) for n in range(100)) - 1e-9


@given(TASTES, WEALTH)
def test_as_one_they_would_give_no_less(taste, wealth):
    found = burden(taste, wealth)
    assert found.best >= found.total - 1e-9
    shares = [gift / one for gift, one in zip(found.gifts, wealth, strict=True)]
    ranked = sorted(zip(wealth, shares, strict=True))
    assert [share for _, share in ranked] == pytest.approx(sorted(shares)), "the large bear more"


@given(TASTES, WEALTH, st.integers(1, 300))
def test_one_more_ally_gives_above_the_threshold_alone(taste, others, wealth):
    limit = enough(taste, others)
    if abs(wealth - limit) > 1e-6:
        assert (burden(taste, [*others, wealth]).gifts[-1] > 1e-12) == (wealth > limit)


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the taste for the common good must lie between"):
        burden(1, [100])
    with pytest.raises(ParleyError, match="the wealth of an ally must lie between"):
        burden(0.3, [100, 0])
    with pytest.raises(ParleyError, match="the number of allies must lie between 1"):
        enough(0.3, [])
