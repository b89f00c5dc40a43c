"""The crisis weeks: each day leads into the next, and every week keeps the contract of marks."""

import json
from pathlib import Path
from statistics import mean

import pytest

from graders.check_week import faults, play_week
from parley import record, scenario
from parley.marking import CAP, mark
from parley.play import begin, replay
from parley.record import PRACTICE, Header
from parley.scenario.week import WeekScenario
from parley.week import expected

GOLDEN = Path(__file__).parent / "golden"
WEEKS = [name for name in scenario.exercises() if isinstance(scenario.load(name), WeekScenario)]
OURS = ("ridge-week", "road-week", "strait-week")
USES = (PRACTICE, "counted")
BETTER = {"tuesday": ("ready", "late"), "wednesday": ("calm", "tense")}
"""On these days of our weeks the past is worth something; on the others it changes the task."""

week = pytest.mark.parametrize("name", WEEKS)
use = pytest.mark.parametrize("sitting", USES)


def test_the_three_of_the_course_are_there():
    assert set(OURS) <= set(WEEKS)


@week
def test_every_day_names_what_its_exercise_has(name):
    assert list(faults(scenario.load(name))) == []


@week
@use
def test_holding_back_marks_0_and_the_best_play_100(name, sitting):
    found = scenario.load(name)
    for trainee in ("ada", "bo"):
        assert mark(play_week(found, "passive", trainee, sitting)).mark == 0
        assert mark(play_week(found, "reference", trainee, sitting)).mark == 100


@week
@use
@pytest.mark.parametrize(("policy", "most"), [("random", 50), ("soft", 60), ("hard", 60)])
def test_no_habit_does_well(name, sitting, policy, most):
    found = scenario.load(name)
    assert mean(mark(play_week(found, policy, f"w{one}", sitting)).mark for one in range(4)) < most


@pytest.mark.parametrize("name", OURS)
@use
def test_a_better_past_is_worth_more(name, sitting):
    found = scenario.load(name)
    header = Header(name, found.version, found.rules, "ada", "", sitting, 1)
    for day, (good, bad) in BETTER.items():
        text = found.day(day)
        worth = {entry.id: expected(found, text, entry, header) for entry in text.entries}
        assert worth[good] > worth[bad], day


@week
def test_every_entry_can_be_reached(name):
    found = scenario.load(name)
    reached = set()
    for policy in ("passive", "hard", "soft", "random", "reference"):
        for trainee in ("ada", "bo", "chen", "dia"):
            play = play_week(found, policy, trainee)
            reached |= {(day.id, day.entry(play.ends).id) for day in found.days}
    assert reached == {(day.id, entry.id) for day in found.days for entry in day.entries}


@week
def test_all_days_of_a_week_speak_of_the_same_places(name):
    found = scenario.load(name)
    for trainee in ("ada", "bo", "chen", "dia"):
        play = play_week(found, "reference", trainee)
        told = {
            day: " ".join((*part.draw.variant.words.situation, *part.draw.variant.words.task))
            for day, part in play.parts.items()
        }
        assert not [day for day, text in told.items() if "{" in text]
        (row,) = [
            row for row in found.names if row["place"].casefold() in told["monday"].casefold()
        ]
        assert all(row["rival"].casefold() in text.casefold() for text in told.values())


@week
def test_the_minutes_are_those_of_the_days(name):
    found = scenario.load(name)
    assert found.minutes == sum(scenario.load(day.exercise).minutes for day in found.days)


@week
@use
def test_the_golden_week_replays_to_its_mark(name, sitting):
    path = GOLDEN / f"{name}.{sitting}.1.jsonl"
    play = replay(record.read(path))
    assert play.finished
    assert play.notices == ()
    kept = json.loads((GOLDEN / "marks" / f"{name}.json").read_text(encoding="utf-8"))
    assert mark(play).mark == kept[path.name]


@week
def test_a_set_that_counts_holds_positions_of_three_days(name):
    found = scenario.load(name)
    play = begin(Header(name, found.version, found.rules, "ada", "salt", "18", 1))
    exercises = [part.draw.exercise for part in play.parts.values() if part.draw.position]
    assert len(exercises) == found.held == 15
    assert len(set(exercises)) == 3
    other = begin(Header(name, found.version, found.rules, "ada", "salt", "18", 2))
    first, second = (
        {part.draw.position for part in one.parts.values() if part.draw.position}
        for one in (play, other)
    )
    assert not first & second


@week
def test_a_breach_of_law_on_thursday_caps_the_week(name):
    found = scenario.load(name)
    play = play_week(found, "soft", "ada")
    assert mark(play).caps
    assert mark(play).mark <= CAP
