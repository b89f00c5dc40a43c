"""The gates for the use of force: each is reached, the first that opens decides."""

from itertools import product

import pytest

from parley.errors import ParleyError
from parley.models.use_of_force import ATTACK, CLAIM, CONSENT, COUNCIL, gate

EVERY = list(product(CONSENT, COUNCIL, ATTACK, (False, True), CLAIM))


def test_all_five_are_reached():
    assert {gate(*answers) for answers in EVERY} == {
        *("consent", "council", "defence", "disputed", "ban")
    }


def test_consent_that_is_kept_to_opens_whatever_else_is_said():
    assert {gate(*answers) for answers in EVERY if answers[0] == "kept"} == {"consent"}


def test_a_failed_draft_is_worth_what_silence_is():
    assert all(
        gate(consent, "failed", *rest) == gate(consent, "silent", *rest)
        for consent, _, *rest in EVERY
    )


def test_withdrawn_consent_is_worth_what_none_is():
    assert all(gate("withdrawn", *rest) == gate("none", *rest) for _, *rest in EVERY)


@pytest.mark.parametrize("attack", ["none", "over", "on an ally"])
def test_without_an_attack_that_goes_on_and_a_request_there_is_no_defence(attack):
    assert gate("none", "silent", attack, fits=True, claim="none") == "ban"


def test_an_answer_that_goes_too_far_is_no_defence():
    assert gate("none", "silent", "on us", fits=False, claim="none") == "ban"


def test_an_unknown_answer_is_refused():
    with pytest.raises(ParleyError, match="The council is one of silent, failed, authorised, not"):
        gate("none", "asleep", "none", fits=True, claim="none")
