"""The liaison desk keeps the contract, and asks what a request is for and not who makes it."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tools.reliability import reliability

from graders.check_casework import report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

EXERCISE = "liaison-desk"
FOUND = scenario.load(EXERCISE)
MOVEMENTS, NAMES, PATIENTS = "relief movements or sites", "names of people helped", "patients"
ESCORT, MEANS = "an armed escort", "military transport or other means"


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


def test_its_files_make_a_fair_desk():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


def test_no_fact_says_who_asks():
    assert "army" not in " ".join(one.label.lower() for one in FOUND.facts.values())
    assert {"operation", "topic"} <= set(FOUND.facts)


@pytest.mark.parametrize(
    ("facts", "rule", "decision"),
    [
        ({"topic": PATIENTS}, "medical", "refuse"),
        ({"topic": PATIENTS, "figures": True}, "figures", "part"),
        ({"topic": PATIENTS, "disease": True}, "disease", "share"),
        ({"topic": NAMES}, "purpose", "refuse"),
        ({"topic": NAMES, "agreed": True}, "consent", "share"),
        ({"topic": NAMES, "agreed": True, "operation": True}, "purpose", "refuse"),
        ({"topic": MOVEMENTS}, "notification", "share"),
        ({"topic": MOVEMENTS, "operation": True}, "intelligence", "refuse"),
        ({"topic": MOVEMENTS, "exposed": True}, "exposed", "part"),
        ({"topic": ESCORT}, "escort-last", "refer"),
        ({"topic": ESCORT, "civilian": True}, "escort-other", "refuse"),
        ({"topic": MEANS}, "means-last", "refer"),
        ({"topic": MEANS, "civilian": True}, "means-other", "refuse"),
        ({"topic": MEANS, "reward": True}, "impartiality", "refuse"),
        ({"topic": "a danger"}, "danger", "share"),
        ({"mixed": True, "reward": True}, "distinction", "refuse"),
        ({}, "open", "share"),
    ],
)
def test_the_purpose_and_what_it_would_cost_decide(facts, rule, decision):
    known = {name: one.default for name, one in FOUND.facts.items()} | facts
    found = deciding(FOUND.book.rules, known)
    assert (found.slug, found.decision) == (rule, decision)
