"""Shares keeps the contract, and its debrief says of the core and of power what the models say."""

from fractions import Fraction

import pytest
from tests.contract import Contract, CountingContract
from tests.games import turns
from tools.reliability import reliability

from graders.solve_turns import Solver, openings
from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.models import cost_sharing, voting_power
from parley.record import PRACTICE

EXERCISE = "shares"
FOUND = scenario.load(EXERCISE)
MODEL = FOUND.numbers(FOUND.everything[0])
TRACKS = [track.name for track in MODEL.tracks]
ALONE = {"firm": (9, 5, 3), "wavering": (9, 3, 3)}
"""How many companies each partner would need alone, the large one first."""


class TestPractice(Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def divided(*shares):
    """Return what is public with these shares and no caveat."""
    return opening(MODEL).public._replace(levels=(*shares, 0))


def left(shares, kind):
    """Return what the two smaller cost at the end by leaving."""
    seen = steps.facts(MODEL, divided(*shares)._replace(gone=MODEL.turns - 1))
    place = MODEL.types.index(kind)
    leaving = [one for one in MODEL.final if one.name.startswith("The two smaller leave")]
    return sum(price.of(seen) for price in leaving if place in price.kinds)


@pytest.mark.parametrize("kind", ALONE)
def test_the_two_smaller_leave_just_where_a_division_is_outside_the_core(kind):
    divisions = [(9 - b - c, b, c) for b in range(6) for c in range(4) if 1 <= 9 - b - c <= 8]
    for shares in divisions:
        assert (left(shares, kind) == 0) == cost_sharing.in_core(ALONE[kind], shares), shares


@pytest.mark.parametrize(("kind", "shares"), [("firm", (6, 2, 1)), ("wavering", (7, 1, 1))])
def test_the_debrief_gives_the_shapley_values(kind, shares):
    assert cost_sharing.shapley(ALONE[kind]) == shares
    assert ", ".join(map(str, shares[:2])) + f" and {shares[2]}" in FOUND.debrief[1]


def test_the_debrief_tells_who_decides_when_five_of_nine_carry_a_plan():
    assert voting_power.banzhaf(5, (6, 2, 1)) == (1, 0, 0)
    assert voting_power.banzhaf(5, (4, 3, 2)) == (Fraction(1, 3),) * 3


@pytest.mark.parametrize("card", ["large", "middle", "small"])
@pytest.mark.parametrize(("act", "steps_more"), [("ask", 1), ("press", 3), ("lift", 2)])
def test_a_request_moves_the_share_of_the_partner_at_the_table_alone(card, act, steps_more):
    public = divided(0, 0, 0)._replace(card=MODEL.cards.index(card))
    place = [one.name for one in MODEL.acts].index(act)
    levels = dict(zip(TRACKS, steps.acted(MODEL, public, (place,)).levels, strict=True))
    assert {name: level for name, level in levels.items() if level} == {card: steps_more}


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_the_debrief_says_which_first_act_was_best(profile):
    model = FOUND.numbers(profile)
    solver = Solver(model).solve()
    best = model.acts[solver.orders[next(openings(model))][0]].name
    modest = profile.dials[profile.calendar[0]] == 2
    said = {"caveat", "press"} if profile.dials["bear"] else {"ask" if modest else "press"}
    assert best in said


def test_a_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7
