"""The schema of a signalling scenario, and its way into the game."""

from functools import lru_cache
from math import gcd
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, model_validator

from parley.chance import chance, shuffled
from parley.games.signalling import steps
from parley.games.signalling.model import (
    ACTS,
    LEVELS,
    TYPES,
    Act,
    Levels,
    Numbers,
    Terms,
    opening,
    weights,
)
from parley.games.signalling.rules import ASPECTS, DEMANDS
from parley.games.signalling.state import Variant, Words
from parley.games.words import capital
from parley.record import Header
from parley.scenario import seeds
from parley.scenario.bargaining import Hundredths
from parley.scenario.base import (
    Position,
    Profile,
    Profiles,
    Scenario,
    Strict,
    Text,
    named_once,
    unique,
)

Level = Annotated[int, Field(ge=0, le=8)]
Turns = tuple[Annotated[int, Field(ge=1)], ...]
Type = Literal["greedy", "fearful", "proud"]
Kind = Literal["build", "threaten", "ultimatum", "pledge", "notify", "invite", "cut", "wait"]
Demand = Literal["if-attacked", "unless-it-disarms"]


class Triple(Strict):
    """A number for each level."""

    strength: Level
    alarm: Level
    face: Level

    @property
    def plain(self) -> tuple[int, int, int]:
        """The three numbers in the game's order."""
        return self.strength, self.alarm, self.face


class Drift(Strict):
    """After which turns strength falls, and alarm and face rise, by one."""

    strength: Turns
    alarm: Turns
    face: Turns


class Odds(Strict):
    """The odds of the types."""

    greedy: int = Field(ge=1, le=20)
    fearful: int = Field(ge=1, le=20)
    proud: int = Field(ge=1, le=20)


class ActText(Strict):
    """An act: what it is called and does, and what it costs in points."""

    label: Text
    text: str = ""
    strength: int = Field(0, ge=-4, le=4)
    alarm: int = Field(0, ge=-4, le=4)
    face: int = Field(0, ge=-4, le=4)
    cost: Hundredths = 0


class Named(Strict):
    """A type or a level: its name, and what it means."""

    label: Text
    text: Text


class CrisisTerms(Strict):
    """The crisis's rules, with points as an instructor writes them."""

    turns: int = Field(12, ge=1, le=14)
    top: Triple
    press: Hundredths
    war: Hundredths
    calm: Level
    accident: int = Field(ge=0, le=25)
    missing: Hundredths
    belief: Hundredths


class SignallingProfile(Profile):
    """One checked set of numbers; thresholds and goals stand by level."""

    odds: Odds
    start: Triple
    edge: Triple
    window: Triple
    goal: Triple
    drift: Drift


class SignallingProfiles(Profiles):
    """Profiles to practise on, and others that count."""

    practice: tuple[SignallingProfile, ...] = Field(min_length=1)
    counted: tuple[SignallingProfile, ...] = ()


class SignallingScenario(Scenario):
    """A scenario of a crisis with a rival of hidden type, as an instructor writes it."""

    game: Literal["signalling"]
    terms: CrisisTerms
    types: dict[Type, Named]
    levels: dict[Literal["strength", "alarm", "face"], Named]
    acts: dict[Kind, ActText]
    demands: dict[Demand, Text]
    law: tuple[Text, ...] = Field(min_length=1)
    profiles: SignallingProfiles
    _numbers: dict[str, Numbers] = PrivateAttr(default_factory=dict)
    _terms: list[Terms] = PrivateAttr(default_factory=list)

    @model_validator(mode="after")
    def _complete(self) -> "SignallingScenario":
        """Check what no single field can tell."""
        for what, given, wanted in (
            ("types", self.types, TYPES),
            ("levels", self.levels, LEVELS),
            ("acts", self.acts, ACTS),
            ("demands", self.demands, tuple(DEMANDS)),
        ):
            missing = [name for name in wanted if name not in given]
            if missing:
                raise ValueError(f"{what}: each of {', '.join(wanted)}; missing {missing}")
        unique("profile ids", [profile.id for profile in self.everything])
        for profile in self.everything:
            _check_profile(profile, self.terms)
        named_once(self.criteria, ASPECTS)
        for names in self.names:
            if not {"a", "b", "port_a", "port_b"} <= set(names):
                raise ValueError("every row of names needs a, b (the states), port_a and port_b")
        return self

    def numbers(self, profile: SignallingProfile) -> Numbers:
        """Return a profile as the game's numbers, the same object each time."""
        if profile.id not in self._numbers:
            self._numbers[profile.id] = self._make_numbers(profile)
        return self._numbers[profile.id]

    def kinds(self, profile: SignallingProfile) -> list[int]:
        """Return the types of a profile, each as often as its odds say."""
        odds = self.numbers(profile).odds
        return [kind for kind, times in enumerate(odds) for _ in range(times)]

    def possible(self, position: Position) -> list[int]:
        """Return the types of a position, each as often as its odds are after the steps."""
        numbers = self.numbers(self.profile(position.profile))
        odds = _odds_after(numbers, position.steps)
        return [kind for kind, times in enumerate(odds) for _ in range(times)]

    def deal(
        self,
        header: Header,
        profile: SignallingProfile,
        hidden: int,
        part: str,
        opening: tuple[Any, ...] = (),
    ) -> Variant:
        """Return a profile under the relabelling that belongs to a part; see `Scenario.deal`.

        A whole play takes its chance from the seeds that were chosen for its profile and type, so
        that waiting costs about as much in one draw as in another; a position has its own.
        """
        words = header.words() + (part,)
        key = "\x1f".join(str(word) for word in words)
        if not opening:
            able = self.seeds(profile.id, hidden)
            seed = able[int(chance(*words, "seed") * len(able))]
            key = self.chance_key(profile.id, hidden, seed)
        names = self.names[int(chance(*words, "names") * len(self.names))]
        side = "a" if chance(*words, "side") < 0.5 else "b"
        return Variant(
            numbers=self.numbers(profile),
            hidden=hidden,
            key=key,
            letters=tuple(shuffled(list("ABC"), *words, "letters")),
            words=self._words(side, names),
            opening=tuple((act, answer) for act, answer in opening),
        )

    def chance_key(self, profile: str, hidden: int, seed: int) -> str:
        """Return the words from which a whole play draws its chance."""
        return seeds.chance_key(self.exercise, profile, TYPES[hidden], seed)

    def seeds(self, profile: str, hidden: int) -> list[int]:
        """Return the seeds that were chosen for a profile and type; see `graders solve`."""
        return seeds.seeds(self.exercise, profile, TYPES[hidden])

    def _make_numbers(self, profile: SignallingProfile) -> Numbers:
        drift, odds = profile.drift, profile.odds
        return Numbers(
            terms=self._shared(),
            odds=(odds.greedy, odds.fearful, odds.proud),
            start=Levels(*profile.start.plain),
            edge=profile.edge.plain,
            window=profile.window.plain,
            goal=profile.goal.plain,
            drift=(drift.strength, drift.alarm, drift.face),
        )

    def _shared(self) -> Terms:
        if not self._terms:
            rules = dict(self.terms) | {"top": self.terms.top.plain}
            acts: dict[str, Act] = {
                act: Act((text.strength, text.alarm, text.face), text.cost)
                for act, text in self.acts.items()
            }
            self._terms.append(Terms(acts=acts, **rules))
        return self._terms[0]

    def _words(self, side: str, names: dict[str, str]) -> Words:
        other = "b" if side == "a" else "a"
        known = names | {"you": names[side], "they": names[other], "port": names[f"port_{other}"]}
        known |= {"You": capital(names[side]), "They": capital(names[other])}

        def told(texts: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(text.format(**known) for text in texts)

        return Words(
            title=self.title,
            you=names[side],
            they=capital(names[other]),
            situation=told(self.brief.situation),
            task=told(self.brief.task),
            types={name: told((one.label, one.text)) for name, one in self.types.items()},
            acts={name: told((one.label, one.text)) for name, one in self.acts.items()},
            demands={name: text.format(**known) for name, text in self.demands.items()},
            levels={name: told((one.label, one.text)) for name, one in self.levels.items()},
            law=told(self.law),
            reasons=tuple((reason.id, reason.text) for reason in self.reasons),
        )


def _check_profile(profile: SignallingProfile, terms: CrisisTerms) -> None:
    """Check that the levels of a profile lie within the scale, and windows beyond the start."""
    who, top = f"profile {profile.id}", terms.top.plain
    for what in ("start", "edge", "window", "goal"):
        plain = getattr(profile, what).plain
        if any(value > most for value, most in zip(plain, top, strict=True)):
            raise ValueError(f"{who}: {what} goes to {list(top)} at most; got {list(plain)}")
    start, window = profile.start, profile.window
    if start.strength < window.strength or start.alarm >= window.alarm or start.face >= window.face:
        raise ValueError(f"{who}: no window for war may be open at the start")


@lru_cache(maxsize=1 << 10)
def _odds_after(numbers: Numbers, path: tuple[Any, ...]) -> tuple[int, ...]:
    """Return the odds of the types after the steps of a position, as small whole numbers."""
    now = opening(numbers)
    for act, answer in path:
        now = steps.after(numbers, now, act, answer)
    odds = weights(numbers, now.doubled)
    return tuple(one // gcd(*odds) for one in odds)
