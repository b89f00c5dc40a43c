"""What a scenario comes to in an analysis: a domain, or one counterpart of Parley's own talks."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from parley import scenario
from parley.analysis.space import Space, Values
from parley.errors import ParleyError
from parley.scenario.base import Scenario
from parley.solutions import only_for_instructors

if TYPE_CHECKING:
    from parley.scenario.bargaining import BargainingScenario
    from parley.scenario.domain import DomainIssue, DomainScenario, Integers, Reals, Shape

STEPS = 21
"""On how many numbers a range of real numbers is looked at: as many as in GENIUS."""

MOST_STEPS = 10_000
MOST_OUTCOMES = 1_000_000_000


def find(name: str) -> Scenario:
    """Return a scenario by its exercise's name or its file.

    Parameters
    ----------
    name : str
        Such as ``"tent"`` or ``"grain.yaml"``; where both exist, the exercise is meant.

    Returns
    -------
    Scenario
        The checked scenario.

    Raises
    ------
    ParleyError
        If there is none, or its file is wrong.
    """
    path = Path(name)
    known = name in scenario.exercises()
    if not known and (path.suffix in (".yaml", ".yml") or path.is_file()):
        return scenario.load_file(path)
    return scenario.load(name)


def space_of(
    found: Scenario, profile: str = "", kind: int = 1, red_lines: bool = True, steps: int = STEPS
) -> Space:
    """Return the outcomes of a scenario, and what each is worth to both sides.

    Parameters
    ----------
    found : Scenario
        A domain, or a scenario of the game of bargaining.
    profile : str
        Of bargaining, the profile; the first to practise on if empty.
    kind : int
        Of bargaining, the type of the counterpart, from 1.
    red_lines : bool
        Of bargaining, whether only packages inside the player's red lines are outcomes.
    steps : int
        Of a domain, on how many numbers a range of real numbers is looked at, ends included.

    Returns
    -------
    Space
        Of a domain, utilities as in GENIUS; of bargaining, points of 100.

    Raises
    ------
    ParleyError
        If the scenario is of another game, has no such profile or type, or has too many outcomes.
    """
    if found.game == "domain":
        space = _of_domain(cast("DomainScenario", found), steps)
    elif found.game == "bargaining":
        space = _of_bargaining(cast("BargainingScenario", found), profile, kind, red_lines)
    else:
        raise ParleyError(
            f"{found.exercise}: domains and talks of the game bargaining can be analysed; "
            f"this is of the game {found.game}. Name another scenario."
        )
    if space.outcomes > MOST_OUTCOMES:
        raise ParleyError(
            f"{found.exercise}: at most {MOST_OUTCOMES:,} outcomes are analysed; got "
            f"{space.outcomes:,}. Take fewer steps of real numbers, or drop an issue."
        )
    return space


def _of_bargaining(found: "BargainingScenario", profile: str, kind: int, red_lines: bool) -> Space:
    chosen = found.profile(profile) if profile else found.profiles.practice[0]
    if chosen not in found.profiles.practice:
        only_for_instructors(f"{found.exercise}: profile {chosen.id} counts")
    numbers = found.numbers(chosen)
    if not 1 <= kind <= len(numbers.kinds):
        raise ParleyError(
            f"{found.exercise}, profile {chosen.id}: the types are 1 to {len(numbers.kinds)}; "
            f"got {kind}. Choose one of them with --type."
        )
    other = numbers.kinds[kind - 1]
    top = numbers.terms.top
    least = numbers.red if red_lines else [0] * len(numbers.red)
    issues = []
    for own, theirs, low in zip(numbers.weights, other.weights, least, strict=True):
        levels = np.arange(low, top + 1)
        issues.append(np.stack([own * levels / top, theirs * (top - levels) / top]))
    bound = "inside the player's red lines" if red_lines else "with those beyond red lines"
    return Space(
        issues=tuple(issues),
        reservation=(float(numbers.reservation), float(other.reservation)),
        names=("the player", f"the counterpart of type {kind}"),
        notes=(f"Profile {chosen.id}; points of 100; all packages {bound}.",),
    )


def _of_domain(found: "DomainScenario", steps: int) -> Space:
    if not 2 <= steps <= MOST_STEPS:
        raise ParleyError(
            f"{found.exercise}: steps of real numbers are 2 to {MOST_STEPS:,}; got {steps}."
        )
    first, second = found.parties
    return Space(
        issues=tuple(_utilities(issue, steps) for issue in found.issues),
        reservation=(first.reservation, second.reservation),
        names=(first.name, second.name),
        notes=tuple(_notes(found, steps)),
    )


def _utilities(issue: "DomainIssue", steps: int) -> Values:
    """Return what each option of an issue adds to the utility of either side."""
    if issue.integers:
        worth = _of_integers(issue.integers)
    elif issue.reals:
        worth = _of_reals(issue.reals, steps)
    else:
        worth = np.array([option.evaluations for option in issue.options], dtype=float).T
        largest = worth.max(axis=1, keepdims=True)
        worth = np.divide(worth, largest, out=np.zeros_like(worth), where=largest > 0)
    return np.array(issue.weights)[:, None] * worth


def _of_integers(numbers: "Integers") -> Values:
    """Return utilities that rise or fall evenly from the low end, cut to 0…1 as in GENIUS."""
    above = np.arange(numbers.high - numbers.low + 1)
    lines = [line.offset + line.slope * above for line in numbers.lines]
    return np.clip(np.stack(lines), 0.0, 1.0)


def _of_reals(numbers: "Reals", steps: int) -> Values:
    points = 1 if numbers.low == numbers.high else steps
    grid = np.linspace(numbers.low, numbers.high, points)
    return np.stack([_shaped(shape, grid) for shape in numbers.shapes])


def _shaped(shape: "Shape", grid: Values) -> Values:
    if shape.shape == "constant":
        return np.full_like(grid, shape.parameters[0])
    if shape.shape == "linear":
        offset, slope = shape.parameters
        return np.clip(offset + slope * grid, 0.0, 1.0)
    low, high, top = shape.parameters
    return np.interp(grid, [low, top, high], [0.0, 1.0, 0.0])


def _notes(found: "DomainScenario", steps: int) -> list[str]:
    """Say what a reader must know of how the utilities were made."""
    notes = []
    reals = [issue.name for issue in found.issues if issue.reals]
    if reals:
        names = ", ".join(reals)
        notes.append(f"Real numbers are looked at on a grid of {steps}, ends included: {names}.")
    for side, party in enumerate(found.parties):
        total = sum(issue.weights[side] for issue in found.issues)
        if abs(total - 1) > 1e-6:
            notes.append(
                f"The weights of {party.name} add up to {total:g}, not 1; they are used as they "
                "stand."
            )
    if any(party.discount != 1 for party in found.parties):
        factors = ", ".join(f"{party.discount:g} for {party.name}" for party in found.parties)
        notes.append(f"Discount factors are kept, not applied: {factors}.")
    return notes
