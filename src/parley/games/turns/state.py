"""A play in turns as it stands: the variant that is played, and the turns so far."""

from dataclasses import dataclass, field

from parley.games.turns.model import Choice, Information, Model, Sign


@dataclass(frozen=True)
class Words:
    """The texts of a variant, names filled in.

    Each of ``acts``, ``events``, ``tracks``, ``types`` and ``cards`` maps a name to its label and
    its text; ``orders`` maps the name of an act to the labels of its fields, and ``values`` the
    name of a track to the labels of its levels, if they have any.
    """

    title: str
    turn: str
    they: str
    question: str
    situation: tuple[str, ...]
    task: tuple[str, ...]
    law: tuple[str, ...]
    acts: dict[str, tuple[str, str]]
    events: dict[str, tuple[str, str]]
    tracks: dict[str, tuple[str, str]]
    types: dict[str, tuple[str, str]]
    cards: dict[str, tuple[str, str]]
    orders: dict[str, tuple[str, ...]]
    values: dict[str, tuple[str, ...]]
    goals: dict[str, tuple[tuple[str, float], ...]]
    breaches: dict[str, str]
    ends: dict[str, str]
    rules: tuple[str, ...]
    debrief: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Variant:
    """A profile under the names and letters that one trainee gets.

    Parameters
    ----------
    model : Model
        The profile.
    hidden : int
        The type that is really there, its place in the model's types.
    key : str
        The words from which chance is drawn.
    letters : tuple of str
        What each type is called; types are shown in the order of their letters.
    words : Words
        The texts.
    opening : tuple of (Choice, Sign)
        Orders and signs already past when the player comes in.
    first : int
        The card that lay on the table first, where cards are drawn; -1 to draw it.
    """

    model: Model
    hidden: int
    key: str
    letters: tuple[str, ...]
    words: Words
    opening: tuple[tuple[Choice, Sign], ...] = ()
    first: int = -1

    @property
    def order(self) -> tuple[int, ...]:
        """The types in the order in which they are shown."""
        return tuple(sorted(range(len(self.letters)), key=lambda kind: self.letters[kind]))

    def named(self, kind: int) -> str:
        """Return how a type is called, such as ``type B (afraid)``."""
        return f"type {self.letters[kind]} ({self.words.types[self.model.types[kind]][0]})"


@dataclass(frozen=True)
class Turn:
    """One turn: what was known before it, the order, its sign, and the belief that was stated.

    ``belief`` is -1 where none was stated; ``own`` is False for a turn of a position's opening, in
    which the player had no say.
    """

    before: Information
    choice: Choice
    sign: Sign
    belief: int = -1
    own: bool = True
    remarks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class State:
    """The play as it stands.

    ``outcome`` is empty while it goes on; ``gained`` are the hundredths of a point so far, stated
    beliefs and the end included.
    """

    variant: Variant
    now: Information
    gained: int = 0
    outcome: str = ""
    turns: tuple[Turn, ...] = ()
