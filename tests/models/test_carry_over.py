"""A chain of two states: the gap shrinks by the same share each day."""

import numpy as np
import pytest

from parley.errors import ParleyError
from parley.models.carry_over import carry_over, long_run, persistence

PAIRS = [(0.9, 0.4), (0.8, 0.1), (0.3, 0.7), (1, 0)]


@pytest.mark.parametrize(("hold", "recover"), PAIRS)
def test_it_is_the_power_of_the_matrix(hold, recover):
    matrix = np.array([[hold, 1 - hold], [recover, 1 - recover]])
    for first in (0, 0.25, 1):
        start = np.array([first, 1 - first])
        wanted = [(start @ np.linalg.matrix_power(matrix, day))[0] for day in range(6)]
        assert carry_over(first, hold, recover, 6) == pytest.approx(wanted)


@pytest.mark.parametrize(("hold", "recover"), PAIRS)
def test_the_gap_shrinks_by_the_persistence(hold, recover):
    good, bad = (carry_over(first, hold, recover, 5) for first in (1, 0))
    gaps = [one - other for one, other in zip(good, bad, strict=True)]
    assert gaps == pytest.approx([persistence(hold, recover) ** day for day in range(5)])


def test_in_the_long_run_monday_is_forgotten():
    assert carry_over(0, 0.9, 0.4, 60)[-1] == pytest.approx(long_run(0.9, 0.4))
    assert long_run(0, 1) is None


def test_a_probability_outside_its_range_is_refused():
    with pytest.raises(ParleyError, match="after a good day must lie between 0 and 1, not at 2"):
        persistence(2, 0.5)
    with pytest.raises(ParleyError, match="after a bad day must lie between 0 and 1"):
        long_run(0.5, -1)
    with pytest.raises(ParleyError, match="good first day must lie between 0 and 1"):
        carry_over(3, 0.5, 0.5, 2)
