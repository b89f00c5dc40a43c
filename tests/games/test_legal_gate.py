"""The legal gate keeps the contract, and only who reads the cables marks well."""

import pytest
from tests.contract import Contract, CountingContract, solutions_of
from tests.games import casework
from tools.reliability import reliability

from graders.check_casework import NAIVE_LIMIT, best_habit, report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

EXERCISE = "legal-gate"
FOUND = scenario.load(EXERCISE)


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


def ruled(**facts):
    """Return the rule and the decision for a cable with these facts."""
    known = {name: one.default for name, one in FOUND.facts.items()}
    rule = deciding(FOUND.book.rules, known | {k.replace("_", "-"): v for k, v in facts.items()})
    return rule.slug, rule.decision


def test_its_files_make_a_fair_desk():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize(("use", "profile"), [(PRACTICE, "practice"), ("counted", "counted")])
def test_no_one_answer_to_all_cables_pays(use, profile):
    mark, decision, rule = best_habit(solutions_of(EXERCISE, use).values(profile))
    assert mark < NAIVE_LIMIT / 2, (decision, rule)


@pytest.mark.parametrize(
    ("facts", "rule", "decision"),
    [
        ({"act": "force"}, "charter-2-4", "stop"),
        ({"act": "force", "consent": True}, "consent", "clear"),
        ({"act": "force", "regional": True}, "charter-53", "hold"),
        ({"act": "force", "regional": True, "council": True}, "charter-39-42", "clear"),
        ({"act": "force", "armed_attack": True}, "charter-51", "clear"),
        ({"act": "force", "armed_attack": True, "fits": False}, "charter-2-4", "stop"),
        (
            {"act": "force", "armed_attack": True, "victim": "another State"},
            "charter-2-4",
            "stop",
        ),
        ({"act": "threat", "armed_attack": True}, "charter-2-4", "stop"),
        ({"act": "threat", "lawful_force": True}, "icj-1996", "clear"),
        ({"act": "exercise"}, "icj-1986", "clear"),
        ({"act": "exercise", "demand": True}, "charter-2-4", "stop"),
        ({"act": "treaty"}, "charter-33", "clear"),
        ({"act": "treaty", "powers": False}, "vclt-7", "hold"),
        ({"act": "treaty", "powers": False, "state_coerced": True}, "vclt-52", "stop"),
        ({"act": "attack", "target": "not verified"}, "ap1-57", "hold"),
        ({"act": "attack", "precautions": False, "excessive": True}, "ap1-51-5-b", "stop"),
        ({"act": "support", "real_risk": True}, "hrddp-bar", "stop"),
        ({"act": "support", "real_risk": True, "measures": True}, "hrddp-assess", "hold"),
        ({"act": "support", "real_risk": True, "teaching": True}, "hrddp-support", "clear"),
    ],
)
def test_the_order_of_the_rules_decides(facts, rule, decision):
    assert ruled(**facts) == (rule, decision)


def test_the_gate_bars_what_the_law_forbids_most():
    barred = {rule.slug for rule in FOUND.book.rules if rule.barred}
    assert barred == {"charter-2-4", "ap1-48-51", "hrddp-bar"}
