"""Exercises in turns, all data: order, see what comes, order again."""

from parley.games.turns.policies import POLICIES
from parley.games.turns.review import picture, tell
from parley.games.turns.rules import (
    RULES,
    apply,
    caps,
    ends,
    facts,
    initial_state,
    is_terminal,
    outcome,
    points,
    refuse,
)
from parley.games.turns.state import State, Variant
from parley.games.turns.values import values
from parley.games.turns.words import form, view

__all__ = [
    "POLICIES",
    "RULES",
    "State",
    "Variant",
    "apply",
    "caps",
    "ends",
    "facts",
    "form",
    "initial_state",
    "is_terminal",
    "outcome",
    "picture",
    "points",
    "refuse",
    "tell",
    "values",
    "view",
]
