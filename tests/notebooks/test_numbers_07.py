"""Every number that module 07 takes from a model or a scenario is what that gives."""

import re
from fractions import Fraction

import pytest
from tests.notebooks.modules import lesson

from parley import scenario
from parley.figures.security_dilemma import PUNISHMENT, RELIABILITY, REWARD
from parley.models.bargaining_range import bargaining_range, best_demand, war_risk
from parley.models.critical_risk import critical_risk, cumulative_risk, steps_over
from parley.models.security_dilemma import Dilemma, told
from parley.models.threat import threat

LESSON = lesson("07_deterrence_and_confidence_building")
WORDS = {"one": 1, "two": 2, "three": 3, "fifth": 5, "six": 6, "twelve": 12, "thirteen": 13}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(float(number.replace("−", "-")) for number in found.groups())


def shares(pattern: str, text: str) -> tuple[float, ...]:
    """Return the percentages that a sentence of the lesson holds, as shares of 1."""
    return tuple(number / 100 for number in numbers(pattern, text))


def times(pattern: str, text: str) -> float:
    """Return a share that the lesson writes in words, such as *two times in three*."""
    count, of = re.search(pattern, text).groups()
    return float(Fraction(WORDS[count], WORDS[of]))


class TestBargainingRange:
    LESSON = part("## Why they fight although it costs")

    @pytest.fixture
    def province(self):
        win, cost_a, cost_b = shares(
            r"a probability of (\d+) %, and war costs A (\d+) % and B (\d+) %", self.LESSON
        )
        return win, cost_a, cost_b

    def test_what_both_like_better_than_war(self, province):
        low, high = shares(r"every share for A from (\d+) % to (\d+) % better", self.LESSON)
        worth = shares(r"war is worth (\d+) % to A and (\d+) % to B", self.LESSON)
        assert worth == pytest.approx((low, 1 - high))
        found = bargaining_range(*province)
        assert (found.low, found.high) == pytest.approx((low, high))
        assert found.width == pytest.approx(sum(province[1:]))
        assert "it is as wide as both costs together." in self.LESSON

    def test_the_best_demand_under_uncertainty(self, province):
        win, cost_a, _ = province
        (greatest,) = shares(r"war costs B at most (\d+) %", self.LESSON)
        demand, risk = shares(
            r"best demand is (\d+) %, and it accepts a risk of war of ([\d.]+) %", self.LESSON
        )
        assert best_demand(win, cost_a, greatest) == pytest.approx(demand)
        assert war_risk(demand, win, greatest) == pytest.approx(risk)

    def test_a_dearer_war_makes_a_ask_for_less(self, province):
        win, cost_a, _ = province
        (greatest,) = shares(r"war costs B at most (\d+) %", self.LESSON)
        before, after, demand, risk = shares(
            r"from (\d+) to (\d+) %, and A's best demand falls to (\d+) %, "
            r"with a risk of ([\d.]+) %",
            self.LESSON,
        )
        assert before == cost_a
        assert best_demand(win, after, greatest) == pytest.approx(demand)
        assert war_risk(demand, win, greatest) == pytest.approx(risk)

    def test_knowing_more_makes_war_less_likely(self, province):
        win, cost_a, _ = province
        back, known, unknown = shares(
            r"back to (\d+) %, and let A know more: "
            r'"The greatest cost that A thinks B may have" is (\d+) %, not (\d+) %',
            self.LESSON,
        )
        demand, risk = shares(r"demand is (\d+) % again, and the risk is (\d+) %", self.LESSON)
        assert back == cost_a
        assert shares(r"war costs B at most (\d+) %", self.LESSON) == (unknown,)
        assert best_demand(win, cost_a, known) == pytest.approx(demand)
        assert war_risk(demand, win, known) == pytest.approx(risk)
        assert risk < war_risk(best_demand(win, cost_a, unknown), win, unknown)


class TestBluff:
    """The picture starts with a loss of 2 for B in war and an audience cost of a half."""

    LESSON = part("## Signals and bluffs")
    LOSS, AUDIENCE = 2, 0.5

    def test_how_often_each_side_does_what(self):
        (prior,) = shares(r"ready to fight, with a probability of (\d+) %", self.LESSON)
        found = threat(prior, self.LOSS, self.AUDIENCE)
        bluff = times(r"still threatens, (\w+) times in (\w+)\.", self.LESSON)
        resist = times(r"B resists (\w+) times in (\w+), and", self.LESSON)
        war = times(r"war follows (\w+) time in (\w+)\.", self.LESSON)
        assert (found.bluff, found.resist, found.war) == pytest.approx((bluff, resist, war))

    def test_a_good_reputation_protects_bluffers(self):
        (prior,) = shares(r'Set "A is resolved with probability" to (\d+) %', self.LESSON)
        found = threat(prior, self.LOSS, self.AUDIENCE)
        assert "B gives way to every threat" in self.LESSON
        assert (found.bluff, found.resist, found.war) == (1, 0, 0)


class TestCriticalRisk:
    LESSON = part("## Risk that nobody controls")

    def test_yours(self):
        ends = numbers(r"worth (\d+) points to you, giving way (\d+), and war (−\d+)", self.LESSON)
        (limit,) = shares(r"risk of war is below (\d+) %", self.LESSON)
        assert critical_risk(*ends) == pytest.approx(limit)
        lost = numbers(r"you lose (\d+) by giving way and (\d+) by war", self.LESSON)
        assert (ends[0] - ends[1], ends[0] - ends[2]) == lost
        above, below, share = numbers(r"by war: (\d+) / (\d+) is (\d+) %", self.LESSON)
        assert ((above, below), share / 100) == (lost, limit)

    def test_the_rivals(self):
        ends = numbers(r"winning is worth (\d+), giving way (−\d+), and war (−\d+)", self.LESSON)
        above, below, theirs, yours = numbers(
            r"It is (\d+) / (\d+), so (\d+) %; yours is (\d+) %", self.LESSON
        )
        assert (ends[0] - ends[1], ends[0] - ends[2]) == (above, below)
        assert critical_risk(*ends) == pytest.approx(theirs / 100)
        assert shares(r"risk of war is below (\d+) %", self.LESSON) == (yours / 100,)
        assert yours < theirs

    def test_small_steps_add_up(self):
        (step,) = shares(r"Each step of (\d+) %", self.LESSON)
        (limit,) = shares(r"risk of war is below (\d+) %", self.LESSON)
        passing, many, together = re.search(
            r"The (\w+) step passes .* after (\w+) steps the risk is (\d+) %", self.LESSON
        ).groups()
        assert steps_over(step, limit) == WORDS[passing]
        assert round(100 * cumulative_risk(step, WORDS[many])) == int(together)


class TestSecurityDilemma:
    LESSON = part("## When strength frightens")

    @staticmethod
    def dilemma(betrayed: float, wasted: float) -> Dilemma:
        """Return the dilemma that the picture draws for two losses."""
        return Dilemma(REWARD, REWARD - wasted, PUNISHMENT, PUNISHMENT - betrayed)

    @pytest.fixture
    def losses(self):
        return numbers(r"you lose (\d+) if you trust and they arm, and (\d+) if you", self.LESSON)

    def test_how_much_trust_it_takes(self, losses):
        needed, trust = shares(
            r"a trust of (\d+) % to stay unarmed, and you have (\d+)", self.LESSON
        )
        found = self.dilemma(*losses)
        assert found.threshold == pytest.approx(needed)
        assert found.armed(trust) > found.unarmed(trust)

    def test_where_defence_is_easier(self, losses):
        betrayed, needed = numbers(r"falls to (\d+), and a trust of (\d+) % is enough", self.LESSON)
        (trust,) = shares(r"and you have (\d+) %", self.LESSON)
        assert self.dilemma(betrayed, losses[1]).threshold == pytest.approx(needed / 100)
        assert trust > needed / 100

    def test_where_arms_can_be_told_apart(self, losses):
        (trust,) = shares(r"and you have (\d+) %", self.LESSON)
        (after,) = numbers(r"raises your trust to (\d+) %", self.LESSON)
        assert round(100 * told(trust, RELIABILITY)) == after
        assert after / 100 > self.dilemma(*losses).threshold


class TestTable:
    LESSON = part("## The table: deter or reassure")

    def test_the_table_is_as_the_lesson_says(self):
        found = scenario.load("deter-or-reassure")
        (turns,) = re.search(r"each of (\w+) turns", self.LESSON).groups()
        assert WORDS[turns] == found.terms.turns
        assert f"through {turns} turns of a crisis" in LESSON
        assert set(found.types) == {"greedy", "fearful", "proud"}
        assert "It is greedy, fearful or proud" in self.LESSON
