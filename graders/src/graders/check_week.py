"""What a week comes to: whether its days lead into one another, and what each past is worth."""

from collections.abc import Iterator, Mapping
from random import Random
from statistics import mean

from graders import plugin
from graders.verdicts import NAIVE_LIMIT, RANDOM_LIMIT, verdict
from parley import scenario
from parley.errors import ParleyError
from parley.games.casework.engine import Condition
from parley.games.game import Policy
from parley.marking import mark, solved_for
from parley.play import Part, Play, begin
from parley.record import PRACTICE, Header
from parley.scenario.coding import conditions
from parley.scenario.days import Outcomes, outcomes, untold
from parley.scenario.week import DayText, EntryText, WeekScenario
from parley.week import expected

TRAINEES = 12
"""How many trainees play a week in each way for its report."""

TAKES = {int: 'a whole number or a comparison such as ">=2"', bool: "true or false", str: "a word"}
"""What a condition may ask of an outcome of each type, in words."""

POLICIES = ("passive", "random", "soft", "hard", "reference")


def report(found: WeekScenario) -> Iterator[str]:
    """Yield what the best play expects of each day by its past, and what whole weeks mark.

    Parameters
    ----------
    found : WeekScenario
        A scenario that is well formed.

    Yields
    ------
    str
        A line.
    """
    problems = list(faults(found))
    yield from (verdict(text, False) for text in problems)
    if problems:
        return
    yield verdict("Every entry names profiles and conditions that its exercises have", True)
    for day in found.days:
        yield from _worths(found, day)
    for policy in POLICIES:
        yield _whole(found, policy)


def faults(found: WeekScenario) -> Iterator[str]:
    """Yield what a day names that its exercise, or an earlier day's, does not have."""
    came_to: dict[str, Outcomes] = {}
    for day in found.days:
        try:
            exercise = found.exercise_of(day, _header(found, "check", PRACTICE))
        except ParleyError as error:
            yield str(error)
            continue
        strange = sorted(set(scenario.load(day.exercise).names[0]) - set(found.names[0]))
        if strange:
            yield f"{day.id}: {day.exercise} speaks of {', '.join(strange)}; add them to 'names'"
        known = {profile.id for profile in exercise.everything}
        for entry in day.entries:
            where = f"{day.id}: {entry.id}"
            strange = sorted({*entry.practice, *entry.counted} - known)
            if strange:
                yield f"{where}: {day.exercise} has no profile {', '.join(strange)}"
            yield from (f"{where}: when: {text}" for text in _misfits(entry, came_to))
        came_to[day.id] = outcomes(found, day)
    yield from _uncounted(found)
    yield from untold(found)


def _uncounted(found: WeekScenario) -> Iterator[str]:
    """Yield the entries without profiles that count, where others of the week have some."""
    entries = {
        f"{day.id}: {entry.id}": entry.counted for day in found.days for entry in day.entries
    }
    if any(entries.values()):
        rule = "in a week that counts each entry names profiles that count; got none"
        yield from (f"{where}: counted: {rule}" for where, some in entries.items() if not some)


def _misfits(entry: EntryText, came_to: Mapping[str, Outcomes]) -> Iterator[str]:
    """Yield the conditions of an entry that nothing an earlier day comes to can meet."""
    for before, some in entry.when.items():
        kinds = came_to[before].every if before in came_to else {}
        unknown = sorted(set(some) - set(kinds))
        if unknown:
            yield f"{before} never comes to a {', '.join(unknown)}"
        for one in conditions(some):
            kind = kinds.get(one.fact)
            if kind and not _fits(one, kind):
                yield f"{before}: {one.fact} is {TAKES[kind]}; got {some[one.fact]!r:.40}"
            elif kind and one.fact == "end":
                ends = came_to[before].ends
                wrong = [value for value in one.values if value not in ends]
                yield from (f"{before} ends {' or '.join(ends)}; got {end!r:.40}" for end in wrong)


def _fits(one: Condition, kind: type) -> bool:
    """Tell whether a condition asks for values of a type, and compares numbers alone."""
    comparable = kind is int or not one.sign
    return comparable and bool(one.values) and all(type(value) is kind for value in one.values)


def play_week(found: WeekScenario, policy: str, trainee: str, sitting: str = PRACTICE) -> Play:
    """Return a week that was played by a policy.

    Parameters
    ----------
    found : WeekScenario
        The week.
    policy : str
        A policy of all families, or ``reference``.
    trainee : str
        From whose name the draw comes.
    sitting : str
        Practice, or what counts.

    Returns
    -------
    Play
        All days played.
    """
    play, rng = begin(_header(found, trainee, sitting)), Random(f"{policy} {trainee}")
    while name := play.open_part:
        part = play.parts[name]
        choose = _policy(play, part, policy)
        while not play.parts[name].done:
            state = play.parts[name].states[-1]
            play = play.with_part(play.parts[name].after(choose(state, rng)))
    return play


def _policy(play: Play, part: Part, name: str) -> Policy:
    if name == "reference":
        return plugin.reference(solved_for(play, part), part.draw.profile)
    return part.game.POLICIES[name]


def _header(found: WeekScenario, trainee: str, sitting: str) -> Header:
    return Header(found.exercise, found.version, found.rules, trainee, "check", sitting, 1)


def _worths(found: WeekScenario, day: DayText) -> Iterator[str]:
    """Yield what the best play expects of a day after each past, for each use."""
    for use, sitting in (("practice", PRACTICE), ("counted", "counted")):
        if not all(entry.profiles(sitting == PRACTICE) for entry in day.entries):
            continue
        header = _header(found, "check", sitting)
        said = (f"{entry.label} {expected(found, day, entry, header):.1f}" for entry in day.entries)
        yield f"     {day.label}, {use}: best play expects {', '.join(said)} points"


def _whole(found: WeekScenario, policy: str) -> str:
    """Return what whole weeks of one kind of player mark on average, and whether that is kept."""
    marks = [mark(play_week(found, policy, f"w{one}")).mark for one in range(TRAINEES)]
    text = f"Weeks of {policy} play mark {mean(marks):.1f} on average"
    kept = {
        "passive": max(marks) == 0,
        "random": mean(marks) < RANDOM_LIMIT,
        "reference": min(marks) == 100,
    }
    return verdict(text, kept.get(policy, mean(marks) < NAIVE_LIMIT))


__all__ = ["faults", "play_week", "report"]
