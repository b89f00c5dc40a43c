"""Every claim desk keeps the contract as far as it applies, and base rates do not pay."""

from collections import Counter
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from tests.contract import Contract, CountingContract, solutions_of
from tests.games import estimate

from parley import claims, scenario
from parley.games import family
from parley.marking import mark_part
from parley.play import Part
from parley.record import PRACTICE

DESKS = tuple(f"claim-desk-{module}" for module in claims.modules())
COUNTED = tuple(desk for desk in DESKS if scenario.load(desk).profiles.counted)
GAME = family("estimate")


class Desk:
    """What does not apply to a desk, and what stands in its place.

    It has one kind of move and one profile for each use, and the order of its claims is part of
    the labelling: the same decisions pass through other states to the same end.
    """

    game = estimate

    test_no_kind_of_first_move_is_best_in_every_profile = None
    test_a_golden_record_replays_to_the_last_digest = None
    test_a_golden_record_has_its_golden_mark = None
    test_the_golden_records_cover_every_profile_and_kind_of_move = None
    test_replaying_twice_gives_equal_states = None
    test_costs_add_up_to_what_is_missing = None

    def test_another_labelling_leaves_states_and_mark_as_they_are(self, profile, solved):
        part = self.played(self.starts(profile)[0], profile, self.random, Random(self.exercise))
        other = self.relabelled(part)
        assert GAME.facts(other.states[-1]) == GAME.facts(part.states[-1])
        assert GAME.points(other.states[-1]) == GAME.points(part.states[-1])
        ours, theirs = (mark_part(one, solved, 1.0) for one in (part, other))
        assert theirs.mark == pytest.approx(ours.mark)
        assert theirs.floor == pytest.approx(ours.floor)

    def relabelled(self, played):
        """Return the same decisions in another order of the claims."""
        start = estimate.rekeyed(played.states[0], "somebody else")
        new = Part(replace(played.draw, variant=start.variant), (), (start,))
        moves = {move["claim"]: move for move in played.moves}
        while not new.done:
            new = new.after(moves[new.states[-1].claim.slug])
        return new

    def test_points_are_the_first_value_less_regret_plus_luck(self, profile, solved, values):
        """There is no luck at a desk: points by the key are the first value less regret."""
        part = self.played(self.starts(profile)[0], profile, self.random, Random(1))
        regret = sum(mark_part(part, solved, 1.0).regrets)
        points = values.points(part.states[-1])
        assert points == pytest.approx(values.best(part.states[0]) - regret, abs=0.6)


def of(desk):
    """Return a class of tests for a desk, with a name of its own."""
    return {"exercise": desk, "__module__": __name__}


for _desk in DESKS:
    _name = f"TestPractice{_desk[-2:]}"
    globals()[_name] = type(_name, (Desk, Contract), of(_desk) | {"use": PRACTICE})

for _desk in COUNTED:
    _name = f"TestCounted{_desk[-2:]}"
    _without = dict.fromkeys(
        (
            "test_naive_play_marks_under_60_on_positions",
            "test_positions_mark_passive_0_and_reference_100",
            "test_random_play_averages_under_50_on_positions",
        )
    )
    globals()[_name] = type(_name, (Desk, CountingContract), of(_desk) | _without)


def test_there_are_desks():
    assert DESKS


class Mix:
    """What one gets on a whole pool who answers everything alike."""

    def __init__(self, desk, use, profile):
        found = scenario.load(desk)
        self.scale = found.numbers(found.profile(profile))
        key = solutions_of(desk, use).values(profile).key
        self.counts = Counter(ruling.answer for ruling in key.values())

    def loss(self, answer, confidence):
        return sum(n * self.scale.loss(key, answer, confidence) for key, n in self.counts.items())

    def mark(self, answer, confidence):
        floor = self.loss(self.scale.answers[0], self.scale.lowest)
        return float(100 * (1 - self.loss(answer, confidence) / floor))

    def best(self):
        every = product(self.scale.answers, range(self.scale.lowest, 101))
        return max((self.mark(*pair), *pair) for pair in every)


@pytest.mark.parametrize("desk", DESKS)
def test_no_single_answer_pays_in_practice(desk):
    assert Mix(desk, PRACTICE, "claims").best()[0] < 30


@pytest.mark.parametrize("desk", COUNTED)
def test_no_single_answer_pays_where_it_counts(desk):
    assert Mix(desk, "counted", "statements").best()[0] < 10


@pytest.mark.parametrize("desk", DESKS)
def test_every_answer_of_a_key_can_be_given(desk):
    mixes = [Mix(desk, PRACTICE, "claims")]
    mixes += [Mix(desk, "counted", "statements")] if desk in COUNTED else []
    assert all(set(mix.counts) <= set(mix.scale.answers) for mix in mixes)


@pytest.mark.parametrize("desk", COUNTED)
def test_statements_and_their_key_belong_together(desk):
    key = solutions_of(desk, "counted").values("statements").key
    assert set(key) == {statement.id for statement in claims.statements(desk[-2:])}


@pytest.mark.parametrize("module", claims.modules())
def test_claims_stand_in_the_file_of_their_module(module):
    assert {claim.module for claim in claims.claims(module)} == {module}
