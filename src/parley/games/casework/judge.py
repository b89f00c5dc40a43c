"""What decisions are worth by the key, and what a review says of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from parley.errors import ParleyError
from parley.games.casework.rules import COSTS, FULL, broken, losses, to_answer, to_move
from parley.games.casework.state import Answer, Book, File, Ruling, State
from parley.games.casework.words import say_answer, say_right, say_ruling
from parley.games.form import Telling
from parley.games.game import Move, Picture


class FileValues:
    """What decisions are worth, in hundredths of a point.

    Parameters
    ----------
    book : Book
        The decisions and the rules.
    key : mapping of str to Ruling
        What holds of each file, by its id.
    """

    def __init__(self, book: Book, key: Mapping[str, Ruling]) -> None:
        self.book = book
        self.key = key

    def ruling(self, file: File) -> Ruling:
        """Return what the key says of a file.

        Raises
        ------
        ParleyError
            If the key says nothing of it.
        """
        if file.slug not in self.key:
            raise ParleyError(
                f"The key has no entry {file.slug!r:.60}, which was drawn. Add it to the key."
            )
        return self.key[file.slug]

    def best(self, state: State) -> float:
        """Return the points of right decisions by right rules on all files that are left."""
        return float(FULL * len(state.left))

    def value(self, state: State, move: Move) -> float:
        """Return the points expected with a decision, and right ones after it."""
        return self.best(state) - sum(self.losses(state, move).values())

    def losses(self, state: State, move: Move) -> dict[str, float]:
        """Return what a move gave away, by aspect; see `parley.games.casework.rules.losses`."""
        lost = losses(self.book, self.ruling(state.file), to_answer(move))
        return {aspect: float(loss) for aspect, loss in lost.items()}

    def advise(self, state: State) -> tuple[Move, float]:
        """Return the right decision by the right rule, and what it is worth."""
        rule = self.ruling(state.file).rule
        return to_move(state.file, self.book.rule(rule).decision, rule), self.best(state)

    def floor(self, state: State) -> float:
        """Return what one gives away who leaves all files that are left."""
        return float(FULL * len(state.left))

    def points(self, state: State) -> float:
        """Return the points of the decisions so far, also where the desk does not show them."""
        lost = (losses(self.book, self.ruling(file), answer) for file, answer in state.done)
        return float(sum(FULL - sum(parts.values()) for parts in lost))

    def caps(self, state: State) -> tuple[str, ...]:
        """Return the articles broken so far, also where the desk does not show its key."""
        return broken(state, self.key)


def values(numbers: Book, content: Any) -> FileValues:
    """Return the values of a pool of files from its key.

    Parameters
    ----------
    numbers : Book
        The decisions and the rules.
    content : dict
        For each file by its id ``rule``, ``holds`` and ``why``.

    Returns
    -------
    FileValues
        The values.
    """
    return FileValues(numbers, {slug: Ruling(**entry) for slug, entry in content.items()})


def tell(found: FileValues, before: State, move: Move, after: State) -> Telling:
    """Return what a review says of a decision."""
    variant, file, answer = before.variant, before.file, to_answer(move)
    ruling = found.ruling(file)
    return Telling(
        move=say_answer(variant, answer),
        package=file.title,
        known_then=" ".join(file.text),
        best_move=say_right(found.book, ruling),
        known_now=" ".join(say_ruling(variant, ruling)[1:]),
        why=_why(found.book, ruling, answer),
    )


def picture(found: FileValues, states: Sequence[State], moves: Sequence[Move]) -> Picture | None:
    """Return nothing: the rows of the review say it."""
    return None


def _why(book: Book, ruling: Ruling, answer: Answer) -> str:
    """Say in one sentence what a decision was worth."""
    lost = losses(book, ruling, answer)
    if "undecided" in lost:
        return f"You left it, which brings nothing of {FULL / 100:g} point"
    wrong = [name for name in COSTS if lost[name]]
    if not wrong:
        return "The decision and the rule are right"
    if len(wrong) == len(COSTS):
        return "The decision and the rule are not the right ones"
    kept = next(name for name in COSTS if name not in wrong)
    return f"The {kept} is right, the {wrong[0]} is not"
