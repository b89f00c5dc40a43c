"""Whether an exercise holds enough that counts for the attempts that an assignment allows."""

from collections.abc import Iterator

from graders import check_week
from parley import scenario
from parley.errors import ParleyError
from parley.play import begin
from parley.record import Header
from parley.scenario.week import WeekScenario

__all__ = ["shortage"]


def shortage(exercise: str, attempts: int) -> str:
    """Say why an exercise cannot be played for marks so often.

    Parameters
    ----------
    exercise : str
        Its name, such as ``"tent"``.
    attempts : int
        How many attempts a trainee may have.

    Returns
    -------
    str
        The first reason, or nothing if all attempts can be dealt; a week needs enough on each of
        its days.

    Examples
    --------
    >>> shortage("tent", 1)
    ''
    >>> shortage("forecast-book", 1)
    'forecast-book has nothing that counts, only practice. Choose another table.'
    """
    try:
        return next(_reasons(exercise, attempts), "")
    except ParleyError as error:
        return str(error)


def _reasons(exercise: str, attempts: int) -> Iterator[str]:
    found = scenario.load(exercise)
    header = Header(exercise, found.version, found.rules, "check", "", "check", attempts)
    if not found.profiles.counted:
        yield f"{exercise} has nothing that counts, only practice. Choose another table."
    if isinstance(found, WeekScenario):
        yield from (f"{exercise}: {text}." for text in check_week.faults(found))
        _deal_days(found, header)
    begin(header)


def _deal_days(found: WeekScenario, header: Header) -> None:
    """Deal each day from all its profiles that count; raise ParleyError where that cannot be."""
    for day in found.days:
        exercise = found.exercise_of(day, header)
        for name in {name for entry in day.entries for name in entry.counted}:
            profile = exercise.profile(name)
            exercise.deal(header, profile, exercise.kinds(profile)[0], day.id)
