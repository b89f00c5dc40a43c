"""Where solved profiles are found: practice with the course, what counts with ``graders``."""

import gzip
import json
from functools import cache
from importlib.metadata import entry_points
from itertools import accumulate
from pathlib import Path
from typing import Any

from parley import scenario
from parley.data import data_folder
from parley.errors import ParleyError
from parley.games.bargaining.values import Values
from parley.record import PRACTICE, Header

GROUP = "parley.graders"


class Solutions:
    """The solved profiles of an exercise, and what a random move loses in its positions.

    Parameters
    ----------
    exercise : str
        The exercise.
    folder : pathlib.Path
        Where the solved profiles lie.
    """

    def __init__(self, exercise: str, folder: Path) -> None:
        self.exercise = exercise
        self.folder = folder

    @cache  # noqa: B019 - a few objects that live as long as the process
    def values(self, profile: str) -> Values:
        """Return the solved values of a profile."""
        path = self.folder / f"{profile}.json.gz"
        if not path.is_file():
            raise ParleyError(
                f"{self.exercise}: profile {profile} has no solution in {self.folder}. "
                f"Run 'graders solve {self.exercise}'."
            )
        found = scenario.load(self.exercise)
        keys, best = json.loads(gzip.decompress(path.read_bytes()))
        table = dict(zip(accumulate(keys), best, strict=True))
        return Values(found.numbers(found.profile(profile)), table)

    @cache  # noqa: B019 - as above
    def floors(self) -> dict[str, int]:
        """Return the floor of each position, in hundredths of a point."""
        path = self.folder / "floors.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def solutions(header: Header) -> Solutions:
    """Return the solutions for an attempt.

    Parameters
    ----------
    header : Header
        Practice, or a sitting that counts.

    Returns
    -------
    Solutions
        Of the profiles that this attempt draws from.

    Raises
    ------
    ParleyError
        If the attempt counts and ``graders`` is not installed: its mark comes with the feedback.
    """
    if header.sitting == PRACTICE:
        return _open(header.exercise, data_folder() / "solutions")
    plugin = graders()
    if plugin is None:
        raise ParleyError(
            f"{header.exercise} in {header.sitting} counts: its mark and review come with the "
            "feedback. Your instructor marks it with the package graders, which is not installed."
        )
    return _open(header.exercise, plugin.keys())


@cache
def graders() -> Any:
    """Return the plug-in of the instructors' package, or None where it is not installed."""
    return next((entry.load() for entry in entry_points(group=GROUP)), None)


@cache
def _open(exercise: str, folder: Path) -> Solutions:
    return Solutions(exercise, folder / exercise)
