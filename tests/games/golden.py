"""Write the golden records: plays kept for good, so that other machines can be held to them.

``python -m tests.games.golden tent`` writes them anew.  Do so only when the rules or the numbers
have changed on purpose and their version was raised: a golden record that no longer replays is
what these files are there to show.
"""

import json
import sys
from pathlib import Path
from random import Random

from graders import plugin
from parley import record, scenario
from parley.marking import mark, solved_for
from parley.record import PRACTICE, Header
from parley.session import RecordSession

FOLDER = Path(__file__).parent / "golden"


def main(exercise: str) -> None:
    """Write the golden records of an exercise, and their marks."""
    FOLDER.mkdir(exist_ok=True)
    record.now = lambda: "2026-11-24T08:00:00.000Z"
    found = scenario.load(exercise)
    sittings = {
        PRACTICE: len(found.profiles.practice),
        "counted": len(found.profiles.counted) // found.set.plays,
    }
    file = FOLDER / "marks" / f"{exercise}.json"
    file.parent.mkdir(exist_ok=True)
    marks = {}
    for sitting, attempts in sittings.items():
        for attempt in range(1, attempts + 1):
            path = FOLDER / f"{exercise}.{sitting}.{attempt}.jsonl"
            path.unlink(missing_ok=True)
            who = ("golden", "golden", sitting, attempt)
            header = Header(exercise, found.version, found.rules, *who)
            play_out(header, path)
            marks[path.name] = mark(RecordSession(header, path).play).mark
    text = json.dumps(marks, indent=1, sort_keys=True)
    file.write_text(text + "\n", encoding="utf-8")


def play_out(header: Header, path: Path) -> None:
    """Play an attempt with half the moves at random, so that all kinds of move occur."""
    session, rng = RecordSession(header, path), Random(f"{header.sitting} {header.attempt}")
    while name := session.play.open_part:
        part = session.play.parts[name]
        reference = plugin.reference(solved_for(session.play, part), part.draw.profile)
        random = part.game.POLICIES["random"]
        while not session.play.parts[name].done:
            state = session.play.parts[name].states[-1]
            policy = rng.choice([reference, reference, random])
            session.move(policy(state, rng), name)


if __name__ == "__main__":
    main(sys.argv[1])
