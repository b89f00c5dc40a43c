"""Write the pact keeps the contract, and its crises are priced as the brief says."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import turns
from tools.reliability import reliability

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.record import PRACTICE

EXERCISE = "write-the-pact"
FOUND = scenario.load(EXERCISE)
MODEL = FOUND.numbers(FOUND.everything[0])
ACTS = [act.name for act in MODEL.acts]
TRACKS = [track.name for track in MODEL.tracks]


class TestPractice(Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def pact(**clauses):
    """Return what is public with a pact of these clauses; the others are left open."""
    return opening(MODEL).public._replace(levels=tuple(clauses.get(name, 0) for name in TRACKS))


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_only_a_trigger_without_an_attack_breaks_the_law(profile):
    model = FOUND.numbers(profile)
    for turn, card in enumerate(profile.calendar):
        public = opening(model).public._replace(gone=turn, card=model.cards.index(card))
        broken = [act for act in ACTS if steps.breaks_law(model, public, (ACTS.index(act),))]
        assert broken == (["wide"] if card == "trigger" else [])


@pytest.mark.parametrize(
    ("act", "level"), [("leave", 0), ("narrow", 1), ("middle", 2), ("wide", 3)]
)
def test_a_meeting_writes_the_clause_on_the_table_and_no_other(act, level):
    card = MODEL.cards.index("obligation")
    after = steps.acted(MODEL, pact()._replace(card=card), (ACTS.index(act),))
    assert after.levels == pact(obligation=level).levels


def test_the_weights_of_the_eight_crises_are_a_whole():
    shares = [price.percent for price in FOUND.end if price.label.startswith("Crisis")]
    assert (len(shares), sum(shares)) == (8, 100)


def test_conditions_take_from_deterrence_and_from_hazard():
    free = steps.facts(MODEL, pact(trigger=2, obligation=3, exercises=1, exit=1))
    bound = steps.facts(MODEL, pact(trigger=2, obligation=3, exercises=1, exit=1, conditions=2))
    for name, before, after in (("deterrence", 10, 8), ("hazard", 5, 3)):
        place = MODEL.place(name)
        assert (free[place], bound[place]) == (before, after)


def test_a_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7
