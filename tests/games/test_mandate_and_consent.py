"""Mandate and consent keeps the contract, in practice and where it counts."""

from tests.contract import Contract, CountingContract
from tests.games import turns


class TestPractice(Contract):
    exercise = "mandate-and-consent"
    use = "practice"
    game = turns.of("mandate-and-consent")


class TestCounted(CountingContract):
    exercise = "mandate-and-consent"
    game = turns.of("mandate-and-consent")
