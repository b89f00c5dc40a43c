"""Time the analysis of large domains, beside a plain pass of numpy over the same outcomes.

The plain pass only adds up the utilities of every outcome; the analysis also counts, compares and
names.  Each runs in a process of its own, with one thread, so that its peak of memory is its own.
``python -m tools.bench_analysis`` prints what was measured; `measured` returns it.
"""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
import yaml

from parley.analysis import Space, analyse

ROOT = Path(__file__).resolve().parent.parent
SIZES = {"million": 6, "ten million": 7, "ten million, all on the frontier": 7}
"""How many issues of ten options make so many outcomes."""

ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}


@cache
def measured() -> dict[str, dict[str, float]]:
    """Return what each size takes.

    Returns
    -------
    dict of str to dict
        ``seconds`` of the analysis, ``plain`` of the plain pass, ``megabytes`` at the peak of the
        analysis, Python and numpy included.
    """
    found = {}
    for size in SIZES:
        took, peak = _child("analyse", size)
        found[size] = {"seconds": took, "plain": _child("plain", size)[0], "megabytes": peak}
    return found


def command_seconds() -> float:
    """Return how long ``parley analyse`` takes for a million outcomes, start-up included."""
    space = _space("million")
    issues = [
        {
            "name": f"issue {number}",
            "weights": issue.max(axis=1).tolist(),
            "options": [
                {"name": f"option {place}", "evaluations": pair}
                for place, pair in enumerate(issue.T.tolist())
            ],
        }
        for number, issue in enumerate(space.issues)
    ]
    head = {"exercise": "large", "version": 1, "game": "domain", "title": "Large", "sources": ["-"]}
    parties = [{"name": name, "reservation": 0.4} for name in space.names]
    with TemporaryDirectory(prefix="parley-bench-") as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(yaml.safe_dump(head | {"parties": parties, "issues": issues}))
        start = perf_counter()
        _run("parley", "analyse", str(path), "--json")
        return perf_counter() - start


def _space(size: str) -> Space:
    """Return a domain in which the sides want the opposite, with weights of their own or not."""
    rng = np.random.default_rng(7)
    own, theirs = rng.dirichlet(np.ones(SIZES[size]), 2)
    if size.endswith("frontier"):
        theirs = own
    rising = np.arange(1, 11) / 10
    issues = [np.stack([a * rising, b * rising[::-1]]) for a, b in zip(own, theirs, strict=True)]
    return Space(tuple(issues), (0.4, 0.4))


def _plain(space: Space) -> float:
    """Return the best sum of utilities, from the utilities of every outcome."""
    sides = [np.zeros(1), np.zeros(1)]
    for issue in space.issues:
        sides = [np.add.outer(a, b).ravel() for a, b in zip(sides, issue, strict=True)]
    return float((sides[0] + sides[1]).max())


def _child(what: str, size: str) -> tuple[float, float]:
    """Return the seconds and the peak of memory, in megabytes, of one pass in a fresh process."""
    seconds, megabytes = json.loads(_run("tools.bench_analysis", what, size))
    return seconds, megabytes


def _run(module: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        env=os.environ | ONE_THREAD,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout


def _measure(what: str, size: str) -> tuple[float, float]:
    import resource  # not on Windows, where nothing of this file is needed

    space = _space(size)
    start = perf_counter()
    analyse(space) if what == "analyse" else _plain(space)
    took = perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    return took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main(arguments: list[str]) -> int:
    """Measure one pass for a parent process, or print a line for each size."""
    if arguments:
        print(json.dumps(_measure(*arguments)))
        return 0
    for size, took in measured().items():
        ratio = took["seconds"] / took["plain"]
        print(
            f"{size:<34} {took['seconds']:7.3f} s, {ratio:6.1f} of a plain pass, "
            f"{took['megabytes']:5.0f} MB"
        )
    print(f"{'parley analyse, a million':<34} {command_seconds():7.3f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
