"""What fixed bots lose in an exercise in turns, in expectation and exactly: nothing is sampled.

A *noisy* bot plays the best move, save that with some chance it plays a random one instead: then
both its belief and its order are random.  The loss is the sum of regrets, as marks count it.
"""

from collections import Counter
from collections.abc import Callable
from functools import cache

from graders.solve_turns import Solver, openings
from parley.games.turns import steps
from parley.games.turns.model import Choice, Information, Model, missed, nearest, reduced

Losses = tuple[float, ...]


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
        self.model = solver.model
        self.noises = noises
        self.noisy = cache(self._noisy)
        self.passive = cache(self._passive)

    def expect(self) -> Losses:
        """Return what each bot loses in a whole play."""
        return self._over_openings(self.noisy)

    def floor(self) -> float:
        """Return what the passive player loses in a whole play."""
        return self._over_openings(lambda now: (self.passive(now),))[0]

    def regret(self, now: Information, choice: Choice) -> float:
        """Return the regret of an order; never negative, whether it is lawful or not."""
        best = self.solver.best(now)
        return max(0.0, best - self.solver.worths[now][choice])

    def random_regret(self, now: Information) -> float:
        """Return the mean regret of a random move, its belief included."""
        shares = random_shares(self.model, now)
        lost = sum(share * self.regret(now, choice) for choice, share in shares.items())
        return lost + random_belief(self.model, now.odds)

    def _over_openings(self, of: Callable[[Information], Losses]) -> Losses:
        deck = [share for share in self.model.deck if share] or [1]
        found = [of(now) for now in openings(self.model)]
        whole = sum(deck)
        return tuple(
            sum(share * one for share, one in zip(deck, losses, strict=True)) / whole
            for losses in zip(*found, strict=True)
        )

    def _noisy(self, now: Information) -> Losses:
        best = self.solver.orders[now]
        onward = self._onward(now, best)
        chaos = [random_belief(self.model, now.odds)] * len(self.noises)
        for choice, share in random_shares(self.model, now).items():
            later, lost = self._onward(now, choice), self.regret(now, choice)
            chaos = [sum_ + share * (lost + one) for sum_, one in zip(chaos, later, strict=True)]
        return tuple(
            (1 - noise) * calm + noise * wild
            for noise, calm, wild in zip(self.noises, onward, chaos, strict=True)
        )

    def _passive(self, now: Information) -> float:
        choice = kept(self.model, now)
        prior = nearest(reduced(self.model.odds), self.model.about)
        lost = self.regret(now, choice) + missed(self.model, now.odds, prior)
        for share, later in self.solver.branches[now, choice]:
            lost += share * self.passive(later)
        return lost

    def _onward(self, now: Information, choice: Choice) -> Losses:
        found = [0.0] * len(self.noises)
        for share, later in self.solver.branches[now, choice]:
            found = [a + share * b for a, b in zip(found, self.noisy(later), strict=True)]
        return tuple(found)


@cache
def random_belief(model: Model, odds: tuple[int, ...]) -> float:
    """Return what a random belief costs on average; 0 where none is asked."""
    return sum(missed(model, odds, stated) for stated in range(101)) / 101


def random_shares(model: Model, now: Information) -> dict[Choice, float]:
    """Return how often the random player gives each order: acts alike, then fields alike."""
    every = steps.choices(model, now.public)
    fields = Counter(choice[0] for choice in every)
    return {choice: 1 / (len(fields) * fields[choice[0]]) for choice in every}


def kept(model: Model, now: Information) -> Choice:
    """Return the passive order, whose fields stay as they are."""
    levels = now.public.levels
    return (model.passive, *(levels[order.track] for order in model.acts[model.passive].orders))
