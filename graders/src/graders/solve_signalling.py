"""Solve a crisis profile exactly: the most points that lawful play expects from any information.

Belief lives on a lattice: the odds of the types are those of the brief times powers of two, and
only the differences of the powers matter.  Backward induction goes over turns, levels and lattice;
one array holds a turn, so that every act is worth its value everywhere at once.

Source: backward induction on belief states (Bellman 1957, *Dynamic Programming*); the lattice is
Parley's own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from parley.games.signalling import steps
from parley.games.signalling.model import (
    ACTS,
    CODES,
    LAWFUL,
    TYPES,
    Information,
    Levels,
    Numbers,
)
from parley.games.signalling.rules import RULES, initial_state
from parley.games.signalling.values import CrisisValues
from parley.record import PRACTICE, Header
from parley.scenario.seeds import SEEDS

TRIED = 4 * SEEDS
"""How many seeds are tried for each type of a profile."""

LEAST, MOST = 0.6, 1.7
"""What waiting may lose in a draw, as shares of the median; the contract asks for 0.5 and 2."""

Array = np.ndarray


class Group(NamedTuple):
    """Levels from which an act meets the same tendencies.

    ``rows`` are the levels before the act, ``after`` those after it and the accident's chance as a
    share; the drift of a turn is not in ``after`` yet.
    """

    tends: steps.Tendencies
    rows: Array
    after: list[Levels]
    risk: Array


class Solver:
    """Expected points from any information of a profile, in hundredths of a point.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    """

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.levels = list(steps.every_level(numbers))
        self.place = {levels: number for number, levels in enumerate(self.levels)}
        self.groups = {act: self._groups(act) for act in ACTS}

    @cached_property
    def solved(self) -> tuple[list[Array], list[Array]]:
        """The best values before each turn and at the end, and the number of the best act."""
        turns = self.numbers.terms.turns
        best, acts = [self.end()], []
        for turn in range(turns, 0, -1):
            worth = np.stack([self.worth(turn, act, best[-1]) for act in LAWFUL])
            acts.append(self._first_best(worth))
            best.append(worth.max(axis=0))
        return best[::-1], acts[::-1]

    def best(self, now: Information) -> float:
        """Return the most points, in hundredths, that lawful play expects from here on."""
        return float(self.solved[0][now.gone][self.at(now)])

    def at(self, now: Information) -> tuple[int, int, int]:
        """Return where an information stands in the array of its turn."""
        first, second, third = now.doubled
        return self.place[now.levels], now.gone + first - third, now.gone + second - third

    def end(self) -> Array:
        """Return what the end is worth, over levels and lattice."""
        lost = np.array([steps.final(self.numbers, levels) for levels in self.levels])
        return -np.einsum("lt,txy->lxy", lost, self.chances(self.numbers.terms.turns))

    def chances(self, gone: int) -> Array:
        """Return the belief in each type over the lattice that some turns can bring about."""
        side = np.arange(-gone, gone + 1)
        first, second = np.meshgrid(side, side, indexing="ij")
        odds = self.numbers.odds
        whole = np.stack([odds[0] * 2.0**first, odds[1] * 2.0**second, odds[2] + 0.0 * first])
        return whole / whole.sum(axis=0)

    def worth(self, turn: int, act: str, ahead: Array) -> Array:
        """Return what an act is worth in a turn, given what every information after it is worth."""
        return self.onward(turn, act, ahead) - self._price(turn, act)

    def onward(self, turn: int, act: str, ahead: Array) -> Array:
        """Return what is expected after an act, 0 where war ends it, given what is ahead."""
        beliefs = self.chances(turn - 1)
        found = np.empty((len(self.levels), *beliefs.shape[1:]))
        for group in self.groups[act]:
            then = [self.place[steps.drifted(self.numbers, one, turn)] for one in group.after]
            later = ahead[then]
            moved = (
                _chance(beliefs, group.tends, answer) * _moved(later, group.tends, answer)
                for answer in steps.ANSWERS
            )
            found[group.rows] = (1 - group.risk[:, None, None]) * sum(moved)
        return found

    def _price(self, turn: int, act: str) -> Array:
        """Return what an act is expected to cost at once: its price, pressing and war."""
        terms, beliefs = self.numbers.terms, self.chances(turn - 1)
        found = np.empty((len(self.levels), *beliefs.shape[1:]))
        for group in self.groups[act]:
            attack = _chance(beliefs, group.tends, steps.WAR)
            war = attack + (1 - attack) * group.risk[:, None, None]
            press = _chance(beliefs, group.tends, steps.PRESS)
            found[group.rows] = terms.acts[act].cost + terms.press * press + terms.war * war
        return found

    def _groups(self, act: str) -> list[Group]:
        found: dict[steps.Tendencies, list[tuple[int, Levels, float]]] = {}
        for row, levels in enumerate(self.levels):
            after = steps.acted(self.numbers, levels, act)
            risk = steps.accident(self.numbers, after, act) / 100
            tends = steps.tendencies(self.numbers, after, act)
            found.setdefault(tends, []).append((row, after, risk))
        return [
            Group(tends, np.array(rows), list(after), np.array(risks))
            for tends, group in found.items()
            for rows, after, risks in [zip(*group, strict=True)]
        ]

    @staticmethod
    def _first_best(worth: Array) -> Array:
        """Return the number of the best act; among equals the first in the order of the acts."""
        return np.argmax(worth >= worth.max(axis=0) - 1e-7, axis=0)


def _chance(beliefs: Array, tends: steps.Tendencies, answer: str) -> Array:
    """Return the chance of an answer over the lattice."""
    thirds = np.array([steps.CHANCES[tend][answer] for tend in tends])
    return np.einsum("t,txy->xy", thirds, beliefs) / 3


def _moved(ahead: Array, tends: steps.Tendencies, answer: str) -> Array:
    """Return the values once an answer has moved belief: those of a lattice one step narrower."""
    fits = [tend == answer for tend in tends]
    side = ahead.shape[1] - 2
    first, second = 1 + fits[0] - fits[2], 1 + fits[1] - fits[2]
    return ahead[:, first : first + side, second : second + side]


def solution(found: Any, profile: Any) -> dict[str, list[str]]:
    """Return the best act in every information of a profile, as a solution file holds it.

    Parameters
    ----------
    found : SignallingScenario
        The scenario.
    profile : SignallingProfile
        The profile.

    Returns
    -------
    dict
        ``plan``: a row of letters for each turn, in the order of `parley.games.signalling.values`.
    """
    return {"plan": plan(Solver(found.numbers(profile)))}


def draws(found: Any) -> dict[str, dict[str, list[int]]]:
    """Return the seeds of chance that plays of a scenario may use, by profile and type.

    Parameters
    ----------
    found : SignallingScenario
        The scenario.

    Returns
    -------
    dict
        The first seeds under which waiting loses about as much as at the scenario's median.
    """
    floors = {
        profile.id: waiting_floors(found, profile, range(TRIED)) for profile in found.everything
    }
    middle = median(
        floor
        for profile in found.everything
        for hidden in found.kinds(profile)
        for floor in floors[profile.id][hidden]
    )
    return {
        name: {
            TYPES[hidden]: [
                seed for seed, floor in enumerate(one) if LEAST <= floor / middle <= MOST
            ][:SEEDS]
            for hidden, one in enumerate(by_type)
        }
        for name, by_type in floors.items()
    }


def waiting_floors(found: Any, profile: Any, seeds: Iterable[int]) -> list[list[float]]:
    """Return what waiting loses in a profile under each seed, type by type, in hundredths."""
    numbers = found.numbers(profile)
    solved = CrisisValues(numbers, plan(Solver(numbers)))
    header = Header(found.exercise, found.version, RULES, "seeds", "", PRACTICE, 1)
    floors = []
    for hidden in range(len(TYPES)):
        dealt = found.deal(header, profile, hidden, "seeds")
        keys = (found.chance_key(profile.id, hidden, seed) for seed in seeds)
        floors.append([solved.floor(initial_state(replace(dealt, key=key))) for key in keys])
    return floors


def plan(solver: Solver) -> list[str]:
    """Return the codes of the best acts, turn by turn, over lattice and levels."""
    codes = np.array([CODES[ACTS.index(act)] for act in LAWFUL])
    rows = []
    for gone, acts in enumerate(solver.solved[1]):
        points = np.array(list(lattice(gone))) + gone
        rows.append("".join(codes[acts[:, points[:, 0], points[:, 1]]].T.ravel()))
    return rows


def lattice(reach: int) -> Iterator[tuple[int, int]]:
    """Yield the differences of powers that a number of answers can bring about, in order."""
    for first in range(-reach, reach + 1):
        for second in range(-reach, reach + 1):
            if abs(first - second) <= reach:
                yield first, second
