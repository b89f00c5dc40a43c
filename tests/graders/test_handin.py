"""Whatever a trainee hands in is read as files that nobody vouches for."""

import os

import pytest

from graders.handin import (
    HandInError,
    Limits,
    check_trainee,
    copy_in,
    parse_time,
    read_file,
    read_record,
    record_paths,
    restore_notebooks,
    set_aside,
)


@pytest.fixture
def folder(tmp_path):
    """Return a submission with a notebook, a record, a link, a pipe and a deep folder."""
    folder = tmp_path / "in"
    (folder / "records").mkdir(parents=True)
    (folder / "a.ipynb").write_text("{}")
    (folder / "records" / "tent.1.jsonl").write_text("x\n")
    (folder / "link").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe")
    deep = folder.joinpath(*"abcdefgh")
    deep.mkdir(parents=True)
    (deep / "x").write_text("x")
    return folder


@pytest.mark.parametrize("name", ["ada", "Ada Lovelace", "c[1]", "o'brien@x.org", "Ünal", "1"])
def test_ordinary_names_are_taken(name):
    check_trainee(name)


@pytest.mark.parametrize(
    "name", ["", ".", "..", "-x", "<b>", 'a"b', "a/b", "a\nb", "x" * 101, "=1"]
)
def test_names_that_mislead_are_not(name):
    with pytest.raises(HandInError, match="not a name"):
        check_trainee(name)


def test_a_copy_holds_regular_files_only(folder, tmp_path):
    notes = copy_in(folder, tmp_path / "out", ignore=["*.pyc"])
    found = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*")}
    assert found == {"a.ipynb", "records/tent.1.jsonl"}
    assert sum("link" in note for note in notes) == 2
    assert any("regular" in note for note in notes)
    assert any("deep" in note for note in notes)


def test_a_copy_that_is_too_large_leaves_nothing(folder, tmp_path):
    with pytest.raises(HandInError, match="more than"):
        copy_in(folder, tmp_path / "out", ignore=[], limits=Limits(files=2))
    assert not (tmp_path / "out").exists()


def test_what_nobody_should_open_is_put_aside(folder, tmp_path):
    notes = set_aside(folder, tmp_path / "shelf")
    assert len(notes) == len(list((tmp_path / "shelf").iterdir())) == 4
    assert (folder / "a.ipynb").is_file()
    assert not os.path.lexists(folder / "pipe")
    assert set_aside(folder, tmp_path / "shelf") == []


def test_ballast_pushes_out_nothing_that_counts(folder, tmp_path):
    (folder / "0ballast").write_text("x" * 1000)
    notes = set_aside(folder, tmp_path / "shelf", Limits(total=500))
    assert any("0ballast" in note for note in notes)
    assert (folder / "records" / "tent.1.jsonl").is_file()


def test_reading_never_waits_for_a_pipe(folder):
    with pytest.raises(HandInError, match="regular"):
        read_file(folder / "pipe", 10)
    with pytest.raises(HandInError, match="link"):
        read_file(folder / "link", 10_000)
    with pytest.raises(HandInError, match="larger"):
        read_file(folder / "a.ipynb", 1)


def test_a_record_has_at_most_two_thousand_lines(tmp_path):
    path = tmp_path / "tent.1.jsonl"
    path.write_bytes(b"\n" * 2001)
    with pytest.raises(HandInError, match="2,000 lines"):
        read_record(path)
    path.write_bytes(b"x" * 1_000_001)
    with pytest.raises(HandInError, match="1,000,000"):
        read_record(path)


def test_records_are_found_by_name(tmp_path):
    (tmp_path / "records").mkdir()
    for name in ("Tent.1.JSONL", "tent.2.jsonl", "tent.0.jsonl", "tent.x.jsonl", "tent (1).jsonl"):
        (tmp_path / "records" / name).touch()
    assert sorted(record_paths(tmp_path, "tent")) == [1, 2]


def test_a_records_folder_that_is_a_link_is_not_entered(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "records").symlink_to(folder / "records")
    assert record_paths(other, "tent") == {}


@pytest.mark.parametrize(
    "text", ["2026-11-24 07:20:00.000000 UTC", "2026-11-24 07:20:00", "2026-11-24T08:20:00+0100"]
)
def test_times_of_nbgraders_form(text):
    assert parse_time(text).isoformat() == "2026-11-24T07:20:00"


@pytest.mark.parametrize("text", ["", "soon", "2026-99-99 00:00:00", "2026-11-24 07:20:00 ../../x"])
def test_what_is_no_time(text):
    assert parse_time(text) is None


def test_a_renamed_notebook_is_taken_for_the_missing_one(tmp_path):
    master, folder = tmp_path / "master", tmp_path / "in"
    for place in (master, folder):
        place.mkdir()
    (master / "04.ipynb").write_text("{}")
    (folder / "04 copy.ipynb").write_text("mine")
    restore_notebooks(folder, master)
    assert (folder / "04.ipynb").read_text() == "mine"
    (folder / "04.ipynb").unlink()
    assert "put back" in restore_notebooks(folder, master)[0]
