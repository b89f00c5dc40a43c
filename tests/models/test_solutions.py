"""Solutions of bargaining: Nash's own example, a curved frontier, and the axioms of each."""

from itertools import product
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.solutions import egalitarian_points, solutions, utilitarian_points

BILL = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
JACK = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}
"""Nash (1950), p. 161: what each thing is worth to Bill and to Jack, by who owns it at first."""

CURVE = [(n / 10_000, sqrt(1 - n / 10_000)) for n in range(10_001)]
"""The frontier u2 = sqrt(1 - u1), finely."""

POINTS = st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), min_size=1, max_size=30)
LEAVE = st.tuples(st.integers(-20, 10), st.integers(-20, 10))


def barter():
    things = [*BILL.values(), *JACK.values()]
    for owners in product((0, 1), repeat=len(things)):
        bill = sum(worth[0] for worth, owner in zip(things, owners, strict=True) if owner == 0)
        jack = sum(worth[1] for worth, owner in zip(things, owners, strict=True) if owner == 1)
        yield bill, jack


def test_bill_and_jack():
    """Nash (1950): what they own is worth 12 and 6; the product of gains is greatest at 60."""
    found = solutions(barter(), (12, 6))
    assert found.nash == ((24, 11),)
    assert (24 - 12) * (11 - 6) == 60
    second = max((a - 12) * (b - 6) for a, b in barter() if (a, b) != (24, 11) and a > 12 and b > 6)
    assert second == 56


def test_the_curved_frontier():
    """Closed forms: Nash at 2/3, Kalai and Smorodinsky at (sqrt 5 - 1) / 2."""
    found = solutions(CURVE, (0, 0))
    assert found.nash[0][0] == pytest.approx(2 / 3, abs=1e-4)
    assert found.kalai_smorodinsky[0][0] == pytest.approx(0.618034, abs=1e-4)
    assert found.egalitarian[0][0] == pytest.approx(0.618034, abs=1e-4)
    assert found.utilitarian[0][0] == pytest.approx(3 / 4, abs=1e-4)


def brute(points, leave, score):
    """Return what is best among outcomes that beat leaving and that no other one beats."""
    rational = [p for p in set(points) if p[0] >= leave[0] and p[1] >= leave[1]]
    efficient = [
        p for p in rational if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in rational)
    ]
    best = max(map(score, efficient), default=None)
    return {p for p in efficient if score(p) == best}


@given(POINTS, LEAVE)
def test_they_are_what_trying_all_gives(points, leave):
    found = solutions(points, leave)

    def gains(p):
        return p[0] - leave[0], p[1] - leave[1]

    assert set(found.nash) == brute(points, leave, lambda p: gains(p)[0] * gains(p)[1])
    assert set(found.egalitarian) == brute(points, leave, lambda p: min(gains(p)))
    assert set(found.utilitarian) == brute(points, leave, sum)


@given(POINTS, LEAVE, st.integers(1, 7), st.integers(-9, 9))
def test_nash_and_kalai_do_not_depend_on_the_scale_of_one_side(points, leave, factor, shift):
    def scaled(p):
        return factor * p[0] + shift, p[1]

    found = solutions(points, leave)
    other = solutions(map(scaled, points), scaled(leave))
    assert other.nash == tuple(map(scaled, found.nash))
    assert other.kalai_smorodinsky == tuple(map(scaled, found.kalai_smorodinsky))


@given(POINTS, LEAVE)
def test_none_is_worse_than_leaving_and_all_or_none_agree(points, leave):
    found = solutions(points, leave)
    ways = (found.nash, found.kalai_smorodinsky, found.egalitarian, found.utilitarian)
    assert {bool(way) for way in ways} == {found.agreement}
    assert all(a >= leave[0] and b >= leave[1] for way in ways for a, b in way)


def test_the_convention_of_kalai_and_smorodinsky_on_a_finite_set():
    """The greatest least share of the ideal gain, not the point nearest to equal shares."""
    assert solutions([(10, 5), (4, 4), (5, 10), (10, 4)], (0, 0)).kalai_smorodinsky == (
        (5, 10),
        (10, 5),
    )


def test_where_nobody_can_agree_there_is_no_solution():
    found = solutions([(1, 5), (5, 1)], (2, 2))
    assert not found.agreement
    assert found.frontier == ((1, 5), (5, 1))
    assert egalitarian_points([(1, 5)], (2, 2)) == utilitarian_points([(1, 5)], (2, 2)) == ()


def test_what_is_no_number_is_refused():
    with pytest.raises(ParleyError, match="the worth of an outcome must lie between"):
        solutions([(1, float("nan"))], (0, 0))
