"""The talks on incidents at sea keep the contract, and cover what their text says."""

from tests.contract import GOLDEN, Contract, CountingContract
from tests.games import bargaining, difficulty

from parley import play, scenario


class TestPractice(Contract):
    exercise = "incidents-at-sea"
    use = "practice"
    game = bargaining

    def test_the_golden_records_cover_every_profile_and_kind_of_move(self):
        """The reference never adjourns and seldom accepts; positions show the rest."""
        found = [play.load(path) for path in GOLDEN.glob("incidents-at-sea.*.jsonl")]
        parts = [part for one in found for part in one.parts.values()]
        whole = {part.draw.profile for part in parts if not part.draw.position}
        assert whole >= {profile.id for profile in self.profiles()}
        assert {move["kind"] for part in parts for move in part.moves} == set(self.game.KINDS)


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
