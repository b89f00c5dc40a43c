"""Show the whole way once: release, play, hand in, collect, mark, give feedback, print the class.

Twelve simulated trainees play assignment 04 through the library.  Their skill is how seldom they
make a mistake.  Everything happens in a folder of its own, through
nbgrader's Python API, in one process.
"""

import shutil
import sys
from contextlib import chdir
from math import floor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from rich.console import Console
from rich.progress import track
from rich.table import Table
from traitlets.config import Config

from graders.batch import Batch, open_course, open_gradebook
from parley.games.game import Move, Values
from parley.marking import solved_for
from parley.play import Part
from parley.session import Session, open_session

ROOT = Path(__file__).resolve().parents[3]
ASSIGNMENT = "04_bilateral_talks"
TABLES = ("tent", "claim-desk-04")
CLASS = {
    "abeba": 0.0, "bruno": 0.05, "chandra": 0.1, "dalia": 0.15, "emeka": 0.2, "farida": 0.3,
    "goran": 0.4, "hyejin": 0.5, "ines": 0.65, "jomo": 0.8, "katya": 0.9, "lars": 1.0,
}  # fmt: skip
"""Each trainee, and the share of decisions in which this trainee makes a mistake."""


def main() -> int:
    """Run the demonstration and print the class."""
    console = Console()
    with TemporaryDirectory(prefix="parley-demo-") as folder:
        root = lay_out(Path(folder))
        course = open_course(root)
        api = NbGraderAPI(CourseDirectory(config=course.config), config=course.config)
        _check(api.generate_assignment(ASSIGNMENT), "generate")
        _check(api.release_assignment(ASSIGNMENT), "release")
        moves = sum(
            _trainee(course.config, Path(folder) / "home" / name, name, noise)
            for name, noise in track(CLASS.items(), "Twelve trainees play", console=console)
        )
        _check(api.collect(ASSIGNMENT), "collect")
        with open_gradebook(course) as gradebook:
            batch = Batch(course, ASSIGNMENT, gradebook)
            lines = list(track(batch, "Marking", len(batch), console=console))
        console.print("\n".join(line.line for line in lines))
        for name in track(CLASS, "Feedback", console=console):
            _check(api.generate_feedback(ASSIGNMENT, name), "feedback")
        _check(api.release_feedback(ASSIGNMENT), "release feedback")
        console.print(_class_table(course.directory.db_url))
        pages = len(list((root / "assignments" / "feedback").glob("*/*/*.html")))
        console.print(f"{len(lines)} marked from {moves} recorded moves; {pages} feedback pages.")
    return 0


def lay_out(folder: Path) -> Path:
    """Copy the course into a folder, with an exchange and a gradebook of its own.

    Parameters
    ----------
    folder : pathlib.Path
        An empty folder.

    Returns
    -------
    pathlib.Path
        The course, in which nothing is generated yet.
    """
    root = folder / "course"
    (root / "assignments").mkdir(parents=True)
    shutil.copytree(ROOT / "assignments" / "source", root / "assignments" / "source")
    exchange = folder / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    text = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    text += f"\nc.Exchange.root = {str(exchange)!r}\nc.Exchange.cache = {str(folder / 'cache')!r}\n"
    (root / "nbgrader_config.py").write_text(text, encoding="utf-8")
    return root


def _check(result: dict, what: str) -> None:
    """Stop with nbgrader's own words if a step failed."""
    if not result["success"]:
        sys.exit(f"{what} failed:\n{result.get('log', '')}{result.get('error', '')}")


def _trainee(config: Config, home: Path, name: str, noise: float) -> int:
    """Fetch, play and hand in as one trainee; return how many moves were recorded."""
    home.mkdir(parents=True)
    with chdir(home):
        _exchange(config, name, "fetch_assignment")
        sessions = [open_session(table, home / ASSIGNMENT, name) for table in TABLES]
        for session in sessions:
            play_as(session, noise)
        _exchange(config, name, "submit")
    return sum(session.play.used for session in sessions)


def _exchange(config: Config, name: str, action: str) -> None:
    """Do one of the exchange's actions as a trainee, in the trainee's folder."""
    mine = Config(config)
    mine.CourseDirectory.root = str(Path.cwd())
    mine.CourseDirectory.assignment_id = ASSIGNMENT
    mine.CourseDirectory.student_id = name
    directory = CourseDirectory(config=mine)
    kind = getattr(ExchangeFactory(config=mine), action)
    authenticator = Authenticator(config=mine)
    kind(coursedir=directory, authenticator=authenticator, config=mine).start()


def play_as(session: Session, noise: float) -> None:
    """Play every part of a session, with mistakes spread evenly over its decisions.

    Parameters
    ----------
    session : Session
        A graded or a practice session.
    noise : float
        The share of decisions that are mistakes; the others are the best moves.
    """
    rng = Random(session.trainee)
    decision = 0
    while name := session.play.open_part:
        while not session.play.part(name).done:
            part = session.play.part(name)
            wrong = floor((decision + 1) * noise) > floor(decision * noise)
            choose = _mistake if wrong else _best
            values = solved_for(session.play, part).values(part.draw.profile)
            session.move(choose(values, part, rng), name)
            decision += 1


def _best(values: Values, part: Part, rng: Random) -> Move:
    return values.advise(part.states[-1])[0]


def _mistake(values: Values, part: Part, rng: Random) -> Move:
    """Return a typical random move: of seven, the one in the middle by worth."""
    state, random = part.states[-1], part.game.POLICIES["random"]
    moves = [random(state, rng) for _ in range(7)]
    return sorted(moves, key=lambda move: values.value(state, move))[3]


def _class_table(db_url: str) -> Table:
    """Return the class as a table: skill, and what the gradebook holds."""
    table = Table(title=f"{ASSIGNMENT}: skill and marks")
    table.add_column("Trainee")
    table.add_column("Mistakes", justify="right")
    table.add_column("Tables", justify="right")
    with Gradebook(db_url, "parley") as gradebook:
        for name, noise in CLASS.items():
            submission = gradebook.find_submission(ASSIGNMENT, name)
            table.add_row(name, f"{noise:.0%}", f"{submission.score:.1f} of 70")
    return table


if __name__ == "__main__":
    sys.exit(main())
