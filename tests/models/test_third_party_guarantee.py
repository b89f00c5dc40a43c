"""A guarantee by a third party: the threshold, and signatures that pay or do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.third_party_guarantee import needed_guarantee, worth_of_signing

WORTHS = st.integers(1, 50)
SHARES = st.integers(0, 100).map(lambda n: n / 100)


def test_the_known_form():
    """Walter (1997), as a threshold: loss / (loss + gain)."""
    assert needed_guarantee(1, 1) == 0.5
    assert needed_guarantee(2, 6) == 0.75


@given(WORTHS, WORTHS, SHARES)
def test_a_side_signs_from_the_threshold_on(gain, loss, guarantee):
    limit = needed_guarantee(gain, loss)
    worth = worth_of_signing(guarantee, gain, loss)
    if abs(guarantee - limit) > 1e-9:
        assert (worth > 0) == (guarantee > limit)


@given(WORTHS, WORTHS, st.integers(1, 20))
def test_more_to_lose_asks_for_more(gain, loss, more):
    assert needed_guarantee(gain, loss + more) > needed_guarantee(gain, loss)


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the gain of a settlement that is kept must lie between"):
        needed_guarantee(0, 1)
    with pytest.raises(ParleyError, match="the loss if it is broken must lie between"):
        needed_guarantee(1, -1)
    with pytest.raises(ParleyError, match="the guarantee must lie between 0 and 1, not at 50"):
        worth_of_signing(50, 1, 1)
