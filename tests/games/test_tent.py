"""The tent keeps the contract, on the profiles to practise on and on those that count."""

from tests.contract import Contract, CountingContract
from tests.games import bargaining


class TestPractice(Contract):
    exercise = "tent"
    use = "practice"
    game = bargaining


class TestCounted(CountingContract):
    exercise = "tent"
    game = bargaining
