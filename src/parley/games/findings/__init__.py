"""Findings: numbers that a table gives, and the sentence that they allow in a report."""

from parley.games.findings.judge import picture, tell, values
from parley.games.findings.policies import POLICIES
from parley.games.findings.rules import (
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
from parley.games.findings.state import State, Variant
from parley.games.findings.words import form, view

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
