"""Every assignment of the course: the best play gets all, the untouched nothing, mistakes theirs.

Mistakes and what they come to stand in ``mistakes.yaml``: a policy at one table.
"""

import shutil
from pathlib import Path
from random import Random

import pytest
import yaml
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from graders import plugin
from graders.assignment import read_sitting
from graders.batch import Batch, open_course, open_gradebook
from graders.demo import lay_out
from graders.rubrics import load_rubric
from parley.session import open_session
from parley.solutions import solutions

SOURCE = Path(__file__).resolve().parents[2] / "assignments" / "source"
ASSIGNMENTS = sorted(path.name for path in SOURCE.iterdir())
MISTAKES = yaml.safe_load(Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8"))
WRITTEN = 30


def best(session):
    """Return what plays a part as well as can be."""
    sitting = session.play.header.sitting

    def choose(name):
        part = session.play.part(name)
        solved = solutions(part.draw.exercise, sitting)
        return plugin.reference(solved, part.draw.profile)(part.states[-1], None)

    return choose


def by_policy(session, policy):
    rng = Random(policy)

    def choose(name):
        part = session.play.part(name)
        return part.game.POLICIES[policy](part.states[-1], rng)

    return choose


def play(folder, trainee, exercise, policy=""):
    session = open_session(exercise, folder, trainee)
    choose = by_policy(session, policy) if policy else best(session)
    while name := session.play.open_part:
        while not session.play.part(name).done:
            session.move(choose(name), name)


@pytest.fixture(scope="module", params=ASSIGNMENTS)
def marked(request, tmp_path_factory):
    """Return an assignment's name, and the points of each trainee at each table."""
    name = request.param
    root = lay_out(tmp_path_factory.mktemp(name))
    course = open_course(root)
    api = NbGraderAPI(CourseDirectory(config=course.config), config=course.config)
    made = api.generate_assignment(name)
    assert made["success"], made
    release = root / "assignments" / "release" / name
    tables = read_sitting(SOURCE / name).attempts
    mistakes = {f"mistake{place}": one for place, one in enumerate(MISTAKES[name])}
    for trainee in ("best", "untouched", *mistakes):
        folder = root / "assignments" / "submitted" / trainee / name
        shutil.copytree(release, folder)
        for table in tables if trainee != "untouched" else ():
            wrong = mistakes.get(trainee, {})
            play(folder, trainee, table, wrong["policy"] if wrong.get("table") == table else "")
    with open_gradebook(course) as gradebook:
        list(Batch(course, name, gradebook))
        return name, dict(_points(gradebook, name))


def _points(gradebook: Gradebook, name: str):
    for row in gradebook.assignment_submissions(name):
        grades = [grade for notebook in row.notebooks for grade in notebook.grades]
        yield (
            row.student.id,
            {
                grade.name.removeprefix("mark-"): (grade.auto_score, grade.max_score)
                for grade in grades
                if grade.name.startswith("mark-")
            },
        )


def test_the_best_play_gets_all_and_the_untouched_nothing(marked):
    _, points = marked
    assert points["best"]
    for table, (got, most) in points["best"].items():
        assert got == most, table
    assert {got for got, _ in points["untouched"].values()} == {0}


def test_points_add_up_with_the_written_answer(marked):
    _, points = marked
    assert sum(most for _, most in points["best"].values()) == 100 - WRITTEN


def test_named_mistakes_cost_what_they_cost(marked):
    name, points = marked
    for place, mistake in enumerate(MISTAKES[name]):
        found = points[f"mistake{place}"]
        got, most = found.pop(mistake["table"])
        assert got == pytest.approx(mistake["points"], abs=0.01), mistake["name"]
        assert got < 0.6 * most, f"{mistake['name']} is no mistake"
        assert all(other == full for other, full in found.values())


def test_two_mistakes_are_named(marked):
    name, _ = marked
    assert len({mistake["name"] for mistake in MISTAKES[name]}) >= 2
    assert {mistake["table"] for mistake in MISTAKES[name]} <= set(
        read_sitting(SOURCE / name).attempts
    )


def test_its_answer_has_a_rubric(marked):
    name, _ = marked
    assert load_rubric(name, "reflection")["levels"]
