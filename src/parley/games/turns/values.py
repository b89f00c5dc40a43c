"""What orders are worth in expectation: one step ahead in a table of what a solver wrote.

For every public state the table holds a few *vectors*: what some way of playing on is worth with
each type.  What is ahead is the best of them on the belief at hand, so it is exact wherever the
solver looked, and it looked everywhere that lawful or unlawful play can lead.  All values are
hundredths of a point from now on: what was paid is gone.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random
from typing import Any

from parley.games.turns import steps
from parley.games.turns.model import Choice, Information, Model, Public, missed, nearest
from parley.games.turns.policies import passive
from parley.games.turns.rules import Move, apply, points, to_choice, to_move
from parley.games.turns.state import State

NOISE = 0.01
"""Differences in hundredths of a point that come from rounding and floating-point sums."""

Vector = tuple[float, ...]


class TurnValues:
    """Expected points from any information of a profile.

    Parameters
    ----------
    model : Model
        The profile.
    table : mapping of Public to sequence of Vector
        For each public state that is not an end, what ways of playing on are worth by type.
    """

    def __init__(self, model: Model, table: Mapping[Public, Sequence[Vector]]) -> None:
        self.model = model
        self._table = table
        self._worths = lru_cache(maxsize=1 << 12)(self._reckon)

    def best(self, state: State) -> float:
        """Return the most points that lawful play expects from a state on."""
        return 0.0 if state.outcome else max(self.worths(state.now).values())

    def value(self, state: State, move: Move) -> float:
        """Return the points expected with a move, and the best play after it.

        What an unlawful order brings above the best lawful one is no merit, and is left out.
        """
        worth = min(self.worth(state.now, to_choice(state, move)), self.best(state))
        return worth - self._belief(state, move)

    def losses(self, state: State, move: Move) -> dict[str, float]:
        """Return the regret of a move: of the order by its act, and of the belief it states."""
        lost = self.best(state) - self.worth(state.now, to_choice(state, move))
        belief = {"belief": float(self._belief(state, move))} if self.model.belief else {}
        return {move["kind"]: lost if lost > NOISE else 0.0} | belief

    def advise(self, state: State) -> tuple[Move, float]:
        """Return a best move and what it is worth; among equals the first in the acts' order."""
        best = self.best(state)
        belief = nearest(state.now.odds, self.model.about)
        return to_move(state, self.choice(state.now), belief), best

    def points(self, state: State) -> float:
        """Return the points of a state."""
        return points(state)

    def floor(self, state: State) -> float:
        """Return the regret that holding back to the end runs up from here, with its chance."""
        lost, rng = [], Random(0)
        while not state.outcome:
            move = passive(state, rng)
            lost.append(sum(self.losses(state, move).values()))
            state = apply(state, move)
        return sum(lost) + 0.0

    def choice(self, now: Information) -> Choice:
        """Return a best lawful order."""
        worths = self.worths(now)
        best = max(worths.values())
        return next(choice for choice, worth in worths.items() if worth >= best - NOISE)

    def worths(self, now: Information) -> dict[Choice, float]:
        """Return what every lawful order is worth, in the order of the acts."""
        return self._worths(now)

    def worth(self, now: Information, choice: Choice) -> float:
        """Return the points expected with an order now, and the best play after it."""
        known = self.worths(now).get(choice)
        return self._worth(now, choice) if known is None else known

    def ahead(self, now: Information, outcome: str) -> float:
        """Return the points expected from an information on, which may be an end."""
        whole = sum(now.odds)
        if outcome:
            kinds = range(len(now.odds)) if outcome == steps.END else ()
            lost = (now.odds[k] * steps.final(self.model, now.public, k) for k in kinds)
            return -sum(lost) / whole
        vectors = self._table[now.public]
        return (
            max(
                sum(one * worth for one, worth in zip(now.odds, vector, strict=True))
                for vector in vectors
            )
            / whole
        )

    def _reckon(self, now: Information) -> dict[Choice, float]:
        return {one: self._worth(now, one) for one in steps.lawful(self.model, now.public)}

    def _worth(self, now: Information, choice: Choice) -> float:
        found = 0.0
        for sign, weights in steps.signs(self.model, now.public, choice):
            mixed = [a * b for a, b in zip(now.odds, weights, strict=True)]
            if any(mixed):
                step = steps.step(self.model, now.public, choice, sign)
                onward = Information(step.public, steps.told(now.odds, weights))
                found += sum(mixed) * (step.gain + self.ahead(onward, step.outcome))
        return found / total(self.model, now, choice)

    def _belief(self, state: State, move: Move) -> int:
        return missed(self.model, state.now.odds, move["belief"]) if self.model.belief else 0


def total(model: Model, now: Information, choice: Choice) -> int:
    """Return what the odds of all signs after an order add up to."""
    weights = [0] * len(now.odds)
    for _, one in steps.signs(model, now.public, choice):
        weights = [a + b for a, b in zip(weights, one, strict=True)]
    return sum(a * b for a, b in zip(now.odds, weights, strict=True))


def chances(model: Model, now: Information, choice: Choice) -> dict[int, float]:
    """Return the chance of each event after an order, on what is known.

    Parameters
    ----------
    model : Model
        The profile.
    now : Information
        What is known.
    choice : tuple of int
        The order.

    Returns
    -------
    dict of int to float
        A chance, 0 to 1, for each event that may come.
    """
    found: dict[int, float] = {}
    whole = total(model, now, choice)
    for (event, _), weights in steps.signs(model, now.public, choice):
        mixed = sum(a * b for a, b in zip(now.odds, weights, strict=True))
        found[event] = found.get(event, 0.0) + mixed / whole
    return found


def values(numbers: Model, content: Any) -> TurnValues:
    """Return the values of a profile from its table.

    Parameters
    ----------
    numbers : Model
        The profile.
    content : dict
        ``turns``: for each turn a list of ``[card, levels, vectors]``.

    Returns
    -------
    TurnValues
        The values.
    """
    table = {
        Public(gone, card, tuple(levels)): [tuple(vector) for vector in vectors]
        for gone, rows in enumerate(content["turns"])
        for card, levels, vectors in rows
    }
    return TurnValues(numbers, table)
