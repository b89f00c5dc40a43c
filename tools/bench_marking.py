"""Time the marking of a class of forty: stock nbgrader, nbgrader with our wiring, and graders.

All three mark the same submissions from the command line, start-up included, in the same run.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from graders.demo import ASSIGNMENT, TABLES, lay_out, play_as
from parley.session import open_session

CLASS = 40
STOCK = "c = get_config()\nfrom pathlib import Path\n" + (
    'c.CourseDirectory.course_id = "parley"\n'
    'c.CourseDirectory.root = str(Path(__file__).resolve().parent / "assignments")\n'
)


@cache
def seconds() -> dict[str, float]:
    """Return how long each of the three ways takes, in seconds."""
    with TemporaryDirectory(prefix="parley-bench-") as folder:
        root = _hand_in(Path(folder))
        stock = root.with_name("stock")
        shutil.copytree(root, stock)
        (stock / "nbgrader_config.py").write_text(STOCK, encoding="utf-8")
        second = root.with_name("second")
        shutil.copytree(root, second)
        return {
            "wired": _time(root, "nbgrader", "autograde", ASSIGNMENT),
            "graders": _time(second, "graders", "mark", ASSIGNMENT),
            "stock": _time(stock, "nbgrader", "autograde", ASSIGNMENT),
        }


def _hand_in(folder: Path) -> Path:
    """Return a course in which forty trainees have handed in what they played."""
    root = lay_out(folder)
    _run(root, "nbgrader", "generate_assignment", ASSIGNMENT)
    release = root / "assignments" / "release" / ASSIGNMENT
    for number in range(CLASS):
        name = f"trainee{number:02d}"
        work = root / "assignments" / "submitted" / name / ASSIGNMENT
        shutil.copytree(release, work)
        for table in TABLES:
            play_as(open_session(table, work, name), noise=number / CLASS)
    return root


def _time(root: Path, *words: str) -> float:
    start = perf_counter()
    _run(root, *words)
    return perf_counter() - start


def _run(root: Path, *words: str) -> None:
    """Run a command in a course; only stock nbgrader may end with failures, which are its marks."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        words, cwd=root, env=os.environ | {"PATH": path}, capture_output=True, text=True
    )
    if done.returncode and root.name != "stock":
        sys.exit(f"{' '.join(words)} failed:\n{done.stderr}")
