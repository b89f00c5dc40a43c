"""The outcome space of a play that is over."""

import pytest
from tests.games import bargaining

from parley import scenario
from parley.games.bargaining.model import packages
from parley.games.bargaining.policies import POLICIES
from parley.games.bargaining.space import outcome_space


class TestOfAPlay:
    @pytest.mark.parametrize("profile", ["p1", "p4", "c3"])
    def test_the_space_shows_packages_offers_and_the_end(self, profile):
        found = scenario.load("tent")
        start = bargaining.deal(found, profile, 1)
        end = bargaining.ended(start, POLICIES["soft"])
        space = outcome_space(end)
        numbers = start.variant.numbers
        assert len(space.points) <= len(packages(4, 5))
        assert set(space.frontier) <= set(space.lawful) <= set(space.points)
        assert set(space.nash) | set(space.kalai_smorodinsky) <= set(space.frontier)
        assert space.leave == (numbers.reservation, numbers.kinds[1].reservation)
        yours = [offer for offer in space.offers if offer[1] == "you"]
        assert len(yours) == sum(turn.step.kind == "offer" for turn in end.turns)
        assert (space.agreement is None) == (end.outcome != "agreed")
