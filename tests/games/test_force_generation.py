"""The pledging conference keeps the contract, and covers what its text says."""

from tests.contract import Contract, CountingContract
from tests.games import bargaining

from parley import scenario

EXERCISE = "force-generation"


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = bargaining


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = bargaining


def test_the_mission_wants_means_and_the_contributor_wants_conditions():
    wanted = {side: set() for side in "ab"}
    for issue in scenario.load(EXERCISE).issues:
        wanted[issue.better].add(issue.id)
    assert wanted == {
        "a": {"troops", "caveats", "enablers"},
        "b": {"payment", "rotation", "evacuation"},
    }


def test_more_trades_count_than_questions():
    """A pledge is put together by give and take."""
    terms = scenario.load(EXERCISE).terms
    assert terms.trades > terms.questions
