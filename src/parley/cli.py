"""The command line: play, mark, review and check without a notebook."""

import json
import os
import sys
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parley.errors import ParleyError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Parley, a course and exercise kit in military diplomacy.",
)
scenarios = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Scenarios.")
app.add_typer(scenarios, name="scenario")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Record = Annotated[Path, typer.Argument(help="A record, such as records/tent.1.jsonl.")]


@app.command(epilog="Example: parley exercises --json")
def exercises(as_json: AsJson = False) -> None:
    """List the exercises."""
    from parley import scenario

    found = [scenario.load(name) for name in scenario.exercises()]
    rows = [
        {"id": one.exercise, "title": one.title, "game": one.game, "module": one.module}
        for one in found
    ]
    if as_json:
        return typer.echo(json.dumps(rows, ensure_ascii=False))
    for row in rows:
        typer.echo(f"{row['id']:<20} {row['title']:<24} {row['game']:<12} module {row['module']}")
    return None


@app.command(epilog="Example: parley play tent --trainee ada --policy soft --record ada.jsonl")
def play(
    exercise: Annotated[str, typer.Argument(help="The exercise, such as tent.")],
    trainee: Annotated[str, typer.Option(help="Who plays.")],
    record: Annotated[Path, typer.Option(help="The record to write; it must not exist yet.")],
    policy: Annotated[
        str, typer.Option(help="passive, random, soft, hard; with graders also reference.")
    ] = "",
    moves: Annotated[
        Path | None, typer.Option(help="A file of moves, one JSON object a line.")
    ] = None,
    seed: Annotated[int, typer.Option(help="For policies that throw dice.")] = 0,
    attempt: Annotated[int, typer.Option(min=1, max=2_000, help="Which attempt.")] = 1,
    sitting: Annotated[
        Path | None, typer.Option(help="An assignment's parley.json: play what counts.")
    ] = None,
) -> None:
    """Play an exercise by a policy or from a file of moves, and keep the record."""
    from parley import autoplay

    if bool(policy) == bool(moves):
        raise ParleyError("play: give either --policy or --moves.")
    table = autoplay.Table(exercise, trainee, attempt, record, sitting)
    if moves:
        table.follow(moves)
    else:
        table.play(policy, seed)
    typer.echo(f"{record}: {table.played} moves")


def _taken(cost: float) -> str:
    """Return what a kind of decision took from the mark, with its sign: a cut gives back."""
    return f"{'+' if cost < 0 else '−'}{abs(cost):5.1f}"


@app.command(epilog="Example: parley mark records/tent.1.jsonl --json")
def mark(record: Record, as_json: AsJson = False) -> None:
    """Mark a record; what counts is marked where graders is installed."""
    from parley import marking
    from parley.play import load

    found = load(record)
    marked = marking.mark(found)
    _notices(found.notices)
    if as_json:
        return typer.echo(json.dumps(marked.plain(), ensure_ascii=False))
    typer.echo(f"{marked.exercise}, {marked.trainee}, attempt {marked.attempt}: {marked.mark:.1f}")
    for criterion in marked.criteria:
        typer.echo(f"  {_taken(criterion.cost)}  {criterion.name}: {criterion.reason}")
    return None


@app.command(epilog="Example: parley review records/tent.1.jsonl --json")
def review(record: Record, as_json: AsJson = False) -> None:
    """Show what every move of a record was worth."""
    from parley import review as reviewing
    from parley.play import load

    found = load(record)
    rows = reviewing.review(found)
    _notices(found.notices)
    if as_json:
        return typer.echo(json.dumps([vars(row) for row in rows], ensure_ascii=False))
    for row in rows:
        typer.echo(f"{row.part} {row.n}. {row.move}")
        if row.package:
            typer.echo(f"   {row.package}")
        typer.echo(f"   worth {row.value:.1f}, best {row.best:.1f}, regret {row.regret:.1f}")
        better = f" Better: {row.best_move}." if row.regret else ""
        typer.echo(f"   {row.why}{better}")
    return None


class Disagreement(StrEnum):
    """What each side has without agreement."""

    RESERVATION = "reservation"
    ZERO = "zero"


@app.command(epilog="Example: parley facts --module 05 --on 2027-01-01")
def facts(
    module: Annotated[str, typer.Option(help="Two digits, such as 05; all if not given.")] = "",
    on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="On which day; today if not given."),
    ] = None,
    over: Annotated[bool, typer.Option("--over", help="Only those whose day has passed.")] = False,
    as_json: AsJson = False,
) -> None:
    """List what goes out of date, so that it can be looked up before a course begins."""
    from parley.dated import dated
    from parley.solutions import only_for_instructors

    only_for_instructors("This list says on what graded statements turn")
    day = on.date() if on else date.today()
    rows = [one for one in dated(module) if one.over(day) or not over]
    if as_json:
        plain = [one.model_dump(mode="json") | {"over": one.over(day)} for one in rows]
        return typer.echo(json.dumps(plain, ensure_ascii=False))
    for one in rows:
        until = f"until {one.until}" if one.until else f"as of {one.as_of}"
        typer.echo(
            f"{'OVER ' if one.over(day) else ''}{until}, module {one.module}: {one.statement}"
        )
        typer.echo(f"    in {', '.join(one.where)}. {one.refresh}")
    passed = sum(one.over(day) for one in rows)
    typer.echo(f"{len(rows)} statements; the day of {passed} has passed by {day}.")
    return None


@app.command(epilog="Example: parley glossary SOFA")
def glossary(
    term: Annotated[str, typer.Argument(help="A term or a part of one; all if not given.")] = "",
) -> None:
    """Say what a term of the course means, or list all terms."""
    from parley import glossary as terms

    if not term:
        return typer.echo("\n".join(one.term for one in terms.glossary()))
    for one in terms.found(term):
        others = f" ({', '.join(one.names)})" if one.names else ""
        see = f" See {', '.join(one.see)}." if one.see else ""
        typer.echo(f"{one.term}{others}: {one.meaning} Module {one.module}.{see}")
    return None


@app.command(epilog="Example: parley analyse tent --profile p1 --type 1 --json")
def analyse(
    name: Annotated[
        str, typer.Argument(metavar="SCENARIO", help="An exercise, such as tent, or a file.")
    ],
    disagreement: Annotated[
        Disagreement, typer.Option(help="What each side has without agreement.")
    ] = Disagreement.RESERVATION,
    profile: Annotated[
        str, typer.Option(help="Of talks: the profile; the first to practise on if not given.")
    ] = "",
    kind: Annotated[int, typer.Option("--type", help="Of talks: the counterpart's type.")] = 1,
    red_lines: Annotated[
        bool, typer.Option(help="Of talks: leave out packages beyond your red lines.")
    ] = True,
    steps: Annotated[
        int, typer.Option(help="Of domains: numbers looked at in a range of real numbers.")
    ] = 21,
    as_json: AsJson = False,
) -> None:
    """Show what theory says of a negotiation: frontier, Nash and other points.

    The frontier is that of all outcomes; the points that have a name are found among those at
    least as good as no agreement for both sides, and all that tie are given.

    Of a domain, utilities are weight times evaluation by the largest of the issue, added up, as in
    GENIUS; discount factors are not applied. Of Parley's own talks, the first side is you, in
    points of 100; by default the first profile, type 1, and packages inside your red lines.
    """
    from parley import analysis

    found = analysis.find(name)
    space = analysis.space_of(found, profile, kind, red_lines, steps)
    zero = disagreement is Disagreement.ZERO
    result = analysis.analyse(space, (0.0, 0.0) if zero else None)
    if as_json:
        return typer.echo(json.dumps(analysis.plain(result)))
    taken_as = "zero" if zero else "reservation values"
    for line in analysis.lines(found.title, space, result, taken_as):
        typer.echo(line)
    return None


@scenarios.command(epilog="Example: parley scenario check data/scenarios/tent.yaml")
def check(
    file: Annotated[Path, typer.Argument(help="A scenario, in YAML.")],
    facts: Annotated[bool, typer.Option(help="Solve the profiles; takes seconds each.")] = True,
) -> None:
    """Check a scenario: print what is wrong with it, or what its profiles come to.

    The code is 1 if a line says FAIL.
    """
    from parley.scenario.check import report

    failed = False
    for line in report(file, facts):
        typer.echo(line)
        failed = failed or line.startswith("FAIL")
    raise typer.Exit(int(failed))


@scenarios.command(epilog="Example: parley scenario schema signalling > signalling.json")
def schema(
    game: Annotated[str, typer.Argument(help="The game that it is a scenario of.")] = "bargaining",
) -> None:
    """Print the JSON Schema of a game's scenarios, for editors."""
    from parley import scenario

    typer.echo(scenario.schema(game))


@scenarios.command(
    "import-genius", epilog="Example: parley scenario import-genius grain/ -o grain.yaml"
)
def import_genius(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder with the XML files.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The scenario to write, in YAML.")],
    domain: Annotated[str, typer.Option(help="The domain's file, if there are several.")] = "",
    profile: Annotated[
        list[str] | None,
        typer.Option(help="A side's file; give it twice if there are not just two."),
    ] = None,
    source: Annotated[str, typer.Option(help="Where the files were published.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Turn a published GENIUS domain and two utility files into a scenario to analyse.

    Issues are discrete, integer or real, and utilities sums over them. Refused with the reason:
    other utilities, files that do not fit each other, files over 5 MB, document types, and links
    out of the folder.
    """
    from parley.genius.importing import import_genius as bring

    found = bring(folder, output, domain, tuple(profile or ()), source, force)
    sides = " and ".join(party.name for party in found.parties)
    typer.echo(f"{output}: {len(found.issues)} issue(s) between {sides}")


@app.command(epilog="Example: parley lab --port 8899 --no-browser")
def lab(
    port: Annotated[int | None, typer.Option(help="The port; any free one if not given.")] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
) -> None:
    """Open the course in JupyterLab."""
    from parley.lab import lab as serve

    raise typer.Exit(serve(port, browser))


@app.command(epilog="Example: parley progress course")
def progress(
    folder: Annotated[Path, typer.Argument(help="The folder of the notebooks.")] = Path(),
    trainee: Annotated[str, typer.Option(help="Who, if not this machine's user.")] = "",
) -> None:
    """Show what a trainee has done, over the whole course."""
    from rich.console import Console

    from parley import place
    from parley.logbook import records
    from parley.logbook.reckon import progress as reckon
    from parley.logbook.terminal import lines
    from parley.trainee import clean

    records.check_folder(folder)
    console = Console(file=sys.stdout, highlight=False)
    found = reckon(folder, clean(trainee) if trainee else None)
    for line in lines(found):
        console.print(line)
    names = records.whose(place.records_folder(folder))
    if names and found.trainee not in names:
        typer.echo(f"The records here are of {', '.join(names)}. Give one name with --trainee.")


@app.command(epilog="Example: parley certificate --check certificate.html --records records")
def certificate(
    folder: Annotated[Path, typer.Argument(help="The folder of the notebooks.")] = Path(),
    trainee: Annotated[str, typer.Option(help="Who, if not this machine's user.")] = "",
    check: Annotated[
        Path | None, typer.Option(help="A certificate to hold against its records.")
    ] = None,
    records: Annotated[
        Path | None, typer.Option(help="With --check: the records; beside the file if not given.")
    ] = None,
) -> None:
    """Write a certificate of what was practised, to be printed; or check one."""
    from parley.logbook import certificate as certificates
    from parley.trainee import clean

    if check:
        told = certificates.check(check, records or check.parent / "records")
        for line in told or ["It agrees with the records."]:
            typer.echo(f"{check}: {line}")
        raise typer.Exit(int(bool(told)))
    made = certificates.certificate(folder, clean(trainee) if trainee else None)
    if made.path is None:
        raise ParleyError(f"{made!r} Play at a table first, or name the folder of the notebooks.")
    typer.echo(f"{made.path}: open it in a browser, and print it there. {made.sum}")


@app.command("hand-in", epilog="Example: parley hand-in 04_bilateral_talks")
def hand_in(
    folder: Annotated[Path, typer.Argument(help="The assignment's folder.")] = Path(),
    to: Annotated[Path | None, typer.Option(help="Where to write the zip.")] = None,
    trainee: Annotated[str, typer.Option(help="Who hands in, if not this machine's user.")] = "",
) -> None:
    """Pack an assignment and its records in one zip file to hand in."""
    from parley.handin import hand_in as pack

    typer.echo(f"Hand in this file: {pack(folder, to, trainee or None)}")


def _notices(notices: tuple[str, ...]) -> None:
    for notice in notices:
        typer.echo(notice, err=True)


def run(commands: typer.Typer, name: str) -> None:
    """Run a command line: the user's mistakes end in one line and code 2, ours in code 1.

    Parameters
    ----------
    commands : typer.Typer
        The commands.
    name : str
        The program's name.
    """
    try:
        code = commands(prog_name=name, standalone_mode=False)
    except ParleyError as error:
        code = _complain(name, str(error), 2)
    except typer.Abort:
        code = 130
    except Exception as error:
        usage = getattr(error, "format_message", None)  # typer's own word on a wrong option
        if usage:
            code = _complain(name, usage() or "see --help", 2)
        elif os.environ.get("PARLEY_DEBUG"):
            raise
        else:
            what = f"our fault, not yours ({type(error).__name__}: {error}). Set PARLEY_DEBUG=1."
            code = _complain(name, what, 1)
    sys.exit(code or 0)


def _complain(name: str, text: str, code: int) -> int:
    """Print one line on stderr and return the exit code."""
    typer.echo(f"{name}: {text}", err=True)
    return code


def main() -> None:
    """Run ``parley``."""
    run(app, "parley")
