"""Signal desk keeps the contract: practice and counted profiles."""

from tests.contract import Contract, CountingContract
from tests.games import turns
from tools.reliability import reliability

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.record import PRACTICE

EXERCISE = "signal-desk"
MODEL = scenario.load(EXERCISE).numbers(scenario.load(EXERCISE).everything[0])
ACTS = [act.name for act in MODEL.acts]


class TestPractice(Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def test_only_a_threat_of_force_breaks_the_charter():
    public = opening(MODEL, 0).public
    broken = {name for n, name in enumerate(ACTS) if steps.breaks_law(MODEL, public, (n,))}
    assert broken == {"ultimatum"}


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7
