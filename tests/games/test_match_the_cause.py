"""Matching causes keeps the contract, and a force needs consent or a mandate."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tools.reliability import reliability

from graders.check_casework import report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

EXERCISE = "match-the-cause"
FOUND = scenario.load(EXERCISE)

FORCES = ("guarantee", "protect")
CLOSED = {
    "collapse-closed": {"collapse": True},
    "spoiler-closed": {"spoiler": "total aim"},
    "commitment-closed": {"exposed": True},
}


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


def ruled(**facts):
    """Return the rule that decides a report with these facts."""
    return deciding(
        FOUND.book.rules, {name: one.default for name, one in FOUND.facts.items()} | facts
    )


def test_its_files_make_a_fair_desk():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize(("closed", "facts"), CLOSED.items())
def test_without_consent_and_mandate_forces_are_a_breach(closed, facts):
    rule = ruled(**facts)
    assert (rule.slug, rule.decision, rule.barred) == (closed, "talks", FORCES)
    assert "art. 2(4)" in rule.article


@pytest.mark.parametrize("entry", ["consent", "mandate"])
@pytest.mark.parametrize(("closed", "facts"), CLOSED.items())
def test_consent_or_a_mandate_opens_the_way(closed, facts, entry):
    rule = ruled(**facts, **{entry: True})
    assert rule.slug == closed.removesuffix("-closed")
    assert rule.decision in FORCES
    assert rule.barred == ()


def test_no_other_rule_names_a_breach():
    assert {rule.slug for rule in FOUND.book.rules if rule.barred} == set(CLOSED)


def test_a_limited_aim_is_met_by_talks_whatever_force_could_enter():
    assert ruled(spoiler="limited aim", consent=True, mandate=True).decision == "talks"


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"unordered": True, "fear": True}, "accident"),
        ({"fear": True, "hidden": True}, "misperception"),
        ({"hidden": True}, "private-information"),
        ({"exposed": True, "unordered": True, "consent": True}, "commitment"),
        ({"spoiler": "total aim", "exposed": True, "consent": True}, "spoiler"),
        ({"collapse": True, "spoiler": "total aim", "consent": True}, "collapse"),
        ({"consent": True, "mandate": True}, "dispute"),
    ],
)
def test_causes_are_asked_in_their_order(facts, rule):
    assert ruled(**facts).slug == rule
