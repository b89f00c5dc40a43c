"""A course of its own for each test: nbgrader, our configuration, and trainees who play."""

import json
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import nbformat
import nbgrader.coursedir
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.utils import capture_log
from traitlets.config import PyFileConfigLoader

from graders.plugin import reference
from parley.games.bargaining.policies import POLICIES
from parley.session import open_session
from parley.solutions import solutions

ROOT = Path(__file__).resolve().parents[2]
ASSIGNMENT = "04_bilateral_talks"
NOTEBOOK = f"{ASSIGNMENT}.ipynb"


@dataclass
class Course:
    """A copy of the course, with one assignment released."""

    root: Path
    log: str = field(default="")

    @property
    def files(self) -> Path:
        """nbgrader's course directory."""
        return self.root / "assignments"

    @property
    def config(self):
        """The course's own configuration, with an exchange of its own."""
        loader = PyFileConfigLoader("nbgrader_config.py", path=str(self.root))
        return loader.load_config()

    @property
    def api(self) -> NbGraderAPI:
        """nbgrader's Python API on this course."""
        config = self.config
        directory = nbgrader.coursedir.CourseDirectory(config=config)
        return NbGraderAPI(directory, config=config)

    def folder(self, trainee: str) -> Path:
        """Return the place of a submission."""
        return self.files / "submitted" / trainee / ASSIGNMENT

    def hand_in(self, trainee: str, record: bytes | None = None, answer: str = "") -> Path:
        """Put a submission where collect would put it."""
        folder = self.folder(trainee)
        shutil.copytree(self.files / "release" / ASSIGNMENT, folder)
        if record is not None:
            (folder / "records").mkdir()
            (folder / "records" / "tent.1.jsonl").write_bytes(record)
        if answer:
            self.edit(trainee, lambda cells: cells["reflection"].update(source=answer))
        return folder

    def edit(self, trainee: str, change) -> None:
        """Change the cells of a submitted notebook, given by their grade_id."""
        path = self.folder(trainee) / NOTEBOOK
        notebook = json.loads(path.read_text())
        change({cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in notebook["cells"]})
        path.write_text(json.dumps(notebook))

    def autograde(self, trainee: str = "*") -> bool:
        """Run nbgrader's autograde; return whether it ended without an error."""
        config = self.config
        config.CourseDirectory.assignment_id = ASSIGNMENT
        config.CourseDirectory.student_id = trainee
        directory = nbgrader.coursedir.CourseDirectory(config=config)
        app = Autograde(directory, config=config)
        app.force = True
        result = capture_log(app)
        self.log = result.get("log", "") + result.get("error", "")
        return result["success"]

    def scores(self) -> dict[str, tuple[float, bool]]:
        """Return, for each trainee, the table's points and whether somebody must look at it."""
        with Gradebook(f"sqlite:///{self.files}/gradebook.db", "parley") as gradebook:
            return {
                row.student.id: (grade.auto_score, grade.needs_manual_grade)
                for row in gradebook.assignment_submissions(ASSIGNMENT)
                for notebook in row.notebooks
                for grade in notebook.grades
                if grade.name == "mark-tent"
            }

    def line(self, trainee: str) -> str:
        """Return the one line that says what became of a trainee's submission."""
        found = [line for line in self.log.splitlines() if f"] {trainee}: " in line]
        return found[-1].partition("] ")[2] if found else ""

    def cells(self, trainee: str) -> dict[str, dict]:
        """Return the autograded cells of a trainee by grade_id."""
        path = self.files / "autograded" / trainee / ASSIGNMENT / NOTEBOOK
        cells = nbformat.read(path, as_version=4).cells
        return {cell.metadata.nbgrader.grade_id: cell for cell in cells}


@pytest.fixture(scope="session")
def released(tmp_path_factory) -> Path:
    """Return a course in which the assignment is generated; it is only copied from."""
    root = tmp_path_factory.mktemp("released")
    (root / "assignments").mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", root)
    shutil.copytree(ROOT / "assignments" / "source", root / "assignments" / "source")
    result = Course(root).api.generate_assignment(ASSIGNMENT)
    assert result["success"], result
    return root


@pytest.fixture
def course(released, tmp_path, monkeypatch) -> Course:
    """Return a course of the test's own; the working folder is its root."""
    root = tmp_path / "course"
    shutil.copytree(released, root)
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    with (root / "nbgrader_config.py").open("a") as file:
        file.write(f"\nc.Exchange.root = {str(exchange)!r}\n")
        file.write(f"c.Exchange.cache = {str(tmp_path / 'cache')!r}\n")
    monkeypatch.chdir(root)
    return Course(root)


@pytest.fixture(scope="session")
def play(tmp_path_factory):
    """Return a function that plays the graded table as a trainee and returns the record."""
    known: dict[tuple[str, str], bytes] = {}

    def make(trainee: str, policy: str = "best") -> bytes:
        if (trainee, policy) not in known:
            folder = tmp_path_factory.mktemp("play")
            source = ROOT / "assignments" / "source" / ASSIGNMENT
            shutil.copy(source / "parley.json", folder)
            known[trainee, policy] = _play(folder, trainee, policy)
        return known[trainee, policy]

    return make


def _play(folder: Path, trainee: str, policy: str) -> bytes:
    """Play as a fixed policy, or as ``best``: the reference, whose solutions graders have."""
    session = open_session("tent", folder, trainee)
    rng = Random(trainee)
    for name, part in session.play.parts.items():
        solved = solutions(part.draw.exercise, session.play.header.sitting)
        choose = reference(solved, part.draw.profile) if policy == "best" else POLICIES[policy]
        while not session.play.part(name).done:
            session.move(choose(session.play.part(name).states[-1], rng), name)
    return session.path.read_bytes()


@pytest.fixture
def command(course, monkeypatch):
    """Return a function that runs one of nbgrader's or our own commands as a user does."""
    import subprocess
    import sys

    binaries = str(Path(sys.executable).parent)
    env = os.environ | {"PATH": binaries + os.pathsep + os.environ["PATH"]}

    def run(*words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, cwd=folder or course.root, env=env, capture_output=True, text=True, timeout=300
        )

    return run
