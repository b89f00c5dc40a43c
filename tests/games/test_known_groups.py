"""Every table orders players of known skill, in practice and where it counts."""

from itertools import pairwise

import pytest
from tools.reliability import GROUPS, exercises, group_means

from parley.record import PRACTICE


@pytest.mark.parametrize("exercise", exercises())
@pytest.mark.parametrize("sitting", [PRACTICE, "counted"])
def test_fewer_random_decisions_mark_higher(exercise, sitting):
    means = group_means(exercise, 16, sitting)
    assert len(means) == len(GROUPS)
    assert all(better > worse for better, worse in pairwise(means)), means
