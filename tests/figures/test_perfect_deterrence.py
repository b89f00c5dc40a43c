"""The figure of perfect deterrence."""

from tests.figures.turning import drawn, said

NAME = "perfect-deterrence"


def test_words_at_the_start():
    words = said(NAME)
    assert "so a challenge is worth 70 points" in words
    assert "A credibility of 40 % is needed to deter; the challenger challenges" in words
    assert "100 points worse, 20 % would be needed" in words
    assert words.endswith("If the status quo were 10 points better, 30 % would.")


def test_a_threat_that_is_not_capable():
    assert "no credibility deters" in said(NAME, status_quo=20, conflict=30, credibility=100)
    assert drawn(NAME, status_quo=20, conflict=30).layout.title.text.startswith("Not deterred")


def test_enough_credibility_deters():
    assert "the challenger is deterred" in said(NAME, credibility=40)
    assert drawn(NAME, credibility=40).layout.title.text.startswith("Deterred")
