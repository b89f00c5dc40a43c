"""The schema of a forecast book: dated questions that have ended, with what was known before."""

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from parley.chance import shuffled
from parley.games.forecast.scoring import ASPECTS
from parley.games.forecast.state import Base, End, Inject, Question, Variant, Words
from parley.record import Header
from parley.scenario.base import (
    Profile,
    Profiles,
    Scenario,
    Slug,
    Strict,
    Text,
    named_once,
    unique,
)

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""Names of our own, because those of the calendar module follow the machine's language."""


class BaseText(Strict):
    """How often such a thing happens: a count, or an assumption where there is none.

    ``counted`` says of what ``times`` of ``of`` is the count; ``assumed`` says why ``rate``, in
    percent, is taken where nothing is counted.
    """

    counted: Text | None = None
    times: int | None = Field(None, ge=0)
    of: int | None = Field(None, ge=1)
    assumed: Text | None = None
    rate: int | None = Field(None, ge=1, le=99)

    @model_validator(mode="after")
    def _one_of_two(self) -> "BaseText":
        count, guess = (self.counted, self.times, self.of), (self.assumed, self.rate)
        if None not in count and guess == (None, None):
            self._check_count()
        elif None in guess or count != (None, None, None):
            raise ValueError(
                "give counted, times and of; or, where nothing is counted, only assumed and rate"
            )
        return self

    def _check_count(self) -> None:
        if (self.times or 0) > (self.of or 0):
            raise ValueError(f"times is at most of; got {self.times} of {self.of}")

    @property
    def plain(self) -> Base:
        """The rate in percent, and where it comes from; see `laplace`."""
        if self.times is None or self.of is None:
            return Base(self.rate or 0, f"This is an assumption for teaching. {self.assumed}")
        why = f"{self.times} of {self.of}: {self.counted} One case of each kind is added."
        return Base(laplace(self.times, self.of), why)


class InjectText(Strict):
    """One piece of new evidence: when it came in, and whether it speaks for yes or for no."""

    day: date
    text: Text
    for_yes: bool


class EndText(Strict):
    """How a question ended, and when that was known."""

    happened: bool
    day: date
    text: Text
    sources: tuple[Text, ...] = Field(min_length=1)


class QuestionText(Strict):
    """A question that can only end with yes or with no, on or before the day ``by``."""

    id: Slug
    title: Text
    region: Text
    asked: date
    by: date
    question: Text
    evidence: tuple[Text, ...] = Field(min_length=1)
    base: BaseText
    inject: InjectText
    end: EndText

    @model_validator(mode="after")
    def _in_order(self) -> "QuestionText":
        """Check that nothing is known before its day."""
        days = (self.asked, self.inject.day, self.end.day, self.by)
        if list(days) != sorted(days) or self.asked == self.inject.day:
            raise ValueError(
                f"{self.id}: the question comes before the inject, the inject not after the end, "
                f"and the end not after the last day; got {', '.join(map(str, days))}"
            )
        return self

    @property
    def plain(self) -> Question:
        """The question as the game has it, its days in words."""
        inject, end = self.inject, self.end
        toward = "yes" if inject.for_yes else "no"
        return Question(
            slug=self.id,
            title=self.title,
            text=self.question,
            asked=in_words(self.asked),
            evidence=self.evidence,
            base=self.base.plain,
            inject=Inject(in_words(inject.day), inject.text, toward),
            end=End(end.happened, in_words(end.day), end.text, end.sources),
        )


class ForecastProfile(Profile):
    """The questions of one attempt."""

    questions: tuple[QuestionText, ...] = Field(min_length=2)


class ForecastProfiles(Profiles):
    """Questions to practise on; none count, because anybody can look up how they ended."""

    practice: tuple[ForecastProfile, ...] = Field(min_length=1)
    counted: tuple[ForecastProfile, ...] = ()

    @model_validator(mode="after")
    def _practice_only(self) -> "ForecastProfiles":
        if self.counted:
            raise ValueError("no question counts, because its end can be looked up; drop 'counted'")
        return self


class ForecastScenario(Scenario):
    """A forecast book, as an instructor writes it."""

    game: Literal["forecast"]
    names: tuple[dict[Slug | str, Text], ...] = ({},)
    profiles: ForecastProfiles

    @model_validator(mode="after")
    def _complete(self) -> "ForecastScenario":
        """Check what no single field can tell."""
        unique("profile ids", [profile.id for profile in self.everything])
        unique("question ids", [one.id for profile in self.everything for one in profile.questions])
        named_once(self.criteria, ASPECTS)
        return self

    def solution(self, profile: str, folder: Path) -> Any:
        """Return nothing: how a question ended stands with it."""
        return None

    def numbers(self, profile: ForecastProfile) -> Any:
        """Return nothing: every number stands with its question."""
        return None

    def deal(
        self,
        header: Header,
        profile: ForecastProfile,
        hidden: int,
        part: str,
        opening: tuple[Any, ...] = (),
    ) -> Variant:
        """Return the questions of a profile in an order of the trainee's own; see `Scenario.deal`.

        So two trainees side by side seldom read the same question at the same time.
        """
        asked = [one.plain for one in profile.questions]
        shown = shuffled(asked, *header.words(), part, "order")
        words = Words(
            title=self.title,
            situation=self.brief.situation,
            task=self.brief.task,
            reasons=tuple((reason.id, reason.text) for reason in self.reasons),
        )
        return Variant(tuple(shown), words)


def laplace(times: int, of: int) -> int:
    """Return the rate of a count by Laplace's rule of succession, in whole percent.

    Parameters
    ----------
    times : int
        How often it happened.
    of : int
        How often it could have happened.

    Returns
    -------
    int
        (times + 1) of (of + 2), rounded, half a percent upwards.

    Examples
    --------
    >>> laplace(2, 2), laplace(0, 5), laplace(26, 351)
    (75, 14, 8)
    """
    return (200 * (times + 1) + of + 2) // (2 * (of + 2))


def in_words(day: date) -> str:
    """Return a day as it is read.

    Examples
    --------
    >>> in_words(date(2023, 3, 1))
    '1 March 2023'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
