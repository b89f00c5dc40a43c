"""The figure of burden sharing."""

from tests.figures.turning import drawn, said

NAME = "burden-sharing"


def test_words_at_the_start():
    words = said(NAME)
    assert "the large ally gives 25.88 of 100 units, 25.9 %" in words
    assert "the middle ally gives 5.88 of 80 units, 7.4 %" in words
    assert "the small ally gives 0 of 10 units, 0 %" in words
    assert "gives nothing up to a wealth of 70 units" in words
    assert words.endswith("As one they would give 57, each 30 % of its wealth.")


def test_bars_stand_in_the_order_of_the_words():
    alone, as_one = drawn(NAME).data[-2:]
    assert alone.x == (25.8824, 5.8824, 0)
    assert as_one.x == (30, 24, 3)
