"""Voting power: known councils, every order and group listed, and another library."""

from fractions import Fraction
from itertools import combinations, permutations

import coopgame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.voting_power import banzhaf, shapley_shubik, swings

COUNCIL = [7] * 5 + [1] * 10
"""The Security Council since 1966 as weights: the quota 39 needs all five permanent members."""
SIX = [4, 4, 4, 2, 2, 1]
"""The Council of the European Economic Community, 1958; quota 12."""


def test_the_security_council():
    """Shapley and Shubik (1954), for 15 members; Banzhaf by swings of 5080."""
    power = shapley_shubik(39, COUNCIL)
    assert (power[0], power[-1]) == (Fraction(421, 2145), Fraction(4, 2145))
    counts = swings(39, COUNCIL)
    assert (counts[0], counts[-1], sum(counts)) == (848, 84, 5080)
    shares = [float(share) for share in banzhaf(39, COUNCIL)]
    assert (shares[0], shares[-1]) == pytest.approx((0.166929, 0.016535), abs=5e-7)


def test_the_council_of_six():
    """A vote without power: Luxembourg's, from 1958."""
    assert [str(share) for share in shapley_shubik(12, SIX)] == [*["7/30"] * 3, *["3/20"] * 2, "0"]
    assert swings(12, SIX) == (10, 10, 10, 6, 6, 0)


@st.composite
def bodies(draw):
    weights = draw(st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(sum))
    return draw(st.integers(1, sum(weights))), weights


@given(bodies())
def test_it_is_what_listing_gives(body):
    quota, weights = body
    members = range(len(weights))
    pivots, decisive = [0] * len(weights), [0] * len(weights)
    orders = list(permutations(members))
    for order in orders:
        so_far = 0
        for member in order:
            so_far += weights[member]
            if so_far >= quota:
                pivots[member] += 1
                break
    for size in range(len(weights) + 1):
        for group in combinations(members, size):
            heavy = sum(weights[member] for member in group)
            for member in group:
                decisive[member] += heavy >= quota > heavy - weights[member]
    assert shapley_shubik(quota, weights) == tuple(Fraction(n, len(orders)) for n in pivots)
    assert swings(quota, weights) == tuple(decisive)


@given(bodies())
def test_power_adds_up_to_one(body):
    assert sum(shapley_shubik(*body)) == sum(banzhaf(*body)) == 1


@pytest.mark.parametrize(("quota", "weights"), [(12, SIX), (8, [5, 4, 3, 2, 1]), (39, COUNCIL)])
def test_coopgame_agrees(quota, weights):
    members = range(len(weights))
    values = [
        float(sum(weights[n] for n in members if mask >> n & 1) >= quota)
        for mask in range(1, 2 ** len(weights))
    ]
    game = coopgame.Game(values)
    assert coopgame.shapley(game) == pytest.approx(
        [float(x) for x in shapley_shubik(quota, weights)]
    )
    shares = coopgame.normalize(coopgame.banzhaf(game))
    assert shares == pytest.approx([float(share) for share in banzhaf(quota, weights)])


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the quota must lie between 1 and 4, not at 5"):
        shapley_shubik(5, [2, 1, 1])
    with pytest.raises(ParleyError, match="the weight of a vote must lie between 0"):
        banzhaf(1, [2, -1])
