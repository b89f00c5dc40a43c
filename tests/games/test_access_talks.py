"""The talks on access keep the contract, and cover what their text says."""

from tests.contract import Contract, CountingContract
from tests.games import bargaining

from parley import scenario

EXERCISE = "access-talks"


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = bargaining


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = bargaining


def test_time_is_dearer_than_in_the_tent():
    """People wait, as the brief says."""
    ours, tent = scenario.load(EXERCISE).terms, scenario.load("tent").terms
    assert ours.rounds < tent.rounds
    assert ours.fee > tent.fee


def test_one_type_is_twice_as_likely_in_every_profile():
    for profile in scenario.load(EXERCISE).everything:
        assert sorted(kind.odds for kind in profile.types) == [1, 1, 1, 2], profile.id


def test_what_is_not_for_sale_is_no_issue():
    found = scenario.load(EXERCISE)
    assert any("need alone" in text for text in found.brief.situation)
    options = [option for issue in found.issues for option in issue.options]
    assert not [option for option in options if "share" in option or "list" in option]
