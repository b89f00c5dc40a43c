"""Solve a bargaining profile exactly: the most points that lawful play expects from anywhere.

The state of the search is the player's information.  An offer acts only through whether it counts
as a concession and through which types agree, so all packages fall into a few classes and only the
best of each class needs a look.  What a move leads to does not depend on the round, so branches
are made once and used in every round.

Source: backward induction on belief states (Bellman 1957, *Dynamic Programming*); the classes of
offers are Parley's own.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from parley.games.bargaining import steps
from parley.games.bargaining.lookahead import PRECISION, key
from parley.games.bargaining.model import Information, Numbers, Package, members, packages
from parley.games.bargaining.steps import Cell, Step
from parley.scenario.bargaining import BargainingProfile, BargainingScenario

_OVER_OWN = 10_001
"""Sorts offers by gain, and those of equal gain by what they are worth to the player."""


class Branch(NamedTuple):
    """Moves alike in effect: odds times hundredths gained by agreement, and the cells after it."""

    gain: int
    cells: tuple[Cell, ...]
    step: Step


class Offers(NamedTuple):
    """All offers alike in effect: who agrees, how many they are, and what agreement is worth.

    ``total`` and ``gain`` are odds times hundredths of a point over the agreeing types: added over
    the class, and of its best package.
    """

    told: Information
    agreed: int
    size: int
    total: int
    gain: int
    package: Package


class Solver:
    """Expected points from any information of a profile, in hundredths of a point.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    """

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.table: list[dict[Information, float]] = [{} for _ in range(numbers.terms.rounds)]
        self._branches: dict[Information, tuple[Branch, ...]] = {}
        self._offers: dict[tuple, tuple[Offers, ...]] = {}
        terms = numbers.terms
        self._packages = packages(terms.top, len(numbers.weights))
        grid = np.array(self._packages)
        self._lawful = (grid >= np.array(numbers.red)).all(axis=1)
        self._given = (terms.top - grid).sum(axis=1)
        kinds = range(len(numbers.kinds))
        self._own = np.array([numbers.own(p) for p in self._packages])
        self._agreed = np.array([[numbers.agreed(p, k) for k in kinds] for p in self._packages])
        self._worth = np.array(
            [[kind.worth(terms, p) for kind in numbers.kinds] for p in self._packages]
        )

    def best(self, now: Information) -> float:
        """Return the most points, in hundredths, that play expects from here on."""
        return self._best(now.gone, now._replace(gone=0))

    def value(self, gone: int, branch: Branch) -> float:
        """Return odds times the points expected after a branch that is taken in a round."""
        return self.expect(gone, branch.gain, branch.cells)

    def expect(self, gone: int, gain: float, cells: tuple[Cell, ...]) -> float:
        """Return odds times the points expected from agreement now and from cells after it."""
        numbers, terms = self.numbers, self.numbers.terms
        total = float(gain)
        for types, info, fee, hazard in cells:
            ahead = self._best(gone + 1, info) if gone + 1 < terms.rounds else 0.0
            stay = ((100 - hazard) * ahead - hazard * terms.loss) / 100
            total += numbers.odds(types) * (stay - fee)
        return total

    def branches(self, now: Information) -> tuple[Branch, ...]:
        """Return the branches of an information, whose round is taken as 0; cells keep round 0."""
        if now not in self._branches:
            kept: dict[tuple[Cell, ...], Branch] = {}
            for branch in self._all_branches(now):
                old = kept.get(branch.cells)
                if old is None or branch.gain > old.gain:
                    kept[branch.cells] = branch
            self._branches[now] = tuple(kept.values())
        return self._branches[now]

    def offers(self, now: Information) -> tuple[Offers, ...]:
        """Return the lawful offers by class."""
        key = (now.counts, now.alive)
        if key not in self._offers:
            self._offers[key] = self._offer_classes(now)
        idle = min(self.numbers.terms.idle, now.idle + 1)
        return tuple(
            offers._replace(
                told=now._replace(steps=offers.told.steps, idle=0)
                if offers.told.steps > now.steps
                else now._replace(idle=idle)
            )
            for offers in self._offers[key]
        )

    def _best(self, gone: int, now: Information) -> float:
        known = self.table[gone].get(now)
        if known is None:
            top = max(self.value(gone, branch) for branch in self.branches(now))
            known = max(0.0, top / self.numbers.odds(now.alive))
            self.table[gone][now] = known
        return known

    def _all_branches(self, now: Information) -> Iterator[Branch]:
        numbers = self.numbers
        offer = steps.shown(numbers, now)
        if numbers.lawful(offer):
            gain = sum(numbers.kinds[k].odds * numbers.agreed(offer, k) for k in members(now.alive))
            yield Branch(gain, (), Step("accept"))
        for offers in self.offers(now):
            cells = steps.after(numbers, offers.told, now.alive & ~offers.agreed)
            yield Branch(offers.gain, still(cells), Step("offer", offers.package))
        for step in steps.plain_steps(numbers):
            yield Branch(0, still(steps.consequence(numbers, now, step).cells), step)

    def _offer_classes(self, now: Information) -> tuple[Offers, ...]:
        terms = self.numbers.terms
        lawful = self._lawful & (self._given >= terms.stride * now.steps)
        counted = (self._given >= terms.stride * (now.steps + 1)) & (now.steps < terms.steps)
        return tuple(
            offers
            for steps_now, rows in (
                (now.steps + 1, np.flatnonzero(lawful & counted)),
                (now.steps, np.flatnonzero(lawful & ~counted)),
            )
            for offers in self._classes_of(rows, now._replace(steps=steps_now))
        )

    def _classes_of(self, rows: np.ndarray, told: Information) -> Iterator[Offers]:
        agree, gain = self._answers(rows, told)
        for mask in np.unique(agree):
            these = np.flatnonzero(agree == mask)
            top = these[np.argmax(gain[these] * _OVER_OWN + self._own[rows[these]])]
            yield Offers(
                told, int(mask), these.size, int(gain[these].sum()), int(gain[top]),
                self._packages[rows[top]],
            )  # fmt: skip

    def _answers(self, rows: np.ndarray, told: Information) -> tuple[np.ndarray, np.ndarray]:
        """Return, offer by offer, who agrees (a bit mask) and odds times the points of it."""
        numbers, terms = self.numbers, self.numbers.terms
        agree, gain = np.zeros((2, rows.size), dtype=np.int64)
        for k in members(told.alive):
            kind = numbers.kinds[k]
            down = kind.level(terms, *told.counts)
            fall = 100 * (100 - kind.reservation) * (terms.levels - down)
            says = terms.levels * (self._worth[rows, k] - 100 * kind.reservation) >= fall
            agree |= says.astype(np.int64) << k
            gain += says * kind.odds * self._agreed[rows, k]
        return agree, gain


def still(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return the cells with their round set to 0, so that every round can use them."""
    return tuple(cell._replace(info=cell.info._replace(gone=0)) for cell in cells)


@lru_cache(maxsize=1)
def solved(numbers: Numbers) -> Solver:
    """Return a profile's solver once it has solved the profile from its opening."""
    solver = Solver(numbers)
    solver.best(steps.opening(numbers))
    return solver


def solution(found: BargainingScenario, profile: BargainingProfile) -> list[list[int]]:
    """Return the solved table of a profile: the gaps between keys, and the best values.

    Parameters
    ----------
    found : BargainingScenario
        The scenario.
    profile : BargainingProfile
        One of its profiles.

    Returns
    -------
    list of list of int
        As `parley.games.bargaining.values` reads it.
    """
    numbers = found.numbers(profile)
    best = {
        key(numbers, now._replace(gone=gone)): round(value * PRECISION)
        for gone, values in enumerate(solved(numbers).table)
        for now, value in values.items()
    }
    keys = sorted(best)
    gaps = [after - before for before, after in zip([0, *keys], keys, strict=False)]
    return [gaps, [best[number] for number in keys]]
