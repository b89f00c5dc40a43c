"""A crisis in public: each day makes backing down dearer, and shows who will not back down.

What is disputed is worth 1 to both.  Who backs down on a day loses what the audience at home
charges by then; the other gets 1.  Each side knows its own worth of war, and of the other only
that every worth from a worst one up to nothing is as likely.
"""

from dataclasses import dataclass
from math import sqrt

from parley.models.ranges import between

__all__ = ["Crisis", "backed_down", "crisis"]

Pair = tuple[float, float]


def backed_down(cost: float, value: float = 1) -> float:
    """Return how probable it is that the opponent has backed down by some moment.

    Until then the opponent gives way just so often that one is willing to wait as well as to
    back down at once.  So this depends on one's own cost alone.

    Parameters
    ----------
    cost : float
        What backing down at that moment would cost oneself, at least 0.
    value : float
        What is disputed is worth to oneself, in the same unit, above 0.

    Returns
    -------
    float
        A probability.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Fearon, J. (1994). Domestic political audiences and the escalation of international disputes.
    APSR 88:577-592.

    Examples
    --------
    >>> backed_down(1), round(backed_down(2), 6)
    (0.5, 0.666667)
    """
    between("the cost of backing down", cost, 0, 1e9)
    between("the worth of what is disputed", value, 1e-9, 1e9)
    return cost / (value + cost)


@dataclass(frozen=True)
class Crisis:
    """What two sides do in a crisis in public; each pair is of A and of B.

    Attributes
    ----------
    rates : tuple of float
        What each day adds to the cost of backing down.
    horizon : float
        The day from which nobody backs down any more: who is still there fights.
    at_once : tuple of float
        How probable it is that a side gives way on the first day, before the crisis lasts.
    fights : tuple of float
        How probable it is that a side never backs down.
    """

    rates: Pair
    horizon: float
    at_once: Pair
    fights: Pair

    @property
    def war(self) -> float:
        """The probability of war, before either side's worth of war is known."""
        return self.fights[0] * self.fights[1]

    def backed_down(self, day: float) -> Pair:
        """Return how probable it is that each side has backed down by a day.

        Parameters
        ----------
        day : float
            At least 0; nothing changes after the horizon.

        Returns
        -------
        tuple of float
            Probabilities of A and of B, each as long as the other holds out.

        Raises
        ------
        parley.errors.ParleyError
            If the day is negative.
        """
        between("the day", day, 0, 1e9)
        day = min(day, self.horizon)
        a, b = (
            1 - (1 - at_once) * (1 - backed_down(rate * day))
            for at_once, rate in zip(self.at_once, reversed(self.rates), strict=True)
        )
        return a, b


def crisis(rate_a: float, rate_b: float, worst: float) -> Crisis:
    """Solve the crisis in public.

    At the horizon, those who are left of each side are just those to whom war is worth more than
    backing down by then.  The side with the weaker audience has too many that will back down;
    the surplus gives way at once.

    Parameters
    ----------
    rate_a, rate_b : float
        What each day adds to the cost of backing down, where what is disputed is worth 1;
        0.001 to 1000.
    worst : float
        What war costs the side that likes it least, in the same unit; 0.001 to 1000.

    Returns
    -------
    Crisis
        The equilibrium in which both sides may hold out.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Derived from Fearon (1994) for costs that grow evenly and worths of war that are equally
    likely.  As there, the side with the stronger audience backs down less often.

    Examples
    --------
    >>> found = crisis(0.1, 0.2, 2)
    >>> round(found.horizon, 4), [round(chance, 4) for chance in found.fights]
    (6.1803, [0.309, 0.618])
    """
    for rate in (rate_a, rate_b):
        between("what a day adds to the cost of backing down", rate, 1e-3, 1e3)
    between("the greatest cost of war", worst, 1e-3, 1e3)
    strong, weak = max(rate_a, rate_b), min(rate_a, rate_b)
    both = weak * strong
    horizon = (sqrt(strong**2 + 4 * both * worst) - strong) / (2 * both)
    fights = (rate_a * horizon / worst, rate_b * horizon / worst)
    surplus = 1 - weak * horizon / worst * (1 + strong * horizon)
    at_once = (surplus, 0.0) if rate_a < rate_b else (0.0, surplus)
    return Crisis((rate_a, rate_b), horizon, at_once if rate_a != rate_b else (0.0, 0.0), fights)
