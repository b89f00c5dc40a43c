"""What the profiles of an exercise in turns come to, and whether they keep the contract."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from random import Random
from statistics import mean, median

from graders.bots_turns import Bots
from graders.policies_turns import habits
from graders.solve_turns import Solver, openings, solved
from graders.verdicts import NOISES, equal_difficulty, first_moves, naive_play, random_play, verdict
from parley.games.turns.policies import POLICIES, Policy
from parley.games.turns.rules import RULES, apply, initial_state
from parley.games.turns.state import State
from parley.games.turns.values import TurnValues
from parley.record import PRACTICE, Header
from parley.scenario.turns import TurnsProfile, TurnsScenario


@dataclass(frozen=True)
class Facts:
    """What one profile comes to.

    ``floor`` is what holding back loses on average, in points; ``floors`` the same for each draw
    there is, by type, with the type's odds; ``noisy`` and ``random`` are marks of bots, ``naive``
    those of habits; ``first`` is the best first act, ``size`` counts informations.
    """

    profile: str
    floor: float
    floors: tuple[tuple[float, int], ...]
    first: str
    noisy: tuple[float, ...]
    random: float
    naive: dict[str, float]
    size: int


def report(found: TurnsScenario) -> Iterator[str]:
    """Yield the facts of every profile, then what breaks the contract, if anything does.

    Parameters
    ----------
    found : TurnsScenario
        A scenario that is well formed.

    Yields
    ------
    str
        A line.
    """
    names = ["soft", "hard", *habits(found.numbers(found.everything[0]))]
    yield "profile floor first        10%  30%  50% random   size " + " ".join(
        f"{name:>8.8}" for name in names
    )
    all_facts = []
    with ProcessPoolExecutor() as pool:
        for facts in pool.map(profile_facts, [found] * len(found.everything), found.everything):
            all_facts.append(facts)
            yield _line(facts)
    yield from _verdicts(found, all_facts)


def profile_facts(found: TurnsScenario, profile: TurnsProfile) -> Facts:
    """Return what one profile comes to; bots exactly, habits over every draw there is."""
    model = found.numbers(profile)
    solver = Solver(model).solve()
    bots = Bots(solver, (*NOISES, 1.0))
    floor = bots.floor()
    *noisy, chaos = (100 * (1 - loss / floor) if floor else 0.0 for loss in bots.expect())
    values = solved(solver)
    every = {name: POLICIES[name] for name in ("soft", "hard")} | habits(model)
    starts = list(draws(found, profile))
    floors = [values.floor(state) for state in starts]
    first = next(openings(model))
    return Facts(
        profile.id,
        floor / 100,
        tuple(
            (one / 100, model.odds[s.variant.hidden]) for one, s in zip(floors, starts, strict=True)
        ),
        model.acts[solver.orders[first][0]].name,
        tuple(noisy),
        chaos,
        {
            name: naive_mark(values, starts, floors, policy) if floor else 0.0
            for name, policy in every.items()
        },
        len(solver.vectors),
    )


def draws(found: TurnsScenario, profile: TurnsProfile) -> Iterator[State]:
    """Yield the first state of every whole play that can be drawn from a profile."""
    header = Header(found.exercise, found.version, RULES, "check", "", PRACTICE, 1)
    for hidden in range(len(found.numbers(profile).types)):
        dealt = found.deal(header, profile, hidden, "check")
        for seed in found.seeds(profile.id, hidden):
            key = found.chance_key(profile.id, hidden, seed)
            yield initial_state(replace(dealt, key=key))


def naive_mark(
    values: TurnValues, starts: list[State], floors: list[float], policy: Policy
) -> float:
    """Return the mean mark, cut to 0…100 in each play, of a policy over every draw."""
    model = values.model
    marks: list[list[float]] = [[] for _ in model.types]
    for state, floor in zip(starts, floors, strict=True):
        lost, hidden = 0.0, state.variant.hidden
        while not state.outcome:
            move = policy(state, Random(0))
            lost += sum(values.losses(state, move).values())
            state = apply(state, move)
        marks[hidden].append(max(0.0, 100 * (1 - lost / floor)) if floor else 0.0)
    odds = model.odds
    return sum(one * mean(of) for one, of in zip(odds, marks, strict=True)) / sum(odds)


def _line(facts: Facts) -> str:
    noisy = " ".join(f"{mark:4.1f}" for mark in facts.noisy)
    naive = " ".join(f"{mark:8.1f}" for mark in facts.naive.values())
    return (
        f"{facts.profile:<7} {facts.floor:5.1f} {facts.first:<10.10} {noisy} {facts.random:6.1f} "
        f"{facts.size:6d} {naive}"
    )


def _verdicts(found: TurnsScenario, facts: list[Facts]) -> Iterator[str]:
    """Say for each rule of the contract whether the profiles keep it."""
    yield from equal_difficulty(facts)
    yield random_play([one.random for one in facts])
    yield naive_play(facts)
    middle = median(floor for one in facts for floor, odds in one.floors for _ in range(odds))
    least = min(floor for one in facts for floor, _ in one.floors)
    most = max(floor for one in facts for floor, _ in one.floors)
    yield verdict(
        f"Floors of draws {least:.1f} to {most:.1f}, within half to twice the median {middle:.1f}",
        middle / 2 <= least and most <= 2 * middle,
    )
    yield from first_moves(found, facts)
