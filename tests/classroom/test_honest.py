"""Honest trainees: marks by skill, the same through every door."""

import pytest
from conftest import ASSIGNMENT


@pytest.fixture
def graded(course, play):
    """Return a course with three trainees of graded skill, autograded."""
    for trainee, policy in (("ada", "best"), ("bob", "random"), ("eve", "passive")):
        course.hand_in(trainee, play(trainee, policy), f"{trainee} thinks of Kumanovo.")
    assert course.autograde()
    return course


def test_marks_follow_skill_and_reasons_stand_in_the_notebook(graded):
    scores = graded.scores()
    assert scores["ada"][0] == 50 > scores["bob"][0] > scores["eve"][0] == 0
    assert not any(held for _, held in scores.values())
    cell = graded.cells("ada")["mark-tent"]
    assert float(cell["outputs"][0]["data"]["text/plain"]) == scores["ada"][0]
    assert "What each kind of decision cost" in "".join(cell["outputs"][0]["data"]["text/html"])
    assert graded.line("ada").startswith("ada: marked: tent ")


def test_graders_mark_leaves_what_autograde_leaves(graded, command):
    scores = graded.scores()
    notebooks = {name: graded.cells(name) for name in scores}
    done = command("graders", "mark", ASSIGNMENT)
    assert done.returncode == 0, done.stderr
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["ada", "bob", "eve"]
    assert graded.scores() == scores
    assert {name: graded.cells(name) for name in scores} == notebooks
