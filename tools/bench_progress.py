"""Time `parley.progress` over a whole course: every exercise played, in a fresh process.

What a notebook has loaded already is loaded first; scenarios, solutions and keys are not.
"""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

from parley import record, scenario
from parley.autoplay import Table

RECORDS = 60
TRAINEE = "bench"
CODE = f"""
import sys
from pathlib import Path
from time import perf_counter
import parley.panel.table
from parley.logbook.reckon import progress
start = perf_counter()
found = progress(Path(sys.argv[1]), {TRAINEE!r})
found._repr_html_()
print(perf_counter() - start, sum(table.plays for table in found.tables))
"""


def course_seconds(runs: int = 5) -> float:
    """Return how long the progress over a whole course takes, in seconds: the median of runs."""
    with TemporaryDirectory(prefix="parley-bench-") as folder:
        _play_all(Path(folder) / "records")
        return median(_once(folder) for _ in range(runs))


def _play_all(records: Path) -> None:
    """Play every exercise, and some of them again, until there are sixty records."""
    times = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n) for n in range(10**6))
    names = [name for name in scenario.exercises() if scenario.load(name).game != "domain"]
    with patch.object(record, "now", lambda: next(times).isoformat()):
        for number in range(RECORDS):
            attempt, place = divmod(number, len(names))
            path = records / f"{names[place]}.{attempt + 1}.jsonl"
            Table(names[place], TRAINEE, attempt + 1, path).play("random", number)


def _once(folder: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", CODE, folder], capture_output=True, check=True, text=True
    )
    seconds, plays = done.stdout.split()
    if int(plays) != RECORDS:
        sys.exit(f"{plays} of {RECORDS} records were counted")
    return float(seconds)
