"""The Vienna Document desk keeps the contract, and decides by the numbers that it names."""

import pytest
import yaml
from tests.contract import Contract, CountingContract
from tests.games import casework
from tools.reliability import reliability

from graders import plugin
from graders.check_casework import report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

EXERCISE = "vienna-document-desk"
FOUND = scenario.load(EXERCISE)


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


def owed(**facts):
    """Return the rule that decides a plan, and what is owed by it."""
    rule = deciding(
        FOUND.book.rules, {name: one.default for name, one in FOUND.facts.items()} | facts
    )
    return rule.slug, rule.decision


def test_its_files_make_a_fair_desk():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize(
    ("facts", "rule", "decision"),
    [
        ({"troops": 8900}, "below", "none"),
        ({"troops": 8900, "tanks": 310}, "observation", "invite"),
        ({"troops": 12950, "tanks": 295}, "notice", "notify"),
        ({"troops": 13050}, "observation", "invite"),
        ({"troops": 9400, "days": 42}, "notice", "notify"),
        ({"troops": 9400, "days": 41}, "late", "change"),
        ({"troops": 8900, "days": 5}, "below", "none"),
        ({"troops": 39500, "tanks": 850, "largest": True}, "observation", "invite"),
        ({"troops": 41500, "tanks": 910, "largest": True}, "limit-40", "change"),
        ({"troops": 24600, "larger": 3}, "observation", "invite"),
        ({"troops": 25800, "larger": 3}, "limit-25", "change"),
        ({"troops": 14000, "large": 5}, "observation", "invite"),
        ({"troops": 14000, "large": 6}, "limit-13", "change"),
    ],
)
def test_a_number_decides_on_its_own_side_of_the_line(facts, rule, decision):
    assert owed(**facts) == (rule, decision)


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        ("parts under one operational command", "one-command"),
        ("parts under separate commands", "observation"),
    ],
)
def test_parts_under_one_command_are_added_by_a_rule_of_their_own(command, rule):
    assert owed(troops=14300, parts=command) == (rule, "invite")


def test_a_question_is_answered_whatever_the_numbers_but_not_outside_the_zone():
    assert owed(asked=True, troops=3000) == ("request", "answer")
    assert owed(asked=True, troops=11000, days=0) == ("request", "answer")
    assert owed(asked=True, place="outside the zone") == ("zone", "none")


def test_no_plan_lies_on_a_line_that_the_sources_leave_open():
    key = yaml.safe_load((plugin.keys() / EXERCISE / "files.yaml").read_text(encoding="utf-8"))
    coded = [*(file.facts for file in FOUND.files), *(file["facts"] for file in key)]
    numbers = {(name, facts.get(name)) for facts in coded for name in ("troops", "tanks")}
    lines = {("troops", 9000), ("troops", 13000), ("troops", 25000), ("troops", 40000)}
    assert numbers & (lines | {("tanks", 300), ("tanks", 400), ("tanks", 900)}) == set()
