"""What may be asked of a player now, and what there is to see: the words every game speaks.

A game answers ``form(state)`` with a `Form` and ``view(state)`` with a `View`.
One panel draws both; a new game needs no panel of its own.
All of it is plain data that turns into JSON with `dataclasses.asdict`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Choice:
    """One answer that a field can take: the value in the move, and what the player reads.

    ``worth`` is what the choice alone is worth to the player, in points, where that is known;
    ``closed`` says why it cannot be chosen, if it cannot.
    """

    value: str | int
    label: str
    note: str = ""
    worth: float | None = None
    closed: str = ""


@dataclass(frozen=True)
class Field:
    """One labelled control of an action: a list of choices, one of which is set.

    ``open`` asks for all choices side by side with their notes, and not for a list that unfolds.
    """

    name: str
    label: str
    choices: tuple[Choice, ...]
    value: str | int
    note: str = ""
    open: bool = False


@dataclass(frozen=True)
class Number:
    """One labelled slider: a whole number from ``low`` to ``high`` in steps, with its unit.

    Where ``value`` is None, nothing stands there yet, and the number is typed in.
    """

    name: str
    label: str
    low: int
    high: int
    value: int | None
    step: int = 1
    unit: str = ""
    note: str = ""


@dataclass(frozen=True)
class Action:
    """One kind of move: its name, what it costs, its fields, and why it is closed if it is.

    ``confirm`` is the question of the second step for a move with consequences.  ``button`` is
    what the button says.  Where ``total`` is not empty, the worths of the chosen options add up,
    and the sum is shown after these words.  ``once`` asks that the next move begin with the first
    action again, and not with this one.
    """

    kind: str
    label: str
    note: str = ""
    fields: tuple[Field | Number, ...] = ()
    confirm: str = ""
    closed: str = ""
    button: str = ""
    total: str = ""
    once: bool = False


@dataclass(frozen=True)
class Table:
    """A small table of words: a caption, column heads and rows of cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Block:
    """A titled piece of text: paragraphs, then a table if there is one."""

    title: str
    text: tuple[str, ...] = ()
    table: Table | None = None
    folded: bool = False


@dataclass(frozen=True)
class Form:
    """All moves that may be asked of the player now; no actions when the play is over.

    ``first`` are fields that every move carries, whatever its kind, such as a stated belief.
    ``remarks`` are fields that any move may carry and none needs: why, and what is expected.
    ``shown`` is what the question is about, to be read just before it, such as one file.
    """

    prompt: str
    actions: tuple[Action, ...]
    remarks: tuple[Field, ...] = ()
    first: tuple[Field | Number, ...] = ()
    shown: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Meter:
    """A number with its scale, said in words as well.

    ``marks`` are named places on the scale, such as the value of breaking off.
    """

    label: str
    value: float
    low: float
    high: float
    text: str
    marks: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Event:
    """One line of the log: the move's number, who acted, and what was said."""

    number: int
    who: str
    text: str


@dataclass(frozen=True)
class View:
    """Everything a player may see of a state.

    ``brief`` stands at the left, ``meters`` and ``known`` at the right, ``log`` below;
    ``said`` is what just happened in one sentence; ``over`` tells the end, or is empty.
    ``marked`` maps a layer of the map to the option it shows for each side, e.g.
    ``{"theirs": {"road": 2}}``. ``debrief`` is what a play that is over teaches: it stands among
    what is known, but not while other plays of an attempt that counts are open.
    """

    title: str
    brief: tuple[Block, ...]
    meters: tuple[Meter, ...]
    known: tuple[Block, ...]
    log: tuple[Event, ...]
    said: str
    over: str = ""
    marked: dict[str, dict[str, int]] = field(default_factory=dict)
    debrief: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Telling:
    """What a review says of one move.

    Parameters
    ----------
    move : str
        What was done; the details of a large move stand in ``package``.
    package : str
        The details, or nothing.
    known_then : str
        What the player could know.
    best_move : str
        A best move on that knowledge, and what it would have done; no full stop.
    known_now : str
        What is known once hidden facts are shown.
    why : str
        Why the move was worth what it was; one sentence without a full stop.
    """

    move: str
    package: str
    known_then: str
    best_move: str
    known_now: str
    why: str


def because(reasons: Iterable[tuple[str, str]]) -> tuple[Field, ...]:
    """Return the control for the reason of a move, which may be left open; none without reasons.

    Parameters
    ----------
    reasons : iterable of (str, str)
        The value in the move, and what the player reads.

    Returns
    -------
    tuple of Field
        One or none.
    """
    return _remark("because", "Why (you may leave this open)", reasons)


def expect(answers: Iterable[tuple[str, str]]) -> tuple[Field, ...]:
    """Return the control for the answer that a player expects; as for `because`."""
    return _remark("expect", "What do you expect?", answers)


def _remark(name: str, label: str, options: Iterable[tuple[str, str]]) -> tuple[Field, ...]:
    choices = tuple(Choice(value, text) for value, text in options)
    none_yet = Choice("", "nothing in particular")
    return (Field(name, label, (none_yet, *choices), ""),) if choices else ()
