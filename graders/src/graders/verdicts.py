"""What `parley scenario check` says of the contract's rules, one line each: kept or broken.

A family's report looks at its own facts; what all families must prove is said here, once.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from parley.scenario import Scenario

NOISES = (0.1, 0.3, 0.5)
"""The shares of random moves of the three noisy bots."""

SPREAD = 5.0
"""The marks of one and the same bot may differ by this much over all profiles."""

NAIVE_LIMIT = 60.0
"""A naive policy marks less than this."""

RANDOM_LIMIT = 50.0
"""Random play marks less than this."""


class Facts(Protocol):
    """What one profile comes to; a family's own facts may tell more."""

    @property
    def profile(self) -> str:
        """The profile's id."""

    @property
    def noisy(self) -> tuple[float, ...]:
        """The marks of the noisy bots."""

    @property
    def naive(self) -> dict[str, float]:
        """The marks of naive policies, by name."""

    @property
    def first(self) -> str:
        """The kind of the best first move."""


def verdict(text: str, kept: bool) -> str:
    """Return a line that says whether a rule is kept.

    Examples
    --------
    >>> verdict("Random play marks 12 at best", True)
    'ok   Random play marks 12 at best'
    """
    return f"{'ok  ' if kept else 'FAIL'} {text}"


def listed(names: Sequence[str]) -> str:
    """Return the end of a verdict's text that names where it is not so; nothing if it is so.

    Examples
    --------
    >>> listed(["p1", "p2"])
    '; not so: p1, p2'
    """
    return f"; not so: {', '.join(names)}" if names else ""


def equal_difficulty(facts: Sequence[Facts]) -> Iterator[str]:
    """Yield whether each noisy bot marks about the same with all profiles."""
    for place, noise in enumerate(NOISES):
        marks = [one.noisy[place] for one in facts]
        spread = max(marks) - min(marks)
        yield verdict(
            f"Equal difficulty, {noise:.0%} random moves: marks {min(marks):.1f} to "
            f"{max(marks):.1f}, at most {SPREAD:g} apart",
            spread <= SPREAD,
        )


def naive_play(facts: Sequence[Facts]) -> str:
    """Return whether every naive policy stays under its limit with every profile."""
    worst, name = max((mark, name) for one in facts for name, mark in one.naive.items())
    text = f"No naive policy marks {NAIVE_LIMIT:g}: the best is {name} with {worst:.1f}"
    return verdict(text, worst < NAIVE_LIMIT)


def random_play(marks: Sequence[float]) -> str:
    """Return whether random play stays under its limit with every profile."""
    wild = max(marks)
    return verdict(f"Random play marks {wild:.1f} at best", wild < RANDOM_LIMIT)


def first_moves(found: Scenario, facts: Sequence[Facts]) -> Iterator[str]:
    """Yield whether no one kind of first move is best in every profile of a use."""
    groups: dict[str, Sequence[Any]] = {
        "practice": found.profiles.practice,
        "counted": found.profiles.counted,
    }
    for use, profiles in groups.items():
        ids = {profile.id for profile in profiles}
        kinds = {one.first for one in facts if one.profile in ids}
        if ids:
            yield verdict(f"First moves, {use}: {', '.join(sorted(kinds))}", len(kinds) > 1)
