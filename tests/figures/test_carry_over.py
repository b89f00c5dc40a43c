"""The figure of what is carried over gives the model's numbers."""

import pytest
from tests.figures.turning import drawn, said

from parley.models.carry_over import carry_over


def test_the_curves_are_the_model():
    good, bad = drawn("carry-over").data
    assert list(good.y) == pytest.approx([100 * p for p in carry_over(1, 0.9, 0.3, 5)])
    assert list(bad.y) == pytest.approx([100 * p for p in carry_over(0, 0.9, 0.3, 5)])


def test_words_and_title_at_the_start():
    words = said("carry-over")
    assert "Each day 60 % of the difference is left; on Friday 13 points of 100." in words
    assert "Tuesday 90 % and 30 %" in words
    assert words.endswith("Without end both come to 75 %.")
    title = drawn("carry-over").layout.title.text
    assert title == "On Friday 13 points of Monday's difference are left"


def test_a_day_that_is_never_forgotten():
    assert said("carry-over", hold=100, recover=0).endswith("Monday is never forgotten.")
