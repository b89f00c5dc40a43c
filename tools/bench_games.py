"""Time what each exercise costs: to solve, to replay, to review, and to mark what is junk.

Replays and reviews are of the golden records, warm, as in a class whose marking has begun.
``python -m tools.bench_games`` prints a line for each exercise; `slowest` names the worst.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter

from graders.assignment import Sitting
from graders.marking import mark_table
from graders.roster import Roster
from parley import record, scenario
from parley.play import SEAT, replay
from parley.record import PRACTICE, Entry
from parley.review import review

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "games" / "golden"
JUNK = {"kind": "wait", "belief": "x" * 250, "y": [[[[]]]] * 10}
"""A move that no rule allows; two thousand of them make nearly a megabyte."""


def slowest(what: str) -> tuple[str, float]:
    """Return the exercise that takes longest for something, and how long.

    Parameters
    ----------
    what : str
        ``"solve"`` a profile, ``"replay"`` a play, ``"review"`` an attempt, or mark ``"junk"``.

    Returns
    -------
    str, float
        The exercise, and seconds.
    """
    took = {exercise: MEASURES[what](exercise) for exercise in exercises()}
    worst = max(took, key=lambda exercise: took[exercise])
    return worst, took[worst]


def exercises() -> list[str]:
    """Return the exercises of which golden records are kept: all but the claim desks of modules."""
    return [name for name in scenario.exercises() if _golden(name).exists()]


def _solve(exercise: str) -> float:
    found = scenario.load(exercise)
    if not find_spec(f"graders.solve_{found.game}"):
        return 0.0
    solution = import_module(f"graders.solve_{found.game}").solution
    return _once(lambda: solution(found, found.profiles.practice[0]))


def _replay(exercise: str) -> float:
    raw = record.read(_golden(exercise))
    return _warm(lambda: replay(raw)) / len(replay(raw).parts)


def _review(exercise: str) -> float:
    play = replay(record.read(_golden(exercise)))
    return _warm(lambda: review(play))


def _junk(exercise: str) -> float:
    path = _golden(exercise)
    raw = record.read(path)
    head, part = raw.header, raw.entries[0].part
    if head.sitting == PRACTICE:
        return 0.0
    lines = [asdict(Entry(n, "", SEAT, part, JUNK, "0" * 16)) for n in range(1, 2000)]
    content = path.read_bytes()[: raw.ends[0]] + "\n".join(map(json.dumps, lines)).encode()
    sitting = Sitting(head.sitting, head.salt, {exercise: 1})
    roster = Roster([])
    roster.admit([head.trainee])
    return _once(lambda: mark_table([(1, content)], sitting, exercise, head.trainee, roster))


MEASURES: dict[str, Callable[[str], float]] = {
    "solve": cache(_solve),
    "replay": cache(_replay),
    "review": cache(_review),
    "junk": cache(_junk),
}


def _golden(exercise: str) -> Path:
    """Return an exercise's first golden record: the one that counts, where it has one."""
    counted = GOLDEN / f"{exercise}.counted.1.jsonl"
    return counted if counted.exists() else GOLDEN / f"{exercise}.{PRACTICE}.1.jsonl"


def _once(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def _warm(act: Callable[[], object], times: int = 5) -> float:
    act()
    return median(_once(act) for _ in range(times))


def main(chosen: list[str]) -> int:
    """Print what each exercise takes."""
    for exercise in chosen or exercises():
        told = (f"{what} {1000 * measure(exercise):9.1f} ms" for what, measure in MEASURES.items())
        print(f"{exercise:<28}", *told, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
