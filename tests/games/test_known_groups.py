"""Every table orders players of known skill, in practice and where it counts."""

from itertools import pairwise

import pytest
from tools.reliability import GROUPS, exercises, group_means

from parley import scenario
from parley.record import PRACTICE

PLAYERS = {PRACTICE: 16, "counted": 6}
"""Players in each group; a single play of practice tells less than a set that counts."""

TABLES = [(name, PRACTICE) for name in scenario.exercises()]
TABLES += [(name, "counted") for name in exercises()]


@pytest.mark.parametrize(("exercise", "sitting"), TABLES)
def test_fewer_random_decisions_mark_higher(exercise, sitting):
    means = group_means(exercise, PLAYERS[sitting], sitting)
    assert len(means) == len(GROUPS)
    assert all(better > worse for better, worse in pairwise(means)), means
