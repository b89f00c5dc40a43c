"""A week: several exercises one after the other, each begun by what the days before came to.

A day is a play of an exercise of its own.  Its *entries* say which of that exercise's profiles fit
which past, and what is told of it; the first entry whose conditions hold is taken.
"""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field, model_validator

from parley.chance import chance, shuffled
from parley.errors import ParleyError
from parley.games import FAMILIES
from parley.record import PRACTICE, Header
from parley.scenario.base import (
    Brief,
    Criterion,
    Ends,
    Position,
    Profile,
    Profiles,
    Scenario,
    SetText,
    Slug,
    Strict,
    Text,
    spoken,
    unique,
)
from parley.scenario.coding import Conditions, conditions
from parley.scenario.draw import Draw, place_position, play_of


class EntryText(Strict):
    """One way into a day: for which past, what is told of it, and the profiles that fit it.

    ``when`` maps an earlier day to conditions on what it came to.
    """

    id: Slug
    label: Text
    when: dict[Slug, Conditions] = {}
    told: tuple[Text, ...] = ()
    practice: tuple[Slug, ...] = Field(min_length=1)
    counted: tuple[Slug, ...] = ()

    def profiles(self, practice: bool) -> tuple[str, ...]:
        """Return the profiles to practise on, or those that count."""
        return self.practice if practice else self.counted

    def fits(self, ends: Ends) -> bool:
        """Tell whether the past is the one that this entry is for."""
        return all(
            one.fact in ends[day] and one.met(ends[day][one.fact])
            for day, some in self.when.items()
            for one in conditions(some)
        )


class DayText(Strict):
    """One day: its exercise, in whose chair one sits, its share of the mark, and its entries.

    ``version`` is that of the exercise: a week changes with its days.  ``positions`` is how many
    single positions of the exercise a set that counts holds besides.
    """

    id: Slug
    label: Text
    chair: Text
    exercise: Slug
    version: int = Field(ge=1)
    share: int = Field(ge=1, le=100)
    positions: int = Field(0, ge=0)
    entries: tuple[EntryText, ...] = Field(min_length=1)

    def entry(self, ends: Ends) -> EntryText:
        """Return the entry that fits what the days before came to."""
        return next(entry for entry in self.entries if entry.fits(ends))


class WeekScenario(Scenario):
    """A crisis over several days, of which each is an exercise of its own."""

    game: Literal["week"]
    minutes: int = Field(ge=1, le=120)
    brief: Brief = Brief(situation=(), task=())
    criteria: dict[str, Criterion] = {}
    set: SetText = SetText(plays=1, positions=0, share_of_plays=60)
    profiles: Profiles = Profiles(
        practice=(Profile(id="week"),), counted=(Profile(id="week-that-counts"),)
    )
    days: tuple[DayText, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _whole(self) -> "WeekScenario":
        """Check what no single field can tell: the days, their order, and where each leads."""
        unique("ids of days", [day.id for day in self.days])
        total = sum(day.share for day in self.days)
        if total != 100:
            raise ValueError(f"days: their shares of the mark add up to 100; got {total}")
        for place, day in enumerate(self.days):
            unique(f"{day.id}: ids of entries", [entry.id for entry in day.entries])
            earlier = [one.id for one in self.days[:place]]
            for entry in day.entries:
                strange = sorted(set(entry.when) - set(earlier))
                if strange:
                    raise ValueError(f"{day.id}: {entry.id}: when: no earlier day {strange[0]!r}")
            if day.entries[-1].when:
                raise ValueError(f"{day.id}: the last entry has no condition and takes the rest")
        return self

    @property
    def rules(self) -> int:
        """The version of a week's own rules: one day after the other."""
        return 1

    @property
    def shares(self) -> dict[str, float]:
        """The share of each day in the mark of a week; they add up to 1."""
        return {day.id: day.share / 100 for day in self.days}

    @property
    def held(self) -> int:
        """How many positions a set that counts holds, over all days."""
        return sum(day.positions for day in self.days)

    def draws(self, header: Header, ends: Ends) -> tuple[Draw, ...]:
        """Return the days that are over, the one that comes next, and the positions of a set.

        Parameters
        ----------
        header : Header
            Who plays, in which sitting, for which time.
        ends : mapping of str to mapping of str to object
            What each day that is over came to.

        Returns
        -------
        tuple of Draw
            The parts of the attempt that are open so far.
        """
        drawn = []
        for day in self.days:
            drawn.append(self._day(header, day, ends))
            if day.id not in ends:
                break
        return (*drawn, *self._positions(header))

    def to_come(self, ends: Ends) -> tuple[tuple[str, str], ...]:
        """Return the id and the label of each day that is not open yet."""
        labels = [(day.id, day.label) for day in self.days]
        over = sum(day.id in ends for day in self.days)
        return tuple(labels[over + 1 :])

    def day(self, name: str) -> DayText:
        """Return a day by its id."""
        return next(day for day in self.days if day.id == name)

    def exercise_of(self, day: DayText, header: Header, told: tuple[str, ...] = ()) -> Scenario:
        """Return a day's exercise under the names of this week, with what is told before its brief.

        Parameters
        ----------
        day : DayText
            The day.
        header : Header
            The attempt, to which the names belong.
        told : tuple of str
            Lines of the past, names filled in.

        Returns
        -------
        Scenario
            The exercise as it is played that day.
        """
        from parley.scenario import load

        found = load(day.exercise)
        if found.game not in FAMILIES:
            raise ParleyError(
                f"{self.exercise}: days: {day.id}: a day is one play at a table; {day.exercise} is "
                f"of the kind {found.game!r}. Name another exercise."
            )
        if found.version != day.version:
            raise ParleyError(
                f"{self.exercise}: days: {day.id}: {day.exercise} is version {found.version}, the "
                f"week was written for {day.version}. Look at the day, and raise both versions."
            )
        brief = Brief(situation=(*told, *found.brief.situation), task=found.brief.task)
        return found.model_copy(
            update={"names": (found.names[0] | self._named(header),), "brief": brief}
        )

    def told(self, day: DayText, header: Header, ends: Ends) -> tuple[str, ...]:
        """Return what is told in the morning of a day: of the chair, and of what came before."""
        known = spoken(self._named(header))
        for earlier, end in ends.items():
            known |= {f"{earlier}-{name}": str(fact) for name, fact in end.items()}
        chair = f"{day.label}. Your chair: {day.chair}."
        return (chair, *(line.format(**known) for line in day.entry(ends).told))

    def _named(self, header: Header) -> dict[str, str]:
        """Return the row of names that belongs to an attempt, the same on every day."""
        return dict(self.names[int(chance(*header.words(), "names") * len(self.names))])

    def _day(self, header: Header, day: DayText, ends: Ends) -> Draw:
        found = self.exercise_of(day, header, self.told(day, header, ends))
        able = day.entry(ends).profiles(header.sitting == PRACTICE)
        if not able:
            raise ParleyError(
                f"{self.exercise}: days: {day.id}: no profiles count, only practice. Name some."
            )
        order = shuffled(list(able), *header.words(attempt=0), day.id, "profiles")
        turn = header.attempt - 1
        profile = found.profile(order[turn % len(order)])
        return play_of(found, header, profile, turn // len(order), day.id, day.label)

    def _positions(self, header: Header) -> Iterator[Draw]:
        """Yield the positions of a set that counts, those of one day after those of another."""
        if header.sitting == PRACTICE:
            return
        number = 0
        for day in self.days:
            found = self.exercise_of(day, header)
            for position in self._chosen(header, day):
                number += 1
                part, label = f"position-{number:02d}", f"Position {number}"
                yield place_position(found, header, position, part, label)

    def _chosen(self, header: Header, day: DayText) -> list[Position]:
        from parley.scenario import positions

        pool = list(positions(day.exercise)["counted"])
        order = shuffled(pool, *header.words(attempt=0), day.id, "positions")
        first = (header.attempt - 1) * day.positions
        chosen = order[first : first + day.positions]
        if len(chosen) < day.positions:
            raise ParleyError(
                f"{self.exercise}: attempt {header.attempt} needs {day.positions} new positions of "
                f"{day.exercise}, {len(chosen)} are left. Allow fewer attempts."
            )
        return chosen

    def numbers(self, profile: Any) -> None:
        """Return nothing: the numbers are those of the days' own exercises."""

    def deal(
        self, header: Header, profile: Any, hidden: int, part: str, opening: tuple[Any, ...] = ()
    ) -> tuple[Draw, ...]:
        """Return the first day, drawn: with it a week begins."""
        return self.draws(header, {})
