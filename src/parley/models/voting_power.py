"""Voting power: how often a vote decides, where votes have weights and a quota must be reached.

All ways to vote are counted, none is sampled; the results are exact fractions.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import comb

from parley.models.ranges import between

__all__ = ["banzhaf", "shapley_shubik", "swings"]


def shapley_shubik(quota: int, weights: Sequence[int]) -> tuple[Fraction, ...]:
    """Return in what share of all orders of voting each member turns defeat into victory.

    Parameters
    ----------
    quota : int
        The weight with which a motion is carried, at least 1 and at most the sum of weights.
    weights : sequence of int
        Of each member, at least 0.

    Returns
    -------
    tuple of Fraction
        They add up to 1.

    Raises
    ------
    parley.errors.ParleyError
        If the quota or a weight lies outside its range.

    References
    ----------
    Shapley, L. and Shubik, M. (1954). A method for evaluating the distribution of power in a
    committee system. APSR 48:787-792.

    Examples
    --------
    >>> print(*shapley_shubik(3, [2, 1, 1]))
    2/3 1/6 1/6
    """
    _check(quota, weights)
    members = len(weights)
    index = {}
    for weight in set(weights):
        decisive = _decisive(quota, weights, weight)
        index[weight] = sum(
            Fraction(count, members * comb(members - 1, size))
            for size, count in enumerate(decisive)
        )
    return tuple(Fraction(index[weight]) for weight in weights)


def swings(quota: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return how many groups of others each member turns from a losing into a winning one.

    Parameters
    ----------
    quota, weights
        As for `shapley_shubik`.

    Returns
    -------
    tuple of int
        One count a member.

    Raises
    ------
    parley.errors.ParleyError
        If the quota or a weight lies outside its range.

    Examples
    --------
    >>> swings(3, [2, 1, 1])
    (3, 1, 1)
    """
    _check(quota, weights)
    found = {weight: sum(_decisive(quota, weights, weight)) for weight in set(weights)}
    return tuple(found[weight] for weight in weights)


def banzhaf(quota: int, weights: Sequence[int]) -> tuple[Fraction, ...]:
    """Return each member's share of all swings.

    Parameters
    ----------
    quota, weights
        As for `shapley_shubik`.

    Returns
    -------
    tuple of Fraction
        They add up to 1.

    Raises
    ------
    parley.errors.ParleyError
        If the quota or a weight lies outside its range.

    References
    ----------
    Banzhaf, J. (1965). Weighted voting doesn't work: a mathematical analysis. Rutgers Law Review
    19:317-343.

    Examples
    --------
    >>> print(*banzhaf(3, [2, 1, 1]))
    3/5 1/5 1/5
    """
    found = swings(quota, weights)
    return tuple(Fraction(one, sum(found)) for one in found)


def _decisive(quota: int, weights: Sequence[int], weight: int) -> list[int]:
    """Return, by size, how many groups of the others a member of this weight makes winning."""
    others = list(weights)
    others.remove(weight)
    ways: dict[tuple[int, int], int] = {(0, 0): 1}  # (size, weight) of a group: how many there are
    for other in others:
        for (size, heavy), count in list(ways.items()):
            bigger = (size + 1, heavy + other)
            ways[bigger] = ways.get(bigger, 0) + count
    decisive = [0] * len(weights)
    for (size, heavy), count in ways.items():
        if quota - weight <= heavy < quota:
            decisive[size] += count
    return decisive


def _check(quota: int, weights: Sequence[int]) -> None:
    for weight in weights:
        between("the weight of a vote", weight, 0, 1_000_000)
    between("the quota", quota, 1, sum(weights))
