"""Every number that module 06 takes from a model, a data set or an exercise is what that gives."""

import re
from datetime import date

import pytest
from tests.notebooks.modules import lesson

from parley import scenario, sets
from parley.models.inspection import deterring
from parley.models.tying_hands import sinking_costs, tying_hands
from parley.panel.sliders import FIGURES

LESSON = lesson("06_exercises_and_military_ties")
WORDS = {"eight": 8, "fifteen": 15}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(float(number.replace(",", "")) for number in found.groups())


def starts(name: str) -> dict[str, float]:
    """Return where the sliders of a figure start."""
    return {slider.name: slider.start for slider in FIGURES[name]}


def labels(name: str) -> list[str]:
    """Return the labels of the sliders of a figure."""
    return [slider.label for slider in FIGURES[name]]


class TestSignals:
    LESSON = part("## Does training deter?")

    def both(self, **moved):
        """Return both signals at the start, or with one slider moved."""
        at = {name: value / 100 for name, value in {**starts("tying-hands"), **moved}.items()}
        numbers = at["tough"], at["win"], at["cost"]
        return tying_hands(*numbers), sinking_costs(*numbers)

    def test_the_sunk_cost_that_convinces(self):
        (price,) = numbers(r"is (\d+) % of the greatest prize", self.LESSON)
        assert 100 * self.both()[1].price == pytest.approx(price)

    def test_what_the_defender_expects_and_the_risk_of_war(self):
        sunk, tied = numbers(
            r"expects ([\d.]+) % with sunk costs and ([\d.]+) % with tied hands", self.LESSON
        )
        risks = numbers(r"risk of war is ([\d.]+) %, not ([\d.]+) %", self.LESSON)
        found = self.both()
        assert [100 * one.average for one in found] == pytest.approx([tied, sunk], abs=0.05)
        assert [100 * one.war for one in found] == pytest.approx(risks, abs=0.05)

    def test_what_to_try(self):
        label, before, after, *risks = re.search(
            r'move "(.+?)" from (\d+) to (\d+) %: the risks fall to ([\d.]+) and ([\d.]+) %',
            self.LESSON,
        ).groups()
        assert label in labels("tying-hands")
        assert starts("tying-hands")["tough"] == int(before)
        found = [100 * one.war for one in self.both(tough=int(after))]
        assert found == pytest.approx([float(risk) for risk in risks], abs=0.06)


class TestInspection:
    LESSON = part("## Numbers, notice, observers")

    def test_the_picture_starts_as_the_lesson_says(self):
        at = starts("inspection")
        gain, penalty = numbers(r"worth (\d+) points, and a detected one costs (\d+)", self.LESSON)
        (caught,) = numbers(r"With a detection of (\d+) %", self.LESSON)
        assert (at["gain"], at["penalty"], at["caught"]) == (gain, penalty, caught)
        assert (at["inspections"], at["periods"]) == (2, 5)
        assert "two inspections must do for five periods" in self.LESSON
        assert gain - caught / 100 * (gain + penalty) == pytest.approx(0.5)
        assert "it is worth half a point" in self.LESSON

    def test_from_when_cheating_does_not_pay(self):
        gain = starts("inspection")["gain"]
        (enough,) = numbers(r"to (\d+) %, and it pays no more", self.LESSON)
        assert 100 * deterring(gain, starts("inspection")["penalty"]) == pytest.approx(enough)
        mild, needed = numbers(r"fall to (\d+), a mild protest: now (\d+) %", self.LESSON)
        assert 100 * deterring(gain, mild) == pytest.approx(needed)

    @pytest.mark.parametrize(
        "label", ["A violation is detected with probability", "A detected violation costs"]
    )
    def test_the_sliders_have_these_names(self, label):
        assert f'"{label}"' in self.LESSON
        assert label in labels("inspection")

    def test_two_brigades_owe_notice_and_no_observers(self):
        parts = numbers(r"of ([\d,]+) and ([\d,]+) soldiers", self.LESSON)
        (total,) = numbers(r"one activity: ([\d,]+) soldiers", self.LESSON)
        notice, days = numbers(r"from ([\d,]+) troops, (\d+) days before .*nato", self.LESSON)
        (observers,) = numbers(r"nato.*\| observers from ([\d,]+) troops", self.LESSON)
        (left,) = numbers(r"They begin in (\d+) days", self.LESSON)
        assert sum(parts) == total
        assert max(parts) < notice < total < observers
        assert left < days


class TestExercises:
    LESSON = part("## What states train for")

    @pytest.fixture
    def years(self):
        return sets.load("joint-exercises").set_index("year")

    def test_how_many_there_are(self, years):
        total, first, last = numbers(r"lists ([\d,]+) joint exercises from (\d+) to (\d+)", LESSON)
        assert years["exercises"].sum() == total
        assert (years.index.min(), years.index.max()) == (first, last)

    def test_peacekeeping_came_late(self, years):
        year, later = numbers(r'"Year" to (\d+).*\nIn (\d+) it is', self.LESSON)
        assert starts("joint-exercises")["purpose"] == 1
        assert 'Keep "for peacekeeping"' in self.LESSON
        assert ": one of 82 exercises" in self.LESSON
        assert tuple(years.loc[year, ["peacekeeping", "exercises"]]) == (1, 82)
        assert tuple(years.loc[later, ["peacekeeping", "exercises"]]) == numbers(
            r"it is (\d+) of (\d+)", self.LESSON
        )
        assert years.loc[1980:1989, "peacekeeping"].sum() == 0

    def test_training_for_war_stayed_the_rule(self, years):
        (share,) = numbers(r'"for combat": ([\d.]+) % over all years', self.LESSON)
        found = years["warfighting"].sum() / years["exercises"].sum()
        assert 100 * found == pytest.approx(share, abs=0.05)

    def test_the_year_with_the_fewest(self, years):
        year, count = numbers(r"(\d{4}), with (\d+)\.", self.LESSON)
        assert (years["exercises"].idxmin(), years["exercises"].min()) == (year, count)

    @pytest.mark.parametrize("choice", ["for peacekeeping", "for combat", "in headquarters only"])
    def test_the_choices_have_these_names(self, choice):
        assert f'"{choice}"' in self.LESSON
        assert choice in FIGURES["joint-exercises"][0].words


class TestTables:
    def test_exercise_size(self):
        found = scenario.load("exercise-size")
        intro = part("## The table: exercise size")
        (turns,) = re.search(r"For (\w+) quarters", intro).groups()
        assert WORDS[turns] == found.terms.turns
        silence, unseen = numbers(r"from ([\d,]+) troops on, and no observers from ([\d,]+)", intro)
        law = " ".join(found.law)
        assert f"{silence:,.0f} troops" in law
        assert f"observers from {unseen:,.0f}" in law

    def test_the_desk(self):
        (plans,) = re.search(r"(\w+) plans: say what each owes", LESSON).groups()
        assert WORDS[plans.lower()] == len(scenario.load("vienna-document-desk").files)


class TestDates:
    def test_sixteen_years_after_the_talks(self):
        assert "Sixteen years later" in part("## Incidents at sea: three kinds")
        assert date(1988, 2, 12).year - date(1972, 5, 25).year == 16

    def test_the_day_of_the_shot_was_a_sunday(self):
        assert "On Sunday, 24 March 1985" in LESSON
        assert date(1985, 3, 24).isoweekday() == 7

    def test_the_missions_lasted_44_years(self):
        assert "They lasted 44 years" in LESSON
        assert (date(1990, 10, 2) - date(1946, 9, 16)).days // 365 == 44

    def test_four_days_later(self):
        assert "Four days later Russia invaded Ukraine." in LESSON
        assert (date(2022, 2, 24) - date(2022, 2, 20)).days == 4
