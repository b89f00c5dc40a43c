"""The figures of educating diplomats: titles, curves and words give the models' numbers."""

import pytest
from tests.figures.turning import drawn, said

from parley.models.skill_fade import skill_fade
from parley.models.two_groups import two_groups


class TestTwoGroups:
    def test_the_bells_stand_on_their_averages(self):
        for trace, middle in zip(drawn("two-groups", apart=1.2).data, (0, 1.2) * 2, strict=True):
            top = max(range(len(trace.y)), key=lambda place: trace.y[place])
            assert trace.x[top] == pytest.approx(middle)
            assert trace.y[top] == 100

    def test_the_bell_of_averages_is_narrower_by_the_root_of_the_people(self):
        one, _, many, _ = drawn("two-groups", people=16).data
        assert many.x[-1] == pytest.approx(one.x[-1] / 4)

    def test_words_and_title_at_the_start(self):
        words = said("two-groups")
        assert "The averages lie 0.5 standard deviations apart; 94 % of all variance" in words
        assert "lies above one person of A in 64 % of pairs" in words
        assert "The average of 25 people of B lies above" in words
        assert f"{round(100 * two_groups(0.5, 25).averages)} % of samples" in words
        title = drawn("two-groups").layout.title.text
        assert title == "One person of B lies above one of A in 64 % of pairs"

    def test_certainty_is_not_claimed(self):
        assert "in over 99.9 % of samples" in said("two-groups", apart=2.0, people=100)
        assert "The average of one person of B" in said("two-groups", people=1)


class TestSkillFade:
    def test_the_curve_is_the_model(self):
        curve = drawn("skill-fade").data[0]
        ends = [100 * one.level(one.end) for one in skill_fade(28, 2, 0.5)]
        assert [curve.y[place] for place in (8, 17, 26)] == pytest.approx(ends, abs=0.001)

    def test_words_and_title_at_the_start(self):
        words = said("skill-fade")
        assert "27.6 % is left after a year, and the officer is too weak for the post in 37.6" in (
            words
        )
        assert "With 2 refreshers at equal distances the lowest level is 65.1 %" in words
        assert drawn("skill-fade").layout.title.text == (
            "2 refreshers: too weak in 2.9 of 52 weeks"
        )

    def test_without_refreshers_both_lines_are_one(self):
        with_, without = drawn("skill-fade", refreshers=0).data
        assert with_.y == without.y
        assert "With 0 refreshers" in said("skill-fade", refreshers=0)
