"""The figure of preventive war."""

from tests.figures.turning import drawn, said

NAME = "preventive-war"


def test_words_at_the_start():
    words = said(NAME)
    assert "War now is worth 70 % to A" in words
    assert "all of it today, and later the most that B will then leave: together 59.5 %" in words
    assert "below 56.7 %, the threshold. A attacks now" in words


def test_a_smaller_decline_is_no_reason():
    assert said(NAME, later=57).endswith("A does not attack.")
    assert (
        drawn(NAME, later=57).layout.title.text == "A falls from 80 % to 57 %, and does not attack"
    )


def test_war_that_never_pays_has_no_threshold():
    figure = drawn(NAME, win=50, cost_a=50)
    assert "threshold" not in {trace.name for trace in figure.data}
    assert "No later chance is low enough" in said(NAME, win=50, cost_a=50)
