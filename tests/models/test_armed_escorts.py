"""Armed escorts: what one gains alone, and what all lose together."""

import pytest

from parley.errors import ParleyError
from parley.models.armed_escorts import escorts


@pytest.mark.parametrize("escorted", range(21))
def test_attacks_are_the_sum_of_the_risks(escorted):
    found = escorts(20, escorted, risk=0.1, cut=0.4, spill=0.005)
    risks = [found.guarded] * escorted + [found.bare] * (20 - escorted)
    assert found.attacks == pytest.approx(sum(risks))
    assert found.guarded == pytest.approx(0.6 * found.bare)


def test_where_they_spill_nothing_each_escort_helps():
    every = [escorts(20, count, risk=0.1, cut=0.5, spill=0).attacks for count in range(21)]
    assert every == sorted(every, reverse=True)
    assert (every[0], every[20]) == pytest.approx((2, 1))


def test_each_gains_alone_and_all_lose_together():
    every = [escorts(20, count, risk=0.1, cut=0.5, spill=0.01) for count in range(21)]
    steps = list(zip(every, every[1:], strict=False))
    assert all(after.guarded < before.bare for before, after in steps)
    assert every[20].attacks > every[0].attacks


def test_the_first_escort_pays_for_all_below_a_threshold():
    limit = 0.5 * 0.1 / (20 - 0.5)
    first = [escorts(20, 1, 0.1, 0.5, limit * by).attacks for by in (0.9, 1.1)]
    assert first[0] < 2 < first[1]


def test_a_risk_stops_at_one():
    assert escorts(20, 20, risk=0.5, cut=0.1, spill=0.1).bare == 1


def test_more_escorts_than_convoys_are_refused():
    with pytest.raises(ParleyError, match="From 0 to 20 of 20 convoys have an escort, not 21"):
        escorts(20, 21, risk=0.1, cut=0.5, spill=0)
