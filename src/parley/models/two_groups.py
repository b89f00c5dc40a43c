"""Two groups whose averages differ: what this says about one person, and about many."""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from parley.errors import ParleyError

__all__ = ["Groups", "two_groups"]


class Groups(NamedTuple):
    """What a difference of averages comes to.

    Parameters
    ----------
    higher : float
        How often one person of the higher group lies above one of the other.
    sorted : float
        How often the best guess at somebody's group is right, from one value, at even odds.
    overlap : float
        The share of one bell that the other covers.
    averages : float
        How often the average of some people of the higher group lies above that of as many others.
    within : float
        The share of all variance that lies inside the groups, which are equally large.
    """

    higher: float
    sorted: float
    overlap: float
    averages: float
    within: float


def two_groups(apart: float, people: int) -> Groups:
    """Return what the distance of two averages says about one person and about many.

    Parameters
    ----------
    apart : float
        The distance of the averages, in standard deviations inside a group, 0 or more.
    people : int
        How many people of each group are averaged, 1 or more.

    Returns
    -------
    Groups
        Shares from 0 to 1.

    Raises
    ------
    parley.errors.ParleyError
        If the distance is negative or nobody is averaged.

    References
    ----------
    Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, chapter 2; McGraw,
    K. O. and Wong, S. P. (1992). A Common Language Effect Size Statistic. Psychological Bulletin
    111(2), 361-365.

    Examples
    --------
    >>> found = two_groups(0.5, 25)
    >>> round(found.higher, 2), round(found.averages, 2)
    (0.64, 0.96)
    """
    if apart < 0 or people < 1:
        raise ParleyError(
            f"Two groups lie 0 or more apart, and 1 or more people are averaged; got {apart} and "
            f"{people}. Choose numbers in this range."
        )
    below = NormalDist().cdf
    return Groups(
        higher=below(apart / sqrt(2)),
        sorted=below(apart / 2),
        overlap=2 * below(-apart / 2),
        averages=below(apart * sqrt(people / 2)),
        within=4 / (4 + apart**2),
    )
