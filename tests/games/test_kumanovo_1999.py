"""Kumanovo keeps the contract, and shows at its end what was signed in fact."""

from dataclasses import replace

import pytest
from tests.contract import Contract
from tests.games import bargaining

from parley import scenario
from parley.games.bargaining import rules
from parley.games.bargaining.words import view
from parley.scenario.bargaining import IssueText

EXERCISE = "kumanovo-1999"
SIGNED = {"days": "eleven days", "ground-zone": "5 km", "air-zone": "25 km"}


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = bargaining


def debrief(state):
    """Return the block that is shown when the talks are over, or None."""
    return next(iter(view(state).debrief), None)


def test_what_was_signed_is_what_the_agreement_says():
    issues = {issue.id: issue for issue in scenario.load(EXERCISE).issues}
    assert {name: issues[name].signed for name in SIGNED} == SIGNED
    assert issues["order"].signed.startswith("the first zone is empty and verified")
    assert all(issue.signed in issue.options for issue in issues.values())


def test_no_issue_was_settled_at_an_end_of_its_scale():
    """Whoever knows the history still has to find out what it costs here."""
    for issue in scenario.load(EXERCISE).issues:
        assert 0 < issue.options.index(issue.signed) < len(issue.options) - 1


def test_both_texts_stand_side_by_side_when_the_talks_are_over():
    state = bargaining.deal(scenario.load(EXERCISE), "p1", 0)
    assert debrief(state) is None
    over = rules.apply(state, {"kind": "walk-out"})
    block = debrief(over)
    assert block.text == over.variant.words.debrief
    assert ("Days to leave Kosovo", "eleven days", "–") in block.table.rows
    assert len(block.table.rows) == len(over.variant.issues)


def test_an_agreement_shows_its_own_options():
    state = bargaining.deal(scenario.load(EXERCISE), "p1", 0)
    issues = state.variant.issues
    over = replace(state, outcome="agreed", package=tuple(range(len(issues))))
    shown = {row[0]: row[2] for row in debrief(over).table.rows}
    assert shown == {
        issue.label: issue.options[issue.option(level)] for level, issue in enumerate(issues)
    }


def test_talks_without_a_debrief_show_none():
    state = bargaining.deal(scenario.load("tent"), scenario.load("tent").everything[0].id, 0)
    assert debrief(rules.apply(state, {"kind": "walk-out"})) is None


def test_what_was_signed_must_be_an_option():
    with pytest.raises(ValueError, match=r"signed: '12 days' is no option of days"):
        IssueText(id="days", label="Days", better="a", options=("7", "11"), signed="12 days")


def test_both_chairs_are_drawn():
    found = scenario.load(EXERCISE)
    chairs = {bargaining.deal(found, "p1", 0, f"trainee {n}").variant.words.you for n in range(12)}
    assert chairs == {"KFOR", "the Yugoslav delegation"}
