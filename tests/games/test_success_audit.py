"""The audit keeps the contract: eight tests in their order, and silence fails the last only."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tools.reliability import reliability

from graders.check_casework import report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

EXERCISE = "success-audit"
FOUND = scenario.load(EXERCISE)
FAILED = {
    "aim": {"aim": False},
    "mandate": {"mandate": False},
    "outcome-missed": {"outcome": "missed"},
    "cost": {"overrun": True},
    "harm": {"harm": True},
    "durability": {"durable": False},
    "legality": {"lawful": False},
    "counterfactual": {"compared": False},
}
"""How a claim fails each of the eight tests, in their order."""


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


def ruled(**facts):
    """Return the test that decides a claim with these facts."""
    return deciding(
        FOUND.book.rules, {name: one.default for name, one in FOUND.facts.items()} | facts
    )


def test_its_files_make_a_fair_desk():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize("place", range(len(FAILED)))
def test_the_first_test_that_fails_decides(place):
    later = list(FAILED)[place:]
    facts = {name: value for test in later for name, value in FAILED[test].items()}
    assert ruled(**facts).slug == later[0]


def test_an_aim_that_is_reached_in_part_is_qualified_and_one_that_is_missed_removed():
    assert ruled(outcome="reached in part").decision == "qualify"
    assert ruled(outcome="missed").decision == "remove"


def test_silence_passes_every_test_but_the_last():
    assert ruled().slug == "counterfactual"
    assert (ruled(compared=True).slug, ruled(compared=True).decision) == ("passed", "keep")


@pytest.mark.parametrize("file", [*FOUND.files, *FOUND.counted_files()])
def test_every_file_begins_with_its_claim_and_ends_with_its_source(file):
    text = " ".join(file.text)
    assert text.startswith("Claim: ")
    assert " Source: " in text
