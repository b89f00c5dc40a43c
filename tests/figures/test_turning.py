"""The figures that turn: their look, their words, and every corner of their sliders."""

import json
import re

import pytest
from tests.figures.turning import corners, drawn, parts, said

from parley.panel.sliders import FIGURES


@pytest.mark.parametrize("name", FIGURES)
class TestEvery:
    def test_it_is_plain_rounded_and_small(self, name):
        text = json.dumps(drawn(name).to_plotly_json())
        assert "bdata" not in text
        assert not re.search(r"\d\.\d{5}", text)
        assert "NaN" not in text
        assert len(text) < 9_000

    def test_it_has_a_title_and_axes_that_say_what_they_count(self, name):
        figure = drawn(name)
        assert figure.layout.title.text
        for axis in [*figure.select_xaxes(), *figure.select_yaxes()]:
            hidden = axis.visible is False or axis.showticklabels is False
            assert hidden or axis.title.text or axis.ticktext

    def test_nothing_is_told_by_colour_alone(self, name):
        looks = [
            (trace.type, trace.mode, trace.marker.symbol, trace.line.dash, trace.fill)
            if trace.type == "scatter"
            else (trace.type, trace.marker.pattern.shape)
            for trace in drawn(name).data
            if trace.showlegend is not False
        ]
        assert len(set(looks)) == len(looks)

    def test_text_is_not_small(self, name):
        layout = drawn(name).layout
        assert layout.font.size >= 12
        assert all(note.font.size >= 12 for note in layout.annotations)

    def test_every_corner_has_a_picture_of_one_height_and_words(self, name):
        draw, describe = parts(name)
        every = corners(name)
        heights = {draw(**values).layout.height for values in every[:: max(1, len(every) // 27)]}
        assert len(heights) == 1
        for values in every:
            words = describe(**values)
            assert words.endswith(".")
            assert not re.search(r"\bnan\b|\binf\b|\d\.\d{3}|-\d|None", words), words


class TestZone:
    def test_words_at_the_start(self):
        words = said("zone")
        assert "from 8 to 14 km: it is 6 km wide, and its middle is 11 km" in words
        assert "12 km: 4 km better than its limit for the side that asks, 2 km" in words

    def test_no_zone(self):
        assert drawn("zone", least=16, most=9).layout.title.text.startswith("No zone")
        assert "7 km lie between the limits" in said("zone", least=16, most=9)

    def test_a_middle_outside_the_zone_is_signed_by_nobody(self):
        assert "the side that gives does not sign" in said("zone", ask=24, give=12)

    def test_a_zone_of_one_value(self):
        assert "one value only: 9 km" in drawn("zone", least=9, most=9).layout.title.text


class TestLogrolling:
    def test_words_at_the_start(self):
        words = said("logrolling")
        assert "The trade gives you the road and them the posts: 80 to you and 80 to them" in words
        assert "is worth 50 to you and 50 to them" in words

    def test_unequal_trades_are_made_equal(self):
        assert "57.14 to you and 57.14 to them" in said("logrolling", theirs=60)
        assert "A part of their issue" in said("logrolling", own=40)

    def test_equal_weights(self):
        assert "no trade makes more" in said("logrolling", theirs=80)
        assert "no more than a split" in drawn("logrolling", theirs=80).layout.title.text


class TestRubinstein:
    def test_words_at_the_start(self):
        words = said("rubinstein")
        assert "the first mover gets 73 % and the second 27 %" in words
        assert "Without a last round it is 52.6 % and 47.4 %" in words

    def test_the_clock(self):
        first = drawn("rubinstein").data[0]
        assert list(first.y[:3]) == [100, 10, 91]
        assert "second mover makes the last offer" in said("rubinstein", rounds=2)


class TestBargainingRange:
    def test_words_at_the_start(self):
        words = said("bargaining-range")
        assert "from 50 % to 80 % better than war" in words
        assert "is then 75 %: war follows with probability 37.5 %, and A expects 65.6 %" in words
        assert words.endswith("so B accepts.")

    def test_b_may_refuse(self):
        assert said("bargaining-range", demand=81).endswith("so B refuses, and there is war.")
        assert "less than the true cost" in said("bargaining-range", greatest=10)

    def test_the_curves(self):
        found = {trace.name: trace for trace in drawn("bargaining-range").data}
        assert (found["risk of war"].y[75], found["what A expects"].y[75]) == (37.5, 65.625)


class TestCriticalRisk:
    def test_words_at_the_start(self):
        words = said("critical-risk")
        assert "below 20 %: the critical risk" in words
        assert "13 steps of 5 % each add up to a risk of 48.7 %" in words
        assert "Step 5 passes the critical risk, with 22.6 % together" in words

    def test_bars_change_their_look_at_the_critical_risk(self):
        below, above = drawn("critical-risk").data[-2:]
        assert (len(below.y), len(above.y)) == (4, 9)


class TestThreatTree:
    def test_words_at_the_start(self):
        words = said("threat-tree")
        assert "an unresolved A bluffs with probability 66.7 %" in words
        assert "believes with 33.3 % that A is resolved, and resists with probability" in words
        assert "On average A has 0.13 and B 0.25" in words

    def test_it_is_a_whole_tree(self):
        figure = drawn("threat-tree")
        lines = [trace for trace in figure.data if trace.mode == "lines"]
        ends = [note.text for note in figure.layout.annotations if note.text.startswith("(")]
        assert (len(lines), len(ends)) == (14, 8)
        assert {"(0, 1)", "(1, 0)", "(−0.5, 1)", "(0.3, −2)", "(−3, −2)"} == set(ends)

    def test_a_believed_threat(self):
        words = said("threat-tree", prior=50)
        assert "33.3 % is enough, so B always gives way" in words
        assert drawn("threat-tree", prior=50).layout.title.text.startswith("Every A threatens")


class TestSecurityDilemma:
    def test_words_at_the_start(self):
        words = said("security-dilemma")
        assert "when trust is above 75 %, the threshold" in words
        assert "Arming is worth 1.6, not arming 1: arm." in words
        assert words.endswith("this is Jervis's world 1, doubly dangerous.")

    def test_the_known_threshold_is_on_the_border(self):
        words = said("security-dilemma", betrayed=1)
        assert "above 50 %" in words
        assert "border between Jervis's worlds 1 and 2" in words

    def test_a_look_at_arms_moves_trust(self):
        words = said("security-dilemma", apart=1)
        assert "your trust goes to 93.1 %" in words
        assert "do not arm" in words
        assert "world 3" in words
        assert said("security-dilemma", betrayed=0.5, apart=1).endswith("4, doubly stable.")

    def test_at_the_threshold_both_are_worth_the_same(self):
        assert "both are worth the same" in said("security-dilemma", trust=75)
