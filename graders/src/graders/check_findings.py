"""What the questions of a report come to, and whether any habit pays on them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from random import Random
from statistics import mean

from graders.solve_findings import solution
from graders.verdicts import NAIVE_LIMIT, NOISES, RANDOM_LIMIT, SPREAD, listed, verdict
from parley.games.findings import POLICIES, apply, initial_state, is_terminal, reckon, values
from parley.games.findings.judge import FindingsValues
from parley.games.findings.policies import conclude, nearest
from parley.games.findings.rules import RULES, to_move
from parley.games.findings.scoring import missed_by
from parley.games.findings.state import Question, State
from parley.games.game import Move, Policy
from parley.record import PRACTICE, Header
from parley.scenario.findings import FindingsProfile, FindingsScenario

DRAWS = 24
"""How many trainees are dealt each profile."""

PLAYS = 6
"""How often the random player plays each draw."""

CAUGHT = 0.5
"""What the usual mistake of a question costs at least, as a share of its worth."""


def always(number_of: Callable[[Question], Fraction | int]) -> Policy:
    """Return the policy that enters one number of each question, and takes the second sentence.

    Parameters
    ----------
    number_of : callable
        A question becomes a number.
    """

    def play(state: State, rng: Random) -> Move:
        question = state.question
        if not question.ends:
            return conclude(question, 1)
        number = nearest(question, float(number_of(question)))
        return to_move(question, *[number] * question.ends)

    return play


def widest(state: State, rng: Random) -> Move:
    """Enter the lowest and the highest that may be entered, and the middle as a single number."""
    question = state.question
    if question.ends > 1:
        return to_move(question, question.low, question.high)
    return POLICIES["soft"](state, rng)


def _last(question: Question) -> Fraction:
    return question.sheet.cells[-1][-1]


def _mean(question: Question) -> Fraction:
    return reckon.mean([one for row in question.sheet.cells for one in row])


NAIVE: dict[str, Policy] = {
    "zero": always(lambda _: 0),
    "last number": always(_last),
    "mean of the table": always(_mean),
    "widest": widest,
}
"""Habits that must not pay: none of them answers what is asked."""


def usual_mistake(solved: FindingsValues) -> Policy:
    """Return the policy that makes the first usual mistake of every question."""

    def play(state: State, rng: Random) -> Move:
        question = state.question
        entry = solved.entry(question)
        if not question.ends:
            wrong = [n for n, one in enumerate(question.sentences) if one.slug != entry.sentence]
            return conclude(question, wrong[0])
        return to_move(question, *(nearest(question, float(x)) for x in entry.mistakes[0].value))

    return play


def report(found: FindingsScenario) -> Iterator[str]:
    """Yield the marks of habits in every profile, then what is wrong with it, if anything is.

    Parameters
    ----------
    found : FindingsScenario
        A scenario that is well formed.

    Yields
    ------
    str
        A line.
    """
    marks, noisy = {}, {}
    solved = {one.id: values(one.worth, solution(found, one)) for one in found.everything}
    for profile in found.everything:
        dealt = starts(found, profile)
        marks[profile.id] = habits(solved[profile.id], dealt)
        noisy[profile.id] = random_mark(solved[profile.id], dealt)
    names = list(next(iter(marks.values())))
    yield "profile  questions ways points random  " + "  ".join(names)
    for profile in found.everything:
        ways = mean(len(asks) for asks in profile.asks.values())
        shown = "  ".join(f"{marks[profile.id][name]:{len(name)}.1f}" for name in names)
        asked, most = len(profile.asks), len(profile.asks) * profile.worth
        head = f"{profile.id:<8} {asked:9} {ways:4.1f} {most:6} {noisy[profile.id]:6.1f}"
        yield f"{head}  {shown}"
    yield from _mark_verdicts(marks, noisy)
    yield from _question_verdicts(found, solved)
    yield from _sentence_verdicts(found, solved)


def starts(found: FindingsScenario, profile: FindingsProfile) -> list[State]:
    """Return the first states of a profile for some trainees."""
    headers = (
        Header(found.exercise, found.version, RULES, f"check {one}", "", PRACTICE, 1)
        for one in range(DRAWS)
    )
    return [initial_state(found.deal(header, profile, 0, "check")) for header in headers]


def mark(solved: FindingsValues, state: State, policy: Policy, rng: Random) -> float:
    """Return the mark of one play by a policy."""
    lost, floor = 0.0, solved.floor(state)
    while not is_terminal(state):
        move = policy(state, rng)
        lost += sum(solved.losses(state, move).values())
        state = apply(state, move)
    return 100 * (1 - lost / floor)


def habits(solved: FindingsValues, dealt: Sequence[State]) -> dict[str, float]:
    """Return the mean mark of every habit over draws."""
    every = {name: POLICIES[name] for name in ("soft", "hard")} | NAIVE
    every["usual mistake"] = usual_mistake(solved)
    return {
        name: mean(mark(solved, state, policy, Random(0)) for state in dealt)
        for name, policy in every.items()
    }


def random_mark(solved: FindingsValues, dealt: Sequence[State]) -> float:
    """Return the mean mark of the random player over draws."""
    rng = Random("random")
    return mean(
        mark(solved, state, POLICIES["random"], rng) for state in dealt for _ in range(PLAYS)
    )


def _mark_verdicts(marks: dict[str, dict[str, float]], noisy: dict[str, float]) -> Iterator[str]:
    """Say whether a habit pays, and whether all profiles are as difficult."""
    best, who = max((one, name) for some in marks.values() for name, one in some.items())
    yield verdict(
        f"No habit marks {NAIVE_LIMIT:g}: the best is {who} with {best:.1f}", best < NAIVE_LIMIT
    )
    wild = max(noisy.values())
    yield verdict(f"Random play marks {wild:.1f} at most", wild < RANDOM_LIMIT)
    spread = max(NOISES) * (wild - min(noisy.values()))
    yield verdict(
        f"Equal difficulty: the bot with {max(NOISES):.0%} random moves marks within "
        f"{spread:.1f} of itself in all profiles",
        spread <= SPREAD,
    )


def _question_verdicts(found: FindingsScenario, solved: dict[str, FindingsValues]) -> Iterator[str]:
    """Say whether right numbers can be entered, and usual mistakes are caught."""
    outside, missed = [], []
    for profile, question in _asked(found):
        entry = solved[profile].entry(question)
        if not question.ends:
            continue
        right = solved[profile].right(question)
        if missed_by(question, entry.value, right):
            outside.append(f"{profile} {question.label}")
        wrong = [nearest(question, float(one)) for one in entry.mistakes[0].value]
        if missed_by(question, entry.value, wrong) < CAUGHT:
            missed.append(f"{profile} {question.label}")
    yield verdict(f"Every right number can be entered{listed(outside)}", not outside)
    yield verdict(
        f"The usual mistake costs at least {CAUGHT:.0%} everywhere{listed(missed)}", not missed
    )


def _sentence_verdicts(found: FindingsScenario, solved: dict[str, FindingsValues]) -> Iterator[str]:
    """Say of every question for a sentence whether no sentence is right too often or never."""
    counts: dict[str, Counter[str]] = {}
    for profile, question in _asked(found):
        if not question.ends:
            right = solved[profile].entry(question).sentence
            counts.setdefault(question.slug, Counter())[right] += 1
    for slug, count in counts.items():
        able = [one.id for one in found.question(slug).sentences if not one.never]
        shown = ", ".join(f"{name} {count[name]}" for name in able)
        fair = min(count[name] for name in able) > 0 and max(count.values()) <= count.total() / 2
        yield verdict(f"{slug}: each sentence is right, none over half: {shown}", fair)


def _asked(found: FindingsScenario) -> Iterator[tuple[str, Question]]:
    """Yield every question of every profile in every way in which it may be asked."""
    for profile in found.everything:
        for question in found.every_way(profile):
            yield profile.id, question
