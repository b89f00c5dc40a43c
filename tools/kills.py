"""Kill playing processes at random moments and count the acknowledged moves that are lost.

``python -m tools.kills 200`` prints how many kills there were, and how many moves were lost.
"""

import os
import signal
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from parley.games.bargaining.policies import POLICIES
from parley.play import load
from parley.session import open_session


def kills(count: int, seed: int = 0) -> tuple[int, int, int]:
    """Kill a player again and again, each time in the middle of its play.

    Parameters
    ----------
    count : int
        How often to kill.
    seed : int
        For the moments of the kills.

    Returns
    -------
    tuple of int
        Kills, moves that were acknowledged, and moves of those that were lost.
    """
    rng = Random(seed)
    done = told = lost = 0
    with TemporaryDirectory(prefix="parley-kills-") as folder:
        while done < count:
            place = Path(folder) / str(done)
            place.mkdir()
            moves = _kill_one(place, rng.uniform(0.0005, 0.08), rng.randrange(1 << 30))
            told += moves
            lost += max(0, moves - _kept(place / "records"))
            done += 1
    return done, told, lost


def _kept(folder: Path) -> int:
    """Return how many moves the records of a folder still hold."""
    paths = [path for path in folder.glob("*.jsonl") if b"\n" in path.read_bytes()]
    return sum(load(path).used for path in paths)


def _kill_one(folder: Path, after: float, seed: int) -> int:
    """Play in a child process, kill it, and return how many moves it had acknowledged."""
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        os.close(receiver)
        _play(folder, sender, seed)
    os.close(sender)
    os.read(receiver, 1)  # the table is open
    early = len(os.read(receiver, 1)) if seed % 2 else 0  # every other one has made a move
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(receiver, "rb") as pipe:
        return early + len(pipe.read())


def _play(folder: Path, sender: int, seed: int) -> None:
    """Move and acknowledge until somebody kills this process; it never returns."""
    session = open_session("tent", folder, "ada")
    rng = Random(seed)
    os.write(sender, b".")
    while True:
        if session.finished:
            session.new_attempt()
        state = session.play.part("play").states[-1]
        move = POLICIES["random"](state, rng)
        if move["kind"] not in ("accept", "walk-out"):
            session.move(move)
            os.write(sender, b".")


if __name__ == "__main__":
    found = kills(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    print("{} kills, {} moves acknowledged, {} lost".format(*found))
    sys.exit(found[2] > 0)
