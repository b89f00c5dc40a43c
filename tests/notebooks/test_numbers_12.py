"""Every number that module 12 takes from a model or a scenario is what that gives."""

import re
from statistics import NormalDist

from tests.notebooks.modules import lesson

from parley import scenario
from parley.models.skill_fade import YEAR, skill_fade
from parley.models.two_groups import two_groups
from parley.panel.sliders import FIGURES

LESSON = lesson("12_educating_military_diplomats")
WORDS = {"four": 4, "six": 6, "twelve": 12}
STARTS = {
    name: {slider.name: slider.start for slider in FIGURES[name]}
    for name in ("skill-fade", "two-groups")
}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    return tuple(map(float, re.search(pattern, text).groups()))


class TestFading:
    LESSON = part("## What fades")

    def weak(self, refreshers: int, gain: float) -> float:
        """Return the weeks in which the officer of the picture is too weak."""
        every = skill_fade(STARTS["skill-fade"]["half"], refreshers, gain)
        return round(sum(one.below(STARTS["skill-fade"]["needed"] / 100) for one in every), 1)

    def test_a_loss_in_standard_deviations_is_a_place_in_the_class(self):
        loss, place = numbers(
            r"loss of (\S+) standard dev[\s\S]*number (\d+) from below, among 100", self.LESSON
        )
        assert round(100 * NormalDist().cdf(-loss)) == place

    def test_the_start_of_the_picture(self):
        weeks, months, needed = numbers(
            r"lost in (\d+) weeks, about (\S+) months, and the post needs (\d+) %", self.LESSON
        )
        assert (weeks, needed) == (STARTS["skill-fade"]["half"], STARTS["skill-fade"]["needed"])
        assert abs(weeks - months * YEAR / 12) < 1
        assert f"about {months:g} months where accuracy counted" in self.LESSON

    def test_refreshers(self):
        none, year, two = numbers(
            r"weak in (\S+) of (\d+) weeks; with two, in (\d\.\d)\.", self.LESSON
        )
        gain = STARTS["skill-fade"]["gain"] / 100
        assert STARTS["skill-fade"]["refreshers"] == 2
        assert (none, year, two) == (self.weak(0, 0), YEAR, self.weak(2, gain))
        assert "to 3: no week is lost." in self.LESSON
        assert self.weak(3, gain) == 0
        (without_gain,) = numbers(r"to 0 %: now (\S+) weeks are lost", self.LESSON)
        assert without_gain == self.weak(2, 0)


class TestAverages:
    LESSON = part("## Averages are not people")

    def test_the_start_of_the_picture(self):
        assert "half a standard deviation apart" in self.LESSON
        assert STARTS["two-groups"]["apart"] == 0.5
        people, many = numbers(r"average of (\d+) people of B is higher in (\d+) %", self.LESSON)
        assert people == STARTS["two-groups"]["people"]
        found = two_groups(0.5, int(people))
        pairs, guess = numbers(r"in (\d+) % of pairs, and a guess .* in (\d+) %", self.LESSON)
        shares = [round(100 * one) for one in (found.higher, found.sorted, found.averages)]
        assert shares == [pairs, guess, many]

    def test_the_distance_that_leaves_as_much_inside_as_the_study_found(self):
        apart, inside, guess = numbers(
            r'averages" to (\d): now (\d+) % of the variance .* right in (\d+) %', self.LESSON
        )
        found = two_groups(apart, 1)
        assert [round(100 * one) for one in (found.within, found.sorted)] == [inside, guess]
        assert f"about {inside:g} % of the variation lies *inside*" in self.LESSON


def test_courses_of_languages_are_twice_as_long():
    shortest, longest = numbers(r"(\d+) weeks for Spanish and (\d+) for", LESSON)
    assert "| thirteen weeks, three times a year |" in LESSON
    assert shortest == 2 * 13
    assert shortest < longest


class TestTables:
    def test_twelve_weeks(self):
        found = scenario.load("twelve-weeks")
        intro = part("## The table: twelve weeks")
        weeks, posts = re.search(r"You fill (\w+) weeks for the (\w+) posts", intro).groups()
        assert WORDS[weeks] == found.terms.turns
        assert WORDS[posts] == len(found.derived)
        assert "A normal week has 40 hours" in intro
        assert "normal week has 40 hours. Some blocks need 20 hours" in found.brief.situation[1]
        need = [name for name, act in found.acts.items() if act.when and "reserve" in act.when]
        assert len(need) == 2

    def test_the_competences_of_the_posts_are_those_of_the_table(self):
        found = scenario.load("twelve-weeks")
        labels = {name: track.label.lower() for name, track in found.tracks.items()}
        posts = part("## Which post, which tasks?")
        rows = re.findall(r"^\| [AMLN].* \| ([^|]+) \|$", posts, re.M)
        pairs = [", ".join(labels[name] for name in one.lowest) for one in found.derived.values()]
        assert rows == pairs

    def test_a_counterpart_from_elsewhere(self):
        found = scenario.load("counterpart-from-elsewhere")
        rounds, issues = re.search(r"^(\w+) rounds, (\w+) issues, and", LESSON, re.M).groups()
        assert WORDS[rounds.lower()] == found.terms.rounds
        assert WORDS[issues] == len(found.issues)
