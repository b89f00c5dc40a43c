"""What fixed bots expect from a bargaining profile, exactly: no sampling, no seed.

A *noisy* bot plays the best move, save that with some chance it plays a random one instead.
The random bot is the one that is always noisy: it takes a kind of move uniformly among those open,
then its fields uniformly.
"""

from graders.solve_bargaining import Solver, still
from parley.games.bargaining import steps
from parley.games.bargaining.model import Information, members
from parley.games.bargaining.steps import Cell

Points = tuple[float, ...]

Alike = tuple[float, int, tuple[Cell, ...]]
"""Moves with the same cells: odds times the mean gain of agreement now, and how many they are."""


class Bots:
    """Expected points of noisy bots from any information, in hundredths of a point.

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
        self._table: list[dict[Information, Points]] = [{} for _ in solver.table]
        self._open: dict[Information, tuple[tuple[Alike, ...], ...]] = {}
        self._none: Points = (0.0,) * len(noises)

    def expect(self, now: Information) -> Points:
        """Return what each bot expects from here on."""
        return self._expect(now.gone, now._replace(gone=0))

    def random(self, gone: int, now: Information) -> Points:
        """Return what each bot expects if its next move is random."""
        odds = self.solver.numbers.odds(now.alive)
        kinds = [self._mean(group) for group in self._groups(gone, now)]
        return tuple(value / odds for value in self._mean([(kind, 1) for kind in kinds]))

    def _expect(self, gone: int, now: Information) -> Points:
        known = self._table[gone].get(now)
        if known is None:
            best = self._best(gone, now)
            chaos = self.random(gone, now)
            known = tuple(
                (1 - noise) * good + noise * bad
                for noise, good, bad in zip(self.noises, best, chaos, strict=True)
            )
            self._table[gone][now] = known
        return known

    def _best(self, gone: int, now: Information) -> Points:
        solver = self.solver
        branch = max(solver.branches(now), key=lambda branch: solver.value(gone, branch))
        if solver.value(gone, branch) <= 0:
            return self._none
        odds = solver.numbers.odds(now.alive)
        return tuple(value / odds for value in self._value(gone, branch.gain, branch.cells))

    def _groups(self, gone: int, now: Information) -> list[list[tuple[Points, int]]]:
        """Return the open moves by kind: what each bot expects after it, and how many are alike."""
        if now not in self._open:
            self._open[now] = tuple(_merged(moves) for moves in self._moves(now).values())
        return [
            [(self._value(gone, gain, cells), times) for gain, times, cells in moves]
            for moves in self._open[now]
        ]

    def _moves(self, now: Information) -> dict[str, list[Alike]]:
        """Return the open moves by kind, as they are in any round."""
        solver, numbers = self.solver, self.solver.numbers
        kinds: dict[str, list[Alike]] = {"walk-out": [(0.0, 1, ())]}
        offer = steps.shown(numbers, now)
        if numbers.lawful(offer):
            gain = sum(numbers.kinds[k].odds * numbers.agreed(offer, k) for k in members(now.alive))
            kinds["accept"] = [(float(gain), 1, ())]
        for offers in solver.offers(now):
            cells = still(steps.after(numbers, offers.told, now.alive & ~offers.agreed))
            kinds.setdefault("offer", []).append((offers.total / offers.size, offers.size, cells))
        for step in steps.plain_steps(numbers):
            cells = still(steps.consequence(numbers, now, step).cells)
            kinds.setdefault(step.kind, []).append((0.0, 1, cells))
        return kinds

    def _value(self, gone: int, gain: float, cells: tuple[Cell, ...]) -> Points:
        """Return odds times what each bot expects after a move."""
        numbers, terms = self.solver.numbers, self.solver.numbers.terms
        totals = [float(gain)] * len(self.noises)
        for types, info, fee, hazard in cells:
            last = gone + 1 >= terms.rounds
            ahead = self._none if last else self._expect(gone + 1, info)
            odds = numbers.odds(types)
            for bot, value in enumerate(ahead):
                stay = ((100 - hazard) * value - hazard * terms.loss) / 100
                totals[bot] += odds * (stay - fee)
        return tuple(totals)

    def _mean(self, group: list[tuple[Points, int]]) -> Points:
        count = sum(times for _, times in group)
        return tuple(
            sum(value[bot] * times for value, times in group) / count
            for bot in range(len(self.noises))
        )


def _merged(moves: list[Alike]) -> tuple[Alike, ...]:
    """Return moves with those that leave the same cells taken together."""
    found: dict[tuple[Cell, ...], tuple[float, int]] = {}
    for gain, times, cells in moves:
        total, count = found.get(cells, (0.0, 0))
        found[cells] = (total + gain * times, count + times)
    return tuple((total / count, count, cells) for cells, (total, count) in found.items())
