"""Inspection: known values, the recursion beside the closed form, and nashpy on each period."""

from fractions import Fraction
from functools import cache

import nashpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.inspection import deterring, season

SEASONS = [(n, m) for n in range(1, 13) for m in range(n + 1)]


def test_the_known_probability():
    """Avenhaus and Canty (1996): gain 1, penalty 4."""
    assert deterring(1, 4) == pytest.approx(0.2)


@given(st.floats(0.01, 50), st.floats(0.01, 50), st.floats(0, 1))
def test_a_violation_pays_below_it_alone(gain, penalty, caught):
    limit = deterring(gain, penalty)
    expected = (1 - caught) * gain - caught * penalty
    if abs(caught - limit) > 1e-9:
        assert (expected > 0) == (caught < limit)


@pytest.mark.parametrize(
    ("periods", "inspections", "value"),
    [
        (2, 1, Fraction(-1, 3)),
        (3, 1, Fraction(-1, 2)),
        (3, 2, Fraction(-1, 7)),
        (4, 2, Fraction(-3, 11)),
        (5, 2, Fraction(-3, 8)),
        (10, 3, Fraction(-21, 44)),
    ],
)
def test_the_known_values(periods, inspections, value):
    """Dresher (1962), by his closed form."""
    assert season(periods, inspections).value == value


@cache
def by_recursion(periods, inspections):
    if inspections >= periods:
        return Fraction(0)
    if not inspections:
        return Fraction(-1)
    saved, used = by_recursion(periods - 1, inspections), by_recursion(periods - 1, inspections - 1)
    return (saved + used) / (2 + saved - used)


@pytest.mark.parametrize(("periods", "inspections"), SEASONS)
def test_the_closed_form_is_the_recursion(periods, inspections):
    assert season(periods, inspections).value == by_recursion(periods, inspections)


@pytest.mark.parametrize(
    ("periods", "inspections"), [pair for pair in SEASONS if 0 < pair[1] < pair[0]]
)
def test_nashpy_solves_each_period_alike(periods, inspections):
    saved, used = (by_recursion(periods - 1, left) for left in (inspections, inspections - 1))
    game = nashpy.Game([[1, float(used)], [-1, float(saved)]])
    ((rows, columns),) = game.support_enumeration()
    found = season(periods, inspections)
    assert rows[0] == pytest.approx(float(found.inspects))
    assert columns[0] == pytest.approx(float(found.violates))
    assert game[rows, columns][0] == pytest.approx(float(found.value))


@given(st.integers(2, 60), st.integers(0, 60))
def test_one_inspection_more_is_never_worse(periods, inspections):
    assert season(periods, inspections + 1).value >= season(periods, inspections).value


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the number of periods must lie between 1 and 500"):
        season(0, 0)
    with pytest.raises(ParleyError, match="the number of inspections must lie between 0"):
        season(3, -1)
    with pytest.raises(ParleyError, match="the gain of a violation must lie between"):
        deterring(0, 1)
    with pytest.raises(ParleyError, match="the penalty must lie between"):
        deterring(1, 0)
