"""What an answer with a stated confidence costs: a proper score in which some answers are near.

An answer with confidence c says: this one with chance c, each of the others with an equal share of
the rest.  Where p are the chances stated and t is the truth, the loss is (p − t)ᵀ K (p − t); K has
1 on its diagonal and, where neighbours count as half right, 1/2 for neighbours.  With K the
identity it is the score of Brier (1950, Monthly Weather Review 78(1)); any positive definite K
keeps it proper (Gneiting and Raftery 2007, Journal of the American Statistical Association
102(477)).  That a neighbour is worth one half is an assumption for teaching.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import product

FULL = 1000
"""What a right answer without doubt is worth, in hundredths of a point: 10 points."""

SURE = 100
"""The highest confidence, in percent."""

ASPECTS = ("trusting", "doubting", "checkable", "confidence")
"""Where a loss comes from.

An answer that is stronger or weaker than the key, an answer on the other side of what can be
checked, and a confidence that was too high or too low.
"""


@dataclass(frozen=True)
class Scale:
    """The answers that can be given, and which of them are near each other.

    Parameters
    ----------
    answers : tuple of str
        The answers.  The first ``ranked`` of them go from the most trusting to the most doubting.
    ranked : int
        How many of the answers have a rank.
    near : Fraction
        How right the neighbour of the right answer is, from 0 to 1/2.
    """

    answers: tuple[str, ...]
    ranked: int
    near: Fraction = Fraction(0)

    @property
    def lowest(self) -> int:
        """The confidence of one who knows nothing, in percent: one in as many as there are."""
        return round(SURE / len(self.answers))

    def credit(self, key: str, answer: str) -> Fraction:
        """Return how right an answer is: 1, 0, or in between for a neighbour."""
        here, there = self.answers.index(key), self.answers.index(answer)
        if here == there:
            return Fraction(1)
        ranked = max(here, there) < self.ranked
        return self.near if ranked and abs(here - there) == 1 else Fraction(0)

    def loss(self, key: str, answer: str, confidence: int) -> Fraction:
        """Return what an answer gives away.

        Parameters
        ----------
        key : str
            The right answer.
        answer : str
            The answer given.
        confidence : int
            How sure it was, in percent.

        Returns
        -------
        Fraction
            The loss in hundredths of a point: 0 for the right answer without doubt, twice `FULL`
            for one that is far off without doubt.
        """
        return _loss(self, key, answer, confidence)

    def split(self, key: str, answer: str, confidence: int) -> dict[str, Fraction]:
        """Return what an answer gives away by aspect; the sum is `loss`, and no part is negative.

        The answer itself is charged what it would have cost at the confidence that suits it best;
        the confidence is charged the rest: being sure of what is wrong, or unsure of what is right.

        Parameters
        ----------
        key : str
            The right answer.
        answer : str
            The answer given.
        confidence : int
            How sure it was, in percent.

        Returns
        -------
        dict of str to Fraction
            Hundredths of a point under each of `ASPECTS` that this scale has.
        """
        least = _least(self, key, answer)
        every = len(self.answers) > self.ranked
        parts = {name: Fraction(0) for name in ASPECTS if every or name != "checkable"}
        parts["confidence"] = self.loss(key, answer, confidence) - least
        parts[self._side(key, answer)] += least
        return parts

    def _side(self, key: str, answer: str) -> str:
        """Return to which side of the key an answer lies."""
        here, there = self.answers.index(key), self.answers.index(answer)
        if max(here, there) >= self.ranked and here != there:
            return "checkable"
        return "trusting" if there < here else "doubting"


@lru_cache(maxsize=1 << 14)
def _loss(scale: Scale, key: str, answer: str, confidence: int) -> Fraction:
    # Whole numbers, in shares of a unit: fractions would take ten times as long.
    others = len(scale.answers) - 1
    unit = SURE * others
    off = dict.fromkeys(scale.answers, SURE - confidence)
    off[answer] = confidence * others
    off[key] -= unit
    credits, whole = _credits(scale)
    total = sum(credit * off[one] * off[other] for one, other, credit in credits)
    return Fraction(FULL * total, whole * unit**2)


@cache
def _credits(scale: Scale) -> tuple[tuple[tuple[str, str, int], ...], int]:
    """Return how right one answer is where another is right, in shares, and the share of 1."""
    whole = scale.near.denominator
    every = product(scale.answers, repeat=2)
    found = tuple((one, other, int(scale.credit(one, other) * whole)) for one, other in every)
    return tuple(pair for pair in found if pair[2]), whole


@lru_cache(maxsize=1 << 10)
def _least(scale: Scale, key: str, answer: str) -> Fraction:
    """Return the loss of an answer at the confidence that suits it best."""
    every = range(scale.lowest, SURE + 1)
    return min(scale.loss(key, answer, confidence) for confidence in every)
