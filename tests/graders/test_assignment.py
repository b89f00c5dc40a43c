"""An assignment that cannot be marked is not given out."""

import json

import pytest

from graders.assignment import faults

GOOD = {"assignment": "a1", "salt": "s", "tables": {"tent": {"attempts": 1}}}


def cell(source, **marking):
    """Return a code cell with nbgrader's metadata."""
    return {"cell_type": "code", "metadata": {"nbgrader": marking}, "source": source, "outputs": []}


def table(source='parley.mark("tent")'):
    """Return a cell that nbgrader grades automatically."""
    return cell(source, grade=True, solution=False, grade_id="t", points=70)


def build(tmp_path, sitting=GOOD, cells=None):
    """Write an assignment and return its folder."""
    folder = tmp_path / "a1"
    folder.mkdir()
    (folder / "parley.json").write_text(json.dumps(sitting))
    notebook = {"cells": [table()] if cells is None else cells, "metadata": {}}
    (folder / "a1.ipynb").write_text(json.dumps(notebook))
    return folder


def test_a_good_assignment_has_no_fault(tmp_path):
    assert faults(build(tmp_path)) == []


@pytest.mark.parametrize(
    ("exercise", "reason"),
    [
        ("week-waring", "There is no exercise 'week-waring'"),
        ("forecast-book", "nothing that counts"),
        ("strait-week", "strait-law: attempt 9 needs 8 new drafts"),
    ],
)
def test_a_table_that_nobody_could_play_is_refused(tmp_path, exercise, reason):
    sitting = GOOD | {"tables": {exercise: {"attempts": 9}}}
    (fault,) = faults(build(tmp_path, sitting, [table(f'parley.mark("{exercise}")')]))
    assert reason in fault


def test_a_record_would_be_released_to_everyone(tmp_path):
    folder = build(tmp_path)
    (folder / "records").mkdir()
    assert "released to everyone" in faults(folder)[0]


@pytest.mark.parametrize(
    "source",
    [
        "assert x == 1",
        "parley.mark('tent')",
        'parley.mark("tent") == 1',
        'parley.mark("tent")\nprint()',
        'import os\nparley.mark("tent")',
    ],
)
def test_another_auto_graded_cell_is_refused_with_the_reason(tmp_path, source):
    found = faults(build(tmp_path, cells=[table(), table(source)]))
    assert any("starts no kernel" in fault for fault in found)


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        (cell("", task=True, grade_id="x"), "task"),
        (cell("", solution=True, grade=False, grade_id="x"), "without points"),
    ],
)
def test_cells_that_nobody_could_mark(tmp_path, extra, reason):
    assert any(reason in fault for fault in faults(build(tmp_path, cells=[table(), extra])))


@pytest.mark.parametrize(
    ("sitting", "reason"),
    [
        ({}, "exactly the keys"),
        ([], "exactly the keys"),
        (GOOD | {"assignment": "a2"}, "folder's name"),
        (GOOD | {"salt": " "}, "salt"),
        (GOOD | {"tables": []}, "map each exercise"),
        (GOOD | {"tables": {"tent": {"attempts": 0}}}, "at least 1"),
        (GOOD | {"tables": {"tent": {"attempts": True}}}, "at least 1"),
        (GOOD | {"tables": {"other": {"attempts": 1}}}, "no table of that name"),
    ],
)
def test_a_faulty_sitting(tmp_path, sitting, reason):
    assert any(reason in fault for fault in faults(build(tmp_path, sitting)))


def test_a_sitting_is_needed(tmp_path):
    folder = build(tmp_path)
    (folder / "parley.json").unlink()
    assert "missing" in faults(folder)[0]


def test_one_cell_for_each_table(tmp_path):
    assert any("got 2" in fault for fault in faults(build(tmp_path, cells=[table(), table()])))
    (tmp_path / "b").mkdir()
    assert any("got 0" in fault for fault in faults(build(tmp_path / "b", cells=[])))
