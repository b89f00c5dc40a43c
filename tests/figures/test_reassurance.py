"""The figure of reassurance."""

from tests.figures.turning import drawn, said

NAME = "reassurance"


def test_words_at_the_start():
    words = said(NAME)
    assert "more than 1.5 and not more than 3 points" in words
    assert "Of those who want more, 42.9 % send it; after it the trust is just 50 %" in words
    assert words.endswith("the other side trusts with 66.7 %.")


def test_a_dearer_signal_is_believed_until_it_is_too_dear():
    assert "it is believed" in said(NAME, cost=2)
    assert drawn(NAME, cost=3.25).layout.title.text == "Too dear: nobody sends the signal"


def test_no_curve_where_a_signal_tells_nothing():
    figure = drawn(NAME, other=4)
    assert all(not trace.x for trace in figure.data[:3])
    assert "No cost makes a signal believed" in said(NAME, other=4)
    assert said(NAME, trust=60).endswith("The trust stays at 60 %.")
