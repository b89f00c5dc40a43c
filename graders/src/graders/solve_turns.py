"""Solve a profile of an exercise in turns exactly, on every belief that play can lead to.

From each information the best way of playing on is worth some points with each type: a vector.
Backward induction over the informations that can be reached finds them; for each public state the
different vectors are kept, and the best of them on a belief is what is ahead.

Source: Smallwood, R. D. and Sondik, E. J. (1973). The optimal control of partially observable
Markov processes over a finite horizon. Operations Research 21(5), 1071-1088.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median
from typing import Any

from parley.errors import ParleyError
from parley.games.turns import steps
from parley.games.turns.model import Choice, Information, Model, Public, opening, reduced
from parley.games.turns.rules import RULES, initial_state
from parley.games.turns.values import TurnValues, Vector
from parley.record import PRACTICE, Header
from parley.scenario.seeds import SEEDS

TRIED = 4 * SEEDS
"""How many seeds are tried for each type of a profile."""

MOST_INFORMATIONS = 60_000
"""A profile with more informations than this is not solved: it would take minutes."""

TOO_MANY = (
    f"a profile has more than {MOST_INFORMATIONS} informations and would take minutes to solve. "
    "Take fewer turns, types or levels, or odds of signs in ratios of 1, 2 and 4, so that beliefs "
    "meet again."
)

LEAST, MOST = 0.6, 1.7
"""What holding back may lose in a draw, as shares of the median; the contract has 0.5 and 2."""

MOST_INFORMATIONS = 60_000
"""A profile with more informations than this is not solved: it would take minutes."""

UNKNOWN = -(10**9)
"""Stands in a vector for a type that is ruled out there, so that no other belief may use it."""

Rows = list[list[Any]]
Whole = tuple[int, ...]


class Solver:
    """The best way of playing on from any information of a profile, in hundredths of a point.

    Parameters
    ----------
    model : Model
        The profile.

    Attributes
    ----------
    vectors, orders, worths : dict
        For each information what the best play from there is worth by type, a best lawful order,
        and what every order is worth on its belief.
    branches : dict
        For each information and order the informations that may follow and are no end, with their
        chances.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self.vectors: dict[Information, Vector] = {}
        self.orders: dict[Information, Choice] = {}
        self.worths: dict[Information, dict[Choice, float]] = {}
        self.branches: dict[tuple[Information, Choice], list[tuple[float, Information]]] = {}

    def solve(self) -> "Solver":
        """Solve every information that play can lead to; return the solver."""
        for now in openings(self.model):
            self.vector(now, "")
        return self

    def best(self, now: Information) -> float:
        """Return the most points, in hundredths, that lawful play expects from here on."""
        return _on(self.vector(now, ""), now.odds)

    def vector(self, now: Information, outcome: str) -> Vector:
        """Return what the best way of playing on is worth with each type."""
        if outcome:
            return self._ended(now, outcome)
        known = self.vectors.get(now)
        if known is None:
            if len(self.vectors) >= MOST_INFORMATIONS:
                raise ParleyError(TOO_MANY)
            known = self.vectors[now] = self._best(now)
        return known

    def _best(self, now: Information) -> Vector:
        best: Vector = ()
        top = float("-inf")
        legal = set(steps.lawful(self.model, now.public))
        worths = self.worths[now] = {}
        for choice in steps.choices(self.model, now.public):
            found = self.onward(now, choice)
            worth = worths[choice] = _on(found, now.odds)
            if choice in legal and worth > top + 1e-7:
                best, top = found, worth
                self.orders[now] = choice
        return best

    def onward(self, now: Information, choice: Choice) -> Vector:
        """Return what an order, and the best play after it, is worth with each type."""
        found = [0.0] * len(now.odds)
        signs = steps.signs(self.model, now.public, choice)
        whole = sum(weights[0] for _, weights in signs)
        branches = []
        for sign, weights in signs:
            mixed = tuple(a * b for a, b in zip(now.odds, weights, strict=True))
            if any(mixed):
                step = steps.step(self.model, now.public, choice, sign)
                onward = Information(step.public, reduced(mixed))
                ahead = self.vector(onward, step.outcome)
                for kind, weight in enumerate(weights):
                    found[kind] += weight * (step.gain + ahead[kind])
                if not step.outcome:
                    branches.append((sum(mixed) / (whole * sum(now.odds)), onward))
        self.branches[now, choice] = branches
        return tuple(one / whole for one in found)

    def _ended(self, now: Information, outcome: str) -> Vector:
        kinds = range(len(now.odds))
        if outcome != steps.END:
            return tuple(0.0 for _ in kinds)
        return tuple(-float(steps.final(self.model, now.public, kind)) for kind in kinds)


def _on(vector: Vector, odds: tuple[int, ...]) -> float:
    """Return what a vector is worth on a belief."""
    return sum(one * share for one, share in zip(vector, odds, strict=True)) / sum(odds)


def openings(model: Model) -> Iterator[Information]:
    """Yield what may be known before the first turn: one for each first card."""
    cards = [card for card, share in enumerate(model.deck) if share] if model.deck else [0]
    for card in cards:
        yield opening(model, card)


def table(solver: Solver) -> list[Rows]:
    """Return, turn by turn, the vectors of every public state, rounded to hundredths.

    A vector that another one is nowhere worse than is left out: no belief makes it the best.  What
    a vector says of a type that is ruled out was never reckoned, and is left unknown.
    """
    found: list[dict[Public, set[Whole]]] = [{} for _ in range(solver.model.turns)]
    for now, vector in solver.vectors.items():
        rounded = tuple(
            round(one) if share else UNKNOWN for one, share in zip(vector, now.odds, strict=True)
        )
        found[now.public.gone].setdefault(now.public, set()).add(rounded)
    return [
        [
            [public.card, list(public.levels), [list(one) for one in undominated(vectors)]]
            for public, vectors in sorted(by_public.items())
        ]
        for by_public in found
    ]


def undominated(vectors: Iterable[Whole]) -> list[Whole]:
    """Return the vectors that no other one is everywhere as good as.

    Examples
    --------
    >>> undominated([(1, 5), (2, 5), (3, 1)])
    [(3, 1), (2, 5)]
    """
    kept: list[Whole] = []
    for one in sorted(vectors, reverse=True):
        if not any(all(a >= b for a, b in zip(other, one, strict=True)) for other in kept):
            kept.append(one)
    return kept


def solution(found: Any, profile: Any) -> dict[str, list[Rows]]:
    """Return the table of a profile, as a solution file holds it.

    Parameters
    ----------
    found : TurnsScenario
        The scenario.
    profile : TurnsProfile
        The profile.

    Returns
    -------
    dict
        ``turns``, as `parley.games.turns.values` reads it.
    """
    return {"turns": table(Solver(found.numbers(profile)).solve())}


def solved(solver: Solver) -> TurnValues:
    """Return the values of a solved profile, as they are read from its file."""
    rows = {
        Public(gone, card, tuple(levels)): [tuple(vector) for vector in vectors]
        for gone, by_turn in enumerate(table(solver))
        for card, levels, vectors in by_turn
    }
    return TurnValues(solver.model, rows)


def draws(found: Any) -> dict[str, dict[str, list[int]]]:
    """Return the seeds of chance that plays of a scenario may use, by profile and type.

    Parameters
    ----------
    found : TurnsScenario
        The scenario.

    Returns
    -------
    dict
        The first seeds under which holding back loses about as much as at the scenario's median.
    """
    names = list(found.types) or ["only"]
    floors = {
        profile.id: passive_floors(found, profile, range(TRIED)) for profile in found.everything
    }
    middle = median(
        floor
        for profile in found.everything
        for hidden in found.kinds(profile)
        for floor in floors[profile.id][hidden]
    )
    return {
        name: {
            names[hidden]: [
                seed for seed, floor in enumerate(one) if LEAST <= floor / middle <= MOST
            ][:SEEDS]
            for hidden, one in enumerate(by_type)
        }
        for name, by_type in floors.items()
    }


def passive_floors(found: Any, profile: Any, seeds: Iterable[int]) -> list[list[float]]:
    """Return what holding back loses in a profile under each seed, type by type, in hundredths."""
    model = found.numbers(profile)
    values = solved(Solver(model).solve())
    header = Header(found.exercise, found.version, RULES, "seeds", "", PRACTICE, 1)
    floors = []
    for hidden in range(len(model.types)):
        dealt = found.deal(header, profile, hidden, "seeds")
        keys = (found.chance_key(profile.id, hidden, seed) for seed in seeds)
        floors.append([values.floor(initial_state(replace(dealt, key=key))) for key in keys])
    return floors
