"""One slider of a figure that turns."""

from typing import NamedTuple

__all__ = ["Number", "Slider"]

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
