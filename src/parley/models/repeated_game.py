"""A dilemma that is played again and again: when the future keeps both to their word.

In each round both keep an agreement or break it.  To break it alone pays best (temptation), then
that both keep it (reward), that both break it (punishment), to keep it alone (sucker).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from parley.models.ranges import between, ordered

__all__ = ["AXELROD", "STRATEGIES", "Payoffs", "match", "round_robin"]

KEEP, BREAK = True, False


@dataclass(frozen=True)
class Payoffs:
    """The four payoffs of one round, in any one unit.

    Parameters
    ----------
    temptation, reward, punishment, sucker : float
        They fall in this order.

    Raises
    ------
    parley.errors.ParleyError
        If they do not.

    References
    ----------
    Axelrod, R. (1984). The Evolution of Cooperation; Friedman, J. (1971). A non-cooperative
    equilibrium for supergames. Review of Economic Studies 38:1-12.

    Examples
    --------
    >>> Payoffs(5, 3, 1, 0).threshold
    0.5
    """

    temptation: float
    reward: float
    punishment: float
    sucker: float

    def __post_init__(self) -> None:
        """Check the order."""
        ordered(
            temptation=self.temptation,
            reward=self.reward,
            punishment=self.punishment,
            sucker=self.sucker,
        )

    @property
    def threshold(self) -> float:
        """The least patience at which the threat never to keep it again makes keeping pay."""
        return (self.temptation - self.reward) / (self.temptation - self.punishment)

    @property
    def tit_for_tat(self) -> float:
        """The least patience at which tit for tat is the best answer to itself; above 1 for never.

        Axelrod, R. (1981). The emergence of cooperation among egoists. APSR 75:306-318.
        """
        alternating = (self.temptation - self.reward) / (self.reward - self.sucker)
        return max(self.threshold, alternating)

    def breaking(self, patience: float) -> float:
        """Return what breaking the agreement once, and never trusting again, is worth a round.

        Parameters
        ----------
        patience : float
            What a payoff keeps of its worth when it comes one round later, 0 to 0.9999.

        Returns
        -------
        float
            The payoff on average; keeping is worth the reward.

        Raises
        ------
        parley.errors.ParleyError
            If the patience lies outside its range.
        """
        between("the patience", patience, 0, 0.9999)
        return (1 - patience) * self.temptation + patience * self.punishment

    def totals(self, patience: float, rounds: int) -> tuple[list[float], list[float]]:
        """Return what keeping, and breaking once, have brought after each round.

        Parameters
        ----------
        patience : float
            As for `breaking`.
        rounds : int
            How many, at least 1.

        Returns
        -------
        tuple of list of float
            Sums of payoffs, later ones counted less.

        Raises
        ------
        parley.errors.ParleyError
            If a number lies outside its range.
        """
        between("the patience", patience, 0, 0.9999)
        between("the number of rounds", rounds, 1, 10_000)
        kept, broken = [self.reward], [self.temptation]
        for number in range(1, rounds):
            weight = patience**number
            kept.append(kept[-1] + weight * self.reward)
            broken.append(broken[-1] + weight * self.punishment)
        return kept, broken


AXELROD = Payoffs(5, 3, 1, 0)
"""The payoffs of Axelrod's tournaments."""

Strategy = Callable[[Sequence[bool]], bool]

STRATEGIES: Mapping[str, Strategy] = {
    "cooperator": lambda _seen: KEEP,
    "defector": lambda _seen: BREAK,
    "tit for tat": lambda seen: seen[-1] if seen else KEEP,
    "grudger": lambda seen: all(seen),
}
"""What each does next, having seen whether the other kept the agreement so far."""


def match(first: str, second: str, turns: int, payoffs: Payoffs = AXELROD) -> tuple[float, float]:
    """Return what two strategies have after some turns, without discounting.

    Parameters
    ----------
    first, second : str
        Names in `STRATEGIES`.
    turns : int
        How often they meet, at least 1.
    payoffs : Payoffs
        Of one turn.

    Returns
    -------
    tuple of float
        Sums of payoffs.

    Raises
    ------
    parley.errors.ParleyError
        If there are no turns.

    Examples
    --------
    >>> match("defector", "tit for tat", 10)
    (14, 9)
    """
    between("the number of turns", turns, 1, 10_000)
    worth = {
        (KEEP, KEEP): payoffs.reward,
        (BREAK, KEEP): payoffs.temptation,
        (BREAK, BREAK): payoffs.punishment,
        (KEEP, BREAK): payoffs.sucker,
    }
    ours: list[bool] = []
    theirs: list[bool] = []
    for _ in range(turns):
        one, other = STRATEGIES[first](theirs), STRATEGIES[second](ours)
        ours.append(one)
        theirs.append(other)
    pairs = list(zip(ours, theirs, strict=True))
    return sum(worth[pair] for pair in pairs), sum(worth[pair[::-1]] for pair in pairs)


def round_robin(names: Sequence[str], turns: int, payoffs: Payoffs = AXELROD) -> dict[str, float]:
    """Return what each strategy has after it has met each other one once.

    Parameters
    ----------
    names : sequence of str
        Different names in `STRATEGIES`.
    turns : int
        How long each match is.
    payoffs : Payoffs
        Of one turn.

    Returns
    -------
    dict of str to float
        Sums of payoffs by name.

    Raises
    ------
    parley.errors.ParleyError
        If there are no turns.

    Examples
    --------
    >>> round_robin(["cooperator", "tit for tat", "defector"], 10)
    {'cooperator': 30, 'tit for tat': 39, 'defector': 64}
    """
    sums: dict[str, float] = dict.fromkeys(names, 0)
    for first, second in combinations(names, 2):
        one, other = match(first, second, turns, payoffs)
        sums[first] += one
        sums[second] += other
    return sums
