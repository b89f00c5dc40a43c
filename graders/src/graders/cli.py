"""The command line of the instructors' side: mark, mark again, assign a record, select, solve."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from graders.light import skip_pages
from parley.errors import ParleyError

if TYPE_CHECKING:  # nbgrader takes seconds to import, so a command does it when it must
    from nbgrader.api import Gradebook

    from graders.batch import Course, Outcome

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Mark what trainees played. Run it in the folder with nbgrader_config.py.",
)

Assignment = Annotated[str, typer.Argument(help="The assignment, such as 04_bilateral_talks.")]
Trainee = Annotated[str, typer.Option(help="One trainee's id; everybody if not given.")]

T = TypeVar("T")


@app.command(epilog="Example: graders mark 04_bilateral_talks --trainee ada")
def mark(assignment: Assignment, trainee: Trainee = "*") -> None:
    """Mark an assignment of the whole class, or of one trainee, in one process."""
    with _course() as (course, gradebook):
        outcomes = _run(course, assignment, gradebook, trainee)
        for outcome in outcomes:
            typer.echo(outcome.line)


@app.command(epilog="Example: graders remark 04_bilateral_talks")
def remark(
    assignment: Annotated[
        str, typer.Argument(help="The assignment; all that were marked before if not given.")
    ] = "",
    trainee: Trainee = "*",
) -> None:
    """Mark again what was marked before, and say whose points changed."""
    with _course() as (course, gradebook):
        from graders.batch import marked_assignments, table_points

        for name in [assignment] if assignment else marked_assignments(gradebook):
            before = table_points(gradebook, name)
            for outcome in _run(course, name, gradebook, trainee):
                old = before.get(outcome.trainee)
                change = "new" if old is None else f"{outcome.points - old:+g}"
                typer.echo(f"{outcome.line} [{change if outcome.points != old else 'as before'}]")


@app.command(epilog="Example: graders assign assignments/submitted/x/04/records/tent.1.jsonl ada")
def assign(
    record: Annotated[Path, typer.Argument(help="A record, wherever it lies.")],
    id: Annotated[str, typer.Argument(help="The trainee it belongs to.")],
) -> None:
    """Say whose a record is; its trainee is then marked with it."""
    with _course() as (course, gradebook):
        from graders.assigning import assign_record

        assignment, trainee = assign_record(course.root, record, id)
        for outcome in _run(course, assignment, gradebook, trainee):
            typer.echo(outcome.line)


@app.command(epilog="Example: graders new 04_talks --table tent --claims 04 --reflection talks.md")
def new(
    id: Annotated[str, typer.Argument(help="The assignment's id, such as 04_bilateral_talks.")],
    table: Annotated[
        list[str] | None, typer.Option(help="An exercise, with its points if you like: tent=50.")
    ] = None,
    claims: Annotated[str, typer.Option(help="The module of the claim desk, such as 04.")] = "",
    reflection: Annotated[
        Path | None, typer.Option(help="A Markdown file with the question of the written answer.")
    ] = None,
    attempts: Annotated[int, typer.Option(help="How often each table may be played.")] = 1,
) -> None:
    """Write an assignment from tables, claims and a reflection, with correct metadata."""
    skip_pages()
    from graders.batch import open_course
    from graders.new import TOTAL, plan, write
    from graders.rubrics import load_rubric

    wanted = plan(id, table or [], claims, reflection, attempts)
    typer.echo(f"{write(open_course(Path.cwd()).root, wanted)} written.")
    for part in wanted.tables:
        typer.echo(f"  {part.exercise}: {part.points} points")
    if wanted.reflection:
        typer.echo(f"  reflection: {wanted.reflection_points} points")
    total = sum(part.points for part in wanted.tables) + wanted.reflection_points
    usual = "" if total == TOTAL else f", not {TOTAL}; if you did not mean this, write it anew"
    typer.echo(f"  together: {total} points{usual}")
    if wanted.reflection and not load_rubric(id, "reflection"):
        typer.echo(f"Write its rubric, graders/rubrics/{id}.yaml: there is none yet.")
    typer.echo(f"Next: nbgrader generate_assignment {id}")


@app.command(epilog="Example: graders solve tent")
def solve(exercise: Annotated[str, typer.Argument(help="The exercise, such as tent.")]) -> None:
    """Solve every profile of a scenario and write practice solutions and keys."""
    from graders import solve as solving

    for line in solving.solve(exercise):
        typer.echo(line)


@app.command(epilog="Example: graders select tent --candidates 200 --seed 1")
def select(
    exercise: Annotated[str, typer.Argument(help="The exercise; its first profile is a pattern.")],
    candidates: Annotated[int, typer.Option(help="How many to draw; each takes seconds.")] = 200,
    seed: Annotated[int, typer.Option(help="Another seed draws other candidates.")] = 1,
    practice: Annotated[int, typer.Option(help="How many profiles to practise on.")] = 6,
    counted: Annotated[int, typer.Option(help="How many profiles that count.")] = 6,
) -> None:
    """Choose equally difficult profiles from random candidates, and print them as YAML."""
    from graders import select as selecting

    def watched(things: Iterable[T]) -> Iterable[T]:
        return _watched(f"Solving {exercise}", things, candidates)

    chosen = selecting.select(exercise, candidates, seed, (practice, counted), watched)
    for line in chosen.lines():
        typer.echo(line)


@contextmanager
def _course() -> Iterator[tuple["Course", "Gradebook"]]:
    skip_pages()
    from graders.batch import open_course, open_gradebook

    course = open_course(Path.cwd())
    with open_gradebook(course) as gradebook:
        yield course, gradebook


def _run(
    course: "Course", assignment: str, gradebook: "Gradebook", trainee: str
) -> Iterable["Outcome"]:
    """Mark a batch under a progress bar."""
    from graders.batch import Batch

    batch = Batch(course, assignment, gradebook, trainee)
    if not batch:
        raise ParleyError(f"{assignment}: nothing handed in by {trainee!r}")
    return _watched(f"Marking {assignment}", batch, len(batch))


def _watched(what: str, things: Iterable[T], count: int) -> Iterable[T]:
    """Go through things under a progress bar, which is drawn only on a terminal."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(things, what, count, console=console, disable=not console.is_terminal)


def main() -> None:
    """Run the command line; the user's mistakes end in one line and code 2."""
    try:
        app()
    except ParleyError as error:
        typer.echo(f"graders: {error}", err=True)
        sys.exit(2)
