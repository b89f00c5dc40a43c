"""The figure of two thresholds: title, curves and words give the model's numbers."""

import pytest
from tests.figures.turning import drawn, said

from parley.models.two_thresholds import Thresholds


def test_the_curve_is_the_model():
    found = {trace.name: trace for trace in drawn("two-thresholds").data}["war of either kind"]
    model = Thresholds(greedy=0.5, enough=70, bears=30, doubt=15, notice=10)
    assert list(found.y) == pytest.approx([100 * model.war(x) for x in found.x], abs=1e-3)


def test_words_and_title_at_the_start():
    words = said("two-thresholds")
    assert "strikes first above about 40: 30, and 10 more through notice and talks" in words
    assert "at 50, the risk of war is 91.7 %. It is least at 0: 50 %." in words
    title = drawn("two-thresholds").layout.title.text
    assert title == "Risk of war: 91.7 % in the middle, 50 % at a posture of 0"


def test_a_window_is_said_only_where_there_is_one():
    assert "no rival of either kind acts" not in said("two-thresholds", notice=65)
    assert "From 85 to 85 no rival of either kind acts." in said("two-thresholds", notice=70)
    assert "From 45 to 65 no rival" in said("two-thresholds", enough=30, bears=70)
