"""Arms races: the known point of rest, and the exact path by the matrix exponential."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.linalg import expm

from parley.errors import ParleyError
from parley.models.richardson import Race

TENTHS = st.integers(0, 15).map(lambda n: n / 10)
RACES = st.builds(Race, TENTHS, TENTHS, TENTHS, TENTHS, TENTHS, TENTHS)
KNOWN = Race(0.4, 0.5, 0.8, 0.9, 0.2, 0.1)


def matrix(race):
    return numpy.array([[-race.burden_a, race.fear_a], [race.fear_b, -race.burden_b]])


def test_the_known_point_of_rest():
    """Richardson (1960), his closed form."""
    assert KNOWN.rest == pytest.approx((0.423077, 0.346154), abs=5e-7)
    assert KNOWN.stable
    assert KNOWN.change(KNOWN.rest) == pytest.approx((0, 0))


@given(RACES)
def test_stability_is_that_of_the_eigenvalues(race):
    assert race.stable == (max(numpy.linalg.eigvals(matrix(race)).real) < -1e-9)


@given(RACES)
def test_at_rest_nothing_changes(race):
    if race.rest:
        assert race.change(race.rest) == pytest.approx((0, 0), abs=1e-9)


@given(RACES, TENTHS, TENTHS, st.integers(0, 4))
def test_the_path_is_exact(race, a, b, years):
    whole = numpy.zeros((3, 3))
    whole[:2, :2] = matrix(race)
    whole[:2, 2] = race.grievance_a, race.grievance_b
    exact = expm(whole * years) @ numpy.array([a, b, 1])
    assert race.path((a, b), years)[-1] == pytest.approx(exact[:2], rel=1e-4, abs=1e-4)


def test_a_stable_race_comes_to_rest_and_another_ends_at_the_limit():
    assert KNOWN.path((3, 0), 60)[-1] == pytest.approx(KNOWN.rest, abs=1e-6)
    runaway = Race(1, 1, 0.5, 0.5, 0.1, 0.1).path((1, 1), 500, limit=10)
    assert len(runaway) < 20
    assert max(runaway[-1]) > 10 >= max(runaway[-2])


def test_no_rest_where_the_lines_are_parallel():
    assert Race(1, 1, 1, 1, 0.2, 0.1).rest is None


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="a fear must lie between 0 and 1000, not at -1"):
        Race(-1, 0, 1, 1, 0, 0)
    with pytest.raises(ParleyError, match="a burden must lie between 0"):
        Race(1, 0, 1, -1, 0, 0)
    with pytest.raises(ParleyError, match="the number of years must lie between 0"):
        KNOWN.path((1, 1), -1)
