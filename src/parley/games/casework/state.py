"""A desk of files as it stands, and the variant that one trainee has before them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from parley.games.casework.engine import Rule


@dataclass(frozen=True)
class Decision:
    """One decision: its name in a move, its label, and what it means."""

    slug: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Book:
    """What may be decided, from the most permissive to the most restrictive, and by which rules."""

    decisions: tuple[Decision, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def _by_slug(self) -> Mapping[str, Rule]:
        return {rule.slug: rule for rule in self.rules}

    def rule(self, slug: str) -> Rule:
        """Return a rule by its name."""
        return self._by_slug[slug]

    def decision(self, slug: str) -> Decision:
        """Return a decision by its name."""
        return next(one for one in self.decisions if one.slug == slug)


@dataclass(frozen=True)
class Ruling:
    """What the key says of a file: the rule that decides, what holds in the file, and why."""

    rule: str
    holds: str
    why: str


@dataclass(frozen=True)
class File:
    """One file to decide; ``ruling`` is there where the key is shown after the decision."""

    slug: str
    title: str
    text: tuple[str, ...]
    ruling: Ruling | None = None


@dataclass(frozen=True)
class Words:
    """The texts of a desk; ``noun`` and ``nouns`` are what is decided, such as cable and cables.

    ``names`` are the names that stand for braces in the key's texts; ``told`` says what holds for
    every file of this profile.
    """

    title: str
    noun: str
    nouns: str
    situation: tuple[str, ...]
    task: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Variant:
    """What one trainee gets in one attempt: the files in the order in which they arrive."""

    book: Book
    files: tuple[File, ...]
    words: Words


@dataclass(frozen=True)
class Answer:
    """What was done with one file; ``decision`` and ``rule`` are empty where it was left."""

    decision: str = ""
    rule: str = ""
    because: str = ""


@dataclass(frozen=True)
class State:
    """The desk as it stands: the answers so far, to the first files in their order."""

    variant: Variant
    answers: tuple[Answer, ...] = ()

    @property
    def file(self) -> File:
        """The file that is to be decided now."""
        return self.variant.files[len(self.answers)]

    @property
    def left(self) -> tuple[File, ...]:
        """The files that have not been decided or left yet."""
        return self.variant.files[len(self.answers) :]

    @property
    def done(self) -> tuple[tuple[File, Answer], ...]:
        """Each file that was decided or left, with its answer."""
        return tuple(zip(self.variant.files, self.answers, strict=False))
