"""Casework: files arrive, and each is decided by the first rule that holds on it."""

from parley.games.casework.judge import picture, tell, values
from parley.games.casework.policies import POLICIES
from parley.games.casework.rules import (
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
from parley.games.casework.state import State, Variant
from parley.games.casework.words import form, view

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
