"""The parts of an exercise in turns as an instructor writes them: conditions, effects, prices.

A number may be written as a *dial*, such as ``$edge`` or ``$edge+1``: each profile sets the dials.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictInt, StrictStr

from parley.scenario.base import Slug, Strict, Text

Level = StrictInt | StrictStr
"""A whole number, or a dial."""

Points = StrictInt | float | StrictStr
"""Points, or a dial that stands for points."""

Asked = StrictInt | StrictStr | tuple[StrictInt | StrictStr, ...]
Conditions = dict[Slug, Asked]

_DIAL = re.compile(r"\$([a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*)(?:([+-])(\d+))?")
_COMPARED = re.compile(r"(>=|<=|==|>|<)\s*(-?\d+)")

TESTS = {
    ">=": lambda one, than: one >= than,
    "<=": lambda one, than: one <= than,
    "==": lambda one, than: one == than,
    ">": lambda one, than: one > than,
    "<": lambda one, than: one < than,
}


class Conditioned(Strict):
    """Something that holds where all of ``when`` does, and one of ``any`` if there is any."""

    when: Conditions = {}
    any: tuple[Conditions, ...] = ()


class EffectText(Conditioned):
    """What moves levels: ``add`` by steps, ``set`` to a level."""

    add: dict[Slug, Level] = {}
    set: dict[Slug, Level] = {}


def _effects(value: Any) -> Any:
    """Return effects as a list; a plain mapping of levels to steps is one effect."""
    if isinstance(value, Mapping):
        known = {"add", "set", "when", "any"}
        return [value if known & set(value) else {"add": value}]
    return value


Effects = Annotated[tuple[EffectText, ...], BeforeValidator(_effects)]


class TypeText(Strict):
    """What the other side may be."""

    label: Text
    text: Text


class CardText(Strict):
    """A case that may lie on the table; ``odds`` where it is drawn anew each turn."""

    label: Text
    text: Text
    odds: int = Field(0, ge=0)


class DialText(Strict):
    """A number that profiles set, and the range from which profiles are generated."""

    range: tuple[int, int]


class GoalText(Strict):
    """A named place on a level's scale."""

    label: Text
    at: Level


class TrackText(Strict):
    """A level: its range, where it starts, the names of its steps, its goals.

    Without a label it is kept out of sight: a counter that the rules need.
    """

    label: str = ""
    text: str = ""
    range: tuple[int, int]
    start: Level
    values: tuple[Text, ...] = ()
    goals: tuple[GoalText, ...] = ()


class DerivedText(Strict):
    """A number reckoned from levels: their weighted sum, or the lowest of them."""

    label: Text
    text: Text
    sum: dict[Slug, Level] = {}
    lowest: tuple[Slug, ...] = ()
    goals: tuple[GoalText, ...] = ()


class FieldText(Strict):
    """A field of an act: the level it sets, and how far it reaches in one turn."""

    label: Text
    sets: Slug
    reach: int = Field(1_000, ge=1)


class BreachText(Conditioned):
    """When an act breaks the law, and what is then said; the article comes first."""

    says: Text


class ActText(Conditioned):
    """What can be ordered; ``when`` says in which conditions it is open."""

    label: Text
    text: str = ""
    cost: Points = 0
    fields: tuple[FieldText, ...] = ()
    does: Effects = ()
    breach: BreachText | None = None


class SignText(Strict):
    """What may come: its price, what it moves, and the end that it brings, if any."""

    label: Text
    text: str = ""
    cost: Points = 0
    does: Effects = ()
    ends: Slug | None = None


class OddsText(Conditioned):
    """The odds of the signs, for some types; the first rule that fits holds."""

    types: tuple[Slug, ...] = ()
    odds: dict[Slug, Level]


class PriceText(Conditioned):
    """What is paid: for each step of a level over or under a limit, or once where it holds."""

    label: Text
    types: tuple[Slug, ...] = ()
    level: Slug | None = None
    over: Level | None = None
    under: Level | None = None
    each: Points | None = None
    cost: Points | None = None
    percent: int = Field(100, ge=1, le=100)


class BreakText(Conditioned):
    """What ends the play early: the end's name, and its cost."""

    ends: Slug
    cost: Points = 0


class TermsText(Strict):
    """How many turns there are and what they are called; what a stated belief costs."""

    turns: int = Field(ge=1, le=24)
    turn: Text = "turn"
    belief: float = Field(0, ge=0)
    about: Slug | None = None
    question: str = ""


def dialled(value: Any, dials: Mapping[str, int]) -> Any:
    """Return a value with its dials replaced by a profile's numbers.

    Parameters
    ----------
    value : int or str
        Such as ``3``, ``"$edge"``, ``"<$edge+1"``.
    dials : mapping of str to int
        The profile's numbers.

    Returns
    -------
    int or str
        The value; a dial on its own becomes a number.

    Raises
    ------
    ValueError
        If a profile does not set a dial.

    Examples
    --------
    >>> dialled("<$edge+1", {"edge": 3}), dialled("$edge", {"edge": 3}), dialled(7, {})
    ('<4', 3, 7)
    """
    if not isinstance(value, str):
        return value

    def number(found: re.Match[str]) -> str:
        if found[1] not in dials:
            known = ", ".join(dials) or "none"
            raise ValueError(f"no dial ${found[1]}; the profile sets {known}")
        step = int(found[3] or 0) * (-1 if found[2] == "-" else 1)
        return str(dials[found[1]] + step)

    text = _DIAL.sub(number, value)
    return int(text) if text != value and re.fullmatch(r"-?\d+", text) else text


def hundredths(value: Any, dials: Mapping[str, int]) -> int:
    """Return points in hundredths.

    Examples
    --------
    >>> hundredths(0.5, {}), hundredths("$price", {"price": 3})
    (50, 300)
    """
    found = dialled(value, dials)
    if isinstance(found, str):
        raise ValueError(f"points are a number or a dial; got {found!r}")
    return round(100 * found)


def level(value: Any, dials: Mapping[str, int]) -> int:
    """Return a whole number that may be written as a dial."""
    found = dialled(value, dials)
    if not isinstance(found, int):
        raise ValueError(f"a level is a whole number or a dial; got {found!r}")
    return found


def allowed(
    asked: Any, span: tuple[int, int], names: tuple[str, ...], dials: Mapping[str, int]
) -> frozenset[int]:
    """Return the numbers of a fact that a condition allows.

    Parameters
    ----------
    asked : int, str or sequence of them
        A number, a comparison such as ``">=3"``, a name, or a list of numbers or names.
    span : tuple of int
        The least and the greatest number that the fact can have.
    names : tuple of str
        The names of these numbers, from the least on; empty where they have none.
    dials : mapping of str to int
        The profile's numbers.

    Returns
    -------
    frozenset of int
        The numbers.

    Raises
    ------
    ValueError
        If what is asked is no number, comparison or name.

    Examples
    --------
    >>> sorted(allowed(">=2", (0, 4), (), {})), sorted(allowed("low", (0, 1), ("low", "high"), {}))
    ([2, 3, 4], [0])
    """
    if isinstance(asked, tuple | list):
        return frozenset().union(*(allowed(one, span, names, dials) for one in asked))
    every, found = range(span[0], span[1] + 1), dialled(asked, dials)
    if isinstance(found, int):
        return frozenset((found,))
    compared = _COMPARED.fullmatch(found)
    if compared:
        return frozenset(one for one in every if TESTS[compared[1]](one, int(compared[2])))
    if found in names:
        return frozenset((span[0] + names.index(found),))
    known = f", or one of {', '.join(names)}" if names else ""
    raise ValueError(f"a condition is a number, a comparison such as '>=3'{known}; got {found!r}")
