"""What all talks must prove beside the contract."""

import pytest
from tests.games import difficulty

from parley import scenario

TALKS = [name for name in scenario.exercises() if scenario.load(name).game == "bargaining"]


@pytest.mark.parametrize("exercise", TALKS)
class TestTalks:
    def test_profiles_are_equally_difficult(self, exercise):
        kept, tables = difficulty.kept(exercise), difficulty.digests(exercise)
        assert {name: one["table"] for name, one in kept.items()} == tables, (
            f"run: python -m tests.games.difficulty {exercise}"
        )
        for marks in zip(*(one["marks"] for one in kept.values()), strict=True):
            assert max(marks) - min(marks) <= 5

    def test_every_issue_says_what_is_at_stake_for_every_side_that_may_be_played(self, exercise):
        found = scenario.load(exercise)
        sides = {found.side} if found.side else {"a", "b"}
        for issue in found.issues:
            assert set(issue.stake) == sides, issue.id
