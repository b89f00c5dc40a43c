"""What moves are worth in expectation, from a table of the best act in every information.

The table comes from a solver.  Values are not stored: they are reckoned here by following the best
acts to the end, over the few informations that can then come up, and so they are exact.  All values
are hundredths of a point, from now on: what was paid is gone.
"""

from collections.abc import Sequence
from random import Random
from typing import Any

from parley.games.signalling import steps
from parley.games.signalling.model import (
    ACTS,
    CODES,
    Information,
    Numbers,
    missed,
    nearest,
    weights,
)
from parley.games.signalling.policies import passive
from parley.games.signalling.rules import Move, act_of, apply, points, to_move
from parley.games.signalling.state import State

NOISE = 1e-6
"""Differences in hundredths of a point that come from floating-point sums."""


class CrisisValues:
    """Expected points from any information of a profile.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    plan : sequence of str
        For each turn the codes of the best acts, in the order of `place`.
    """

    def __init__(self, numbers: Numbers, plan: Sequence[str]) -> None:
        self.numbers = numbers
        self._plan = plan
        self._known: dict[Information, float] = {}

    def best(self, state: State) -> float:
        """Return the most points that lawful play expects from a state on."""
        return 0.0 if state.outcome else self.ahead(state.info)

    def value(self, state: State, move: Move) -> float:
        """Return the points expected with a move, and the best play after it.

        What an unlawful threat brings above the best lawful act is no merit, and is left out: it
        cannot pay for a wrong belief.
        """
        worth = min(self.worth(state.info, act_of(move)), self.best(state))
        return worth - missed(self.numbers, state.info.doubled, move["belief"])

    def losses(self, state: State, move: Move) -> dict[str, float]:
        """Return the regret of a move: of the belief it states, and of the act by its kind."""
        lost = self.best(state) - self.worth(state.info, act_of(move))
        belief = missed(self.numbers, state.info.doubled, move["belief"])
        return {"belief": float(belief), move["kind"]: lost if lost > NOISE else 0.0}

    def advise(self, state: State) -> tuple[Move, float]:
        """Return a best move and what it is worth."""
        belief = nearest(self.numbers, state.info.doubled)
        return to_move(self.act(state.info), belief), self.best(state)

    def points(self, state: State) -> float:
        """Return the points of a state."""
        return points(state)

    def floor(self, state: State) -> float:
        """Return the regret that waiting to the end runs up from here, with this play's chance."""
        lost, rng = [], Random(0)
        while not state.outcome:
            move = passive(state, rng)
            lost.append(sum(self.losses(state, move).values()))
            state = apply(state, move)
        return sum(lost) + 0.0

    def act(self, now: Information) -> str:
        """Return a best act."""
        return ACTS[CODES.index(self._plan[now.gone][place(self.numbers, now)])]

    def ahead(self, now: Information) -> float:
        """Return the most points that lawful play expects from an information on."""
        known = self._known.get(now)
        if known is None:
            over = now.gone >= self.numbers.terms.turns
            known = self._end(now) if over else self.worth(now, self.act(now))
            self._known[now] = known
        return known

    def worth(self, now: Information, act: str) -> float:
        """Return the points expected with an act now, and the best play after it."""
        terms = self.numbers.terms
        thirds = chances(self.numbers, now, act)
        whole = sum(thirds.values())
        risk = steps.accident(self.numbers, steps.acted(self.numbers, now.levels, act), act)
        total = -terms.press * thirds[steps.PRESS] - terms.war * thirds[steps.WAR]
        found = total / whole - terms.acts[act].cost
        for answer in steps.ANSWERS:
            ahead = self.ahead(steps.after(self.numbers, now, act, answer))
            stay = ((100 - risk) * ahead - risk * terms.war) / 100
            found += thirds[answer] / whole * stay
        return found

    def _end(self, now: Information) -> float:
        odds = weights(self.numbers, now.doubled)
        lost = steps.final(self.numbers, now.levels)
        return -sum(one * weight for one, weight in zip(lost, odds, strict=True)) / sum(odds)


def chances(numbers: Numbers, now: Information, act: str) -> dict[str, int]:
    """Return the odds of each answer to an act, as whole numbers; accidents come on top.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    now : Information
        What is known before the act.
    act : str
        The act.

    Returns
    -------
    dict of str to int
        The odds of ``press``, ``hold`` and ``war``.
    """
    tends = steps.tendencies(numbers, steps.acted(numbers, now.levels, act), act)
    odds = weights(numbers, now.doubled)
    return {
        answer: sum(
            steps.CHANCES[tend][answer] * weight for tend, weight in zip(tends, odds, strict=True)
        )
        for answer in (*steps.ANSWERS, steps.WAR)
    }


def place(numbers: Numbers, now: Information) -> int:
    """Return where the best act of an information stands in its turn's row of the plan.

    A row goes over the lattice of belief, and at each of its points over the levels as
    `steps.every_level` does.  After n answers the powers of two of three types differ by at most
    n, so a point is two differences from the third type's, each and their own difference within n.
    """
    reach, (x, y, z) = now.gone, now.doubled
    first, second = x - z, y - z
    before = sum(2 * reach + 1 - abs(row) for row in range(-reach, first))
    point = before + second - max(-reach, first - reach)
    strength, alarm, face = now.levels
    _, top_alarm, top_face = numbers.terms.top
    level = (strength * (top_alarm + 1) + alarm) * (top_face + 1) + face
    size = (numbers.terms.top[0] + 1) * (top_alarm + 1) * (top_face + 1)
    return point * size + level


def values(numbers: Numbers, content: Any) -> CrisisValues:
    """Return the values of a profile from its plan: a row of letters for each turn."""
    return CrisisValues(numbers, content["plan"])
