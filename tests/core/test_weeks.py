"""Weeks: a day opens when the one before is over, and begins by what that one came to."""

from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from graders import plugin
from graders.check_week import faults, play_week
from graders.report import review_html
from parley import scenario, week
from parley.autoplay import Table
from parley.cli import app
from parley.errors import ParleyError, Refused
from parley.games.words import number
from parley.marking import CAP, mark, mark_part, solved_for
from parley.place import Sitting
from parley.play import load
from parley.record import PRACTICE, Header
from parley.scenario.check import report
from parley.session import open_session

DATA = Path(__file__).resolve().parents[2] / "data"
TRIAL = """
exercise: trial-week
version: 1
game: week
module: "18"
title: A trial week
minutes: 60
summary: Three days.
assumptions: All of it is invented.
sources: [none]
names:
  - {home: Arvenia, rival: Kelmar, enclave: the Spit, a: Arvenia, b: Kelmar, c: Lorn, us: Arvenia,
     river: the Arv, valley: Arva, town_a: Amar, town_b: Kem}
  - {home: Tossia, rival: Ubrand, enclave: the Hook, a: Tossia, b: Ubrand, c: Lorn, us: Tossia,
     river: the Toss, valley: Tossa, town_a: Tomar, town_b: Ubra}
days:
  - id: monday
    label: "Monday: signals"
    chair: attaché
    exercise: signal-desk
    version: 1
    share: 50
    positions: 3
    entries:
      - {id: start, label: quiet, practice: [p1, p2], counted: [c1, c2]}
  - id: tuesday
    label: "Tuesday: talks"
    chair: negotiator
    exercise: tent
    version: 1
    share: 30
    positions: 4
    entries:
      - id: calm
        label: calm
        when: {monday: {end: end, tension: "<=1"}}
        told: ["{Home} is calm, at tension {monday-tension}."]
        practice: [p1, p2]
        counted: [c1, c2]
      - {id: tense, label: tense, told: ["{Home} is tense."], practice: [p3, p4], counted: [c3, c4]}
  - id: wednesday
    label: "Wednesday: law"
    chair: adviser
    exercise: legal-gate
    version: 1
    share: 20
    entries:
      - id: signed
        label: signed
        when: {tuesday: {end: agreed}}
        practice: [practice]
        counted: [counted]
      - {id: open, label: open, practice: [practice], counted: [counted]}
"""
GRADED = Sitting("18_week", "salt", {"trial-week": 2})


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Return what writes the trial week, changed, among the course's own data."""
    folder = tmp_path / "data"
    (folder / "scenarios").mkdir(parents=True)
    for path in DATA.iterdir():
        if path.name != "scenarios":
            (folder / path.name).symlink_to(path)
    for path in (DATA / "scenarios").iterdir():
        (folder / "scenarios" / path.name).symlink_to(path)
    monkeypatch.setenv("PARLEY_DATA", str(folder))

    def write(old="", new=""):
        assert old in TRIAL
        text = TRIAL.replace(old, new, 1) if old else TRIAL
        (folder / "scenarios" / "trial-week.yaml").write_text(text, encoding="utf-8")
        return scenario.load("trial-week")

    return write


@pytest.fixture
def session(written, tmp_path):
    written()
    return open_session("trial-week", tmp_path, name="ada")


def play_day(session, policy="reference"):
    """Play the open day to its end, and return its name."""
    name = session.play.open_part
    part = session.play.parts[name]
    policies = dict(part.game.POLICIES)
    policies["reference"] = plugin.reference(solved_for(session.play, part), part.draw.profile)
    rng = Random(name)
    while not session.play.parts[name].done:
        session.move(policies[policy](session.play.parts[name].states[-1], rng), name)
    return name


def told(session, day):
    return session.play.parts[day].draw.variant.words.situation


def test_a_day_opens_when_the_one_before_is_over(session):
    assert list(session.play.parts) == ["monday"]
    assert [part["status"] for part in session.view()["parts"]] == ["new", "ahead", "ahead"]
    with pytest.raises(Refused, match="There is no part 'tuesday'; there are monday"):
        session.move({"kind": "walk-out"}, "tuesday")
    play_day(session)
    assert list(session.play.parts) == ["monday", "tuesday"]
    assert not session.finished
    play_day(session)
    play_day(session)
    assert session.finished
    assert not session.play.ahead


@pytest.mark.parametrize(
    ("policy", "profiles", "line"),
    [("reference", {"p1", "p2"}, "is calm, at tension"), ("hard", {"p3", "p4"}, "is tense.")],
)
def test_a_day_begins_by_what_the_day_before_came_to(session, policy, profiles, line):
    play_day(session, policy)
    part = session.play.parts["tuesday"]
    assert part.draw.profile in profiles
    chair, past, *_ = told(session, "tuesday")
    assert chair == "Tuesday: talks. Your chair: negotiator."
    assert line in past
    assert past.startswith(("Arvenia", "Tossia"))


def test_all_days_speak_of_the_same_places(session):
    play_day(session)
    monday, tuesday = (" ".join(told(session, day)) for day in ("monday", "tuesday"))
    home = "Arvenia" if "Arvenia" in monday else "Tossia"
    assert home in tuesday
    assert ("Tossia" if home == "Arvenia" else "Arvenia") not in monday + tuesday


def test_a_week_is_where_it_was(session, tmp_path):
    play_day(session, "hard")
    play_day(session)
    again = open_session("trial-week", tmp_path, name="ada")
    assert again.play.ends == session.play.ends
    assert again.part == "wednesday"
    assert load(session.path).parts.keys() == session.play.parts.keys()


def test_each_day_is_reviewed_once_it_is_over_and_the_week_at_its_end(session):
    play_day(session, "hard")
    session.select("monday")
    review = session.review_view()
    assert "whole" not in review
    assert review["marked"] == "Mark of this day"
    assert float(review["summary"]["mark"]) == pytest.approx(
        week.mark_of(session.play, "monday").mark, abs=0.05
    )
    session.select("tuesday")
    assert session.review_view() is None
    play_day(session)
    play_day(session)
    whole = session.review_view()["whole"]
    assert [row[0] for row in whole["rows"]] == [
        "Monday: signals",
        "Tuesday: talks",
        "Wednesday: law",
    ]
    assert f"{mark(session.play).mark:.1f}" in whole["caption"]


def test_a_desk_of_claims_may_be_a_day_and_draws_its_calibration(written, tmp_path):
    version = scenario.load("claim-desk-01").version
    law = TRIAL[TRIAL.index("    exercise: legal-gate\n") :].partition("    share")[0]
    desk = f"    exercise: claim-desk-01\n    version: {version}\n"
    text = TRIAL.replace(law, desk).replace("[practice]", "[claims]")
    written(TRIAL, text.replace("[counted]", "[]"))
    session = open_session("trial-week", tmp_path, name="ada")
    while session.play.open_part:
        session.select(play_day(session))
    name, data = session.review_view()["figure"]
    assert name == "calibration"
    assert data["answers"]


def test_the_debrief_says_what_the_past_was_worth(session):
    play_day(session, "hard")
    play_day(session)
    monday, tuesday, wednesday = week.debrief(session.play)
    assert monday.mark < 60
    part = session.play.parts["monday"]
    alone = mark_part(part, solved_for(session.play, part), 1.0)
    worst = 100 * max(alone.regrets) / alone.floor
    assert monday.dearest.endswith(f": gave away {number(100 * worst)} marks")
    assert (tuesday.began, tuesday.mark, tuesday.dearest) == ("tense", pytest.approx(100), "")
    assert set(tuesday.expected) == {"calm", "tense"}
    assert wednesday.mark is None
    assert wednesday.cells[3] == "not played"


def test_the_days_weigh_as_they_say_and_what_never_came_is_lost(session):
    assert mark(session.play).mark == 0
    play_day(session)
    halfway = mark(session.play)
    assert halfway.mark == pytest.approx(50)
    play_day(session)
    assert mark(session.play).mark == pytest.approx(80)
    play_day(session)
    assert mark(session.play).mark == pytest.approx(100)


@pytest.mark.parametrize("seed", range(4))
def test_costs_add_up_to_what_is_missing(written, tmp_path, seed):
    written()
    table = Table("trial-week", f"r{seed}", 1, tmp_path / "one.jsonl")
    table.play("random", seed)
    found = mark(table.session.play)
    uncut = sum(part.share * part.uncut for part in found.parts)
    assert sum(part.share for part in found.parts) == pytest.approx(1)
    gate = max(0, sum(part.share * part.mark for part in found.parts) - CAP) if found.caps else 0
    costs = sum(one.cost for one in found.criteria)
    cut = sum(part.share * (part.mark - part.uncut) for part in found.parts)
    assert costs == pytest.approx(100 - uncut - cut + gate, abs=0.1)


def test_an_unlawful_day_caps_the_week(session):
    unlawful = {"kind": "ultimatum", "belief": 50}
    session.move(unlawful, "monday")
    while session.play.open_part:
        play_day(session)
    found = mark(session.play)
    assert found.mark <= CAP
    assert found.caps[0].startswith("Monday: signals: Charter of the United Nations")
    caption = session.review_view()["whole"]["caption"]
    assert caption.endswith("of 100, not passed: a breach of law caps it at 40")


def test_playing_on_keeps_the_days_before(session):
    play_day(session)
    play_day(session)
    before = session.play.parts["monday"].moves
    session.select("tuesday")
    session.play_on(1)
    assert session.play.parts["monday"].moves == before
    assert not session.play.parts["tuesday"].moves
    assert [name for name, _ in session.play.ahead] == ["wednesday"]


def test_what_counts_holds_positions_besides_and_shows_no_review(written, tmp_path):
    written()
    session = open_session("trial-week", tmp_path, name="ada", sitting=GRADED)
    names = list(session.play.parts)
    assert names == ["monday", *(f"position-{number:02d}" for number in range(1, 8))]
    while session.play.open_part:
        play_day(session)
    assert session.finished
    assert session.review_view() is None
    found = mark(session.play)
    assert found.mark == pytest.approx(100)
    marked = {name: week.reviewed(session.play, name)["marked"] for name in ("monday", names[1])}
    assert marked == {"monday": "Mark of this day", "position-01": "Mark of this position"}
    shares = {part.id: part.share for part in found.parts}
    assert shares["monday"] == pytest.approx(0.6 * 0.5)
    assert shares["position-01"] == pytest.approx(0.4 / 7)


def test_the_debrief_leaves_out_what_does_not_count(written, tmp_path):
    written("[c3, c4]", "[]")
    session = open_session("trial-week", tmp_path, name="ada", sitting=GRADED)
    while session.play.open_part:
        play_day(session)
    _, tuesday, _ = week.debrief(session.play)
    assert (tuesday.began, list(tuesday.expected)) == ("calm", ["calm"])


def test_no_attempt_draws_what_another_did(written, tmp_path):
    written()
    one, other = (
        Table("trial-week", "ada", attempt, tmp_path / f"{attempt}.jsonl", None)
        for attempt in (1, 2)
    )
    profiles = [table.session.play.parts["monday"].draw.profile for table in (one, other)]
    assert sorted(profiles) == ["p1", "p2"]


@pytest.mark.parametrize(
    ("old", "new", "match"),
    [
        ("share: 50", "share: 40", "shares of the mark add up to 100"),
        ("when: {monday: {end", "when: {sunday: {end", "when: no earlier day 'sunday'"),
        (
            "label: tense, told",
            'label: tense, when: {monday: {tension: ">1"}}, told',
            "last entry has no condition",
        ),
        ("id: tuesday", "id: monday", "ids of days must differ; twice: monday"),
    ],
)
def test_a_week_that_does_not_hang_together_is_refused(written, old, new, match):
    with pytest.raises(ParleyError, match=match):
        written(old, new)


def test_a_week_is_written_for_a_version_of_its_days(written, tmp_path):
    written("exercise: tent\n    version: 1", "exercise: tent\n    version: 9")
    session = open_session("trial-week", tmp_path, name="ada")
    with pytest.raises(ParleyError, match="tent is version 1, the week was written for 9"):
        play_day(session)


@pytest.mark.parametrize("exercise", ["strait-week", "first-positions"])
def test_a_day_is_a_play_and_no_week_or_form(written, exercise):
    version = scenario.load(exercise).version
    found = written(
        "exercise: tent\n    version: 1", f"exercise: {exercise}\n    version: {version}"
    )
    with pytest.raises(ParleyError, match=f"tuesday: a day is one play at a table; {exercise} is"):
        found.exercise_of(found.day("tuesday"), Header("trial-week", 1, 1, "ada", "", PRACTICE, 1))


def test_the_check_says_what_a_week_comes_to(written, tmp_path):
    written()
    said = list(report(tmp_path / "data" / "scenarios" / "trial-week.yaml"))
    assert not [line for line in said if line.startswith("FAIL")]
    assert "Tuesday: talks, practice: best play expects calm" in " ".join(said)
    assert "ok   Weeks of passive play mark 0.0 on average" in said
    assert "ok   Weeks of reference play mark 100.0 on average" in said


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[p3, p4]", "[p3, p99]", "FAIL tuesday: tense: tent has no profile p99"),
        ('tension: "<=1"', "heat: 1", "FAIL tuesday: calm: when: monday never comes to a heat"),
        (
            'tension: "<=1"',
            "tension: high",
            "FAIL tuesday: calm: when: monday: tension is a whole number or a comparison such as "
            "\">=2\"; got 'high'",
        ),
        (
            'tension: "<=1"',
            'tension: ">=1.5"',
            "FAIL tuesday: calm: when: monday: tension is a whole number or a comparison such as "
            "\">=2\"; got '>=1.5'",
        ),
        (
            "{end: agreed}",
            "{end: signed}",
            "FAIL wednesday: signed: when: tuesday ends agreed or broken-off or out-of-time or "
            "walked-out; got 'signed'",
        ),
        (
            "enclave: the Spit, ",
            "",
            "FAIL monday: signal-desk speaks of enclave; add them to 'names'",
        ),
        (
            "{end: agreed}",
            '{end: ">=2"}',
            "FAIL wednesday: signed: when: tuesday: end is a word; got '>=2'",
        ),
        (
            "{end: agreed}",
            "{end: []}",
            "FAIL wednesday: signed: when: tuesday: end is a word; got ()",
        ),
        (
            "[c3, c4]",
            "[]",
            "FAIL tuesday: tense: counted: in a week that counts each entry names profiles that "
            "count; got none",
        ),
    ],
)
def test_the_check_finds_what_a_days_exercise_does_not_have(written, tmp_path, old, new, fault):
    written(old, new)
    assert fault in list(report(tmp_path / "data" / "scenarios" / "trial-week.yaml"))


@pytest.mark.parametrize("facts", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("{monday-tension}", "{monday-tensoin}", "tuesday: calm: told: 'monday-tensoin' in braces"),
        ("{Home} is tense", "{Hom} is tense", "tuesday: tense: told: 'Hom' in braces is none of"),
        ("{Home} is tense", "{tuesday-end} is tense", "tense: told: 'tuesday-end' in braces"),
        ("{Home} is tense", "{} is tense", "tuesday: tense: told: '{} is tense.': braces hold one"),
        (
            "{id: open, label: open,",
            '{id: open, label: open, told: ["{tuesday-observers}"],',
            "wednesday: open: told: 'tuesday-observers' in braces .* that the day ended agreed",
        ),
    ],
)
def test_the_check_finds_what_cannot_be_told_on_any_day(written, tmp_path, old, new, fault, facts):
    written(old, new)
    with pytest.raises(ParleyError, match=fault):
        list(report(tmp_path / "data" / "scenarios" / "trial-week.yaml", facts))


def test_a_week_of_practice_alone_may_name_nothing_that_counts(written):
    none = TRIAL
    for names in ("[c1, c2]", "[c3, c4]", "[counted]"):
        none = none.replace(names, "[]")
    assert list(faults(written(TRIAL, none))) == []


def test_a_policy_that_is_not_there_is_not_played_as_the_reference(written):
    found = written()
    with pytest.raises(KeyError, match="refrence"):
        play_week(found, "refrence", "ada")


def test_an_issue_is_told_where_an_agreement_holds(written):
    told = '        told: ["{tuesday-observers} stand."]\n'
    found = written("label: signed\n", f"label: signed\n{told}")
    assert list(faults(found)) == []


def test_a_check_that_says_fail_ends_with_code_1(written, tmp_path):
    written("[p3, p4]", "[p3, p99]")
    folder = tmp_path / "data" / "scenarios"
    for exercise, code in (("trial-week", 1), ("legal-gate", 0)):
        done = CliRunner().invoke(app, ["scenario", "check", str(folder / f"{exercise}.yaml")])
        assert (done.exit_code, "FAIL" in done.output) == (code, bool(code))


def test_feedback_begins_with_the_week_as_a_whole(session):
    play_day(session, "hard")
    play_day(session)
    play_day(session)
    html = review_html(session.path.read_bytes())
    assert html.index("The week as a whole") < html.index("Monday: signals: what each move")
    assert "tense (best play expects: calm" in html


def test_what_is_no_week_has_no_days(tmp_path):
    session = open_session("tent", tmp_path, name="ada")
    with pytest.raises(ParleyError, match="tent is no week"):
        week.debrief(session.play)
