"""A desk may have several profiles: what each is given decides its files, and each holds some."""

from dataclasses import replace

import pytest
from tests.scenario.faults import check_told

from graders import plugin
from parley import play
from parley.errors import ParleyError
from parley.games import family
from parley.marking import mark_part
from parley.record import PRACTICE, Header
from parley.review import review_part
from parley.scenario.casework import CaseworkScenario
from parley.scenario.check import report
from parley.scenario.draw import draws
from parley.scenario.source import parse
from parley.session import RecordSession
from parley.solutions import Solutions

DESK = """exercise: gate-desk
version: 1
game: casework
module: "18"
title: Gate desk
minutes: 5
summary: Decide who passes the gate.
assumptions: The gate is invented.
sources: ["Nobody (1900). Nothing."]
names: [{place: the gate}]
brief: {situation: ["At {place}."], task: ["Decide."]}
noun: request
nouns: requests
per_attempt: 2
facts:
  agreement: {label: An agreement was signed, default: false}
  armed: {label: With weapons, default: false}
decisions:
  - {id: clear, label: Clear, note: It may go.}
  - {id: stop, label: Stop, note: It may not go.}
rules:
  - id: agreed
    label: Art. 1
    text: No.
    source: B
    when: {agreement: true, armed: true}
    decision: stop
  - {id: open, label: Art. 2, text: Yes., source: B, when: {armed: true}, decision: clear}
  - {id: rest, label: Art. 3, text: The rest stays., source: B, decision: stop}
criteria:
  decision: {label: Decisions, moves: [decision]}
  rule: {label: Rules named, moves: [rule]}
  undecided: {label: Left undecided, moves: [undecided]}
files:
  - id: f01
    title: A
    text: [a]
    facts: {armed: true}
    why: {agreed: "Signed at {place}.", open: Nothing was signed.}
  - {id: f02, title: B, text: [b], why: w}
  - {id: f03, title: C, text: [c], facts: {agreement: true, armed: true}, why: They have their own.}
  - {id: f04, title: D, text: [d], facts: {armed: true}, why: {open: Nothing stands against it.}}
profiles:
  practice:
    - {id: p1, given: {agreement: true}, told: ["Signed at {place}."], files: [f01, f02, f03]}
    - {id: p2, told: [Nothing was signed.]}
  counted:
    - {id: c1, given: {agreement: true}, told: ["Signed at {place}."]}
    - {id: c2, told: [Nothing was signed.]}
"""
FILES = "".join(f"- {{id: c0{n}, title: T{n}, text: [x]}}\n" for n in range(1, 5))
KEY = """- {id: c01, facts: {armed: true}, why: {agreed: Signed., open: Not signed.}}
- {id: c02, why: w}
- {id: c03, facts: {armed: true}, why: {agreed: Signed., open: Not signed.}}
- {id: c04, why: w}
"""

WRONG = {
    "an unknown fact": (
        "{id: p1, given: {agreement: true}",
        "{id: p1, given: {treaty: true}",
        r":LINE: profiles\.practice\.0\.given\.treaty: profile p1: no such fact; facts are agr",
    ),
    "a wrong kind of value": (
        "{id: c1, given: {agreement: true}",
        "{id: c1, given: {agreement: 1}",
        r":LINE: .*counted\.0\.given\.agreement: profile c1: agreement is true or false; got 1",
    ),
    "what the trainee is not told": (
        ', told: ["Signed at {place}."], files: [f01, f02, f03]}',
        "}",
        r":LINE: .*practice\.0: profile p1: .* trainee reads nothing; say it in 'told'",
    ),
    "a name that nobody has": (
        "told: [Nothing was signed.]}\n  counted",
        'told: ["Nothing at {lake}."]}\n  counted',
        r":LINE: profiles\.practice\.1: 'lake' stands in braces, but not in every row of 'names'",
    ),
    "a file that is not there": (
        "files: [f01, f02, f03]",
        "files: [f01, f09]",
        r":LINE: .*files\.1: profile p1: no such file; files are f01, f02, f03, f04; got 'f09'",
    ),
    "a file twice": (
        "files: [f01, f02, f03]",
        "files: [f01, f01]",
        r"files of profile p1 must differ; twice: f01",
    ),
    "a profile twice": ("{id: p2,", "{id: p1,", r"profile ids must differ; twice: p1"),
    "pools that overlap": (
        'given: {agreement: true}, told: ["Signed at {place}."]}\n    - {id: c2, ',
        "files: [c01, c02]}\n    - {id: c2, files: [c02, c03], ",
        r"hold the same files or none in common, .* could come twice; c1 and c2 share some",
    ),
    "a reason that is missing": (
        "open: Nothing was signed.}",
        "rest: Nothing was signed.}",
        r":LINE: files\.0\.why: file f01: in p2 rule open decides; say why under its name",
    ),
    "a reason for nothing": (
        "{open: Nothing stands against it.}",
        "{open: Yes., agreed: No.}",
        r":LINE: .*why\.agreed: file f04: rule agreed decides it in no profile; .*: open in p2",
    ),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a data folder of its own, with the desk, its files that count, and their key."""
    for name, text in (
        ("scenarios/gate-desk", DESK),
        ("files/gate-desk", FILES),
        ("keys/gate-desk/files", KEY),
    ):
        path = tmp_path / f"{name}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path))
    monkeypatch.setenv("PARLEY_KEYS", str(tmp_path / "keys"))
    return tmp_path


@pytest.fixture
def found(folder) -> CaseworkScenario:
    return parse(CaseworkScenario, folder / "scenarios" / "gate-desk.yaml")


def header(sitting=PRACTICE, attempt=1, trainee="ada"):
    return Header("gate-desk", 1, 1, trainee, "salt", sitting, attempt)


@pytest.mark.parametrize("fault", WRONG)
def test_a_fault_is_told_with_its_line_and_the_rule(fault, tmp_path):
    check_told(CaseworkScenario, DESK, WRONG[fault], tmp_path)


def test_the_same_file_is_decided_otherwise_where_something_else_is_given(found):
    signed, unsigned = (found.solution(name, None) for name in ("p1", "p2"))
    assert [one["rule"] for one in signed.values()] == ["agreed", "rest", "agreed"]
    assert [one["rule"] for one in unsigned.values()] == ["open", "rest", "agreed", "open"]
    assert signed["f01"]["why"] == "Signed at {place}."
    assert unsigned["f01"]["why"] == "Nothing was signed."
    assert signed["f01"]["holds"] == "An agreement was signed: yes; With weapons: yes"


def test_a_file_that_says_otherwise_overrules_what_is_given(found):
    file = found.files[2].model_copy(update={"facts": {"agreement": False, "armed": True}})
    assert found.ruling(file, found.profile("p1")).rule == "open"


def test_practice_goes_round_the_profiles_and_each_deals_its_own_files(found):
    drawn = [play.begin(header(attempt=n)).parts["play"].draw for n in (1, 2, 3)]
    assert {drawn[0].profile, drawn[1].profile} == {"p1", "p2"}
    assert drawn[2].profile == drawn[0].profile
    held = {one.profile: sorted(file.slug for file in one.variant.files) for one in drawn}
    assert held == {"p1": ["f01", "f02", "f03"], "p2": ["f01", "f02", "f03", "f04"]}


def test_the_brief_tells_what_its_profile_is_given(found):
    rules = family("casework")
    for name, told in (("p1", "Signed at the gate."), ("p2", "Nothing was signed.")):
        variant = found.deal(header(), found.profile(name), 0, "play")
        brief = {
            block.title: block.text for block in rules.view(rules.initial_state(variant)).brief
        }
        assert brief["What holds for every request"] == (told,)


def test_attempts_that_count_share_a_pool_and_no_file_comes_twice(found):
    parts = [play.begin(header("counted", n)).parts["play-1"] for n in (1, 2)]
    assert {part.draw.profile for part in parts} == {"c1", "c2"}
    slugs = [file.slug for part in parts for file in part.draw.variant.files]
    assert sorted(slugs) == ["c01", "c02", "c03", "c04"]
    with pytest.raises(ParleyError, match="attempt 3 needs 2 new requests, 0 are left"):
        play.begin(header("counted", 3))


@pytest.fixture
def apart(folder) -> CaseworkScenario:
    """Return the desk with two profiles that count and hold files of their own."""
    path = folder / "scenarios" / "gate-desk.yaml"
    head, counted = DESK.split("  counted:\n")
    counted = counted.replace('at {place}."]}', 'at {place}."], files: [c01, c02]}')
    counted = counted.replace("signed.]}", "signed.], files: [c03, c04]}")
    path.write_text(f"{head}  counted:\n{counted}", encoding="utf-8")
    key = KEY.replace("{agreed: Signed., open: Not signed.}", "w")
    (folder / "keys" / "gate-desk" / "files.yaml").write_text(key, encoding="utf-8")
    return parse(CaseworkScenario, path)


def test_profiles_that_count_may_hold_files_of_their_own(apart, folder):
    for name, files in (("c1", ["c01", "c02"]), ("c2", ["c03", "c04"])):
        drawn = apart.deal(header("counted"), apart.profile(name), 0, "play-1").files
        assert sorted(file.slug for file in drawn) == files
        assert list(apart.solution(name, folder / "keys" / "gate-desk")) == files


def test_files_of_its_own_are_there_until_attempts_with_their_profile_have_taken_them(apart):
    drawn = [draws(apart, header("counted", number), ())[0].variant.files for number in (1, 2)]
    slugs = [file.slug for files in drawn for file in files]
    assert sorted(slugs) == ["c01", "c02", "c03", "c04"]
    with pytest.raises(ParleyError, match="attempt 3 needs 2 new requests, 0 are left"):
        draws(apart, header("counted", 3), ())


def test_in_a_week_every_earlier_attempt_may_have_taken_files_of_a_profile(apart):
    """The past decides there which profile it was, and is not known to a later attempt."""
    in_week = replace(header("counted", 2), exercise="gate-week")
    for name in ("c1", "c2"):
        with pytest.raises(ParleyError, match="attempt 2 needs 2 new requests, 0 are left"):
            apart.deal(in_week, apart.profile(name), 0, "play-1")


def test_a_profile_that_holds_what_does_not_count_is_told_when_it_is_drawn(found):
    strange = found.profile("c1").model_copy(update={"files": ("c01", "f01")})
    with pytest.raises(ParleyError, match="profile c1 holds f01, which is not among the files"):
        found.deal(header("counted"), strange, 0, "play-1")


def test_mark_and_review_follow_the_key_of_the_profile(found, folder):
    for name, best in (("p1", "Stop, by Art. 1"), ("p2", "Clear, by Art. 2")):
        session = attempt_of(name, folder)
        part = session.play.parts["play"]
        solved = Solutions("gate-desk", folder / "solutions" / "gate-desk")
        policy = plugin.reference(solved, name)
        while not part.done:
            part = part.after(policy(part.states[-1], None))
        assert mark_part(part, solved, 1.0).mark == 100
        rows = {row.package: row for row in review_part(part, solved)}
        assert rows["A"].best_move == best
        assert part.game.points(part.states[-1]) == 100 * len(part.moves)


def attempt_of(profile, folder):
    """Return the practice attempt in which a profile's turn comes."""
    for number in (1, 2):
        session = RecordSession(header(attempt=number), folder / "records" / f"{number}.jsonl")
        if session.play.parts["play"].draw.profile == profile:
            return session
    raise LookupError(profile)


def test_a_reason_of_the_key_is_missing_where_a_profile_decides_by_another_rule(found, folder):
    path = folder / "keys" / "gate-desk" / "files.yaml"
    path.write_text(KEY.replace("open: Not signed.", "rest: Not signed.", 1), encoding="utf-8")
    with pytest.raises(ParleyError, match="file c01: in c2 rule open decides; say why under"):
        found.solution("c1", path.parent)


def test_the_report_says_in_how_many_files_what_is_given_changes_the_rule(folder):
    lines = list(report(folder / "scenarios" / "gate-desk.yaml"))
    assert "2 profiles to practise on, 2 that count." in lines[0]
    assert f"{'files':<40}{'p1':>10}{'p2':>10}{'c1':>10}{'c2':>10}" in lines
    told = "what is given changes the rule in at least a third of the"
    assert f"ok   p1 and p2: {told} 3 files that both hold; in 1" in lines
    assert f"ok   c1 and c2: {told} 4 files that both hold; in 2" in lines


def test_the_report_finds_a_desk_in_which_what_is_given_changes_little(folder):
    key = folder / "keys" / "gate-desk" / "files.yaml"
    plain = "".join(f"- {{id: c0{number}, why: w}}\n" for number in range(1, 5))
    key.write_text(plain, encoding="utf-8")
    failed = [line for line in report(folder / "scenarios" / "gate-desk.yaml") if "FAIL" in line]
    told = "what is given changes the rule in at least a third of the 4 files that both hold; in 0"
    assert f"FAIL c1 and c2: {told}" in failed
