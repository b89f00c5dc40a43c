"""One slider of a figure that turns."""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Slider", "choice"]

Number = int | float


class Slider(NamedTuple):
    """One slider: the parameter it turns, and its label, range, step, start and unit.

    With `words`, one for each value from `low` to `high`, it is a list to choose from.
    """

    name: str
    label: str
    low: Number
    high: Number
    step: Number
    start: Number
    unit: str = ""
    words: tuple[str, ...] = ()

    def nearest(self, value: object) -> Number:
        """Return the value of the slider that is nearest to a number."""
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
            return self.start
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        found = round(self.low + steps * self.step, 6)
        return found if isinstance(self.step, float) else int(found)


def choice(name: str, label: str, words: Iterable[str], start: int = 0) -> Slider:
    """Return a list to choose from; its values are the places of the words.

    Parameters
    ----------
    name, label : str
        As for `Slider`.
    words : iterable of str
        What one chooses among.
    start : int
        The place that is chosen at first.

    Returns
    -------
    Slider
        From 0 in steps of 1.

    Examples
    --------
    >>> choice("apart", "Arms", ("look alike", "can be told apart")).high
    1
    """
    listed = tuple(words)
    return Slider(name, label, 0, len(listed) - 1, 1, start, words=listed)
