"""A race between an answer and two worried sides: what a fast line gains, and what silence costs.

After an accident each side may take a step in every hour that it cannot take back.  It stops to
worry when the answer to a first message is there.
"""

from typing import NamedTuple

__all__ = ["HOURS", "Race", "answer_after", "race"]

HOURS = 24
"""How long the worry lasts without an answer."""


class Race(NamedTuple):
    """The probabilities that neither side, one side or both took the step."""

    neither: float
    one: float
    both: float


def answer_after(way: float, decide: float) -> float:
    """Return the hours until the answer is there: the way twice, and the time to decide once.

    Parameters
    ----------
    way : float
        Hours from the writer's desk to the reader's, one way.
    decide : float
        Hours until the other side has read, checked and answered.

    Returns
    -------
    float
        Hours.

    Examples
    --------
    >>> answer_after(6, 3)
    15
    """
    return 2 * way + decide


def race(hours: float, answer: float, step: float, silent: float) -> Race:
    """Return how far the two sides have gone when some hours are over.

    Parameters
    ----------
    hours : float
        Hours since the accident.
    answer : float
        The hour of the answer, if there is one.
    step : float
        The probability that a side takes the step in an hour, from 0 to 1; each side by itself.
    silent : float
        The probability that nobody answers, from 0 to 1.

    Returns
    -------
    Race
        The three add up to 1.

    References
    ----------
    The course's own model, for teaching.  On a risk that grows with time: Schelling, T. C.
    (1966). Arms and Influence, chapter 3.

    Examples
    --------
    >>> round(race(24, answer=15, step=0.05, silent=0).both, 3)
    0.288
    """
    answered, alone = (_acted(min(hours, answer), step), _acted(hours, step))
    return Race(*((1 - silent) * a + silent * b for a, b in zip(answered, alone, strict=True)))


def _acted(hours: float, step: float) -> Race:
    holds = (1 - step) ** hours
    return Race(holds**2, 2 * holds * (1 - holds), (1 - holds) ** 2)
