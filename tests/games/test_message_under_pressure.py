"""Message under pressure keeps the contract: practice and counted profiles."""

from tests.contract import Contract, CountingContract
from tests.games import turns
from tools.reliability import reliability

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.record import PRACTICE

EXERCISE = "message-under-pressure"
MODEL = scenario.load(EXERCISE).numbers(scenario.load(EXERCISE).everything[0])
ACTS = [act.name for act in MODEL.acts]


class TestPractice(Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def test_a_form_arrives_one_span_later_and_lets_nothing_be_misread():
    names = [track.name for track in MODEL.tracks]
    clear, form = names.index("clear"), names.index("form")
    start = opening(MODEL, 0).public
    send, wait = (ACTS.index("form"),), (ACTS.index("wait"),)
    none = ([event.name for event in MODEL.events].index("none"), 0)
    sent = steps.step(MODEL, start, send, none).public
    later = steps.step(MODEL, sent, wait, none).public
    assert [one.levels[form] for one in (start, sent, later)] == [0, 1, 0]
    assert sent.levels[clear] == start.levels[clear]
    assert later.levels[clear] == start.levels[clear] + 1
    assert [sign for sign, _ in steps.signs(MODEL, start, send)] == [none]


def test_a_check_removes_misreading_on_an_open_line():
    names = [track.name for track in MODEL.tracks]
    kind, line = MODEL.types.index("open"), ACTS.index("hotline")
    rough = opening(MODEL, 0).public
    levels = list(rough.levels)
    levels[names.index("checked")] = 1
    clean = rough._replace(levels=tuple(levels))
    misread = [event.name for event in MODEL.events].index("garbled")
    assert steps.odds(MODEL, rough, (line, 3), kind)[misread] > 0
    assert steps.odds(MODEL, clean, (line, 3), kind)[misread] == 0


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7
