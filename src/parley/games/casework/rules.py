"""The rules of the desk: one file after the other, each decided by a rule, or left."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from parley.errors import Refused
from parley.games.casework.state import Answer, Book, File, Ruling, State, Variant
from parley.games.game import Move, Outcome

RULES = 1
"""The version of these rules; a record made under another one is not replayed."""

KINDS = ("decide", "leave")
ASPECTS = ("decision", "rule", "undecided")
"""Where a loss comes from: a wrong decision, a wrong rule, or a file that was left."""

COSTS = {"decision": 40, "rule": 60}
"""What a wrong decision and a wrong rule cost, in hundredths of a point."""

FULL = 100
"""What a file is worth, in hundredths of a point; to leave it costs all of it."""

_NEEDED = {"decide": {"kind", "decision", "rule"}, "leave": {"kind"}}
_ALLOWED = {"file", "because"}


def initial_state(variant: Variant) -> State:
    """Return a desk on which no file is decided yet.

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
    """Tell whether every file is decided or left."""
    return not state.left


def points(state: State) -> int:
    """Return the points so far, in hundredths; 0 where the key is not shown before marking."""
    return sum(
        FULL - sum(losses(state.variant.book, file.ruling, answer).values())
        for file, answer in state.done
        if file.ruling
    )


def losses(book: Book, ruling: Ruling, answer: Answer) -> dict[str, int]:
    """Return what an answer gave away by aspect, in hundredths of a point.

    Parameters
    ----------
    book : Book
        The rules.
    ruling : Ruling
        What the key says of the file.
    answer : Answer
        What was done with it.

    Returns
    -------
    dict of str to int
        Under ``decision`` and ``rule`` what a wrong one cost; under ``undecided`` the whole file.
    """
    if not answer.decision:
        return {"undecided": FULL}
    right = {"decision": book.rule(ruling.rule).decision, "rule": ruling.rule}
    given = {"decision": answer.decision, "rule": answer.rule}
    return {name: 0 if given[name] == right[name] else COSTS[name] for name in COSTS}


def refuse(state: State, move: Any) -> str | None:
    """Return why a move is not allowed now, or None if it is.

    Parameters
    ----------
    state : State
        The desk as it stands.
    move : dict
        The move as plain data, such as
        ``{"kind": "decide", "decision": "lawful", "rule": "charter-51"}`` or ``{"kind": "leave"}``.
        It may name the file that it is about, so that a late move cannot decide the next one.

    Returns
    -------
    str or None
        A sentence for the player: the rule, what was got, and what to do.
    """
    nouns = state.variant.words.nouns
    if is_terminal(state):
        return f"All {nouns} have been dealt with; start a new attempt to decide again."
    return _misshapen(move) or _out_of_range(state, move)


def apply(state: State, move: Move) -> State:
    """Return the desk after a move.

    Parameters
    ----------
    state : State
        The desk as it stands.
    move : dict
        The move as plain data.

    Returns
    -------
    State
        The desk with one answer more.

    Raises
    ------
    Refused
        If the rules do not allow the move; the text is that of `refuse`.
    """
    reason = refuse(state, move)
    if reason:
        raise Refused(reason)
    return replace(state, answers=(*state.answers, to_answer(move)))


def to_answer(move: Move) -> Answer:
    """Return a well-formed move as an answer."""
    return Answer(move.get("decision", ""), move.get("rule", ""), move.get("because", ""))


def to_move(file: File, decision: str, rule: str) -> Move:
    """Return a decision as the plain data that a record keeps."""
    return {"kind": "decide", "file": file.slug, "decision": decision, "rule": rule}


def facts(state: State) -> dict[str, Any]:
    """Return the answers by file, as plain data for a digest; the order shown has no part in it.

    Nothing of the key stands in it, so that a record replays where there is no key.
    """
    answers = [[file.slug, answer.decision, answer.rule] for file, answer in state.done]
    return {"answers": sorted(answers), "left": len(state.left)}


def ends(_variant: Variant) -> tuple[str, ...]:
    """Return the ways in which the desk can end, as `outcome` names them."""
    return ("done",)


def outcome(state: State) -> dict[str, Outcome]:
    """Return how many files were decided in each way, and how many were left."""
    decided = Counter(answer.decision for answer in state.answers if answer.decision)
    each = {one.slug: decided[one.slug] for one in state.variant.book.decisions}
    return {"end": "" if state.left else "done", "decided": decided.total(), **each}


def caps(state: State) -> tuple[str, ...]:
    """Return the articles that the decisions so far broke, where the key is shown.

    Where it is not, `parley.games.casework.judge.FileValues.caps` knows it.
    """
    rulings = {file.slug: file.ruling for file, _ in state.done if file.ruling}
    return broken(state, rulings)


def broken(state: State, rulings: Mapping[str, Ruling]) -> tuple[str, ...]:
    """Return the articles that the decisions so far broke by these rulings, the earliest first."""
    found = []
    for file, answer in state.done:
        rule = state.variant.book.rule(rulings[file.slug].rule) if file.slug in rulings else None
        if rule and answer.decision in rule.barred:
            found.append(f"{rule.article} (“{file.title}”)")
    return tuple(found)


def _misshapen(move: Any) -> str | None:
    """Return what is wrong with the form of a move, if anything."""
    kind = move.get("kind") if isinstance(move, dict) else move
    if not isinstance(move, dict) or not isinstance(kind, str) or kind not in KINDS:
        return f"A move needs a kind, one of {', '.join(KINDS)}; got {kind!r:.60}."
    names = set(move)
    if not _NEEDED[kind] <= names <= _NEEDED[kind] | _ALLOWED:
        takes = "decision and rule" if kind == "decide" else "no decision and no rule"
        got = ", ".join(sorted(f"{name!r:.30}" for name in names - {"kind"})) or "none"
        return f"The move {kind} takes {takes}; got {got:.120}."
    return None


def _out_of_range(state: State, move: Move) -> str | None:
    """Return which field of a move has a value that it cannot have, if any."""
    words, book = state.variant.words, state.variant.book
    if move["kind"] == "decide":
        for name, known in (
            ("decision", [one.slug for one in book.decisions]),
            ("rule", [one.slug for one in book.rules]),
        ):
            if move[name] == "":
                return f"Choose a {name} first; to decide takes a decision and a rule."
            if move[name] not in known:
                return f"The {name} is one of {', '.join(known)}; got {move[name]!r:.60}."
    if move.get("file", state.file.slug) != state.file.slug:
        return (
            f"The {words.noun} to decide now is {state.file.slug}; got {move['file']!r:.60}. "
            "Look at the desk again, it went on elsewhere."
        )
    reasons = dict(words.reasons)
    if move.get("because", "") not in ("", *reasons):
        known_reasons = ", ".join(reasons) or "none"
        return f"'because' is one of {known_reasons}; got {move['because']!r:.60}."
    return None
