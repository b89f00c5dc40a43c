"""Positions of a report: there are none, because its questions do not depend on each other."""

from typing import Any

from parley.scenario.findings import FindingsProfile, FindingsScenario


def choose(
    found: FindingsScenario, profile: FindingsProfile, content: dict[str, Any]
) -> list[tuple[dict[str, Any], int]]:
    """Return no position: a set that counts is whole reports."""
    return []
