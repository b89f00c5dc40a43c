"""From an exercise in turns as it is written to the numbers of one profile."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from parley.games.turns.model import (
    ACT,
    ALWAYS,
    CARD,
    FIRST_TRACK,
    TURN,
    Act,
    Break,
    Derived,
    Effect,
    Event,
    Model,
    Odds,
    Order,
    Price,
    Track,
    When,
    span,
)
from parley.scenario.turns_parts import (
    ActText,
    Conditioned,
    Conditions,
    DerivedText,
    EffectText,
    OddsText,
    PriceText,
    allowed,
    hundredths,
    level,
)

if TYPE_CHECKING:
    from parley.scenario.turns import TurnsProfile, TurnsScenario

WRITTEN = ("turn", "card", "act")
"""The facts that come before the levels, as conditions name them."""


class Compiler:
    """Turns a scenario and one of its profiles into a model.

    Parameters
    ----------
    found : TurnsScenario
        The scenario.
    profile : TurnsProfile
        The profile.
    """

    def __init__(self, found: "TurnsScenario", profile: "TurnsProfile") -> None:
        self.found = found
        self.profile = profile
        self.dials = profile.dials
        self.types = tuple(found.types) or ("",)
        self.cards = tuple(found.cards) or ("",)
        self.tracks = tuple(
            Track(name, *one.range, level(one.start, self.dials))
            for name, one in found.tracks.items()
        )
        self.derived: tuple[Derived, ...] = ()
        for name, one in found.derived.items():
            self.derived += (self._derived(name, one),)

    def model(self) -> Model:
        """Return the model of the profile.

        Raises
        ------
        ValueError
            If a part names something that is not there; the text says which part.
        """
        found, terms = self.found, self.found.terms
        acts = list(found.acts)
        return Model(
            turns=terms.turns,
            types=self.types,
            odds=tuple(self.profile.odds.get(name, 1) for name in self.types),
            belief=round(100 * terms.belief),
            about=self.types.index(terms.about) if terms.about else 0,
            tracks=self.tracks,
            derived=self.derived,
            acts=tuple(self._act(name, one) for name, one in found.acts.items()),
            events=self._events(),
            odds_of=tuple(self._odds(f"odds, rule {n}", r) for n, r in enumerate(found.odds, 1)),
            drift=self._effects("drift", found.drift),
            upkeep=self._prices("upkeep", found.upkeep),
            breaks=self._breaks(),
            final=self._prices("end", found.end),
            cards=self.cards,
            calendar=tuple(self._card(name) for name in self.profile.calendar),
            deck=tuple(card.odds for card in found.cards.values()) if found.drawn else (),
            passive=acts.index(found.passive),
            soft=tuple(self._rotation(acts, one) for one in found.soft),
            hard=tuple(self._rotation(acts, one) for one in found.hard),
        )

    def _act(self, name: str, one: ActText) -> Act:
        where = f"acts: {name}"
        return Act(
            name,
            hundredths(one.cost, self.dials),
            tuple(self._order(where, field) for field in one.fields),
            self._effects(where, one.does),
            self._when(f"{where}: when", one),
            self._when(f"{where}: breach", one.breach) if one.breach else (),
        )

    def _order(self, where: str, field: Any) -> Order:
        place = self._track(where, field.sets)
        track = self.tracks[place]
        return Order(place, tuple(range(track.low, track.high + 1)), field.reach)

    def _events(self) -> tuple[Event, ...]:
        return tuple(
            Event(
                name,
                hundredths(one.cost, self.dials),
                self._effects(f"signs: {name}", one.does),
                one.ends or "",
            )
            for name, one in self.found.signs.items()
        )

    def _odds(self, where: str, rule: OddsText) -> Odds:
        strange = sorted(set(rule.odds) - set(self.found.signs))
        if strange:
            raise ValueError(f"{where}: no sign {strange[0]!r}; signs are {_all(self.found.signs)}")
        odds = tuple(level(rule.odds.get(name, 0), self.dials) for name in self.found.signs)
        if min(odds) < 0 or not any(odds):
            raise ValueError(f"{where}: odds are 0 or more, and not all 0; got {list(odds)}")
        return Odds(self._kinds(where, rule.types), self._when(where, rule), odds)

    def _effects(self, where: str, effects: Iterable[EffectText]) -> tuple[Effect, ...]:
        found: list[Effect] = []
        for one in effects:
            when = self._when(where, one)
            for name, steps in one.add.items():
                found.append(Effect(when, self._track(where, name), level(steps, self.dials)))
            for name, to in one.set.items():
                found.append(Effect(when, self._track(where, name), to=level(to, self.dials)))
        return tuple(found)

    def _prices(self, where: str, prices: Iterable[PriceText]) -> tuple[Price, ...]:
        return tuple(self._price(f"{where}: {one.label}", one) for one in prices)

    def _price(self, where: str, one: PriceText) -> Price:
        given = one.each if one.level else one.cost
        if given is None or (one.level and one.over is None and one.under is None):
            raise ValueError(f"{where}: give 'cost', or 'level' with 'over' or 'under' and 'each'")
        each = hundredths(given, self.dials) * one.percent
        if each % 100:
            raise ValueError(
                f"{where}: {one.percent} percent of its points are no whole hundredths"
            )
        return Price(
            one.label,
            self._kinds(where, one.types),
            self._when(where, one),
            each // 100,
            self._place(where, one.level) if one.level else -1,
            None if one.over is None else level(one.over, self.dials),
            None if one.under is None else level(one.under, self.dials),
        )

    def _breaks(self) -> tuple[Break, ...]:
        return tuple(
            Break(self._when("breaks", one), one.ends, hundredths(one.cost, self.dials))
            for one in self.found.breaks
        )

    def _kinds(self, where: str, names: tuple[str, ...]) -> frozenset[int]:
        strange = sorted(set(names) - set(self.types))
        if strange:
            raise ValueError(f"{where}: no type {strange[0]!r}; types are {_all(self.types)}")
        return frozenset(self.types.index(name) for name in names or self.types)

    def _when(self, where: str, one: Conditioned) -> When:
        """Return a condition as alternatives: what ``when`` asks, with each of ``any``."""
        alternatives = [one.when | other for other in one.any] or [one.when]
        found = tuple(self._tests(where, asked) for asked in alternatives)
        return ALWAYS if () in found else found

    def _tests(self, where: str, asked: Conditions) -> tuple[tuple[int, frozenset[int]], ...]:
        found = []
        for name, wanted in asked.items():
            place = self._place(where, name)
            try:
                numbers = allowed(wanted, self._span(place), self._names(place), self.dials)
            except ValueError as error:
                raise ValueError(f"{where}: {name}: {error}") from None
            found.append((place, numbers))
        return tuple(found)

    def _place(self, where: str, name: str) -> int:
        """Return where a fact stands by its name."""
        names = [*WRITTEN, *self.found.tracks, *(one.name for one in self.derived)]
        if name not in names:
            raise ValueError(f"{where}: no level {name!r}; there are {_all(names)}")
        return names.index(name)

    def _track(self, where: str, name: str) -> int:
        place = self._place(where, name) - FIRST_TRACK
        if not 0 <= place < len(self.tracks):
            raise ValueError(
                f"{where}: {name!r} cannot be moved; tracks are {_all(self.found.tracks)}"
            )
        return place

    def _span(self, place: int) -> tuple[int, int]:
        ends = {
            TURN: (1, self.found.terms.turns),
            CARD: (0, len(self.cards) - 1),
            ACT: (0, len(self.found.acts) - 1),
        }
        if place in ends:
            return ends[place]
        return span(self.tracks, self.derived, place)

    def _names(self, place: int) -> tuple[str, ...]:
        return {CARD: self.cards, ACT: tuple(self.found.acts)}.get(place, ())

    def _card(self, name: str) -> int:
        if name not in self.cards:
            raise ValueError(f"calendar: no card {name!r}; cards are {_all(self.cards)}")
        return self.cards.index(name)

    def _derived(self, name: str, one: DerivedText) -> Derived:
        where = f"derived: {name}"
        if bool(one.sum) == bool(one.lowest):
            raise ValueError(f"{where}: give either 'sum' or 'lowest'")
        weights: Mapping[str, Any] = one.sum or dict.fromkeys(one.lowest, 1)
        parts = tuple(
            (self._place(where, part), level(weight, self.dials))
            for part, weight in weights.items()
        )
        return Derived(name, parts, bool(one.lowest))

    def _rotation(self, acts: list[str], one: str | Mapping[str, Any]) -> tuple[int, ...]:
        """Return an act of a rotation with the values that its fields are to have."""
        name = one if isinstance(one, str) else one.get("act")
        if name not in acts:
            raise ValueError(f"soft, hard: no act {name!r}; acts are {_all(acts)}")
        fields = self.found.acts[str(name)].fields
        given = {} if isinstance(one, str) else one
        lows = {track.name: track.low for track in self.tracks}
        return (
            acts.index(str(name)),
            *(level(given.get(field.sets, lows[field.sets]), self.dials) for field in fields),
        )


def _all(names: Iterable[str]) -> str:
    return ", ".join(name for name in names if name) or "none"
