"""A crisis with a rival of hidden type: state a belief, act, see whether it presses or holds."""

from parley.games.signalling.policies import POLICIES
from parley.games.signalling.review import picture, tell
from parley.games.signalling.rules import (
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
from parley.games.signalling.state import State, Variant
from parley.games.signalling.values import values
from parley.games.signalling.words import form, view

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
