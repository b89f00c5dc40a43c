"""What an act does: the levels after it, how each type then tends to answer, and what drifts."""

from collections.abc import Iterator
from functools import lru_cache

from parley.games.signalling.model import Information, Levels, Numbers, Triple

PRESS, HOLD, WAR = "press", "hold", "war"
ANSWERS = (PRESS, HOLD)

OPEN = "open"
"""The tendency of a type whose window for war is open: war, pressing and holding alike."""

CHANCES = {PRESS: {PRESS: 2, HOLD: 1, WAR: 0}, HOLD: {PRESS: 1, HOLD: 2, WAR: 0}}
CHANCES[OPEN] = {PRESS: 1, HOLD: 1, WAR: 1}
"""The chance of each answer in thirds, by tendency."""

TRUSTING = ("invite", "cut")
"""A greedy rival takes these for weakness, and presses."""

ARMING = ("build", "threaten", "ultimatum")
"""A fearful rival presses after these."""

CALMING = ("notify", "invite", "cut")
"""A fearful rival holds after these."""

PUBLIC = ("threaten", "ultimatum", "pledge")
"""A proud rival presses after these."""

QUIET = ("notify", "cut")
"""A proud rival holds after these."""

Tendencies = tuple[str, str, str]


@lru_cache(maxsize=1 << 14)
def acted(numbers: Numbers, levels: Levels, act: str) -> Levels:
    """Return the levels right after an act, each kept between 0 and its top."""
    shift = numbers.terms.acts[act].shift
    return _bounded(numbers, levels, shift)


@lru_cache(maxsize=1 << 14)
def tendencies(numbers: Numbers, levels: Levels, act: str) -> Tendencies:
    """Return how each type tends to answer an act, given the levels right after it.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    levels : Levels
        The levels right after the act.
    act : str
        The act.

    Returns
    -------
    tuple of str
        ``press``, ``hold`` or ``open`` (a window for war) for each type.
    """
    return (
        _greedy(numbers, levels, act),
        _fearful(numbers, levels, act),
        _proud(numbers, levels, act),
    )


def told(doubled: Triple, tends: Tendencies, answer: str) -> Triple:
    """Return how often the odds of each type doubled, once an answer is known.

    Examples
    --------
    >>> told((1, 0, 0), ("press", "hold", "hold"), "hold")
    (0, 0, 0)
    """
    counts = [count + (tend == answer) for count, tend in zip(doubled, tends, strict=True)]
    least = min(counts)
    return counts[0] - least, counts[1] - least, counts[2] - least


def after(numbers: Numbers, now: Information, act: str, answer: str) -> Information:
    """Return what is known once an act is answered without war, the turn's drift included."""
    levels = acted(numbers, now.levels, act)
    doubled = told(now.doubled, tendencies(numbers, levels, act), answer)
    return Information(now.gone + 1, drifted(numbers, levels, now.gone + 1), doubled)


@lru_cache(maxsize=1 << 14)
def drifted(numbers: Numbers, levels: Levels, turn: int) -> Levels:
    """Return the levels after what a turn brings by itself: turns count from 1."""
    strength, alarm, face = numbers.drift
    return _bounded(numbers, levels, (-(turn in strength), int(turn in alarm), int(turn in face)))


def accident(numbers: Numbers, levels: Levels, act: str) -> int:
    """Return the chance of war by accident, in percent, given the levels right after an act.

    It depends on alarm alone, and a notice halves it: so it tells nothing about the type.
    """
    terms = numbers.terms
    risk = terms.accident * max(0, levels.alarm - terms.calm)
    return risk // 2 if act == "notify" else risk


def final(numbers: Numbers, levels: Levels) -> Triple:
    """Return what the end costs with each type, in hundredths: steps missing times their price."""
    strength, alarm, face = numbers.goal
    missing = (
        max(0, strength - levels.strength),
        max(0, levels.alarm - alarm),
        max(0, levels.face - face),
    )
    price = numbers.terms.missing
    return price * missing[0], price * missing[1], price * missing[2]


def every_level(numbers: Numbers) -> Iterator[Levels]:
    """Yield all levels, face first, then alarm, then strength."""
    strength, alarm, face = numbers.terms.top
    for s in range(strength + 1):
        for a in range(alarm + 1):
            for f in range(face + 1):
                yield Levels(s, a, f)


def _greedy(numbers: Numbers, levels: Levels, act: str) -> str:
    if levels.strength < numbers.window[0]:
        return OPEN
    return PRESS if act in TRUSTING or levels.strength < numbers.edge[0] else HOLD


def _fearful(numbers: Numbers, levels: Levels, act: str) -> str:
    if levels.alarm >= numbers.window[1]:
        return OPEN
    if act in CALMING:
        return HOLD
    return PRESS if act in ARMING or levels.alarm >= numbers.edge[1] else HOLD


def _proud(numbers: Numbers, levels: Levels, act: str) -> str:
    if levels.face >= numbers.window[2]:
        return OPEN
    if act in QUIET:
        return HOLD
    return PRESS if act in PUBLIC or levels.face >= numbers.edge[2] else HOLD


def _bounded(numbers: Numbers, levels: Levels, shift: Triple) -> Levels:
    top = numbers.terms.top
    moved = (min(top[i], max(0, levels[i] + shift[i])) for i in range(3))
    return Levels(*moved)
