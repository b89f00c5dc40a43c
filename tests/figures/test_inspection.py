"""The figure of inspection."""

from tests.figures.turning import drawn, said

NAME = "inspection"


def test_words_at_the_start():
    words = said(NAME)
    assert "does not pay if it is detected with 20 % or more. With 15 % it is worth 0.5" in words
    assert "the inspector looks with 31.2 %, and the limit is broken with 14.1 %" in words
    assert "The season is worth −0.38 to the inspector" in words


def test_one_inspection_for_each_period():
    assert said(NAME, inspections=7).endswith("the limit is never broken.")
    assert said(NAME, inspections=5, periods=5).endswith("the limit is never broken.")


def test_the_title_says_whether_it_deters():
    assert drawn(NAME, caught=20).layout.title.text.endswith("is deterred")
    assert drawn(NAME).layout.title.text.endswith("is not deterred")
