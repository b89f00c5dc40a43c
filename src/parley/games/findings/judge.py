"""What answers are worth by the key, and what a review says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from parley.errors import ParleyError
from parley.games.findings.policies import nearest
from parley.games.findings.reckon import Mistake
from parley.games.findings.rules import to_answer, to_move
from parley.games.findings.scoring import equal, missed_by
from parley.games.findings.sheet import said
from parley.games.findings.state import Answer, Question, State
from parley.games.findings.words import say_answer, say_numbers
from parley.games.form import Telling
from parley.games.game import Move, Picture
from parley.games.words import number


@dataclass(frozen=True)
class Key:
    """What the key says of a question: right numbers or the right sentence, steps, mistakes.

    ``faults`` say of each wrong sentence why it cannot stand.
    """

    value: tuple[Fraction, ...]
    sentence: str
    steps: tuple[str, ...]
    mistakes: tuple[Mistake, ...] = ()
    faults: Mapping[str, str] | None = None


class FindingsValues:
    """What answers are worth, in hundredths of a point.

    Parameters
    ----------
    worth : int
        What a right answer brings, in points.
    key : mapping of str to sequence of Key
        For each question by its name, an entry for each way to ask it.
    """

    def __init__(self, worth: int, key: Mapping[str, Sequence[Key]]) -> None:
        self.full = 100 * worth
        self.key = key

    def entry(self, question: Question) -> Key:
        """Return what the key says of a question.

        Raises
        ------
        ParleyError
            If the key says nothing of it.
        """
        entries = self.key.get(question.slug, ())
        if question.ask >= len(entries):
            raise ParleyError(
                f"The key has no entry {question.ask} of {question.slug!r:.60}, which was drawn. "
                "Run 'graders solve' for this exercise."
            )
        return entries[question.ask]

    def best(self, state: State) -> float:
        """Return the points of right answers to all questions that are left."""
        return float(self.full * len(state.left))

    def value(self, state: State, move: Move) -> float:
        """Return the points expected with a move, and right answers after it."""
        return self.best(state) - sum(self.losses(state, move).values())

    def losses(self, state: State, move: Move) -> dict[str, float]:
        """Return what a move gave away, under one of `parley.games.findings.scoring.ASPECTS`."""
        if move["kind"] == "turn":
            return {"left": 0.0}
        return self._losses(state.question, to_answer(state, move))

    def advise(self, state: State) -> tuple[Move, float]:
        """Return the right answer to the open question, and what it is worth."""
        question = state.question
        entry, best = self.entry(question), self.best(state)
        if not question.ends:
            slug = question.slug
            return {"kind": "conclude", "question": slug, "sentence": entry.sentence}, best
        return to_move(question, *self.right(question)), best

    def right(self, question: Question) -> tuple[int, ...]:
        """Return the right numbers as they may be entered."""
        return tuple(nearest(question, float(one)) for one in self.entry(question).value)

    def floor(self, state: State) -> float:
        """Return what one gives away who leaves all questions that are left."""
        return self.best(state)

    def points(self, state: State) -> float:
        """Return the points of the answers so far."""
        lost = sum(sum(self._losses(*pair).values()) for pair in state.done)
        return self.full * len(state.answers) - lost

    def _losses(self, question: Question, answer: Answer) -> dict[str, float]:
        if answer.left:
            return {"left": float(self.full)}
        entry = self.entry(question)
        if answer.sentence:
            return {"sentence": 0.0 if answer.sentence == entry.sentence else float(self.full)}
        aspect = "number" if question.ends == 1 else "range"
        return {aspect: float(self.full * missed_by(question, entry.value, answer.numbers))}


def values(numbers: int, content: Any) -> FindingsValues:
    """Return the values of a profile from its key.

    Parameters
    ----------
    numbers : int
        What a right answer brings, in points.
    content : dict
        For each question by its name a list with ``value`` or ``sentence``, ``steps``,
        ``mistakes`` and ``faults`` for each way to ask it, as `graders.solve_findings` writes it.

    Returns
    -------
    FindingsValues
        The values.
    """
    key = {slug: [_entry(one) for one in entries] for slug, entries in content.items()}
    return FindingsValues(numbers, key)


def tell(found: FindingsValues, before: State, move: Move, after: State) -> Telling:
    """Return what a review says of a move: how the right number is found, step by step."""
    question = before.question
    if move["kind"] == "turn":
        to = before.variant.question(move["to"]).label
        return Telling(f"Turned to “{to}”", "", "", "as good as any", "", "To turn costs nothing")
    entry, answer = found.entry(question), to_answer(before, move)
    names = dict(before.variant.words.names)
    right = (
        f"“{question.sentence(entry.sentence).rstrip('.')}”"
        if entry.sentence
        else say_numbers(question, found.right(question))
    )
    steps = " ".join(one.format(**names) for one in entry.steps)
    return Telling(
        move=say_answer(question, answer),
        package=question.text,
        known_then=f"The table: {question.sheet.caption}.",
        best_move=right,
        known_now=steps,
        why=_why(found, question, answer).format(**names),
    )


def picture(
    found: FindingsValues, states: Sequence[State], moves: Sequence[Move]
) -> Picture | None:
    """Return nothing: the rows of the review say it."""
    return None


def _entry(plain: Mapping[str, Any]) -> Key:
    return Key(
        _numbers(plain.get("value", ())),
        plain.get("sentence", ""),
        tuple(plain["steps"]),
        tuple(Mistake(_numbers(value), says) for value, says in plain.get("mistakes", ())),
        plain.get("faults"),
    )


def _numbers(plain: Sequence[str]) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, plain))


def _why(found: FindingsValues, question: Question, answer: Answer) -> str:
    """Say in one sentence what an answer was worth, and which mistake it is, if a usual one."""
    entry = found.entry(question)
    full = number(found.full)
    if answer.left:
        return f"You left it, which brings nothing of {full} points"
    if answer.sentence:
        if answer.sentence == entry.sentence:
            return "The numbers allow this sentence"
        return (entry.faults or {}).get(answer.sentence, "The numbers do not allow this sentence")
    lost = missed_by(question, entry.value, answer.numbers)
    if not lost:
        return f"Right, within {said(question.margin)}"
    brings = f"It brings {number(float(found.full * (1 - lost)))} of {full} points"
    for mistake in entry.mistakes:
        if equal(question, mistake.value, answer.numbers):
            return f"{brings}. It is a usual mistake: {mistake.says}"
    return f"{brings}. Go through the steps"
