"""Do the tables tell skill from luck?  Simulated players of graded skill play each of them.

A player's skill is how seldom a decision is made at random instead of as well as can be.  A random
decision is a mistake of judgement, not a breach of law: an unlawful move caps a mark at 40 whatever
the skill, so none is made here.
``python -m tools.reliability`` prints, for every exercise that counts, the mean mark of four groups
and the reliability of its graded set: the correlation between the marks of two sets that the same
player plays on different draws.
"""

import sys
from random import Random
from statistics import correlation, mean

from parley import scenario
from parley.games.game import Move, Values
from parley.marking import broken, mark, solved_for
from parley.play import Part, Play, begin
from parley.record import PRACTICE, Header

GROUPS = (0.05, 0.25, 0.5, 0.8)
"""The share of random decisions in each group of known skill."""

PLAYERS = 120
HIGHEST = 0.6
"""Players for the reliability are spread evenly from no random decision to this share."""


def exercises() -> list[str]:
    """Return the exercises that have something that counts."""
    return [name for name in scenario.exercises() if scenario.load(name).profiles.counted]


def attempt(exercise: str, name: str, noise: float, sitting: str = "counted") -> float:
    """Return the mark of one attempt by a player who makes so many decisions at random.

    Parameters
    ----------
    exercise : str
        The exercise.
    name : str
        The player, from whose name the draw comes.
    noise : float
        The share of decisions at random, 0 to 1.
    sitting : str
        What is played: practice, or a set that counts.

    Returns
    -------
    float
        The mark, 0 to 100.
    """
    found = scenario.load(exercise)
    play = begin(Header(exercise, found.version, found.rules, name, "bench", sitting, 1))
    rng = Random(f"{exercise} {name} {noise}")
    while part := play.open_part:
        play = play.with_part(_played(play, play.parts[part], noise, rng))
    return mark(play).mark


def _played(play: Play, part: Part, noise: float, rng: Random) -> Part:
    values = solved_for(play, part).values(part.draw.profile)
    while not part.done:
        wrong = rng.random() < noise
        move = _mistake(part, values, rng) if wrong else values.advise(part.states[-1])[0]
        part = part.after(move)
    return part


def _mistake(part: Part, values: Values, rng: Random) -> Move:
    """Return a random move that breaks no law."""
    state, game = part.states[-1], part.game
    while True:
        move = game.POLICIES["random"](state, rng)
        if broken(game, values, game.apply(state, move)) == broken(game, values, state):
            return move


def group_means(exercise: str, players: int, sitting: str = "counted") -> list[float]:
    """Return the mean mark of each group of known skill, the best group first."""
    return [
        mean(attempt(exercise, f"group {noise} {one}", noise, sitting) for one in range(players))
        for noise in GROUPS
    ]


def reliability(exercise: str, players: int = PLAYERS) -> float:
    """Return the correlation between two sets of the same players on different draws."""
    skills = [HIGHEST * one / (players - 1) for one in range(players)]
    first, second = (
        [attempt(exercise, f"{form} {one}", skill) for one, skill in enumerate(skills)]
        for form in ("first", "second")
    )
    return correlation(first, second)


def main(chosen: list[str]) -> int:
    """Print the groups and the reliability of each exercise."""
    for exercise in chosen or exercises():
        practice, counted = (group_means(exercise, 16, use) for use in (PRACTICE, "counted"))
        shown = " ".join(f"{one:5.1f}" for one in practice), " ".join(f"{m:5.1f}" for m in counted)
        print(f"{exercise:<20} practice {shown[0]}   counted {shown[1]}   ", end="", flush=True)
        print(f"reliability {reliability(exercise):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
