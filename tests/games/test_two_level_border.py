"""Two levels at the border keeps the contract, and its hotline closes when the brief says."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import turns
from tools.reliability import reliability

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.record import PRACTICE

EXERCISE = "two-level-border"
FOUND = scenario.load(EXERCISE)
MODEL = FOUND.numbers(FOUND.everything[0])
ACTS = [act.name for act in MODEL.acts]
TRACKS = [track.name for track in MODEL.tracks]


class TestPractice(Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def at(turn=1, **levels):
    """Return what is public in a turn at these levels."""
    first = opening(MODEL).public
    return first._replace(gone=turn - 1, levels=tuple(levels[name] for name in TRACKS))


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_the_hotline_closes_after_the_turn_of_the_profile(profile):
    model, last = FOUND.numbers(profile), profile.dials["close"]
    public = opening(model).public
    able = [
        steps.is_open(model, public._replace(gone=turn - 1), ACTS.index("hotline"))
        for turn in range(1, model.turns + 1)
    ]
    assert able == [turn <= last for turn in range(1, model.turns + 1)]


@pytest.mark.parametrize(("form", "tension"), [(0, 3), (1, 3), (2, 2)])
def test_a_notice_does_most_with_the_full_form(form, tension):
    public = at(tension=4, home=3, presence=2, form=form)
    after = steps.acted(MODEL, public, (ACTS.index("notify"),))
    assert after.levels[TRACKS.index("tension")] == tension


def test_withdrawal_helps_abroad_and_costs_at_home():
    public = at(tension=4, home=3, presence=2, form=0)
    after = steps.acted(MODEL, public, (ACTS.index("withdraw"),))
    assert dict(zip(TRACKS, after.levels, strict=True)) == {
        "tension": 1,
        "home": 1,
        "presence": 0,
        "form": 0,
    }


def test_a_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7
