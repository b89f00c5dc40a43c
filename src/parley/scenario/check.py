"""Check a scenario: what is wrong with it, or what its profiles come to."""

from collections.abc import Iterator
from pathlib import Path

from parley.errors import ParleyError
from parley.record import PRACTICE, Header
from parley.scenario import check_name, model_of
from parley.scenario.base import Scenario
from parley.scenario.days import untold
from parley.scenario.source import parse
from parley.scenario.week import WeekScenario
from parley.solutions import graders


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
            except (KeyError, IndexError, ValueError) as error:
                raise ParleyError(
                    f"{file}: brief, issues: a text names {error} in braces, which a row of "
                    "'names' does not have. Add it there, or correct the text."
                ) from None
