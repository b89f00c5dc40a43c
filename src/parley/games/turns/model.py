"""The numbers of an exercise in turns, and what the player can see of it.

Each turn the player orders an act; then comes a *sign*, whose odds depend on what is public and on
the hidden type of the other side.  Everything public is a whole number on a bounded *track*, so a
condition is a set of allowed numbers, and the whole exercise is data.

Source of the form: a finite-horizon decision problem with one hidden, unchanging type, solved on
beliefs as in Smallwood, R. D. and Sondik, E. J. (1973), Operations Research 21(5), 1071-1088.
"""

from dataclasses import dataclass
from math import gcd
from typing import NamedTuple

TURN, CARD, ACT = 0, 1, 2
"""Where the turn, the card on the table and the act stand among the facts; tracks follow."""

FIRST_TRACK = 3

When = tuple[tuple[tuple[int, frozenset[int]], ...], ...]
"""Alternatives, of which one must hold: each a list of facts with the numbers they may have."""

ALWAYS: When = ((),)

Choice = tuple[int, ...]
"""What is ordered: the act's place, then the value of each of its fields."""

Sign = tuple[int, int]
"""What came: the sign's place, and the card that lies on the table next."""


class Public(NamedTuple):
    """What both sides see: turns gone, the card on the table, the level of every track."""

    gone: int
    card: int
    levels: tuple[int, ...]


class Information(NamedTuple):
    """What the player knows: what is public, and the odds of the types as small whole numbers."""

    public: Public
    odds: tuple[int, ...]


@dataclass(frozen=True)
class Track:
    """A track: its name, its lowest and highest level, and where it starts."""

    name: str
    low: int
    high: int
    start: int


@dataclass(frozen=True)
class Derived:
    """A fact reckoned from tracks: the lowest of them, or their weighted sum.

    ``parts`` are places among the facts with their weights; ``lowest`` says which of the two it is.
    """

    name: str
    parts: tuple[tuple[int, int], ...]
    lowest: bool

    def of(self, facts: list[int]) -> int:
        """Return its number."""
        found = [weight * facts[place] for place, weight in self.parts]
        return min(found) if self.lowest else sum(found)


@dataclass(frozen=True)
class Effect:
    """What moves a track when a condition holds: by ``add`` steps, or to ``to``."""

    when: When
    track: int
    add: int = 0
    to: int | None = None


@dataclass(frozen=True)
class Order:
    """A field of an act: the track that it sets, and how far from the present level it reaches."""

    track: int
    values: tuple[int, ...]
    reach: int


@dataclass(frozen=True)
class Act:
    """What can be ordered: its cost in hundredths of a point, its fields and its effects.

    ``when`` says in which conditions it is open, ``breach`` in which it breaks the law.
    """

    name: str
    cost: int
    orders: tuple[Order, ...]
    effects: tuple[Effect, ...]
    when: When
    breach: When


@dataclass(frozen=True)
class Event:
    """What a sign does: its cost in hundredths, its effects, and the end that it brings, if any."""

    name: str
    cost: int
    effects: tuple[Effect, ...]
    ends: str


@dataclass(frozen=True)
class Odds:
    """The odds of the signs, for some types and under a condition; the first that fits holds."""

    kinds: frozenset[int]
    when: When
    odds: tuple[int, ...]


@dataclass(frozen=True)
class Price:
    """What a level or a condition costs, in hundredths of a point, with some types.

    With ``place`` each step over or under a limit costs ``each``; without it the condition costs
    ``each`` once.
    """

    name: str
    kinds: frozenset[int]
    when: When
    each: int
    place: int = -1
    over: int | None = None
    under: int | None = None

    def of(self, facts: list[int]) -> int:
        """Return the price under these facts."""
        if not holds(self.when, facts):
            return 0
        if self.place < 0:
            return self.each
        value, steps = facts[self.place], 0
        if self.over is not None:
            steps += max(0, value - self.over)
        if self.under is not None:
            steps += max(0, self.under - value)
        return self.each * steps


@dataclass(frozen=True)
class Break:
    """A condition that ends the play early: the end's name and its cost in hundredths."""

    when: When
    ends: str
    cost: int


@dataclass(frozen=True, eq=False)
class Model:
    """One profile of an exercise in turns; each profile is one object.

    Parameters
    ----------
    turns : int
        How many turns there are.
    types : tuple of str
        What the other side may be; one where nothing is hidden.
    odds : tuple of int
        The odds of the types in the brief.
    belief, about : int
        What a stated belief costs a turn in hundredths, times the square of its distance from the
        right one, 0 where none is asked; and the type that it is about.
    tracks, derived, acts, events, odds_of, drift, upkeep, breaks, final : tuple
        The parts of the exercise.
    cards : tuple of str
        The cards there are; one without a name where there are none.
    calendar : tuple of int
        The card of each turn, where that is known from the start.
    deck : tuple of int
        The odds of each card, where it is drawn anew each turn.
    passive, soft, hard : tuple of int
        Acts: the one that holds back; those that give way, and those that press, in rotation.
    """

    turns: int
    types: tuple[str, ...]
    odds: tuple[int, ...]
    belief: int
    about: int
    tracks: tuple[Track, ...]
    derived: tuple[Derived, ...]
    acts: tuple[Act, ...]
    events: tuple[Event, ...]
    odds_of: tuple[Odds, ...]
    drift: tuple[Effect, ...]
    upkeep: tuple[Price, ...]
    breaks: tuple[Break, ...]
    final: tuple[Price, ...]
    cards: tuple[str, ...]
    calendar: tuple[int, ...]
    deck: tuple[int, ...]
    passive: int
    soft: tuple[tuple[int, ...], ...]
    hard: tuple[tuple[int, ...], ...]

    def place(self, name: str) -> int:
        """Return where a track, or what is derived from tracks, stands among the facts."""
        names = [track.name for track in self.tracks] + [one.name for one in self.derived]
        return FIRST_TRACK + names.index(name)

    def limits(self, place: int) -> tuple[int, int]:
        """Return the least and the greatest number that a fact can have."""
        ends = {
            TURN: (1, self.turns),
            CARD: (0, len(self.cards) - 1),
            ACT: (0, len(self.acts) - 1),
        }
        return ends.get(place) or span(self.tracks, self.derived, place)


def holds(when: When, facts: list[int]) -> bool:
    """Tell whether one of the alternatives of a condition holds."""
    return any(all(facts[place] in allowed for place, allowed in one) for one in when)


def span(tracks: tuple[Track, ...], derived: tuple[Derived, ...], place: int) -> tuple[int, int]:
    """Return the least and the greatest number of a track, or of what is derived from tracks."""
    place -= FIRST_TRACK
    if place < len(tracks):
        return tracks[place].low, tracks[place].high
    one = derived[place - len(tracks)]
    ends = [[weight * end for end in span(tracks, derived, part)] for part, weight in one.parts]
    low, high = [min(pair) for pair in ends], [max(pair) for pair in ends]
    return (min(low), min(high)) if one.lowest else (sum(low), sum(high))


def opening(model: Model, card: int = 0) -> Information:
    """Return what is known before the first turn.

    Parameters
    ----------
    model : Model
        The profile.
    card : int
        The card that lies on the table first, where cards are drawn.

    Returns
    -------
    Information
        The tracks at their start, and the odds of the brief.
    """
    first = model.calendar[0] if model.calendar else card
    return Information(Public(0, first, tuple(t.start for t in model.tracks)), reduced(model.odds))


def reduced(odds: tuple[int, ...]) -> tuple[int, ...]:
    """Return odds as the smallest whole numbers.

    Examples
    --------
    >>> reduced((4, 2, 0))
    (2, 1, 0)
    """
    common = gcd(*odds) or 1
    return tuple(one // common for one in odds)


def nearest(odds: tuple[int, ...], about: int) -> int:
    """Return the belief in a type in whole percent; a half rounds up.

    Examples
    --------
    >>> nearest((1, 2), 0), nearest((1, 1, 6), 1)
    (33, 13)
    """
    return (200 * odds[about] + sum(odds)) // (2 * sum(odds))


def missed(model: Model, odds: tuple[int, ...], belief: int) -> int:
    """Return what a stated belief costs, in hundredths of a point.

    The right belief is Bayes's, and the cost grows with the square of the distance from it; parts
    of a hundredth are dropped, so the nearest whole percent costs nothing.

    Source: the quadratic score of Brier (1950), taken in expectation.
    """
    whole = sum(odds)
    gap = belief * whole - 100 * odds[model.about]
    return model.belief * gap * gap // (100 * whole) ** 2
