"""Inspection: how often to look, so that breaking a limit does not pay.

One inspection alone, and a season of periods with fewer inspections than periods.  In the season
the inspected side breaks the limit once at most; the inspector has 1 if it is caught, -1 if not,
and 0 if it does not break the limit, and the inspected side has the opposite.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import comb

from parley.models.ranges import between

__all__ = ["Season", "deterring", "season"]


def deterring(gain: float, penalty: float) -> float:
    """Return the probability of being caught from which breaking a limit does not pay.

    Parameters
    ----------
    gain : float
        What an undetected violation is worth, in any one unit, above 0.
    penalty : float
        What a detected one costs, in the same unit, above 0.

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
    Avenhaus, R. and Canty, M. (1996). Compliance Quantified. Cambridge University Press.

    Examples
    --------
    >>> deterring(1, 4)
    0.2
    """
    between("the gain of a violation", gain, 1e-9, 1e9)
    between("the penalty", penalty, 1e-9, 1e9)
    return gain / (gain + penalty)


@dataclass(frozen=True)
class Season:
    """What both do in the first of the periods that are left, and what it is worth.

    Attributes
    ----------
    value : Fraction
        What the inspector expects, -1 to 0.
    inspects : Fraction
        How often the inspector looks in the first period.
    violates : Fraction
        How often the inspected side breaks the limit in the first period.
    """

    value: Fraction
    inspects: Fraction
    violates: Fraction


def season(periods: int, inspections: int) -> Season:
    """Solve a season of periods with a number of inspections.

    Parameters
    ----------
    periods : int
        How many are left, 1 to 500.
    inspections : int
        How many are left, at least 0; with one for each period the limit is never broken.

    Returns
    -------
    Season
        Exact fractions.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Dresher, M. (1962). A sampling inspection problem in arms control agreements: a game-theoretic
    analysis. RAND RM-2972; von Stengel, B. (2016). Recursive inspection games. Mathematics of
    Operations Research 41:935-952.

    Examples
    --------
    >>> print(season(2, 1).value, season(2, 1).inspects, season(2, 1).violates)
    -1/3 1/3 1/3
    """
    between("the number of periods", periods, 1, 500)
    between("the number of inspections", inspections, 0, 500)
    if inspections >= periods:
        return Season(Fraction(0), Fraction(1), Fraction(0))
    if inspections == 0:
        return Season(Fraction(-1), Fraction(0), Fraction(1))
    saved, used = _value(periods - 1, inspections), _value(periods - 1, inspections - 1)
    whole = 2 + saved - used
    return Season(_value(periods, inspections), (1 + saved) / whole, (saved - used) / whole)


def _value(periods: int, inspections: int) -> Fraction:
    """Return what the inspector expects, in closed form."""
    if inspections >= periods:
        return Fraction(0)
    ways = sum(comb(periods, number) for number in range(inspections + 1))
    return -Fraction(comb(periods - 1, inspections), ways)
