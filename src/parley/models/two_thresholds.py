"""Strength against a rival that may be greedy or frightened: how much is enough, and too much.

A greedy rival attacks unless your posture reaches what it respects; a frightened one strikes if
your posture passes what it bears.  You know neither number, only a range.  Notice and talks raise
what a frightened rival bears.
"""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["Thresholds"]

MOST = 100.0


@dataclass(frozen=True)
class Thresholds:
    """A rival of one of two kinds, and what is known about it.

    Parameters
    ----------
    greedy : float
        The probability that it is greedy, 0 to 1; else it is frightened.
    enough : float
        The posture that a greedy rival respects, in the middle of its range, 0 to 100.
    bears : float
        The posture that a frightened rival bears without notice, in the middle of its range.
    doubt : float
        How far each range goes up and down, above 0; within it every value is as likely.
    notice : float
        By how much notice and talks raise what a frightened rival bears, at least 0.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    The course's own model, after the two models of Jervis, R. (1976). Perception and Misperception
    in International Politics. Princeton University Press, ch. 3.

    Examples
    --------
    >>> clash = Thresholds(greedy=0.5, enough=70, bears=30, doubt=15, notice=10)
    >>> round(clash.war(50), 4), clash.war(0), clash.best
    (0.9167, 0.5, 0.0)
    >>> told = Thresholds(greedy=0.5, enough=70, bears=30, doubt=15, notice=70)
    >>> told.best, told.war(told.best)
    (85, 0.0)
    """

    greedy: float
    enough: float
    bears: float
    doubt: float
    notice: float

    def __post_init__(self) -> None:
        """Check the ranges."""
        between("the probability that the rival is greedy", self.greedy, 0, 1)
        between("the posture that a greedy rival respects", self.enough, 0, MOST)
        between("the posture that a frightened rival bears", self.bears, 0, MOST)
        between("the doubt", self.doubt, 1e-6, MOST)
        between("what notice adds", self.notice, 0, 1e6)

    def attack(self, posture: float) -> float:
        """Return the risk that the rival is greedy and attacks.

        Parameters
        ----------
        posture : float
            Yours, 0 to 100.

        Returns
        -------
        float
            A probability.
        """
        return self.greedy * (1 - self._reached(posture, self.enough))

    def strike(self, posture: float) -> float:
        """Return the risk that the rival is frightened and strikes first.

        Parameters
        ----------
        posture : float
            Yours, 0 to 100.

        Returns
        -------
        float
            A probability.
        """
        return (1 - self.greedy) * self._reached(posture, self.bears + self.notice)

    def war(self, posture: float) -> float:
        """Return the risk of war of either kind.

        Parameters
        ----------
        posture : float
            Yours, 0 to 100.

        Returns
        -------
        float
            A probability.
        """
        return self.attack(posture) + self.strike(posture)

    @property
    def turns(self) -> list[float]:
        """The postures between which both risks run straight, from 0 to 100."""
        told = self.bears + self.notice
        every = {0.0, MOST, self.enough - self.doubt, self.enough + self.doubt}
        every |= {told - self.doubt, told + self.doubt}
        return sorted(posture for posture in every if 0 <= posture <= MOST)

    @property
    def best(self) -> float:
        """The posture of least risk; of several, the lowest, which costs least."""
        return min(self.turns, key=lambda posture: (round(self.war(posture), 9), posture))

    def _reached(self, posture: float, middle: float) -> float:
        """Return how probable it is that a posture reaches a number known to within the doubt."""
        between("the posture", posture, 0, MOST)
        share = (posture - middle + self.doubt) / (2 * self.doubt)
        return min(1.0, max(0.0, share))
