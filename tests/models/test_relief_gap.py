"""Relief day by day: sums by hand, and what holds for all numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.relief_gap import LAST_DAY, relief_gap


def test_sums_by_hand():
    found = relief_gap(5, 40, 3, 20)
    assert found.missing == sum(range(5, 81, 5)) / 100
    assert found.helped == (6 * 40 + 35 + 30 + 25 + 20 + 15 + 10 + 5) / 100
    assert found.enough == 16


@given(st.integers(3, 20), st.integers(0, 100), st.integers(0, 20), st.integers(0, LAST_DAY))
def test_soldiers_add_no_more_than_is_missing(growth, lift, arrive, leave):
    found = relief_gap(growth, lift, arrive, leave)
    together = [a + b for a, b in zip(found.civilian, found.soldiers, strict=True)]
    assert max(together) == 100
    assert 0 <= found.helped <= found.missing
    assert not any(found.soldiers[found.enough :])
    assert found.helped <= relief_gap(growth, lift, 0, LAST_DAY).helped


def test_nobody_comes_who_leaves_first():
    assert relief_gap(5, 40, 9, 9).helped == 0


def test_a_range_is_told():
    with pytest.raises(ParleyError, match="the growth must lie between 3 and 20, not at 2"):
        relief_gap(2, 40, 3, 20)
