"""An instructor names tables, claims and a question, and gets an assignment that can be marked."""

import json

import nbformat
import pytest
from typer.testing import CliRunner

from graders.assignment import AssignmentError, faults, is_answer, read_sitting, table_of
from graders.cli import app
from graders.new import Part, Plan, notebook, plan, write
from parley import scenario

QUESTION = "Pick one military negotiation.\nWho decided what?"


@pytest.fixture
def question(tmp_path):
    path = tmp_path / "question.md"
    path.write_text(QUESTION, encoding="utf-8")
    return path


def test_points_add_up_to_100_where_none_are_given(question):
    found = plan("x", ["tent"], "04", question)
    assert [(part.exercise, part.points) for part in found.tables] == [
        ("tent", 50), ("claim-desk-04", 20),
    ]  # fmt: skip
    assert found.reflection_points == 30


def test_points_that_are_given_are_kept():
    assert [part.points for part in plan("x", ["tent=61"], "", None).tables] == [61]
    assert [part.points for part in plan("x", ["tent"], "", None).tables] == [100]


def test_what_is_written_can_be_given_out(tmp_path, question):
    path = write(tmp_path, plan("04_x", ["tent"], "04", question))
    assert faults(path.parent) == []
    assert read_sitting(path.parent).attempts == {"tent": 1, "claim-desk-04": 1}
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    marked = {table_of(c): c.metadata["nbgrader"]["points"] for c in notebook.cells if table_of(c)}
    assert marked == {"tent": 50, "claim-desk-04": 20}
    (answer,) = [cell for cell in notebook.cells if is_answer(cell)]
    assert answer.metadata["nbgrader"]["points"] == 30
    assert any(QUESTION in cell.source for cell in notebook.cells)
    names = [cell.metadata["nbgrader"]["grade_id"] for cell in notebook.cells]
    assert len(names) == len(set(names))


def test_a_desk_of_files_says_how_many_there_are_to_decide(tmp_path):
    path = write(tmp_path, plan("14_x", ["legal-gate"], "", None))
    assert faults(path.parent) == []
    text = "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)
    assert "You decide 20 cables, one after the other, and name the rule for each" in text


def test_the_salt_is_the_courses_own_or_new(tmp_path):
    first = write(tmp_path, plan("a", ["tent"], "", None))
    second = write(tmp_path, plan("b", ["tent"], "", None))
    salts = [json.loads((p.parent / "parley.json").read_text())["salt"] for p in (first, second)]
    assert salts[0] == salts[1]
    assert len(salts[0]) == 16


def test_nothing_is_overwritten(tmp_path):
    path = write(tmp_path, plan("a", ["tent"], "", None))
    before = path.read_bytes()
    with pytest.raises(AssignmentError, match="exists already"):
        write(tmp_path, plan("a", ["tent=5"], "", None))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (("../x", ["tent"], "", None), "an id is lowercase letters"),
        (("x", ["sofa"], "", None), "There is no exercise 'sofa'"),
        (("x", ["tent=many"], "", None), "points are a whole number"),
        (("x", ["tent=0"], "", None), "with 1 point or more"),
        (("x", ["tent", "tent"], "", None), "each table once"),
        (("x", [], "", None), "at least one table"),
        (("x", ["tent"], "99", None), "There is no exercise 'claim-desk-99'"),
        (("x", ["forecast-book"], "", None), "nothing that counts"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_in_words(wanted, said):
    with pytest.raises(AssignmentError, match=said):
        plan(*wanted)


def test_a_week_without_positions_promises_none(tmp_path, monkeypatch):
    week = scenario.load("strait-week")
    days = tuple(day.model_copy(update={"positions": 0}) for day in week.days)
    monkeypatch.setattr(scenario, "load", lambda _: week.model_copy(update={"days": days}))
    text = str(notebook(Plan("x", (Part("strait-week", 100),), "", 0)))
    assert "A week of 5 days, one after the other: 100 points." in text


def test_more_attempts_than_there_are_draws_are_refused():
    assert plan("x", ["tent"], "", None, attempts=3).attempts == 3
    with pytest.raises(AssignmentError, match="Allow fewer attempts"):
        plan("x", [], "04", None, attempts=2)
    with pytest.raises(AssignmentError, match="strait-law: attempt 3 needs 8 new drafts"):
        plan("x", ["strait-week"], "", None, attempts=3)


def test_a_question_that_cannot_be_read(tmp_path):
    (tmp_path / "empty.md").write_text(" \n")
    (tmp_path / "image.md").write_bytes(b"\xff\xfe\x00")
    for name, said in (("none.md", "No such file"), ("empty.md", "empty"), ("image.md", "UTF-8")):
        with pytest.raises(AssignmentError, match=said):
            plan("x", ["tent"], "", tmp_path / name)


def test_the_command_says_what_it_wrote_and_what_comes_next(tmp_path, monkeypatch, question):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    monkeypatch.chdir(tmp_path)
    words = ["new", "04_x", "--table", "tent", "--reflection", str(question)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    assert "04_x.ipynb written." in done.output
    assert "  together: 100 points\n" in done.output
    assert "nbgrader generate_assignment 04_x" in done.output


def test_the_command_says_so_where_the_points_are_not_100(tmp_path, monkeypatch, question):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    monkeypatch.chdir(tmp_path)
    words = ["new", "04_x", "--table", "tent=80", "--claims", "04", "--reflection", str(question)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    assert (
        "  together: 130 points, not 100; if you did not mean this, write it anew\n" in done.output
    )
