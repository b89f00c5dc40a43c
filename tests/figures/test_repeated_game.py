"""The figure of an agreement that both may break."""

from tests.figures.turning import drawn, said

NAME = "repeated-game"


def test_words_at_the_start():
    words = said(NAME)
    assert "at least 50 %, the threshold" in words
    assert "breaking is worth 2.2 points a round on average, so keeping pays" in words
    assert words.endswith("Keeping is ahead from round 3 on.")


def test_impatience_breaks_it():
    words = said(NAME, patience=40)
    assert "so breaking pays" in words
    assert words.endswith("Keeping does not come ahead within 20 rounds.")
    assert "breaking pays" in drawn(NAME, patience=40).layout.title.text


def test_at_the_threshold_keeping_pays():
    assert "threshold 50 %: keeping pays" in drawn(NAME, patience=50).layout.title.text
