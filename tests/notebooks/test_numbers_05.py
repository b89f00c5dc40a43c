"""Every number that module 05 takes from a model, a data set or a scenario is what that gives."""

import re

import pytest
from tests.notebooks.modules import CITATION, lesson

from parley import scenario, sets
from parley.figures.survival import made
from parley.models.survival import hazard, risk_under
from parley.models.third_party_guarantee import needed_guarantee

TEXT = lesson("05_peacekeeping_together")
LESSON = CITATION.sub("", TEXT)
WORDS = {"five": 5, "six": 6, "seven": 7, "eight": 8, "sixty": 60}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson, without its citations."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(float(one.replace(",", "")) for one in found.groups())


@pytest.fixture(scope="module")
def years():
    return sets.load("un-peacekeeping").set_index("year")


@pytest.fixture(scope="module")
def operations():
    return sets.load("peace-operations").set_index("operation")


@pytest.fixture(scope="module")
def contributors():
    return sets.load("un-contributors").set_index(["year", "rank"])


class TestForce:
    LESSON = part("## How much force")
    YEARS = (2017, 1993, 1961)

    def test_deaths_persons_and_rates(self, years):
        assert numbers(r"\| \| (\d+) \| (\d+) \| (\d+) \|", self.LESSON) == self.YEARS
        row = r" \| ([\d,.]+) \| ([\d,.]+) \| ([\d,.]+) \|"
        deaths = numbers(r"\| deaths by malicious acts" + row, self.LESSON)
        persons = numbers(r"\| uniformed persons" + row, self.LESSON)
        rates = numbers(r"\| such deaths for 1,000 persons" + row, self.LESSON)
        for place, year in enumerate(self.YEARS):
            assert years.deaths_malicious[year] == deaths[place]
            assert years.uniformed[year] == persons[place]
            assert round(1000 * deaths[place] / persons[place], 1) == rates[place]

    def test_the_five_years_that_were_worst(self, years):
        late, early = numbers(
            r"(\d+) such deaths for 2013 to 2017, and (\d+) for 1992 to 1996", self.LESSON
        )
        assert years.deaths_malicious.loc[2013:2017].sum() == late
        assert years.deaths_malicious.loc[1992:1996].sum() == early
        assert years.deaths_malicious.rolling(5).sum().max() == early

    def test_fewer_missions_and_more_persons(self, years):
        found = numbers(
            r'"missions": (\d+) in 1999, with ([\d,]+) persons, and (\d+) in 2015, with ([\d,]+)\.',
            self.LESSON,
        )
        assert found == tuple(
            years[column][year] for year in (1999, 2015) for column in ("missions", "uniformed")
        )
        assert years.missions.idxmax() == 1999
        assert years.uniformed.idxmax() == 2015

    def test_a_high_rate_of_few(self, years):
        (rate,) = numbers(r"The highest year is 1948, with (\d+)\.", self.LESSON)
        deaths, persons = numbers(r"There were (\d+) deaths among (\d+) persons", self.LESSON)
        shown = years.loc[1948:]
        assert shown.deaths_per_1000.idxmax() == 1948
        assert round(years.deaths_per_1000[1948]) == rate
        assert (years.deaths[1948], years.uniformed[1948]) == (deaths, persons)
        assert 1.6 < 1000 / persons < 2

    def test_sierra_leone(self, operations):
        (persons,) = numbers(r"In April 2002 it had ([\d,]+) persons", self.LESSON)
        row = operations.loc["unamsil"]
        assert (row.peak_uniformed, row.peak_as_of) == (persons, "2002-04")
        assert row.how_it_ended == "mandate fulfilled"


class TestMandate:
    LESSON = part("## Read a mandate")

    def test_missions_that_the_host_ended(self, operations):
        found = re.search(r"Of (\w+) operations .*, (\w+) ended because the host", self.LESSON)
        many, lost = (WORDS[word] for word in found.groups())
        ended = operations[
            operations.how_it_ended.str.startswith("host withdrew consent", na=False)
        ]
        assert (len(operations), len(ended)) == (many, lost)
        assert many / lost == 12
        named = re.findall(r"[A-Z][a-z]+(?: Lanka)? (\d{4})", self.LESSON.partition("happens:")[2])
        assert sorted(named) == sorted(end[:4] for end in ended.end)


class TestGuarantee:
    LESSON = part("## Why lay down arms")

    def test_who_signs(self):
        gain, government, rebels = numbers(
            r"is worth (\d+) points to each side\.\n"
            r"If it is broken, it costs the government (\d+) and the rebels (\d+)\.",
            self.LESSON,
        )
        limits = numbers(r"with (\d+) % or more, the rebels with (\d+) %", self.LESSON)
        assert tuple(100 * needed_guarantee(gain, loss) for loss in (government, rebels)) == limits
        (now,) = numbers(r"With a guarantee of (\d+) % the war goes on", self.LESSON)
        (then,) = numbers(r"Raise it to (\d+) %: both sign", self.LESSON)
        assert now < max(limits) == then
        before, less = numbers(r"lower the rebels' (\d+) to (\d+)", self.LESSON)
        assert before == rebels
        assert 100 * needed_guarantee(gain, less) == pytest.approx(now)


class TestContributors:
    LESSON = part("## Who sends and who pays")

    def test_then_and_later(self, contributors):
        early, late = contributors.loc[1990], contributors.loc[2020]
        assert list(early.country[:4]) == ["Canada", "Finland", "Austria", "Norway"]
        assert "Canada, Finland, Austria and Norway lead, with about 1,000" in self.LESSON
        assert early.uniformed[:4].between(900, 1100).all()
        assert list(late.country[:3]) == ["Bangladesh", "Ethiopia", "Rwanda"]
        assert "Bangladesh, Ethiopia and Rwanda lead, each with more than 6,000" in self.LESSON
        assert (late.uniformed[:3] > 6000).all()
        assert set(late.iso3[3:]) == {"NPL", "IND", "PAK", "EGY", "IDN", "GHA", "CHN"}


class TestStudies:
    LESSON = part("## What the studies find")

    def test_the_hazard_of_a_finding(self):
        before, after = numbers(r"falls from (\d+) to (\d+) %", self.LESSON)
        (ratio,) = numbers(r"the hazard with peacekeepers is (\d+) % of that without", self.LESSON)
        assert round(100 * risk_under(before / 100, ratio / 100)) == after

    def test_a_count_that_hides_the_effect(self):
        risk, ratio = numbers(
            r"the risk without them to (\d+) % and the hazard to (\d+) %", self.LESSON
        )
        (found,) = numbers(r"with them it is ([\d.]+) %", self.LESSON)
        assert round(100 * risk_under(risk / 100, ratio / 100), 1) == found
        (easy,) = numbers(r"without peacekeepers stay at (\d+) %", self.LESSON)
        assert numbers(r'"(\d+) or (\d+), they hardly', self.LESSON) == (round(found), easy)
        assert ratio == 50

    def test_a_short_look(self):
        assert "Set it back to 40 and 73 %" in self.LESSON
        risks = (0.4, risk_under(0.4, 0.73))
        long, short = numbers(r'looks" from (\d+) to (\d+)\.', self.LESSON)
        ends = numbers(
            r"After 12 years peace has ended in (\d+) cases without and in (\d+) with "
            r"peacekeepers, after 5 years in (\d+) and (\d+)\.",
            self.LESSON,
        )
        assert ends == tuple(
            sum(spell.ended for spell in made(hazard(risk, 10), look))
            for look in (long, short)
            for risk in risks
        )
        (cases,) = numbers(r"(\d+) cases are few", self.LESSON)
        assert len(made(hazard(0.4, 10), 12)) == cases


class TestTwoMissions:
    LESSON = part("## Two missions side by side")

    def test_the_dead_and_the_end(self, operations):
        unmil, minusma = operations.loc["unmil"], operations.loc["minusma"]
        dead = numbers(r"\| Dead  \| (\d+) \| (\d+), of them", self.LESSON)
        assert (unmil.deaths, minusma.deaths) == dead
        assert "| 30 March 2018, tasks done" in self.LESSON
        assert (unmil.end, unmil.how_it_ended) == ("2018-03-30", "mandate fulfilled")
        assert "| 30 June 2023, at the host's request" in self.LESSON
        assert minusma.end == "2023-06-30"


class TestTables:
    LESSON = part("## The table: mandate and consent")

    def test_the_mission(self):
        found = scenario.load("mandate-and-consent")
        (turns,) = re.search(r"a mission for (\w+) periods of three months", self.LESSON).groups()
        assert WORDS[turns] == found.terms.turns
        assert f"through {turns} periods" in LESSON
        assert set(found.types) == {"spoiler", "afraid"}
        assert found.acts["protect"].does[0].add["consent"] == -2
        assert "costs two steps of consent; at 1 or less you are expelled" in self.LESSON
        assert found.breaks[0].when == {"consent": "<=1"}
        assert found.acts["support"].breach.says

    def test_the_pledge(self):
        found = scenario.load("force-generation")
        points, rounds = re.search(r"(\w+) points, (\w+) rounds", self.LESSON).groups()
        assert WORDS[points.lower()] == len(found.issues)
        assert WORDS[rounds] == found.terms.rounds
