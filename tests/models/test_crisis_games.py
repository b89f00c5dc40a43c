"""Crises as 2x2 games: known equilibria, and nashpy on hundreds of random games."""

import nashpy
import numpy
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.crisis_games import GIVE_WAY, ORDERS, STAND_FIRM, Game, Order, game, hawk_dove

C, D = GIVE_WAY, STAND_FIRM
WORTHS = st.lists(st.integers(-50, 50), min_size=4, max_size=4, unique=True)


@pytest.mark.parametrize(
    ("a", "b", "ends"),
    [
        ("prisoner's dilemma", "prisoner's dilemma", {(D, D)}),
        ("chicken", "chicken", {(C, D), (D, C)}),
        ("stag hunt", "stag hunt", {(C, C), (D, D)}),
        ("deadlock", "deadlock", {(D, D)}),
        ("prisoner's dilemma", "chicken", {(D, C)}),  # Called Bluff
        ("deadlock", "chicken", {(D, C)}),  # Bully
        ("chicken", "stag hunt", set()),
    ],
)
def test_the_known_equilibria(a, b, ends):
    """Snyder and Diesing (1977), with 4 as the best and 1 as the worst end."""
    found = game(ORDERS[a], ORDERS[b])
    assert set(found.pure()) == ends
    if ends == {(D, C)}:
        assert (found.a[D][C], found.b[D][C]) == (4, 2)


def test_hawks_and_doves():
    """Maynard Smith (1982): V / C, here 2 / 10."""
    assert hawk_dove(2, 10) == pytest.approx(0.2)
    assert hawk_dove(3, 2) == 1


@given(st.integers(1, 30), st.integers(1, 30))
def test_hawks_and_doves_are_a_mixed_chicken(value, more):
    cost = value + more
    order = Order(value / 2, value, (value - cost) / 2, 0)
    assert game(order, order).mixed() == pytest.approx((hawk_dove(value, cost),) * 2)


@given(WORTHS, WORTHS)
@settings(max_examples=400)
def test_nashpy_finds_the_same_equilibria(worths_a, worths_b):
    a, b = (numpy.array(worths).reshape(2, 2) for worths in (worths_a, worths_b))
    found = Game(*(tuple(map(tuple, table.tolist())) for table in (a, b)))
    ours = {(float(i), float(j)) for i, j in found.pure()}
    mixed = found.mixed()
    if mixed:
        ours.add(mixed)
    theirs = {(rows[1], columns[1]) for rows, columns in nashpy.Game(a, b).support_enumeration()}
    assert len(ours) == len(theirs)
    assert sorted(ours) == [pytest.approx(pair) for pair in sorted(theirs)]


@given(WORTHS, WORTHS)
def test_in_the_mixed_equilibrium_both_are_indifferent(worths_a, worths_b):
    found = game(Order(*worths_a), Order(*worths_b))
    mixed = found.mixed()
    assume(mixed)
    p, q = mixed
    by_row = [(1 - q) * row[0] + q * row[1] for row in found.a]
    by_column = [(1 - p) * found.b[0][j] + p * found.b[1][j] for j in (0, 1)]
    assert by_row[0] == pytest.approx(by_row[1], abs=1e-9)
    assert by_column[0] == pytest.approx(by_column[1], abs=1e-9)


@given(st.integers(-60, 1))
def test_a_worse_war_makes_chickens_stand_firm_less(worst):
    order = ORDERS["chicken"].with_worst(worst)
    assert game(order, order).mixed() == pytest.approx((1 / (3 - worst),) * 2)


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the worth of the worst end must lie between"):
        ORDERS["chicken"].with_worst(2)
    with pytest.raises(ParleyError, match="the value must lie between"):
        hawk_dove(0, 1)
    with pytest.raises(ParleyError, match="the cost of a lost fight must lie between"):
        hawk_dove(1, 0)
