"""Cost sharing: known divisions, the orders of arrival, the core, and another library."""

from fractions import Fraction
from itertools import permutations

import coopgame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.cost_sharing import in_core, nucleolus, shapley, talmud

COSTS = st.lists(st.integers(1, 30), min_size=1, max_size=5)
KNOWN = [8, 11, 13, 18]


def test_the_known_runway():
    """Littlechild and Owen (1973), the airport game with costs 8, 11, 13, 18."""
    assert shapley(KNOWN) == (2, 3, 4, 9)
    assert [float(share) for share in nucleolus(KNOWN)] == [3.25, 3.25, 3.25, 8.25]


@pytest.mark.parametrize(
    ("estate", "shares"),
    [(100, (Fraction(100, 3),) * 3), (200, (50, 75, 75)), (300, (50, 100, 150))],
)
def test_the_known_claims(estate, shares):
    """Aumann and Maschler (1985), on the Mishna, Ketubot 10:4: claims 100, 200, 300."""
    assert talmud(estate, [100, 200, 300]) == shares


@given(COSTS)
def test_shapley_is_the_mean_over_all_orders_of_arrival(costs):
    sums = [Fraction(0)] * len(costs)
    orders = list(permutations(range(len(costs))))
    for order in orders:
        built = 0
        for user in order:
            sums[user] += max(0, costs[user] - built)
            built = max(built, costs[user])
    assert shapley(costs) == tuple(total / len(orders) for total in sums)


@given(COSTS)
def test_both_lie_in_the_core(costs):
    assert in_core(costs, shapley(costs))
    assert in_core(costs, nucleolus(costs))


@given(COSTS, st.randoms())
def test_the_order_of_users_changes_nothing(costs, rng):
    places = list(range(len(costs)))
    rng.shuffle(places)
    for rule in (shapley, nucleolus):
        mixed = rule([costs[place] for place in places])
        assert mixed == tuple(rule(costs)[place] for place in places)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=5), st.data())
def test_any_two_claims_are_divided_as_a_garment_held_by_two(claims, data):
    """Aumann and Maschler (1985): each gives up what it does not claim, the rest is halved."""
    estate = data.draw(st.integers(0, sum(claims)))
    shares = talmud(estate, claims)
    assert sum(shares) == estate
    for one in range(len(claims)):
        for other in range(one):
            both = shares[one] + shares[other]
            mine = max(0, both - claims[other])
            theirs = max(0, both - claims[one])
            assert shares[one] == mine + (both - mine - theirs) / 2


@given(COSTS)
def test_coopgame_agrees(costs):
    users = range(len(costs))
    values = [
        float(max(costs[user] for user in users if mask >> user & 1))
        for mask in range(1, 2 ** len(costs))
    ]
    game = coopgame.Game(values)
    assert coopgame.shapley(game) == pytest.approx([float(share) for share in shapley(costs)])
    other = coopgame.cost_nucleolus(game)
    assert other == pytest.approx([float(share) for share in nucleolus(costs)], abs=1e-6)


def test_equal_parts_may_drive_the_small_away():
    assert not in_core([2, 18], [9, 9])
    assert not in_core([2, 18], [1, 1]), "the runway must be paid"


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="a cost must lie between 1"):
        shapley([0, 4])
    with pytest.raises(ParleyError, match="the number of users must lie between 1"):
        nucleolus([])
    with pytest.raises(ParleyError, match="the estate must lie between 0 and 600, not at 700"):
        talmud(700, [100, 200, 300])
