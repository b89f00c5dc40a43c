"""The desk on force keeps the contract: basis, then conduct, then the five criteria decide."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tools.reliability import reliability

from graders.check_casework import report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

EXERCISE = "lawful-legitimate"
FOUND = scenario.load(EXERCISE)
AGREED = {
    "consent": "consent",
    "self-defence": "self-defence",
    "pursuit at sea": "pursuit-kept",
    "the Council": "mandate",
}
DISPUTED = {
    "rescue of nationals": "nationals",
    "humanitarian need": "humanitarian",
    "group that its host cannot stop": "host-cannot",
    "regional body alone": "regional-first",
}
CRITERIA = {
    "serious": "seriousness",
    "purpose": "proper-purpose",
    "last": "last-resort",
    "means": "proportional-means",
    "balance": "consequences",
}
CONDUCT = {"civilians": "distinction", "excessive": "proportionality", "careless": "precautions"}


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


def ruled(**facts):
    """Return the rule and the decision for a report with these facts."""
    known = {name: one.default for name, one in FOUND.facts.items()} | facts
    found = deciding(FOUND.book.rules, known)
    return found.slug, found.decision


def test_its_files_make_a_fair_desk():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize(("claim", "rule"), AGREED.items())
def test_an_agreed_basis_is_legitimate_until_a_criterion_is_missed(claim, rule):
    assert ruled(claim=claim) == (rule, "both")
    for fact, criterion in CRITERIA.items():
        assert ruled(claim=claim, **{fact: False}) == (criterion, "lawful-only")


@pytest.mark.parametrize(("claim", "rule"), DISPUTED.items())
def test_a_disputed_claim_stays_contested_and_falls_with_a_criterion(claim, rule):
    assert ruled(claim=claim) == (rule, "basis-contested")
    for fact in CRITERIA:
        assert ruled(claim=claim, **{fact: False}) == ("charter-2-4", "unlawful")


@pytest.mark.parametrize("claim", [*AGREED, *DISPUTED])
@pytest.mark.parametrize(("fact", "rule"), CONDUCT.items())
def test_no_basis_excuses_how_the_attack_is_made(claim, fact, rule):
    assert ruled(claim=claim, **{fact: True}) == (rule, "unlawful")


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({}, "charter-2-4"),
        ({"civilians": True}, "charter-2-4"),
        ({"claim": "consent", "beyond": True, "careless": True}, "beyond-terms"),
        ({"claim": "the Council", "beyond": True}, "beyond-terms"),
        ({"claim": "self-defence", "over": True}, "reprisal"),
        ({"claim": "pursuit at sea", "broken": True}, "pursuit-broken"),
    ],
)
def test_the_basis_is_asked_for_first(facts, rule):
    assert ruled(**facts) == (rule, "unlawful")


def test_only_an_attack_on_civilians_that_is_called_legitimate_breaks_the_law():
    barred = {rule.slug: rule.barred for rule in FOUND.book.rules if rule.barred}
    assert barred == {"distinction": ("both",)}
