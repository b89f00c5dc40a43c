"""Every way in which a submission has cheated or broken a grader costs its own points only.

``ada`` is honest and comes first in the batch, ``zoe`` is honest and comes last; ``eve`` is not.
"""

import json
import os
import re

import pytest
from conftest import ASSIGNMENT, NOTEBOOK

FULL = (50.0, False)


@pytest.fixture
def graded(course, play):
    """Return a function that marks what ``eve`` handed in, between two honest trainees."""

    def grade() -> tuple[float, bool]:
        for trainee in ("ada", "zoe"):
            if not course.folder(trainee).exists():
                course.hand_in(trainee, play(trainee), "My answer.")
        assert course.autograde(), course.log
        scores = course.scores()
        assert scores["ada"] == scores["zoe"] == FULL
        assert course.line("ada") and course.line("zoe")
        return scores.get("eve", (0.0, False))

    return grade


def answer_of(course, trainee="eve") -> str:
    """Return the answer that the instructor will read."""
    return course.cells(trainee)["reflection"].source


class TestInTheNotebook:
    """Metadata, cells and format of the submitted notebook."""

    def test_code_and_tags_do_nothing(self, course, graded, play):
        course.hand_in("eve", play("eve", "passive"), "Mine.")

        def cheat(cells):
            cells["mark-tent"]["source"] = "class Float(float): ...\nFloat(70)"
            cells["mark-tent"]["metadata"]["tags"] = ["skip-execution"]
            cells["mark-tent"]["metadata"]["parley"] = {"state": "marked", "records": ["x"]}
            cells["mark-tent"]["metadata"]["nbgrader"] |= {"points": 7000, "schema_version": 99}
            cells["mark-tent"]["outputs"] = [
                {"output_type": "execute_result", "data": {"text/plain": "70"}, "metadata": {}}
            ]
            cells["table-tent"]["source"] = f"open({str(course.root / 'was-run')!r}, 'w')"

        course.edit("eve", cheat)
        assert graded() == (0.0, False)
        assert not (course.root / "was-run").exists()
        assert course.cells("eve")["mark-tent"].source == 'parley.mark("tent")'

    def test_a_written_answer_is_never_marked_automatically(self, course, graded, play):
        course.hand_in("eve", play("eve"), "Mine.")

        def flip(cells):
            flags = {"solution": False, "points": 30, "locked": True}
            cells["reflection"]["metadata"]["nbgrader"] |= flags
            cells["reflection"] |= {"cell_type": "code", "outputs": []}

        course.edit("eve", flip)
        assert graded() == FULL
        assert answer_of(course) == "Mine."
        assert course.cells("eve")["reflection"].cell_type == "markdown"

    @pytest.mark.parametrize("order", ["deleted", "doubled", "reversed", "unknown"])
    def test_cells_may_be_anywhere(self, course, graded, play, order):
        folder = course.hand_in("eve", play("eve"), "Mine.")
        notebook = json.loads((folder / NOTEBOOK).read_text())
        cells = notebook["cells"]
        notebook["cells"] = {
            "deleted": [cell for cell in cells if "Mine." in cell["source"]],
            "doubled": cells + cells,
            "reversed": cells[::-1],
            "unknown": [*cells, json.loads(json.dumps(cells[4]).replace("mark-tent", "new"))],
        }[order]
        (folder / NOTEBOOK).write_text(json.dumps(notebook))
        assert graded() == FULL
        assert answer_of(course) == "Mine."

    @pytest.mark.parametrize(
        "content",
        [b"", b"no json", b"[" * 50_000, b'{"cells": 7}', b"\x00" * 1000, b'{"nbformat": 1}'],
        ids=["empty", "words", "nested", "no cells", "zeros", "ancient"],
    )
    def test_a_broken_notebook_costs_its_answers_only(self, course, graded, play, content):
        folder = course.hand_in("eve", play("eve"))
        (folder / NOTEBOOK).write_bytes(content)
        assert graded() == FULL

    def test_outputs_of_many_megabytes(self, course, graded, play):
        folder = course.hand_in("eve", play("eve"))
        (folder / NOTEBOOK).write_text(json.dumps({"cells": [], "x": "x" * 30_000_000}))
        assert graded() == FULL
        assert "larger than" in course.line("eve")

    def test_script_reaches_no_page(self, course, graded, play):
        course.hand_in(
            "eve", play("eve"), "<script>alert('x')</script> ![p](http://evil.example/p)"
        )
        graded()
        course.api.generate_feedback(ASSIGNMENT)
        page = (course.files / "feedback" / "eve" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text()
        assert "&lt;script&gt;" in page
        assert not re.search(r"<script|<img|<iframe|\ssrc=|\shref=|\son\w+=", page)


class TestInTheRecords:
    """Whose record it is, of what, and what it holds."""

    def test_another_trainees_record_is_refused(self, course, graded, play):
        course.hand_in("eve", play("ada"))
        assert graded() == (0.0, False)
        assert "another trainee" in course.line("eve")
        html = "".join(course.cells("eve")["mark-tent"].outputs[0].data["text/html"])
        assert "ada" not in html

    def test_another_trainees_moves_under_the_own_name_do_not_replay(self, course, graded, play):
        course.hand_in("eve", play("ada").replace(b'"trainee":"ada"', b'"trainee":"eve"'))
        assert graded()[0] < 10

    def test_an_unknown_name_is_held_and_not_zeroed(self, course, graded, play):
        course.hand_in("eve", play("nobody"))
        assert graded() == (50.0, True)
        assert course.line("eve").startswith("eve: held: ")

    def test_names_are_compared_folded(self, course, graded, play):
        course.hand_in("Eve", play("eve"))
        graded()
        assert course.scores()["Eve"] == FULL

    @pytest.mark.parametrize(
        ("old", "new", "reason"),
        [
            (b'"salt":"', b'"salt":"x', "another assignment or another course"),
            (b'"sitting":"04_', b'"sitting":"05_', "another assignment or another course"),
            (b'"sitting":"04_bilateral_talks"', b'"sitting":"practice"', "practice record"),
            (b'"attempt":1', b'"attempt":2', "another exercise or attempt"),
            (b'"exercise":"tent"', b'"exercise":"other"', "another exercise or attempt"),
            (b'"format":"parley-record/1"', b'"format":"x"', "format"),
        ],
    )
    def test_a_forged_header(self, course, graded, play, old, new, reason):
        course.hand_in("eve", play("eve").replace(old, new, 1))
        assert graded() == (0.0, False)
        assert reason in course.line("eve")

    @pytest.mark.parametrize(
        "record",
        [b"", b"\n" * 3000, b"x" * 2_000_000, b"[" * 100_000, b"\xff\xfe", b"{}\n{}\n"],
        ids=["empty", "lines", "large", "nested", "bytes", "no header"],
    )
    def test_what_is_no_record(self, course, graded, record):
        course.hand_in("eve", record)
        assert graded() == (0.0, False)

    def test_a_forged_move_ends_the_play_there(self, course, graded, play):
        lines = play("eve").split(b"\n")
        lines[10] = lines[10].replace(b'"kind":', b'"kind":"walk-out","x":')
        course.hand_in("eve", b"\n".join(lines))
        points, held = graded()
        assert 0 < points < 50 and not held

    def test_attempts_beyond_those_allowed_are_not_read(self, course, graded, play):
        folder = course.hand_in("eve", play("eve", "passive"))
        (folder / "records" / "tent.2.jsonl").write_bytes(play("eve"))
        assert graded() == (0.0, False)


class TestInTheFiles:
    """Links, pipes, names and folders."""

    def test_links_to_secrets_and_to_others_are_put_aside(self, course, graded, play, tmp_path):
        folder = course.hand_in("eve")
        course.hand_in("ada", play("ada"))
        (folder / "secret").symlink_to("/etc/passwd")
        (folder / "zeros").symlink_to("/dev/zero")
        (folder / "records").symlink_to(course.folder("ada") / "records")
        assert graded() == (0.0, False)
        copied = {path.name for path in (course.files / "autograded" / "eve").rglob("*")}
        assert not copied & {"secret", "zeros", "records"}

    @pytest.mark.parametrize("name", ["timestamp.txt", NOTEBOOK, "records/tent.1.jsonl", "x"])
    def test_a_pipe_stops_nobody(self, course, graded, play, name):
        folder = course.hand_in("eve", play("eve"))
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)
        assert graded() == ((0.0, False) if "records" in name else FULL)

    @pytest.mark.parametrize("text", ["soon", "", "\x00", "2026-99-99 00:00:00", "9" * 10_000_000])
    def test_a_forged_time_stamp(self, course, graded, play, text):
        (course.hand_in("eve", play("eve")) / "timestamp.txt").write_text(text)
        assert graded() == FULL

    def test_a_submission_that_is_a_link_is_refused(self, course, graded, play):
        course.hand_in("ada", play("ada"))
        course.folder("eve").parent.mkdir(parents=True)
        course.folder("eve").symlink_to(course.folder("ada"))
        assert graded() == (0.0, False)
        assert "not marked: the submission is a link" in course.line("eve")

    @pytest.mark.parametrize("name", ["eve[1]", "e*e", "eve lyn", "E'VE@x.org"])
    def test_odd_ids(self, course, graded, play, name):
        course.hand_in(name, play(name))
        graded()
        expected = None if "*" in name else FULL
        assert course.scores().get(name) == expected
        assert course.line(name) or "not a name that a trainee can have" in course.log

    def test_an_id_that_is_a_script_is_refused(self, course, graded, play):
        course.hand_in("<img src=x onerror=alert(1)>", play("eve"))
        graded()
        assert set(course.scores()) == {"ada", "zoe"}

    def test_a_module_that_shadows_is_only_a_file(self, course, graded, play):
        folder = course.hand_in("eve", play("eve", "passive"))
        for name in ("parley.py", "json.py", "ipykernel_launcher.py", "nbgrader_config.py"):
            (folder / name).write_text("raise SystemExit('run')")
        assert graded() == (0.0, False)

    def test_missing_and_renamed_notebooks(self, course, graded, play):
        course.hand_in("eve", play("eve"))
        (course.folder("eve") / NOTEBOOK).unlink()
        course.hand_in("fay", play("fay"), "Mine.")
        (course.folder("fay") / NOTEBOOK).rename(course.folder("fay") / "04 copy.ipynb")
        assert graded() == FULL
        assert course.scores()["fay"] == FULL
        assert answer_of(course, "fay") == "Mine."


def test_a_locked_gradebook_is_waited_for(course, graded, play):
    """A lock of seven seconds, longer than SQLite waits by itself, stops nobody."""
    import sqlite3
    import threading

    lock = sqlite3.connect(course.files / "gradebook.db", check_same_thread=False)
    lock.execute("BEGIN EXCLUSIVE")
    threading.Timer(7, lock.rollback).start()
    course.hand_in("eve", play("eve"))
    assert graded() == FULL


def test_without_our_configuration_every_table_gives_nothing(course, play):
    """Stock nbgrader runs ``parley.mark``, which raises where marks are given."""
    course.hand_in("eve", play("eve"))
    (course.root / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.root = {str(course.files)!r}\n"
        "c.CourseDirectory.course_id = 'parley'\n"
    )
    assert course.autograde()
    assert course.scores()["eve"][0] == 0
