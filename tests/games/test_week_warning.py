"""The warning of Monday keeps the contract, in practice and where it counts."""

from fractions import Fraction

import pytest
from tests.contract import Contract, CountingContract, solutions_of
from tests.games import turns
from tools.reliability import reliability

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening

EXERCISE = "week-warning"
FOUND = scenario.load(EXERCISE)


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_the_debrief_says_which_first_act_is_best(profile):
    values = solved(profile)
    first = turns.best_kinds(values, TestPractice().start(profile.id, 0))
    behind = profile.dials["quiet"] == 1 and profile.odds["bluff"] >= profile.odds["drill"]
    assert first == {"search" if behind else "look"}


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_the_best_play_raises_an_alarm_only_in_the_last_watch(profile):
    shifts = {now.public.gone + 1 for now, act in best_play(profile) if act == "alarm"}
    assert shifts == {6}


def test_a_bluff_looks_earnest_in_front_and_like_an_exercise_behind():
    model = FOUND.numbers(FOUND.everything[0])
    public, acts = opening(model, 0).public, [act.name for act in model.acts]
    earnest, drill, bluff = range(3)

    def odds(act, kind):
        found = steps.odds(model, public, (acts.index(act),), kind)
        return [Fraction(one, sum(found)) for one in found]

    assert odds("look", earnest) == odds("look", bluff) != odds("look", drill)
    for act in ("search", "ask"):
        assert odds(act, earnest) != odds(act, bluff) == odds(act, drill)


def solved(profile):
    """Return the values of a profile, to practise on or one that counts."""
    use = "practice" if profile in FOUND.profiles.practice else "counted"
    return solutions_of(EXERCISE, use).values(profile.id)


def best_play(profile):
    """Return every information that the best play can come to, with the act that is best there."""
    values, model = solved(profile), FOUND.numbers(profile)
    found, ahead = {}, [opening(model, 0)]
    while ahead:
        now = ahead.pop()
        if now in found:
            continue
        choice = values.choice(now)
        found[now] = model.acts[choice[0]].name
        for sign, weights in steps.signs(model, now.public, choice):
            likely = any(a * b for a, b in zip(now.odds, weights, strict=True))
            if likely and not steps.step(model, now.public, choice, sign).outcome:
                ahead.append(steps.after(model, now, choice, sign))
    return found.items()
