"""The figure of armed escorts: title, curve and words give the model's numbers."""

import pytest
from tests.figures.turning import drawn, said

from parley.models.armed_escorts import escorts


def test_the_curve_is_the_model():
    found = drawn("armed-escorts").data[0]
    model = [escorts(20, count, 0.1, 0.5, 0.01).attacks for count in found.x]
    assert list(found.y) == pytest.approx(model)


def test_words_and_title_at_the_start():
    words = said("armed-escorts")
    assert "is 16 % for a convoy that has none, and 8 % for one that has one" in words
    assert "All 20 together must expect 2.72 attacks a month, and 2 without" in words
    assert "The fewest come with 0 escorts: 2." in words
    title = drawn("armed-escorts").layout.title.text
    assert title == "6 of 20 convoys with an armed escort: 2.72 attacks to expect"


def test_where_nothing_spills_all_should_have_one():
    assert "The fewest come with 20 escorts: 1." in said("armed-escorts", spill=0.0)


def test_where_an_escort_does_more_harm_than_good_to_its_own_convoy():
    words = said("armed-escorts", risk=1, cut=10, spill=2.0)
    assert "Not every convoy is safer with an escort of its own." in words
