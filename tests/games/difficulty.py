"""What the noisy bots expect from each profile: exact, slow, and so kept in a file.

``python -m tests.games.difficulty tent`` writes the file anew, in some minutes.  A digest of the
solved table stands beside each profile's numbers: once a profile is solved anew, they are stale.
"""

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path

from graders import plugin
from graders.check_bargaining import profile_facts
from parley import scenario
from parley.data import data_folder

FOLDER = Path(__file__).parent / "golden" / "noisy"


def kept(exercise):
    """Return what is kept for each profile of an exercise: its table's digest and the marks."""
    return json.loads((FOLDER / f"{exercise}.json").read_text(encoding="utf-8"))


def digests(exercise):
    """Return a digest of every solved table of an exercise, by profile."""
    folders = (data_folder() / "solutions" / exercise, plugin.keys() / exercise)
    return {
        path.name.removesuffix(".json.gz"): sha256(path.read_bytes()).hexdigest()[:16]
        for folder in folders
        for path in sorted(folder.glob("*.json.gz"))
    }


def noisy(exercise):
    """Return the marks that the bots with 10, 30 and 50 % random moves expect, by profile."""
    found = scenario.load(exercise)
    profiles = (*found.profiles.practice, *found.profiles.counted)
    with ProcessPoolExecutor() as pool:
        facts = list(pool.map(profile_facts, [found] * len(profiles), profiles))
    return {one.profile: [round(mark, 3) for mark in one.noisy] for one in facts}


def spread(exercise):
    """Return how far apart the marks of one and the same bot lie at most, over all profiles."""
    return max(max(marks) - min(marks) for marks in zip(*noisy(exercise).values(), strict=True))


def main(exercise):
    """Write the expected marks of an exercise."""
    tables = digests(exercise)
    found = {
        profile: {"table": tables[profile], "marks": marks}
        for profile, marks in noisy(exercise).items()
    }
    path = FOLDER / f"{exercise}.json"
    path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
