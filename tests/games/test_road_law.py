"""The desk on the road keeps the contract, whether Wednesday's paper was signed or not."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import casework
from tests.games.law_day import Thursday

from parley.record import PRACTICE

EXERCISE = "road-law"
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
            ({"act": "force"}, "mandate-force", "stop"),
            ({"act": "force", "danger": True, "near": True} | SIGNED, "roe", "clear"),
            ({"act": "force", "danger": True, "fits": False}, "mandate-force", "stop"),
            ({"act": "detained person"} | SIGNED, "detained", "stop"),
            ({"act": "detained person", "proper": True}, "care", "clear"),
            ({"act": "moving civilians"}, "displacement", "stop"),
            ({"act": "support"}, "hrddp-assess", "hold"),
            ({"act": "support", "assessed": True}, "mandate", "clear"),
            ({"act": "support", "assessed": True, "real-risk": True}, "hrddp-bar", "stop"),
            ({"act": "support", "teaching": True, "real-risk": True}, "mandate", "clear"),
            ({"act": "relief"}, "mandate", "clear"),
            ({"act": "relief", "impartial": False} | SIGNED, "relief", "stop"),
            ({"act": "vehicles", "near": True}, "mandate", "clear"),
            ({"act": "vehicles", "near": True} | SIGNED, "agreed-distance", "stop"),
            ({"act": "crossing", "notice": False} | SIGNED, "agreed-notice", "hold"),
            ({"act": "camp", "notice": False, "consent": False}, "consent", "hold"),
            ({"act": "camp", "notice": False, "consent": False} | SIGNED, "agreed-notice", "hold"),
            ({"act": "camp", "consent": False} | SIGNED, "consent", "hold"),
        ],
    )
    def test_the_order_of_the_rules_decides(self, facts, rule, decision):
        assert self.ruled(facts) == (rule, decision)
