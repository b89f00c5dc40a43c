"""The figure of two-level games."""

from tests.figures.turning import drawn, said

NAME = "two-level-games"


def test_words_at_the_start():
    words = said(NAME)
    assert "The governments agree on 60 % for us." in words
    assert "from 65 % to 85 %: then the limit at home brings 60 % on average" in words
    assert words.endswith("The best limit is 65 %: as high as is ratified abroad for certain.")


def test_an_involuntary_defection():
    assert "nothing is ratified" in said(NAME, foreign=55)
    assert drawn(NAME, foreign=55).layout.title.text == "No result is ratified on both sides"
    assert not drawn(NAME, foreign=55).layout.shapes


def test_tied_hands_do_not_help_against_a_narrow_win_set():
    assert "To tie hands at home brings nothing" in said(NAME, home=30, foreign=55)
