"""The desk on the ridge keeps the contract, whether Wednesday's paper was signed or not."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tests.games.law_day import Thursday

from parley.record import PRACTICE

EXERCISE = "ridge-law"
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
            ({"act": "force", "attack": True, "near": True} | SIGNED, "charter-51", "clear"),
            ({"act": "force", "attack": True, "fits": False}, "charter-2-4", "stop"),
            ({"act": "prisoner"} | SIGNED, "prisoners", "stop"),
            ({"act": "prisoner", "proper": True}, "care", "clear"),
            ({"act": "observers"}, "observers", "stop"),
            ({"act": "position"}, "ceasefire", "stop"),
            ({"act": "position"} | SIGNED, "ceasefire", "stop"),
            ({"act": "guns and tanks", "near": True}, "own-ground", "clear"),
            ({"act": "guns and tanks", "near": True} | SIGNED, "agreed-distance", "stop"),
            ({"act": "guns and tanks"} | SIGNED, "own-ground", "clear"),
            ({"act": "movement", "notice": False} | SIGNED, "agreed-notice", "hold"),
            ({"act": "movement"} | SIGNED, "own-ground", "clear"),
            ({"act": "answer in public", "proven": False}, "attribution", "hold"),
            ({"act": "answer in public", "proven": False} | SIGNED, "agreed-report", "hold"),
            ({"act": "answer in public", "reported": True} | SIGNED, "unfriendly", "clear"),
            ({"act": "measure", "owed": True}, "call-first", "hold"),
            ({"act": "measure", "owed": True, "called": True}, "unfriendly", "clear"),
        ],
    )
    def test_the_order_of_the_rules_decides(self, facts, rule, decision):
        assert self.ruled(facts) == (rule, decision)
