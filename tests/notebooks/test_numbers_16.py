"""Every number that module 16 takes from a model, a data set or a scenario is what that gives."""

import re

import pytest
from tests.figures.turning import STARTS, said
from tests.notebooks.modules import lesson

import parley
from parley import claims, scenario
from parley.figures.ideal_points import STATES
from parley.models.forecast_score import distance_score, square_score
from parley.models.planted_traces import attribution

LESSON = lesson("16_what_is_coming")
NUMBERS = {"three": 3, "four": 4, "eight": 8, "nine": 9, "twelve": 12}
NUMBER = r"([\d.,]*\d)"


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(
        float(NUMBERS.get(one.lower(), one.replace(",", "")))  # a word, or digits
        for one in found.groups()
    )


class TestTraces:
    LESSON = part("## How sure you may be")
    START = STARTS["planted-traces"]

    def belief(self, traces, sealed=0):
        start = self.START
        return attribution(
            start["prior"] / 100, start["strength"], int(traces), start["planted"] / 100, sealed
        )

    def test_the_start_of_the_picture(self):
        (prior,) = numbers(r"you believe at first with (\d+) %", self.LESSON)
        (traces,) = numbers(r"(\w+) traces in the code point to it", self.LESSON)
        (strength,) = numbers(r"each is (\w+) times likelier", self.LESSON)
        (planted,) = numbers(r"all four are planted with a chance of (\d+) %", self.LESSON)
        assert {
            **{"prior": prior, "traces": traces, "strength": strength, "planted": planted},
            "sealed": 0,
        } == self.START

    def test_trusting_and_not(self):
        trusting, belief = numbers(
            rf"be sure with {NUMBER} %\. With 10 % it is (\d+) %", self.LESSON
        )
        found = self.belief(4)
        assert round(100 * found.trusting, 1) == trusting
        assert round(100 * found.belief, 1) == belief

    def test_the_ceiling(self):
        traces, belief = numbers(rf"Set the traces to (\d+)\. It is {NUMBER} %", self.LESSON)
        found = self.belief(traces)
        assert round(100 * found.belief, 1) == round(100 * found.ceiling, 1) == belief

    def test_a_trace_of_another_kind(self):
        traces, belief = numbers(
            rf"back to (\d+), and add one trace .* It is {NUMBER} %", self.LESSON
        )
        assert round(100 * self.belief(traces, sealed=1).belief, 1) == belief

    def test_twelve_hardly_say_more_than_six(self):
        assert "They hardly raise the belief." in self.LESSON
        assert self.belief(12).belief - self.belief(6).belief < 0.002


class TestStates:
    LESSON = part("## Where states move")

    def test_shares_of_the_great_powers(self):
        china, states = numbers(
            rf"China has {NUMBER} % in 2022, and the United States {NUMBER} %", self.LESSON
        )
        words = said("great-powers", year=2022)
        assert f"China {china:g} %" in words and f"United States {states:g} %" in words

    def test_the_start_of_the_picture(self):
        places = list(STATES.values())
        start = STARTS["ideal-points"]
        assert [places[start["one"]], places[start["other"]]] == ["Russia", "China"]
        assert start["year"] == 1995

    @pytest.mark.parametrize(
        ("one", "other", "year", "pattern"),
        [
            ("RUS", "CHN", 1995, rf"Russia and China were {NUMBER} apart in 1995"),
            ("RUS", "CHN", 2024, rf"Set the year to 2024: {NUMBER}\.\n"),
            ("RUS", "UKR", 1985, rf"Russia and Ukraine: {NUMBER} apart in 1985"),
            ("RUS", "UKR", 2024, rf"as Soviet republics; {NUMBER} in 2024"),
            ("IND", "USA", 1995, rf"India and the United States: {NUMBER} apart in 1995"),
            ("IND", "USA", 2024, rf"in 1995, {NUMBER} in 2024, without"),
            ("PAK", "IND", 2024, rf"Pakistan and India: {NUMBER} apart in 2024"),
        ],
    )
    def test_distances(self, one, other, year, pattern):
        points = parley.load("ideal-points").set_index(["state", "year"]).ideal_point
        (told,) = numbers(pattern, self.LESSON)
        assert abs(points[one, year] - points[other, year]) == pytest.approx(told, abs=0.0051)
        places = list(STATES)
        words = said("ideal-points", one=places.index(one), other=places.index(other), year=year)
        assert f"in {year} they were {told:g} apart" in words


class TestEnds:
    LESSON = part("## What ends")
    FRAME = parley.load("nuclear-arsenals")
    TWO = ("United States", "Russia")

    def of(self, year):
        here = self.FRAME[self.FRAME.year == year]
        return here.warheads.sum(), here[here.country.isin(self.TWO)].warheads.sum()

    @pytest.mark.parametrize(
        ("year", "pattern"),
        [
            (1986, rf"In 1986 they held {NUMBER} warheads, {NUMBER} % of them"),
            (2023, rf"Set the year to 2023: {NUMBER}, and {NUMBER} %"),
        ],
    )
    def test_warheads(self, year, pattern):
        total, share = numbers(pattern, self.LESSON)
        every, two = self.of(year)
        assert (total, share) == (every, round(100 * two / every, 1))

    def test_the_two_fall_and_the_others_rise(self):
        before, after = numbers(
            rf"begin in 2010: .* others together rise from {NUMBER} to {NUMBER}\.\n", self.LESSON
        )
        (all_before, two_before), (all_after, two_after) = self.of(2010), self.of(2023)
        assert (before, after) == (all_before - two_before, all_after - two_after)
        assert two_after < two_before
        for name in self.TWO:
            counts = self.FRAME[self.FRAME.country == name].set_index("year").warheads
            assert counts[2023] < counts[2010]


class TestForecast:
    LESSON = part("## A forecast that can be scored")
    START = STARTS["forecast-score"]

    def test_the_penalties(self):
        (chance,) = numbers(r"you believe that an event comes with (\d+) %", self.LESSON)
        said_, cost, base = numbers(
            r"You say (\d+) %.* pay (\d+) points, as much as who says (\d+) %", self.LESSON
        )
        honest, least = numbers(r"Say (\d+) %: (\d+) points", self.LESSON)
        assert {"chance": chance, "said": said_, "base": base} == self.START
        assert honest == chance
        scores = [100 * square_score(one / 100, chance / 100) for one in (said_, base, chance)]
        assert scores == pytest.approx([cost, cost, least])

    def test_the_plain_distance_rewards_the_boldest(self):
        (best,) = numbers(r"plain distance counted, (\d+) % would be the best", self.LESSON)
        every = range(101)
        assert min(every, key=lambda one: distance_score(one / 100, 0.7)) == best

    def test_the_base_rate_is_that_of_the_book(self):
        years, ends, rate = numbers(
            rf"served (\d+) years together, and (\d+) of them ended .*: {NUMBER} % a year",
            self.LESSON,
        )
        book = scenario.load("forecast-book")
        every = [q for profile in book.profiles.practice for q in profile.questions]
        (base,) = [q.base for q in every if q.id == "drc-monusco"]
        assert (base.times, base.of) == (ends, years)
        assert "2000 to 2023" in base.counted
        assert round(100 * ends / years, 1) == rate

    def test_the_mended_forecast_is_the_base_rate_of_two_years(self):
        (probability,) = numbers(r"the mandate of mission X: (\d+) %", self.LESSON)
        assert round(100 * (1 - (1 - 23 / 353) ** 2)) == probability


class TestTables:
    def test_the_cyber_ladder(self):
        found = scenario.load("cyber-ladder")
        watches, hours = numbers(r"You have (\w+) watches of (\w+) hours", LESSON)
        assert watches == found.terms.turns
        assert "72 hours" in found.summary and watches * hours == 72
        assert "For 72 hours" in part("## What you will do")
        assert "before the contact point was called breaks this rule" in " ".join(found.law)

    def test_the_desk_of_texts(self):
        (texts,) = numbers(r"the desk of (\d+) texts", LESSON)
        assert texts == len(scenario.load("norm-or-law").files)

    def test_four_kinds_of_alert(self):
        (kinds,) = numbers(r"one threshold served you for (\w+) kinds of alert", LESSON)
        assert kinds == len(scenario.load("alarm-threshold").cards)

    def test_the_claim_desk(self):
        every, now = numbers(r"It has (\d+) claims: judge (\w+) now", LESSON)
        assert every == len(claims.claims("16")) == 2 * now
