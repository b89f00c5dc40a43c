"""A skill that fades without use, and what refreshers do."""

from math import log2
from typing import NamedTuple

from parley.errors import ParleyError

__all__ = ["YEAR", "Fading", "skill_fade"]

YEAR = 52
"""Weeks of a posting."""


class Fading(NamedTuple):
    """One stretch between two trainings.

    Parameters
    ----------
    start, end : float
        Weeks after the course.
    half : float
        Weeks in which half is lost in this stretch.
    """

    start: float
    end: float
    half: float

    def level(self, week: float) -> float:
        """Return what is left in a week of this stretch, from 0 to 1."""
        return float(0.5 ** ((week - self.start) / self.half))

    def below(self, needed: float) -> float:
        """Return for how many weeks of this stretch less is left than needed."""
        return max(0.0, self.end - self.start - self.half * log2(1 / needed))


def skill_fade(half: float, refreshers: int, gain: float) -> list[Fading]:
    """Return the stretches of a year with some refreshers at equal distances.

    A refresher brings the skill back to the level of the course, and then it fades more slowly.

    Parameters
    ----------
    half : float
        Weeks in which half of a new skill is lost, above 0.
    refreshers : int
        How many refreshers there are in the year, 0 or more.
    gain : float
        By what share each refresher lengthens the time in which half is lost, 0 or more.

    Returns
    -------
    list of Fading
        In order.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    The course's own model.  For the time in which half is lost: Tatel, C. E. and Ackerman, P. L.
    (2025), Psychological Bulletin.  That practice holds longer when it is spread out: Latimier, A.,
    Peyre, H. and Ramus, F. (2021), Educational Psychology Review 33, 959-987.

    Examples
    --------
    >>> first, second = skill_fade(28, 1, 0.5)
    >>> round(first.level(26), 2), round(second.level(52), 2)
    (0.53, 0.65)
    """
    if half <= 0 or refreshers < 0 or gain < 0:
        raise ParleyError(
            "Half is lost in more than 0 weeks, and refreshers and their gain are 0 or more; got "
            f"{half}, {refreshers} and {gain}. Choose numbers in this range."
        )
    stride = YEAR / (refreshers + 1)
    return [
        Fading(stride * place, stride * (place + 1), half * (1 + gain) ** place)
        for place in range(refreshers + 1)
    ]
