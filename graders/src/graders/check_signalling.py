"""What the profiles of a signalling scenario come to, and whether they keep the contract."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from random import Random
from statistics import mean, median

from graders.bots_signalling import Bots
from graders.policies_signalling import NAIVE
from graders.solve_signalling import Solver, plan
from graders.verdicts import NOISES, equal_difficulty, first_moves, naive_play, random_play, verdict
from parley.chance import chance
from parley.games.signalling.model import TYPES, opening
from parley.games.signalling.policies import POLICIES, Policy
from parley.games.signalling.rules import RULES, apply, initial_state
from parley.games.signalling.state import State
from parley.games.signalling.values import CrisisValues
from parley.record import PRACTICE, Header
from parley.scenario.signalling import SignallingProfile, SignallingScenario

SHARE_OF_BELIEF = (0.2, 0.4)


@dataclass(frozen=True)
class Facts:
    """What one profile comes to.

    ``floor`` and ``floors`` are in points: what waiting loses, in expectation over all chance, and
    in each draw that may be played, with the odds of its type; ``belief`` is the share of the
    floor that stated beliefs make; ``noisy`` and ``random`` are marks of bots, ``naive`` those of
    the fixed policies; ``kept`` the share of tried seeds that may be played, by type.
    """

    profile: str
    floor: float
    floors: tuple[tuple[float, int], ...]
    belief: float
    first: str
    noisy: tuple[float, ...]
    random: float
    naive: dict[str, float]
    kept: tuple[float, ...]


def report(found: SignallingScenario) -> Iterator[str]:
    """Yield the facts of every profile, then what breaks the contract, if anything does.

    Parameters
    ----------
    found : SignallingScenario
        A scenario that is well formed.

    Yields
    ------
    str
        A line.
    """
    names = [name for name in (POLICIES | NAIVE) if name not in ("passive", "random")]
    yield "profile floor belief first     10%  30%  50% random " + " ".join(
        f"{name:>8.8}" for name in names
    )
    all_facts = []
    with ProcessPoolExecutor() as pool:
        for facts in pool.map(profile_facts, [found] * len(found.everything), found.everything):
            all_facts.append(facts)
            yield _line(facts)
    yield from _verdicts(found, all_facts)


def profile_facts(found: SignallingScenario, profile: SignallingProfile) -> Facts:
    """Return what one profile comes to; bots exactly, naive play over every draw there is."""
    numbers = found.numbers(profile)
    solver = Solver(numbers)
    start, bots = opening(numbers), Bots(solver, (*NOISES, 1.0))
    floor = bots.passive(start)
    *noisy, chaos = (100 * (1 - loss / floor) for loss in bots.expect(start))
    solved = CrisisValues(numbers, plan(solver))
    naive = {
        name: naive_mark(found, profile, solved, policy)
        for name, policy in (POLICIES | NAIVE).items()
        if name not in ("passive", "random")
    }
    weighed = tuple(
        (solved.floor(state) / 100, numbers.odds[state.variant.hidden])
        for state in starts(found, profile)
    )
    return Facts(
        profile.id,
        floor / 100,
        weighed,
        bots.passive_belief(start) / floor,
        solved.act(start),
        tuple(noisy),
        chaos,
        naive,
        tuple(len(s) / (1 + max(s)) for s in _seeds(found, profile)),
    )


def starts(found: SignallingScenario, profile: SignallingProfile) -> Iterator[State]:
    """Yield the first state of every whole play that can be drawn from a profile."""
    header = Header(found.exercise, found.version, RULES, "check", "", PRACTICE, 1)
    for hidden, seeds in enumerate(_seeds(found, profile)):
        dealt = found.deal(header, profile, hidden, "check")
        for seed in seeds:
            key = found.chance_key(profile.id, hidden, seed)
            yield initial_state(replace(dealt, key=key))


def naive_mark(
    found: SignallingScenario, profile: SignallingProfile, solved: CrisisValues, policy: Policy
) -> float:
    """Return the mean mark, cut to 0…100 in each play, of a policy over every draw."""
    odds = solved.numbers.odds
    marks: list[list[float]] = [[] for _ in TYPES]
    for state in starts(found, profile):
        floor, lost, hidden = solved.floor(state), 0.0, state.variant.hidden
        while not state.outcome:
            move = policy(state, Random(0))
            lost += sum(solved.losses(state, move).values())
            state = apply(state, move)
        marks[hidden].append(min(100.0, max(0.0, 100 * (1 - lost / floor))))
    return sum(one * mean(of) for one, of in zip(odds, marks, strict=True)) / sum(odds)


def luck_of_draws(found: SignallingScenario) -> float:
    """Return how often a type does what it tends to over all draws; the brief says 2 in 3."""
    turns = found.terms.turns
    drawn = [
        chance(state.variant.key, gone, "answer") < 2 / 3
        for profile in found.everything
        for state in starts(found, profile)
        for gone in range(turns)
    ]
    return mean(drawn)


def _seeds(found: SignallingScenario, profile: SignallingProfile) -> list[list[int]]:
    return [found.seeds(profile.id, hidden) for hidden in range(len(TYPES))]


def _line(facts: Facts) -> str:
    noisy = " ".join(f"{mark:4.1f}" for mark in facts.noisy)
    naive = " ".join(f"{mark:8.1f}" for mark in facts.naive.values())
    return (
        f"{facts.profile:<7} {facts.floor:5.1f} {facts.belief:6.0%} {facts.first:<8} "
        f"{noisy} {facts.random:6.1f} {naive}"
    )


def _verdicts(found: SignallingScenario, facts: list[Facts]) -> Iterator[str]:
    """Say for each rule of the contract whether the profiles keep it."""
    yield from equal_difficulty(facts)
    yield random_play([one.random for one in facts])
    yield naive_play(facts)
    yield from _draw_verdicts(found, facts)
    yield from first_moves(found, facts)


def _draw_verdicts(found: SignallingScenario, facts: list[Facts]) -> Iterator[str]:
    """Say whether waiting costs about alike in all draws, and what choosing them changes."""
    middle = median(floor for one in facts for floor, odds in one.floors for _ in range(odds))
    least = min(floor for one in facts for floor, _ in one.floors)
    most = max(floor for one in facts for floor, _ in one.floors)
    yield verdict(
        f"Floors of draws {least:.1f} to {most:.1f}, within half to twice the median {middle:.1f}",
        middle / 2 <= least and most <= 2 * middle,
    )
    low, high = SHARE_OF_BELIEF
    shares = [one.belief for one in facts]
    yield verdict(
        f"Beliefs make {min(shares):.0%} to {max(shares):.0%} of the floor",
        low <= min(shares) and max(shares) <= high,
    )
    kept = [share for one in facts for share in one.kept]
    yield verdict(
        f"Seeds that may be played: {mean(kept):.1%} of those tried, {min(kept):.0%} at least",
        min(kept) >= 0.5,
    )
    fits = luck_of_draws(found)
    yield verdict(
        f"A type does what it tends to in {fits:.1%} of all drawn turns; stated are 66.7%",
        abs(fits - 2 / 3) < 0.015,
    )
