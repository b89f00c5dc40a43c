"""A sentence that a party may add to the text that it offers or signs, and the law on it.

A sentence changes no points and nobody's answer, but it may be one that no text can lawfully hold.
"""

from typing import Any

from parley.games.bargaining.state import State, Variant
from parley.games.form import Choice, Field

__all__ = ["CARRIERS", "bad_clause", "breaches", "clause_fields", "say_clause"]

CARRIERS = ("offer", "accept")
"""The moves that put forward a text, and so may carry a sentence."""

_NONE = ("", "no sentence")


def clause_fields(state: State) -> tuple[Field, ...]:
    """Return the field in which a sentence is chosen; none where the scenario has no sentences.

    Parameters
    ----------
    state : State
        The talks as they stand; the sentence last chosen is proposed again.

    Returns
    -------
    tuple of Field
        One field at most.
    """
    clauses = state.variant.words.clauses
    if not clauses:
        return ()
    last = next((t.clause for t in reversed(state.turns) if t.step.kind in CARRIERS), "")
    pairs = (_NONE, *((slug, text) for slug, text, _ in clauses))
    choices = tuple(Choice(value, label) for value, label in pairs)
    return (Field("clause", "A sentence that you add to the text", choices, last, open=True),)


def bad_clause(variant: Variant, move: dict[str, Any]) -> str | None:
    """Return what is wrong with the sentence of a move, if anything.

    Parameters
    ----------
    variant : Variant
        What this trainee plays.
    move : dict
        A move of a known kind.

    Returns
    -------
    str or None
        A sentence for the player.
    """
    known = [slug for slug, _, _ in variant.words.clauses]
    if move.get("clause", "") in ("", *known):
        return None
    return f"'clause' is one of {', '.join(known) or 'none'}; got {move['clause']!r:.60}."


def say_clause(variant: Variant, slug: str) -> str:
    """Return the sentence that goes with a text, in words; empty where there is none."""
    told = {name: text for name, text, _ in variant.words.clauses}
    return f"with the sentence “{told[slug].removesuffix('.')}”" if slug else ""


def breaches(state: State) -> tuple[str, ...]:
    """Return why sentences that the player put forward cannot stand, each reason once."""
    law = {slug: breach for slug, _, breach in state.variant.words.clauses}
    found = (law.get(turn.clause, "") for turn in state.turns)
    return tuple(dict.fromkeys(text for text in found if text))
