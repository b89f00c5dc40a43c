"""Deter or reassure keeps the contract, on the profiles to practise on and on those that count."""

from tests.contract import Contract, CountingContract
from tests.games import signalling


class TestPractice(Contract):
    exercise = "deter-or-reassure"
    use = "practice"
    game = signalling


class TestCounted(CountingContract):
    exercise = "deter-or-reassure"
    game = signalling
