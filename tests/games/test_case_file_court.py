"""The court keeps the contract: tests of proof come before what a measure was."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tools.reliability import reliability

from graders.check_casework import report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

EXERCISE = "case-file-court"
FOUND = scenario.load(EXERCISE)
PROOF = ("output", "party", "late", "selected", "rival", "effect")


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


def ruled(**facts):
    """Return the rule that decides a card with these facts."""
    return deciding(
        FOUND.book.rules, {name: one.default for name, one in FOUND.facts.items()} | facts
    )


def test_its_files_make_a_fair_desk():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize("proof", PROOF)
def test_every_test_of_proof_stands_before_what_a_measure_was(proof):
    kind = ruled(**{proof: True}).slug
    assert ruled(**{proof: True}, force=True, chapter7=True, consent=True).slug == kind


def test_a_card_is_filed_by_what_a_measure_was_only_if_it_is_no_proof():
    assert ruled(force=True, chapter7=True, consent=True).slug == "force"
    assert ruled(chapter7=True, consent=True).slug == "chapter-7"
    assert ruled(consent=True).slug == "consent"
    assert ruled().slug == "agreement"


def test_only_force_filed_as_engagement_is_a_breach():
    barred = {rule.slug: rule.barred for rule in FOUND.book.rules if rule.barred}
    assert barred == {"force": ("engagement",)}


@pytest.mark.parametrize("file", FOUND.files, ids=lambda file: file.id)
def test_a_card_says_that_it_is_offered_as_proof_where_it_is(file):
    assert bool(file.facts.get("effect")) == file.text[0].startswith("Offered as proof")


@pytest.mark.parametrize("file", [*FOUND.files, *FOUND.counted_files()])
def test_every_card_names_its_source(file):
    assert " Source: " in file.text[-1]
