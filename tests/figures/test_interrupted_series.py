"""The figure of an interrupted series."""

from tests.figures.turning import drawn, said

from parley.figures.interrupted_series import MONTHS, START, made

NAME = "interrupted-series"


def test_a_falling_trend_looks_like_an_effect_to_who_compares_means():
    words = said(NAME)
    assert "The mean after it less the mean before is −14.33" in words
    assert words.endswith("The step may well be nothing: its range holds 0.")


def test_a_step_is_found():
    assert said(NAME, step=-30).endswith("violations fell when the hotline opened.")
    assert said(NAME, step=10, chance=0).endswith("violations rose when the hotline opened.")


def test_the_series_is_of_whole_numbers_and_not_below_zero():
    series = made(-0.8, -30, -0.6, 3)
    assert len(series) == MONTHS == 2 * START
    assert all(isinstance(value, int) and value >= 0 for value in series)


def test_without_chance_the_lines_are_what_was_put_in():
    words = said(NAME, trend=0, step=-20, change=0, chance=0)
    assert "0 each month before, a step of −20 (probably −20 to −20)" in words
    assert drawn(NAME, trend=0, chance=0, step=5).layout.title.text.endswith("5, probably 5 to 5")
