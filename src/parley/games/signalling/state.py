"""A crisis as it stands, and the variant that one trainee has before them."""

from dataclasses import dataclass, field

from parley.games.signalling.model import TYPES, Information, Numbers


@dataclass(frozen=True)
class Words:
    """The texts of a scenario, with this variant's names already in them.

    ``types`` gives each type its name and what it wants, ``acts`` each act its name and what is
    done, ``demands`` the two threats, ``levels`` each level its name and what it means; ``law`` is
    the order that binds the player.
    """

    title: str
    you: str
    they: str
    situation: tuple[str, ...] = ()
    task: tuple[str, ...] = ()
    types: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    acts: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    demands: dict[str, str] = field(default_factory=dict, hash=False)
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    law: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Variant:
    """A profile under a relabelling, with its hidden type: what one trainee gets in one attempt.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    hidden : int
        The type that is really there, its place in `TYPES`.
    key : str
        The words from which chance is drawn.
    letters : tuple of str
        What each type is called; types are shown in the order of their letters.
    words : Words
        The texts.
    opening : tuple of (str, str)
        Acts and answers already past when the player comes in.
    """

    numbers: Numbers
    hidden: int
    key: str
    letters: tuple[str, ...]
    words: Words
    opening: tuple[tuple[str, str], ...] = ()

    @property
    def order(self) -> tuple[int, ...]:
        """The types in the order in which they are shown."""
        return tuple(sorted(range(len(TYPES)), key=lambda kind: self.letters[kind]))

    def called(self, act: str) -> str:
        """Return what an act is called, such as ``give notice``."""
        return self.words.acts[act][0]

    def named(self, kind: int) -> str:
        """Return how a type is called, such as ``type B (seeks gain)``."""
        return f"type {self.letters[kind]} ({self.words.types[TYPES[kind]][0]})"


@dataclass(frozen=True)
class Turn:
    """One turn: what was known before it, the act, the answer, and the belief that was stated.

    ``belief`` is -1 for a turn of a position's opening, in which the player had no say.
    ``accident`` tells that war came by accident.
    """

    before: Information
    act: str
    answer: str
    belief: int = -1
    accident: bool = False
    expect: str = ""
    because: str = ""


@dataclass(frozen=True)
class State:
    """The crisis as it stands.

    ``outcome`` is empty while it goes on, then ``peace``, ``war`` or ``accident``; ``fees`` are the
    hundredths of a point lost so far, stated beliefs and the end included.
    """

    variant: Variant
    info: Information
    fees: int = 0
    outcome: str = ""
    turns: tuple[Turn, ...] = ()
