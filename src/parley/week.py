"""The debrief of a week: what each day was worth, how it began, and what that changed."""

from dataclasses import dataclass, replace
from statistics import mean
from typing import Any

from parley import scenario
from parley.errors import ParleyError
from parley.games import family
from parley.games.words import number
from parley.marking import CAP, Mark, mark, mark_part, solved_for
from parley.play import Play
from parley.record import PRACTICE, Header
from parley.review import Row, panel_review, review_part
from parley.scenario.week import DayText, EntryText, WeekScenario
from parley.solutions import solutions

COLUMNS = ("Day", "Your chair", "How it began", "Mark", "Dearest decision")


@dataclass(frozen=True)
class DayRow:
    """One day of a week.

    Parameters
    ----------
    label, chair : str
        The day, and in whose chair it was played.
    began : str
        The entry that the days before led to.
    expected : dict of str to float
        By entry, what the best play expects of the day, in points.
    mark : float or None
        The mark of the day alone, 0 to 100; None if the day never came.
    dearest : str
        The decision that gave away most, in words and in marks of the day, so that days compare;
        empty if none gave anything away.
    """

    label: str
    chair: str
    began: str
    expected: dict[str, float]
    mark: float | None
    dearest: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        shown = "not played" if self.mark is None else f"{self.mark:.0f}"
        return (self.label, self.chair, self.start, shown, self.dearest or "–")

    @property
    def start(self) -> str:
        """How the day began, and what the best play expects after each past, if they differ."""
        worths = [number(100 * points) for points in self.expected.values()]
        if self.mark is None or len(set(worths)) < 2:
            return self.began
        pairs = "; ".join(
            f"{one} {worth}" for one, worth in zip(self.expected, worths, strict=True)
        )
        return f"{self.began} (best play expects: {pairs} points)"


def is_week(play: Play) -> bool:
    """Tell whether an attempt is a week, whose days are marked and reviewed one by one."""
    return isinstance(scenario.load(play.header.exercise), WeekScenario)


def mark_of(play: Play, name: str) -> Mark:
    """Return the mark of one day alone.

    Parameters
    ----------
    play : Play
        The week.
    name : str
        The day.

    Returns
    -------
    Mark
        As if the day had been the whole attempt.
    """
    return mark(replace(play, parts={name: play.part(name)}, ahead=()))


def reviewed(play: Play, name: str) -> dict[str, Any]:
    """Return the review of a part as a panel draws it; in a week each part has its own mark.

    Parameters
    ----------
    play : Play
        The attempt.
    name : str
        The part.

    Returns
    -------
    dict
        As `parley.review.panel_review` returns it; a part of a week says with ``marked`` what
        its mark is of, and at the end of a week ``whole`` is the table over all days.

    Raises
    ------
    ParleyError
        If the attempt counts and its solutions are not installed.
    """
    part, days = play.part(name), is_week(play)
    marked = mark_of(play, name) if days else mark(play)
    review = panel_review(part, marked, solved_for(play, part))
    if not days:
        return review
    review["marked"] = f"Mark of this {'position' if part.draw.position else 'day'}"
    return review | {"whole": table(play)} if play.finished else review


def debrief(play: Play) -> tuple[DayRow, ...]:
    """Return what there is to say of each day of a week, as far as it was played.

    Parameters
    ----------
    play : Play
        The week.

    Returns
    -------
    tuple of DayRow
        One row a day, in order.

    Raises
    ------
    ParleyError
        If the week counts and its solutions are not installed.
    """
    found = scenario.load(play.header.exercise)
    if not isinstance(found, WeekScenario):
        raise ParleyError(f"{found.exercise} is no week; its review has no days.")
    return tuple(_row(found, day, play) for day in found.days)


def table(play: Play) -> dict[str, Any]:
    """Return the debrief of a week as the plain data of a table."""
    whole = mark(play)
    gate = f", not passed: a breach of law caps it at {CAP:g}" if whole.caps else ""
    return {
        "caption": f"The week as a whole: mark {whole.mark:.1f} of 100{gate}",
        "columns": list(COLUMNS),
        "rows": [list(row.cells) for row in debrief(play)],
    }


def expected(found: WeekScenario, day: DayText, entry: EntryText, header: Header) -> float:
    """Return what the best play expects of a day after an entry, on average over its profiles.

    Parameters
    ----------
    found : WeekScenario
        The week.
    day : DayText
        The day.
    entry : EntryText
        How it begins.
    header : Header
        The attempt: practice, or what counts.

    Returns
    -------
    float
        Points.
    """
    solved = solutions(day.exercise, header.sitting)
    exercise = found.exercise_of(day, header)
    begin = family(exercise.game).initial_state
    worth = []
    for name in entry.profiles(header.sitting == PRACTICE):
        profile = exercise.profile(name)
        start = begin(exercise.deal(header, profile, exercise.kinds(profile)[0], day.id))
        worth.append(solved.values(name).best(start) / 100)
    return mean(worth)


def _row(found: WeekScenario, day: DayText, play: Play) -> DayRow:
    part = play.parts.get(day.id)
    if part is None or not part.moves:
        return DayRow(day.label, day.chair, "", {}, None, "")
    entry = day.entry({name: end for name, end in play.ends.items() if name != day.id})
    able = [one for one in day.entries if one.profiles(play.practice)]
    worths = {one.label: expected(found, day, one, play.header) for one in able}
    marked = mark_part(part, solved_for(play, part), 1.0)
    dearest = _dearest(review_part(part, solved_for(play, part)), marked.floor)
    return DayRow(day.label, day.chair, entry.label, worths, marked.mark, dearest)


def _dearest(rows: tuple[Row, ...], floor: float) -> str:
    """Return the decision that gave away most, in words and as a share of the floor, or nothing."""
    worst = max(rows, key=lambda row: row.regret)
    if not worst.regret:
        return ""
    lost = min(100.0, 100 * 100 * worst.regret / floor)
    return f"move {worst.n}, {worst.move}: gave away {number(100 * lost)} marks"
