"""The figures of module 15: real series, two differences, agreements."""

import pytest
from tests.figures.turning import drawn, said

from parley import load
from parley.figures.agreements_and_peacekeepers import ALIKE, PROVISIONS
from parley.figures.ceasefire_series import CEASEFIRES, MEASURES
from parley.figures.difference_in_differences import EVENTS, OTHERS
from parley.panel.sliders import FIGURES

NEW = ("ceasefire-series", "difference-in-differences", "agreements-and-peacekeepers")


@pytest.mark.parametrize("name", NEW)
def test_it_names_the_sources_of_its_data(name):
    assert "Data: " in said(name)


@pytest.mark.parametrize(
    ("name", "slider", "known"),
    [
        ("ceasefire-series", "event", [name for _, _, name in CEASEFIRES]),
        ("ceasefire-series", "measure", list(MEASURES.values())),
        ("difference-in-differences", "other", list(OTHERS.values())),
        (
            "difference-in-differences",
            "event",
            [f"{state}: {what}, {year}" for _, state, year, what in EVENTS],
        ),
        ("agreements-and-peacekeepers", "provision", list(PROVISIONS.values())),
        ("agreements-and-peacekeepers", "alike", [words for words, _ in ALIKE]),
    ],
)
def test_a_slider_offers_what_the_figure_knows(name, slider, known):
    (found,) = [one for one in FIGURES[name] if one.name == slider]
    assert list(found.words) == known
    assert found.high == len(known) - 1


class TestCeasefires:
    def test_each_is_in_the_set_of_events(self):
        events = load("ceasefire-events")
        known = {(s, f"{d}"[:7]) for s, d in zip(events.series, events.date, strict=True)}
        assert {(series, month) for series, month, _ in CEASEFIRES} <= known

    def test_means_by_hand(self):
        """January to June 2020: 22, 18, 26, 21, 29, 19; August on: 5, 6, 7, 6, 8, 8."""
        words = said("ceasefire-series")
        assert "6 whole months before and 6 after" in words
        assert "from 22.5 to 6.7 a month, a difference of −15.8" in words

    def test_the_first_ceasefire_has_five_months_before_it(self):
        assert "5 whole months before and 12 after" in said("ceasefire-series", event=0, months=12)

    def test_the_mixed_month_is_not_drawn(self):
        points = drawn("ceasefire-series").data[0]
        assert "2020-07" not in points.text and 0 not in points.x
        assert points.text[points.x.index(1)] == "2020-08"


class TestTwoDifferences:
    def test_by_hand(self):
        """Egypt 1976-78 and 1980-82 beside Saudi Arabia, from the set."""
        frame = load("ideal-points").pivot(index="year", columns="state", values="from_usa")
        change = {
            state: frame.loc[1980:1982, state].mean() - frame.loc[1976:1978, state].mean()
            for state in ("EGY", "SAU")
        }
        title = drawn("difference-in-differences", years=3).layout.title.text
        assert title == "Egypt: −0.18 alone, −0.18 beside Saudi Arabia"
        assert round(change["EGY"], 2) == -0.18
        assert round(change["EGY"] - change["SAU"], 2) == -0.18

    def test_the_gap_before_is_told(self):
        words = said("difference-in-differences", years=3)
        assert "went from 0.37 in 1976 to 0.07 in 1978" in words


class TestAgreements:
    def test_agreements_without_a_known_end_are_left_out(self):
        frame = load("peace-agreements").dropna(subset="years_observed")
        counts = frame.peacekeeping.value_counts()
        words = said("agreements-and-peacekeepers")
        assert f"{counts[1]} agreements provide for peacekeepers, {counts[0]} do not" in words

    def test_a_range_that_holds_one_is_called_open(self):
        assert "holds 1: the data cannot tell" in said("agreements-and-peacekeepers")
        assert "does not hold 1." in said("agreements-and-peacekeepers", provision=1)

    def test_what_is_looked_at_is_not_also_held_alike(self):
        titles = [
            drawn("agreements-and-peacekeepers", provision=1, alike=alike).layout.title.text
            for alike in (0, 4)
        ]
        assert titles[0] == titles[1]
