"""A negotiation as it stands, and the variant that one trainee has before them."""

from dataclasses import dataclass, field

from parley.games.bargaining.model import Information, Numbers, Package
from parley.games.bargaining.steps import Step


@dataclass(frozen=True)
class Issue:
    """An issue as it is shown: its slug, label and options, and which way the player wants it.

    ``rising`` tells that a later option is better for the player; ``stake`` says in words what
    the issue means to the player.  ``signed`` is the option that was signed in fact, where such
    talks took place, else -1.
    """

    slug: str
    label: str
    options: tuple[str, ...]
    rising: bool
    stake: str = ""
    signed: int = -1

    def level(self, option: int) -> int:
        """Return the player's level of an option."""
        return option if self.rising else len(self.options) - 1 - option

    option = level
    """Return the option at a level of the player: the same turn back again."""


@dataclass(frozen=True)
class Words:
    """The texts of a scenario, with this variant's names already in them.

    ``styles`` describes what a type answers to, ``reasons`` are the reasons a move may carry,
    ``names`` are the names of places and parties, for a map.  ``law`` is said in the brief;
    ``clauses`` are sentences that may be added to a text: slug, words, and the law that each
    breaks, if it does.  ``debrief`` is read when the talks are over.
    """

    title: str
    you: str
    they: str
    situation: tuple[str, ...] = ()
    task: tuple[str, ...] = ()
    styles: dict[str, str] = field(default_factory=dict, hash=False)
    reasons: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    law: tuple[str, ...] = ()
    clauses: tuple[tuple[str, str, str], ...] = ()
    debrief: tuple[str, ...] = ()


@dataclass(frozen=True)
class Variant:
    """A profile under a relabelling, with its hidden type: what one trainee gets in one attempt.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    hidden : int
        The type that is really there.
    key : str
        The words from which chance is drawn.
    issues : tuple of Issue
        The issues in role order.
    order : tuple of int
        The roles in the order in which they are shown.
    letters : tuple of str
        What each type is called.
    words : Words
        The texts.
    opening : tuple of Step
        Steps already taken when the player comes in; during them the talks do not break off.
    """

    numbers: Numbers
    hidden: int
    key: str
    issues: tuple[Issue, ...]
    order: tuple[int, ...]
    letters: tuple[str, ...]
    words: Words
    opening: tuple[Step, ...] = ()

    def role(self, slug: str) -> int:
        """Return the role of an issue, given its slug; -1 if there is none."""
        return next((i for i, issue in enumerate(self.issues) if issue.slug == slug), -1)


@dataclass(frozen=True)
class Turn:
    """One round: the step, the answer in a word, the offer that then stood, and remarks.

    ``clause`` is the sentence that the player added to the text, if any.
    """

    step: Step
    answer: str
    offer: Package
    expect: str = ""
    because: str = ""
    clause: str = ""


@dataclass(frozen=True)
class State:
    """The talks as they stand.

    ``outcome`` is empty while they go on, then ``agreed``, ``walked-out``, ``broken-off`` or
    ``out-of-time``; ``fees`` are hundredths of a point paid so far, a break's loss included.
    """

    variant: Variant
    info: Information
    fees: int = 0
    outcome: str = ""
    package: Package = ()
    turns: tuple[Turn, ...] = ()
