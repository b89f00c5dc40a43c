"""Cyber ladder keeps the contract: practice and counted profiles."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import turns
from tools.reliability import reliability

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.record import PRACTICE

EXERCISE = "cyber-ladder"
MODEL = scenario.load(EXERCISE).numbers(scenario.load(EXERCISE).everything[0])
ACTS = [act.name for act in MODEL.acts]


class TestPractice(Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


@pytest.mark.parametrize(("called", "broken"), [(0, {"counter"}), (1, set())])
def test_a_countermeasure_before_the_call_breaks_the_law(called, broken):
    public = opening(MODEL, 0).public
    levels = list(public.levels)
    levels[[track.name for track in MODEL.tracks].index("asked")] = called
    public = public._replace(levels=tuple(levels))
    found = {name for n, name in enumerate(ACTS) if steps.breaks_law(MODEL, public, (n,))}
    assert found == broken


def test_naming_a_state_below_the_bar_brings_doubt_and_is_no_attribution():
    public = opening(MODEL, 0).public
    choice = (ACTS.index("attribute"),)
    named = [track.name for track in MODEL.tracks].index("named")
    told = {MODEL.events[sign[0]].name for sign, _ in steps.signs(MODEL, public, choice)}
    assert told == {"doubted"}
    assert steps.acted(MODEL, public, choice).levels[named] == 0


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7
