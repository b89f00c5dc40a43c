"""Cost sharing: one runway that all use, and claims on what is too little for all.

A runway that is long enough for one user is long enough for all who need less.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from parley.models.ranges import between

__all__ = ["in_core", "nucleolus", "shapley", "talmud"]


def shapley(costs: Sequence[int]) -> tuple[Fraction, ...]:
    """Return the shares in which each piece of the runway is paid by those who need it.

    Parameters
    ----------
    costs : sequence of int
        What a runway for each user alone would cost, above 0.

    Returns
    -------
    tuple of Fraction
        In the order of the users; they add up to the greatest cost.

    Raises
    ------
    parley.errors.ParleyError
        If there is no user, or a cost lies outside its range.

    References
    ----------
    Littlechild, S. and Owen, G. (1973). A simple expression for the Shapley value in a special
    case. Management Science 20:370-372.

    Examples
    --------
    >>> print(*shapley([8, 11, 13, 18]))
    2 3 4 9
    """
    _check("a cost", costs)
    shares = [Fraction(0)] * len(costs)
    built = 0
    for cost in sorted(set(costs)):
        users = [user for user, own in enumerate(costs) if own >= cost]
        for user in users:
            shares[user] += Fraction(cost - built, len(users))
        built = cost
    return tuple(shares)


def nucleolus(costs: Sequence[int]) -> tuple[Fraction, ...]:
    """Return the shares that make the group that gains least from sharing gain as much as it can.

    Parameters
    ----------
    costs : sequence of int
        As for `shapley`.

    Returns
    -------
    tuple of Fraction
        In the order of the users; they add up to the greatest cost.

    Raises
    ------
    parley.errors.ParleyError
        If there is no user, or a cost lies outside its range.

    References
    ----------
    Littlechild, S. (1974). A simple expression for the nucleolus in a special case. International
    Journal of Game Theory 3:21-29.

    Examples
    --------
    >>> print(*nucleolus([8, 11, 13, 18]))
    13/4 13/4 13/4 33/4
    """
    _check("a cost", costs)
    users = sorted(range(len(costs)), key=lambda user: costs[user])
    ordered = [costs[user] for user in users]
    shares = [Fraction(0)] * len(costs)
    place, built, last = 0, 0, Fraction(0)
    while place < len(users):
        last, end = _next_share(ordered, place, built - last)
        for user in users[place:end]:
            shares[user] = last
        place, built = end, ordered[end - 1]
    return tuple(shares)


def _next_share(ordered: Sequence[int], place: int, paid: Fraction) -> tuple[Fraction, int]:
    """Return the least share, and behind how many users it ends; ``paid`` needs no more payers."""
    count = len(ordered)
    shares = [
        ((ordered[user] - paid) / (user - place + 2), user + 1) for user in range(place, count - 1)
    ]
    shares.append(((ordered[-1] - paid) / (count - place), count))
    least = min(share for share, _ in shares)
    return least, max(end for share, end in shares if share == least)


def in_core(costs: Sequence[int], shares: Sequence[Fraction | int]) -> bool:
    """Return whether no group of users would do better with a runway of its own.

    Parameters
    ----------
    costs : sequence of int
        As for `shapley`.
    shares : sequence of number
        What each user pays; they add up to the greatest cost.

    Returns
    -------
    bool
        Whether the shares lie in the core.

    Raises
    ------
    parley.errors.ParleyError
        If there is no user, or a cost lies outside its range.

    Examples
    --------
    >>> in_core([8, 11, 13, 18], [2, 3, 4, 9]), in_core([2, 18], [10, 10])
    (True, False)
    """
    _check("a cost", costs)
    if sum(shares) != max(costs):
        return False
    users = range(len(costs))
    groups = (group for size in users for group in combinations(users, size + 1))
    return all(
        sum(shares[user] for user in group) <= max(costs[user] for user in group)
        for group in groups
    )


def talmud(estate: int, claims: Sequence[int]) -> tuple[Fraction, ...]:
    """Return how the rule of the Talmud divides what is too little for all claims.

    Up to half of all claims, gains are equal until each has half of its claim; above that,
    losses are.

    Parameters
    ----------
    estate : int
        What there is, at least 0 and at most the sum of the claims.
    claims : sequence of int
        Above 0.

    Returns
    -------
    tuple of Fraction
        In the order of the claims; they add up to the estate.

    Raises
    ------
    parley.errors.ParleyError
        If the estate or a claim lies outside its range.

    References
    ----------
    Aumann, R. and Maschler, M. (1985). Game theoretic analysis of a bankruptcy problem from the
    Talmud. Journal of Economic Theory 36:195-213.

    Examples
    --------
    >>> print(*talmud(200, [100, 200, 300]))
    50 75 75
    """
    _check("a claim", claims)
    total = sum(claims)
    between("the estate", estate, 0, total)
    halves = [Fraction(claim, 2) for claim in claims]
    if 2 * estate <= total:
        return _equal(Fraction(estate), halves)
    losses = _equal(Fraction(total - estate), halves)
    return tuple(claim - loss for claim, loss in zip(claims, losses, strict=True))


def _equal(estate: Fraction, limits: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Give all the same, and to nobody more than its limit."""
    left, level = estate, Fraction(0)
    for place, limit in enumerate(sorted(limits)):
        level = min(limit, left / (len(limits) - place))
        left -= level
    return tuple(min(limit, level) for limit in limits)


def _check(what: str, numbers: Sequence[int]) -> None:
    between("the number of users", len(numbers), 1, 1000)
    for one in numbers:
        between(what, one, 1, 10**12)
