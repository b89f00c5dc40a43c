"""Measure what Parley promises about speed, and print each number beside its bar.

``make bench`` runs it. A new measurement is one function that returns a `Bar`, named in `BARS`.
"""

import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple

import nbformat
import pandas
from tools.bench_analysis import measured
from tools.bench_browser import milliseconds
from tools.bench_games import slowest
from tools.bench_marking import seconds
from tools.bench_progress import course_seconds
from tools.kills import kills
from tools.refresh import COURSE, run
from tools.reliability import exercises, reliability

from parley import sets


class Bar(NamedTuple):
    """One promise: what is measured, what it may be at most, what it was, and the unit."""

    name: str
    most: float
    measured: float
    unit: str


def import_time(runs: int = 15) -> Bar:
    """Measure what ``import parley`` adds to the start of Python: the difference of medians."""
    bare, ours = [], []
    for _ in range(runs):
        bare.append(_seconds("pass"))
        ours.append(_seconds("import parley"))
    return Bar("import parley, beyond Python itself", 0.3, median(ours) - median(bare), "s")


def wired_marking() -> Bar:
    """Measure ``nbgrader autograde`` with our wiring against stock, on the same forty."""
    took = seconds()
    name = f"autograde 40, {took['wired']:.1f} s of stock's {took['stock']:.1f} s"
    return Bar(name, 0.1, took["wired"] / took["stock"], "")


def graders_marking() -> Bar:
    """Measure ``graders mark`` against stock ``nbgrader autograde``, on the same forty."""
    took = seconds()
    name = f"graders mark 40, {took['graders']:.1f} s of stock's {took['stock']:.1f} s"
    return Bar(name, 0.05, took["graders"] / took["stock"], "")


def browser_move() -> Bar:
    """Measure a move in the browser, from the click to the frame, beside a bare slider."""
    took = milliseconds()
    name = f"a move in JupyterLab; a bare slider {took['slider']:.0f} ms"
    return Bar(name, 100, took["move"], "ms")


def lost_moves() -> Bar:
    """Count the acknowledged moves that are lost in two hundred kills of a playing process."""
    done, told, lost = kills(200)
    return Bar(f"moves lost of {told}, in {done} kills", 0, lost, "")


def slowest_module() -> Bar:
    """Run every module from its first cell to its last in a fresh kernel, and take the slowest."""
    took = {}
    for path in sorted(COURSE.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        start = perf_counter()
        run(notebook, path.parent)
        took[path.stem] = perf_counter() - start
    slowest = max(took, key=lambda name: took[name])
    return Bar(f"Run All of the slowest module, {slowest}", 15, took[slowest], "s")


def unreliable_sets() -> Bar:
    """Correlate two graded sets of the same simulated players, and name the least reliable one."""
    found = {exercise: reliability(exercise) for exercise in exercises()}
    said = ", ".join(f"{exercise} {value:.2f}" for exercise, value in found.items())
    return Bar(f"1 − reliability of a graded set ({said})", 0.3, 1 - min(found.values()), "")


def slowest_load() -> Bar:
    """Load every data set, pandas being there, and take the slowest."""
    pandas.DataFrame()
    took = {}
    for name in sets.names():
        start = perf_counter()
        sets.load(name)
        took[name] = perf_counter() - start
    slowest = max(took, key=lambda name: took[name])
    return Bar(f"load a data set, slowest {slowest}", 0.1, took[slowest], "s")


def whole_progress() -> Bar:
    """Measure the progress over sixty records of all exercises, nothing of them loaded before."""
    return Bar("progress over a course of 60 records", 2, course_seconds(), "s")


def slowest_solve() -> Bar:
    """Solve the first profile of every exercise, and take the slowest."""
    return _slowest("solve", "solve a profile", 60)


def slowest_replay() -> Bar:
    """Replay a play of every exercise from its record, and take the slowest."""
    return _slowest("replay", "replay a play", 0.01)


def slowest_review() -> Bar:
    """Review an attempt at every exercise with the shipped solutions, and take the slowest."""
    return _slowest("review", "review an attempt", 1)


def slowest_junk() -> Bar:
    """Mark a megabyte of junk that was handed in at every exercise, and take the slowest."""
    return _slowest("junk", "mark a megabyte of junk", 2)


def _slowest(what: str, name: str, most: float) -> Bar:
    exercise, took = slowest(what)
    return Bar(f"{name}, slowest {exercise}", most, took, "s")


def analysed_million() -> Bar:
    """Measure the analysis of a million outcomes, beside a plain pass over the same."""
    return _analysed("million", 1)


def analysed_ten_million() -> Bar:
    """Measure the analysis of ten million outcomes, beside a plain pass over the same."""
    return _analysed("ten million", 10)


def analysis_memory() -> Bar:
    """Measure the memory of ten million outcomes that all lie on the frontier: the worst case."""
    peak = measured()["ten million, all on the frontier"]["megabytes"]
    return Bar("memory to analyse ten million, all on the frontier", 1000, peak, "MB")


def _analysed(size: str, most: float) -> Bar:
    took = measured()[size]
    ratio = took["seconds"] / took["plain"]
    return Bar(f"analyse a {size}, {ratio:.1f} of a plain pass", most, took["seconds"], "s")


BARS: tuple[Callable[[], Bar], ...] = (
    import_time,
    browser_move,
    wired_marking,
    graders_marking,
    lost_moves,
    slowest_module,
    slowest_load,
    whole_progress,
    slowest_solve,
    slowest_replay,
    slowest_review,
    slowest_junk,
    analysed_million,
    analysed_ten_million,
    analysis_memory,
    unreliable_sets,
)


def main() -> int:
    """Print every bar; 1 means that one was missed."""
    missed = 0
    for measure in BARS:
        bar = measure()
        fine = bar.measured <= bar.most
        missed += not fine
        verdict = "ok" if fine else "MISSED"
        limit = f"at most {bar.most:g} {bar.unit}"
        print(
            f"{bar.name:<44} {bar.measured:>9.3f} {bar.unit:<3} {limit:<16} {verdict}", flush=True
        )
    return int(missed > 0)


def _seconds(code: str) -> float:
    """Return how long a fresh Python takes to run this code."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
