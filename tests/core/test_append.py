"""Appending to a record: under a lock, on the disk before it is acknowledged, never over others."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from parley import record
from parley.errors import ParleyError, Refused
from parley.games import bargaining as game
from parley.play import load
from parley.record import Elsewhere, Header
from parley.session import RecordSession, open_session

LINE = {"kind": "adjourn"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "records" / "tent.1.jsonl"


def test_lines_are_whole_and_the_new_size_is_told(path):
    first = record.append(path, [LINE, {"name": "Zoë"}], 0, 0)
    again = record.append(path, [LINE], first, first)
    assert path.read_bytes() == '{"kind":"adjourn"}\n{"name":"Zoë"}\n{"kind":"adjourn"}\n'.encode()
    assert again == path.stat().st_size


@pytest.mark.parametrize("seen", [0, 5, 10_000])
def test_a_file_that_is_not_as_it_was_seen_stays_as_it_is(path, seen):
    record.append(path, [LINE], 0, 0)
    before = path.read_bytes()
    with pytest.raises(Elsewhere):
        record.append(path, [LINE], seen, seen)
    assert path.read_bytes() == before


def test_what_is_cut_off_is_kept_aside_each_time(path):
    size = record.append(path, [LINE, LINE], 0, 0)
    whole = path.read_bytes()
    size = record.append(path, [LINE], size, 19)
    assert path.read_bytes() == whole
    record.append(path, [], size, 5)
    assert path.read_bytes() == whole[:5]
    kept = sorted(path.parent.glob("*.damaged-*"))
    assert [one.name[-2:] for one in kept] == ["-1", "-2"]
    assert [one.read_bytes() for one in kept] == [whole, whole]


def test_the_disk_has_the_move_before_it_is_acknowledged(tmp_path, monkeypatch):
    session, synced = open_session("tent", tmp_path, "ada"), []

    def fsync(number):
        synced.append((os.fstat(number).st_size, session.play.used))

    monkeypatch.setattr(os, "fsync", fsync)
    session.move(LINE)
    assert synced == [(session.path.stat().st_size, 0)]
    assert session.play.used == 1


def test_a_full_disk_is_said_and_the_next_move_finds_out_what_is_there(tmp_path, monkeypatch):
    session = open_session("tent", tmp_path, "ada")
    session.move(LINE)

    def full(number):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(ParleyError, match="No space left on device.*not recorded"):
            session.move(LINE)
    assert session.play.used == 1
    with pytest.raises(Refused, match="went on elsewhere"):
        session.move(LINE)
    assert session.play.used == load(session.path).used


def test_an_append_waits_for_the_lock(path):
    path.parent.mkdir()
    done = threading.Event()

    def append():
        record.append(path, [LINE], 0, 0)
        done.set()

    with record._lock(path):
        thread = threading.Thread(target=append)
        thread.start()
        assert not done.wait(0.3)
        assert not path.exists()
    thread.join(10)
    assert done.is_set()


def test_the_lock_is_not_beside_the_record(path):
    record.append(path, [LINE], 0, 0)
    assert list(path.parent.iterdir()) == [path]


def test_windows_that_move_at_once_lose_nothing_and_tear_nothing(path):
    header = Header("tent", 1, game.RULES, "ada", "s", "counted", 1)
    names = list(RecordSession(header, path).play.parts)[2:]

    def window(number):
        session, told = RecordSession(header, path), []
        for name in names[number::4]:
            for _ in range(200):
                try:
                    session.move(LINE, name)
                except Refused:
                    continue
                told.append(name)
                break
        return told

    with ThreadPoolExecutor(4) as pool:
        told = [name for names in pool.map(window, range(4)) for name in names]
    found = load(path)
    assert sorted(told) == sorted(names)
    assert all(found.parts[name].done for name in told)
    assert (found.used, found.notices) == (len(names), ())
    assert list(path.parent.iterdir()) == [path]
