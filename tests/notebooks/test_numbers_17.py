"""Every number that module 17 takes from a figure, a set or a scenario is what that gives."""

import re
from datetime import date

import pytest
from tests.notebooks.modules import lesson

from parley import scenario
from parley.figures.case_files import CASES
from parley.figures.case_files import describe as told
from parley.figures.conflict_endings import ENDINGS
from parley.figures.conflict_endings import describe as ended
from parley.figures.series import rows
from parley.panel.sliders import FIGURES

LESSON = lesson("17_case_files")
WORDS = {"two": 2, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "eleven": 11}
OPERATIONS = {row["operation"]: row for row in rows("peace-operations")}
EVENTS = rows("case-files")


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def said(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers of a sentence, in figures or in words."""
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(
        float(WORDS.get(number.lower(), number.replace(",", ""))) for number in found.groups()
    )


def day(case: str, start: str) -> date:
    """Return the day of the event of a case whose words begin so."""
    (found,) = [one["date"] for one in EVENTS if one["case"] == case and start in one["what"]]
    return date.fromisoformat(found)


class TestFiles:
    LESSON = part("## The base at Haskanita")

    def test_how_many_files_and_lines(self):
        assert said(r"The picture holds (\w+) such files", self.LESSON) == (len(CASES),)
        (lines,) = said(r"a file with (\w+) lines", self.LESSON)
        assert self.LESSON.count("\n| ") - 1 == lines

    def test_darfur_at_three_times(self):
        case, year = (slider.start for slider in FIGURES["case-files"])
        assert list(CASES)[case] == "darfur" and year == 2006
        then, later = said(
            r"end of 2006: (\w+) events stand in the file, and (\w+) lie", self.LESSON
        )
        next_, last = said(
            r"to 2007, where there are (\w+), and on to 2026, where there are (\w+)", self.LESSON
        )
        assert told(case, 2006).count("\n") == then
        assert f"{later:.0f} events lie after 2006" in told(case, 2006)
        assert told(case, 2007).count("\n") == next_
        assert told(case, 2026).count("\n") == last == then + later

    def test_the_dates_of_the_opening(self):
        assert day("darfur", "Resolution 1769") < day("darfur", "An attack on the base")
        assert day("darfur", "An attack on the base") < day(
            "darfur", "The joint mission takes over"
        )
        assert "29 September 2007" in self.LESSON and "31 December" in self.LESSON


def test_the_joint_mission_in_darfur():
    text = part("## Darfur: a mandate and its means")
    peak, dead = said(r"grew to ([\d,]+) people in uniform by May 2012, and lost (\d+)", text)
    row = OPERATIONS["unamid"]
    assert (row["peak_uniformed"], row["peak_as_of"], row["deaths"]) == (peak, "2012-05", dead)
    assert row["end"].startswith("2020")


class TestBosnia:
    LESSON = part("## Bosnia 1995: three causes in one autumn")

    @pytest.mark.parametrize(
        "pattern",
        [
            r"years to (\d+): after a peace agreement ([\d.]+) % were not fought again, "
            r"after any ending ([\d.]+) %",
            r"At (\d+) years it is ([\d.]+) % and ([\d.]+) %",
        ],
    )
    def test_how_long_agreements_and_any_endings_last(self, pattern):
        years, agreement, other = said(pattern, self.LESSON)
        start = {slider.name: slider.start for slider in FIGURES["conflict-endings"]}
        assert ENDINGS[start["one"]] == "peace agreement"
        words = ended(start["one"], ENDINGS.index("any ending"), int(years))
        assert f"peace agreement, {agreement:g} % had" in words
        assert f"any ending, {other:g} % had" in words

    def test_more_than_half_last_thirty_years(self):
        assert "In this set more than half of the peace agreements last so long." in self.LESSON
        (share,) = said(r"At 30 years it is ([\d.]+) %", self.LESSON)
        assert share > 50

    def test_the_order_of_signature_and_force(self):
        assert day("bosnia-1995", "They sign it") < day("bosnia-1995", "Resolution 1031")
        assert "A day later the Council authorised the force" in self.LESSON


def test_a_decision_in_days_and_a_proof_after_months():
    text = part("## Mali: training and an army")
    (days,) = said(r"(\w+) days lay between the killing and the decision", text)
    decided = day("eutm-mali", "The European Union suspends")
    assert (decided - date(2022, 3, 31)).days == days
    assert "more than thirteen months between the decision and the report" in text
    assert date(2023, 5, 11) < day("eutm-mali", "The United Nations human rights office")


def test_the_tables_are_as_the_lesson_says():
    (tests,) = said(r"first of (\w+) tests", part("## The table: case file court"))
    names = {rule.label.split(":")[0] for rule in scenario.load("success-audit").cards[:-1]}
    assert len(names) == tests


def test_the_days_of_kumanovo_are_those_of_its_table():
    text = part("## Two decisions, replayed")
    asked, signed = re.search(r"within (\w+) days.*?The text has (\w+) ", text, re.DOTALL).groups()
    (days,) = [one for one in scenario.load("kumanovo-1999").issues if one.id == "days"]
    assert days.signed == f"{signed} days"
    assert f"{asked} days" in days.options
