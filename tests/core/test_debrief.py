"""A record that is only looked at, step by step."""

import json
from random import Random

import pytest

import parley
from parley.debrief import open_debrief
from parley.errors import ParleyError, Refused
from parley.games.bargaining.policies import POLICIES
from parley.session import open_session


@pytest.fixture
def session(tmp_path):
    session = open_session("tent", tmp_path, "ada")
    for _ in range(3):
        session.move({"kind": "adjourn"})
    session.move({"kind": "walk-out"})
    return session


def test_each_step_shows_what_the_trainee_saw(tmp_path):
    played = open_session("tent", tmp_path, "ada")
    seen, rng = [played.view()["view"]], Random(1)
    while not played.finished:
        played.move(POLICIES["random"](played.play.part("play").states[-1], rng))
        seen.append(played.view()["view"])
    shown = open_debrief(played.path)
    for at, view in enumerate(seen):
        shown.step(at)
        assert shown.view()["view"] == view
        assert shown.view()["form"]["actions"] == []
        assert shown.view()["replay"] == {"at": at, "of": len(seen) - 1}


def test_the_review_comes_with_the_last_step(session):
    shown = open_debrief(session.path)
    assert shown.review_view() is None
    shown.step(4)
    assert shown.review_view() == session.review_view()


def test_nothing_changes_the_record(session):
    before = session.path.read_bytes()
    shown = open_debrief(session.path)
    for act in (
        lambda: shown.move({"kind": "adjourn"}),
        shown.new_attempt,
        lambda: shown.play_on(1),
        lambda: shown.rename("bo"),
    ):
        with pytest.raises(Refused, match="read-only"):
            act()
    for to in (-1, 5, "1", True, None):
        with pytest.raises(Refused, match="This part has 4 moves; choose 0 to 4"):
            shown.step(to)
    assert session.path.read_bytes() == before


def test_a_set_that_counts_is_shown_part_by_part(tmp_path):
    plain = {"assignment": "a", "salt": "s", "tables": {"tent": {"attempts": 1}}}
    (tmp_path / "parley.json").write_text(json.dumps(plain))
    session = open_session("tent", tmp_path, "ada")
    session.move({"kind": "walk-out"}, "play-1")
    shown = open_debrief(session.path)
    shown.select("position-01")
    assert shown.view()["part"] == "position-01"
    with pytest.raises(Refused, match="There is no part"):
        shown.select("play-9")


def test_a_table_shows_either_an_exercise_or_a_record(session):
    table = parley.table(record=session.path)
    assert repr(table) == "Table: tent, attempt 1, trainee ada"
    assert table.form.screen["replay"] == {"at": 0, "of": 4}
    for wrong in (parley.table, lambda: parley.table("tent", record=session.path)):
        with pytest.raises(ParleyError, match="either an exercise or"):
            wrong()


def test_one_who_plays_does_not_step(session):
    with pytest.raises(Refused, match=r"parley\.table\(record="):
        session.step(0)
