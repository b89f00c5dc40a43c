"""The zone of possible agreement about one number, such as a price or a distance."""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["Zone", "zone"]


@dataclass(frozen=True)
class Zone:
    """The values that both sides sign, in the unit of what is bargained about.

    Attributes
    ----------
    low, high : float
        The reservation values of the side that asks for more and of the side that gives.
    """

    low: float
    high: float

    @property
    def width(self) -> float:
        """What there is to share."""
        return self.high - self.low

    @property
    def middle(self) -> float:
        """The value that splits the zone in half."""
        return self.split(0.5)

    def split(self, share: float) -> float:
        """Return the value that gives the asking side a share of the zone's width.

        Parameters
        ----------
        share : float
            From 0 (all to the side that gives) to 1.

        Returns
        -------
        float
            The value to sign.

        Raises
        ------
        parley.errors.ParleyError
            If the share lies outside 0 to 1.
        """
        return self.low + between("the share", share, 0, 1) * self.width

    def gains(self, value: float) -> tuple[float, float]:
        """Return what each side has over its reservation value; a negative gain is a loss.

        Parameters
        ----------
        value : float
            The value that is signed.

        Returns
        -------
        tuple of float
            Of the side that asks, and of the side that gives.
        """
        return value - self.low, self.high - value


def zone(least: float, most: float) -> Zone | None:
    """Return the zone of possible agreement, if there is one.

    Parameters
    ----------
    least : float
        The reservation value of the side that asks for more: it signs nothing below.
    most : float
        The reservation value of the side that gives: it signs nothing above, in the same unit.

    Returns
    -------
    Zone or None
        None if the two cannot agree; then it is right to walk out.

    References
    ----------
    Raiffa, H. (1982). The Art and Science of Negotiation. Harvard University Press, ch. 4.

    Examples
    --------
    >>> zone(8, 14)
    Zone(low=8, high=14)
    >>> zone(8, 14).gains(12)
    (4, 2)
    >>> zone(14, 8) is None
    True
    """
    return Zone(least, most) if least <= most else None
