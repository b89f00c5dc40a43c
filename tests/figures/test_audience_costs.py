"""The figure of a crisis in public."""

from tests.figures.turning import drawn, said

NAME = "audience-costs"


def test_words_at_the_start():
    words = said(NAME)
    assert "A, with the weaker audience, gives way on the first day with 30.9 %" in words
    assert "After 6.18 days nobody backs down any more" in words
    assert "A fights with probability 30.9 %, B with 61.8 %: war comes with 19.1 %" in words


def test_equal_audiences():
    assert "first day" not in said(NAME, rate_a=20)
    assert drawn(NAME, rate_a=20).layout.title.text.startswith("With equal audiences")


def test_the_curves_are_flat_after_the_horizon():
    curve = drawn(NAME).data[0]
    assert curve.y[-1] == curve.y[-2]
    assert curve.y[0] == 30.9017
