"""Where solved profiles are found: practice with the course, what counts with ``graders``."""

import json
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from parley import scenario
from parley.data import data_folder
from parley.errors import ParleyError
from parley.games import family
from parley.games.game import Values
from parley.record import PRACTICE

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
        found = scenario.load(self.exercise)
        content = found.solution(profile, self.folder)
        return family(found.game).values(found.numbers(found.profile(profile)), content)

    @cache  # noqa: B019 - as above
    def floors(self) -> dict[str, int]:
        """Return the floor of each position, in hundredths of a point."""
        path = self.folder / "floors.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def solutions(exercise: str, sitting: str = PRACTICE) -> Solutions:
    """Return the solutions of an exercise for a sitting.

    Parameters
    ----------
    exercise : str
        The exercise.
    sitting : str
        Practice, or a sitting that counts.

    Returns
    -------
    Solutions
        Of the profiles that such a sitting draws from.

    Raises
    ------
    ParleyError
        If the sitting counts and ``graders`` is not installed: its mark comes with the feedback.
    """
    if sitting == PRACTICE:
        return _open(exercise, data_folder() / "solutions")
    plugin = graders()
    if plugin is None:
        raise ParleyError(
            f"{exercise} in {sitting} counts: its mark and review come with the "
            "feedback. Your instructor marks it with the package graders, which is not installed."
        )
    return _open(exercise, plugin.keys())


def only_for_instructors(what: str) -> None:
    """Refuse what would answer or play for a trainee what counts.

    Parameters
    ----------
    what : str
        What is refused, as a sentence without its stop.

    Raises
    ------
    ParleyError
        If ``graders`` is not installed.
    """
    if graders() is None:
        raise ParleyError(
            f"{what}. That is for instructors: install the package graders, or ask yours."
        )


@cache
def graders() -> Any:
    """Return the plug-in of the instructors' package, or None where it is not installed."""
    return next((entry.load() for entry in entry_points(group=GROUP)), None)


@cache
def _open(exercise: str, folder: Path) -> Solutions:
    return Solutions(exercise, folder / exercise)
