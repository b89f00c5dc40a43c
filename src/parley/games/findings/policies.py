"""Players that need no key: passive, random, soft and hard."""

from random import Random

from parley.games.findings.rules import kinds, to_move
from parley.games.findings.state import Question, State
from parley.games.game import Move, Policy

TURNS = 1 / 6
"""How often the random player turns to another question, which decides nothing."""


def passive(state: State, rng: Random) -> Move:
    """Leave the question."""
    return {"kind": "leave", "question": state.question.slug}


def random(state: State, rng: Random) -> Move:
    """Answer or leave, and answer anything; now and then turn to another question first."""
    question = state.question
    answer, *others = kinds(state)
    kind = rng.choice([answer, "leave"])
    if "turn" in others and rng.random() < TURNS:
        kind = "turn"
    if kind == "leave":
        return passive(state, rng)
    if kind == "turn":
        others = [one.slug for one in state.left if one != question]
        return {"kind": "turn", "to": rng.choice(others)}
    if kind == "conclude":
        return conclude(question, rng.randrange(len(question.sentences)))
    allowed = range(question.low, question.high + 1, question.step)
    return to_move(question, *sorted(rng.choice(allowed) for _ in range(question.ends)))


def soft(state: State, rng: Random) -> Move:
    """Enter the middle of what may be entered, and take the first sentence."""
    question = state.question
    if not question.ends:
        return conclude(question, 0)
    return to_move(
        question, *[nearest(question, (question.low + question.high) / 2)] * question.ends
    )


def hard(state: State, rng: Random) -> Move:
    """Enter the first number of the table, and take the last sentence."""
    question = state.question
    if not question.ends:
        return conclude(question, -1)
    return to_move(
        question, *[nearest(question, float(question.sheet.cells[0][0]))] * question.ends
    )


def conclude(question: Question, place: int) -> Move:
    """Return the move that takes the sentence at a place."""
    slug = question.sentences[place].slug
    return {"kind": "conclude", "question": question.slug, "sentence": slug}


def nearest(question: Question, number: float) -> int:
    """Return the number nearest to another that may be entered."""
    steps = round((number - question.low) / question.step)
    most = (question.high - question.low) // question.step
    return question.low + question.step * max(0, min(most, steps))


POLICIES: dict[str, Policy] = {"passive": passive, "random": random, "soft": soft, "hard": hard}
