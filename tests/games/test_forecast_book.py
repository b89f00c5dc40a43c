"""The forecast book keeps the contract as far as it applies, and no habit pays on it."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from tests.contract import Contract
from tests.games import forecast

from graders.check_forecast import mark, misled, report, start
from parley import scenario
from parley.figures.calibration import describe
from parley.games import family
from parley.games.forecast.rules import to_move
from parley.logbook.records import calibration_data, kept
from parley.marking import mark_part
from parley.play import Part
from parley.session import open_session

GAME = family("forecast")
TODAY = date(2026, 11, 25)
"""The day on which the book was written; every question had ended by then."""


def found():
    return scenario.load("forecast-book")


def questions():
    return [one for profile in found().profiles.practice for one in profile.questions]


class TestPractice(Contract):
    """A question's two moves come in a fixed order, and the order of questions is a label."""

    exercise = "forecast-book"
    game = forecast

    test_no_kind_of_first_move_is_best_in_every_profile = None

    def test_another_labelling_leaves_states_and_mark_as_they_are(self, profile, solved):
        part = self.played(self.starts(profile)[0], profile, self.random, Random(profile))
        other = self.relabelled(part)
        assert other.moves != part.moves
        assert GAME.facts(other.states[-1]) == GAME.facts(part.states[-1])
        assert GAME.points(other.states[-1]) == GAME.points(part.states[-1])
        assert mark_part(other, solved, 1.0).mark == mark_part(part, solved, 1.0).mark

    def relabelled(self, played):
        """Return the same decisions in another order of the questions."""
        begun = forecast.rekeyed(played.states[0], "somebody else")
        new = Part(replace(played.draw, variant=begun.variant), (), (begun,))
        moves = {(move["question"], move["kind"]): move for move in played.moves}
        while not new.done:
            due = to_move(new.states[-1], 0)
            new = new.after(moves[due["question"], due["kind"]])
        return new


class TestBook:
    def test_every_question_has_ended(self):
        assert 16 <= len(questions()) <= 20
        assert max(one.by for one in questions()) < TODAY

    def test_about_half_ended_with_no(self):
        assert sum(one.end.happened for one in questions()) == len(questions()) / 2

    def test_regions_are_mixed_in_each_half(self):
        for profile in found().profiles.practice:
            regions = [one.region for one in profile.questions]
            assert len(set(regions)) >= 5
            assert max(map(regions.count, regions)) <= 3

    def test_new_evidence_is_no_rule(self):
        for profile in found().profiles.practice:
            assert 1 / 4 <= misled(profile) / len(profile.questions) <= 1 / 2

    def test_an_assumed_base_rate_says_so(self):
        assumed = [one for one in questions() if one.base.assumed]
        assert len(assumed) == 1
        assert "assumption for teaching" in assumed[0].base.plain.why

    def test_what_is_known_on_the_day_does_not_name_a_later_year(self):
        for one in questions():
            text = " ".join(one.evidence) + (one.base.counted or "")
            later = [year for year in range(one.by.year + 1, TODAY.year + 1) if str(year) in text]
            assert later == [], one.id

    def test_the_check_finds_nothing_wrong(self):
        lines = list(report(found()))
        assert not [line for line in lines if line.startswith("FAIL")]
        assert sum(line.startswith("ok") for line in lines) == 5

    @pytest.mark.parametrize("percent", [0, 50, 100])
    def test_one_answer_to_everything_pays_little(self, percent):
        for profile in found().profiles.practice:
            begun = start(found(), profile)
            assert mark(begun, lambda state, rng: to_move(state, percent)) < 15

    def test_to_move_some_way_with_telling_evidence_pays(self):
        """Half the way from the base rate to what happened is worth three quarters."""
        for profile in found().profiles.practice:

            def half(state, rng):
                question = state.question
                return to_move(state, (question.base.rate + question.end.percent) // 2)

            assert mark(start(found(), profile), half) == pytest.approx(75, abs=2)


class TestSession:
    """At the table: one half after the other, and one picture of both."""

    def played(self, session, percent):
        while not session.finished:
            part = session.play.part(session.part)
            session.move(to_move(part.states[-1], percent))
        return session.review_view()

    def test_the_picture_grows_with_the_second_half(self, tmp_path):
        session = open_session("forecast-book", tmp_path, "ada")
        assert self.played(session, 80)["figure"] == (
            "calibration",
            {"answers": [(80, float(end)) for end in self.ends(session)], "lowest": 50, "desks": 0},
        )
        session.new_attempt()
        name, data = self.played(session, 20)["figure"]
        assert len(data["answers"]) == 18
        assert describe(data).startswith("18 answers; half right counts one half. At 70–89 %: 18")

    def ends(self, session):
        (part,) = session.play.parts.values()
        return [question.end.happened for question in part.states[-1].variant.questions]

    def test_answers_at_claim_desks_are_not_mixed_in(self, tmp_path):
        desk = open_session("claim-desk-04", tmp_path, "ada")
        (action,) = desk.view()["form"]["actions"]
        values = {field["name"]: field["value"] for field in action["fields"]}
        desk.move({"kind": "judge", **values, "verdict": "wrong"})
        book = open_session("forecast-book", tmp_path, "ada")
        assert len(self.played(book, 80)["figure"][1]["answers"]) == 9
        records, _ = kept(tmp_path / "records", "ada")
        assert len(calibration_data(records)["answers"]) == 1
