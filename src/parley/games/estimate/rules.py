"""The rules of the desk: one claim after the other, each with a verdict and a confidence."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from parley.errors import Refused
from parley.games.estimate.scoring import FULL, SURE
from parley.games.estimate.state import Answer, Claim, State, Variant
from parley.games.game import Move, Outcome

RULES = 1
"""The version of these rules; a record made under another one is not replayed."""

KINDS = ("judge",)

_NEEDED = {"kind", "verdict", "confidence"}
_ALLOWED = {"claim", "because"}


def initial_state(variant: Variant) -> State:
    """Return a desk on which nothing is judged yet.

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
    """Tell whether every claim is judged."""
    return not state.left


def points(state: State) -> int:
    """Return the points so far, in hundredths; 0 where the key is not shown before marking."""
    return round(sum((worth(state.variant, *pair) for pair in state.judged), Fraction(0)))


def worth(variant: Variant, claim: Claim, answer: Answer) -> Fraction:
    """Return what an answer brought, in hundredths of a point; 0 where its key is not shown."""
    if claim.ruling is None:
        return Fraction(0)
    return FULL - variant.scale.loss(claim.ruling.answer, answer.verdict, answer.confidence)


def refuse(state: State, move: Any) -> str | None:
    """Return why a move is not allowed now, or None if it is.

    Parameters
    ----------
    state : State
        The desk as it stands.
    move : dict
        The move as plain data, such as
        ``{"kind": "judge", "verdict": "contested", "confidence": 70}``.  It may name the claim
        that it judges, so that a late move cannot judge the next one.

    Returns
    -------
    str or None
        A sentence for the player: the rule, what was got, and what to do.
    """
    nouns = state.variant.words.nouns
    if is_terminal(state):
        return f"All {nouns} are judged; start a new attempt to judge again."
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
    return Answer(move["verdict"], move["confidence"], move.get("because", ""))


def to_move(claim: Claim, verdict: str, confidence: int) -> Move:
    """Return an answer as the plain data that a record keeps."""
    return {"kind": "judge", "claim": claim.slug, "verdict": verdict, "confidence": confidence}


def facts(state: State) -> dict[str, Any]:
    """Return the answers by claim, as plain data for a digest; the order shown has no part in it.

    Nothing of the key stands in it, so that a record replays where there is no key.
    """
    answers = [[claim.slug, answer.verdict, answer.confidence] for claim, answer in state.judged]
    return {"answers": sorted(answers), "left": len(state.left)}


def ends(_variant: Variant) -> tuple[str, ...]:
    """Return the ways in which the desk can end, as `outcome` names them."""
    return ("done",)


def outcome(state: State) -> dict[str, Outcome]:
    """Return how many claims were judged."""
    return {"end": "" if state.left else "done", "judged": len(state.judged)}


def caps(state: State) -> tuple[str, ...]:
    """Return nothing: no verdict breaks the law."""
    return ()


def _misshapen(move: Any) -> str | None:
    """Return what is wrong with the form of a move, if anything."""
    if not isinstance(move, dict) or move.get("kind") not in KINDS:
        got = move.get("kind") if isinstance(move, dict) else move
        return f"A move needs a kind, one of {', '.join(KINDS)}; got {got!r:.60}."
    names = set(move)
    if not _NEEDED <= names <= _NEEDED | _ALLOWED:
        got = ", ".join(sorted(f"{name!r:.30}" for name in names - {"kind"})) or "none"
        return f"The move judge takes verdict and confidence; got {got:.120}."
    return None


def _out_of_range(state: State, move: Move) -> str | None:
    """Return which field of a move has a value that it cannot have, if any."""
    variant, words = state.variant, state.variant.words
    if move["verdict"] == "":
        return f"Choose an answer first: {words.ask}"
    if move["verdict"] not in variant.scale.answers:
        known = ", ".join(variant.scale.answers)
        return f"The verdict is one of {known}; got {move['verdict']!r:.60}."
    confidence, lowest = move["confidence"], variant.scale.lowest
    if type(confidence) is not int or not lowest <= confidence <= SURE:
        return f"The confidence is a whole number, {lowest} to {SURE}; got {confidence!r:.60}."
    if move.get("claim", state.claim.slug) != state.claim.slug:
        return (
            f"The {words.noun} to judge now is {state.claim.slug}; got {move['claim']!r:.60}. "
            "Look at the desk again, it went on elsewhere."
        )
    reasons = dict(words.reasons)
    if move.get("because", "") not in ("", *reasons):
        known = ", ".join(reasons) or "none"
        return f"'because' is one of {known}; got {move['because']!r:.60}."
    return None
