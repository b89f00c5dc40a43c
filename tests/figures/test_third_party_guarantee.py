"""The figure of a guarantee by a third party."""

from tests.figures.turning import drawn, said

NAME = "third-party-guarantee"


def test_words_at_the_start():
    words = said(NAME)
    assert "The government signs if it is kept with 50 % or more, the rebels with 75 %" in words
    assert words.endswith("Only the government would sign, and the war goes on.")


def test_both_and_neither():
    assert said(NAME, guarantee=75).endswith("Both sign.")
    assert said(NAME, guarantee=20).endswith("Neither signs, and the war goes on.")
    assert drawn(NAME, guarantee=75).layout.title.text.endswith("both sides sign")
