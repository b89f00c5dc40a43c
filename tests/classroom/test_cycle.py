"""The whole of nbgrader by its own commands, from the project's folder."""

import re
import shutil

import pytest
from conftest import ASSIGNMENT, NOTEBOOK

pytestmark = pytest.mark.classroom


@pytest.fixture
def run(command, course, monkeypatch):
    """Return a function that runs an nbgrader command and must succeed."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(course.root.parent / "jupyter"))

    def go(*words: str, **options) -> str:
        done = command("nbgrader", *words, **options)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    return go


def test_the_whole_cycle(course, run, play, tmp_path):
    run("generate_assignment", ASSIGNMENT, "--force")
    run("release_assignment", ASSIGNMENT)
    assert ASSIGNMENT in run("list")
    for trainee, policy in (("ada", "best"), ("bob", "random")):
        desk = tmp_path / trainee
        desk.mkdir()
        shutil.copy(course.root / "nbgrader_config.py", desk)
        run("fetch_assignment", ASSIGNMENT, folder=desk)
        (desk / ASSIGNMENT / "records").mkdir()
        (desk / ASSIGNMENT / "records" / "tent.1.jsonl").write_bytes(play(trainee, policy))
        run("submit", ASSIGNMENT, "--student", trainee, folder=desk)
    run("collect", ASSIGNMENT)
    log = run("autograde", ASSIGNMENT)
    assert re.search(r"ada: marked: tent 50/50", log)
    assert "ipykernel" not in log
    run("generate_feedback", ASSIGNMENT)
    run("release_feedback", ASSIGNMENT)
    assert len(list((tmp_path / "exchange" / "parley" / "feedback").glob("*.html"))) == 2
    run("export")
    grades = (course.root / "grades.csv").read_text().splitlines()
    assert [line.split(",")[3] for line in grades[1:]] == ["ada", "bob"]
    check_feedback(course)


def check_feedback(course) -> None:
    """Check that a page of feedback is complete, closed, and its trainee's own."""
    page = (course.files / "feedback" / "bob" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text()
    for wanted in (
        "default-src 'none'",
        "What each kind of decision cost",
        "what each move was worth",
        "<svg",
        "Pareto frontier",
    ):
        assert wanted in page
    assert not re.search(r"<script|<link|\ssrc=|url\(|@import|https?://", page)
    for secret in ("Rubric", "Kumanovo", "Siilasvuo", "ada", "json.gz"):
        assert secret not in page


def test_an_assignment_that_cannot_be_marked_is_not_given_out(course, command):
    (course.files / "source" / ASSIGNMENT / "records").mkdir()
    shutil.rmtree(course.files / "release")
    done = command("nbgrader", "generate_assignment", ASSIGNMENT, "--force")
    assert done.returncode == 1
    assert "released to everyone" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (course.files / "release" / ASSIGNMENT / NOTEBOOK).exists()
