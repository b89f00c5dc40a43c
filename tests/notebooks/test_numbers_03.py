"""Every number that module 03 takes from a model, a set or a scenario is what that gives."""

import re
from collections import Counter

import pytest
from tests.notebooks.modules import lesson

from parley import scenario
from parley.figures.conflict_endings import ENDINGS, said
from parley.figures.pieces import percent
from parley.figures.series import rows
from parley.models.preventive_war import attacks, best_peace, worth_of_war
from parley.models.survival import Spell, kaplan_meier, lasting
from parley.models.third_party_guarantee import needed_guarantee
from parley.panel.sliders import FIGURES

LESSON = lesson("03_strategies_and_instruments")
WRITTEN = {"Sixteen": 16, "seven": 7}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    return tuple(float(found) for found in re.search(pattern, text).groups())


def start(figure: str) -> dict[str, float]:
    """Return where the sliders of a figure stand at first."""
    return {slider.name: slider.start for slider in FIGURES[figure]}


class TestCases:
    LESSON = part("## Two elections")

    def test_the_missions_in_angola_and_mozambique(self):
        known = {row["operation"]: row for row in rows("peace-operations")}
        (observers,) = numbers(r"had (\d+) military observers", self.LESSON)
        police = 126  # in the profile of 1996 that the lesson cites
        assert observers + police == known["unavem-ii"]["peak_uniformed"]
        assert f"up to {known['onumoz']['peak_uniformed']:,} in uniform" in self.LESSON
        assert f"what {observers:g} observers could not give in Angola" in LESSON


class TestBetterNow:
    LESSON = part("## Better now than later")

    @pytest.fixture
    def case(self):
        return {name: value / 100 for name, value in start("preventive-war").items()}

    def test_the_first_case_is_that_of_the_picture(self, case):
        win, later = numbers(
            r"today with a probability of (\d+) %, and later, .* with (\d+) %", self.LESSON
        )
        (cost,) = numbers(r"War costs each side (\d+) %", self.LESSON)
        assert (win, later) == (100 * case["win"], 100 * case["later"])
        assert cost == 100 * case["cost_a"] == 100 * case["cost_b"]

    def test_war_now_is_worth_more_than_the_best_peace(self, case):
        (war,) = numbers(r"War now is worth (\d+) % to A", self.LESSON)
        (peace,) = numbers(r"the best peace is worth ([\d.]+) %, and A attacks", self.LESSON)
        assert war == pytest.approx(100 * worth_of_war(case["win"], case["cost_a"]))
        found = best_peace(case["later"], case["patience"], case["cost_b"])
        assert peace == pytest.approx(100 * found)
        assert attacks(**case)

    @pytest.mark.parametrize(
        ("name", "label"),
        [("later", "A wins a war later"), ("cost_a", "War costs A"), ("patience", "Patience")],
    )
    def test_each_change_that_is_named_keeps_the_peace(self, case, name, label):
        before, after = numbers(
            rf'"{label}" from (\d+) to (\d+) %: A does not attack\.', self.LESSON
        )
        assert before == 100 * case[name]
        assert not attacks(**case | {name: after / 100})
        assert {slider.name: slider.label for slider in FIGURES["preventive-war"]}[name].startswith(
            label
        )

    @pytest.mark.parametrize(("name", "least"), [("later", 0.56), ("cost_a", 0.20)])
    def test_a_little_less_would_not_be_enough(self, case, name, least):
        assert attacks(**case | {name: least})


class TestGuarantee:
    LESSON = part("## What a guarantee must bring")

    def test_each_side_needs_what_the_lesson_says(self):
        first = start("third-party-guarantee")
        (gain,) = numbers(r"is worth (\d+) points more than fighting on", self.LESSON)
        losses = numbers(
            r"A breach costs the government (\d+) points, and the rebels, without arms, (\d+)\.",
            self.LESSON,
        )
        needed = numbers(r"kept with (\d+) %, the rebels only with (\d+) %", self.LESSON)
        assert (gain, *losses) == (first["gain"], first["loss_government"], first["loss_rebels"])
        assert [100 * needed_guarantee(gain, loss) for loss in losses] == list(needed)
        (weak,) = numbers(r"A guarantee of (\d+) % is not enough", self.LESSON)
        assert weak == first["guarantee"] < max(needed)

    def test_two_ways_lead_to_a_signature(self):
        first = start("third-party-guarantee")
        (strong,) = numbers(r'Raise "It is kept with probability" to (\d+) %', self.LESSON)
        assert strong == 100 * needed_guarantee(first["gain"], first["loss_rebels"])
        (weak, before, after) = numbers(
            r"back to (\d+) % and lower what a breach costs the rebels from (\d+) to (\d+) points",
            self.LESSON,
        )
        assert (weak, before) == (first["guarantee"], first["loss_rebels"])
        assert weak == pytest.approx(100 * needed_guarantee(first["gain"], after))


class TestEndings:
    LESSON = part("## How wars end, and begin again")

    @staticmethod
    def share(ending: str, years: int) -> float:
        """Return the share of an ending, in percent, that was not fought again, as it is shown."""
        names = {said(place): name for place, name in enumerate(ENDINGS)}
        spells = [
            Spell(row["years_of_peace"], bool(row["restarted"]))
            for row in rows("conflict-endings")
            if row["ended_by"] == names[ending]
        ]
        return float(percent(lasting(kaplan_meier(spells), years)).removesuffix(" %"))

    def test_how_many_ended_and_how(self):
        found = rows("conflict-endings")
        counts = Counter(row["ended_by"] for row in found)
        first, last, all_of_them = numbers(r"From (\d+) to (\d+), (\d+) episodes", self.LESSON)
        assert {row["end_year"] for row in found} <= set(range(int(first), int(last) + 1))
        assert len(found) == all_of_them
        assert numbers(
            r"Only (\d+) ended with a peace agreement, and (\d+) with a victory of the "
            r"government; in (\d+)",
            self.LESSON,
        ) == (counts["peace agreement"], counts["victory side A"], counts["low activity"])

    def test_the_picture_begins_with_five_years_of_agreement_and_victory(self):
        first = start("conflict-endings")
        one, other = said(first["one"]), said(first["other"])
        assert (one, other, first["years"]) == ("peace agreement", "victory of the government", 5)
        assert numbers(
            rf"five years later ([\d.]+) % after a {one} and ([\d.]+) % after a {other}",
            self.LESSON,
        ) == (self.share(one, 5), self.share(other, 5))

    @pytest.mark.parametrize("ending", ["low activity", "ceasefire agreement"])
    def test_other_endings_after_five_years(self, ending):
        (share,) = numbers(rf"\*{ending}\*: ([\d.]+) %", self.LESSON)
        assert share == self.share(ending, 5)

    def test_after_twenty_years_the_two_lines_almost_meet(self):
        shares = numbers(r"set the years to 20: ([\d.]+) % and ([\d.]+) %", self.LESSON)
        assert shares == (
            self.share("peace agreement", 20),
            self.share("victory of the government", 20),
        )
        assert "After twenty years the two lines in our set almost meet." in self.LESSON

    def test_no_episode_returns_within_a_year(self):
        assert "Set the years to 1: both lines stand at 100 %" in self.LESSON
        back = [row["years_of_peace"] for row in rows("conflict-endings") if row["restarted"]]
        assert min(back) > 1


class TestTable:
    FOUND = scenario.load("match-the-cause")

    def test_how_many_reports_there_are(self):
        (many,) = re.search(r"(\w+) reports come from states", LESSON).groups()
        assert WRITTEN[many] == len(self.FOUND.files)

    def test_the_questions_stand_in_the_order_of_the_rules(self):
        words = ("collapse", "spoiler", "commitment", "accident", "misperception", "private")
        asked = re.findall(r"^\| (?:Is|Does|Would|Was) [^|]*\| ([^|]*) \|", LESSON, re.MULTILINE)
        assert len(asked) == len(words)
        assert all(word in cause for word, cause in zip(words, asked, strict=True))
        rules = [rule.label.lower() for rule in self.FOUND.book.rules]
        met = [next(word for word in words if word in label) for label in rules[:-1]]
        assert tuple(dict.fromkeys(met)) == words
        assert rules[-1] == "ordinary dispute"
        assert "asked for the cause in seven questions" in LESSON
        assert WRITTEN["seven"] == len(words) + 1
