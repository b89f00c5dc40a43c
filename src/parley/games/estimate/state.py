"""A claim desk as it stands, and the variant that one trainee has before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parley.games.estimate.scoring import Scale


class Source(NamedTuple):
    """Where a ruling comes from: a short form for the table and a full one for the review."""

    short: str
    full: str


@dataclass(frozen=True)
class Ruling:
    """What the key says of a claim: the right answer, why, and the sources."""

    answer: str
    why: str
    sources: Sequence[Source] = ()


@dataclass(frozen=True)
class Claim:
    """One sentence to judge.

    ``origin`` says where it stands, or is empty; ``ruling`` is what the key says of it, where the
    key is shown after the answer.
    """

    slug: str
    text: str
    origin: str = ""
    ruling: Ruling | None = None


@dataclass(frozen=True)
class Option:
    """One answer of the scale: its name in a move, its label, and what it means."""

    slug: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Words:
    """The texts of a desk.

    ``noun`` and ``nouns`` are what is judged, such as claim and claims; ``ask`` is the question
    about each, ``order`` what the button says.  ``reasons`` are the reasons a move may carry.
    """

    title: str
    noun: str
    nouns: str
    ask: str
    situation: tuple[str, ...]
    task: tuple[str, ...]
    options: tuple[Option, ...]
    reasons: tuple[tuple[str, str], ...] = ()

    def label(self, answer: str) -> str:
        """Return what an answer is called."""
        return next(option.label for option in self.options if option.slug == answer)


@dataclass(frozen=True)
class Variant:
    """What one trainee gets in one attempt: the claims in the order in which they are shown.

    Parameters
    ----------
    scale : Scale
        The answers and what they cost.
    claims : tuple of Claim
        The claims.
    words : Words
        The texts.
    """

    scale: Scale
    claims: tuple[Claim, ...]
    words: Words


@dataclass(frozen=True)
class Answer:
    """An answer to one claim: the verdict, the confidence in percent, and the reason if given."""

    verdict: str
    confidence: int
    because: str = ""


@dataclass(frozen=True)
class State:
    """The desk as it stands: the answers so far, to the first claims in their order."""

    variant: Variant
    answers: tuple[Answer, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim that is to be judged now."""
        return self.variant.claims[len(self.answers)]

    @property
    def left(self) -> tuple[Claim, ...]:
        """The claims that are not judged yet."""
        return self.variant.claims[len(self.answers) :]

    @property
    def judged(self) -> tuple[tuple[Claim, Answer], ...]:
        """Each claim that is judged, with its answer."""
        return tuple(zip(self.variant.claims, self.answers, strict=False))
