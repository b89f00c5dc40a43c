"""The figure of crises as games."""

from tests.figures.turning import drawn, said

from parley.figures.crisis_games import NAMES
from parley.panel.sliders import FIGURES

NAME = "crisis-games"
DILEMMA, CHICKEN, STAG, DEADLOCK = range(4)


def test_words_at_the_start():
    words = said(NAME)
    assert "A gives way and B stands firm, (2, 4); A stands firm and B gives way, (4, 2)" in words
    assert words.endswith("B with 50 %; then both stand firm with 25 %.")
    assert "both stand firm with 0.2 %" in said(NAME, worst=-20)


def test_titles_name_the_game():
    titles = {
        (CHICKEN, CHICKEN): "Chicken: one gives way",
        (DILEMMA, CHICKEN): "Called bluff: A stands firm and B gives way",
        (CHICKEN, DEADLOCK): "Bully: A gives way and B stands firm",
        (STAG, STAG): "Stag hunt: both give way or both stand firm",
        (CHICKEN, STAG): "Chicken against stag hunt: no end holds",
    }
    for (a, b), title in titles.items():
        assert drawn(NAME, order_a=a, order_b=b).layout.title.text == title


def test_best_answers_meet_in_the_equilibria():
    of_a, of_b, pure, mixed = drawn(NAME).data
    assert (of_a.x, of_a.y) == ((100, 100, 0, 0), (0, 50, 50, 100))
    assert (of_b.x, of_b.y) == ((0, 50, 50, 100), (100, 100, 0, 0))
    assert (mixed.x, mixed.y) == ((50,), (50,))
    assert set(zip(pure.x, pure.y, strict=True)) == {(0, 100), (100, 0)}


def test_the_slider_names_the_orders_as_the_model_does():
    assert all(slider.words == NAMES for slider in FIGURES[NAME][:2])
