"""The figures of data: numbers at known years, gaps, and the sources they name."""

import pytest
from tests.figures.turning import said

import parley
from parley.figures.conflict_endings import ENDINGS
from parley.figures.joint_exercises import PURPOSES
from parley.figures.series import at, line, rows
from parley.figures.series import drawn as trace
from parley.figures.timeline import KINDS
from parley.figures.un_contributors import YEARS
from parley.figures.un_peacekeeping import MEASURES
from parley.panel.sliders import FIGURES

DATA = (
    *("armed-conflicts", "great-powers", "conflict-endings", "un-peacekeeping"),
    *("un-contributors", "joint-exercises", "alliances"),
)


@pytest.mark.parametrize("name", DATA)
def test_it_names_the_sources_of_its_data(name):
    assert "Data: " in said(name)


class TestSeries:
    def test_missing_years_are_a_gap_and_not_a_line(self):
        series = line([(3, 1.0), (1, 2.0), (2, None), (4, 5)])
        assert series == ((1, 3, 4), (2.0, 1.0, 5.0))
        assert trace("x", series, "blue")["x"] == [1, None, 3, 4]
        assert at(series, 2) is None and at(series, 4) == 5

    def test_missing_values_of_a_set_are_none(self):
        assert next(r for r in rows("un-peacekeeping") if r["year"] == 2024)["uniformed"] is None


class TestNumbers:
    def test_conflicts_of_the_world_are_those_of_all_regions(self):
        frame = parley.load("armed-conflicts")
        for year in (1946, 1991, 2024):
            here = frame[frame.year == year]
            words = said("armed-conflicts", year=year)
            assert f"In {year} there were {here.conflicts.sum()} conflicts" in words
            assert f"and {here.wars.sum()} of them were wars" in words

    def test_great_powers(self):
        words = said("great-powers", year=1816, other=1950)
        assert "In 1816: United Kingdom 44.5 %" in words
        assert "In 1950: United States" in words
        assert said("great-powers", year=1914, other=1914).count("In 1914") == 1

    def test_how_long_peace_lasts_after_a_peace_agreement(self):
        words = said("conflict-endings", one=1, other=1, years=5)
        assert "Of 68 episodes that ended by peace agreement, 79.4 %" in words
        assert words.count("episodes") == 1

    def test_a_year_without_strength_is_said_to_have_none(self):
        assert "no number for 2024" in said("un-peacekeeping", measure=0, year=2024)
        assert "Deaths by malicious acts: 127 in 1993" in said(
            "un-peacekeeping", measure=3, year=1993
        )

    def test_contributors(self):
        assert "Pakistan 8,266, Bangladesh 7,918" in said("un-contributors", place=23)
        assert "As the mean of 2020" in said("un-contributors", place=len(YEARS) - 1)

    def test_exercises(self):
        assert "20 of them, 16.8 %, were for peacekeeping" in said("joint-exercises")

    def test_alliances(self):
        assert "Of 75 states, 80 % were in some alliance" in said("alliances", year=1949)

    def test_the_timeline_tells_what_is_in_the_window(self):
        words = said("timeline", first=1960, width=0, kind=0)
        assert "1963: " in words and "1972" not in words
        assert "1192" in said("timeline", first=-1300, width=5, kind=0)
        assert "later ones" in said("timeline", first=-1300, width=5, kind=0)
        assert said("timeline", first=1810, width=3, kind=12).count("\n") == 3, "a line an event"
        assert said("timeline", first=300, width=0, kind=2) == (
            "No event of the list between 300 and 310."
        )


class TestLists:
    """What a slider offers is what the module behind it knows, in the same order."""

    @pytest.mark.parametrize(
        ("name", "slider", "known"),
        [
            ("un-peacekeeping", "measure", [one.name for one in MEASURES]),
            ("un-contributors", "place", [str(year) for year in YEARS]),
            ("joint-exercises", "purpose", list(PURPOSES.values())),
            ("timeline", "kind", list(KINDS)),
            ("relief-polls", "one", [row["poll"] for row in rows("relief-polls")]),
        ],
    )
    def test_lists(self, name, slider, known):
        (found,) = [one for one in FIGURES[name] if one.name == slider]
        assert list(found.words) == known
        assert found.high == len(known) - 1

    def test_every_kind_and_ending_of_the_data_is_known(self):
        assert {row["kind"] for row in rows("timeline")} == set(KINDS[1:])
        assert {row["ended_by"] for row in rows("conflict-endings")} >= set(ENDINGS[1:])
