"""What fixed bots lose in a crisis profile, in expectation and exactly: no sampling, no seed.

A *noisy* bot plays the best move, save that with some chance it plays a random one instead: then
both its belief and its act are random.  The loss is the sum of regrets, as marks count it.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from graders.solve_signalling import Array, Solver
from parley.games.signalling.model import ACTS, LAWFUL, Information, missed, nearest

RANDOM = {act: 1 / len(LAWFUL) for act in LAWFUL} | {"threaten": 0.5 / len(LAWFUL)}
RANDOM |= {"ultimatum": 0.5 / len(LAWFUL)}
"""How often the random player takes each act: kinds alike, then the two threats alike."""


class Bots:
    """Expected losses of noisy bots and of the passive player, in hundredths of a point.

    Parameters
    ----------
    solver : Solver
        The solved profile.
    noises : tuple of float
        The chance of a random move, one for each bot.
    """

    def __init__(self, solver: Solver, noises: tuple[float, ...]) -> None:
        self.solver = solver
        self.noises = noises

    def expect(self, now: Information) -> tuple[float, ...]:
        """Return what each bot loses from here on."""
        return tuple(float(one[self.solver.at(now)]) for one in self._noisy[now.gone])

    def passive(self, now: Information) -> float:
        """Return what the passive player loses from here on."""
        return float(self._waiting[0][now.gone][self.solver.at(now)])

    def passive_belief(self, now: Information) -> float:
        """Return the part of the passive player's loss that its beliefs make."""
        return float(self._waiting[1][now.gone][self.solver.at(now)])

    @cached_property
    def _noisy(self) -> list[list[Array]]:
        """The losses of each bot before each turn and at the end."""
        numbers = self.solver.numbers
        found = [[np.zeros_like(self.solver.solved[0][-1]) for _ in self.noises]]
        for turn in range(numbers.terms.turns, 0, -1):
            blunder = sum(share * self._regret(turn, act) for act, share in RANDOM.items())
            blunder = blunder + self._over_lattice(turn, range(101))
            found.append(
                [
                    self._step(turn, noise, blunder, ahead)
                    for noise, ahead in zip(self.noises, found[-1], strict=True)
                ]
            )
        return found[::-1]

    @cached_property
    def _waiting(self) -> tuple[list[Array], list[Array]]:
        """What waiting with the brief's belief loses, in all and by the belief alone."""
        numbers = self.solver.numbers
        prior = nearest(numbers, (0, 0, 0))
        whole = [np.zeros_like(self.solver.solved[0][-1])]
        alone = [whole[0]]
        for turn in range(numbers.terms.turns, 0, -1):
            belief = self._over_lattice(turn, [prior])
            onward = self.solver.onward(turn, "wait", whole[-1])
            whole.append(belief + self._regret(turn, "wait") + onward)
            alone.append(belief + self.solver.onward(turn, "wait", alone[-1]))
        return whole[::-1], alone[::-1]

    def _step(self, turn: int, noise: float, blunder: Array, ahead: Array) -> Array:
        onward = {act: self.solver.onward(turn, act, ahead) for act in ACTS}
        chosen = self.solver.solved[1][turn - 1]
        best = np.choose(chosen, [onward[act] for act in LAWFUL])
        chaos = blunder + sum(share * onward[act] for act, share in RANDOM.items())
        return (1 - noise) * best + noise * chaos

    def _regret(self, turn: int, act: str) -> Array:
        best = self.solver.solved[0]
        return np.maximum(0.0, best[turn - 1] - self.solver.worth(turn, act, best[turn]))

    def _over_lattice(self, turn: int, stated: Sequence[int]) -> Array:
        """Return what stated beliefs cost on average before a turn, over the lattice."""
        side = range(1 - turn, turn)
        least = [(x, y, min(x, y, 0)) for x in side for y in side]
        points = [(x - low, y - low, -low) for x, y, low in least]
        costs = [[missed(self.solver.numbers, point, one) for one in stated] for point in points]
        return np.array(costs).mean(axis=1).reshape(len(side), len(side))
