"""The numbers of a crisis with a rival of hidden type, and what both sides can see of it.

Three levels are public: *strength* is what an attack would cost the rival, *alarm* is how
threatened it may feel, *face* is how hard public words press its leaders.  The rival is of one of
three types: the *greedy* one watches strength, the *fearful* one alarm, the *proud* one face.

Every answer is likelier by two to one for the types that it fits, so the odds of the types stay
what they were in the brief times powers of two, and belief is exact.

Source of the signs: Jervis (1978) on the security dilemma, Fearon (1997) on costly signals, Kydd
(2005) on reassurance.  All sizes are teaching assumptions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

TYPES = ("greedy", "fearful", "proud")
LEVELS = ("strength", "alarm", "face")
ACTS = ("build", "threaten", "ultimatum", "pledge", "notify", "invite", "cut", "wait")
"""What can be done in a turn; an ultimatum is the unlawful threat."""

LAWFUL = tuple(act for act in ACTS if act != "ultimatum")
CODES = "btupnicw"
"""A letter for each act, in the order of `ACTS`."""

Triple = tuple[int, int, int]


class Levels(NamedTuple):
    """The public levels."""

    strength: int
    alarm: int
    face: int


class Information(NamedTuple):
    """What the player knows: turns gone, the levels, and how often each type's odds doubled.

    ``doubled`` counts from the type whose odds doubled least often, so one of them is 0.
    """

    gone: int
    levels: Levels
    doubled: Triple


@dataclass(frozen=True)
class Act:
    """What an act does to the three levels, and what it costs in hundredths of a point."""

    shift: Triple
    cost: int


@dataclass(frozen=True)
class Terms:
    """The rules that all profiles of a scenario share; points are in hundredths.

    Parameters
    ----------
    turns : int
        How many turns there are.
    top : tuple of int
        The highest strength, alarm and face; the lowest is 0.
    acts : mapping of str to Act
        What each act does.
    press : int
        What it costs each time that the rival presses.
    war : int
        What a war costs, whatever it comes from.
    calm : int
        The highest alarm at which no accident can happen.
    accident : int
        The chance of war by accident, in percent a turn, for each step of alarm above ``calm``.
    missing : int
        What each step costs by which, at the end, the level that matters to the rival misses its
        goal.
    belief : int
        What a stated belief costs a turn, times the square of its distance from the right one.
    """

    turns: int
    top: Triple
    acts: Mapping[str, Act]
    press: int
    war: int
    calm: int
    accident: int
    missing: int
    belief: int


@dataclass(frozen=True, eq=False)
class Numbers:
    """A profile: one checked set of numbers; each profile is one object.

    Parameters
    ----------
    terms : Terms
        The shared rules.
    odds : tuple of int
        The odds of the types, in the order of `TYPES`.
    start : Levels
        The levels at the start.
    edge : tuple of int
        Where each type begins to press of its own: below this strength, at this alarm or face.
    window : tuple of int
        Where the window for war opens, in the same order.
    goal : tuple of int
        The strength to have at the end, and the most alarm and face.
    drift : tuple of tuples of int
        After which turns strength falls, alarm rises, face rises by one.
    """

    terms: Terms
    odds: Triple
    start: Levels
    edge: Triple
    window: Triple
    goal: Triple
    drift: tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


def opening(numbers: Numbers) -> Information:
    """Return what is known before the first move."""
    return Information(0, numbers.start, (0, 0, 0))


def weights(numbers: Numbers, doubled: Triple) -> Triple:
    """Return the odds of the types as whole numbers.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    doubled : tuple of int
        How often the odds of each type doubled.

    Returns
    -------
    tuple of int
        The odds, in the order of `TYPES`.

    Examples
    --------
    >>> weights(Numbers(None, (2, 1, 1), None, None, None, None, None), (0, 3, 1))
    (2, 8, 2)
    """
    greedy, fearful, proud = numbers.odds
    return greedy << doubled[0], fearful << doubled[1], proud << doubled[2]


def nearest(numbers: Numbers, doubled: Triple) -> int:
    """Return the belief that the rival is greedy, in whole percent; a half rounds up."""
    odds = weights(numbers, doubled)
    return (200 * odds[0] + sum(odds)) // (2 * sum(odds))


def missed(numbers: Numbers, doubled: Triple, belief: int) -> int:
    """Return what a stated belief costs, in hundredths of a point.

    The right belief is Bayes's, and the cost grows with the square of the distance from it; parts
    of a hundredth are dropped, so the nearest whole percent costs nothing.

    Source: the quadratic score of Brier (1950), taken in expectation.
    """
    odds = weights(numbers, doubled)
    whole = sum(odds)
    gap = belief * whole - 100 * odds[0]
    return numbers.terms.belief * gap * gap // (100 * whole) ** 2
