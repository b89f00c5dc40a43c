"""Every number that module 09 takes from a model, a data set or a scenario is what that gives."""

import re
from datetime import date

import pytest
from tests.notebooks.modules import lesson

import parley
from parley import scenario
from parley.figures.pieces import number
from parley.models.relief_gap import FIRST, relief_gap
from parley.panel.sliders import FIGURES

LESSON = lesson("09_relief")
START = {slider.name: slider.start for slider in FIGURES["relief-gap"]}
NUMBERS = {"seven": 7, "fourteen": 14}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(map(float, found.groups()))


class TestLastResort:
    LESSON = part("## The three tests of last resort")
    FOUND = relief_gap(**START)

    def test_civilian_relief_alone(self):
        first, growth, enough = numbers(
            r"begins at (\d+) % of it and grows by (\d+) points a day, so from day (\d+)",
            self.LESSON,
        )
        assert (first, growth, enough) == (FIRST, START["growth"], self.FOUND.enough)
        (missing,) = numbers(r"Without soldiers ([\d.]+) whole days", self.LESSON)
        assert missing == self.FOUND.missing

    def test_soldiers_at_the_start(self):
        arrive, leave, helped = numbers(
            r"work from day (\d+) to day (\d+) and meet ([\d.]+) of", self.LESSON
        )
        assert (arrive, leave, helped) == (START["arrive"], START["leave"], self.FOUND.helped)
        (idle,) = numbers(r"In the last (\d+) days they do what civilians could do", self.LESSON)
        assert idle == leave - self.FOUND.enough

    def test_late_and_large(self):
        day, helped = numbers(r"begin on day (\d+)\. They meet only ([\d.]+) days", self.LESSON)
        again, lift, same = numbers(
            r"Stay at day (\d+), .* to (\d+) %\. They still meet ([\d.]+) days", self.LESSON
        )
        assert day == again and same == helped and lift == 2 * START["lift"]
        for size in (START["lift"], int(lift)):
            late = relief_gap(**START | {"arrive": int(day), "lift": size})
            assert number(late.helped) == number(helped)

    def test_gone_too_early(self):
        day, gap = numbers(r"leave on day (\d+)\. .* all but (\d+) % of the need", self.LESSON)
        assert gap == 100 - self.FOUND.civilian[int(day)]

    def test_help_the_civilians(self):
        growth, before, after = numbers(
            r"grow by (\d+) points a day\. The missing days fall from ([\d.]+) to ([\d.]+),",
            self.LESSON,
        )
        faster = relief_gap(**START | {"growth": int(growth)})
        assert (before, after) == (self.FOUND.missing, faster.missing)


class TestTrust:
    LESSON = part("## Does relief win trust?")
    POLLS = parley.load("relief-polls").set_index("poll").favourable

    @pytest.mark.parametrize(
        ("one", "other", "pattern"),
        [
            ("spring 2003", "spring 2005", r"you see (\d+) points more"),
            ("2002", "spring 2006", r"with spring 2006: (\d+) points fewer"),
            ("2008", "spring 2009", r"with spring 2009: (\d+) points more"),
        ],
    )
    def test_two_polls(self, one, other, pattern):
        (points,) = numbers(pattern, self.LESSON)
        assert abs(self.POLLS[other] - self.POLLS[one]) == points
        assert one in self.LESSON and other in self.LESSON

    def test_points_by_distance(self):
        fall, every = numbers(r"fell by (\d+) points for every (\d+) km", self.LESSON)
        apart, points = numbers(r"are (\d+) km apart this makes (\d+) points", self.LESSON)
        assert points == fall * apart / every


def test_the_desk_in_haiti_opened_after_as_many_days():
    (days,) = numbers(r"On 26 January, (\d+) days after the earthquake", LESSON)
    assert days == (date(2010, 1, 26) - date(2010, 1, 12)).days


def test_the_table():
    found = scenario.load("last-resort-clock")
    turns, days = re.search(r"no war, (\w+) turns of two days", LESSON)[1], "fourteen days"
    assert NUMBERS[turns] == found.terms.turns
    assert days in part("## What you will do")
    assert NUMBERS["fourteen"] == 2 * found.terms.turns
