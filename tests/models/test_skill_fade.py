"""A skill that fades, and its refreshers."""

import pytest

from parley.errors import ParleyError
from parley.models.skill_fade import YEAR, skill_fade


@pytest.mark.parametrize("half", [8, 28, 56])
def test_half_is_left_after_the_half_time(half):
    (only,) = skill_fade(half, 0, 0.5)
    assert only.level(half) == pytest.approx(0.5)
    assert (only.start, only.end) == (0, YEAR)


def test_stretches_join_and_each_lasts_longer():
    every = skill_fade(28, 3, 0.5)
    assert [one.start for one in every] == [0, 13, 26, 39]
    assert [one.half for one in every] == pytest.approx([28, 42, 63, 94.5])
    assert all(one.level(one.start) == 1 for one in every)


def test_weeks_below_are_those_counted_in_small_steps():
    for one in skill_fade(28, 2, 0.5):
        steps = [one.start + (one.end - one.start) * step / 5000 for step in range(5000)]
        low = sum(one.level(week) < 0.7 for week in steps) * (one.end - one.start) / 5000
        assert one.below(0.7) == pytest.approx(low, abs=0.01)


@pytest.mark.parametrize("numbers", [(0, 1, 0.5), (28, -1, 0.5), (28, 1, -0.5)])
def test_what_cannot_be_is_refused(numbers):
    with pytest.raises(ParleyError, match="Half is lost in more than 0 weeks"):
        skill_fade(*numbers)
