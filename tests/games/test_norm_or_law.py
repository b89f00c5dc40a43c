"""The drawers keep the contract: who made a text, its words and its effect decide."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tools.reliability import reliability

from graders.check_casework import report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

EXERCISE = "norm-or-law"
FOUND = scenario.load(EXERCISE)
COUNCIL, ASSEMBLY, COURT = "the Security Council", "the General Assembly", "the Court"


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


@pytest.mark.parametrize(
    ("facts", "rule", "decision"),
    [
        ({}, "party", "treaty"),
        ({"called": False}, "any-name", "treaty"),
        ({"effect": False}, "no-effect", "none"),
        ({"effect": False, "called": False}, "no-effect", "none"),
        ({"effect": False, "custom": True}, "custom", "other-law"),
        ({"meant": False}, "words-of-will", "political"),
        ({"meant": False, "disclaims": True}, "says-so", "political"),
        ({"maker": COUNCIL}, "recommends", "none"),
        ({"maker": COUNCIL, "decides": True}, "council-decides", "other-law"),
        ({"maker": ASSEMBLY, "decides": True}, "recommends", "none"),
        ({"maker": ASSEMBLY, "custom": True}, "custom", "other-law"),
        ({"maker": COURT}, "judgment", "other-law"),
        ({"maker": COURT, "advisory": True}, "opinion", "none"),
        ({"maker": "experts of governments"}, "government-experts", "none"),
        ({"maker": "experts in their own name"}, "own-name", "none"),
    ],
)
def test_the_maker_the_words_and_the_effect_decide(facts, rule, decision):
    known = {name: one.default for name, one in FOUND.facts.items()} | facts
    found = deciding(FOUND.book.rules, known)
    assert (found.slug, found.decision) == (rule, decision)


@pytest.mark.parametrize("file", [*FOUND.files, *FOUND.counted_files()], ids=lambda file: file.id)
def test_every_text_ends_with_the_question_for_whom_it_is_asked(file):
    *_, last = " ".join(file.text).split(". ")
    assert last.endswith("?")
    assert " bind " in last or " oblige " in last
