"""The alarm threshold keeps the contract, in practice and where it counts."""

from tests.contract import Contract, CountingContract
from tests.games import turns
from tools.reliability import reliability

EXERCISE = "alarm-threshold"


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7
