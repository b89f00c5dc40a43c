"""Every number that module 01 takes from a model, a set or a scenario is what that gives."""

import re

import pytest
from tests.notebooks.modules import lesson

from parley import scenario
from parley.figures.armed_conflicts import REGIONS
from parley.figures.armed_conflicts import describe as conflicts
from parley.figures.five_kinds import HARM
from parley.figures.series import rows
from parley.figures.timeline import KINDS, WIDTHS
from parley.figures.timeline import describe as timeline
from parley.models.five_kinds import kind
from parley.models.reassurance import signal
from parley.panel.sliders import FIGURES

LESSON = lesson("01_what_military_diplomacy_is")
WORDS = {"three": 3, "six": 6, "seven": 7, "eight": 8}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(float(number.replace("−", "-")) for number in found.groups())


def start(figure: str) -> dict[str, float]:
    """Return where the sliders of a figure stand at first."""
    return {slider.name: slider.start for slider in FIGURES[figure]}


class TestFiveKinds:
    LESSON = part("## Five kinds, four questions")
    START = start("five-kinds")

    def found(self, **changes):
        values = self.START | changes
        harm = HARM[values.pop("harm")]
        return kind(harm, **{name: bool(value) for name, value in values.items()})

    def test_the_way_through_the_picture(self):
        assert "The picture begins at deterrence." in self.LESSON
        assert self.found() == "deterrence"
        assert 'Set "They must" to *act*, and it is coercion.' in self.LESSON
        assert self.found(acts=1) == "coercion"
        assert "*harm now*: it is still coercion, because the harm ends" in self.LESSON
        assert self.found(acts=1, harm=2) == "coercion"
        assert "Set the last list to *no*: now it is force." in self.LESSON
        assert self.found(acts=1, harm=2, ends=0) == "force"

    def test_the_two_kinds_that_are_left(self):
        assert {self.found(harm=0, joins=joins) for joins in (0, 1)} == {
            *("cooperation", "reassurance")
        }

    def test_there_are_as_many_lists_as_questions(self):
        assert len(FIGURES["five-kinds"]) == 4
        assert len(re.findall(r"^\| [A-Z]\w+ \| [^|]+ \| [^|]+ \|$", self.LESSON, re.M)) == 5 + 1


class TestTimeline:
    LESSON = part("## From attaché to air strike")
    EVENTS = rows("timeline")

    def test_it_holds_a_hundred_events(self):
        assert "The timeline holds a hundred events." in self.LESSON
        assert len(self.EVENTS) == 100

    @pytest.mark.parametrize("name", ["coercion", "attaché"])
    def test_three_events_of_a_kind(self, name):
        assert "*coercion*: there are three events, from three continents." in self.LESSON
        assert "Choose *attaché*, and there are three again." in self.LESSON
        (first,) = numbers(r'Set "From the year" to (−\d+),', self.LESSON)
        assert first == FIGURES["timeline"][0].low
        found = [event for event in self.EVENTS if event["kind"] == name]
        words = timeline(int(first), len(WIDTHS) - 1, KINDS.index(name))
        assert len(found) == 3
        assert all(event["what"] in words for event in found)

    def test_the_continents(self):
        regions = [event["region"] for event in self.EVENTS if event["kind"] == "coercion"]
        assert sorted(regions) == ["Africa", "Asia", "Europe"]


class TestReassurance:
    LESSON = part("## Why some messages are believed")
    START = start("reassurance")

    def found(self, cost):
        at = self.START
        return signal(at["trust"] / 100, at["needed"] / 100, cost, at["honest"], at["other"])

    def test_the_worth_of_trust(self):
        assert numbers(
            r"trust is worth (\d) points to a state that wants only security, and ([\d.]+) to",
            self.LESSON,
        ) == (self.START["honest"], self.START["other"])

    def test_a_cheap_signal(self):
        cost, share = numbers(r"The signal costs (\d) point, so ([\d.]+) % of those", self.LESSON)
        assert cost == self.START["cost"]
        assert (self.found(cost).kind, round(100 * self.found(cost).pretends, 1)) == (
            *("mixes", share),
        )

    def test_a_dear_one_and_one_too_dear(self):
        (dear,) = numbers(r'Set "The signal costs" to (\d): only the honest send it', self.LESSON)
        (too_dear,) = numbers(r"Set it to ([\d.]+), and nobody sends it", self.LESSON)
        assert self.found(dear).kind == "separates"
        assert self.found(too_dear).kind == "too dear"


class TestArmedConflicts:
    LESSON = part("## What is known about results")

    def test_in_the_world(self):
        found = re.findall(r"in (\d{4}) there were (\d+)\b", self.LESSON, re.IGNORECASE)
        assert len(found) == 3
        for year, count in found:
            assert f"In {year} there were {count} conflicts in the world" in conflicts(0, int(year))
        assert "61, the most since 1946." in self.LESSON
        assert "since 1946 were 61, in 2024" in conflicts(0, 2024)

    def test_in_two_regions(self):
        africa, americas = numbers(
            r"In 2024 Africa had (\d+) of them, and the Americas (\d+)\.", self.LESSON
        )
        for name, count in (("Africa", africa), ("Americas", americas)):
            assert f"there were {count:g} conflicts in {name}" in conflicts(
                REGIONS.index(name), 2024
            )


class TestTable:
    LESSON = part("## The table: the signal desk")
    FOUND = scenario.load("signal-desk")

    def test_weeks_instruments_and_the_cap(self):
        (weeks,) = re.search(r"In each of (\w+) weeks", self.LESSON).groups()
        (acts,) = re.search(r"one of (\w+) instruments", self.LESSON).groups()
        assert WORDS[weeks] == self.FOUND.terms.turns
        assert WORDS[acts] == len(self.FOUND.acts)
        assert [name for name, act in self.FOUND.acts.items() if act.breach] == ["ultimatum"]
        assert "with it your mark is 40 at most." in self.LESSON

    def test_both_types_answer_a_note_about_an_accident_alike(self):
        assert "Both types answer a note about an accident alike" in self.LESSON
        first = self.FOUND.odds[0]
        assert first.when["act"] == "note"
        assert not first.types
