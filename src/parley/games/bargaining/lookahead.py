"""What moves are worth in expectation, from a table of the best value of every information.

The table comes from a solver; here it is only looked up, one step ahead, so that a review needs
nothing but the rules.  All values are hundredths of a point, from now on: what was paid is gone.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import prod
from typing import NamedTuple

from parley.games.bargaining import steps
from parley.games.bargaining.model import Information, Numbers, members, offers
from parley.games.bargaining.rules import least_given
from parley.games.bargaining.steps import Cell, Step

PRECISION = 100
"""Table entries are hundredths of a point times this."""

NOISE = 0.05
"""Differences in hundredths of a point that come from rounding the table."""


class Advice(NamedTuple):
    """A step and the points, in hundredths, that it leads one to expect."""

    step: Step
    value: float


class Lookahead:
    """Expected points from any information of a profile.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    table : mapping of int to int
        The best value of each information by its `key`, in hundredths times `PRECISION`.
    """

    def __init__(self, numbers: Numbers, table: Mapping[int, int]) -> None:
        self.numbers = numbers
        self._table = table

    def best(self, now: Information) -> float:
        """Return the most points that lawful play expects from here on."""
        if now.gone >= self.numbers.terms.rounds:
            return 0.0
        return self._table[key(self.numbers, now)] / PRECISION

    def value(self, now: Information, step: Step) -> float:
        """Return the points expected with this step first and the best play after it."""
        if step.kind == "walk-out":
            return 0.0
        found = steps.consequence(self.numbers, now, step)
        agreed = sum(
            self.numbers.kinds[k].odds * self.numbers.agreed(found.package, k)
            for k in members(found.agreed)
        )
        return (agreed + self._ahead(found.cells)) / self.numbers.odds(now.alive)

    def regret(self, now: Information, step: Step) -> float:
        """Return the points that a step gave away; never negative."""
        lost = self.best(now) - self.value(now, step)
        return lost if lost > NOISE else 0.0

    def advise(self, now: Information) -> Advice:
        """Return the best step; ties go to the first in the profile's own order."""
        top = Advice(Step("walk-out"), 0.0)
        for step in self._worth_a_look(now):
            value = self.value(now, step)
            if value > top.value + NOISE:
                top = Advice(step, value)
        return top

    def _ahead(self, cells: tuple[Cell, ...]) -> float:
        """Return odds times the points expected in the rounds that go on."""
        total = 0.0
        for types, info, fee, hazard in cells:
            stay = ((100 - hazard) * self.best(info) - hazard * self.numbers.terms.loss) / 100
            total += self.numbers.odds(types) * (stay - fee)
        return total

    def _worth_a_look(self, now: Information) -> Iterator[Step]:
        offer = steps.shown(self.numbers, now)
        if self.numbers.lawful(offer):
            yield Step("accept")
        yield from best_offers(self.numbers, now.counts, now.alive)
        yield from steps.plain_steps(self.numbers)


@lru_cache(maxsize=1 << 10)
def best_offers(numbers: Numbers, counts: tuple[int, int, int], alive: int) -> tuple[Step, ...]:
    """Return the best offer for each set of types that would agree and each count of steps.

    Among offers of equal worth it is the one that gives the least away.
    """
    now = Information(0, alive, *counts)
    tops: dict[tuple[int, int], tuple[tuple[int, int], Step]] = {}
    for package in offers(numbers, least_given(numbers, now)):
        step = Step("offer", package)
        told = steps.told_by_offer(numbers, now, step)
        agreed = steps.agreeing(numbers, told, package)
        gain = sum(numbers.kinds[k].odds * numbers.agreed(package, k) for k in members(agreed))
        sort, worth = (told.steps, agreed), (gain, numbers.own(package))
        if sort not in tops or worth > tops[sort][0]:
            tops[sort] = (worth, step)
    return tuple(step for _, step in tops.values())


def key(numbers: Numbers, now: Information) -> int:
    """Return the number under which a table keeps an information."""
    terms, issues = numbers.terms, len(numbers.weights) + 1
    sizes = (
        numbers.everyone + 1, terms.steps + 1, terms.questions + 1, terms.trades + 1,
        terms.idle + 1, issues, issues,
    )  # fmt: skip
    digits = (
        now.alive, now.steps, now.questions, now.trades,
        now.idle, now.revealed + 1, now.traded + 1,
    )  # fmt: skip
    places = (digit * prod(sizes[:place]) for place, digit in enumerate(digits))
    return now.gone * prod(sizes) + sum(places)
