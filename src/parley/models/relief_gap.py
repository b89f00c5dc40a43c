"""Relief day by day: what civilian relief cannot meet yet, and what foreign soldiers add to it.

Need stays the same each day and counts as 100.  Civilian relief begins at a fifth of it and grows
by the same number of points each day.  Soldiers add a constant number between two days.
"""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["FIRST", "LAST_DAY", "Relief", "relief_gap"]

FIRST = 20
"""What civilian relief meets on day 0, in percent of the need: a teaching assumption."""
LAST_DAY = 30


@dataclass(frozen=True)
class Relief:
    """What is met and missing, by day, in percent of a day's need.

    Attributes
    ----------
    civilian : tuple of int
        What civilian relief can meet.
    soldiers : tuple of int
        What soldiers add: never more than what is missing.
    """

    civilian: tuple[int, ...]
    soldiers: tuple[int, ...]

    @property
    def enough(self) -> int:
        """The first day on which civilian relief alone meets the need."""
        return self.civilian.index(100)

    @property
    def missing(self) -> float:
        """Whole days of need that would stay unmet without soldiers."""
        return sum(100 - met for met in self.civilian) / 100

    @property
    def helped(self) -> float:
        """Whole days of need that soldiers meet."""
        return sum(self.soldiers) / 100


def relief_gap(growth: int, lift: int, arrive: int, leave: int) -> Relief:
    """Return what is met on each day from 0 to `LAST_DAY`.

    Parameters
    ----------
    growth : int
        Percent of the need by which civilian relief grows each day, 3 to 20.
    lift : int
        What soldiers can do, in percent of the need, 0 to 100.
    arrive, leave : int
        The first day of their work, and the first day without them; if they leave first, none come.

    Returns
    -------
    Relief
        By day.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    The tests of last resort: OCHA (2012). Foreign Military and Civil Defence Assets in Support of
    Humanitarian Emergency Operations: What is Last Resort?  The numbers are teaching assumptions.

    Examples
    --------
    >>> found = relief_gap(5, 40, 3, 20)
    >>> found.enough, found.missing, found.helped
    (16, 6.8, 3.8)
    """
    between("the growth", growth, 3, 20)
    between("the lift", lift, 0, 100)
    days = range(LAST_DAY + 1)
    civilian = tuple(min(100, FIRST + growth * day) for day in days)
    soldiers = tuple(
        min(lift, 100 - met) if arrive <= day < leave else 0
        for day, met in zip(days, civilian, strict=True)
    )
    return Relief(civilian, soldiers)
