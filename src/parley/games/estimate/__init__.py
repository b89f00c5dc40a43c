"""An estimate from what one knows or was shown, with a confidence; here the claim desk."""

from parley.games.estimate.judge import picture, tell, values
from parley.games.estimate.policies import POLICIES
from parley.games.estimate.rules import (
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
from parley.games.estimate.state import State, Variant
from parley.games.estimate.words import form, view

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
