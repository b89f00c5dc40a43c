"""A forecast book as it stands, and the questions that one trainee has before them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Base:
    """How often such a thing happens: a rate in percent, and where it comes from."""

    rate: int
    why: str


@dataclass(frozen=True)
class Inject:
    """One dated piece of new evidence, and whether it speaks for ``yes`` or for ``no``."""

    on: str
    text: str
    toward: str


@dataclass(frozen=True)
class End:
    """How a question ended: whether it happened, when that was known, and by which sources."""

    happened: bool
    on: str
    text: str
    sources: tuple[str, ...]

    @property
    def word(self) -> str:
        """``yes`` or ``no``."""
        return "yes" if self.happened else "no"

    @property
    def percent(self) -> int:
        """What one would have said who knew it: 100 or 0."""
        return 100 if self.happened else 0


@dataclass(frozen=True)
class Question:
    """One question that can only end with yes or with no.

    Parameters
    ----------
    slug : str
        Its id.
    title : str
        What it is called in a log.
    text : str
        What is asked, with the day by which it must happen.
    asked : str
        The day on which it is asked, in words; nothing later is known.
    evidence : tuple of str
        What is known on that day.
    base : Base
        The base rate.
    inject : Inject
        What comes in before the second estimate.
    end : End
        How it ended.
    """

    slug: str
    title: str
    text: str
    asked: str
    evidence: tuple[str, ...]
    base: Base
    inject: Inject
    end: End


@dataclass(frozen=True)
class Words:
    """The texts of a book; ``reasons`` are the reasons a move may carry."""

    title: str
    situation: tuple[str, ...]
    task: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Variant:
    """What one trainee gets in one attempt: the questions in the order in which they are asked."""

    questions: tuple[Question, ...]
    words: Words


@dataclass(frozen=True)
class Estimate:
    """A probability of ``yes`` in percent, and the reason if given."""

    percent: int
    because: str = ""


@dataclass(frozen=True)
class State:
    """The book as it stands: two estimates for each question, in the order of the questions."""

    variant: Variant
    estimates: tuple[Estimate, ...] = ()

    @property
    def place(self) -> int:
        """How many questions have ended."""
        return len(self.estimates) // 2

    @property
    def updating(self) -> bool:
        """Whether the new evidence of the question has come in."""
        return len(self.estimates) % 2 == 1

    @property
    def question(self) -> Question:
        """The question that is to be estimated now."""
        return self.variant.questions[self.place]

    @property
    def first(self) -> int | None:
        """The first estimate of the question, in percent, where the second one is due."""
        return self.estimates[-1].percent if self.updating else None

    @property
    def ended(self) -> tuple[tuple[Question, int, int], ...]:
        """Each question that has ended, with the first estimate and the second, in percent."""
        said = [estimate.percent for estimate in self.estimates]
        return tuple(zip(self.variant.questions, said[::2], said[1::2], strict=False))

    @property
    def made(self) -> tuple[tuple[Question, int], ...]:
        """Each estimate so far, in percent, with its question."""
        return tuple(
            (self.variant.questions[place // 2], estimate.percent)
            for place, estimate in enumerate(self.estimates)
        )

    @property
    def due(self) -> tuple[Question, ...]:
        """The question of each estimate that is still to be made."""
        twice = [question for question in self.variant.questions for _ in range(2)]
        return tuple(twice[len(self.estimates) :])
