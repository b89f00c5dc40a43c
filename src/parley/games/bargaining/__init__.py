"""Talks over several issues, in rounds, with a counterpart of hidden type."""

from parley.games.bargaining.judge import caps, picture, tell, values
from parley.games.bargaining.policies import POLICIES
from parley.games.bargaining.rules import (
    RULES,
    apply,
    ends,
    facts,
    initial_state,
    is_terminal,
    outcome,
    points,
    refuse,
)
from parley.games.bargaining.state import State, Variant
from parley.games.bargaining.words import form, view

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
