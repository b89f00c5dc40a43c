"""Indicators on a budget keeps the contract, in practice and where it counts."""

from tests.contract import Contract, CountingContract
from tests.games import turns


class TestPractice(Contract):
    exercise = "indicators-on-a-budget"
    use = "practice"
    game = turns.of("indicators-on-a-budget")


class TestCounted(CountingContract):
    exercise = "indicators-on-a-budget"
    game = turns.of("indicators-on-a-budget")
