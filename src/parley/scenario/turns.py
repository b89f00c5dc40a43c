"""The schema of an exercise in turns, and its way into the game."""

from functools import lru_cache
from typing import Any, Literal

from pydantic import Field, PrivateAttr, model_validator

from parley.chance import chance, shuffled
from parley.games.turns import steps
from parley.games.turns.model import ALWAYS, Choice, Model, Sign, opening
from parley.games.turns.state import Variant, Words
from parley.record import Header
from parley.scenario import seeds
from parley.scenario.base import (
    Position,
    Profile,
    Profiles,
    Scenario,
    Slug,
    Text,
    named_once,
    spoken,
    unique,
)
from parley.scenario.turns_model import Compiler
from parley.scenario.turns_parts import (
    ActText,
    BreakText,
    CardText,
    DerivedText,
    DialText,
    EffectText,
    GoalText,
    Level,
    OddsText,
    PriceText,
    SignText,
    TermsText,
    TrackText,
    TypeText,
    level,
)

Ordered = Slug | dict[Slug, Level]
"""An act of a rotation by its name, or with ``act`` and the values of its fields."""

MOST = 1_000
"""How many lots the hidden types of a position are drawn from at most."""


class TurnsProfile(Profile):
    """One checked set of numbers: the odds of the types, the dials, the cards turn by turn."""

    odds: dict[Slug, int] = {}
    dials: dict[Slug, int] = {}
    calendar: tuple[Slug, ...] = ()


class TurnsProfiles(Profiles):
    """Profiles to practise on, and others that count."""

    practice: tuple[TurnsProfile, ...] = Field(min_length=1)
    counted: tuple[TurnsProfile, ...] = ()


class TurnsScenario(Scenario):
    """An exercise in turns, as an instructor writes it."""

    game: Literal["turns"]
    terms: TermsText
    they: Text = "The other side"
    dials: dict[Slug, DialText] = {}
    types: dict[Slug, TypeText] = {}
    cards: dict[Slug, CardText] = {}
    tracks: dict[Slug, TrackText] = Field(min_length=1)
    derived: dict[Slug, DerivedText] = {}
    acts: dict[Slug, ActText] = Field(min_length=2)
    signs: dict[Slug, SignText] = Field(min_length=1)
    odds: tuple[OddsText, ...] = Field(min_length=1)
    drift: tuple[EffectText, ...] = ()
    upkeep: tuple[PriceText, ...] = ()
    breaks: tuple[BreakText, ...] = ()
    end: tuple[PriceText, ...] = ()
    ends: dict[Slug, Text]
    passive: Slug
    soft: tuple[Ordered, ...] = Field(min_length=1)
    hard: tuple[Ordered, ...] = Field(min_length=1)
    law: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    debrief: tuple[Text, ...] = ()
    profiles: TurnsProfiles
    _models: dict[str, Model] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _whole(self) -> "TurnsScenario":
        """Check what no single field can tell, and that every profile becomes a model."""
        unique("profile ids", [profile.id for profile in self.everything])
        named_once(self.criteria, [*self.acts, *(["belief"] if self.terms.belief else [])])
        if self.passive not in self.acts:
            raise ValueError(f"passive: no act {self.passive!r}; acts are {', '.join(self.acts)}")
        said = {one.ends for one in self.breaks} | {s.ends for s in self.signs.values() if s.ends}
        missing = sorted({steps.END, *said} - set(self.ends))
        if missing:
            raise ValueError(f"ends: say what {missing[0]!r} is")
        if self.terms.about and self.terms.about not in self.types:
            raise ValueError(f"terms: about: no type {self.terms.about!r}")
        for profile in self.everything:
            try:
                _check(self.numbers(profile), profile, self)
            except ValueError as error:
                raise ValueError(f"profile {profile.id}: {error}") from None
        return self

    @property
    def drawn(self) -> bool:
        """Whether the card of each turn is drawn by odds, not read from a calendar."""
        return any(card.odds for card in self.cards.values())

    def numbers(self, profile: TurnsProfile) -> Model:
        """Return a profile as the game's model, the same object each time."""
        if profile.id not in self._models:
            self._models[profile.id] = Compiler(self, profile).model()
        return self._models[profile.id]

    def kinds(self, profile: TurnsProfile) -> list[int]:
        """Return the types of a profile, each as often as its odds say."""
        odds = self.numbers(profile).odds
        return [kind for kind, one in enumerate(odds) for _ in range(one)]

    def possible(self, position: Position) -> list[int]:
        """Return the types of a position, each about as often as the odds by then say."""
        odds = _odds_at(self.numbers(self.profile(position.profile)), position)
        most = max(1, sum(odds) / MOST)
        lots = [max(1, round(one / most)) if one else 0 for one in odds]
        return [kind for kind, one in enumerate(lots) for _ in range(one)]

    def deal(
        self,
        header: Header,
        profile: TurnsProfile,
        hidden: int,
        part: str,
        opening: tuple[Any, ...] = (),
    ) -> Variant:
        """Return a profile under the names that belong to a part; see `Scenario.deal`.

        A whole play draws its chance from one of the seeds chosen for its profile and type; a
        position, whose first step is the card on the table, has its own.
        """
        words, model = header.words() + (part,), self.numbers(profile)
        key = "\x1f".join(str(word) for word in words)
        first, path = past(opening)
        if not opening:
            able = self.seeds(profile.id, hidden)
            key = self.chance_key(profile.id, hidden, able[int(chance(*words, "seed") * len(able))])
        names = self.names[int(chance(*words, "names") * len(self.names))]
        return Variant(
            model=model,
            hidden=hidden,
            key=key,
            letters=tuple(shuffled(list("ABCDEFGH"[: len(model.types)]), *words, "letters")),
            words=self._words(names, profile),
            opening=path,
            first=first,
        )

    def chance_key(self, profile: str, hidden: int, seed: int) -> str:
        """Return the words from which a whole play draws its chance."""
        return seeds.chance_key(self.exercise, profile, self._kind(hidden), seed)

    def seeds(self, profile: str, hidden: int) -> list[int]:
        """Return the seeds that were chosen for a profile and type; see `graders solve`."""
        return seeds.seeds(self.exercise, profile, self._kind(hidden))

    def _kind(self, hidden: int) -> str:
        return list(self.types)[hidden] if self.types else "only"

    def _words(self, names: dict[str, str], profile: TurnsProfile) -> Words:
        texts = Texts(spoken(names), profile.dials)
        levels = self.tracks | self.derived
        return Words(
            title=self.title,
            turn=self.terms.turn,
            they=texts.told(self.they),
            question=self.terms.question,
            situation=texts.every(self.brief.situation),
            task=texts.every(self.brief.task),
            law=texts.every(self.law),
            acts=texts.both(self.acts),
            events=texts.both(self.signs),
            tracks=texts.both(levels),
            types=texts.both(self.types),
            cards=texts.both(self.cards) or {"": ("", "")},
            orders={
                name: tuple(field.label for field in one.fields) for name, one in self.acts.items()
            },
            values={name: texts.every(one.values) for name, one in self.tracks.items()},
            goals={name: texts.goals(one.goals) for name, one in levels.items()},
            breaches={n: texts.told(a.breach.says) for n, a in self.acts.items() if a.breach},
            ends={name: texts.told(text) for name, text in self.ends.items()},
            rules=texts.every(self.notes),
            debrief=texts.every(self.debrief),
            reasons=tuple((reason.id, reason.text) for reason in self.reasons),
        )


class Texts:
    """Fills in the names of a variant, and its profile's dials.

    Parameters
    ----------
    names : dict of str to str
        What stands in braces.
    dials : dict of str to int
        The profile's numbers.
    """

    def __init__(self, names: dict[str, str], dials: dict[str, int]) -> None:
        self._names = names
        self._dials = dials

    def told(self, text: str) -> str:
        """Return a text with its names."""
        return text.format(**self._names)

    def every(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Return several texts with their names."""
        return tuple(map(self.told, texts))

    def both(self, parts: dict[str, Any]) -> dict[str, tuple[str, str]]:
        """Return the label and the text of each part."""
        return {name: (self.told(one.label), self.told(one.text)) for name, one in parts.items()}

    def goals(self, parts: tuple[GoalText, ...]) -> tuple[tuple[str, float], ...]:
        """Return named places on a scale."""
        return tuple((one.label, float(level(one.at, self._dials))) for one in parts)


def past(steps_taken: tuple[Any, ...]) -> tuple[int, tuple[tuple[Choice, Sign], ...]]:
    """Return the first card and the turns already past from the plain steps of a position."""
    if not steps_taken:
        return -1, ()
    first, *path = steps_taken
    return int(first[0]), tuple((tuple(choice), tuple(sign)) for choice, sign in path)


def _check(model: Model, profile: TurnsProfile, found: TurnsScenario) -> None:
    """Check what a model must hold: ranges, a last rule for everything, a card for every turn."""
    for track in model.tracks:
        names = found.tracks[track.name].values
        if not track.low <= track.start <= track.high:
            raise ValueError(
                f"tracks: {track.name}: start lies outside {track.low} to {track.high}"
            )
        if names and len(names) != track.high - track.low + 1:
            raise ValueError(f"tracks: {track.name}: one name for each level; got {len(names)}")
    last = model.odds_of[-1]
    if last.when != ALWAYS or len(last.kinds) < len(model.types):
        raise ValueError("odds: the last rule has no condition and holds for every type")
    strange = sorted(set(profile.odds) - set(found.types))
    if strange or (found.types and set(profile.odds) != set(found.types)):
        raise ValueError(f"odds: give each type odds, and no other: {', '.join(found.types)}")
    if min(model.odds) < 1:
        raise ValueError("odds: the odds of a type are at least 1")
    if found.cards and not found.drawn and len(profile.calendar) != model.turns:
        raise ValueError(f"calendar: one card for each of {model.turns} turns")
    strange = sorted(set(profile.dials) ^ set(found.dials))
    if strange:
        raise ValueError(f"dials: the profile and 'dials' differ in {', '.join(strange)}")
    if model.acts[model.passive].when != ALWAYS or model.acts[model.passive].breach:
        raise ValueError("passive: its act is always open and lawful")


@lru_cache(maxsize=1 << 10)
def _odds_at(model: Model, position: Position) -> tuple[int, ...]:
    """Return the odds of the types after the steps of a position."""
    first, path = past(position.steps)
    now = opening(model, max(0, first))
    for choice, sign in path:
        now = steps.after(model, now, choice, sign)
    return now.odds


__all__ = ["TurnsProfile", "TurnsProfiles", "TurnsScenario", "past"]
