"""The partner review board keeps the contract, and support to a barred unit caps the mark."""

from random import Random

import pytest
from tests.contract import Contract, CountingContract, solutions_of
from tests.games import casework
from tools.reliability import reliability

from graders import plugin
from graders.check_casework import report
from parley import play, scenario
from parley.games.casework.engine import deciding
from parley.games.casework.rules import to_move
from parley.marking import CAP, mark
from parley.record import PRACTICE, Header

EXERCISE = "partner-review-board"
FOUND = scenario.load(EXERCISE)
STATE, DEFENCE, UN = FOUND.facts["funds"].values
STEPS, ALL_STEPS = FOUND.facts["remedy"].values[1:]


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


def decided(funds, **facts):
    """Return the rule that decides a request, and the decision."""
    known = {name: one.default for name, one in FOUND.facts.items()}
    rule = deciding(FOUND.book.rules, known | facts | {"funds": funds})
    return rule.slug, rule.decision


def test_its_files_make_a_fair_desk():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize(
    ("funds", "facts", "rule", "decision"),
    [
        (STATE, {}, "bar-state", "refuse"),
        (STATE, {"remedy": STEPS}, "steps", "measures"),
        (STATE, {"kind": "disaster relief"}, "bar-state", "refuse"),
        (DEFENCE, {}, "bar-defence", "refuse"),
        (DEFENCE, {"remedy": STEPS}, "bar-defence", "refuse"),
        (DEFENCE, {"remedy": ALL_STEPS}, "corrective", "measures"),
        (DEFENCE, {"kind": "disaster relief"}, "relief", "measures"),
        (DEFENCE, {"running": True}, "stop", "suspend"),
        (UN, {"running": True}, "un-told", "measures"),
        (UN, {"running": True, "persists": True}, "un-persists", "suspend"),
        (UN, {"kind": "a course in the law"}, "un-law", "approve"),
    ],
)
def test_each_source_of_support_has_exceptions_of_its_own(funds, facts, rule, decision):
    assert decided(funds, credible=True, **facts) == (rule, decision)


@pytest.mark.parametrize("rule", ["bar-state", "bar-defence", "stop", "un-persists", "un-risk"])
def test_support_to_a_barred_unit_caps_the_mark(rule):
    solved, card = solutions_of(EXERCISE, PRACTICE), FOUND.book.rule(rule)
    reference = plugin.reference(solved, "practice")
    found = begun()
    part = next(iter(found.parts.values()))
    while not part.done:
        state = part.states[-1]
        move = reference(state, Random(0))
        if move["rule"] == rule:
            move = to_move(state.file, "approve", "clear")
        part = part.after(move)
    marked = mark(found.with_part(part), solved)
    assert marked.mark == CAP
    caps = [cap for one in marked.parts for cap in one.caps]
    assert caps != []
    assert all(cap.startswith(card.article) for cap in caps)


def test_to_hold_support_back_breaks_no_law():
    assert all(set(rule.barred) <= {"approve", "measures"} for rule in FOUND.book.rules)


def begun():
    return play.begin(Header(EXERCISE, FOUND.version, FOUND.rules, "ada", "", PRACTICE, 1))
