"""Sessions: a move counts once it is on the disk, and nothing that was written is thrown away."""

import json
import shutil
from random import Random

import pytest
from tools.kills import kills

from parley.errors import ParleyError, Refused
from parley.place import Sitting
from parley.play import load
from parley.session import open_session
from parley.trainee import remember, trainee

ASK = {"kind": "ask", "issue": "observers"}
WALK = {"kind": "walk-out"}
TAUGHT = "What this play teaches"
GRADED = Sitting("04_bilateral_talks", "salt", {"tent": 2})


@pytest.fixture
def table(tmp_path):
    """Return a function that opens the tent, each time as a new kernel would."""
    return lambda **words: open_session("tent", tmp_path, words.pop("name", "ada"), **words)


def test_a_play_is_where_it_was(table):
    first = table()
    first.move(ASK)
    first.move({"kind": "reveal", "issue": "prisoners"})
    again = table()
    assert again.view() == first.view()
    assert again.play.parts["play"].states == first.play.parts["play"].states


def test_a_refused_move_leaves_the_record_as_it_was(table):
    session = table()
    session.move(ASK)
    before = session.path.read_bytes()
    with pytest.raises(Refused, match="'issue' is one of .*got 'weather'"):
        session.move({"kind": "ask", "issue": "weather"})
    assert session.path.read_bytes() == before


def test_a_second_window_is_told_and_shown_what_went_on(table):
    one, other = table(), table()
    one.move(ASK)
    with pytest.raises(Refused, match="went on elsewhere"):
        other.move(WALK)
    assert other.view()["moves"] == 1
    other.move(WALK)
    assert load(one.path).used == 2


def test_a_torn_line_is_set_aside_and_play_goes_on(table):
    session = table()
    session.move(ASK)
    whole = session.path.read_bytes()
    torn = whole + b'{"n":2,"time":"20'
    session.path.write_bytes(torn)
    again = table()
    assert "not written to its end" in again.notice
    again.move(WALK)
    assert load(again.path).used == 2
    assert again.path.with_name("tent.1.jsonl.damaged-1").read_bytes() == torn


def test_a_changed_line_is_named_and_what_came_before_counts(table):
    session = table()
    for issue in ("observers", "prisoners", "force-limits"):
        session.move({"kind": "ask", "issue": issue})
    lines = session.path.read_text().splitlines()
    changed = json.loads(lines[2]) | {"move": {"kind": "ask", "issue": "supply-road"}}
    lines[2] = json.dumps(changed)
    session.path.write_text("\n".join(lines) + "\n")
    again = table()
    assert again.play.used == 1
    assert again.notice.startswith("Line 3 does not replay")
    assert "2 recorded moves" in again.notice


def test_practice_draws_differ_until_all_were_played(table, tmp_path):
    drawn = set()
    session = table()
    for attempt in range(1, 37):
        assert session.play.header.attempt == attempt
        draw = session.play.parts["play"].draw
        drawn.add((draw.profile, draw.variant.hidden))
        session.move(WALK)
        session.new_attempt()
    assert len(drawn) == 36


def test_a_new_attempt_needs_the_old_one_to_be_over(table):
    session = table()
    with pytest.raises(Refused, match="Finish this attempt first"):
        session.new_attempt()


def test_no_draw_of_a_set_comes_twice(table):
    session = table(sitting=GRADED)
    seen = [_draws(session)]
    for name in session.play.parts:
        session.move(WALK, name)
    session.new_attempt()
    seen.append(_draws(session))
    assert not seen[0] & seen[1]
    assert len(seen[0]) == len(seen[1]) == 22
    for name in session.play.parts:
        session.move(WALK, name)
    assert not session.can_restart


def _draws(session):
    return {part.draw.position or part.draw.profile for part in session.play.parts.values()}


def test_a_position_takes_one_move(table):
    session = table(sitting=GRADED)
    session.move({"kind": "adjourn"}, "position-03")
    with pytest.raises(Refused, match="is answered"):
        session.move(WALK, "position-03")
    assert session.view()["form"]["actions"] == []
    assert session.review_view() is None


def test_playing_on_keeps_the_old_record(table):
    session = table()
    for move in (ASK, {"kind": "adjourn"}, WALK):
        session.move(move)
    old, path = session.path.read_bytes(), session.path
    session.play_on(2)
    assert session.view()["moves"] == 1
    session.move({"kind": "reveal", "issue": "prisoners"})
    assert path.read_bytes() == old
    assert load(session.path).used == 2
    assert table().path == session.path


def test_what_counts_cannot_be_played_on_and_shows_no_review(table):
    session = table(sitting=GRADED)
    session.move(WALK, "play-1")
    assert session.review_view() is None
    with pytest.raises(Refused, match="practice"):
        session.play_on(1)


def test_what_a_play_teaches_waits_until_all_that_counts_is_over(tmp_path):
    sitting = Sitting("01_what_military_diplomacy_is", "salt", {"signal-desk": 1})
    session, rng = open_session("signal-desk", tmp_path, "ada", sitting), Random(0)
    taught = []
    while name := session.play.open_part:
        part = session.play.part(name)
        session.move(part.game.POLICIES["random"](part.states[-1], rng), name)
        taught.append(TAUGHT in str(session.view()["view"]))
    session.select("play-1")
    assert len(session.play.parts) > 1
    assert (any(taught[:-1]), TAUGHT in str(session.view()["view"])) == (False, True)


def test_in_practice_a_play_teaches_at_its_end(tmp_path):
    session, rng = open_session("signal-desk", tmp_path, "ada"), Random(0)
    while not session.finished:
        assert TAUGHT not in str(session.view()["view"])
        part = session.play.part(session.part)
        session.move(part.game.POLICIES["random"](part.states[-1], rng))
    assert session.view()["view"]["known"][0]["title"] == TAUGHT


def test_another_trainees_record_is_not_opened(table):
    table().move(ASK)
    with pytest.raises(ParleyError, match="is the record of ada, and you are bob"):
        table(name="bob")


def test_a_record_of_another_sitting_is_not_opened(table):
    table().move(ASK)
    with pytest.raises(ParleyError, match="another sitting"):
        table(sitting=GRADED)


@pytest.mark.parametrize("inner", ["source", "release"])
def test_an_instructors_play_is_not_left_where_it_would_be_released(inner, tmp_path, monkeypatch):
    monkeypatch.setattr("parley.place.user_data_path", lambda name: tmp_path / "data" / name)
    folder = tmp_path / "assignments" / inner / "04_bilateral_talks"
    folder.mkdir(parents=True)
    session = open_session("tent", folder, "teacher", GRADED)
    session.move(ASK, "play-1")
    assert not (folder / "records").exists()
    assert (tmp_path / "data").rglob("tent.1.jsonl")


def test_a_name_is_trimmed_folded_and_remembered(table, tmp_path, monkeypatch):
    monkeypatch.setattr("parley.trainee.user_config_path", lambda name: tmp_path / name)
    monkeypatch.delenv("PARLEY_TRAINEE", raising=False)
    assert remember("  Ada   LOVELACE ") == "ada lovelace" == trainee()
    monkeypatch.setenv("PARLEY_TRAINEE", "Bob")
    assert trainee() == "bob"
    session = table()
    session.rename("Carol")
    assert session.view()["trainee"] == "carol"
    for bad in ("", "   ", "x" * 81, "a\x00b"):
        with pytest.raises(ParleyError, match="1 to 80 printable"):
            session.rename(bad)


def test_the_system_names_who_hands_in_as_nbgrader_does(monkeypatch, tmp_path):
    from nbgrader.utils import get_username

    monkeypatch.setattr("parley.trainee.user_config_path", lambda name: tmp_path / name)
    monkeypatch.delenv("PARLEY_TRAINEE", raising=False)
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    assert trainee() == get_username().casefold()


def test_no_room_for_a_move_is_said_and_the_move_is_not_counted(table, tmp_path):
    session = table()
    (tmp_path / "records").write_text("a file in the way")
    with pytest.raises(ParleyError, match="the move is not recorded"):
        session.move(ASK)
    assert session.play.used == 0
    (tmp_path / "records").unlink()
    session.move(ASK)
    shutil.rmtree(tmp_path / "records")
    with pytest.raises(Refused, match="went on elsewhere"):
        session.move(WALK)


def test_no_acknowledged_move_is_lost_when_the_kernel_is_killed():
    done, told, lost = kills(25)
    assert (done, lost) == (25, 0)
    assert told > 25
