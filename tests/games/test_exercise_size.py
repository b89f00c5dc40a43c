"""Exercise size keeps the contract: practice and counted profiles."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import turns
from tools.reliability import reliability

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.record import PRACTICE

EXERCISE = "exercise-size"
MODEL = scenario.load(EXERCISE).numbers(scenario.load(EXERCISE).everything[0])
ACTS = [act.name for act in MODEL.acts]


class TestPractice(Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


@pytest.mark.parametrize(
    ("act", "size", "broken"),
    [
        ("quiet", 1, False),
        ("quiet", 2, True),
        ("notified", 2, False),
        ("notified", 3, True),
        ("observed", 3, False),
    ],
)
def test_the_numbers_of_the_vienna_document_decide_what_breaks_it(act, size, broken):
    choice = (ACTS.index(act), size)
    assert steps.breaks_law(MODEL, opening(MODEL, 0).public, choice) is broken


def test_the_same_large_exercise_frightens_one_neighbour_more_than_the_other():
    protest = [event.name for event in MODEL.events].index("protest")
    large = (ACTS.index("observed"), 3)
    start = opening(MODEL, 0).public
    calm = list(start.levels)
    calm[[track.name for track in MODEL.tracks].index("alarm")] = 0
    kinds = {name: place for place, name in enumerate(MODEL.types)}
    found = {
        name: steps.odds(MODEL, start._replace(levels=tuple(calm)), large, kind)
        for name, kind in kinds.items()
    }
    shares = {name: odds[protest] / sum(odds) for name, odds in found.items()}
    assert shares["nervous"] == 2 * shares["steady"] > 0


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7
