"""The rules of the book: for each question an estimate, new evidence, and an estimate again."""

from dataclasses import replace
from typing import Any

from parley.errors import Refused
from parley.games.forecast.scoring import base_loss, loss
from parley.games.forecast.state import Estimate, State, Variant
from parley.games.game import Move, Outcome

RULES = 1
"""The version of these rules; a record made under another one is not replayed."""

KINDS = ("estimate", "update")
SURE = 100
"""The highest probability, in percent."""

_NEEDED = {"kind", "percent"}
_ALLOWED = {"question", "because"}


def initial_state(variant: Variant) -> State:
    """Return a book in which nothing is estimated yet.

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
    """Tell whether every question has ended."""
    return not state.due


def points(state: State) -> int:
    """Return by how much the estimates beat the base rates, in hundredths of a point.

    Only questions that have ended count: the first estimate's worth would tell the end.
    """
    return sum(
        2 * base_loss(question) - loss(question, first) - loss(question, second)
        for question, first, second in state.ended
    )


def refuse(state: State, move: Any) -> str | None:
    """Return why a move is not allowed now, or None if it is.

    Parameters
    ----------
    state : State
        The book as it stands.
    move : dict
        The move as plain data, such as ``{"kind": "estimate", "percent": 35}``.  It may name the
        question that it is about, so that a late move cannot answer the next one.

    Returns
    -------
    str or None
        A sentence for the player: the rule, what was got, and what to do.
    """
    if is_terminal(state):
        return "All questions have ended; start a new attempt to estimate again."
    return _misshapen(state, move) or _out_of_range(state, move)


def apply(state: State, move: Move) -> State:
    """Return the book after a move.

    Parameters
    ----------
    state : State
        The book as it stands.
    move : dict
        The move as plain data.

    Returns
    -------
    State
        The book with one estimate more.

    Raises
    ------
    Refused
        If the rules do not allow the move; the text is that of `refuse`.
    """
    reason = refuse(state, move)
    if reason:
        raise Refused(reason)
    estimate = Estimate(move["percent"], move.get("because", ""))
    return replace(state, estimates=(*state.estimates, estimate))


def due_kind(state: State) -> str:
    """Return the kind of move that is due: a first estimate, or an update."""
    return KINDS[state.updating]


def to_move(state: State, percent: int) -> Move:
    """Return an estimate of the question that is due as the plain data that a record keeps."""
    return {"kind": due_kind(state), "question": state.question.slug, "percent": percent}


def facts(state: State) -> dict[str, Any]:
    """Return the estimates by question, as plain data for a digest; their order has no part in it.

    Nothing of the ends stands in it, so that a corrected source refuses no record.
    """
    said: dict[str, list[int]] = {}
    for question, percent in state.made:
        said.setdefault(question.slug, []).append(percent)
    return {"estimates": said, "due": len(state.due)}


def ends(_variant: Variant) -> tuple[str, ...]:
    """Return the ways in which the book can end, as `outcome` names them."""
    return ("done",)


def outcome(state: State) -> dict[str, Outcome]:
    """Return how many estimates were made."""
    return {"end": "" if state.due else "done", "made": len(state.made)}


def caps(state: State) -> tuple[str, ...]:
    """Return nothing: no estimate breaks the law."""
    return ()


def _misshapen(state: State, move: Any) -> str | None:
    """Return what is wrong with the form of a move, if anything."""
    kind = due_kind(state)
    got = move.get("kind") if isinstance(move, dict) else move
    if not isinstance(move, dict) or got not in KINDS:
        return f"A move needs a kind, one of {', '.join(KINDS)}; got {got!r:.60}."
    if got != kind:
        return f"The move that is due is {kind}; got {got!r:.60}. Look at the table again."
    names = set(move)
    if not _NEEDED <= names <= _NEEDED | _ALLOWED:
        given = ", ".join(sorted(f"{name!r:.30}" for name in names - {"kind"})) or "none"
        return f"The move {kind} takes percent; got {given:.120}."
    return None


def _out_of_range(state: State, move: Move) -> str | None:
    """Return which field of a move has a value that it cannot have, if any."""
    percent, slug = move["percent"], state.question.slug
    if type(percent) is not int or not 0 <= percent <= SURE:
        return f"The probability is a whole number, 0 to {SURE}; got {percent!r:.60}."
    if move.get("question", slug) != slug:
        return (
            f"The question that is due is {slug}; got {move['question']!r:.60}. "
            "Look at the table again, it went on elsewhere."
        )
    reasons = dict(state.variant.words.reasons)
    if move.get("because", "") not in ("", *reasons):
        known = ", ".join(reasons) or "none"
        return f"'because' is one of {known}; got {move['because']!r:.60}."
    return None
