"""Crises as games of two moves each: to give way, or to stand firm.

A side orders four ends.  Both give way (reward), it alone stands firm (temptation), both stand
firm (punishment), it alone gives way (sucker).  Two orders make a game, and its equilibria say
how the crisis may end.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from parley.models.ranges import between

__all__ = ["GIVE_WAY", "ORDERS", "STAND_FIRM", "Game", "Order", "Table", "game", "hawk_dove"]

GIVE_WAY, STAND_FIRM = 0, 1

Pair = tuple[float, float]
Table = tuple[Pair, Pair]
"""What one side has at each end: a row for each move of A, a column for each move of B."""


@dataclass(frozen=True)
class Order:
    """What the four ends are worth to one side; in an ordinal game 4 is best, 1 is worst.

    Attributes
    ----------
    reward, temptation, punishment, sucker : float
        Both give way; it alone stands firm; both stand firm; it alone gives way.
    """

    reward: float
    temptation: float
    punishment: float
    sucker: float

    def with_worst(self, worst: float) -> "Order":
        """Return the same order, but the end that is worth 1 is worth something else.

        Parameters
        ----------
        worst : float
            At most 1, so that the order stays as it is.

        Returns
        -------
        Order
            For example a crisis in which war is a catastrophe.

        Raises
        ------
        parley.errors.ParleyError
            If it is above 1.
        """
        between("the worth of the worst end", worst, -1e9, 1)
        ends = (self.reward, self.temptation, self.punishment, self.sucker)
        return Order(*(worst if end == 1 else end for end in ends))


ORDERS: Mapping[str, Order] = {
    "prisoner's dilemma": Order(3, 4, 2, 1),
    "chicken": Order(3, 4, 1, 2),
    "stag hunt": Order(4, 3, 2, 1),
    "deadlock": Order(2, 4, 3, 1),
}
"""The orders of the symmetric games, by the game in which both sides have them."""


@dataclass(frozen=True)
class Game:
    """What each side has at each end; rows are moves of A, columns are moves of B.

    Attributes
    ----------
    a, b : tuple of tuple of float
        The worths for A and for B.
    """

    a: Table
    b: Table

    def pure(self) -> list[tuple[int, int]]:
        """Return the ends from which neither side gains by another move of its own.

        Returns
        -------
        list of tuple of int
            Moves of A and B; empty if there is none.
        """
        return [
            (i, j)
            for i, j in product((GIVE_WAY, STAND_FIRM), repeat=2)
            if self.a[i][j] >= self.a[1 - i][j] and self.b[i][j] >= self.b[i][1 - j]
        ]

    def firm(self) -> tuple[float | None, float | None]:
        """Return how often each side must stand firm so that the other is indifferent.

        Returns
        -------
        tuple of float or None
            Of A and of B, above 0 and below 1; None where no such share exists.
        """
        by_a = [row[STAND_FIRM] - row[GIVE_WAY] for row in self.b]
        by_b = [self.a[STAND_FIRM][j] - self.a[GIVE_WAY][j] for j in (GIVE_WAY, STAND_FIRM)]
        return _balance(*by_a), _balance(*by_b)

    def mixed(self) -> Pair | None:
        """Return the equilibrium in which both sides choose at random.

        Returns
        -------
        tuple of float or None
            How often A and B stand firm; None if there is none.
        """
        a, b = self.firm()
        return None if a is None or b is None else (a, b)


def game(a: Order, b: Order) -> Game:
    """Return the game of two sides with their orders.

    Parameters
    ----------
    a, b : Order
        Of A and of B.

    Returns
    -------
    Game
        Its equilibria follow.

    References
    ----------
    Snyder, G. and Diesing, P. (1977). Conflict among Nations. Princeton University Press, ch. 2.

    Examples
    --------
    >>> chicken, dilemma = ORDERS["chicken"], ORDERS["prisoner's dilemma"]
    >>> game(chicken, chicken).pure(), game(chicken, chicken).mixed()
    ([(0, 1), (1, 0)], (0.5, 0.5))
    >>> game(dilemma, chicken).pure()  # Called Bluff: B gives way
    [(1, 0)]
    """
    return Game(
        ((a.reward, a.sucker), (a.temptation, a.punishment)),
        ((b.reward, b.temptation), (b.sucker, b.punishment)),
    )


def hawk_dove(value: float, cost: float) -> float:
    """Return how many fight in a population where every one may meet every other.

    Parameters
    ----------
    value : float
        Of what is disputed; two who give way halve it, above 0.
    cost : float
        Of a lost fight, in the same unit, above 0; who fights a fighter wins as often as not.

    Returns
    -------
    float
        A share; 1 if the value is not less than the cost.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Maynard Smith, J. (1982). Evolution and the Theory of Games. Cambridge University Press, ch. 2.

    Examples
    --------
    >>> hawk_dove(2, 10)
    0.2
    """
    between("the value", value, 1e-9, 1e9)
    between("the cost of a lost fight", cost, 1e-9, 1e9)
    return min(1.0, value / cost)


def _balance(if_gives_way: float, if_firm: float) -> float | None:
    """Return how often the other stands firm where standing firm gains one nothing."""
    if (if_gives_way > 0) == (if_firm > 0) or 0 in (if_gives_way, if_firm):
        return None
    return if_gives_way / (if_gives_way - if_firm)
