"""Two signals of resolve: to tie one's hands, and to sink costs.

A defender values a prize between 0 and 1, each value as likely; only it knows which.  It wins a
war for the prize with a probability, and war costs it something.  A challenger is tough with a
probability, and then attacks in any case; else it attacks only a defender that would give way.
Before, the defender may signal.  Tied hands cost it something only if it gives way when attacked;
sunk costs are paid at once and in any case.
"""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["Signal", "sinking_costs", "tying_hands"]


@dataclass(frozen=True)
class Signal:
    """What the defender does with one kind of signal; nobody bluffs.

    Attributes
    ----------
    from_value : float
        The value of the prize from which the defender signals, and fights if attacked.
    price : float
        What the signal costs: if the defender gives way (tied hands), or at once (sunk costs).
    slope : float
        What one unit more of value is worth to a defender that signals.
    war : float
        The probability of war, before the value is known.
    """

    from_value: float
    price: float
    slope: float
    war: float

    def payoff(self, value: float) -> float:
        """Return what a defender of some value expects.

        Parameters
        ----------
        value : float
            Of the prize, 0 to 1.

        Returns
        -------
        float
            In the unit of the value.

        Raises
        ------
        parley.errors.ParleyError
            If the value lies outside 0 to 1.
        """
        between("the value of the prize", value, 0, 1)
        return self.slope * max(0.0, value - self.from_value)

    @property
    def average(self) -> float:
        """What the defender expects before it knows its value."""
        return self.slope * (1 - self.from_value) ** 2 / 2


def tying_hands(tough: float, win: float, cost: float) -> Signal:
    """Return what the defender does if it can tie its hands.

    Those signal whose value makes the risk of war worth taking; to give way would then cost
    them more than war, so that all of them fight.

    Parameters
    ----------
    tough : float
        The probability that the challenger is tough, 0.001 to 0.999.
    win : float
        The probability that the defender wins a war, above 0, at most 1.
    cost : float
        What war costs the defender, above 0 and less than `win`.

    Returns
    -------
    Signal
        The equilibrium without bluff.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    A small version, derived here, after Fearon, J. (1997). Signaling foreign policy interests:
    tying hands versus sinking costs. Journal of Conflict Resolution 41:68-90.  It has the two
    results of that article's abstract: no bluff with either signal, and tied hands give the
    defender more on average, at a greater risk of war.

    Examples
    --------
    >>> tied, sunk = tying_hands(0.5, 0.5, 0.25), sinking_costs(0.5, 0.5, 0.25)
    >>> round(tied.from_value, 4), sunk.from_value
    (0.1667, 0.5)
    >>> round(tied.war, 4), sunk.war
    (0.4167, 0.25)
    """
    _check(tough, win, cost)
    slope = (1 - tough) + tough * win
    from_value = tough * cost / slope
    return Signal(from_value, cost - win * from_value, slope, tough * (1 - from_value))


def sinking_costs(tough: float, win: float, cost: float) -> Signal:
    """Return what the defender does if it can sink costs.

    Those signal who would fight anyhow; the price is just so high that nobody else pays it.

    Parameters
    ----------
    tough, win, cost : float
        As for `tying_hands`.

    Returns
    -------
    Signal
        The equilibrium without bluff.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    As for `tying_hands`.

    Examples
    --------
    >>> sinking_costs(0.5, 0.5, 0.25).price
    0.25
    """
    _check(tough, win, cost)
    from_value = cost / win
    slope = (1 - tough) + tough * win
    return Signal(from_value, (1 - tough) * from_value, slope, tough * (1 - from_value))


def _check(tough: float, win: float, cost: float) -> None:
    between("the probability that the challenger is tough", tough, 0.001, 0.999)
    between("the probability that the defender wins", win, 0.001, 1)
    between("the defender's cost of war", cost, 1e-6, win * 0.999)
