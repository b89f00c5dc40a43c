"""What the files of a casework scenario come to, and whether they make a fair desk."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from graders import plugin
from graders.verdicts import NAIVE_LIMIT, listed, verdict
from parley.errors import ParleyError
from parley.games.casework.judge import FileValues, values
from parley.games.casework.rules import COSTS
from parley.scenario.casework import CaseworkScenario

MOST = 0.5
"""The largest share of a pool that one decision may fit."""

LEAST = 2
"""How often each rule should be right, over all files."""

MOVED = Fraction(1, 3)
"""The share of the files of two profiles that what they are given should decide otherwise."""


def report(found: CaseworkScenario) -> Iterator[str]:
    """Yield how often each decision and each rule is right, then what is amiss, if anything is.

    Parameters
    ----------
    found : CaseworkScenario
        A scenario that is well formed.

    Yields
    ------
    str
        A line.
    """
    folder = plugin.keys() / found.exercise
    pools: dict[str, FileValues] = {}
    problems = []
    for profile in found.everything:
        try:
            pools[profile.id] = values(found.book, found.solution(profile.id, folder))
        except ParleyError as error:
            problems.append(verdict(str(error), False))
    yield from _table(found, pools)
    yield from problems
    for name, solved in pools.items():
        yield from _pool_verdicts(name, solved)
    yield from _rule_verdicts(found, pools)
    for profiles in (found.profiles.practice, found.profiles.counted):
        for one, two in combinations([one.id for one in profiles if one.id in pools], 2):
            yield from _moved_verdict(one, two, pools[one], pools[two])
    yield from _counted_verdicts(found, pools)


def decisions_of(solved: FileValues) -> Counter[str]:
    """Return how often each decision is right."""
    return Counter(solved.book.rule(ruling.rule).decision for ruling in solved.key.values())


def rules_of(solved: FileValues) -> Counter[str]:
    """Return how often each rule is right."""
    return Counter(ruling.rule for ruling in solved.key.values())


def best_habit(solved: FileValues) -> tuple[float, str, str]:
    """Return the best mark of one answer to every file, with its decision and its rule."""
    decisions, rules = decisions_of(solved), rules_of(solved)
    (decision, fits), (rule, deciding) = decisions.most_common(1)[0], rules.most_common(1)[0]
    gained = COSTS["decision"] * fits + COSTS["rule"] * deciding
    return gained / len(solved.key), decision, rule


def _table(found: CaseworkScenario, pools: dict[str, FileValues]) -> Iterator[str]:
    """Yield the files of each pool by decision and by rule."""
    yield f"{'files':<40}" + "".join(f"{use:>10}" for use in pools)
    yield _row("all", [len(solved.key) for solved in pools.values()])
    counts = [decisions_of(solved) for solved in pools.values()]
    for decision in found.book.decisions:
        yield _row(f"decision {decision.slug}", [count[decision.slug] for count in counts])
    counts = [rules_of(solved) for solved in pools.values()]
    for rule in found.book.rules:
        name = f"rule {rule.slug} ({rule.decision})"
        yield _row(name, [count[rule.slug] for count in counts])


def _row(name: str, numbers: list[int]) -> str:
    return f"{name:<40}" + "".join(f"{number:>10}" for number in numbers)


def _pool_verdicts(name: str, solved: FileValues) -> Iterator[str]:
    """Say of one pool whether a habit would do instead of reading."""
    every = len(solved.key)
    decision, fits = decisions_of(solved).most_common(1)[0]
    yield verdict(
        f"{name}: no decision fits more than half of {every} files; {decision} fits {fits}",
        fits <= MOST * every,
    )
    mark, decision, rule = best_habit(solved)
    yield verdict(
        f"{name}: no one answer to all files marks {NAIVE_LIMIT:g}: the best is {decision} by "
        f"{rule} with {mark:.1f}",
        mark < NAIVE_LIMIT,
    )
    unused = sorted({one.slug for one in solved.book.decisions} - set(decisions_of(solved)))
    yield verdict(f"{name}: every decision is right somewhere{listed(unused)}", not unused)


def _rule_verdicts(found: CaseworkScenario, pools: dict[str, FileValues]) -> Iterator[str]:
    """Say whether every rule card is right at least twice."""
    total: Counter[str] = sum((rules_of(solved) for solved in pools.values()), Counter())
    rare = [rule.slug for rule in found.book.rules if total[rule.slug] < LEAST]
    text = f"Every rule is right at least {LEAST} times over all files{listed(rare)}"
    yield verdict(text, not rare)


def moved(one: FileValues, two: FileValues) -> tuple[int, int]:
    """Return how many of the files that two profiles share another rule decides, and of how many.

    Another decision is always one by another rule.
    """
    shared = [name for name in one.key if name in two.key]
    return sum(one.key[name].rule != two.key[name].rule for name in shared), len(shared)


def _moved_verdict(one: str, two: str, first: FileValues, second: FileValues) -> Iterator[str]:
    """Say whether what two profiles are given matters in the files that both hold."""
    other, every = moved(first, second)
    if every:
        yield verdict(
            f"{one} and {two}: what is given changes the rule in at least a third of the {every} "
            f"files that both hold; in {other}",
            other >= MOVED * every,
        )


def _counted_verdicts(found: CaseworkScenario, pools: dict[str, FileValues]) -> Iterator[str]:
    """Say whether the files that count and their key belong together, and are enough."""
    counted = {one.id: pools[one.id] for one in found.profiles.counted if one.id in pools}
    if not counted:
        return
    shown = [file.id for file in found.counted_files()]
    keyed = {name for solved in counted.values() for name in solved.key}
    missing = [name for name in shown if name not in keyed]
    yield verdict(f"Every file that counts has its key{listed(missing)}", not missing)
    spare = sorted(keyed - set(shown))
    yield verdict(f"Every key has its file{listed(spare)}", not spare)
    in_order = all(
        [name for name in shown if name in solved.key] == [n for n in solved.key if n in shown]
        for solved in counted.values()
    )
    yield verdict("Files and keys stand in the same order", in_order)
    for name, solved in counted.items():
        yield verdict(
            f"{name}: an attempt takes {found.per_attempt} of {len(solved.key)} files that count",
            len(solved.key) >= found.per_attempt,
        )
