"""The first positions beside the last: what changed, and how little a single pair can show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from parley import scenario
from parley.logbook.records import Kept
from parley.marking import PartMark, mark

FIRST, LAST = "first-positions", "last-positions"
TALKS = "bargaining"

CHANCE = 15
"""How far, in marks, two forms of one simulated player lie apart in more than half of all cases.

A player who decides half of all positions at random, in both forms; the tests reckon it again.
"""

CAUTION = (
    f"Six positions are few. A simulated player whose skill stays the same differs by {CHANCE} "
    "marks or more between the two forms in more than half of all cases. So one pair of forms "
    "shows little: read the reviews before the numbers."
)


@dataclass(frozen=True)
class Forms:
    """The marks of the first positions and of the last, by kind; empty where not finished.

    The first finished attempt at each counts, because a later one has seen the review.
    """

    first: tuple[float, ...] = ()
    last: tuple[float, ...] = ()

    @property
    def rows(self) -> list[tuple[str, str, str, str]]:
        """Kind, first mark, last mark and difference, as text; nothing where neither is there."""
        if not (self.first or self.last):
            return []
        return [
            (name, _at(self.first, place), _at(self.last, place), self._difference(place))
            for place, name in enumerate(("All six", "Four of talks", "Two of a crisis"))
        ]

    @property
    def words(self) -> str:
        """What can be said of them, in sentences."""
        if not self.rows:
            return ""
        missing = [
            name
            for name, marks in (("first positions", self.first), ("last positions", self.last))
            if not marks
        ]
        told = (
            f"The {missing[0]} are not finished, so there is no difference yet." if missing else ""
        )
        return told or CAUTION

    def _difference(self, place: int) -> str:
        if not (self.first and self.last):
            return "–"
        change = round(self.last[place]) - round(self.first[place])
        return f"{change:+d}".replace("-", "−") if change else "0"


def compare(practice: Iterable[Kept]) -> Forms:
    """Return the first positions beside the last, each by the first attempt that was finished.

    Parameters
    ----------
    practice : iterable of Kept
        The trainee's records of practice.

    Returns
    -------
    Forms
        The marks, by kind.
    """
    every = list(practice)
    return Forms(_marks(every, FIRST), _marks(every, LAST))


def _marks(practice: Sequence[Kept], exercise: str) -> tuple[float, ...]:
    """Return the marks of all positions of a form, of those of talks, and of the others."""
    done = [one for one in practice if one.raw.header.exercise == exercise and one.play.finished]
    if not done:
        return ()
    # A branch, played on from a review, shares the attempt's number and has a longer name.
    play = min(done, key=lambda one: (one.raw.header.attempt, len(one.name), one.name)).play
    marked = mark(play)
    games = {
        name: scenario.load(part.draw.exercise).game == TALKS for name, part in play.parts.items()
    }
    talks = [part for part in marked.parts if games[part.id]]
    crisis = [part for part in marked.parts if not games[part.id]]
    return (marked.mark, _mean(talks), _mean(crisis))


def _mean(parts: Sequence[PartMark]) -> float:
    return mean(part.mark for part in parts) if parts else 0.0


def _at(marks: Sequence[float], place: int) -> str:
    return f"{marks[place]:.0f}" if marks else "–"
