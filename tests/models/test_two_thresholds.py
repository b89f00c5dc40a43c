"""Two thresholds: what deters the greedy, what frightens the fearful, and the room between."""

import pytest

from parley.errors import ParleyError
from parley.models.two_thresholds import Thresholds

CLASH = Thresholds(greedy=0.5, enough=70, bears=30, doubt=15, notice=10)


@pytest.mark.parametrize("greedy", [0.2, 0.5, 0.8])
@pytest.mark.parametrize(("enough", "bears"), [(70, 30), (30, 70), (50, 50)])
@pytest.mark.parametrize("notice", [0, 10, 60])
def test_no_posture_is_better_than_the_best(greedy, enough, bears, notice):
    found = Thresholds(greedy, enough, bears, 15, notice)
    least = found.war(found.best)
    assert all(found.war(posture / 2) >= least - 1e-12 for posture in range(201))
    assert all(found.war(posture / 2) > least for posture in range(int(2 * found.best)))


def test_risks_run_from_all_to_nothing_within_the_doubt():
    assert [CLASH.attack(posture) for posture in (55, 70, 85)] == pytest.approx([0.5, 0.25, 0])
    assert [CLASH.strike(posture) for posture in (25, 40, 55)] == pytest.approx([0, 0.25, 0.5])
    assert CLASH.war(60) == pytest.approx(CLASH.attack(60) + CLASH.strike(60))


def test_where_the_numbers_clash_the_best_is_an_end_and_belief_decides_which():
    firm, soft = (Thresholds(share, 70, 30, 15, 10) for share in (0.7, 0.3))
    assert (firm.best, firm.war(firm.best)) == (85, pytest.approx(0.3))
    assert (soft.best, soft.war(soft.best)) == (0, pytest.approx(0.3))


def test_notice_opens_a_window_and_does_not_lower_the_posture():
    told = Thresholds(0.5, 70, 30, 15, 70)
    assert (told.best, told.war(85), told.war(100)) == (85, 0, pytest.approx(0.25))
    assert Thresholds(0.5, 70, 30, 15, 69).war(85) > 0


def test_numbers_outside_their_ranges_are_refused():
    with pytest.raises(ParleyError, match="that the rival is greedy must lie between 0 and 1"):
        Thresholds(1.5, 70, 30, 15, 10)
    with pytest.raises(ParleyError, match="the posture must lie between 0 and 100, not at 101"):
        CLASH.war(101)
