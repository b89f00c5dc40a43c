"""Draw what one trainee gets: profile, hidden type, names and order, from words alone.

The draw is fixed by scenario, trainee, course salt, sitting and attempt.  Profiles come round in
an order of the trainee's own, so that no draw is offered twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from parley.chance import chance, shuffled
from parley.errors import ParleyError
from parley.record import PRACTICE, Header
from parley.scenario.base import Position, Profile, Scenario

P = TypeVar("P", bound=Profile)


@dataclass(frozen=True)
class Draw:
    """One part of an attempt: its id, what it is called, and the variant that is played.

    ``position`` is the id of the position, or empty for a whole play; ``exercise`` is the one it
    comes from, which need not be the attempt's own.
    """

    id: str
    label: str
    profile: str
    variant: Any
    position: str = ""
    exercise: str = ""


def draws(scenario: Scenario, header: Header, positions: tuple[Position, ...]) -> tuple[Draw, ...]:
    """Return the parts of an attempt, in order.

    Parameters
    ----------
    scenario : Scenario
        The scenario.
    header : Header
        Who plays, in which sitting, for which time.
    positions : tuple of Position
        The positions that count, from which a graded set draws.

    Returns
    -------
    tuple of Draw
        One play for practice; plays, then positions, for a sitting that counts.
    """
    if header.sitting == PRACTICE:
        profile, turn = round_robin(scenario.profiles.practice, header, header.attempt - 1)
        return (play_of(scenario, header, profile, turn, "play", "Play"),)
    plays = []
    for place in range(scenario.set.plays):
        index = (header.attempt - 1) * scenario.set.plays + place
        profile, turn = round_robin(scenario.profiles.counted, header, index)
        label = f"Play {place + 1}"
        plays.append(play_of(scenario, header, profile, turn, f"play-{place + 1}", label))
    return (*plays, *_positions(scenario, header, positions))


def round_robin(profiles: Sequence[P], header: Header, index: int) -> tuple[P, int]:
    """Return the profile whose turn it is, and how often it was played before."""
    if not profiles:
        raise ParleyError(
            f"{header.exercise}: the scenario has no profiles for this sitting. "
            "Add some under 'profiles: counted' and check the scenario."
        )
    order = shuffled(list(profiles), *header.words(attempt=0), "profiles")
    return order[index % len(order)], index // len(order)


def play_of(
    scenario: Scenario, header: Header, profile: Profile, turn: int, part: str, label: str
) -> Draw:
    """Return a whole play as a part of an attempt; ``turn`` is how often the profile was played."""
    order = shuffled(scenario.kinds(profile), *header.words(attempt=0), profile.id, "types")
    drawn = scenario.deal(header, profile, order[turn % len(order)], part)
    return Draw(part, label, profile.id, drawn, exercise=scenario.exercise)


def _positions(scenario: Scenario, header: Header, pool: tuple[Position, ...]) -> list[Draw]:
    count = scenario.set.positions
    order = shuffled(list(pool), *header.words(attempt=0), "positions")
    chosen = order[(header.attempt - 1) * count : header.attempt * count]
    if len(chosen) < count:
        raise ParleyError(
            f"{header.exercise}: attempt {header.attempt} needs {count} new positions, "
            f"{len(chosen)} are left. Allow fewer attempts."
        )
    return [
        place_position(scenario, header, position, f"position-{number:02d}", f"Position {number}")
        for number, position in enumerate(chosen, start=1)
    ]


def place_position(
    scenario: Scenario, header: Header, position: Position, part: str, label: str
) -> Draw:
    """Return a position as a part of an attempt, its type drawn from those still possible."""
    kinds = scenario.possible(position)
    hidden = kinds[int(chance(*header.words(), part, "type") * len(kinds))]
    profile = scenario.profile(position.profile)
    drawn = scenario.deal(header, profile, hidden, part, position.steps)
    return Draw(part, label, position.profile, drawn, position.id, scenario.exercise)
