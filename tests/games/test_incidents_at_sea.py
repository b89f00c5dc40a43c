"""The talks on incidents at sea keep the contract, and cover what their text says."""

from tests.contract import Contract, CountingContract
from tests.games import bargaining, difficulty

from parley import scenario


class TestPractice(Contract):
    exercise = "incidents-at-sea"
    use = "practice"
    game = bargaining


class TestCounted(CountingContract):
    exercise = "incidents-at-sea"
    game = bargaining


def test_there_are_seven_issues_of_three_options():
    issues = scenario.load("incidents-at-sea").issues
    assert [len(issue.options) for issue in issues] == [3] * 7


def test_every_issue_says_what_is_at_stake_for_both_sides():
    for issue in scenario.load("incidents-at-sea").issues:
        assert set(issue.stake) == {"a", "b"}, issue.id


def test_profiles_are_equally_difficult():
    kept, tables = difficulty.kept("incidents-at-sea"), difficulty.digests("incidents-at-sea")
    assert {name: one["table"] for name, one in kept.items()} == tables
    for marks in zip(*(one["marks"] for one in kept.values()), strict=True):
        assert max(marks) - min(marks) <= 5
