"""What an estimate costs: the square of its distance from what happened.

It is the score of Brier (1950, Monthly Weather Review 78(1)), which is proper: whoever states the
probability that they believe in loses least on average (Gneiting and Raftery 2007, Journal of the
American Statistical Association 102(477)).  In percent the square is a whole number of hundredths
of a point: 30 away costs 9 points, 100 away costs 100.
"""

from parley.games.forecast.state import Question

ASPECTS = ("first", "update", "against")
"""Where a loss comes from.

The first estimate, the second one, and what a second estimate costs more than the first because it
moved against the new evidence.
"""


def loss(question: Question, percent: int) -> int:
    """Return what an estimate costs, in hundredths of a point.

    Parameters
    ----------
    question : Question
        The question.
    percent : int
        The probability of yes that was stated, in percent.

    Returns
    -------
    int
        From 0, for what happened, to 10,000.
    """
    return (percent - question.end.percent) ** 2


def base_loss(question: Question) -> int:
    """Return what the base rate costs, in hundredths of a point."""
    return loss(question, question.base.rate)


def moved(question: Question, first: int, second: int) -> int:
    """Return whether a second estimate went with the new evidence (1), against it (-1), or stayed.

    Parameters
    ----------
    question : Question
        The question.
    first, second : int
        The two estimates, in percent.

    Returns
    -------
    int
        1, -1, or 0 if both are equal.
    """
    step = (second > first) - (second < first)
    return step if question.inject.toward == "yes" else -step


def split(question: Question, first: int, second: int | None = None) -> dict[str, int]:
    """Return what an estimate costs by aspect; the sum is `loss`, and no part is negative.

    Parameters
    ----------
    question : Question
        The question.
    first : int
        The first estimate, in percent.
    second : int, optional
        The second estimate, if it is the one that is looked at.

    Returns
    -------
    dict of str to int
        Hundredths of a point under the aspects of `ASPECTS` that this estimate has.
    """
    before = loss(question, first)
    if second is None:
        return {"first": before}
    after = loss(question, second)
    against = max(0, after - before) if moved(question, first, second) < 0 else 0
    return {"update": after - against, "against": against}
