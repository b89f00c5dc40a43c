"""Choose the positions of a profile: single states in which one move tells skill from luck.

A position's floor is three quarters of the random policy's mean regret there.  A state is not used
where leaving loses less than that floor, for the passive player marks 0; nor where an idle move
(adjourning, asking for everything, a question that tells nothing) loses less than a third of that
mean.  What a naive policy does may be right in some state: a position is taken only if no such
policy then marks more than `HABIT` on average over all that are taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from random import Random
from statistics import fmean
from typing import Any

from graders.bots_bargaining import Bots
from graders.policies_bargaining import NAIVE
from graders.solve_bargaining import Solver, solved
from parley.games.bargaining import rules, steps
from parley.games.bargaining.model import Information, Numbers
from parley.games.bargaining.policies import POLICIES
from parley.games.bargaining.state import Issue, State, Variant, Words
from parley.games.bargaining.steps import Step
from parley.scenario.bargaining import BargainingProfile, BargainingScenario

WANTED = 24
"""Positions for each profile, about evenly over the kinds of best move."""

SAMPLES = 1000
SHARE_LEAVE = 0.75
SHARE_IDLE = 0.36
HABIT = 50.0
LEAST_MEAN = 150
"""A state where random play loses less than this many hundredths of a point asks too little."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A position as plain data, its floor, and the way there."""

    position: dict[str, Any]
    floor: int
    path: tuple[Step, ...]
    now: Information


def choose(
    found: BargainingScenario, profile: BargainingProfile, content: Any
) -> list[tuple[dict[str, Any], int]]:
    """Return positions of a profile as plain data, each with its floor.

    Parameters
    ----------
    found : BargainingScenario
        The scenario.
    profile : BargainingProfile
        One of its profiles.
    content : list
        Its solution; not needed here, for the solver that wrote it is still at hand.

    Returns
    -------
    list of (dict, int)
        The position and its floor in hundredths of a point.
    """
    return _choose(solved(found.numbers(profile)), profile.id)


def _choose(solver: Solver, profile: str) -> list[tuple[dict[str, Any], int]]:
    """Return positions of a solved profile and their floors, from each kind of best move."""
    by_kind: dict[str, list[Candidate]] = {}
    bots = Bots(solver, (0.0,))
    for number, (hidden, path, now) in enumerate(_sample(solver, Random(profile))):
        mean = random_regret(bots, now)
        if mean >= LEAST_MEAN and _tells(solver, now, mean):
            plain = [[s.kind, list(s.package), s.get, s.give] for s in path]
            position = {"id": f"{profile}-{number}", "profile": profile, "type": hidden}
            found = Candidate(position | {"steps": plain}, round(SHARE_LEAVE * mean), path, now)
            by_kind.setdefault(best_step(solver, now).kind, []).append(found)
    return [(taken.position, taken.floor) for taken in _balanced(solver, by_kind)]


def random_regret(bots: Bots, now: Information) -> float:
    """Return the mean regret of a random move before best play, in hundredths; exact."""
    first = bots.random(now.gone, now._replace(gone=0))
    return bots.solver.best(now) - first[0]


def idle_regret(solver: Solver, now: Information) -> float:
    """Return the least regret of the idle moves, in hundredths of a point."""
    numbers = solver.numbers
    idle = [
        Step("adjourn"),
        *(Step("ask", get=i) for i in numbers.roles if _empty(numbers, now, i)),
    ]
    if not now.steps:
        idle.append(Step("offer", tuple(numbers.terms.top for _ in numbers.roles)))
    return min(solver.best(now) - value_of(solver, now, step) for step in idle)


def value_of(solver: Solver, now: Information, step: Step) -> float:
    """Return the points that a step leads one to expect, in hundredths."""
    if step.kind == "walk-out":
        return 0.0
    found = steps.consequence(solver.numbers, now, step)
    cells = tuple(cell._replace(info=cell.info._replace(gone=0)) for cell in found.cells)
    numbers = solver.numbers
    gain = sum(
        kind.odds * numbers.agreed(found.package, k)
        for k, kind in enumerate(numbers.kinds)
        if found.agreed >> k & 1
    )
    return solver.expect(now.gone, gain, cells) / numbers.odds(now.alive)


def best_step(solver: Solver, now: Information) -> Step:
    """Return a best step; walking out where nothing beats it."""
    still = now._replace(gone=0)
    branch = max(solver.branches(still), key=lambda branch: solver.value(now.gone, branch))
    return branch.step if solver.value(now.gone, branch) > 0 else Step("walk-out")


def _tells(solver: Solver, now: Information, mean: float) -> bool:
    """Tell whether neither leaving nor an idle move would mark well here."""
    leaving = solver.best(now)
    return leaving >= SHARE_LEAVE * mean and idle_regret(solver, now) >= SHARE_IDLE * mean


def _balanced(solver: Solver, by_kind: dict[str, list[Candidate]]) -> list[Candidate]:
    """Take from each kind of best move in turn the first that keeps all naive marks down."""
    marks = cache(partial(_naive_marks, solver))
    taken: list[Candidate] = []

    def fits(one: Candidate) -> bool:
        columns = zip(*map(marks, (*taken, one)), strict=True)
        return one not in taken and max(map(fmean, columns)) <= HABIT

    before = -1
    while before < len(taken) < WANTED:
        before = len(taken)
        for kind in sorted(by_kind):
            taken += islice(filter(fits, by_kind[kind]), min(1, WANTED - len(taken)))
    return taken


def _naive_marks(solver: Solver, one: Candidate) -> tuple[float, ...]:
    """Return what each naive policy marks at a position."""
    state = _state(solver.numbers, one)
    best, marks = solver.best(one.now), []
    for policy in (POLICIES["soft"], POLICIES["hard"], *NAIVE.values()):
        step = rules.to_step(state.variant, policy(state, Random(0)))
        regret = max(0.0, best - value_of(solver, one.now, step))
        marks.append(max(0.0, 100 * (1 - regret / one.floor)))
    return tuple(marks)


def _state(numbers: Numbers, one: Candidate) -> State:
    """Return the state of a position, with plain labels."""
    options = tuple(map(str, range(numbers.terms.top + 1)))
    issues = tuple(Issue(f"issue-{role}", "", options, True) for role in numbers.roles)
    letters = ("",) * len(numbers.kinds)
    order, words = tuple(numbers.roles), Words("", "", "")
    hidden = one.position["type"]
    return rules.initial_state(
        Variant(numbers, hidden, "", issues, order, letters, words, opening=one.path)
    )


def _empty(numbers: Numbers, now: Information, role: int) -> bool:
    """Tell whether the answer to a question is already known."""
    heavy = steps.heavy(numbers, role) & now.alive
    return heavy in (0, now.alive)


def _sample(solver: Solver, rng: Random) -> Iterator[tuple[int, tuple[Step, ...], Information]]:
    """Yield different states that half-skilled play against some type passes through."""
    numbers, seen = solver.numbers, set()
    for _ in range(SAMPLES):
        hidden = rng.randrange(len(numbers.kinds))
        now = steps.opening(numbers)
        path: tuple[Step, ...] = ()
        while now.gone < numbers.terms.rounds - 1 and rng.random() < 0.8:
            step = _half_skilled(solver, now, rng)
            if step.kind in ("accept", "walk-out"):
                break
            found = steps.consequence(numbers, now, step)
            if found.agreed >> hidden & 1:
                break
            now = next(cell.info for cell in found.cells if cell.types >> hidden & 1)
            path = (*path, step)
        if path and now not in seen:
            seen.add(now)
            yield hidden, path, now


def _half_skilled(solver: Solver, now: Information, rng: Random) -> Step:
    """Return the best step, or as often any branch at all."""
    if rng.random() < 0.5:
        return best_step(solver, now)
    return rng.choice(solver.branches(now._replace(gone=0))).step
