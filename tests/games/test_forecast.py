"""The rules of forecasts, what is shown, and what a review says, on a book made for the tests."""

import json
from dataclasses import asdict
from random import Random

import pytest
from tests.games.forecast import BOOK, after, harmless, unlawful

from parley.errors import Refused
from parley.games import family
from parley.games.forecast.policies import POLICIES
from parley.games.forecast.rules import to_move
from parley.games.forecast.scoring import ASPECTS, base_loss, loss, moved, split

GAME = family("forecast")
VALUES = GAME.values(None, None)
FIRST, SECOND, *_ = BOOK.questions


class TestRules:
    def test_each_question_is_estimated_twice(self):
        assert GAME.form(after()).actions[0].kind == "estimate"
        assert GAME.form(after(30)).actions[0].kind == "update"
        assert after(30).question == FIRST
        assert after(30, 40).question == SECOND

    def test_it_ends_with_the_last_update(self):
        assert not GAME.is_terminal(after(*[50] * 7))
        state = after(*[50] * 8)
        assert GAME.is_terminal(state)
        assert "start a new attempt" in GAME.refuse(state, harmless(after()))
        assert GAME.form(state).actions == ()

    @pytest.mark.parametrize("said", [(), (30,)], ids=["estimate", "update"])
    @pytest.mark.parametrize("place", range(len(unlawful(after()))))
    def test_what_is_refused_has_a_reason(self, said, place):
        state = after(*said)
        move = unlawful(state)[place]
        with pytest.raises(Refused, match=r"\w+ \w+ .*"):
            GAME.apply(state, move)

    def test_a_late_move_does_not_answer_the_next_question(self):
        late = to_move(after(30), 40)
        assert "The move that is due is estimate" in GAME.refuse(after(30, 40), late)
        assert "went on elsewhere" in GAME.refuse(after(30, 40), to_move(after(), 40))

    def test_a_move_need_not_name_its_question(self):
        plain = {"kind": "estimate", "percent": 60, "because": "base"}
        assert GAME.refuse(after(), plain) is None
        assert GAME.apply(after(), plain).estimates[0].because == "base"

    @pytest.mark.parametrize("said", [(), (30,)], ids=["estimate", "update"])
    def test_what_the_form_sends_is_lawful(self, said):
        (action,) = GAME.form(after(*said)).actions
        sent = {"kind": action.kind} | {field.name: field.value for field in action.fields}
        assert GAME.refuse(after(*said), sent) is None

    def test_points_are_gains_on_the_base_rate_once_a_question_has_ended(self):
        assert GAME.points(after(100)) == 0
        assert GAME.points(after(20, 20)) == 0
        assert GAME.points(after(100, 100)) == 2 * 80**2
        assert GAME.points(after(0, 10)) == 2 * 80**2 - 100**2 - 90**2

    def test_facts_hold_no_end_and_no_order(self):
        shown = GAME.facts(after(30, 40, 50))
        assert shown == {"estimates": {"q-1": [30, 40], "q-2": [50]}, "due": 5}

    def test_policies_are_lawful(self):
        for policy in POLICIES.values():
            state, rng = after(), Random(1)
            while not GAME.is_terminal(state):
                state = GAME.apply(state, policy(state, rng))
            assert GAME.caps(state) == ()


class TestScoring:
    def test_a_loss_is_the_square_of_the_distance(self):
        assert [loss(FIRST, percent) for percent in (100, 70, 0)] == [0, 900, 10_000]
        assert [loss(SECOND, percent) for percent in (100, 70, 0)] == [10_000, 4900, 0]
        assert base_loss(FIRST) == 6400

    def test_it_is_proper(self):
        """Whoever believes in p loses least on average by stating p."""
        for belief in range(101):
            costs = {
                percent: belief * loss(FIRST, percent) + (100 - belief) * loss(SECOND, percent)
                for percent in range(101)
            }
            assert min(costs, key=costs.get) == belief

    def test_an_update_goes_with_or_against_the_new_evidence(self):
        third = BOOK.questions[2]  # its news speaks for no
        assert [moved(FIRST, 30, second) for second in (40, 30, 20)] == [1, 0, -1]
        assert [moved(third, 30, second) for second in (40, 30, 20)] == [-1, 0, 1]

    def test_what_a_step_against_the_evidence_cost_is_split_off(self):
        assert split(FIRST, 30, 20) == {"update": 70**2, "against": 80**2 - 70**2}
        assert split(FIRST, 30, 40) == {"update": 60**2, "against": 0}

    def test_a_step_against_the_evidence_that_helped_costs_nothing_more(self):
        assert split(SECOND, 30, 20) == {"update": 20**2, "against": 0}

    def test_parts_add_up_to_the_loss(self):
        for question in BOOK.questions:
            for first in range(0, 101, 10):
                assert split(question, first) == {"first": loss(question, first)}
                for second in range(0, 101, 10):
                    parts = split(question, first, second)
                    assert sum(parts.values()) == loss(question, second)
                    assert min(parts.values()) >= 0
                    assert set(parts) < set(ASPECTS)


class TestShown:
    def test_the_question_and_its_day_stand_in_the_prompt(self):
        form = GAME.form(after(30, 40))
        assert form.prompt == "Question 2 of 4. As of 1 March 2023: Will 2 happen?"

    def test_the_slider_starts_where_one_stands(self):
        assert GAME.form(after()).actions[0].fields[0].value == 20
        assert GAME.form(after(35)).actions[0].fields[0].value == 35

    def test_new_evidence_comes_after_the_first_estimate(self):
        assert "News 1." not in json.dumps(asdict(GAME.view(after())))
        blocks = [block.title for block in GAME.view(after(30)).known]
        assert blocks == ["New on 2 March 2023", "Known on 1 March 2023", "The base rate"]

    @pytest.mark.parametrize("said", [(), (0,), (100,)])
    def test_nothing_tells_the_end_before_the_update(self, said):
        view = json.dumps(asdict(GAME.view(after(*said))))
        assert "Ending 1." not in view
        assert "Source 1." not in view
        assert "“yes”" not in GAME.view(after(*said)).said
        meters = [meter.text for meter in GAME.view(after(*said)).meters]
        assert meters == ["0 of 4", "0 points", "0 points"]

    def test_the_end_follows_the_update_with_its_source(self):
        view = GAME.view(after(30, 60))
        assert view.said == (
            "Title 1: it ended with “yes”. Your two estimates cost 65 points, the base rate twice "
            "128."
        )
        assert view.known[-1].title == "How the last question ended"
        assert view.known[-1].text == (
            "Title 1: you said 30 %, then 60 %.",
            "It ended with “yes” on 3 March 2023. Ending 1. Source: Source 1.",
        )
        assert [event.text for event in view.log] == [
            "Title 1: 30 % for yes.",
            "Title 1: 60 % for yes after the new evidence.",
            "Yes, on 3 March 2023.",
        ]

    def test_costs_stand_beside_those_of_the_base_rate(self):
        _, yours, base = GAME.view(after(30, 60)).meters
        assert (yours.value, base.value) == (65, 128)
        assert yours.high == base.high == 200

    def test_the_end_counts_what_happened(self):
        assert GAME.view(after(*[50] * 8)).over == (
            "All 4 questions have ended, 2 with yes and 2 with no. "
            "Your estimates cost 200 points, the base rates 261."
        )

    def test_the_view_is_plain_data(self):
        for state in (after(), after(30), after(*[50] * 8)):
            json.dumps([asdict(GAME.view(state)), asdict(GAME.form(state))])


class TestReview:
    def tell(self, first, second=None):
        before = after() if second is None else after(first)
        move = to_move(before, first if second is None else second)
        return GAME.tell(VALUES, before, move, GAME.apply(before, move))

    def test_a_first_estimate_stands_beside_the_base_rate(self):
        assert self.tell(40).why == "Nearer to the end than the base rate: 28 points"
        assert self.tell(10).why == "Further from the end than the base rate: 17 points"
        assert self.tell(20).why == "As good as the base rate"
        assert self.tell(20).known_then == "The base rate is 20 %. Count 1."

    def test_an_update_says_whether_it_went_with_the_new_evidence(self):
        assert self.tell(30, 60).why == (
            "You moved with the new evidence, and came nearer to the end: 33 points"
        )
        assert self.tell(30, 20).why == (
            "You moved against the new evidence, and came further from the end: 15 points"
        )
        assert self.tell(30, 30).why == (
            "You stayed where you were; the new evidence spoke for “yes”"
        )

    def test_the_end_is_told_with_its_source_where_it_was_known(self):
        assert "Source 1." not in self.tell(30).known_now
        assert self.tell(30, 60).known_now.endswith("Ending 1. Source: Source 1.")
        assert self.tell(30, 60).package == "New on 2 March 2023: News 1."

    def test_the_best_is_called_hindsight(self):
        assert self.tell(30).best_move == "100 %, as it ended; nobody could know it then"


class TestPicture:
    def test_how_sure_one_was_of_the_likelier_answer(self):
        name, data = GAME.picture(VALUES, [after(0, 80, 0, 30, 0, 50, 0, 10)], [])
        assert name == "calibration"
        assert data["answers"] == [(80, 1.0), (70, 1.0), (50, 0.5), (90, 0.0)]
        assert data["lowest"] == 50

    def test_a_question_without_an_update_is_not_in_it(self):
        assert GAME.picture(VALUES, [after(0)], [])[1]["answers"] == []
