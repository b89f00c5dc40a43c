"""The figure of the race: curves, title and words give the model's numbers."""

import pytest
from tests.figures.turning import drawn, said

from parley.models.answer_in_time import race


def test_the_curves_are_the_model():
    neither, one, both = drawn("answer-in-time").data[:3]
    for line, part in ((neither, "neither"), (one, "one"), (both, "both")):
        model = [100 * getattr(race(hour, 15, 0.05, 0.1), part) for hour in line.x]
        assert list(line.y) == pytest.approx(model, abs=1e-3)


def test_words_at_the_start():
    words = said("answer-in-time")
    assert "after 15 hours, the dotted upright line, if anybody answers: 90 %." in words
    assert "neither side has acted with 20.2 %, one with 48.9 % and both with 30.9 %" in words
    assert "took no time on the way, neither would have acted with 67 %" in words


def test_an_answer_that_comes_too_late_has_no_line():
    late = drawn("answer-in-time", way=12)
    assert late.layout.title.text.startswith("No answer within a day")
    assert late.layout.shapes == ()
    assert "the day is over before" in said("answer-in-time", way=12)


def test_one_hour_is_said_in_the_singular():
    assert "after 1 hour," in said("answer-in-time", way=0, decide=1)
