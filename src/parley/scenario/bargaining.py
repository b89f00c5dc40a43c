"""The schema of a bargaining scenario, and its way into the game."""

from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr, model_validator

from parley.chance import chance, shuffled
from parley.games.bargaining import steps
from parley.games.bargaining.model import Kind, Numbers, Terms, members
from parley.games.bargaining.rules import KINDS
from parley.games.bargaining.state import Issue, Variant, Words
from parley.games.bargaining.steps import Step
from parley.games.words import capital
from parley.record import Header
from parley.scenario.base import (
    Position,
    Profile,
    Profiles,
    Scenario,
    Slug,
    Strict,
    Text,
    named_once,
    spoken,
    unique,
)

Hundredths = Annotated[int, BeforeValidator(lambda value: _hundredths(value)), Field(ge=0)]
Weights = Annotated[
    tuple[Annotated[int, Field(ge=0)], ...], AfterValidator(lambda value: _add_up(value))
]
Share = Annotated[Fraction, BeforeValidator(lambda value: _fraction(value))]
Side = Literal["a", "b"]


def _hundredths(value: Any) -> int:
    """Return points, as written in a scenario, in hundredths."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("points are a number")
    return round(100 * value)


def _fraction(value: Any) -> Fraction:
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        raise ValueError("a share is a fraction such as 1/5") from None


def _add_up(weights: tuple[int, ...]) -> tuple[int, ...]:
    if sum(weights) != 100:
        raise ValueError(f"weights add up to 100; these come to {sum(weights)}")
    return weights


class TermsText(Strict):
    """The table's rules, with points as an instructor writes them."""

    rounds: int = Field(8, ge=1, le=12)
    fee: Hundredths = 200
    loss: Hundredths = 500
    hazard: int = Field(2, ge=0, le=100)
    hazard_idle: int = Field(8, ge=0, le=40)
    joint: Share = Field(Fraction(1, 5), ge=0, le=Fraction(3, 10))
    stride: int = Field(4, ge=1)
    steps: int = Field(3, ge=0, le=4)
    questions: int = Field(2, ge=0, le=4)
    trades: int = Field(2, ge=0, le=4)
    idle: int = Field(2, ge=0, le=4)
    levels: int = Field(8, ge=1, le=20)
    heavy: int = Field(2, ge=1)
    emphasis: int = Field(3, ge=1)


class IssueText(Strict):
    """An issue: its options from least to most, and which side wants more.

    ``signed`` is the option that was signed in fact, where talks of this kind took place.
    """

    id: Slug
    label: Text
    better: Side
    options: tuple[Text, ...] = Field(min_length=2, max_length=9)
    stake: dict[Side, Text] = {}
    signed: str = ""

    @model_validator(mode="after")
    def _known(self) -> "IssueText":
        if self.signed and self.signed not in self.options:
            raise ValueError(f"signed: {self.signed!r} is no option of {self.id}")
        return self


class ClauseText(Strict):
    """A sentence that a text may get, and the law that it breaks, if it does; the article first."""

    id: Slug
    text: Text
    breach: str = ""


class TypeText(Strict):
    """A type of counterpart in role order."""

    weights: Weights
    reservation: int = Field(ge=0, lt=100)
    style: Literal["concessions", "trades", "questions"]
    odds: int = Field(1, ge=1)


class BargainingProfile(Profile):
    """One checked set of numbers, in role order."""

    weights: Weights
    reservation: int = Field(ge=0, lt=100)
    red: tuple[Annotated[int, Field(ge=0)], ...]
    types: tuple[TypeText, ...] = Field(min_length=1, max_length=8)


class BargainingProfiles(Profiles):
    """Profiles to practise on, and others that count."""

    practice: tuple[BargainingProfile, ...] = Field(min_length=1)
    counted: tuple[BargainingProfile, ...] = ()


class BargainingScenario(Scenario):
    """A scenario of talks over several issues, as an instructor writes it.

    ``side`` is the one for which every trainee speaks; without it, the side is drawn.
    ``debrief`` is read when the talks are over.
    """

    game: Literal["bargaining"]
    terms: TermsText = TermsText()
    issues: tuple[IssueText, ...] = Field(min_length=2, max_length=8)
    map: Literal["valley"] | None = None
    side: Side | None = None
    styles: dict[Literal["concessions", "trades", "questions"], Text]
    law: tuple[Text, ...] = ()
    clauses: tuple[ClauseText, ...] = ()
    debrief: tuple[Text, ...] = ()
    profiles: BargainingProfiles
    _numbers: dict[str, Numbers] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _same_sizes(self) -> "BargainingScenario":
        """Check what no single field can tell."""
        options = sorted({len(issue.options) for issue in self.issues})
        if len(options) != 1:
            raise ValueError(f"all issues need equally many options; got {options}")
        unique("issue ids", [issue.id for issue in self.issues])
        unique("clause ids", [clause.id for clause in self.clauses])
        unique("profile ids", [profile.id for profile in self.everything])
        for profile in self.everything:
            _check_profile(profile, len(self.issues), options[0])
        named_once(self.criteria, KINDS)
        for names in self.names:
            if not {"a", "b"} <= set(names):
                raise ValueError("every row of names needs 'a' and 'b', the two sides")
        return self

    @property
    def top(self) -> int:
        """The highest level of an issue."""
        return len(self.issues[0].options) - 1

    def numbers(self, profile: BargainingProfile) -> Numbers:
        """Return a profile as the game's numbers, the same object each time."""
        if profile.id not in self._numbers:
            self._numbers[profile.id] = self._make_numbers(profile)
        return self._numbers[profile.id]

    def _make_numbers(self, profile: BargainingProfile) -> Numbers:
        terms = Terms(top=self.top, **dict(self.terms))
        kinds = tuple(Kind(t.weights, t.reservation, t.style, t.odds) for t in profile.types)
        return Numbers(terms, profile.weights, profile.reservation, profile.red, kinds)

    def kinds(self, profile: BargainingProfile) -> list[int]:
        """Return the types of a profile, each as often as its odds say."""
        return [k for k, kind in enumerate(profile.types) for _ in range(kind.odds)]

    def possible(self, position: Position) -> list[int]:
        """Return the types with which the steps to a position come out as they did."""
        numbers = self.numbers(self.profile(position.profile))
        alive = members(_alive(numbers, position))
        return [k for k in alive for _ in range(numbers.kinds[k].odds)]

    def deal(
        self,
        header: Header,
        profile: BargainingProfile,
        hidden: int,
        part: str,
        opening: tuple[Any, ...] = (),
    ) -> Variant:
        """Return a profile under the relabelling that belongs to a part; see `Scenario.deal`."""
        numbers = self.numbers(profile)
        key = header.words() + (part,)
        names = self.names[int(chance(*key, "names") * len(self.names))]
        side = self.side or ("a" if chance(*key, "side") < 0.5 else "b")
        known = spoken(names)
        issues = shuffled(list(self.issues), *key, "issues")
        letters = "ABCDEFGHIJ"[: len(numbers.kinds)]
        return Variant(
            numbers=numbers,
            hidden=hidden,
            key="\x1f".join(str(word) for word in key),
            issues=tuple(_issue(issue, side, known) for issue in issues),
            order=tuple(shuffled(list(numbers.roles), *key, "order")),
            letters=tuple(shuffled(list(letters), *key, "letters")),
            words=_words(self, side, known, shuffled(list(self.clauses), *key, "clauses")),
            opening=tuple(Step(*step) for step in opening),
        )


def _check_profile(profile: BargainingProfile, issues: int, options: int) -> None:
    """Check that a profile fits the issues, and that its values are whole hundredths."""
    who = f"profile {profile.id}"
    for weights in (profile.weights, *(kind.weights for kind in profile.types)):
        if len(weights) != issues:
            raise ValueError(f"{who}: one weight for each of {issues} issues; got {list(weights)}")
        if any(100 * weight % (options - 1) for weight in weights):
            raise ValueError(f"{who}: weights must share evenly over {options - 1} levels")
    if len(profile.red) != issues or max(profile.red) >= options:
        raise ValueError(f"{who}: red needs {issues} least levels under {options}")
    if list(profile.weights) != sorted(profile.weights, reverse=True):
        raise ValueError(f"{who}: role order puts the player's heaviest issue first")


@lru_cache(maxsize=1 << 10)
def _alive(numbers: Numbers, position: Position) -> int:
    """Return the types with which the steps to a position come out as they did."""
    now = steps.opening(numbers)
    for step in (Step(*plain) for plain in position.steps):
        cells = steps.consequence(numbers, now, step).cells
        now = next(cell.info for cell in cells if cell.types >> position.type & 1)
    return now.alive


def _issue(issue: IssueText, side: Side, names: dict[str, str]) -> Issue:
    options = tuple(option.format(**names) for option in issue.options)
    stake = issue.stake.get(side, "").format(**names)
    signed = issue.options.index(issue.signed) if issue.signed else -1
    return Issue(issue.id, issue.label, options, issue.better == side, stake, signed)


def _words(
    scenario: BargainingScenario, side: Side, names: dict[str, str], clauses: list[ClauseText]
) -> Words:
    you, they = names[side], names["b" if side == "a" else "a"]
    known = names | {"you": you, "they": they}
    return Words(
        title=scenario.title,
        you=you,
        they=capital(they),
        situation=tuple(text.format(**known) for text in scenario.brief.situation),
        task=tuple(text.format(**known) for text in scenario.brief.task),
        styles={str(style): text for style, text in scenario.styles.items()},
        reasons=tuple((reason.id, reason.text) for reason in scenario.reasons),
        names=tuple(sorted(known.items())),
        law=tuple(text.format(**known) for text in scenario.law),
        clauses=tuple((one.id, one.text.format(**known), one.breach) for one in clauses),
        debrief=tuple(text.format(**known) for text in scenario.debrief),
    )
