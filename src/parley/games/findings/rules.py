"""The rules of the report: questions about tables, each answered in numbers or by a sentence."""

from dataclasses import replace
from typing import Any

from parley.errors import Refused
from parley.games.findings.state import Answer, Question, State, Variant
from parley.games.game import Move, Outcome

RULES = 1
"""The version of these rules; a record made under another one is not replayed."""

KINDS = ("enter", "conclude", "leave", "turn")

_FIELDS = {
    "enter": (("number",), ("low", "high")),
    "conclude": (("sentence",),),
    "leave": ((),),
    "turn": (("to",),),
}
_ALLOWED = {"question", "because"}


def initial_state(variant: Variant) -> State:
    """Return a report in which nothing is answered yet.

    Parameters
    ----------
    variant : Variant
        What this trainee plays.

    Returns
    -------
    State
        The first state of the play.
    """
    return State(variant)


def is_terminal(state: State) -> bool:
    """Tell whether every question is answered or left."""
    return not state.left


def points(state: State) -> int:
    """Return 0: what an answer is worth only the key knows, and nothing is told before the end."""
    return 0


def kinds(state: State) -> tuple[str, ...]:
    """Return the kinds of move that the open question allows; none at the end."""
    if is_terminal(state):
        return ()
    answer = "enter" if state.question.ends else "conclude"
    return (answer, "turn", "leave") if len(state.left) > 1 else (answer, "leave")


def refuse(state: State, move: Any) -> str | None:
    """Return why a move is not allowed now, or None if it is.

    Parameters
    ----------
    state : State
        The report as it stands.
    move : dict
        The move as plain data, such as ``{"kind": "enter", "number": 12}``,
        ``{"kind": "enter", "low": -4, "high": 7}``, ``{"kind": "conclude", "sentence": "less"}``,
        ``{"kind": "turn", "to": "rate"}`` or ``{"kind": "leave"}``.  It may name the question that
        it is about, so that a late move cannot answer the next one.

    Returns
    -------
    str or None
        A sentence for the player: the rule, what was got, and what to do.
    """
    if is_terminal(state):
        return "All questions are dealt with; start a new attempt to answer again."
    return _misshapen(state, move) or _elsewhere(state, move) or _out_of_range(state, move)


def apply(state: State, move: Move) -> State:
    """Return the report after a move.

    Parameters
    ----------
    state : State
        The report as it stands.
    move : dict
        The move as plain data.

    Returns
    -------
    State
        The report with one answer more, or with another question open.

    Raises
    ------
    Refused
        If the rules do not allow the move; the text is that of `refuse`.
    """
    reason = refuse(state, move)
    if reason:
        raise Refused(reason)
    if move["kind"] == "turn":
        return replace(state, turned=move["to"])
    return replace(state, answers=(*state.answers, to_answer(state, move)), turned="")


def to_answer(state: State, move: Move) -> Answer:
    """Return a well-formed move as an answer to the open question."""
    names = [name for name in ("number", "low", "high") if name in move]
    numbers = tuple(move[name] for name in names)
    return Answer(state.question.slug, numbers, move.get("sentence", ""), move.get("because", ""))


def to_move(question: Question, *numbers: int) -> Move:
    """Return numbers as the plain data that a record keeps."""
    names = ("number",) if question.ends == 1 else ("low", "high")
    given = dict(zip(names, numbers, strict=True))
    return {"kind": "enter", "question": question.slug, **given}


def facts(state: State) -> dict[str, Any]:
    """Return the answers by question, as plain data for a digest; their order has no part in it.

    Nothing of the key stands in it, so that a record replays where there is no key.
    """
    answers = [
        [answer.question, question.ask, list(answer.numbers), answer.sentence]
        for question, answer in state.done
    ]
    return {"answers": sorted(answers), "left": len(state.left)}


def ends(_variant: Variant) -> tuple[str, ...]:
    """Return the ways in which the report can end, as `outcome` names them."""
    return ("done",)


def outcome(state: State) -> dict[str, Outcome]:
    """Return how many questions were answered, and how many were left."""
    left = sum(answer.left for answer in state.answers)
    return {
        "end": "" if state.left else "done",
        "answered": len(state.answers) - left,
        "left": left,
    }


def caps(state: State) -> tuple[str, ...]:
    """Return nothing: no answer breaks the law."""
    return ()


def _misshapen(state: State, move: Any) -> str | None:
    """Return what is wrong with the form of a move, if anything."""
    kind = move.get("kind") if isinstance(move, dict) else move
    if not isinstance(move, dict) or not isinstance(kind, str) or kind not in KINDS:
        return f"A move needs a kind, one of {', '.join(KINDS)}; got {kind!r:.60}."
    able = kinds(state)
    if kind not in able:
        return f"The open question allows {', '.join(able)}; got {kind!r:.60}."
    fields = _FIELDS[kind][-1 if kind == "enter" and state.question.ends > 1 else 0]
    names = set(move) - {"kind"}
    if not set(fields) <= names <= set(fields) | _ALLOWED:
        got = ", ".join(sorted(f"{name!r:.30}" for name in names)) or "none"
        return f"The move {kind} takes {' and '.join(fields) or 'nothing'} here; got {got:.120}."
    return None


def _elsewhere(state: State, move: Move) -> str | None:
    """Return that a move is about another question than the open one, if so."""
    slug = state.question.slug
    if move.get("question", slug) != slug:
        return (
            f"The question that lies open is {slug}; got {move['question']!r:.60}. "
            "Look at the table again, it went on elsewhere."
        )
    reasons = dict(state.variant.words.reasons)
    if move.get("because", "") not in ("", *reasons):
        known = ", ".join(reasons) or "none"
        return f"'because' is one of {known}; got {move['because']!r:.60}."
    return None


def _out_of_range(state: State, move: Move) -> str | None:
    """Return which field of a move has a value that it cannot have, if any."""
    question = state.question
    if move["kind"] == "turn":
        others = [one.slug for one in state.left if one != question]
        if move["to"] == "":
            return "Choose the question that you turn to first."
        if move["to"] not in others:
            return f"You can turn to {', '.join(others)}; got {move['to']!r:.60}."
    if move["kind"] == "conclude":
        known = [one.slug for one in question.sentences]
        if move["sentence"] == "":
            return "Choose a sentence first."
        if move["sentence"] not in known:
            return f"The sentence is one of {', '.join(known)}; got {move['sentence']!r:.60}."
    numbers = [(name, move[name]) for name in ("number", "low", "high") if name in move]
    for name, number in numbers:
        reason = _no_number(question, name, number)
        if reason:
            return reason
    if len(numbers) > 1 and move["low"] > move["high"]:
        return f"The lowest is not above the highest; got {move['low']} and {move['high']}."
    return None


def _no_number(question: Question, name: str, number: Any) -> str | None:
    """Return why a number cannot be entered, if so."""
    what = {"number": "The number", "low": "The lowest", "high": "The highest"}[name]
    if number is None:
        return f"{what} is not there yet. Type a whole number."
    allowed = range(question.low, question.high + 1, question.step)
    if type(number) is not int or number not in allowed:
        steps = f", in steps of {question.step}" if question.step > 1 else ""
        return (
            f"{what} is a whole number from {question.low} to {question.high}{steps}; "
            f"got {number!r:.60}."
        )
    return None
