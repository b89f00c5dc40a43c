"""Forecasts of events that have ended: a probability, new evidence, and a probability again."""

from parley.games.forecast.judge import picture, tell, values
from parley.games.forecast.policies import POLICIES
from parley.games.forecast.rules import (
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
from parley.games.forecast.state import State, Variant
from parley.games.forecast.words import form, view

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
