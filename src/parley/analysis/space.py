"""What an analysis is made of: for every issue, what each option is worth to each side."""

from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

NEAR = 1e-12
"""Utilities that differ by less than this share of the largest one are taken as equal."""


@dataclass(frozen=True)
class Space:
    """All outcomes of a negotiation between two sides whose utilities are additive.

    An outcome is one option of every issue; its utility to a side is the sum over the issues.

    Parameters
    ----------
    issues : tuple of ndarray, each of shape (2, options)
        What every option of an issue adds to the utility of the first and of the second side.
    reservation : (float, float)
        What each side has without agreement.
    names : (str, str)
        What the sides are called.
    notes : tuple of str
        What the reader must know of how the numbers were made.

    Examples
    --------
    >>> import numpy as np
    >>> Space((np.array([[0.0, 1.0], [1.0, 0.0]]),), (0.0, 0.0)).outcomes
    2
    """

    issues: tuple[Values, ...]
    reservation: tuple[float, float]
    names: tuple[str, str] = ("the first side", "the second side")
    notes: tuple[str, ...] = ()

    @property
    def outcomes(self) -> int:
        """How many outcomes there are."""
        return prod(issue.shape[1] for issue in self.issues)

    @cached_property
    def near(self) -> float:
        """How far two utilities may lie apart and still be taken as equal."""
        largest = sum(float(np.abs(issue).max()) for issue in self.issues)
        return NEAR * max(1.0, largest)
