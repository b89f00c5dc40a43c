"""The signals of Tuesday keep the contract, in practice and where it counts."""

from statistics import mean

import pytest
from tests.contract import Contract, CountingContract, solutions_of
from tests.games import turns
from tools.reliability import reliability

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening

EXERCISE = "week-signals"
FOUND = scenario.load(EXERCISE)
MODEL = FOUND.numbers(FOUND.everything[0])
ACTS = [act.name for act in MODEL.acts]
LATE, READY = ("1", "2", "3"), ("4", "5", "6")


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


def test_only_a_threat_of_force_breaks_the_law():
    public = opening(MODEL, 0).public
    broken = {name for n, name in enumerate(ACTS) if steps.breaks_law(MODEL, public, (n,))}
    assert broken == {"ultimatum"}


def test_the_ultimatum_has_the_odds_of_the_statement():
    public = opening(MODEL, 0).public
    for kind in range(len(MODEL.types)):
        said, threatened = (
            steps.odds(MODEL, public, (ACTS.index(name),), kind)
            for name in ("statement", "ultimatum")
        )
        assert said == threatened


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_profiles_fall_into_the_two_entries(profile):
    ready, tension = profile.dials["ready"], profile.dials["tension"]
    if profile.id.endswith(LATE):
        assert (ready <= 1, tension) == (True, 2)
    else:
        assert (ready >= 2, tension) == (True, 3)


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_the_first_act_that_is_best_follows_from_monday(profile):
    best = {0: "friend", 1: "friend", 2: "show", 3: "warning"}[profile.dials["ready"]]
    start = TestPractice().start(profile.id, 0)
    assert turns.best_kinds(solved(profile), start) == {best}


@pytest.mark.parametrize("use", ["practice", "counted"])
def test_to_have_been_ready_is_worth_more(use):
    late, ready = (
        mean(expected(one) for one in getattr(FOUND.profiles, use) if one.id.endswith(entry))
        for entry in (LATE, READY)
    )
    assert ready > late + 1


def solved(profile):
    """Return the values of a profile, to practise on or one that counts."""
    use = "practice" if profile in FOUND.profiles.practice else "counted"
    return solutions_of(EXERCISE, use).values(profile.id)


def expected(profile):
    """Return the points that the best play of a profile expects."""
    return solved(profile).best(TestPractice().start(profile.id, 0)) / 100
