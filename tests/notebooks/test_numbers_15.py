"""Every number that module 15 takes from a set, a model or a scenario is what that gives."""

import re

import pytest
from tests.figures.turning import drawn, said
from tests.notebooks.modules import lesson

from parley import load, scenario
from parley.panel.sliders import FIGURES

LESSON = lesson("15_does_it_work")
CEASEFIRES = {"September 2014": 0, "February 2015": 1, "July 2020": 2, "December 2016": 3}
OTHERS = {"Saudi Arabia": 0, "Iran": 1, "India": 2, "Turkey": 3, "Ukraine": 4, "Russia": 5}
ALIKE = {
    "nothing": 0,
    "kind of agreement": 1,
    "kind, region and year": 3,
    "a ceasefire in the text": 4,
}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def value(text: str) -> float:
    return float(text.replace("−", "-").replace("+", "").replace(",", ""))


def ceasefire(**changes):
    """Return the difference and the step of a window, each with its verdict."""
    words = said("ceasefire-series", **changes)
    found = re.findall(
        r"(?:difference|step) of ([+−\d.]+) \(range [^:]+: (clear|it holds 0)", words
    )
    return [(value(number), verdict.removeprefix("it ")) for number, verdict in found]


def beside(event, other, years=5):
    """Return a state's change alone, and beside another state."""
    figure = drawn("difference-in-differences", event=event, other=other, years=years)
    alone, apart = re.findall(r"[+−]?\d[\d.]*(?= alone| beside)", figure.layout.title.text)
    return value(alone), value(apart)


class TestAugust:
    LESSON = part("## A quiet August")

    def test_deaths_before_and_after(self):
        before, after = re.search(
            r"show ([\d.]+) a month from January to June, and ([\d.]+)", LESSON
        ).groups()
        assert f"from {before} to {after} a month" in said("ceasefire-series", event=2, months=6)
        (saved,) = re.search(r"saved (\d+) lives", self.LESSON).groups()
        assert round(float(before) - float(after)) == int(saved)


class TestInventedSeries:
    LESSON = part("## Why before and after misleads")

    def test_a_hotline_that_does_nothing(self):
        assert "the mean after it is 14.3 lower" in self.LESSON
        assert "The step is +2.1, and its range holds 0." in self.LESSON
        words = said("interrupted-series")
        assert "the mean before is −14.33" in words
        assert "a step of 2.09" in words and "range holds 0" in words

    def test_a_hotline_that_a_trend_hides(self):
        assert "let each month add 0.6 and let the hotline add −20" in self.LESSON
        assert "a fall of only 5.5, because" in self.LESSON and "the step is −18.2" in self.LESSON
        words = said("interrupted-series", trend=0.6, step=-20)
        assert "the mean before is −5.54" in words and "a step of −18.15" in words


class TestCeasefires:
    LESSON = part("## Four real ceasefires")
    ROWS = re.findall(
        r"\| \w+, (\w+ \d{4}) \| (\d+) \| (\S+), (clear|holds 0) \| (\S+), (clear|holds 0) \|",
        LESSON,
    )

    def test_there_are_five_rows(self):
        assert len(self.ROWS) == 5

    @pytest.mark.parametrize("row", ROWS, ids=" ".join)
    def test_rows(self, row):
        name, months, mean, mean_said, step, step_said = row
        found = ceasefire(event=CEASEFIRES[name], months=int(months))
        assert found[0] == (value(mean), mean_said)
        assert found[1][1] == step_said
        assert found[1][0] == pytest.approx(value(step), abs=0.5)

    def test_how_the_calm_wore_off(self):
        assert "rises by 2 a month more than the line before" in self.LESSON
        assert "differs by +2 a month" in said("ceasefire-series", event=2, months=12)

    def test_what_the_lines_suppose(self):
        assert "rising by 274 every month" in self.LESSON
        words = said("ceasefire-series", event=0, months=6)
        assert "+274 a month before" in words and "5 whole months before" in words

    def test_another_count(self):
        assert "from −15.5 to −4.3, and its range holds 0" in self.LESSON
        assert ceasefire(event=2, months=12)[1] == (-15.5, "clear")
        assert ceasefire(event=2, months=12, measure=1)[1] == (-4.3, "holds 0")

    def test_faults_of_the_set(self):
        frame = load("ceasefire-months")
        here = frame[frame.series == "donbas"]
        undated, dated = int(here.deaths_undated.sum()), int(here.deaths_best.sum())
        assert f"In the Donbas {undated:,} of {undated + dated:,} deaths" in self.LESSON
        early = here[[f"{month}"[:7] <= "2015-01" for month in here.month]]
        assert early.deaths_undated.sum() > undated / 2
        syria = [f"{month}"[:7] for month in frame[frame.series == "syria"].month]
        assert sum(month < "2016-02" for month in syria) == 1


class TestTwoDifferences:
    LESSON = part("## Beside somebody else")

    def test_egypt(self):
        assert "Alone, Egypt hardly moved: −0.06." in self.LESSON
        assert beside(0, OTHERS["Saudi Arabia"]) == (-0.06, -0.35)
        assert "beside it Egypt came nearer by 0.35" in self.LESSON
        for name, number in re.findall(r"[Bb]eside (\w+) it is ([−+\d.]+\d)", self.LESSON):
            assert beside(0, OTHERS[name])[1] == value(number)
        assert beside(0, OTHERS["Turkey"])[1] == 0.01 and "beside Turkey +0.01" in self.LESSON

    def test_iran_moved_by_itself(self):
        frame = load("ideal-points").pivot(index="year", columns="state", values="from_usa")
        moved = frame.loc[1979, "IRN"] - frame.loc[1978, "IRN"]
        assert f"from 1978 to 1979 Iran itself moved away by {moved:.2f}." in self.LESSON

    def test_poland(self):
        assert "Beside Russia it came nearer by 0.41." in self.LESSON
        assert "Beside Ukraine it moved *away* by 0.08." in self.LESSON
        assert beside(1, OTHERS["Russia"])[1] == -0.41
        assert beside(1, OTHERS["Ukraine"])[1] == 0.08

    def test_pakistan(self):
        low, high = map(
            float, re.search(r"nearer, by ([\d.]+) to ([\d.]+) with five", LESSON).groups()
        )
        found = [-beside(2, other)[1] for other in OTHERS.values()]
        assert (min(found), max(found)) == (low, high)

    def test_the_gap_to_india_was_moving(self):
        low, high = re.search(r"shrank from ([\d.]+) to ([\d.]+),", self.LESSON).groups()
        words = said("difference-in-differences", event=1, other=OTHERS["India"], years=5)
        assert f"went from −{low} in 1994 to −{high} in 1998" in words

    def test_five_years_is_where_the_picture_begins(self):
        (years,) = [one for one in FIGURES["difference-in-differences"] if one.name == "years"]
        assert years.start == 5


class TestAgreements:
    LESSON = part("## Who gets the measure")
    ROWS = re.findall(r"\| ([a-z, ]+) \| (\d\.\d\d) \| (\d\.\d\d) to (\d\.\d\d) \|", LESSON)

    def test_shares_after_five_years(self):
        first, second = re.search(
            r"After five years ([\d.]+) % .* still held, and ([\d.]+) %", LESSON
        ).groups()
        words = said("agreements-and-peacekeepers", years=5)
        assert f"{first} % of the first and {second} % of the second" in words
        assert "Only 49 agreements have it" in self.LESSON and words.startswith("49 agreements")

    def test_there_are_four_rows(self):
        assert len(self.ROWS) == len(ALIKE)

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
    def test_rows(self, row):
        name, ratio, low, high = row
        title = drawn("agreements-and-peacekeepers", alike=ALIKE[name]).layout.title.text
        assert title == f"Ratio of hazards {ratio}, range {low} to {high}"
        assert float(low) < 1 < float(high)

    def test_ceasefires(self):
        assert "ended 1.63 times as often, and the range, 1.12 to 2.35," in self.LESSON
        assert "2.10 at the end of the list" in self.LESSON
        titles = [
            drawn("agreements-and-peacekeepers", provision=1, alike=alike).layout.title.text
            for alike in (0, 5)
        ]
        assert titles[0].endswith("1.63, range 1.12 to 2.35")
        assert "hazards 2.10," in titles[1]

    def test_the_set_begins_in_1975(self):
        assert "from 1975 on" in self.LESSON
        assert load("peace-agreements").year.min() == 1975


class TestTables:
    def test_the_first_table(self):
        found = scenario.load("beat-before-after")
        assert "In four quarters you buy designs; in the fifth you report" in LESSON
        (report,) = [act for name, act in found.acts.items() if name == "report"]
        assert report.when == {"turn": 5} and found.minutes == 15
        assert "four times for a truth outside" in LESSON
        assert {end.each for end in found.end if "truth" in end.label} == {4}

    def test_the_second_table(self):
        assert scenario.load("indicators-on-a-budget").minutes == 15


class TestThirdTable:
    LESSON = part("## The table: beat before-and-after").partition("### A third table")[2]

    def test_questions_and_tables(self):
        for profile in scenario.load("numbers-from-data").everything:
            assert (len(profile.asks), len(profile.tables)) == (7, 4)
        assert "Seven questions on four real tables" in self.LESSON
