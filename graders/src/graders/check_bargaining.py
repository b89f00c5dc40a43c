"""What the profiles of a bargaining scenario come to, and whether they keep the contract."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from random import Random
from statistics import median

from graders.bots_bargaining import Bots
from graders.policies_bargaining import NAIVE
from graders.positions_bargaining import best_step, value_of
from graders.solve_bargaining import Solver
from graders.verdicts import NOISES, equal_difficulty, first_moves, naive_play, verdict
from parley.games.bargaining import rules, steps
from parley.games.bargaining.model import Numbers, packages
from parley.games.bargaining.policies import POLICIES, Policy
from parley.games.bargaining.state import State, Variant
from parley.models.outcomes import pareto_frontier
from parley.record import PRACTICE, Header
from parley.scenario.bargaining import BargainingProfile, BargainingScenario


@dataclass(frozen=True)
class Facts:
    """What one profile comes to.

    ``floor`` is in points; ``zone`` counts the lawful packages that both sides prefer to leaving,
    for the least and the most generous type; ``frontier`` likewise; ``noisy`` are the expected
    marks of the bots with 10, 30 and 50 % random moves; ``naive`` those of the fixed policies.
    """

    profile: str
    floor: float
    zone: tuple[int, int]
    frontier: tuple[int, int]
    first: str
    noisy: tuple[float, ...]
    naive: dict[str, float]


def report(found: BargainingScenario) -> Iterator[str]:
    """Yield the facts of every profile, then what breaks the contract, if anything does.

    Parameters
    ----------
    found : BargainingScenario
        A scenario that is well formed.

    Yields
    ------
    str
        A line.
    """
    profiles = (*found.profiles.practice, *found.profiles.counted)
    names = [*POLICIES, *NAIVE]
    yield "profile floor  ZOPA       frontier first   10%  30%  50%  " + " ".join(
        f"{name:>8}" for name in names if name not in ("passive", "random")
    )
    all_facts = []
    with ProcessPoolExecutor() as pool:
        for facts in pool.map(profile_facts, [found] * len(profiles), profiles):
            all_facts.append(facts)
            yield _line(facts)
    yield from _verdicts(found, all_facts)


def profile_facts(found: BargainingScenario, profile: BargainingProfile) -> Facts:
    """Return what one profile comes to; exact, nothing is sampled."""
    numbers = found.numbers(profile)
    solver = Solver(numbers)
    start = steps.opening(numbers)
    floor = solver.best(start)
    bots = Bots(solver, NOISES).expect(start)
    header = Header(found.exercise, found.version, rules.RULES, "check", "", PRACTICE, 1)
    dealt = found.deal(header, profile, 0, "check")
    naive = {
        name: naive_mark(solver, dealt, policy)
        for name, policy in (POLICIES | NAIVE).items()
        if name not in ("passive", "random")
    }
    spaces = [_space(numbers, k) for k in range(len(numbers.kinds))]
    return Facts(
        profile.id,
        floor / 100,
        _range(spaces, 0),
        _range(spaces, 1),
        best_step(solver, start).kind,
        tuple(100 * points / floor for points in bots),
        naive,
    )


def naive_mark(solver: Solver, dealt: Variant, policy: Policy) -> float:
    """Return the expected mark, cut to 0…100 in each play, of a policy that throws no dice.

    Against each type such a policy has one path; only a break ends it early, with known chance.
    """
    kinds = dealt.numbers.kinds
    odds = sum(kind.odds for kind in kinds)
    return sum(
        kind.odds / odds * _path_mark(solver, _against(dealt, k), policy)
        for k, kind in enumerate(kinds)
    )


def _against(dealt: Variant, hidden: int) -> State:
    return rules.initial_state(
        Variant(
            dealt.numbers, hidden, dealt.key, dealt.issues, dealt.order, dealt.letters, dealt.words
        )
    )


def _path_mark(solver: Solver, state: State, policy: Policy) -> float:
    terms, floor = solver.numbers.terms, solver.best(state.info)
    lost, alive, total = 0.0, 1.0, 0.0
    while not state.outcome and state.info.gone < terms.rounds:
        move = policy(state, Random(0))
        step = rules.to_step(state.variant, move)
        worth = value_of(solver, state.info, step)
        lost += max(0.0, solver.best(state.info) - worth)
        hazard = _hazard(solver.numbers, state, step)
        state = rules.follow(state, step, move, calm=True)
        if not state.outcome:
            total += alive * hazard * max(0.0, 100 * (1 - lost / floor))
            alive *= 1 - hazard
    return total + alive * max(0.0, 100 * (1 - lost / floor))


def _hazard(numbers: Numbers, state: State, step: steps.Step) -> float:
    if step.kind == "walk-out":
        return 0.0
    found = steps.consequence(numbers, state.info, step)
    mine = (cell.hazard for cell in found.cells if cell.types >> state.variant.hidden & 1)
    return next(mine, 0) / 100


def _space(numbers: Numbers, hidden: int) -> tuple[int, int]:
    """Return how many packages lie in the ZOPA of a type, and how many points on the frontier."""
    kind = numbers.kinds[hidden]
    points = [
        (numbers.own(package), kind.worth(numbers.terms, package))
        for package in packages(numbers.terms.top, len(numbers.weights))
        if numbers.lawful(package)
    ]
    zone = [
        (own, theirs)
        for own, theirs in points
        if own >= 100 * numbers.reservation and theirs >= 100 * kind.reservation
    ]
    return len(zone), len(pareto_frontier(points))


def _range(pairs: list[tuple[int, int]], place: int) -> tuple[int, int]:
    values = [pair[place] for pair in pairs]
    return min(values), max(values)


def _line(facts: Facts) -> str:
    noisy = " ".join(f"{mark:4.1f}" for mark in facts.noisy)
    naive = " ".join(f"{mark:8.1f}" for mark in facts.naive.values())
    zone = f"{facts.zone[0]}–{facts.zone[1]}"
    frontier = f"{facts.frontier[0]}–{facts.frontier[1]}"
    return (
        f"{facts.profile:<7} {facts.floor:5.1f}  {zone:<10} {frontier:<8} {facts.first:<7} "
        f"{noisy} {naive}"
    )


def _verdicts(found: BargainingScenario, facts: list[Facts]) -> Iterator[str]:
    """Say for each rule of the contract whether the profiles keep it."""
    yield from equal_difficulty(facts)
    yield naive_play(facts)
    middle = median(one.floor for one in facts)
    inside = all(middle / 2 <= one.floor <= 2 * middle for one in facts)
    yield verdict(f"Floors within half to twice the median of {middle:.1f}", inside)
    yield from first_moves(found, facts)
