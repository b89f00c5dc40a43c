"""What is wrong with a desk of files is said with its line, and a key follows from its facts."""

import re

import pytest
import yaml
from tests.scenario.faults import check_told

from parley import scenario
from parley.data import data_folder
from parley.errors import ParleyError
from parley.games.casework.state import Ruling
from parley.record import PRACTICE, Header
from parley.scenario.casework import CaseworkScenario
from parley.scenario.check import report
from parley.scenario.source import parse

DESK = """exercise: ford-desk
version: 1
game: casework
module: "14"
title: Ford desk
minutes: 5
summary: Decide who crosses the ford.
assumptions: The ford is invented.
sources: ["Nobody (1900). Nothing."]
names: [{place: the ford}]
brief: {situation: ["At {place}."], task: ["Decide."]}
noun: request
nouns: requests
per_attempt: 2
facts:
  consent: {label: Consent, default: false}
  troops: {label: Troops, unit: soldiers, default: 0}
  status: {label: Status, values: [open, shut], default: open}
decisions:
  - {id: clear, label: Clear, note: It may go.}
  - {id: stop, label: Stop, note: It may not go.}
rules:
  - id: large
    label: Art. 1
    text: Large groups need more.
    source: Book of fords, art. 1
    when: {consent: true, troops: ">=13000"}
    any: [{status: open}, {troops: ">20000"}]
    decision: stop
    breach: {decisions: [clear], says: "Art. 1: no."}
  - {id: agreed, label: Art. 2, text: It clears., source: B, when: {consent: true}, decision: clear}
  - {id: rest, label: Art. 3, text: The rest stays., source: Book, decision: stop}
criteria:
  decision: {label: Decisions, moves: [decision]}
  rule: {label: Rules named, moves: [rule]}
  undecided: {label: Left undecided, moves: [undecided]}
files:
  - {id: f01, title: A, text: ["{Place} is deep."], facts: {consent: true}, why: "At {place}."}
  - {id: f02, title: B, text: [b], facts: {consent: true, troops: 13000}, why: w}
  - {id: f03, title: C, text: [c], why: w}
  - {id: f04, title: D, text: [d], facts: {consent: true, troops: 12999}, why: w}
profiles: {practice: [{id: practice}], counted: [{id: counted}]}
"""
FILES = "".join(f"- {{id: c0{n}, title: T{n}, text: [x]}}\n" for n in range(1, 6))
KEY = "".join(
    f'- {{id: c0{n}, facts: {{consent: true}}, why: "At {{place}}."}}\n' for n in range(1, 6)
)
COUNTED = sorted((data_folder() / "files").glob("*.yaml"))

WRONG = {
    "an unknown fact": (
        'facts: {consent: true}, why: "At',
        'facts: {assent: true}, why: "At',
        r":LINE: files\.0\.facts\.assent: file f01: no such fact; facts are consent, ",
    ),
    "a wrong kind of value": (
        "troops: 13000}",
        "troops: many}",
        r":LINE: files\.1\.facts\.troops: file f02: troops is a whole number; got 'many'",
    ),
    "a value that is none": (
        'facts: {consent: true}, why: "At',
        'facts: {status: ajar}, why: "At',
        r":LINE: .*status is one of open, shut; got 'ajar'",
    ),
    "a fact that is not declared": (
        "when: {consent: true}, decision",
        "when: {agreed: true}, decision",
        r":LINE: rules\.1\.when\.agreed: rule agreed: agreed is not declared under 'facts'",
    ),
    "a comparison of what is no number": (
        "when: {consent: true}, decision",
        'when: {consent: ">=1"}, decision',
        r":LINE: .*consent is true or false, not a number; got '>=1'",
    ),
    "a comparison that is none": (
        '">=13000"',
        '">= some"',
        r":LINE: .*troops is a whole number or a comparison such as \">=9\"; got '>= some'",
    ),
    "an empty list": ("{status: open}", "{status: []}", r"rules\.0\.any\.0\.status: .*one of open"),
    "an empty alternative": (
        "{status: open}",
        "{}",
        r":LINE: rules\.0\.any\.0: rule large: an empty alternative always holds",
    ),
    "an unknown decision": (
        "decision: clear}",
        "decision: cleared}",
        r":LINE: rules\.1\.decision: rule agreed: one of clear, stop; got 'cleared'",
    ),
    "a breach by the right decision": (
        "decisions: [clear]",
        "decisions: [stop]",
        r":LINE: rules\.0\.breach\.decisions: rule large: one of clear; got 'stop'",
    ),
    "an id twice": (
        "id: f02",
        "id: f01",
        r":LINE: files\.1\.id: ids of files must differ; twice: f01",
    ),
    "a last rule with a condition": (
        "source: Book, decision: stop}",
        "source: Book, when: {consent: false}, decision: stop}",
        r":LINE: rules\.2: rule rest is the last: it takes no condition, and decides the rest",
    ),
    "a rule without condition before others": (
        "when: {consent: true}, decision: clear}",
        "decision: clear}",
        r":LINE: rules\.1: rule agreed has no condition, so that no rule after it can decide",
    ),
    "a rule that can never decide": (
        "when: {consent: true}, decision: clear}",
        'when: {consent: true, troops: ">30000"}, decision: clear}',
        r":LINE: rules\.1: rule agreed can never decide: wherever it holds, a rule before it holds",
    ),
    "a name that nobody has": (
        'why: "At {place}."',
        'why: "At {places}."',
        r":LINE: files\.0: 'places' stands in braces, but not in every row of 'names'",
    ),
    "a second play in a set": (
        "per_attempt: 2\n",
        "per_attempt: 2\nset: {plays: 2, positions: 0}\n",
        r"set\.plays: a desk has 1 play in a set, .*the same files; .*got 2",
    ),
    "a default outside its values": (
        "default: open",
        "default: ajar",
        r":LINE: facts\.status: default is one of open, shut; got 'ajar'",
    ),
    "words without values": (
        "values: [open, shut], default: open",
        "default: open",
        r":LINE: facts\.status: a default in words needs 'values'",
    ),
    "values that are equal": ("[open, shut]", "[open, open]", r"facts\.status: values must differ"),
    "a unit of yes or no": (
        "label: Consent,",
        "label: Consent, unit: soldiers,",
        r":LINE: facts\.consent: only a number has a unit",
    ),
    "an aspect without criterion": (
        "  rule: {label: Rules named, moves: [rule]}\n",
        "",
        r"criteria must name each of these once: decision, rule, undecided",
    ),
}


@pytest.fixture
def found(tmp_path, monkeypatch) -> CaseworkScenario:
    """Return the desk, in a data folder of its own with files that count, and their key."""
    for folder, name, text in (
        ("scenarios", "ford-desk", DESK),
        ("files", "ford-desk", FILES),
        ("keys/ford-desk", "files", KEY),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path))
    monkeypatch.setenv("PARLEY_KEYS", str(tmp_path / "keys"))
    return parse(CaseworkScenario, tmp_path / "scenarios" / "ford-desk.yaml")


def header(trainee="ada", sitting="counted", attempt=1):
    return Header("ford-desk", 1, 1, trainee, "salt", sitting, attempt)


@pytest.mark.parametrize("fault", WRONG)
def test_a_fault_is_told_with_its_line_and_the_rule(fault, tmp_path):
    check_told(CaseworkScenario, DESK, WRONG[fault], tmp_path)


def test_the_key_follows_from_the_rules_and_the_coded_facts(found):
    key = found.solution("practice", None)
    assert [one["rule"] for one in key.values()] == ["agreed", "large", "rest", "agreed"]
    assert key["f02"]["holds"] == "Consent: yes; Troops: 13,000 soldiers; Status: open"
    assert key["f03"]["holds"] == ""


def test_title_and_text_of_a_file_have_no_part_in_its_ruling(found):
    file = found.files[0].model_copy(update={"title": "Z", "text": ("Stop this.",)})
    practice = found.profile("practice")
    assert (
        found.ruling(file, practice)
        == found.ruling(found.files[0], practice)
        == Ruling("agreed", "Consent: yes", "At {place}.")
    )


def test_names_stand_in_the_texts_with_a_capital_where_a_sentence_begins(found):
    dealt = found.deal(header(sitting=PRACTICE), found.profile("practice"), 0, "play")
    assert ("The ford is deep.",) in [file.text for file in dealt.files]
    assert dealt.words.situation == ("At the ford.",)


def test_every_file_to_practise_on_comes_in_an_order_of_the_trainees_own(found):
    orders = {
        tuple(f.slug for f in found.deal(header(name), found.profile("practice"), 0, "play").files)
        for name in ("ada", "bo", "chen", "dia", "eve")
    }
    assert len(orders) > 1
    assert {tuple(sorted(order)) for order in orders} == {("f01", "f02", "f03", "f04")}


def test_no_file_that_counts_comes_twice_and_none_shows_its_key(found):
    counted = found.profile("counted")
    drawn = [found.deal(header(attempt=n), counted, 0, "play").files for n in (1, 2)]
    slugs = [file.slug for files in drawn for file in files]
    assert len(slugs) == len(set(slugs)) == 4
    assert all(file.ruling is None for files in drawn for file in files)
    with pytest.raises(ParleyError, match="attempt 3 needs 2 new requests, 1 are left"):
        found.deal(header(attempt=3), counted, 0, "play")


def test_the_key_of_what_counts_lies_in_its_own_folder(found, tmp_path):
    folder = tmp_path / "keys" / "ford-desk"
    assert {one["rule"] for one in found.solution("counted", folder).values()} == {"agreed"}


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("consent: true", "assent: true", "file c01: no such fact"),
        ("{place}", "{places}", "file c01: 'places' stands in braces"),
        ("id: c02", "id: c01", "ids in the key must differ; twice: c01"),
    ],
)
def test_a_fault_of_the_key_is_told_with_its_file(found, tmp_path, good, bad, told):
    path = tmp_path / "keys" / "ford-desk" / "files.yaml"
    path.write_text(KEY.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(ParleyError, match=f"(?s){re.escape(str(path))}.*{told}"):
        found.solution("counted", path.parent)


def test_a_missing_key_and_missing_files_are_told_with_their_place(found, tmp_path):
    with pytest.raises(ParleyError, match=r"its key is not at .*files\.yaml"):
        found.solution("counted", tmp_path)
    (tmp_path / "files" / "ford-desk.yaml").unlink()
    with pytest.raises(ParleyError, match="the files that count are not at"):
        found.counted_files()


def test_the_report_counts_decisions_and_rules_and_finds_an_unfair_desk(found, tmp_path):
    lines = list(report(tmp_path / "scenarios" / "ford-desk.yaml"))
    assert f"{'decision clear':<40}{2:>10}{5:>10}" in lines
    failed = " ".join(line for line in lines if line.startswith("FAIL"))
    assert "counted: no decision fits more than half of 5 files; clear fits 5" in failed
    assert "Every rule is right at least 2 times over all files; not so: large, rest" in failed


def test_the_report_names_files_without_key_and_keys_without_file(found, tmp_path):
    key = tmp_path / "keys" / "ford-desk" / "files.yaml"
    key.write_text(KEY.replace("c05", "c06"), encoding="utf-8")
    failed = [line for line in report(tmp_path / "scenarios" / "ford-desk.yaml") if "FAIL" in line]
    assert "FAIL Every file that counts has its key; not so: c05" in failed
    assert "FAIL Every key has its file; not so: c06" in failed


@pytest.mark.parametrize("path", COUNTED, ids=lambda path: path.stem)
def test_files_that_count_say_nothing_of_their_key(path):
    """Title and text alone are public; the strict model refuses any other field."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {field for one in entries for field in one} == {"id", "title", "text"}
    assert len(scenario.load(path.stem).counted_files()) == len(entries)
