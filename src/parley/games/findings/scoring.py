"""What an answer costs: nothing within a margin, then in proportion to the distance, up to all.

It is the absolute error, whose best answer for somebody unsure is the middle of what they believe,
the median (Gneiting 2011, Making and Evaluating Point Forecasts, Journal of the American
Statistical Association 106:746-762).  It is free within the margin, which is there for rounding,
and cut at the reach: a number that far off is as bad as none, so that a range of guesses earns
little.  Of a lowest and a highest number each is half of the answer.
"""

from collections.abc import Sequence
from fractions import Fraction

from parley.games.findings.state import Question

ASPECTS = ("number", "range", "sentence", "left")
"""Where a loss comes from.

A number, a lowest and a highest number, a sentence, or a question that was left.
"""


def missed(question: Question, right: Fraction, number: int) -> Fraction:
    """Return which share of its worth a number misses.

    Parameters
    ----------
    question : Question
        The question, with its margin and its reach.
    right : Fraction
        The right number.
    number : int
        The number that was entered.

    Returns
    -------
    Fraction
        From 0, within the margin, to 1, from a reach beyond it on.
    """
    beyond = max(Fraction(0), abs(number - right) - question.margin)
    return min(Fraction(1), beyond / question.reach)


def missed_by(question: Question, right: Sequence[Fraction], numbers: Sequence[int]) -> Fraction:
    """Return which share of its worth an answer in numbers misses, each of them counted alike."""
    pairs = list(zip(right, numbers, strict=True))
    return sum((missed(question, one, got) for one, got in pairs), Fraction(0)) / len(pairs)


def equal(question: Question, value: Sequence[Fraction], numbers: Sequence[int]) -> bool:
    """Tell whether an answer is some numbers, as far as the margin tells them apart."""
    return len(value) == len(numbers) and all(
        abs(got - one) <= question.margin for one, got in zip(value, numbers, strict=True)
    )
