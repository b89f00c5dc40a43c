"""Every number that module 11 takes from a model or a scenario is what that gives."""

import re
from fractions import Fraction
from itertools import product

import pytest
from tests.notebooks.modules import lesson

from parley import scenario
from parley.models.answer_in_time import HOURS, answer_after, race
from parley.models.sealed_message import CHANGED, WRITTEN, carry
from parley.panel.sliders import FIGURES

LESSON = lesson("11_technology_and_communication")
WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "eight": 8}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def found(pattern: str, text: str) -> tuple[str, ...]:
    """Return what a sentence of the lesson holds."""
    return re.search(pattern, text).groups()


class TestSpeed:
    LESSON = part("## What speed is worth")
    START = {slider.name: slider.start for slider in FIGURES["answer-in-time"]}

    def after(self, **changes):
        """Return what the picture shows after a day, in per cent with one decimal."""
        now = self.START | changes
        answer = answer_after(now["way"], now["decide"])
        end = race(HOURS, answer, now["step"] / 100, now["silent"] / 100)
        return tuple(round(100 * share, 1) for share in end)

    def test_the_picture_begins_as_the_text_says(self):
        assert f"acts with a probability of {self.START['step']} %" in self.LESSON
        (way, decide) = found(r"needs (\w+) hours for the way, .* (\w+) hours to", self.LESSON)
        assert (WORDS[way], WORDS[decide]) == (self.START["way"], self.START["decide"])

    def test_after_a_day(self):
        both, neither = found(r"acted with ([\d.]+) %, and neither with ([\d.]+) %", self.LESSON)
        shown = self.after()
        assert (float(neither), float(both)) == (shown[0], shown[2])

    def test_a_faster_way_a_faster_answer_and_silence(self):
        (fast,) = found(r"Neither side has acted with ([\d.]+) %", self.LESSON)
        hours, (now,) = 1, found(r"Now it is ([\d.]+) %", self.LESSON)
        silent, still = found(r"nobody answers\" to (\d+) %\. It falls to ([\d.]+) %", self.LESSON)
        assert f"answer after {hours} hour, not {self.START['decide']}." in self.LESSON
        assert float(fast) == self.after(way=0)[0]
        assert float(now) == self.after(way=0, decide=hours)[0]
        assert float(still) == self.after(way=0, decide=hours, silent=int(silent))[0]


class TestMessages:
    LESSON = part("## Sign, seal, number")
    ROWS = dict(re.findall(r"^\| (an? [^|]+|the message[^|]+) \| ([^\n]+) \|$", LESSON, re.M))

    def test_the_words_of_the_picture(self):
        assert f'You write: "{WRITTEN}"' in self.LESSON
        assert WRITTEN.replace("locked", "loaded") == CHANGED
        assert 'A stranger makes it "loaded".' in self.LESSON

    def test_what_to_try(self):
        assert carry("changed", False, False, False).believed
        assert not carry("changed", True, False, False).believed
        assert carry("faked", False, True, False)[3:] == (True, None, None, True)
        assert carry("sent again", True, True, False)[3:] == (True, True, None, True)
        assert not carry("sent again", True, True, True).believed

    @pytest.mark.parametrize(
        ("row", "way"),
        [
            ("a word is changed", "changed"),
            ("a stranger writes in your name", "faked"),
            ("an old message comes again", "sent again"),
        ],
    )
    def test_a_cell_says_help_where_the_model_refuses(self, row, way):
        signature, seal, number = self.ROWS[row].split(" | ")
        assert (signature != "no help") is not carry(way, True, False, False).believed
        assert (seal != "no help") is not carry(way, False, True, False).believed
        refuses = {
            both
            for both in product((False, True), repeat=2)
            if carry(way, *both, False).believed and not carry(way, *both, True).believed
        }
        assert (number == "shows it, if signed or sealed") is (len(refuses) == 3)
        assert (number == "no help") is (not refuses)

    def test_only_a_seal_hides(self):
        assert self.ROWS["a stranger reads along"] == "no help | hides the words | no help"
        for signed, sealed, numbered in product((False, True), repeat=3):
            wire = carry("read", signed, sealed, numbered).wire
            assert (WRITTEN.encode() in wire) is not sealed

    def test_what_is_held_back_leaves_a_gap(self):
        assert self.ROWS["the message is held back"] == "no help | no help | a gap, later"
        assert not any(carry("held back", True, True, True)[1:])


class TestSilence:
    TABLE = scenario.load("message-under-pressure")

    def test_silence_doubles_the_odds(self):
        text = part("## When nobody answers")
        assert "silent two times in three, an open line one time in three" in text
        one, two = found(r"So (\d+) %, then (\d+) %", text)
        odds = Fraction(2, 3) / Fraction(1, 3)
        assert [int(one), int(two)] == [round(100 * odds**n / (1 + odds**n)) for n in (1, 2)]

    def test_the_table_has_these_odds(self):
        lines = [line for line in self.TABLE.odds if "silence" in line.odds and line.types]
        hot = [line for line in lines if "hotline" in str(line.when)]
        shares = {
            (line.types[0], Fraction(line.odds["silence"], sum(line.odds.values()))) for line in hot
        }
        assert shares == {("open", Fraction(1, 3)), ("shut", Fraction(2, 3))}

    def test_the_table_is_as_described(self):
        text = part("## The table: message under pressure")
        facts, spans, channels = found(r"You have (\w+) facts .*, (\w+) spans .* (\w+) chan", text)
        assert WORDS[spans] == self.TABLE.terms.turns
        assert WORDS[facts] == self.TABLE.tracks["clear"].range[1]
        assert WORDS[channels] == len(
            {"hotline", "form", "attache", "public"} & set(self.TABLE.acts)
        )
        assert found(r"worth of (\d+), (\d+) and (\d+) words", text) == tuple(
            value.split()[0] for value in self.TABLE.tracks["words"].values
        )
