"""Check a scenario: what is wrong with it, or what its profiles come to."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from parley.data import data_folder
from parley.errors import ParleyError
from parley.record import PRACTICE, Header
from parley.scenario import check_name, model_of
from parley.scenario.base import Scenario
from parley.scenario.days import untold
from parley.scenario.faults import field, line_in, texts
from parley.scenario.source import parse, read_yaml
from parley.scenario.week import WeekScenario
from parley.solutions import graders

_NAME = re.compile(r"[A-Za-z][\w-]*")


def report(file: Path, facts: bool = True) -> Iterator[str]:
    """Return the report on a scenario, line by line.

    Parameters
    ----------
    file : pathlib.Path
        The scenario, in YAML.
    facts : bool
        Whether to solve its profiles and print what they come to, which takes seconds for each.

    Yields
    ------
    str
        A line.

    Raises
    ------
    ParleyError
        If something is wrong with it: file, line, field, rule, value, and what to do.
    """
    found = parse(model_of(file), file)
    if found.game == "domain":
        yield from _domain(found, file, facts)
        return
    check_name(found, file)
    _check_texts(found, file)
    _check_told(found, file)
    profiles = found.profiles
    yield (
        f"{file}: {found.exercise}, version {found.version}: well formed; "
        f"{len(profiles.practice)} profiles to practise on, {len(profiles.counted)} that count."
    )
    plugin = graders()
    if not facts:
        return
    if plugin is None:
        yield "The solved facts (ZOPA, frontier, floors, bots) come with the package graders."
        return
    yield from plugin.facts(found)


def _domain(found: Scenario, file: Path, facts: bool) -> Iterator[str]:
    """Report on a domain, which has nothing to solve."""
    yield f"{file}: {found.exercise}, version {found.version}: well formed; a domain to analyse."
    if facts:
        from parley import analysis

        space = analysis.space_of(found)
        result = analysis.analyse(space)
        yield from analysis.lines(found.title, space, result, "reservation values")


def _check_told(found: Scenario, file: Path) -> None:
    """Check what a week tells on each day, of which dealing it tells only the first."""
    if isinstance(found, WeekScenario):
        for text in untold(found):
            raise ParleyError(f"{file}: days: {text}.")


def _check_texts(found: Scenario, file: Path) -> None:
    """Check that every name in braces is one that every row of names has."""
    for profile in found.everything:
        for number in range(1, 9):
            trainee = f"check-{number}"
            header = Header(found.exercise, found.version, 1, trainee, "", PRACTICE, 1)
            try:
                found.deal(header, profile, 0, "check")
            except (AttributeError, KeyError, IndexError, ValueError) as error:
                name = error.args[0] if isinstance(error, KeyError) else None
                told = list(_misfilled(found, file, name)) or [
                    f"{file}: profile {profile.id} cannot be drawn ({error}). Look for an empty "
                    "list or a missing entry in it."
                ]
                raise ParleyError("\n".join(told)) from None


def _misfilled(found: Scenario, file: Path, name: str | None) -> Iterator[str]:
    """Yield the texts in which a name stands in braces, or whose braces hold no name."""
    known = set.intersection(*({*row} for row in found.names))
    rule = f"in braces stands a name that every row of 'names' has ({', '.join(sorted(known))})"
    for path in _files(found, file):
        root = read_yaml(path, tree=True)
        for place, text in texts(root):
            for one in _braces(text):
                if one == name if name else not _NAME.fullmatch(one):
                    where = f"{path}:{line_in(root, place)}: {field(root, place)}"
                    got = f"got {one!r:.40}. Add it there, or correct the text."
                    yield f"{where}: {rule}; {got}"


def _files(found: Scenario, file: Path) -> Iterator[Path]:
    """Yield the files with the texts of a scenario: its own, that of what counts, its days'."""
    yield file
    folder = data_folder()
    days = [day.exercise for day in getattr(found, "days", ())]
    for name in [found.exercise, *days]:
        some = [folder / "files" / f"{name}.yaml"]
        some += [folder / "scenarios" / f"{name}.yaml"] if name in days else []
        yield from filter(Path.is_file, some)


def _braces(text: str) -> list[str]:
    """Return what stands in the braces of a text; the text itself if they do not match."""
    try:
        parts = Formatter().parse(text)
        return [
            f"{name}:{form}" if form else name for _, name, form, _ in parts if name is not None
        ]
    except ValueError:
        return [text]
