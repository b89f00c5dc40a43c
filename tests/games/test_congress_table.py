"""The congress table keeps the contract, and its claims are held as the cited shares say."""

from fractions import Fraction
from itertools import product

import pytest
from tests.contract import Contract, CountingContract
from tests.games import turns
from tools.reliability import reliability

from graders.solve_turns import Solver, openings
from parley import scenario, sets
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.models import voting_power
from parley.record import PRACTICE

EXERCISE = "congress-table"
FOUND = scenario.load(EXERCISE)
MODEL = FOUND.numbers(FOUND.everything[0])
SHARES = {"sea": 317, "east": 161, "west": 123, "north": 52}
OWN = 93
"""Thousandths of the world's capabilities in 1820, by the National Material Capabilities data."""


class TestPractice(Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def standing(ties, card):
    """Return what the rules look at in a session with these ties."""
    public = opening(MODEL).public._replace(levels=ties, card=MODEL.cards.index(card))
    return steps.facts(MODEL, public)


def weight(ties):
    """Return what the player and those who are with it weigh."""
    with_you = zip(ties, SHARES.values(), strict=True)
    return OWN + sum(share for tie, share in with_you if tie == 2)


EVERY = [tuple(ties) for ties in product((0, 1, 2), repeat=4)]


@pytest.mark.parametrize("card", ["sea", "east", "west"])
def test_a_claim_goes_through_just_where_the_mover_weighs_more(card):
    asked = list(SHARES).index(card)
    for ties in EVERY:
        seen = standing(ties, card)
        lost = any(price.of(seen) for price in MODEL.upkeep)
        assert lost == (ties[asked] < 2 and weight(ties) < SHARES[card]), ties


def test_the_end_costs_just_where_the_player_is_on_the_lighter_side():
    lighter = next(price for price in MODEL.final if "lighter" in price.name)
    for ties in EVERY:
        heavier = 2 * weight(ties) > OWN + sum(SHARES.values())
        assert (lighter.of(standing(ties, "quiet")) == 0) == heavier, ties


def test_nothing_is_held_where_no_power_moves():
    for ties, card in product(EVERY, ("quiet", "revolt")):
        assert not any(price.of(standing(ties, card)) for price in MODEL.upkeep)


def test_the_debrief_gives_banzhafs_count():
    power = voting_power.banzhaf(374, (317, 161, 123, 93, 52))
    assert power == (Fraction(1, 2), *[Fraction(1, 6)] * 3, 0)


def test_the_shares_are_those_of_five_powers_in_1820():
    cited = {"UKG": 0.3165, "RUS": 0.1610, "FRN": 0.1233, "AUH": 0.0932, "GMY": 0.0523}
    told = " ".join(FOUND.assumptions.split())
    assert all(f"{share:.4f}" in told for share in cited.values())
    for share, rounded in zip(cited.values(), (317, 161, 123, OWN, 52), strict=True):
        assert 1000 * share == pytest.approx(rounded, abs=0.5)
    among = sets.load("great-powers").query("year == 1820").set_index("state").share
    for state, share in cited.items():
        assert share / sum(cited.values()) == pytest.approx(among[state], abs=1e-4)


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_the_debrief_says_which_first_act_was_best(profile):
    model = FOUND.numbers(profile)
    solver = Solver(model).solve()
    best = model.acts[solver.orders[next(openings(model))][0]].name
    against = not (profile.dials["east"] and profile.dials["west"])
    said = {
        "quiet": {"buy-east", "buy-west"},
        "east": {"balance"},
        "sea": {"align" if against else "balance"},
    }
    assert best in said.get(profile.calendar[0], {"align", "host"})


def test_a_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7
