"""The talks on inspections keep the contract, and cover what their text says."""

from tests.contract import Contract, CountingContract
from tests.games import bargaining

from parley import scenario

EXERCISE = "inspection-regime"


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = bargaining


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = bargaining


def test_each_side_wants_something_that_the_other_fears():
    """A mutual regime: no side is the one that only opens itself."""
    issues = scenario.load(EXERCISE).issues
    assert sorted(issue.better for issue in issues) == ["a", "a", "a", "b", "b"]


def test_the_talks_are_longer_than_the_tents_and_a_round_is_cheaper():
    ours, tent = scenario.load(EXERCISE).terms, scenario.load("tent").terms
    assert ours.rounds > tent.rounds
    assert ours.fee < tent.fee
