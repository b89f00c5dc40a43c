"""Points of outcomes against known numbers, and what must hold for any set of outcomes."""

from itertools import product
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.models.outcomes import kalai_smorodinsky_points, nash_points, pareto_frontier

# Nash (1950), The Bargaining Problem, Econometrica 18(2): what each good is worth to Bill, to Jack.
BILLS = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
JACKS = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}

points = st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), min_size=1, max_size=30)


def barter():
    """Return what every division of Bill's and Jack's goods is worth to both."""
    goods = [*BILLS.values(), *JACKS.values()]
    divisions = product((True, False), repeat=len(goods))
    return [
        (
            sum(bill for keeps, (bill, _) in zip(division, goods, strict=True) if keeps),
            sum(jack for keeps, (_, jack) in zip(division, goods, strict=True) if not keeps),
        )
        for division in divisions
    ]


def gains(point, leave):
    return point[0] - leave[0], point[1] - leave[1]


class TestKnownNumbers:
    def test_bill_and_jack(self):
        leave = (
            sum(bill for bill, _ in BILLS.values()),
            sum(jack for _, jack in JACKS.values()),
        )
        assert leave == (12, 6)
        assert nash_points(barter(), leave) == ((24, 11),)
        products = sorted({a * b for a, b in (gains(p, leave) for p in barter()) if a > 0 < b})
        assert products[-2:] == [56, 60]

    def test_a_side_that_likes_risk_less_gets_less(self):
        # u1 = x, u2 = sqrt(1 - x): Nash at 2/3, Kalai and Smorodinsky at (sqrt(5) - 1) / 2.
        grid = [(x / 3000, sqrt(1 - x / 3000)) for x in range(3001)]
        (nash,) = nash_points(grid, (0, 0))
        assert nash == pytest.approx((2 / 3, sqrt(1 / 3)))
        (found,) = kalai_smorodinsky_points(grid, (0, 0))
        assert found[0] == pytest.approx((sqrt(5) - 1) / 2, abs=1 / 3000)

    def test_logrolling_beats_splitting_the_difference(self):
        # Weights (0.8, 0.2) against (0.2, 0.8), two issues, each in five steps.
        options = list(product(range(5), repeat=2))
        worth = [(8 * a + 2 * b, 2 * (4 - a) + 8 * (4 - b)) for a, b in options]
        split, logroll = worth[options.index((2, 2))], worth[options.index((4, 0))]
        assert (split, logroll) == ((20, 20), (32, 32))
        assert split not in pareto_frontier(worth)
        assert nash_points(worth, (0, 0)) == kalai_smorodinsky_points(worth, (0, 0)) == (logroll,)

    def test_nash_needs_no_middle(self):
        # Two lopsided outcomes and a poor even one: the product decides, not the likeness.
        outcomes = [(1.0, 0.16), (0.16, 1.0), (0.299, 0.299)]
        assert set(nash_points(outcomes, (0, 0))) == {(1.0, 0.16), (0.16, 1.0)}

    def test_kalai_smorodinsky_takes_the_largest_least_share_not_the_most_even_one(self):
        outcomes = [(10, 0), (0, 10), (6, 5), (4, 4)]
        assert kalai_smorodinsky_points(outcomes, (0, 0)) == ((6, 5),)

    def test_kalai_smorodinsky_and_nash_can_differ(self):
        outcomes = [(8, 0), (4, 3), (6, 2.2), (0, 4)]
        assert nash_points(outcomes, (0, 0)) == ((6, 2.2),)
        assert kalai_smorodinsky_points(outcomes, (0, 0)) == ((6, 2.2),)
        shifted = [(8, 0), (4, 3), (7, 1.8), (0, 4)]
        assert nash_points(shifted, (0, 0)) == ((7, 1.8),)
        assert kalai_smorodinsky_points(shifted, (0, 0)) == ((4, 3),)

    @pytest.mark.parametrize("solve", [nash_points, kalai_smorodinsky_points])
    def test_without_a_zone_there_is_no_agreement(self, solve):
        assert solve([(4, 1), (3, 3), (1, 4)], (5, 0)) == ()


class TestFrontier:
    @given(points)
    def test_nothing_beats_a_point_on_it(self, outcomes):
        for x, y in pareto_frontier(outcomes):
            assert not any((a, b) != (x, y) and a >= x and b >= y for a, b in outcomes)

    @given(points)
    def test_it_beats_every_point_off_it(self, outcomes):
        frontier = pareto_frontier(outcomes)
        assert set(frontier) <= set(outcomes)
        assert all(any(a >= x and b >= y for a, b in frontier) for x, y in outcomes)

    @given(points)
    def test_it_rises_for_one_side_and_falls_for_the_other(self, outcomes):
        frontier = pareto_frontier(outcomes)
        assert list(frontier) == sorted(frontier)
        assert [y for _, y in frontier] == sorted((y for _, y in frontier), reverse=True)

    @given(points, st.randoms())
    def test_order_and_repetition_change_nothing(self, outcomes, rng):
        again = outcomes + outcomes
        rng.shuffle(again)
        assert pareto_frontier(again) == pareto_frontier(outcomes)


@pytest.mark.parametrize("solve", [nash_points, kalai_smorodinsky_points])
class TestSolutions:
    @given(outcomes=points, leave=st.tuples(st.integers(-20, 20), st.integers(-20, 20)))
    def test_they_are_on_the_frontier_and_in_the_zone(self, solve, outcomes, leave):
        found = solve(outcomes, leave)
        assert set(found) <= set(pareto_frontier(outcomes))
        assert all(x >= leave[0] and y >= leave[1] for x, y in found)
        zone = [p for p in outcomes if p[0] >= leave[0] and p[1] >= leave[1]]
        assert bool(found) == bool(zone)

    @given(outcomes=points, leave=st.tuples(st.integers(-20, 20), st.integers(-20, 20)))
    def test_the_sides_are_treated_alike(self, solve, outcomes, leave):
        swapped = solve([(y, x) for x, y in outcomes], leave[::-1])
        assert {(y, x) for x, y in swapped} == set(solve(outcomes, leave))

    @given(
        outcomes=points,
        scale=st.tuples(st.integers(1, 5), st.integers(1, 5)),
        shift=st.tuples(st.integers(-9, 9), st.integers(-9, 9)),
    )
    def test_scale_and_origin_of_points_do_not_matter(self, solve, outcomes, scale, shift):
        def moved(point):
            return scale[0] * point[0] + shift[0], scale[1] * point[1] + shift[1]

        found = solve([moved(p) for p in outcomes], moved((0, 0)))
        assert set(found) == {moved(p) for p in solve(outcomes, (0, 0))}
