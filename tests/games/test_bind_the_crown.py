"""The secretary's desk keeps the contract: the power that a mission needs decides, not the rank."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tools.reliability import reliability

from graders.check_casework import report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

EXERCISE = "bind-the-crown"
FOUND = scenario.load(EXERCISE)
WORDS, TRUCE, SURRENDER = "bear words", "stop the fighting or exchange", "surrender own troops"


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


def ruled(**facts):
    """Return the rule and the decision for a mission with these facts."""
    known = {name: one.default for name, one in FOUND.facts.items()} | facts
    found = deciding(FOUND.book.rules, known)
    return found.slug, found.decision


def test_its_files_make_a_fair_desk():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize(
    ("facts", "rule", "decision"),
    [
        ({"task": WORDS}, "words-only", "messenger"),
        ({"task": WORDS, "lines": True}, "white-flag", "messenger"),
        ({"task": "stay and report"}, "stay", "resident"),
        ({"task": "speak again and again"}, "credentials", "resident"),
        ({"task": TRUCE}, "truce", "commander"),
        ({"task": TRUCE, "political": True}, "politics", "plenipotentiary"),
        ({"task": SURRENDER}, "own-troops", "commander"),
        ({"task": SURRENDER, "political": True}, "politics", "plenipotentiary"),
        ({"person": True, "paper": True}, "special-mandate", "plenipotentiary"),
        ({"paper": True}, "paper", "plenipotentiary"),
        ({"reserved": True}, "ratification", "plenipotentiary"),
        ({}, "full-powers", "plenipotentiary"),
    ],
)
def test_the_power_that_is_needed_decides(facts, rule, decision):
    assert ruled(**facts) == (rule, decision)


@pytest.mark.parametrize("task", FOUND.facts["task"].values)
def test_a_door_that_is_shut_needs_somebody_else_whatever_the_task(task):
    assert ruled(task=task, shut=True) == ("shut-door", "go-between")
    assert ruled(task=task, shut=True, disown=True) == ("disown", "go-between")


@pytest.mark.parametrize("file", [*FOUND.files, *FOUND.counted_files()], ids=lambda file: file.id)
def test_every_mission_names_its_source_or_says_that_it_is_invented(file):
    text = " ".join(file.text)
    assert text.startswith("Invented, ") != (" Source: " in text)
