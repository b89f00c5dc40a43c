"""The pledging conference keeps the contract, and covers what its text says."""

from tests.contract import Contract, CountingContract
from tests.games import bargaining, difficulty

from parley import scenario

EXERCISE = "force-generation"


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = bargaining


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = bargaining


def test_profiles_are_equally_difficult():
    kept, tables = difficulty.kept(EXERCISE), difficulty.digests(EXERCISE)
    assert {name: one["table"] for name, one in kept.items()} == tables
    for marks in zip(*(one["marks"] for one in kept.values()), strict=True):
        assert max(marks) - min(marks) <= 5


def test_every_issue_says_what_is_at_stake_for_both_sides():
    for issue in scenario.load(EXERCISE).issues:
        assert set(issue.stake) == {"a", "b"}, issue.id


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
