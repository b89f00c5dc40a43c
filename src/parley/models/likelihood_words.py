"""What words of likelihood stand for in two written scales."""

from typing import NamedTuple

from parley.models.ranges import between

__all__ = ["KENT_1964", "SCALE_2015", "Term", "words_for"]


class Term(NamedTuple):
    """One word and the chances that it stands for, in percent."""

    word: str
    low: float
    high: float


SCALE_2015 = (
    Term("almost no chance", 1, 5),
    Term("very unlikely", 5, 20),
    Term("unlikely", 20, 45),
    Term("roughly even chance", 45, 55),
    Term("likely", 55, 80),
    Term("very likely", 80, 95),
    Term("almost certain", 95, 99),
)
"""The terms of the American Intelligence Community Directive 203 of 2 January 2015."""

KENT_1964 = (
    Term("almost certainly not", 2, 12),
    Term("probably not", 20, 40),
    Term("chances about even", 40, 60),
    Term("probable", 63, 87),
    Term("almost certain", 87, 99),
)
"""The terms that Sherman Kent proposed in 1964: 7 ± 5, 30 ± 10, 50 ± 10, 75 ± 12, 93 ± 6."""


def words_for(chance: float, scale: tuple[Term, ...]) -> tuple[str, ...]:
    """Return the words of a scale that fit a chance: two where they meet, none in a gap.

    Parameters
    ----------
    chance : float
        Percent, 0 to 100.
    scale : tuple of Term
        Such as `SCALE_2015`.

    Returns
    -------
    tuple of str
        In the scale's order.

    Raises
    ------
    parley.errors.ParleyError
        If the chance lies outside 0 to 100.

    References
    ----------
    Office of the Director of National Intelligence (2015). Intelligence Community Directive 203,
    Analytic Standards. Kent, S. (1964). Words of Estimative Probability. Studies in Intelligence
    8(4), 49-65.

    Examples
    --------
    >>> words_for(65, SCALE_2015), words_for(80, SCALE_2015), words_for(15, KENT_1964)
    (('likely',), ('likely', 'very likely'), ())
    """
    between("the chance", chance, 0, 100)
    return tuple(term.word for term in scale if term.low <= chance <= term.high)
