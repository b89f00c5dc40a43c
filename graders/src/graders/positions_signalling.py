"""Choose the positions of a crisis profile: single states in which one move tells skill from luck.

A position's floor is three quarters of the random policy's mean regret there.  A state is not used
where the passive player, who states the brief's belief and waits, loses less than the floor, for
then doing nothing would mark.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

from graders.bots_signalling import RANDOM
from parley.games.signalling import steps
from parley.games.signalling.model import (
    LAWFUL,
    Information,
    missed,
    nearest,
    opening,
)
from parley.games.signalling.values import CrisisValues, values

WANTED = 22
"""Positions for each profile, about evenly over best acts, and over low and high beliefs."""

SAMPLES = 3000
LEAST_MEAN = 150
"""A state where random play loses less than this many hundredths of a point asks too little."""

LEAST_ACT = 60
"""A state where the mean lawful act loses less than this, in hundredths, asks only for a belief."""

Path = tuple[tuple[str, str], ...]
Found = tuple[dict[str, Any], int]


def choose(found: Any, profile: Any, content: Any) -> list[Found]:
    """Return positions of a profile as plain data, each with its floor.

    Parameters
    ----------
    found : SignallingScenario
        The scenario.
    profile : SignallingProfile
        The profile.
    content : object
        Its solution.

    Returns
    -------
    list of (dict, int)
        The position and its floor in hundredths of a point.
    """
    solved = values(found.numbers(profile), content)
    by_kind: dict[tuple[str, bool], list[Found]] = {}
    for number, (hidden, path, now) in enumerate(_sample(solved, Random(profile.id))):
        floor = round(0.75 * random_regret(solved, now))
        if not _fit(solved, now, floor):
            continue
        plain = {"id": f"{profile.id}-{number}", "profile": profile.id, "type": hidden}
        high = nearest(solved.numbers, now.doubled) >= 50
        position = plain | {"steps": [list(step) for step in path]}
        by_kind.setdefault((solved.act(now), high), []).append((position, floor))
    return list(_in_turn(by_kind))[:WANTED]


def random_regret(solved: CrisisValues, now: Information) -> float:
    """Return the mean regret of a random move, its belief included; exact."""
    belief = sum(missed(solved.numbers, now.doubled, stated) for stated in range(101)) / 101
    return belief + sum(share * act_regret(solved, now, act) for act, share in RANDOM.items())


def passive_regret(solved: CrisisValues, now: Information) -> float:
    """Return the regret of waiting with the brief's belief."""
    prior = nearest(solved.numbers, (0, 0, 0))
    return missed(solved.numbers, now.doubled, prior) + act_regret(solved, now, "wait")


def act_regret(solved: CrisisValues, now: Information, act: str) -> float:
    """Return the regret of an act; never negative, whether lawful or not."""
    return max(0.0, solved.ahead(now) - solved.worth(now, act))


def _fit(solved: CrisisValues, now: Information, floor: int) -> bool:
    """Tell whether a state tells skill from doing nothing."""
    mean_act = sum(act_regret(solved, now, act) for act in LAWFUL) / len(LAWFUL)
    enough = floor >= 0.75 * LEAST_MEAN and mean_act >= LEAST_ACT
    return enough and passive_regret(solved, now) >= floor


def _sample(solved: CrisisValues, rng: Random) -> Iterator[tuple[int, Path, Information]]:
    """Yield different states that half-skilled play against some type passes through."""
    numbers, seen = solved.numbers, set()
    for _ in range(SAMPLES):
        hidden = rng.choices(range(len(numbers.odds)), numbers.odds)[0]
        now, path = opening(numbers), ()  # type: tuple[Information, Path]
        for _ in range(rng.randrange(1, numbers.terms.turns - 2)):
            act = solved.act(now) if rng.random() < 0.5 else rng.choice(LAWFUL)
            answer = _answer(solved, now, act, hidden, rng)
            if answer == steps.WAR:
                break
            now, path = steps.after(numbers, now, act, answer), (*path, (act, answer))
        if path and now not in seen:
            seen.add(now)
            yield hidden, path, now


def _answer(solved: CrisisValues, now: Information, act: str, hidden: int, rng: Random) -> str:
    levels = steps.acted(solved.numbers, now.levels, act)
    thirds = steps.CHANCES[steps.tendencies(solved.numbers, levels, act)[hidden]]
    return rng.choices(list(thirds), list(thirds.values()))[0]


def _in_turn(by_kind: dict[tuple[str, bool], list[Found]]) -> Iterator[Found]:
    """Yield from each group in turn, so that no best act and no belief crowds out the others.

    Within a group the positions with few answers to reckon with come first.
    """
    queues = [
        sorted(by_kind[kind], key=lambda found: -len(found[0]["steps"])) for kind in sorted(by_kind)
    ]
    while any(queues):
        yield from (queue.pop() for queue in queues if queue)
