"""The talks aboard keep the contract; `test_week_talks` asks the rest."""

from tests.contract import Contract, CountingContract
from tests.games import bargaining

EXERCISE = "strait-talks"


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = bargaining


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = bargaining
