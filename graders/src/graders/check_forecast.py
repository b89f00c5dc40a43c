"""What the questions of a forecast book come to, and whether any habit pays on them."""

from collections.abc import Iterator
from random import Random
from statistics import median

from graders.verdicts import NAIVE_LIMIT, verdict
from parley.games.forecast import POLICIES, apply, initial_state, is_terminal
from parley.games.forecast.judge import ForecastValues
from parley.games.forecast.rules import RULES, to_move
from parley.games.forecast.state import State
from parley.games.game import Move, Policy
from parley.record import PRACTICE, Header
from parley.scenario.forecast import ForecastProfile, ForecastScenario

CONSTANT_LIMIT = 25.0
SHARE_OF_YES = (1 / 3, 2 / 3)


def always(percent: int) -> Policy:
    """Return the policy that states one probability whatever is asked."""

    def play(state: State, rng: Random) -> Move:
        return to_move(state, percent)

    return play


def follow(state: State, rng: Random) -> Move:
    """State the base rate, and then nine in ten for what the new evidence speaks for."""
    question = state.question
    if not state.updating:
        return to_move(state, question.base.rate)
    return to_move(state, 90 if question.inject.toward == "yes" else 10)


def round_off(state: State, rng: Random) -> Move:
    """Take the likelier side of the base rate as certain."""
    return to_move(state, 100 if state.question.base.rate > 50 else 0)


def halve(state: State, rng: Random) -> Move:
    """Go half the way from the base rate to even."""
    return to_move(state, (state.question.base.rate + 50) // 2)


NAIVE: dict[str, Policy] = {
    "yes": always(100),
    "no": always(0),
    "even": always(50),
    "follow": follow,
    "round": round_off,
    "halve": halve,
}
"""Habits that must not pay: none of them weighs the evidence."""


def report(found: ForecastScenario) -> Iterator[str]:
    """Yield the facts of every profile, then what is wrong with the book, if anything is.

    Parameters
    ----------
    found : ForecastScenario
        A scenario that is well formed.

    Yields
    ------
    str
        A line.
    """
    habits = {name: POLICIES[name] for name in ("soft", "hard")} | NAIVE
    starts = {profile.id: start(found, profile) for profile in found.everything}
    marks = {
        name: {habit: mark(one, policy) for habit, policy in habits.items()}
        for name, one in starts.items()
    }
    yield "profile  questions yes misled  floor " + " ".join(f"{name:>6}" for name in habits)
    for profile in found.everything:
        yield _line(profile, starts[profile.id], marks[profile.id])
    regions = sorted({one.region for profile in found.everything for one in profile.questions})
    yield f"Regions: {', '.join(regions)}"
    yield from _verdicts(found, starts, marks)


def start(found: ForecastScenario, profile: ForecastProfile) -> State:
    """Return the first state of a profile; the order of its questions changes no mark."""
    header = Header(found.exercise, found.version, RULES, "check", "", PRACTICE, 1)
    return initial_state(found.deal(header, profile, 0, "check"))


def mark(state: State, policy: Policy) -> float:
    """Return the mark of a policy without dice, not cut at 0."""
    values, lost = ForecastValues(), 0.0
    floor = values.floor(state)
    while not is_terminal(state):
        move = policy(state, Random(0))
        lost += sum(values.losses(state, move).values())
        state = apply(state, move)
    return 100 * (1 - lost / floor)


def misled(profile: ForecastProfile) -> int:
    """Return in how many questions the new evidence spoke for what did not happen."""
    return sum(one.inject.for_yes != one.end.happened for one in profile.questions)


def _yes(profile: ForecastProfile) -> int:
    return sum(one.end.happened for one in profile.questions)


def _line(profile: ForecastProfile, at: State, marks: dict[str, float]) -> str:
    shown = " ".join(f"{one:6.1f}" for one in marks.values())
    floor = ForecastValues().floor(at) / 100
    return (
        f"{profile.id:<8} {len(profile.questions):9} {_yes(profile):3} {misled(profile):6} "
        f"{floor:6.1f} {shown}"
    )


def _verdicts(
    found: ForecastScenario, starts: dict[str, State], marks: dict[str, dict[str, float]]
) -> Iterator[str]:
    """Say for each rule of a book whether the profiles keep it."""
    shares = [_yes(profile) / len(profile.questions) for profile in found.everything]
    low, high = SHARE_OF_YES
    yield verdict(
        f"Ends with yes: {min(shares):.0%} to {max(shares):.0%} of the questions, about half",
        low <= min(shares) and max(shares) <= high,
    )
    best, who = max((one, name) for habits in marks.values() for name, one in habits.items())
    yield verdict(
        f"No habit marks {NAIVE_LIMIT:g}: the best is {who} with {best:.1f}", best < NAIVE_LIMIT
    )
    flat, percent = max((mark(one, always(p)), p) for one in starts.values() for p in range(101))
    yield verdict(
        f"No one probability marks {CONSTANT_LIMIT:g}: the best is {percent} % with {flat:.1f}",
        flat < CONSTANT_LIMIT,
    )
    floors = [ForecastValues().floor(one) / 100 for one in starts.values()]
    middle = median(floors)
    yield verdict(
        f"Floors {min(floors):.1f} to {max(floors):.1f}, half to twice the median {middle:.1f}",
        middle / 2 <= min(floors) and max(floors) <= 2 * middle,
    )
    wrong = [misled(profile) for profile in found.everything]
    yield verdict(
        f"New evidence misleads in {sum(wrong)} questions, at least once in each profile",
        min(wrong) > 0,
    )
