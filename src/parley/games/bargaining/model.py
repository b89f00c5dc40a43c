"""The numbers of a negotiation over several issues, and what both sides can see of it.

A package gives every issue a level from 0 (best for the counterpart) to ``top`` (best for the
player).  Issues stand in role order: the player's heaviest first.  What an issue is called, and in
which order it is shown, is the variant's business and never enters a number or a tie here.

Values are integers: weights add up to 100, and values are kept in hundredths of a point.

Source of the model: additive utilities as in Raiffa (1982), *The Art and Science of Negotiation*;
concession by public counted steps is Parley's own, made so that belief stays exact.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property, lru_cache
from itertools import product
from math import ceil
from typing import NamedTuple

Package = tuple[int, ...]

STYLES = ("concessions", "trades", "questions")
"""What a counterpart answers to: two levels for its own style, one for each other."""


@dataclass(frozen=True)
class Terms:
    """The rules of a table that all its profiles share; points in hundredths, chances in percent.

    Parameters
    ----------
    rounds : int
        Rounds before the talks end without agreement.
    top : int
        Highest level of an issue; an issue has ``top + 1`` options.
    fee : int
        Hundredths of a point that a round without agreement costs.
    loss : int
        Hundredths of a point lost when talks break off.
    hazard : int
        Chance in percent that talks break off after a round.
    hazard_idle : int
        Percent added to it for every idle round in a row.
    joint : Fraction
        Weight of the counterpart's gain in the player's points.
    stride : int
        Levels that a step must give, added over all issues, to count as a concession.
    steps, questions, trades : int
        How many of each are counted.
    idle : int
        Idle rounds in a row that are counted.
    levels : int
        Steps from asking for everything to the counterpart's reservation value.
    heavy : int
        How many issues count as "among the heaviest" in the answer to a question.
    emphasis : int
        Weight of an issue stated as the player's priority, others weighing 1.
    """

    rounds: int = 8
    top: int = 4
    fee: int = 200
    loss: int = 500
    hazard: int = 2
    hazard_idle: int = 8
    joint: Fraction = Fraction(1, 5)
    stride: int = 4
    steps: int = 3
    questions: int = 2
    trades: int = 2
    idle: int = 2
    levels: int = 8
    heavy: int = 2
    emphasis: int = 3


@dataclass(frozen=True)
class Kind:
    """A type of counterpart: what it values, when it would rather leave, what it answers to.

    Parameters
    ----------
    weights : tuple of int
        Its weights in role order; they add up to 100.
    reservation : int
        The least value, in points of 100, for which it agrees.
    style : str
        One of `STYLES`.
    odds : int
        Its share of the prior, relative to the other types.
    """

    weights: tuple[int, ...]
    reservation: int
    style: str
    odds: int = 1

    def __hash__(self) -> int:
        """Hash once: types are the keys of many small tables."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.weights, self.reservation, self.style, self.odds))

    def level(self, terms: Terms, steps: int, questions: int, trades: int) -> int:
        """Return how many levels it has come down after so many counted moves."""
        counts = {"concessions": steps, "questions": questions, "trades": trades}
        down = sum(count * (2 if name == self.style else 1) for name, count in counts.items())
        return min(terms.levels, down)

    def worth(self, terms: Terms, package: Package) -> int:
        """Return what a package is worth to it, in hundredths of a point of 100."""
        got = sum(w * (terms.top - x) for w, x in zip(self.weights, package, strict=True))
        return 100 * got // terms.top

    def needs(self, terms: Terms, level: int) -> Fraction:
        """Return its aspiration at a level: the least value, in hundredths, that it agrees to."""
        fall = Fraction((100 - self.reservation) * (terms.levels - level), terms.levels)
        return 100 * (self.reservation + fall)

    def accepts(self, terms: Terms, package: Package, level: int) -> bool:
        """Tell whether the package meets its aspiration at this level; exact, in integers."""
        fall = 100 * (100 - self.reservation) * (terms.levels - level)
        return terms.levels * (self.worth(terms, package) - 100 * self.reservation) >= fall


@dataclass(frozen=True)
class Numbers:
    """One profile: the player's instructions and the types the counterpart may be.

    Parameters
    ----------
    terms : Terms
        The table's rules.
    weights : tuple of int
        The player's weights in role order, adding up to 100.
    reservation : int
        The value of leaving without agreement, in points of 100.
    red : tuple of int
        The least level that the player may agree to, issue by issue.
    kinds : tuple of Kind
        The types, all described in the brief.
    """

    terms: Terms
    weights: tuple[int, ...]
    reservation: int
    red: tuple[int, ...]
    kinds: tuple[Kind, ...]

    def __hash__(self) -> int:
        """Hash once: profiles are the keys of many small tables."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.terms, self.weights, self.reservation, self.red, self.kinds))

    @cached_property
    def everyone(self) -> int:
        """The set of all types, as a bit mask."""
        return (1 << len(self.kinds)) - 1

    @cached_property
    def roles(self) -> range:
        """The issues, in role order."""
        return range(len(self.weights))

    def own(self, package: Package) -> int:
        """Return what a package is worth to the player, in hundredths of a point of 100."""
        got = sum(w * x for w, x in zip(self.weights, package, strict=True))
        return 100 * got // self.terms.top

    def agreed(self, package: Package, kind: int) -> int:
        """Return the points, in hundredths, of agreeing on a package with a type, fees apart."""
        other = self.kinds[kind]
        gain = other.worth(self.terms, package) - 100 * other.reservation
        return self.own(package) - 100 * self.reservation + int(self.terms.joint * gain)

    def lawful(self, package: Package) -> bool:
        """Tell whether a package keeps the player's red lines."""
        return all(x >= least for x, least in zip(package, self.red, strict=True))

    def given(self, package: Package) -> int:
        """Return how many levels a package gives, added over all issues."""
        return sum(self.terms.top - x for x in package)

    def odds(self, types: int) -> int:
        """Return the prior odds of a set of types, given as a bit mask."""
        return sum(self.kinds[k].odds for k in members(types))


class Information(NamedTuple):
    """What the player can know: everything but the counterpart's type.

    ``alive`` is the set of types that would have answered as the counterpart did, as a bit mask;
    with the prior it is the exact posterior.  ``revealed`` and ``traded`` are role numbers or -1.
    """

    gone: int
    alive: int
    steps: int = 0
    questions: int = 0
    trades: int = 0
    idle: int = 0
    revealed: int = -1
    traded: int = -1

    @property
    def counts(self) -> tuple[int, int, int]:
        """The counted concessions, questions and trades."""
        return self.steps, self.questions, self.trades


@cache
def members(types: int) -> tuple[int, ...]:
    """Return the types in a bit mask, in the profile's order.

    Examples
    --------
    >>> members(0b101)
    (0, 2)
    """
    return tuple(k for k in range(types.bit_length()) if types >> k & 1)


@cache
def packages(top: int, issues: int) -> tuple[Package, ...]:
    """Return all packages, in role order.

    Examples
    --------
    >>> packages(1, 2)
    ((0, 0), (0, 1), (1, 0), (1, 1))
    """
    return tuple(product(range(top + 1), repeat=issues))


@lru_cache(maxsize=1 << 10)
def offers(numbers: Numbers, least: int) -> tuple[Package, ...]:
    """Return the packages that the player may sign and that give at least so many levels.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    least : int
        Levels, added over all issues.

    Returns
    -------
    tuple of Package
        In the order of `packages`.
    """
    every = packages(numbers.terms.top, len(numbers.weights))
    return tuple(one for one in every if numbers.lawful(one) and numbers.given(one) >= least)


@cache
def standing(terms: Terms, kind: Kind, level: int, revealed: int) -> Package:
    """Return the offer that a type leaves on the table at a level.

    Among the packages that meet its aspiration it takes the kindest to the player by levels (an
    issue stated as priority weighs ``terms.emphasis``), then the best for itself, then the first.
    The search keeps, for every value to itself, the kindest beginning of a package.

    Parameters
    ----------
    terms : Terms
        The table's rules.
    kind : Kind
        The type.
    level : int
        How many levels it has come down.
    revealed : int
        The issue that the player stated as its priority, or -1.

    Returns
    -------
    tuple of int
        The package, in role order.
    """
    starts: dict[int, tuple[int, Package]] = {0: (0, ())}
    for role, weight in enumerate(kind.weights):
        kindness = terms.emphasis if role == revealed else 1
        longer: dict[int, tuple[int, Package]] = {}
        for worth, (score, start) in starts.items():
            for x in range(terms.top + 1):
                value, entry = worth + weight * (terms.top - x), (score - kindness * x, (*start, x))
                if value not in longer or entry < longer[value]:
                    longer[value] = entry
        starts = longer
    least = ceil(kind.needs(terms, level) * terms.top / 100)
    best = min(
        (score, -worth, package) for worth, (score, package) in starts.items() if worth >= least
    )
    return best[2]
