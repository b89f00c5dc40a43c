"""An arms race: each side arms against the other's arms, and tires of its own.

A's arms change by ``fear_a * arms of B - burden_a * arms of A + grievance_a`` each year, and B's
likewise.  Arms are in any one unit, for example a year's spending.
"""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["Race"]

Pair = tuple[float, float]

_STEPS = 20
"""Steps a year in which the path is reckoned, by the method of Runge and Kutta."""


@dataclass(frozen=True)
class Race:
    """The six numbers of an arms race between A and B.

    Parameters
    ----------
    fear_a, fear_b : float
        What each side adds a year for each unit of the other's arms, at least 0.
    burden_a, burden_b : float
        What each side drops a year for each unit of its own arms, at least 0.
    grievance_a, grievance_b : float
        What each side adds a year in any case; good will is below 0.

    Raises
    ------
    parley.errors.ParleyError
        If a fear or a burden is below 0.

    References
    ----------
    Richardson, L. F. (1960). Arms and Insecurity. Boxwood Press.

    Examples
    --------
    >>> race = Race(0.4, 0.5, 0.8, 0.9, 0.2, 0.1)
    >>> race.stable, [round(arms, 6) for arms in race.rest]
    (True, [0.423077, 0.346154])
    """

    fear_a: float
    fear_b: float
    burden_a: float
    burden_b: float
    grievance_a: float
    grievance_b: float

    def __post_init__(self) -> None:
        """Check the signs."""
        for fear in (self.fear_a, self.fear_b):
            between("a fear", fear, 0, 1000)
        for burden in (self.burden_a, self.burden_b):
            between("a burden", burden, 0, 1000)

    @property
    def margin(self) -> float:
        """The product of the burdens less that of the fears."""
        return self.burden_a * self.burden_b - self.fear_a * self.fear_b

    @property
    def stable(self) -> bool:
        """Whether arms come to rest from wherever they begin: burdens outweigh fears."""
        return self.margin > 1e-12

    @property
    def rest(self) -> Pair | None:
        """The arms of A and of B at which neither changes; None where the balance lines part.

        Of an unstable race this is a point that both leave; arms below 0 mean good will.
        """
        if abs(self.margin) <= 1e-12:
            return None
        return (
            (self.fear_a * self.grievance_b + self.burden_b * self.grievance_a) / self.margin,
            (self.fear_b * self.grievance_a + self.burden_a * self.grievance_b) / self.margin,
        )

    def change(self, arms: Pair) -> Pair:
        """Return by how much a year the arms of both change.

        Parameters
        ----------
        arms : tuple of float
            Of A and of B.

        Returns
        -------
        tuple of float
            Units of arms a year.
        """
        a, b = arms
        return (
            self.fear_a * b - self.burden_a * a + self.grievance_a,
            self.fear_b * a - self.burden_b * b + self.grievance_b,
        )

    def path(self, start: Pair, years: int, limit: float = 1e6) -> list[Pair]:
        """Return the arms of both at the start and after each year.

        Parameters
        ----------
        start : tuple of float
            Of A and of B.
        years : int
            How many, at least 0.
        limit : float
            The path ends with the first year in which one side has more.

        Returns
        -------
        list of tuple of float
            One pair a year.

        Raises
        ------
        parley.errors.ParleyError
            If the number of years is below 0.
        """
        between("the number of years", years, 0, 10_000)
        path = [start]
        while len(path) <= years and max(path[-1]) <= limit:
            arms = path[-1]
            for _ in range(_STEPS):
                arms = self._step(arms, 1 / _STEPS)
            path.append(arms)
        return path

    def _step(self, arms: Pair, time: float) -> Pair:
        first = self.change(arms)
        second = self.change(_moved(arms, first, time / 2))
        third = self.change(_moved(arms, second, time / 2))
        last = self.change(_moved(arms, third, time))
        a, b = (
            (first[side] + 2 * second[side] + 2 * third[side] + last[side]) / 6 for side in (0, 1)
        )
        return _moved(arms, (a, b), time)


def _moved(arms: Pair, change: Pair, time: float) -> Pair:
    return arms[0] + time * change[0], arms[1] + time * change[1]
