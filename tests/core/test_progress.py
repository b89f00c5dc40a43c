"""What a trainee has done, read from records alone."""

import pytest

from parley import record
from parley.progress import progress
from parley.session import open_session


@pytest.fixture
def clock(monkeypatch):
    """Let a minute pass between any two moves."""
    minutes = iter(range(60))
    monkeypatch.setattr(record, "now", lambda: f"2026-11-24T08:{next(minutes):02d}:00.000Z")


@pytest.fixture(autouse=True)
def ada(monkeypatch):
    monkeypatch.setenv("PARLEY_TRAINEE", "ada")


def test_without_records_it_says_so(tmp_path):
    found = progress(tmp_path)
    assert repr(found) == "Progress of ada: nothing played yet."
    assert found._repr_html_() == "<p>Progress of ada: nothing played yet.</p>"


def test_plays_marks_and_minutes_are_counted(tmp_path, clock):
    session = open_session("tent", tmp_path, "ada")
    session.move({"kind": "adjourn"})
    session.move({"kind": "adjourn"})
    session.move({"kind": "walk-out"})
    session.new_attempt()
    session.move({"kind": "adjourn"})
    (table,) = progress(tmp_path).tables
    assert (table.module, table.title, table.plays, table.finished) == ("04", "The tent", 2, 1)
    assert table.best == 0
    assert table.minutes == 2
    assert "2 plays at 1 tables, 2 minutes" in repr(progress(tmp_path))


def test_a_pause_counts_five_minutes(tmp_path, monkeypatch):
    times = iter(["2026-11-24T08:00:00.000Z", "2026-11-24T11:00:00.000Z"])
    monkeypatch.setattr(record, "now", lambda: next(times))
    session = open_session("tent", tmp_path, "ada")
    session.move({"kind": "adjourn"})
    session.move({"kind": "adjourn"})
    assert progress(tmp_path).tables[0].minutes == 5


def test_other_people_and_damage_do_not_count(tmp_path):
    open_session("tent", tmp_path, "bo").move({"kind": "adjourn"})
    (tmp_path / "records" / "x.1.jsonl").write_text("<b>no record</b>\n")
    found = progress(tmp_path)
    assert found.tables == ()
    assert len(found.unread) == 1
    assert "x.1.jsonl is not counted" in repr(found)
    assert "<b>" not in found._repr_html_()


def test_desks_are_calibrated(tmp_path):
    session = open_session("claim-desk-04", tmp_path, "ada")
    (action,) = session.view()["form"]["actions"]
    values = {field["name"]: field["value"] for field in action["fields"]}
    verdict = next(f["choices"][-1]["value"] for f in action["fields"] if f["name"] == "verdict")
    session.move({"kind": action["kind"], **values, "verdict": verdict})
    assert progress(tmp_path).calibration.startswith("1 answer")
