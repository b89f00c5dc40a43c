"""What the days of a week come to, and whether what is told of them can be told."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from parley.errors import ParleyError
from parley.games import family
from parley.record import PRACTICE, Header
from parley.scenario.base import spoken
from parley.scenario.coding import conditions
from parley.scenario.week import DayText, EntryText, WeekScenario


class Outcomes(NamedTuple):
    """What a day comes to, by name, and of which type that is.

    ``always`` is there after each play; ``agreed`` are the issues, after an agreement alone;
    ``ends`` are the ways in which the day can end.
    """

    always: dict[str, type]
    agreed: dict[str, type]
    ends: tuple[str, ...]

    @property
    def every(self) -> dict[str, type]:
        """All that the day can come to."""
        return self.always | self.agreed


def outcomes(found: WeekScenario, day: DayText) -> Outcomes:
    """Return what a day can come to.

    Parameters
    ----------
    found : WeekScenario
        The week.
    day : DayText
        The day.

    Returns
    -------
    Outcomes
        Names and types.

    Raises
    ------
    ParleyError
        If the day's exercise is not there, or of another version.
    """
    header = Header(found.exercise, found.version, found.rules, "check", "check", PRACTICE, 1)
    exercise = found.exercise_of(day, header)
    profile = exercise.everything[0]
    variant = exercise.deal(header, profile, exercise.kinds(profile)[0], day.id)
    game = family(exercise.game)
    always = {name: type(end) for name, end in game.outcome(game.initial_state(variant)).items()}
    issues: dict[str, type] = {issue.id: int for issue in getattr(exercise, "issues", ())}
    return Outcomes(always, issues, game.ends(variant))


def untold(found: WeekScenario) -> Iterator[str]:
    """Yield the texts told of the past that name in braces what is not sure to be there.

    Parameters
    ----------
    found : WeekScenario
        The week.

    Yields
    ------
    str
        The day, the entry, and what is wrong.
    """
    before: dict[str, Outcomes] = {}
    for day in found.days:
        for entry in day.entries:
            for text in _misnamed(entry, [*_names(found), *_sure(entry, before)]):
                yield f"{day.id}: {entry.id}: told: {text}"
        with suppress(ParleyError):
            before[day.id] = outcomes(found, day)


def _names(found: WeekScenario) -> list[str]:
    """Return the names that every row has."""
    rows = [spoken(row) for row in found.names]
    return [name for name in rows[0] if all(name in row for row in rows)]


def _sure(entry: EntryText, before: dict[str, Outcomes]) -> Iterator[str]:
    """Yield what days before came to, whatever was played, where an entry is taken."""
    for day, came_to in before.items():
        asked = {one.fact: one.values for one in conditions(entry.when.get(day, {}))}
        agreed = asked.get("end") == ("agreed",)
        for name in came_to.every if agreed else came_to.always:
            yield f"{day}-{name}"


def _misnamed(entry: EntryText, known: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong with the braces of an entry's texts."""
    stand_ins = dict.fromkeys(known, "")
    for line in entry.told:
        try:
            line.format(**stand_ins)
        except KeyError as error:
            yield (
                f"{error} in braces is none of {', '.join(stand_ins)}. Correct the name; an issue "
                "is told only where 'when' asks that the day ended agreed"
            )
        except (AttributeError, IndexError, ValueError) as error:
            yield f"{line!r:.60}: braces hold one name each ({error}). Correct the text"
