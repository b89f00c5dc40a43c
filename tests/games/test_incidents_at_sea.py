"""The talks on incidents at sea keep the contract, and cover what their text says."""

from tests.contract import Contract, CountingContract
from tests.games import bargaining

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
