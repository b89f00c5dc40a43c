"""The race between an answer and two worried sides."""

import pytest

from parley.models.answer_in_time import HOURS, answer_after, race


@pytest.mark.parametrize("hours", [0, 1, 7.5, 24])
@pytest.mark.parametrize("silent", [0, 0.3, 1])
def test_the_three_add_up(hours, silent):
    assert sum(race(hours, 5, 0.1, silent)) == pytest.approx(1)


def test_the_answer_takes_the_way_twice():
    assert answer_after(6, 3) == 15
    assert answer_after(0, 3) == 3


def test_after_the_answer_nothing_changes():
    assert race(HOURS, 5, 0.1, 0) == race(5, 5, 0.1, 0)


def test_without_an_answer_it_is_no_race():
    assert race(HOURS, 5, 0.1, 1) == pytest.approx(race(HOURS, HOURS, 0.1, 0))


def test_hour_by_hour_it_is_the_same():
    """An oracle that steps through the hours of a chain with three states."""
    neither, one, both = 1.0, 0.0, 0.0
    for _ in range(6):
        neither, one, both = (
            neither * 0.81,
            neither * 0.18 + one * 0.9,
            neither * 0.01 + one * 0.1 + both,
        )
    assert race(HOURS, 6, 0.1, 0) == pytest.approx((neither, one, both))


def test_a_faster_line_gains_less_where_nobody_answers():
    gains = [
        race(HOURS, 3, 0.05, silent).neither - race(HOURS, 15, 0.05, silent).neither
        for silent in (0, 0.5, 1)
    ]
    assert gains == sorted(gains, reverse=True)
    assert gains[2] == pytest.approx(0)
