"""The rules of the desk, what is shown, and what a review says, on desks made for the tests."""

import json
from dataclasses import asdict, replace
from fractions import Fraction
from random import Random

import pytest
from tests.games.estimate import SIX, THREE, desk, harmless, key, lost, unlawful

from parley.errors import ParleyError, Refused
from parley.games import family
from parley.games.estimate import POLICIES, judge
from parley.games.estimate.rules import to_move
from parley.games.estimate.scoring import FULL

GAME = family("estimate")
KEYS = ("overstated", "supported", "not-checkable", "contested", "supported-with-qualification")
OPEN = desk(SIX, KEYS, shown=True)
PAPER = ("corrected", "not", "teach")
CLOSED = desk(THREE, PAPER, shown=False)


def played(variant, *answers):
    """Return the state after some answers."""
    state = GAME.initial_state(variant)
    for verdict, confidence in answers:
        state = GAME.apply(state, to_move(state.claim, verdict, confidence))
    return state


def solved(variant, keys):
    return GAME.values(variant.scale, key(variant, keys))


class TestRules:
    def test_claims_come_one_after_the_other(self):
        state = played(OPEN, ("wrong", 40), ("supported", 90))
        assert state.claim == OPEN.claims[2]
        assert len(state.left) == 3

    def test_it_ends_with_the_last_claim(self):
        state = played(CLOSED, ("not", 40), ("not", 50), ("not", 60))
        assert GAME.is_terminal(state)
        assert "start a new attempt" in GAME.refuse(state, harmless(played(CLOSED)))
        assert GAME.form(state).actions == ()

    @pytest.mark.parametrize("place", range(len(unlawful(played(OPEN)))))
    def test_what_is_refused_has_a_reason(self, place):
        state = played(OPEN)
        move = unlawful(state)[place]
        assert GAME.refuse(state, move)
        with pytest.raises(Refused, match=r"\w+ \w+ .*"):
            GAME.apply(state, move)

    def test_a_late_answer_does_not_judge_the_next_claim(self):
        first = played(OPEN)
        move = harmless(first)
        assert "went on elsewhere" in GAME.refuse(GAME.apply(first, move), move)

    def test_a_move_need_not_name_its_claim(self):
        plain = {"kind": "judge", "verdict": "wrong", "confidence": 60, "because": "case"}
        assert GAME.refuse(played(OPEN), plain) is None
        assert GAME.apply(played(OPEN), plain).answers[0].because == "case"

    def test_what_the_form_sends_is_lawful_once_an_answer_is_chosen(self):
        state = played(OPEN)
        (action,) = GAME.form(state).actions
        sent = {"kind": action.kind} | {field.name: field.value for field in action.fields}
        assert "Choose an answer first" in GAME.refuse(state, sent)
        for choice in action.fields[0].choices:
            assert GAME.refuse(state, sent | {"verdict": choice.value}) is None

    def test_points_are_gains_by_the_key(self):
        assert GAME.points(played(OPEN, ("overstated", 100))) == FULL
        assert GAME.points(played(OPEN, ("wrong", 100))) == 0
        assert GAME.points(played(OPEN, ("supported", 100))) == -FULL

    def test_a_desk_without_key_gives_no_points_and_works(self):
        state = played(CLOSED, ("not", 40), ("teach", 70), ("teach", 100))
        assert GAME.points(state) == 0
        assert GAME.view(state).over == "All 3 claims are judged."
        assert GAME.caps(state) == ()

    def test_facts_need_no_key_and_know_no_order(self):
        shown = played(OPEN, ("wrong", 40), ("contested", 50))
        hidden = replace(OPEN, claims=tuple(replace(claim, ruling=None) for claim in OPEN.claims))
        assert GAME.facts(played(hidden, ("wrong", 40), ("contested", 50))) == GAME.facts(shown)
        turned = replace(OPEN, claims=(OPEN.claims[1], OPEN.claims[0], *OPEN.claims[2:]))
        assert GAME.facts(played(turned, ("contested", 50), ("wrong", 40))) == GAME.facts(shown)
        json.dumps(GAME.facts(shown))

    def test_policies_are_lawful(self):
        for variant in (OPEN, CLOSED):
            for policy in POLICIES.values():
                state, rng = GAME.initial_state(variant), Random(1)
                while not GAME.is_terminal(state):
                    state = GAME.apply(state, policy(state, rng))


class TestShown:
    def test_the_claim_stands_in_the_question(self):
        form = GAME.form(played(OPEN, ("wrong", 40)))
        assert form.prompt == "Claim 2 of 5: “Claim 2.”"
        assert form.first == ()
        verdict, confidence = form.actions[0].fields
        assert [choice.value for choice in verdict.choices] == list(SIX.answers)
        assert verdict.value == ""
        assert (confidence.low, confidence.high, confidence.value) == (17, 100, 50)

    def test_nothing_of_the_key_is_seen_before_the_answer(self):
        start = json.dumps(asdict(GAME.view(played(OPEN))))
        assert "It is " not in start.replace("It is.", "")
        assert "Nobody" not in start

    def test_the_key_follows_the_answer(self):
        view = GAME.view(played(OPEN, ("contested", 80)))
        assert view.said == (
            "The key says “overstated”: your answer was half right and brings 2 points."
        )
        (block,) = view.known
        assert "The key says: overstated. It is overstated." in block.text
        assert "Sources: Nobody 1901." in block.text
        assert [event.who for event in view.log] == ["You", "The key"]

    def test_a_closed_desk_says_nothing_of_right_and_wrong(self):
        view = GAME.view(played(CLOSED, ("not", 40)))
        assert view.said == "Your answer to claim 1 is kept."
        assert view.known == ()
        assert [event.who for event in view.log] == ["You"]
        assert [meter.text for meter in view.meters] == ["1 of 3"]

    def test_the_end_counts_what_was_right(self):
        answers = (("overstated", 60), ("wrong", 60), ("wrong", 60), ("overstated", 60))
        view = GAME.view(played(OPEN, *answers, ("supported", 60)))
        assert view.over == "All 5 claims are judged: 1 right, 2 half right, 2 not right."

    def test_the_view_is_plain_data(self):
        for state in (played(OPEN, ("wrong", 40)), played(CLOSED)):
            json.dumps([asdict(GAME.view(state)), asdict(GAME.form(state))])


class TestValues:
    def test_to_know_nothing_is_the_floor(self):
        for variant, keys in ((OPEN, KEYS), (CLOSED, PAPER)):
            values, start = solved(variant, keys), GAME.initial_state(variant)
            floor = values.floor(start)
            assert lost(values, start, POLICIES["passive"]) == pytest.approx(floor)

    def test_what_is_left_open_costs_what_nothing_costs(self):
        values = solved(OPEN, KEYS)
        start, after = played(OPEN), played(OPEN, ("overstated", 100))
        alone = SIX.loss("overstated", "supported", 17)
        assert values.floor(start) - values.floor(after) == pytest.approx(float(alone))
        assert values.best(start) - values.best(after) == FULL

    def test_advice_is_right_and_sure(self):
        values, state = solved(CLOSED, PAPER), played(CLOSED)
        while not GAME.is_terminal(state):
            move, worth = values.advise(state)
            assert values.value(state, move) == worth == values.best(state)
            assert sum(values.losses(state, move).values()) == 0
            state = GAME.apply(state, move)
        assert values.points(state) == 3 * FULL

    def test_points_of_the_key_are_those_shown(self):
        state = played(OPEN, ("wrong", 40), ("contested", 50), ("supported", 33))
        assert solved(OPEN, KEYS).points(state) == GAME.points(state)

    def test_a_hole_in_the_key_is_named(self):
        content = key(OPEN, KEYS)
        del content["X-02"]
        with pytest.raises(ParleyError, match=r"no entry 'X-02'.* Add it"):
            GAME.values(SIX, content).floor(played(OPEN))


class TestReview:
    def tell(self, verdict, confidence):
        before = played(OPEN)
        move = to_move(before.claim, verdict, confidence)
        return GAME.tell(solved(OPEN, KEYS), before, move, GAME.apply(before, move))

    def test_a_right_answer_without_doubt(self):
        told = self.tell("overstated", 100)
        assert told.why == "Right, and without doubt"
        assert told.package == "“Claim 1.”"
        assert told.known_now == "The key says “overstated”. It is overstated. Sources: Nobody."

    def test_a_right_answer_with_doubt(self):
        told = self.tell("overstated", 60)
        assert told.move == "Overstated, 60 % sure"
        assert told.why == "Right; more confidence was due"
        assert told.best_move == "“Overstated”, without doubt"

    def test_a_wrong_answer_names_its_side_and_its_confidence(self):
        assert self.tell("supported", 17).why == (
            "Not right: you trusted it more than the sources do"
        )
        assert self.tell("wrong", 100).why == (
            "Half right: you doubted it more than the sources do, and you were surer of it than "
            "it deserved"
        )
        assert "whether it can be checked" in self.tell("not-checkable", 50).why

    def test_why_has_no_full_stop(self):
        for verdict in SIX.answers:
            for confidence in (17, 40, 80, 100):
                assert not self.tell(verdict, confidence).why.endswith(".")


class TestCalibrationData:
    def test_it_pairs_confidence_with_right(self):
        state = played(OPEN, ("overstated", 90), ("wrong", 40), ("wrong", 50))
        name, data = GAME.picture(solved(OPEN, KEYS), [state], [])
        assert name == "calibration"
        assert data["answers"] == [(90, 1.0), (40, 0.0), (50, 0.0)]
        half = played(OPEN, ("contested", 70))
        assert judge.answers(solved(OPEN, KEYS), half) == [(70, 0.5)]

    def test_desks_add_up(self):
        one = {"answers": [(90, 1.0)], "lowest": 33, "desks": 1}
        two = {"answers": [(17, 0.0)], "lowest": 17, "desks": 2}
        assert judge.gather([one, two]) == {
            "answers": [(90, 1.0), (17, 0.0)],
            "lowest": 17,
            "desks": 3,
        }
        assert judge.gather([])["answers"] == []

    def test_credit_is_a_half_for_a_neighbour(self):
        assert SIX.credit("wrong", "overstated") == Fraction(1, 2)
