"""The analysis against brute force in fractions, against Nash's own example, and in its bounds."""

from fractions import Fraction
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis import oracle

from parley.analysis import Space, analyse, bargain, frontier, space_of
from parley.errors import ParleyError
from parley.scenario.domain import DomainScenario

HEAD = {"exercise": "x", "version": 1, "game": "domain", "title": "x", "sources": ["x"]}


def scenario(domain, leave):
    """Return a domain, given as plain data, as a scenario with these reservation values."""
    parties = [
        {"name": name, "reservation": float(one)} for name, one in zip("ab", leave, strict=True)
    ]
    return DomainScenario.model_validate(HEAD | {"parties": parties} | domain)


def pairs(values):
    return st.tuples(values, values).map(list)


@st.composite
def issues(draw):
    """Return an issue: weights in tenths, and options with whole evaluations."""
    tenths = st.integers(0, 10).map(lambda n: n / 10)
    evaluations = draw(st.lists(pairs(st.integers(0, 10)), min_size=1, max_size=5))
    options = [{"name": str(n), "evaluations": one} for n, one in enumerate(evaluations)]
    return {"name": "", "weights": draw(pairs(tenths)), "options": options}


@st.composite
def domains(draw):
    """Return a domain of one to four issues as plain data."""
    found = draw(st.lists(issues(), min_size=1, max_size=4))
    return {"issues": [issue | {"name": str(n)} for n, issue in enumerate(found)]}


leaves = pairs(st.integers(0, 12).map(lambda n: Fraction(n, 10)))


@settings(max_examples=400)
@given(domains(), leaves, st.booleans())
def test_every_field_is_that_of_brute_force(domain, leave, small_blocks):
    expected = oracle.analysis(oracle.points(domain), leave)
    space = space_of(scenario(domain, leave))
    size = 3 if small_blocks else 1 << 15
    with (
        patch.object(bargain, "BLOCK", size),
        patch.object(bargain, "MANY", size),
        patch.object(frontier, "BLOCK", size),
    ):
        assert vars(analyse(space)) == expected
    zero = oracle.analysis(oracle.points(domain), (Fraction(0), Fraction(0)))
    assert vars(analyse(space, (0.0, 0.0))) == zero


@settings(max_examples=100)
@given(domains(), leaves, st.randoms())
def test_neither_order_nor_side_matters(domain, leave, random):
    space = space_of(scenario(domain, leave))
    found = analyse(space)
    mixed = list(space.issues)
    random.shuffle(mixed)
    assert analyse(Space(tuple(mixed), space.reservation)) == found
    mirrored = Space(tuple(issue[::-1] for issue in space.issues), space.reservation[::-1])
    other = analyse(mirrored)
    for name in ("pareto", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        assert {point[::-1] for point in getattr(other, name)} == set(getattr(found, name))


class TestBillAndJack:
    """Nash (1950), Econometrica 18(2): two boys who may exchange their things."""

    BILL = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
    JACK = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}
    THINGS = BILL | JACK

    def domain(self, scale):
        """Return the domain in which each thing goes to Bill or to Jack, utilities by a scale."""
        options = [
            {"name": "Bill", "evaluations": [1, 0]},
            {"name": "Jack", "evaluations": [0, 1]},
        ]
        return {
            "issues": [
                {
                    "name": thing,
                    "weights": [one / by for one, by in zip(worth, scale, strict=True)],
                    "options": options,
                }
                for thing, worth in self.THINGS.items()
            ]
        }

    @property
    def leave(self):
        """What each has without exchange: his own things."""
        own = sum(worth[0] for worth in self.BILL.values())
        return own, sum(worth[1] for worth in self.JACK.values())

    def test_the_solution_is_24_and_11_with_the_product_60(self):
        assert self.leave == (12, 6)
        found = analyse(space_of(scenario(self.domain((1, 1)), self.leave)))
        assert (found.outcomes, found.nash) == (512, ((24, 11),))
        ((bill, jack),) = found.nash
        assert (bill - 12) * (jack - 6) == 60

    def test_a_scale_of_their_own_does_not_move_it(self):
        """Utilities are measured only up to their scale: the axiom of the same name."""
        scale = [sum(worth[side] for worth in self.THINGS.values()) for side in (0, 1)]
        leave = [one / by for one, by in zip(self.leave, scale, strict=True)]
        found = analyse(space_of(scenario(self.domain(scale), leave)))
        assert found.nash == ((round(24 / scale[0], 6), round(11 / scale[1], 6)),)


def pie(*values):
    """Return outcomes of one issue from pairs of utilities, with nothing without agreement."""
    return Space((np.array(values, dtype=float).T,), (0.0, 0.0))


class TestConvention:
    def test_ties_are_all_named(self):
        assert analyse(pie((1, 0.16), (0.16, 1), (0.299, 0.299))).nash == ((0.16, 1), (1, 0.16))

    def test_one_that_is_beaten_for_one_side_may_still_have_the_largest_least_gain(self):
        found = analyse(pie((3, 3), (5, 3), (0, 6)))
        assert found.pareto == ((0, 6), (5, 3))
        assert found.egalitarian == ((3, 3), (5, 3))

    def test_kalai_smorodinsky_measures_gains_by_what_is_best_and_rational(self):
        """The outcome of 9 for the first side is not rational, so its ideal gain is 4."""
        found = analyse(pie((4, 0), (3, 2), (1, 3), (9, -1)))
        assert found.kalai_smorodinsky == ((3, 2),)
        assert found.individually_rational == 3

    def test_where_no_product_is_above_0_every_rational_outcome_has_the_largest(self):
        assert analyse(pie((0, 2), (0, 3), (-1, 9))).nash == ((0, 2), (0, 3))

    def test_without_a_rational_outcome_there_is_no_agreement(self):
        found = analyse(pie((1, 0), (0, 1)), (0.6, 0.6))
        assert not found.agreement_possible
        assert found.individually_rational == 0
        assert found.nash == found.kalai_smorodinsky == found.egalitarian == found.utilitarian == ()
        assert found.pareto == ((0, 1), (1, 0))

    def test_sums_that_differ_in_the_last_digit_are_equal(self):
        """0.1 + 0.2 is not 0.3 to a computer; 0.3 and 0.5 beats 0.1 + 0.2 and 0.4."""
        first = np.array([[0.3, 0.1], [0.5, 0.2]])
        second = np.array([[0.0, 0.2], [0.0, 0.2]])
        found = analyse(Space((first, second), (0.3, 0.0)))
        assert 0.1 + 0.2 > 0.3
        assert found.individually_rational == 3
        assert (0.3, 0.4) not in analyse(Space((first, second[:, 1:]), (0.0, 0.0))).pareto
        assert found.pareto == ((0.5, 0.7),)
        only = Space((np.array([[0.3, 0.1 + 0.2], [0.5, 0.4]]),), (0.3, 0.0))
        assert analyse(only).pareto == ((0.3, 0.5),)

    def test_products_that_differ_show_as_one_solution(self):
        """A pie in a million parts: the halves have the largest product, by 1 in 10 to the 12."""
        first = np.arange(1_000_001) / 1_000_000
        found = analyse(Space((np.stack([first, 1 - first]),), (0.0, 0.0)))
        assert found.nash == found.kalai_smorodinsky == ((0.5, 0.5),)
        assert len(found.pareto) == len(found.utilitarian) == 1_000_001

    def test_minus_zero_is_zero(self):
        found = analyse(pie((-1e-9, 1)))
        assert str(found.pareto) == "((0.0, 1.0),)"


class TestManyOutcomes:
    def test_a_million_outcomes_are_those_of_one_pass_over_all(self):
        rng = np.random.default_rng(11)
        table = tuple(rng.integers(0, 60, (2, 10)) for _ in range(6))
        space = Space(tuple(issue / 1 for issue in table), (150.0, 170.0))
        all_of_them = np.zeros((2, 1), dtype=int)
        for issue in table:
            all_of_them = (all_of_them[:, :, None] + issue[:, None]).reshape(2, -1)
        gains = all_of_them - np.array([[150], [170]])
        gains = gains[:, (gains >= 0).all(axis=0)]
        least = gains.min(axis=0)
        product = gains.prod(axis=0)
        found = analyse(space)
        assert found.outcomes == 1_000_000
        assert found.individually_rational == gains.shape[1]
        assert set(found.egalitarian) == self.at(gains[:, least == least.max()])
        assert set(found.nash) == self.at(gains[:, product == product.max()])

    @staticmethod
    def at(gains):
        return {(150.0 + one, 170.0 + other) for one, other in gains.T.tolist()}

    def test_a_frontier_beyond_memory_is_refused(self):
        values = np.linspace(0, 1, 50)
        opposed = np.stack([values, -values])
        with (
            patch.object(frontier, "MOST_POINTS", 1_000),
            patch.object(frontier, "BLOCK", 500),
            pytest.raises(ParleyError, match=r"at most 1,000 points; got .*opposite in almost"),
        ):
            analyse(Space((opposed, opposed / 50), (0.0, 0.0)))
