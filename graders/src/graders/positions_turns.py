"""Choose the positions of an exercise in turns: states in which one move tells skill from luck.

A position's floor is three quarters of the random policy's mean regret there.  A state is not used
where the passive player loses less than the floor, for then doing nothing would mark; and no habit
may pay over the positions of a profile together.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from graders.bots_turns import Bots, kept, random_belief
from graders.policies_turns import habits
from graders.solve_turns import Solver, openings
from parley.games.turns import steps
from parley.games.turns.model import Information, missed, nearest, reduced
from parley.games.turns.policies import POLICIES
from parley.games.turns.rules import initial_state, to_choice
from parley.games.turns.state import State
from parley.record import PRACTICE, Header
from parley.scenario.base import frozen

WANTED = 22
"""Positions for each profile, about evenly over best acts."""

SAMPLES = 1500
LEAST_SHARE = 0.03
"""A state asks too little where random play loses less than this share of the profile's floor."""

LEAST_ORDER = 0.4
"""The least share of the random regret that the order makes, where a belief is asked too."""

HABIT_LIMIT = 50.0
"""No habit marks more on average over a profile's positions."""

Path = tuple[tuple[tuple[int, ...], tuple[int, int]], ...]
Found = tuple[dict[str, Any], int]
Marks = dict[str, float]


def choose(found: Any, profile: Any, content: Any) -> list[Found]:
    """Return positions of a profile as plain data, each with its floor.

    Parameters
    ----------
    found : TurnsScenario
        The scenario.
    profile : TurnsProfile
        The profile.
    content : object
        Its solution; it is solved anew, because every order is looked at.

    Returns
    -------
    list of (dict, int)
        The position and its floor in hundredths of a point.
    """
    model = found.numbers(profile)
    bots = Bots(Solver(model).solve(), (1.0,))
    least = LEAST_SHARE * bots.floor()
    by_act: dict[str, list[tuple[Found, Marks]]] = {}
    for number, (hidden, first, path, now) in enumerate(_sample(bots, Random(profile.id))):
        floor = round(0.75 * bots.random_regret(now))
        if floor < least or not _fit(bots, now, floor):
            continue
        plain = {"id": f"{profile.id}-{number}", "profile": profile.id, "type": hidden}
        position = plain | {"steps": [[first], *([list(c), list(s)] for c, s in path)]}
        state = _state(found, profile, position)
        best = model.acts[bots.solver.orders[now][0]].name
        by_act.setdefault(best, []).append(((position, floor), _marks(bots, state, floor)))
    return list(_balanced(by_act))


def _fit(bots: Bots, now: Information, floor: int) -> bool:
    """Tell whether a state tells skill from doing nothing."""
    model, chaos = bots.model, bots.random_regret(now)
    prior = nearest(reduced(model.odds), model.about)
    lost = bots.regret(now, kept(model, now)) + missed(model, now.odds, prior)
    orders = chaos - random_belief(model, now.odds)
    return lost >= floor and orders >= LEAST_ORDER * chaos


def _sample(bots: Bots, rng: Random) -> Iterator[tuple[int, int, Path, Information]]:
    """Yield different states that half-skilled play against some type passes through."""
    model, seen = bots.model, set()
    starts = list(openings(model))
    for _ in range(SAMPLES):
        hidden = rng.choices(range(len(model.odds)), model.odds)[0]
        first = now = rng.choice(starts)
        path: Path = ()
        for _ in range(rng.randrange(1, max(2, model.turns - 1))):
            able = steps.lawful(model, now.public)
            choice = bots.solver.orders[now] if rng.random() < 0.5 else rng.choice(able)
            sign = _sign(bots, now, choice, hidden, rng)
            if steps.step(model, now.public, choice, sign).outcome:
                break
            now, path = steps.after(model, now, choice, sign), (*path, (choice, sign))
        if path and now not in seen:
            seen.add(now)
            yield hidden, first.public.card, path, now


def _sign(
    bots: Bots, now: Information, choice: tuple[int, ...], hidden: int, rng: Random
) -> tuple[int, int]:
    every = steps.signs(bots.model, now.public, choice)
    return rng.choices([s for s, _ in every], [w[hidden] for _, w in every])[0]


def _state(found: Any, profile: Any, position: dict[str, Any]) -> State:
    """Return the first state of a position, so that policies can look at it."""
    header = Header(found.exercise, found.version, found.rules, "positions", "", PRACTICE, 1)
    dealt = found.deal(header, profile, position["type"], "position", frozen(position["steps"]))
    return initial_state(dealt)


def _marks(bots: Bots, state: State, floor: int) -> Marks:
    """Return what each habit marks in a position."""
    every = {name: POLICIES[name] for name in ("soft", "hard")} | habits(bots.model)
    return {name: _mark(bots, state, floor, policy) for name, policy in every.items()}


def _mark(bots: Bots, state: State, floor: int, policy: Callable[..., Any]) -> float:
    move = policy(state, Random(0))
    lost = bots.regret(state.now, to_choice(state, move))
    lost += missed(bots.model, state.now.odds, move.get("belief", 0)) if bots.model.belief else 0
    return max(0.0, 100 * (1 - lost / floor))


def _balanced(by_act: dict[str, list[tuple[Found, Marks]]]) -> Iterator[Found]:
    """Yield as many as wanted, best acts in turn, each time the one that habits like least.

    So that no best act crowds out the others, and no habit pays on average.
    """
    left = {act: list(by_act[act]) for act in sorted(by_act)}
    sums: Marks = {}
    for taken in range(WANTED):
        able = [act for act in left if left[act]]
        if not able:
            return
        act = able[taken % len(able)]
        found, marks = min(
            left[act], key=lambda one: max(sums.get(name, 0.0) + m for name, m in one[1].items())
        )
        if max(sums.get(name, 0.0) + m for name, m in marks.items()) > HABIT_LIMIT * (taken + 3):
            left[act].clear()
            continue
        left[act].remove((found, marks))
        sums = {name: sums.get(name, 0.0) + mark for name, mark in marks.items()}
        yield found
