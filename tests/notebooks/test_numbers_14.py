"""Every number that module 14 takes from a model or a scenario is what that gives."""

import re

import pytest
from tests.notebooks.modules import lesson

from parley import scenario
from parley.models.attack_hour import FIRST, attack_hour
from parley.models.use_of_force import ATTACK, CLAIM, gate
from parley.panel.sliders import FIGURES

LESSON = lesson("14_legal_and_ethical_limits")
NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twenty": 20}
START = {
    name: {slider.name: slider.start for slider in FIGURES[name]}
    for name in ("use-of-force", "attack-hour")
}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def chosen(figure: str, label: str) -> tuple[str, ...]:
    """Return the words of a list of a figure."""
    return next(slider.words for slider in FIGURES[figure] if slider.label == label)


class TestForce:
    LESSON = part("## May there be force at all?")

    def test_what_the_lesson_tells_to_set_is_in_the_lists(self):
        assert "on your State goes on" in chosen("use-of-force", "An armed attack")
        assert "goes too far" in chosen("use-of-force", "Your answer")
        assert 'Set "An armed attack" to *on your State goes on*: lawful.' in self.LESSON
        assert 'Set "Your answer" to *goes too far*' in self.LESSON

    def test_no_gate_opens_at_the_start(self):
        assert START["use-of-force"]["claim"] == 0
        assert gate("withdrawn", "failed", "over", fits=True, claim="none") == "ban"

    def test_an_attack_that_goes_on_opens_one_and_too_much_closes_it(self):
        assert gate("withdrawn", "failed", "on us", fits=True, claim="none") == "defence"
        assert gate("withdrawn", "failed", "on us", fits=False, claim="none") == "ban"

    def test_an_ally_must_ask(self):
        found = [gate("withdrawn", "failed", each, True, "none") for each in ATTACK[3:]]
        assert found == ["ban", "defence"]

    @pytest.mark.parametrize("claim", CLAIM[1:])
    def test_each_claim_is_contested(self, claim):
        assert gate("withdrawn", "failed", "over", True, claim) == "disputed"

    def test_three_gates_are_agreed(self):
        (count,) = re.search(r"(\w+) gates are agreed\.", self.LESSON).groups()
        assert NUMBERS[count.lower()] == len(re.findall(r"^- \*\*", self.LESSON, re.MULTILINE))


class TestAttack:
    LESSON = part("## May this be attacked?")

    def test_heavy_at_ten_is_stopped_by_your_own_measure(self):
        hour, deaths = re.search(
            r"At (\w+), with a heavy bomb, (\d+) civilian deaths", self.LESSON
        ).groups()
        (most,) = re.search(r"You call more than (\d+) excessive", self.LESSON).groups()
        start = START["attack-hour"]
        assert (NUMBERS[hour], int(most)) == (start["hour"], start["most"])
        found = attack_hour("verified", "heavy", start["hour"], start["leaves"], int(most))
        assert (found.here, found.rule) == (int(deaths), "proportionality")

    def test_a_guided_bomb_waits_for_the_evening(self):
        now, later, then = map(
            int,
            re.search(
                r"now it is (\d+), below your measure\.\n.* at (\d+) o'clock it would be (\d+)\.",
                self.LESSON,
            ).groups(),
        )
        start = START["attack-hour"]
        found = attack_hour("verified", "guided", start["hour"], start["leaves"], start["most"])
        assert (found.here, found.best, found.rule) == (now, later, "hour")
        assert found.expected[later - FIRST] == then
        there = attack_hour("verified", "guided", later, start["leaves"], start["most"])
        assert there.rule == "free"

    def test_a_larger_measure_opens_one_gate_only(self):
        (most,) = re.search(r'"Excessive is more than" to (\d+)\.', self.LESSON).groups()
        start = START["attack-hour"]
        found = attack_hour("verified", "heavy", start["hour"], start["leaves"], int(most))
        assert found.rule == "hour"

    def test_what_is_not_verified_is_held(self):
        (hour,) = re.search(
            r"\*military, not verified\* with the guided bomb at (\d+) o'clock", self.LESSON
        ).groups()
        assert attack_hour("not verified", "guided", int(hour), 20, 20).rule == "verify"

    def test_there_are_five_steps(self):
        rows = re.findall(r"^\| (?!Step|---)", self.LESSON, re.MULTILINE)
        assert len(rows) == 5
        assert "put an attack to five steps" in LESSON


class TestTables:
    def test_the_legal_gate(self):
        found = scenario.load("legal-gate")
        intro = part("## The table: the legal gate")
        cables, decisions = re.search(r"(\w+) draft cables, (\w+) decisions", intro).groups()
        assert NUMBERS[cables] == found.per_attempt
        assert NUMBERS[decisions] == len(found.decisions)
        assert len([rule for rule in found.book.rules if rule.barred]) == 3

    def test_the_five_questions(self):
        rules = scenario.load("lawful-legitimate").book.rules
        assert len([rule for rule in rules if rule.decision == "lawful-only"]) == 5
        assert "gave the Security Council five questions" in LESSON

    def test_the_mandate(self):
        found = scenario.load("mandate-text")
        intro = part("## The table: the legal gate")
        points, rounds, broken = re.search(
            r"(\w+) points, (\w+) rounds.*?; (\w+) of those offered break the law",
            intro,
            re.DOTALL,
        ).groups()
        assert NUMBERS[points.lower()] == len(found.issues)
        assert NUMBERS[rounds] == found.terms.rounds
        assert NUMBERS[broken] == len([clause for clause in found.clauses if clause.breach])
