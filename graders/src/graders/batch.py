"""Mark a whole class in one process, leaving what ``nbgrader autograde`` would leave.

One gradebook session serves everybody; a submission that goes wrong costs nobody else anything.
"""

import shutil
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import compute_checksum, determine_grade
from sqlalchemy.exc import SAWarning, SQLAlchemyError
from traitlets.config import Config, PyFileConfigLoader

from graders.assignment import AssignmentError, Notebook, is_answer, marking, table_of
from graders.classroom import open_classroom
from graders.classwork import mark_tables, summary
from graders.gradebook import be_patient, grant_extension
from graders.handin import read_time
from parley.errors import ParleyError


@dataclass(frozen=True)
class Outcome:
    """What became of one trainee's submission: a line, and the points of its tables."""

    trainee: str
    line: str
    points: float = 0.0


@dataclass
class Course:
    """A course of nbgrader's, as its ``nbgrader_config.py`` describes it."""

    config: Config
    directory: CourseDirectory

    @property
    def root(self) -> Path:
        """The folder with source, release, submitted and the rest."""
        return Path(self.directory.root)


def open_course(folder: Path) -> Course:
    """Open the course whose ``nbgrader_config.py`` lies in a folder.

    Parameters
    ----------
    folder : Path
        The project's folder.

    Returns
    -------
    Course
        Its configuration and places.

    Raises
    ------
    AssignmentError
        If there is no such file.
    """
    if not (folder / "nbgrader_config.py").is_file():
        raise AssignmentError(f"{folder}: no nbgrader_config.py here; go to the project's folder")
    config = PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config()
    return Course(config, CourseDirectory(config=config))


class Batch:
    """The submissions of one assignment, ready to be marked one after the other.

    Parameters
    ----------
    course : Course
        The course.
    assignment : str
        The assignment's name.
    gradebook : Gradebook
        An open gradebook.
    pattern : str
        Which trainees.

    Raises
    ------
    ParleyError
        If the assignment cannot be marked.
    """

    def __init__(
        self, course: Course, assignment: str, gradebook: Gradebook, pattern: str = "*"
    ) -> None:
        self.course = course
        self.gradebook = gradebook
        try:
            gradebook.find_assignment(assignment)
        except MissingEntry:
            raise AssignmentError(
                f"{assignment}: not in the gradebook; run nbgrader generate_assignment first"
            ) from None
        known = [student.id for student in gradebook.students]
        directory = course.directory
        self.room = open_classroom(course.root, assignment, known, directory.submitted_directory)
        self.waiting = list(self.room.settle(pattern))

    def __len__(self) -> int:
        """Return how many submissions there are."""
        return len(self.waiting)

    def __iter__(self) -> Iterator[Outcome]:
        """Mark one submission after the other, and say what became of each."""
        for trainee, why in self.waiting:
            if why:
                yield Outcome(trainee, f"{trainee}: not marked: {why}")
                continue
            try:
                yield self._mark(trainee)
            except (OSError, SQLAlchemyError, ParleyError) as error:
                self.gradebook.db.rollback()
                yield Outcome(trainee, f"{trainee}: not marked: {error}")

    def _mark(self, trainee: str) -> Outcome:
        room, handin = self.room, self.room.handin(trainee)
        submission = self._submission(trainee)
        dest = self._copy(trainee)
        lines: list[str] = []
        points = 0.0
        for notebook in submission.notebooks:
            path = f"{notebook.name}.ipynb"
            content = room.notebook(trainee, path)
            marks = mark_tables(content, handin)
            _write(dest / path, content)
            self._save(notebook, content)
            points += sum(mark.points for mark in marks)
            lines.append(summary(handin, marks))
        handin.keep(dest)
        _protect(dest, 0o664 if self.course.directory.groupshared else 0o444)
        self.gradebook.db.commit()
        self._penalise(submission, trainee)
        return Outcome(trainee, "; ".join(lines), points)

    def _submission(self, trainee: str) -> Any:
        room = self.room
        self.gradebook.update_or_create_student(trainee)
        moment = read_time(room.folder(trainee) / "timestamp.txt")
        when = {"timestamp": moment} if moment else {}
        submission = self.gradebook.update_or_create_submission(room.assignment, trainee, **when)
        grant_extension(self.gradebook, room.assignment, trainee, room.roster.person(trainee))
        return submission

    def _copy(self, trainee: str) -> Path:
        """Copy what lies beside the notebook, then what the assignment brings itself."""
        directory, room = self.course.directory, self.room
        ignore = shutil.ignore_patterns(*directory.ignore, "*.ipynb")
        dest = Path(directory.format_path(directory.autograded_directory, trainee, room.assignment))
        if dest.exists():
            shutil.rmtree(dest)
        shutil.copytree(room.folder(trainee), dest, ignore=ignore)
        shutil.copytree(room.master, dest, ignore=ignore, dirs_exist_ok=True)
        return dest

    def _save(self, row: Any, content: Notebook) -> None:
        """Write the marks of a notebook into the gradebook, as nbgrader's SaveAutoGrades does."""
        grades = {grade.name: grade for grade in row.grades}
        comments = {comment.name: comment for comment in row.comments}
        for plain in content["cells"]:
            name = marking(plain).get("grade_id")
            cell = nbformat.from_dict(plain)
            if name in grades and (is_answer(plain) or table_of(plain)):
                grade = grades[name]
                grade.auto_score, _ = determine_grade(cell)
                held = plain["metadata"].get("parley", {}).get("state") == "held"
                again = grade.manual_score is not None
                grade.needs_manual_grade = held or again or grade.auto_score is None
            if name in comments:
                same = marking(plain).get("checksum") == compute_checksum(cell)
                comments[name].auto_comment = "No response." if same else None

    def _penalise(self, submission: Any, trainee: str) -> None:
        """Let nbgrader's own plug-in take off points for lateness, where there is any."""
        for notebook in submission.notebooks:
            notebook.late_submission_penalty = None
        self.gradebook.db.commit()
        if submission.total_seconds_late > 0:
            from nbgrader.preprocessors import AssignLatePenalties

            resources = {"student": trainee, "assignment": self.room.assignment}
            resources["db_url"] = self.course.directory.db_url
            for notebook in submission.notebooks:
                penalties = AssignLatePenalties(config=self.course.config)
                empty = nbformat.v4.new_notebook()
                penalties.preprocess(empty, {"nbgrader": resources | {"notebook": notebook.name}})


def open_gradebook(course: Course) -> Gradebook:
    """Open the gradebook of a course; the caller closes it."""
    be_patient()
    # nbgrader relies on a cascade that SQLAlchemy warns of; nobody here can do anything about it.
    warnings.filterwarnings("ignore", category=SAWarning)
    return Gradebook(course.directory.db_url, course.directory.course_id)


def _write(path: Path, content: Notebook) -> None:
    path.write_text(nbformat.v4.writes(nbformat.from_dict(content)) + "\n", encoding="utf-8")


def _protect(folder: Path, mode: int) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(mode)


def marked_assignments(gradebook: Gradebook) -> list[str]:
    """Return the assignments for which there are submissions."""
    return [row.name for row in gradebook.assignments if row.num_submissions]


def table_points(gradebook: Gradebook, assignment: str) -> dict[str, float]:
    """Return the points that each trainee's tables have now.

    Parameters
    ----------
    gradebook : Gradebook
        An open gradebook.
    assignment : str
        The assignment's name.

    Returns
    -------
    dict of str to float
        By trainee.
    """
    return {
        row.student.id: sum(
            grade.auto_score or 0.0
            for notebook in row.notebooks
            for grade in notebook.grades
            if grade.cell.cell_type == "code"
        )
        for row in gradebook.assignment_submissions(assignment)
    }
