"""Choose the positions of a profile: single states in which one move tells skill from luck.

A position's floor is three quarters of the random policy's mean regret there.  A state is not used
where an idle move (adjourning, asking for everything, a question that tells nothing) loses less
than a third of that mean, for then doing nothing would mark well.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

from graders.bots_bargaining import Bots
from graders.solve_bargaining import Solver
from parley.games.bargaining import steps
from parley.games.bargaining.model import Information, Numbers
from parley.games.bargaining.steps import Step

WANTED = 24
"""Positions for each profile, about evenly over the kinds of best move."""

SAMPLES = 600
SHARE_IDLE = 0.36
LEAST_MEAN = 150
"""A state where random play loses less than this many hundredths of a point asks too little."""


def choose(solver: Solver, profile: str) -> list[tuple[dict[str, Any], int]]:
    """Return positions of a profile as plain data, each with its floor.

    Parameters
    ----------
    solver : Solver
        The solved profile.
    profile : str
        Its id.

    Returns
    -------
    list of (dict, int)
        The position and its floor in hundredths of a point.
    """
    by_kind: dict[str, list[tuple[dict[str, Any], int]]] = {}
    bots = Bots(solver, (0.0,))
    for number, (hidden, path, now) in enumerate(_sample(solver, Random(profile))):
        mean = random_regret(bots, now)
        if mean >= LEAST_MEAN and idle_regret(solver, now) >= SHARE_IDLE * mean:
            plain = [[s.kind, list(s.package), s.get, s.give] for s in path]
            position = {"id": f"{profile}-{number}", "profile": profile, "type": hidden}
            kind = best_step(solver, now).kind
            by_kind.setdefault(kind, []).append((position | {"steps": plain}, round(0.75 * mean)))
    return list(_in_turn(by_kind))[:WANTED]


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
            found = steps.consequence(numbers, now, step)
            if step.kind in ("accept", "walk-out") or found.agreed >> hidden & 1:
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


def _in_turn(by_kind: dict[str, list]) -> Iterator:
    """Yield from each kind in turn, so that no kind of best move crowds out the others."""
    queues = [list(reversed(by_kind[kind])) for kind in sorted(by_kind)]
    while any(queues):
        yield from (queue.pop() for queue in queues if queue)
