"""The figure of power and benefits."""

from tests.figures.turning import drawn, said

NAME = "dissatisfaction"


def test_words_at_the_start():
    words = said(NAME)
    assert "by war A would have 70 % less 10 %, and B 30 % less 15 %" in words
    assert "A is dissatisfied: war would give it 20 % more than it has" in words
    assert words.endswith("B can keep the peace if it gives up as much.")


def test_the_other_side_and_nobody():
    assert "B is dissatisfied: 15 % more" in drawn(NAME, benefits=100).layout.title.text
    assert "Both sides are content" in said(NAME, benefits=70)
    assert len(drawn(NAME, benefits=70).data) == 3


def test_the_concession_ends_where_a_is_content():
    assert drawn(NAME).data[-1].y == (40, 60)
