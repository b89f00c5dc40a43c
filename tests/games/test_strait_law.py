"""The desk at the strait keeps the contract, whether Wednesday's paper was signed or not."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tests.games.law_day import Thursday

from parley.record import PRACTICE

EXERCISE = "strait-law"
SIGNED = {"agreement": True}


class TestPractice(casework.Desk, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = casework


class TestCounted(casework.CountedDesk, CountingContract):
    exercise = EXERCISE
    game = casework


class TestThursday(Thursday):
    exercise = EXERCISE

    @pytest.mark.parametrize(
        ("facts", "rule", "decision"),
        [
            ({"act": "force"}, "charter-2-4", "stop"),
            ({"act": "force", "attack": True}, "charter-51", "clear"),
            ({"act": "force", "attack": True, "near": True} | SIGNED, "charter-51", "clear"),
            ({"act": "force", "attack": True, "fits": False}, "charter-2-4", "stop"),
            ({"act": "boarding"} | SIGNED, "immunity", "stop"),
            ({"act": "boarding", "immune": False}, "freedoms", "clear"),
            ({"act": "approach", "near": True}, "freedoms", "clear"),
            ({"act": "approach", "near": True} | SIGNED, "agreed-distance", "stop"),
            ({"act": "approach", "near": True, "third": True} | SIGNED, "freedoms", "clear"),
            ({"act": "exercise", "notice": False} | SIGNED, "agreed-notice", "hold"),
            ({"act": "exercise"} | SIGNED, "freedoms", "clear"),
            ({"act": "measure", "owed": True}, "call-first", "hold"),
            ({"act": "measure", "owed": True} | SIGNED, "agreed-report", "hold"),
            ({"act": "measure", "owed": True, "called": True}, "unfriendly", "clear"),
            ({"act": "answer in public", "code": True} | SIGNED, "agreed-report", "hold"),
            ({"act": "answer in public", "code": True, "reported": True} | SIGNED, "cues", "hold"),
            ({"act": "hindering passage", "where": "strait", "harmful": True}, "transit", "stop"),
            ({"act": "own passage", "where": "strait"}, "freedoms", "clear"),
        ],
    )
    def test_the_order_of_the_rules_decides(self, facts, rule, decision):
        assert self.ruled(facts) == (rule, decision)
