"""Korea in August 2015 keeps the contract, and covers what its text says."""

from tests.contract import Contract
from tests.games import turns

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.record import PRACTICE

EXERCISE = "korea-2015"
FOUND = scenario.load(EXERCISE)
MODEL = FOUND.numbers(FOUND.everything[0])
ACTS = [act.name for act in MODEL.acts]
SIGNS = [event.name for event in MODEL.events]


class TestPractice(Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = turns.of(EXERCISE)


def at(**levels):
    """Return the opening, with some levels changed, and the turn if it is given."""
    public = opening(MODEL, 0).public
    names = [track.name for track in MODEL.tracks]
    turn = levels.pop("turn", 1)
    now = list(public.levels)
    for name, level in levels.items():
        now[names.index(name)] = level
    return public._replace(gone=turn - 1, levels=tuple(now))


def odds(public, act, kind):
    """Return the odds of the signs after an act, by name, for a type."""
    found = steps.odds(MODEL, public, (ACTS.index(act),), MODEL.types.index(kind))
    return {name: one for name, one in zip(SIGNS, found, strict=True) if one}


def test_the_days_stand_in_their_order_in_every_profile():
    days = tuple(FOUND.cards)
    assert all(profile.calendar == days for profile in FOUND.everything)
    assert FOUND.cards["d4"].text == "The limit ends today, at 17:00."


def test_the_days_change_nothing():
    """They are the clock, and no evidence: every type lives through the same days."""
    assert not [rule for rule in FOUND.odds if "card" in rule.when]
    assert not [act for act in FOUND.acts.values() for one in act.does if "card" in one.when]


def test_a_warning_in_public_tells_nothing_of_the_rival():
    told = {tuple(odds(at(), "warn", kind).items()) for kind in MODEL.types}
    assert len(told) == 1


def test_an_alert_and_a_letter_tell_something():
    for act in ("alert", "letter"):
        assert len({tuple(odds(at(guard=0), act, kind).items()) for kind in MODEL.types}) > 1, act


def test_a_blow_comes_at_the_limit_only_where_the_guard_is_low():
    assert "shells" in odds(at(turn=4, guard=0), "hold", "blow")
    assert "shells" not in odds(at(turn=4, guard=3), "hold", "blow")
    assert "shells" not in odds(at(turn=4, guard=0, speakers=0), "hold", "blow")
    assert "shells" not in odds(at(turn=3, guard=0), "hold", "blow")


def test_whoever_tests_signs_only_before_a_guard_and_for_something():
    assert odds(at(channel=2, guard=3), "exchange", "test") == {"text": 2, "stall": 1}
    assert "text" not in odds(at(channel=2, guard=0), "exchange", "test")
    assert "text" not in odds(at(channel=2, guard=3, speakers=0), "exchange", "test")


def test_envoys_seldom_agree_in_their_first_night():
    assert odds(at(channel=1), "exchange", "exit") == {"text": 1, "stall": 2}
    assert odds(at(channel=2), "exchange", "exit") == {"text": 2, "stall": 1}


def test_the_exchange_needs_envoys():
    assert not steps.is_open(MODEL, at(), ACTS.index("exchange"))
    assert steps.is_open(MODEL, at(channel=1), ACTS.index("exchange"))


def test_only_the_threat_of_a_first_strike_breaks_the_law():
    assert [name for name, act in FOUND.acts.items() if act.breach] == ["ultimatum"]
