"""The roster: groups, aliases, exam sittings, records that an instructor assigns."""

from datetime import datetime

from conftest import ASSIGNMENT
from nbgrader.api import Gradebook

FULL = (50.0, False)


def roster(course, *rows: str) -> None:
    """Write a roster."""
    head = "id,aliases,group,sitting,extension"
    (course.files / "roster.csv").write_text("\n".join([head, *rows, ""]))


def test_a_groups_mark_goes_to_every_member(course, play):
    roster(course, "ada,,blue,,", "bob,,blue,,", "eve,,,,")
    course.hand_in("ada", play("blue"))
    course.hand_in("eve", play("blue"))
    assert course.autograde(), course.log
    assert course.scores() == {"ada": FULL, "bob": FULL, "eve": (0.0, False)}


def test_an_alias_is_the_trainee(course, play):
    roster(course, "ada,lovelace,,,")
    course.hand_in("ada", play("lovelace"))
    assert course.autograde()
    assert course.scores()["ada"] == FULL


def test_a_sitting_of_another_room_does_not_count(course, play):
    roster(course, "ada,,,north,", "bob,,,,")
    record = play("ada").replace(b'"04_bilateral_talks"', b'"04_bilateral_talks:south"')
    course.hand_in("ada", record)
    course.hand_in("bob", play("bob"))
    assert course.autograde()
    assert "another sitting" in course.line("ada")
    assert course.scores()["bob"] == FULL


def test_an_assigned_record_counts(course, play, command):
    course.hand_in("eve", play("nobody"))
    course.autograde()
    assert course.scores()["eve"] == (50.0, True)
    record = course.folder("eve") / "records" / "tent.1.jsonl"
    done = command("graders", "assign", str(record), "eve")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("eve: marked: tent 50/50")
    assert course.scores()["eve"] == FULL


def test_a_loose_record_is_put_into_its_trainees_submission(course, play, command, tmp_path):
    loose = tmp_path / "from mail.jsonl"
    loose.write_bytes(play("nobody"))
    done = command("graders", "assign", str(loose), "fay")
    assert done.returncode == 0, done.stderr
    assert (course.folder("fay") / "records" / "tent.1.jsonl").read_bytes() == loose.read_bytes()
    assert course.scores()["fay"] == FULL


def test_what_the_instructor_gets_wrong_ends_in_one_line(course, command, tmp_path):
    (tmp_path / "x.jsonl").write_text("no record\n")
    for words in (
        ("mark", "nothing"),
        ("mark", ASSIGNMENT),
        ("mark", ASSIGNMENT, "--trainee", "nobody"),
        ("assign", str(tmp_path / "x.jsonl"), "ada"),
        ("assign", str(tmp_path / "missing"), "ada"),
    ):
        done = command("graders", *words)
        assert done.returncode == 2, (words, done)
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "Traceback" not in done.stderr


def test_an_extension_is_granted_in_hours(course, play, command):
    roster(course, "ada,,,,48", "bob,,,,")
    due = datetime(2026, 11, 20, 12)
    for trainee in ("ada", "bob"):
        folder = course.hand_in(trainee, play(trainee))
        (folder / "timestamp.txt").write_text("2026-11-21 12:00:00.000000 UTC")

    def late() -> dict[str, float]:
        with Gradebook(f"sqlite:///{course.files}/gradebook.db", "parley") as gradebook:
            gradebook.update_or_create_assignment(ASSIGNMENT, duedate=due)
            rows = gradebook.assignment_submissions(ASSIGNMENT)
            return {row.student.id: row.total_seconds_late for row in rows}

    assert late() == {}
    assert course.autograde()
    assert late() == {"ada": 0, "bob": 86400}
    assert command("graders", "mark", ASSIGNMENT).returncode == 0
    assert late() == {"ada": 0, "bob": 86400}
