"""The schema of a bargaining scenario, and its way into the game."""

from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    model_validator,
)

from parley.games.bargaining.model import Kind, Numbers, Terms

Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Text = Annotated[str, Field(min_length=1)]
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


class Strict(BaseModel):
    """A part of a scenario that knows no other fields than its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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
    """An issue: its options from least to most, and which side wants more."""

    id: Slug
    label: Text
    better: Side
    options: tuple[Text, ...] = Field(min_length=2, max_length=9)
    stake: dict[Side, Text] = {}


class TypeText(Strict):
    """A type of counterpart in role order."""

    weights: Weights
    reservation: int = Field(ge=0, lt=100)
    style: Literal["concessions", "trades", "questions"]
    odds: int = Field(1, ge=1)


class Profile(Strict):
    """One checked set of numbers, in role order."""

    id: Slug
    weights: Weights
    reservation: int = Field(ge=0, lt=100)
    red: tuple[Annotated[int, Field(ge=0)], ...]
    types: tuple[TypeText, ...] = Field(min_length=1, max_length=8)


class Profiles(Strict):
    """Profiles to practise on, and others that count."""

    practice: tuple[Profile, ...] = Field(min_length=1)
    counted: tuple[Profile, ...] = ()


class Reason(Strict):
    """A reason that a move may carry."""

    id: Slug
    text: Text


class Criterion(Strict):
    """What a kind of move is called in the mark."""

    label: Text
    moves: tuple[Text, ...] = Field(min_length=1)


class SetText(Strict):
    """What a graded set holds, and how much the plays weigh, in percent."""

    plays: int = Field(2, ge=0)
    positions: int = Field(20, ge=0)
    share_of_plays: int = Field(30, ge=0, le=100)


class Brief(Strict):
    """What the player reads first; names stand in braces."""

    situation: tuple[Text, ...]
    task: tuple[Text, ...]


class BargainingScenario(Strict):
    """A scenario of talks over several issues, as an instructor writes it."""

    exercise: Slug
    version: int = Field(ge=1)
    game: Literal["bargaining"]
    module: Text
    title: Text
    minutes: int = Field(ge=1, le=60)
    summary: Text
    assumptions: Text
    sources: tuple[Text, ...] = Field(min_length=1)
    terms: TermsText = TermsText()
    names: tuple[dict[Slug | str, Text], ...] = Field(min_length=1)
    brief: Brief
    issues: tuple[IssueText, ...] = Field(min_length=2, max_length=8)
    map: Literal["valley"] | None = None
    styles: dict[Literal["concessions", "trades", "questions"], Text]
    reasons: tuple[Reason, ...] = ()
    criteria: dict[Slug, Criterion]
    set: SetText = SetText()
    profiles: Profiles
    _numbers: dict[str, Numbers] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _same_sizes(self) -> "BargainingScenario":
        """Check what no single field can tell."""
        options = sorted({len(issue.options) for issue in self.issues})
        if len(options) != 1:
            raise ValueError(f"all issues need equally many options; got {options}")
        _unique("issue ids", [issue.id for issue in self.issues])
        profiles = (*self.profiles.practice, *self.profiles.counted)
        _unique("profile ids", [profile.id for profile in profiles])
        for profile in profiles:
            _check_profile(profile, len(self.issues), options[0])
        _check_criteria(self.criteria)
        for names in self.names:
            if not {"a", "b"} <= set(names):
                raise ValueError("every row of names needs 'a' and 'b', the two sides")
        return self

    @property
    def top(self) -> int:
        """The highest level of an issue."""
        return len(self.issues[0].options) - 1

    def profile(self, name: str) -> Profile:
        """Return a profile by its id."""
        both = (*self.profiles.practice, *self.profiles.counted)
        return next(profile for profile in both if profile.id == name)

    def numbers(self, profile: Profile) -> Numbers:
        """Return a profile as the game's numbers, the same object each time."""
        if profile.id not in self._numbers:
            self._numbers[profile.id] = self._make_numbers(profile)
        return self._numbers[profile.id]

    def _make_numbers(self, profile: Profile) -> Numbers:
        terms = Terms(top=self.top, **dict(self.terms))
        kinds = tuple(Kind(t.weights, t.reservation, t.style, t.odds) for t in profile.types)
        return Numbers(terms, profile.weights, profile.reservation, profile.red, kinds)


def _unique(what: str, names: list[str]) -> None:
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise ValueError(f"{what} must differ; twice: {', '.join(double)}")


def _check_profile(profile: Profile, issues: int, options: int) -> None:
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


def _check_criteria(criteria: dict[str, Criterion]) -> None:
    kinds = ["offer", "ask", "reveal", "trade", "adjourn", "accept", "walk-out"]
    named = [move for criterion in criteria.values() for move in criterion.moves]
    if sorted(named) != sorted(kinds):
        raise ValueError(f"criteria must name each kind of move once: {', '.join(kinds)}")
