"""A published negotiation domain: two sides, their issues, and what each option is worth to both.

It is there to be analysed (`parley analyse`), not to be played: it has no brief, no counterpart to
talk to and no solved profile.  The numbers keep the form of GENIUS, from which they are imported
(Lin et al. 2014, *Genius: An Integrated Environment for Supporting the Design of Generic Automated
Negotiators*, Computational Intelligence 30(1)): evaluations as they stand in the files, which an
analysis divides by the largest of their issue.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from parley.errors import ParleyError
from parley.record import Header
from parley.scenario.base import (
    Brief,
    Criterion,
    Profile,
    Profiles,
    Scenario,
    Slug,
    Strict,
    Text,
)

MOST_ISSUES = 100
MOST_OPTIONS = 10_000
MOST_INTEGERS = 1_000_000
LONGEST_NAME = 500
LARGEST = 1e9

Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]
Weight = Annotated[float, Field(ge=0, le=LARGEST, allow_inf_nan=False)]
Name = Annotated[
    str, Field(min_length=1, max_length=LONGEST_NAME), AfterValidator(lambda text: _printable(text))
]


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("a name is of printable characters, on one line")
    return text


class Party(Strict):
    """A side: what it has without agreement, and how fast its utility melts (kept, not used)."""

    name: Name
    reservation: Number = 0.0
    discount: float = Field(1.0, ge=0, le=1)


class Option(Strict):
    """An option of a discrete issue, with its evaluation by either side."""

    name: Name
    evaluations: tuple[Number, Number]


class Line(Strict):
    """A utility that rises or falls evenly: ``offset`` at the low end, ``slope`` for each unit."""

    offset: Number
    slope: Number


class Integers(Strict):
    """The whole numbers from ``low`` to ``high``, with a line for either side."""

    low: int = Field(ge=-int(LARGEST), le=int(LARGEST))
    high: int = Field(ge=-int(LARGEST), le=int(LARGEST))
    lines: tuple[Line, Line]

    @model_validator(mode="after")
    def _rising(self) -> "Integers":
        _check_range(self.low, self.high)
        if self.high - self.low >= MOST_INTEGERS:
            raise ValueError(f"a range holds at most {MOST_INTEGERS:,} whole numbers")
        return self


class Shape(Strict):
    """A utility of a real number: what GENIUS calls an evaluator, with its parameters 0, 1, 2.

    ``linear``: offset and slope of the number itself; ``constant``: the utility; ``triangular``:
    where it rises from 0, where it is back at 0, and between them where it is 1.
    """

    shape: Literal["linear", "constant", "triangular"]
    parameters: tuple[Number, ...]

    @model_validator(mode="after")
    def _fits(self) -> "Shape":
        wanted = {"linear": 2, "constant": 1, "triangular": 3}[self.shape]
        if len(self.parameters) != wanted:
            raise ValueError(f"a {self.shape} shape has {wanted} parameters")
        if self.shape == "triangular":
            low, high, top = self.parameters
            if not low < top < high:
                raise ValueError("the top of a triangle lies between its two ends")
        return self


class Reals(Strict):
    """The numbers from ``low`` to ``high``, with a shape for either side."""

    low: Number
    high: Number
    shapes: tuple[Shape, Shape]

    @model_validator(mode="after")
    def _rising(self) -> "Reals":
        _check_range(self.low, self.high)
        return self


class DomainIssue(Strict):
    """An issue: its weight for either side, and its options or its range."""

    name: Name
    weights: tuple[Weight, Weight]
    options: tuple[Option, ...] = Field((), max_length=MOST_OPTIONS)
    integers: Integers | None = None
    reals: Reals | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> "DomainIssue":
        kinds = [bool(self.options), self.integers is not None, self.reals is not None]
        if sum(kinds) != 1:
            raise ValueError("an issue has one of these: options, integers, reals")
        _check_names("option names", (option.name for option in self.options))
        for side in (0, 1):
            evaluations = [option.evaluations[side] for option in self.options]
            if evaluations and max(evaluations) <= 0 and any(evaluations):
                raise ValueError("the largest evaluation of an issue is above 0, or all are 0")
        return self


class OriginFile(Strict):
    """A file that a domain was imported from, and its SHA-256."""

    file: Name
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class Origin(Strict):
    """Where a domain was imported from: first the file of the domain, then those of the sides."""

    format: Literal["GENIUS"]
    files: tuple[OriginFile, OriginFile, OriginFile]


class DomainScenario(Scenario):
    """A negotiation domain, as it is imported or as an instructor writes it."""

    game: Literal["domain"]
    module: Text = "-"
    minutes: int = Field(15, ge=1, le=60)
    summary: Text = "A negotiation domain, to be analysed."
    assumptions: Text = "The numbers are those of the files."
    names: tuple[dict[Slug | str, Text], ...] = ({},)
    brief: Brief = Brief(situation=(), task=())
    criteria: dict[Slug, Criterion] = {}
    profiles: Profiles = Profiles(practice=(Profile(id="domain"),))
    parties: tuple[Party, Party]
    issues: tuple[DomainIssue, ...] = Field(min_length=1, max_length=MOST_ISSUES)
    origin: Origin | None = None

    @model_validator(mode="after")
    def _different(self) -> "DomainScenario":
        _check_names("names of the parties", (party.name for party in self.parties))
        _check_names("issue names", (issue.name for issue in self.issues))
        return self

    @property
    def rules(self) -> int:
        """The version of a domain's rules: it has none but the form of its file."""
        return 1

    def numbers(self, profile: Any) -> None:
        """Return nothing: a domain is in no game."""

    def deal(
        self, header: Header, profile: Any, hidden: int, part: str, opening: tuple[Any, ...] = ()
    ) -> Any:
        """Refuse: a domain cannot be played."""
        raise ParleyError(
            f"{self.exercise} is a domain: it can be analysed, not played. "
            f"Run 'parley analyse {self.exercise}', or play one of Parley's own exercises."
        )


def _check_range(low: float, high: float) -> None:
    if low > high:
        raise ValueError("a range goes from its low end to its high end")


def _check_names(what: str, names: Iterable[str]) -> None:
    """Check that no name occurs twice; `unique` is too slow for thousands of options."""
    double = [name for name, times in Counter(names).items() if times > 1]
    if double:
        raise ValueError(f"{what} must differ; twice: {', '.join(double[:3])}")
