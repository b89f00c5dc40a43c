"""Burden sharing: allies who all enjoy a defence that each would rather have others pay.

Each ally has a wealth, keeps what it does not give, and enjoys the sum of all gifts.  What it
keeps and what all enjoy weigh as the logarithms of both, the common good with a taste for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["Burden", "burden", "enough"]


@dataclass(frozen=True)
class Burden:
    """What each ally gives when each gives what is best for itself.

    Attributes
    ----------
    gifts : tuple of float
        In the unit of wealth, in the order of the allies.
    total : float
        What all gifts add up to: the common good.
    best : float
        What they would add up to if the allies decided as one.
    """

    gifts: tuple[float, ...]
    total: float
    best: float


def burden(taste: float, wealth: Sequence[float]) -> Burden:
    """Return what each ally gives, and what they would give as one.

    Parameters
    ----------
    taste : float
        The weight of the common good, 0.01 to 0.99; what one keeps has the rest.
    wealth : sequence of float
        Of each ally, above 0, in any one unit.

    Returns
    -------
    Burden
        The only equilibrium: nobody gains by another gift.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Olson, M. and Zeckhauser, R. (1966). An economic theory of alliances. Review of Economics and
    Statistics 48:266-279; with logarithms, as in many textbooks.

    Examples
    --------
    >>> burden(0.5, [100, 40])
    Burden(gifts=(50.0, 0.0), total=50.0, best=70.0)
    """
    _check(taste, wealth)
    total = _total(taste, wealth)
    keeps = (1 - taste) / taste * total
    gifts = tuple(max(0.0, one - keeps) for one in wealth)
    return Burden(gifts, total, taste * sum(wealth))


def enough(taste: float, others: Sequence[float]) -> float:
    """Return the wealth up to which one more ally gives nothing.

    Parameters
    ----------
    taste : float
        As for `burden`.
    others : sequence of float
        The wealth of the other allies, above 0.

    Returns
    -------
    float
        In the unit of wealth; with one other ally, ``(1 - taste)`` times its wealth.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> enough(0.5, [100])
    50.0
    """
    _check(taste, others)
    return (1 - taste) / taste * _total(taste, others)


def _total(taste: float, wealth: Sequence[float]) -> float:
    """Return the common good that remains when the richest, and only as many as will, give."""
    total, sum_of_givers = 0.0, 0.0
    for number, one in enumerate(sorted(wealth, reverse=True), start=1):
        if one <= (1 - taste) / taste * total:
            break
        sum_of_givers += one
        total = taste * sum_of_givers / (taste + number * (1 - taste))
    return total


def _check(taste: float, wealth: Sequence[float]) -> None:
    between("the taste for the common good", taste, 0.01, 0.99)
    between("the number of allies", len(wealth), 1, 1000)
    for one in wealth:
        between("the wealth of an ally", one, 1e-6, 1e12)
