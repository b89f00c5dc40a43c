"""Families of games: pure rules, from the standard library alone."""

from functools import cache
from importlib import import_module
from typing import cast

from parley.games.game import Game

FAMILIES = ("bargaining", "signalling", "estimate", "casework", "forecast", "findings", "turns")


@cache
def family(name: str) -> Game:
    """Return a family of games by its name, one of `FAMILIES`."""
    return cast(Game, import_module(f"parley.games.{name}"))
