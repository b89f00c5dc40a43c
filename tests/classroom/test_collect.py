"""Collecting: what nobody should open stays outside, and a bad submission stops nobody."""

import json
import os
import shutil
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from conftest import ASSIGNMENT, NOTEBOOK
from nbgrader.apps.zipcollectapp import ZipCollectApp
from nbgrader.coursedir import CourseDirectory

from parley.handin import hand_in


@pytest.fixture
def inbound(course, tmp_path):
    """Return a function that puts a submission into the exchange."""
    released = course.api.release_assignment(ASSIGNMENT)
    assert released["success"], released
    place = tmp_path / "exchange" / "parley" / "inbound"

    def submit(trainee: str, record: bytes = b"", when: datetime | None = None):
        moment = f"{when or datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f} UTC"
        folder = place / f"{trainee}+{ASSIGNMENT}+{moment}+{os.urandom(4).hex()}"
        shutil.copytree(course.files / "release" / ASSIGNMENT, folder)
        if record:
            (folder / "records").mkdir()
            (folder / "records" / "tent.1.jsonl").write_bytes(record)
        return folder

    return submit


def collect(course) -> str:
    """Collect and return the log."""
    result = course.api.collect(ASSIGNMENT)
    assert result["success"], result
    return result["log"]


def test_a_bad_submission_stops_nobody(course, inbound, tmp_path):
    inbound("ada", b"mine")
    bad = inbound("eve")
    (bad / "link").symlink_to("/etc/passwd")
    (bad / "broken").symlink_to("nowhere")
    os.mkfifo(bad / "pipe")
    (bad / NOTEBOOK).unlink()
    (bad.parent / f"x+{ASSIGNMENT}+never+x").mkdir()
    (bad.parent / f"y+{ASSIGNMENT}+2026-01-01 00:00:00 UTC+x").symlink_to("/etc")
    (bad.parent / f"<b>+{ASSIGNMENT}+2026-01-01 00:00:00 UTC+x").mkdir()
    inbound("zoe")
    log = collect(course)
    assert {path.name for path in (course.files / "submitted").iterdir()} == {"ada", "eve", "zoe"}
    names = {path.name for path in course.folder("eve").iterdir()}
    assert names == {NOTEBOOK, "parley.json", "timestamp.txt", "submission_secret.txt"}
    assert "put back" in log and log.count("not collected") == 3


def test_the_time_of_arrival_counts_not_the_one_in_the_name(course, inbound):
    early = datetime.now(UTC) - timedelta(days=9)
    late = datetime.now(UTC) + timedelta(days=9)
    inbound("ada", when=early)
    inbound("eve", when=late)
    collect(course)
    for trainee in ("ada", "eve"):
        text = (course.folder(trainee) / "timestamp.txt").read_text()
        moment = datetime.fromisoformat(text.removesuffix(" UTC")).replace(tzinfo=UTC)
        assert abs(moment - datetime.now(UTC)) < timedelta(minutes=5)


def test_the_newest_submission_replaces_the_old_one(course, inbound):
    inbound("ada", b"first")
    collect(course)
    inbound("ada", b"second")
    collect(course)
    assert (course.folder("ada") / "records" / "tent.1.jsonl").read_bytes() == b"second"
    assert "no newer submission" in collect(course)


def test_a_submission_that_is_too_large_leaves_the_old_one(course, inbound):
    inbound("ada", b"first")
    collect(course)
    folder = inbound("ada", b"second")
    for number in range(1001):
        (folder / f"{number}.txt").touch()
    assert "ada: not collected: more than" in collect(course)
    assert (course.folder("ada") / "records" / "tent.1.jsonl").read_bytes() == b"first"


def test_what_parley_hands_in_is_collected(course, play, tmp_path):
    desk = tmp_path / ASSIGNMENT
    shutil.copytree(course.files / "release" / ASSIGNMENT, desk)
    (desk / "records").mkdir()
    (desk / "records" / "tent.1.jsonl").write_bytes(play("ada"))
    downloads = course.files / "downloaded" / ASSIGNMENT / "archive"
    downloads.mkdir(parents=True)
    hand_in(desk, downloads, "Ada")
    zip_collect(course)
    assert course.autograde()
    assert course.scores() == {"ada": (50.0, False)}


def zip_collect(course, **options) -> None:
    """Run nbgrader's zip_collect in this process."""
    config = course.config
    config.CourseDirectory.assignment_id = ASSIGNMENT
    app = ZipCollectApp(config=config, **options)
    app.coursedir = CourseDirectory(config=config)
    app.init_plugins()
    app.extract_archive_files()
    app.process_extracted_files()


@pytest.fixture
def archive(course):
    """Return a function that makes an archive among the downloads."""
    place = course.files / "downloaded" / ASSIGNMENT / "archive"
    place.mkdir(parents=True)

    def make(name: str, files: dict, method: int = zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(place / name, "w", method) as file:
            for path, content in files.items():
                file.writestr(path, content)
        return place / name

    return make


def collected(course) -> dict[str, set[str]]:
    """Return the files of each trainee after collecting."""
    folder = course.files / "submitted"
    return {
        path.name: {str(one.relative_to(path / ASSIGNMENT)) for one in path.rglob("*.*")}
        for path in (folder.iterdir() if folder.exists() else [])
    }


def test_archives_are_unpacked_and_bad_ones_left(course, archive):
    good = {NOTEBOOK: "{}", "records/tent.1.jsonl": "r"}
    archive(f"ada_{ASSIGNMENT}.zip", {f"{ASSIGNMENT}/{name}": text for name, text in good.items()})
    archive(f"bob_{ASSIGNMENT}.zip", {"records/tent.1.jsonl": "r"})
    forged = {"04 copy.ipynb": "{}", "timestamp.txt": "2020-01-01 00:00:00"}
    archive(f"fay_{ASSIGNMENT}.zip", forged)
    archive("bomb.zip", {"x": b"0" * 150_000_000})
    archive("<b>.zip", good)
    (archive("junk.zip", {})).write_bytes(b"junk")
    (archive("torn.zip", good)).write_bytes(b"PK\x03\x04" + b"\x00" * 100)
    zip_collect(course)
    whole = {NOTEBOOK, "records/tent.1.jsonl"}
    assert collected(course) == {"ada": whole, "bob": whole, "fay": {NOTEBOOK}}


def test_archives_write_nothing_outside(course, archive, tmp_path):
    link = zipfile.ZipInfo("link.ipynb")
    link.external_attr = 0o120777 << 16
    archive(
        "eve.zip",
        {
            "../../../../evil.ipynb": "x",
            str(tmp_path / "evil.ipynb"): "x",
            "..\\evil.ipynb": "x",
            link: "/etc/passwd",
            NOTEBOOK: "{}",
        },
    )
    zip_collect(course)
    assert collected(course) == {"eve": {NOTEBOOK}}
    assert not list(tmp_path.rglob("evil*"))


def test_an_archive_of_archives_is_opened_once_more(course, archive, tmp_path):
    inner = archive("ada.zip", {NOTEBOOK: "{}", "records/tent.1.jsonl": "r"})
    content = inner.read_bytes()
    inner.unlink()
    archive("all.zip", {"group/ada.zip": content, "group/bob.zip": content, "group/bad.zip": b"x"})
    zip_collect(course)
    assert set(collected(course)) == {"ada", "bob"}


def test_of_two_archives_the_newer_one_counts(course, archive):
    old = archive(f"ada_{ASSIGNMENT}.zip", {NOTEBOOK: json.dumps({"cells": []})})
    os.utime(old, (0, 1_000_000))
    archive(f"ada_{ASSIGNMENT} (1).zip", {NOTEBOOK: "newer"})
    zip_collect(course)
    assert (course.folder("ada") / NOTEBOOK).read_text() == "newer"
