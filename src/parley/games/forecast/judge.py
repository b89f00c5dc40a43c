"""What estimates are worth by what happened, and what a review says of them."""

from collections.abc import Sequence
from typing import Any

from parley.games.forecast.rules import to_move
from parley.games.forecast.scoring import base_loss, loss, moved, split
from parley.games.forecast.state import Question, State
from parley.games.forecast.words import say_base, say_end
from parley.games.form import Telling
from parley.games.game import Move, Picture
from parley.games.words import priced

EVEN = 50
"""Where neither answer is the likelier one, in percent."""


class ForecastValues:
    """What estimates are worth, in hundredths of a point above the base rate.

    The ends stand with the questions, so nothing is solved.  The best that can be stated is what
    happened: it is the top of the scale, not what anybody could know.
    """

    def best(self, state: State) -> float:
        """Return the points of one who states what happened in all estimates that are due."""
        return float(sum(base_loss(question) for question in state.due))

    def value(self, state: State, move: Move) -> float:
        """Return the points of an estimate, and of what happened in all that follow."""
        return self.best(state) - loss(state.question, move["percent"])

    def losses(self, state: State, move: Move) -> dict[str, float]:
        """Return what an estimate gave away, by aspect; see `parley.games.forecast.scoring`."""
        parts = _split(state, move)
        return {aspect: float(lost) for aspect, lost in parts.items()}

    def advise(self, state: State) -> tuple[Move, float]:
        """Return the estimate of one who knows the end, and what it is worth."""
        return to_move(state, state.question.end.percent), self.best(state)

    def floor(self, state: State) -> float:
        """Return what the base rates give away in all estimates that are due."""
        return self.best(state)

    def points(self, state: State) -> float:
        """Return the points of all estimates so far, also where the question has not ended."""
        return float(sum(base_loss(one) - loss(one, percent) for one, percent in state.made))


def values(numbers: Any, content: Any) -> ForecastValues:
    """Return the values of a book; there are neither numbers nor a solution to read."""
    return ForecastValues()


def tell(found: ForecastValues, before: State, move: Move, after: State) -> Telling:
    """Return what a review says of an estimate."""
    question, percent, first = before.question, move["percent"], before.first
    end = question.end
    best = f"{end.percent} %, as it ended; nobody could know it then"
    if first is None:
        return Telling(
            move=f"{percent} % for yes",
            package=f"As of {question.asked}: {question.text}",
            known_then=say_base(question),
            best_move=best,
            known_now=f"It ended with “{end.word}”.",
            why=_beside_base(question, percent),
        )
    return Telling(
        move=f"{percent} % for yes, after {first} %",
        package=f"New on {question.inject.on}: {question.inject.text}",
        known_then=f"The new evidence spoke for “{question.inject.toward}”.",
        best_move=best,
        known_now=say_end(question),
        why=_step(question, first, percent),
    )


def picture(
    found: ForecastValues, states: Sequence[State], moves: Sequence[Move]
) -> Picture | None:
    """Return the calibration of a book: how sure one was of the likelier answer, and how right.

    An estimate of 20 % for yes is one of 80 % for no.  Only the second estimate of each question
    counts: two about one event are not two pieces of evidence on how well somebody estimates.
    A book is no desk, so none is counted.
    """
    answers = [_sure(question, second) for question, _, second in states[-1].ended]
    return "calibration", {"answers": answers, "lowest": EVEN, "desks": 0}


def _split(state: State, move: Move) -> dict[str, int]:
    if state.first is None:
        return split(state.question, move["percent"])
    return split(state.question, state.first, move["percent"])


def _sure(question: Question, percent: int) -> tuple[int, float]:
    """Return how sure an estimate was of the likelier answer, in percent, and how right that was.

    Where neither is likelier, half of it is right.
    """
    if percent == EVEN:
        return EVEN, 0.5
    return max(percent, 100 - percent), float((percent > EVEN) == question.end.happened)


def _beside_base(question: Question, percent: int) -> str:
    """Say how a first estimate compares with the base rate."""
    gained = base_loss(question) - loss(question, percent)
    if not gained:
        return "As good as the base rate"
    how = "Nearer to the end" if gained > 0 else "Further from the end"
    return f"{how} than the base rate: {priced(abs(gained))}"


def _step(question: Question, first: int, second: int) -> str:
    """Say whether an update went with the new evidence, and whether towards the end."""
    with_it, gained = moved(question, first, second), loss(question, first) - loss(question, second)
    if not with_it:
        return f"You stayed where you were; the new evidence spoke for “{question.inject.toward}”"
    way = "with" if with_it > 0 else "against"
    end = "nearer to the end" if gained > 0 else "further from the end"
    return f"You moved {way} the new evidence, and came {end}: {priced(abs(gained))}"
