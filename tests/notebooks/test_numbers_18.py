"""Every number that module 18 takes from a model or a scenario is what that gives."""

import re

import pytest
from tests.figures.turning import STARTS, said
from tests.notebooks.modules import lesson

from parley import scenario
from parley.figures.likelihood_words import WORDS
from parley.models.carry_over import carry_over, persistence
from parley.models.likelihood_words import KENT_1964, SCALE_2015, words_for

LESSON = lesson("18_capstone")
NUMBER = r"([\d.]*\d)"
WEEKS = ("strait-week", "ridge-week", "road-week")


def numbers(pattern: str) -> list[float]:
    """Return the numbers that a sentence of the lesson holds."""
    found = re.search(pattern, LESSON)
    assert found, pattern
    return [float(one) for one in found.groups()]


def left(recover: float) -> tuple[float, float]:
    """Return what is left of a difference after a day, and on Friday, in percent."""
    hold = STARTS["carry-over"]["hold"] / 100
    good, bad = (carry_over(first, hold, recover / 100, 5)[-1] for first in (1, 0))
    return 100 * persistence(hold, recover / 100), 100 * (good - bad)


class TestCarryOver:
    def test_the_start_of_the_picture(self):
        hold, recover = numbers(
            rf"good in {NUMBER} of 100 cases after a good day, and in {NUMBER} of 100 after a bad"
        )
        assert {"hold": hold, "recover": recover} == STARTS["carry-over"]

    @pytest.mark.parametrize(
        ("recover", "pattern"),
        [
            (30, rf"Each day {NUMBER} % of the difference is left, and on Friday {NUMBER} points"),
            (70, rf"to 70 %: now only {NUMBER} % .* each day, and on Friday {NUMBER} points"),
        ],
    )
    def test_what_is_left(self, recover, pattern):
        assert numbers(pattern) == pytest.approx(left(recover), abs=0.05)

    def test_a_bad_day_that_is_never_mended(self):
        assert numbers(rf"to 0 % instead\. On Friday {NUMBER} points") == pytest.approx(
            left(0)[1:], abs=0.05
        )
        assert carry_over(0, 0.9, 0, 5)[1:] == [0] * 4


class TestWords:
    def test_the_start_and_the_word(self):
        chance, low, high, gap = numbers(
            rf"You believe {NUMBER} %, as Kent did, and write \"roughly even chance\"\. The reader "
            rf"hears {NUMBER} to {NUMBER} %: at least {NUMBER} points less"
        )
        start = STARTS["likelihood-words"]
        assert (chance, WORDS[start["said"]]) == (start["chance"], "roughly even chance")
        heard = SCALE_2015[start["said"]]
        assert (low, high, gap) == (heard.low, heard.high, chance - heard.high)

    def test_likely(self):
        (wide,) = numbers(rf"still leaves {NUMBER} points open")
        likely = SCALE_2015[WORDS.index("likely")]
        assert wide == likely.high - likely.low
        assert "says what you believe" in said("likelihood-words", said=WORDS.index("likely"))
        assert words_for(65, SCALE_2015) == ("likely",)

    def test_a_chance_without_a_word(self):
        (chance,) = numbers(rf"Move to {NUMBER} %\. In Kent's terms there is no word for it")
        assert words_for(chance, KENT_1964) == ()


class TestWeeks:
    def test_the_minutes(self):
        (minutes,) = numbers(r"All five days take about (\d+) minutes")
        assert all(abs(scenario.load(name).minutes - minutes) <= 5 for name in WEEKS)
        assert f"{minutes:.0f} at one crisis week" in LESSON

    @pytest.mark.parametrize("name", WEEKS)
    def test_the_days_and_chairs(self, name):
        rows = re.findall(r"^\| (\w+day) \| ([^|]+) \|", LESSON, re.MULTILINE)
        days = scenario.load(name).days
        assert [day.label.split(":")[0] for day in days] == [row[0] for row in rows]
        chairs = [chair for _, chair in rows]
        pairs = zip(days, chairs, strict=True)
        assert [chair for day, chair in pairs if day.chair.removeprefix("the ") not in chair] == []
