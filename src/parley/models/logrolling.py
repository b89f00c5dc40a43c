"""Logrolling: two issues, and two sides for which they have different weights."""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["Logrolling", "logrolling", "worth"]

Pair = tuple[float, float]


@dataclass(frozen=True)
class Logrolling:
    """Three packages; each is a pair of own shares, of the first and of the second issue.

    Attributes
    ----------
    split : tuple of float
        Half of each issue.
    trade : tuple of float
        The whole of the issue that weighs more for oneself than for them, nothing of the other.
    fair : tuple of float
        The package on the frontier that is worth the same to both.
    """

    split: Pair
    trade: Pair
    fair: Pair


def worth(own: float, theirs: float, shares: Pair) -> Pair:
    """Return what a package is worth to each side.

    Parameters
    ----------
    own, theirs : float
        The weight of the first issue to each side, in points of 100; the second has the rest.
    shares : tuple of float
        What one gets oneself of the first and of the second issue, 0 to 1.

    Returns
    -------
    tuple of float
        Points of 100, own and theirs.

    Raises
    ------
    parley.errors.ParleyError
        If a weight or a share lies outside its range.

    Examples
    --------
    >>> worth(80, 20, (1, 0))
    (80, 80)
    """
    for weight in (own, theirs):
        between("the weight of an issue", weight, 0, 100)
    for share in shares:
        between("the share of an issue", share, 0, 1)
    first, second = shares
    return (
        own * first + (100 - own) * second,
        theirs * (1 - first) + (100 - theirs) * (1 - second),
    )


def logrolling(own: float, theirs: float) -> Logrolling:
    """Return the split, the trade and the fair package of two issues.

    Where both weigh the issues alike, the trade makes nothing: every package adds up to 100.

    Parameters
    ----------
    own, theirs : float
        The weight of the first issue to each side, in points of 100; the second has the rest.

    Returns
    -------
    Logrolling
        Shares; `worth` turns them into points.

    Raises
    ------
    parley.errors.ParleyError
        If a weight lies outside 0 to 100.

    References
    ----------
    Raiffa, H. (1982). The Art and Science of Negotiation, ch. 10; Lax, D. and Sebenius, J.
    (1986). The Manager as Negotiator, ch. 5.

    Examples
    --------
    >>> logrolling(80, 20).trade
    (1.0, 0.0)
    >>> logrolling(80, 20).fair
    (1.0, 0.0)
    """
    worth(own, theirs, (0, 0))
    if own >= theirs:
        trade, fair = (1.0, 0.0), _fair(own, theirs)
    else:
        second, first = _fair(100 - own, 100 - theirs)
        trade, fair = (0.0, 1.0), (first, second)
    return Logrolling((0.5, 0.5), trade, fair)


def _fair(own: float, theirs: float) -> Pair:
    """Go from the trade, where the first issue is one's own, to what is worth the same to both."""
    if own + theirs >= 100:
        return 100 / (own + theirs), 0.0
    return 1.0, (100 - own - theirs) / (200 - own - theirs)
