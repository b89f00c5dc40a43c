"""Four rules of attack, put to one target beside a market, hour by hour.

The people near the target are invented, and so is the share that each bomb kills.
"""

from dataclasses import dataclass

from parley.errors import ParleyError
from parley.models.ranges import between

__all__ = ["FIRST", "LAST", "NEAR", "TARGET", "WEAPON", "Attack", "attack_hour"]

FIRST, LAST = 9, 22
"""The hours of the day that are looked at."""

NEAR = (160, 180, 180, 120, 60, 40, 40, 50, 60, 40, 20, 12, 8, 4)
"""How many civilians are near the target, from `FIRST` to `LAST`."""

TARGET = ("civilian", "not verified", "verified")
WEAPON = {"heavy": 25, "guided": 5}
"""How many of 100 people near the target each bomb kills."""


@dataclass(frozen=True)
class Attack:
    """What the rules say of one attack.

    Attributes
    ----------
    rule : str
        ``"distinction"``, ``"gone"``, ``"proportionality"``, ``"verify"``, ``"hour"`` or
        ``"free"``: the first rule that stops the attack, or that none does.
    expected : tuple of int
        Civilian deaths that must be expected, for each hour.
    here : int
        Those at the hour of the attack.
    best : int
        The hour before the target leaves at which they are fewest, the earliest of several.
    """

    rule: str
    expected: tuple[int, ...]
    here: int
    best: int


def attack_hour(target: str, weapon: str, hour: int, leaves: int, most: int) -> Attack:
    """Put one attack to the rules of Protocol I in the order of the legal gate.

    Parameters
    ----------
    target : str
        One of `TARGET`.
    weapon : str
        One of `WEAPON`, the best that is at hand.
    hour, leaves : int
        When the attack comes, and when the target leaves.  To wait until then costs nothing.
    most : int
        The most civilian deaths that the commander holds not to be excessive, for this target.

    Returns
    -------
    Attack
        What stops it, what is expected, and the best hour.

    Raises
    ------
    parley.errors.ParleyError
        If an answer is unknown or an hour lies outside the day.

    References
    ----------
    Additional Protocol I of 8 June 1977, articles 48, 51(2), 51(5)(b), 52(2) and 57(2).  The
    law gives no number: `most` is the judgement that it asks of the commander.

    Examples
    --------
    >>> attack_hour("verified", "heavy", 10, 20, 20).rule
    'proportionality'
    >>> attack_hour("verified", "guided", 19, 20, 20).rule
    'free'
    """
    if target not in TARGET or weapon not in WEAPON:
        raise ParleyError(
            f"The target is one of {', '.join(TARGET)} and the weapon one of "
            f"{', '.join(WEAPON)}, not {target} and {weapon}. Choose one of each."
        )
    between("The hour", hour, FIRST, LAST)
    between("The hour at which the target leaves", leaves, FIRST + 1, LAST + 1)
    expected = tuple(round(people * WEAPON[weapon] / 100) for people in NEAR)
    here = expected[hour - FIRST]
    best = min(range(FIRST, leaves), key=lambda each: expected[each - FIRST])
    stops = {
        "distinction": target == "civilian",
        "gone": hour >= leaves,
        "proportionality": here > most,
        "verify": target == "not verified",
        "hour": expected[best - FIRST] < here,
    }
    rule = next((name for name, stopped in stops.items() if stopped), "free")
    return Attack(rule, expected, here, best)
