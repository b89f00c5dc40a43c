"""What an instructor reads who writes a scenario: faults with their place, or facts."""

import re

import pytest
from tests.scenario.test_casework_scenario import DESK, FILES
from tests.scenario.test_findings_scenario import REPORT
from tools import schema

from parley import scenario
from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario.check import report
from parley.scenario.source import read_yaml

TENT = data_folder() / "scenarios" / "tent.yaml"

SCENARIOS = sorted(set(TENT.parent.glob("*.yaml")) - {TENT.parent / "claim-desk.yaml"})

FAULTS = {
    "a number in words": ("  rounds: 8", "  rounds: eight", r":25: terms\.rounds: .*'eight'"),
    "a field misspelt": ("title: The tent", "titel: The tent", r"titel: .*Remove it"),
    "a field left out": ("title: The tent\n", "", r": title: .*Add the field"),
    "weights that do not add up": (
        "- {weights: [42,", "- {weights: [43,", r":\d{3}: profiles.*weights add up to 100.*101"
    ),
    "a joint share too large": ("joint: 1/5", "joint: 2/5", r":30: terms\.joint: .*3/10; got 2/5"),
    "a name that nobody has": (
        "above {valley}", "above {vale}", r":49: brief\.situation #1: .*'vale'"
    ),
    "braces without a name": ("above {valley}", "above {}", r":49: brief\.situation #1: .*got ''"),
    "braces that do not end": ("above {valley}", "above {valley", r":49: brief.*'Three"),
    "a name with a form": ("above {valley}", "above {valley:x}", r":49: .*river, .*got 'valley:x'"),
    "a side that does not exist": ("better: b", "better: c", r"issues\.[a-z]+\.better: .*got 'c'"),
    "YAML that is none": ("brief:", "brief: [", r"tent\.yaml:\d+: .*Check the indentation"),
    "a criterion that forgets a move": ("moves: [adjourn]", "moves: [offer]", "each of these once"),
    "two profiles of one name": ("id: p2", "id: p1", "profile ids must differ; twice: p1"),
    "a red line beyond the options": ("red: [0, 0,", "red: [0, 5,", "least levels under 5"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_place_and_what_to_do(fault, tmp_path):
    old, new, expected = FAULTS[fault]
    text = TENT.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "tent.yaml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ParleyError) as error:
        list(report(file, facts=False))
    assert str(file) in str(error.value)
    assert re.search(expected, str(error.value), re.DOTALL)


def test_a_name_that_nobody_has_is_told_in_the_file_where_it_stands(tmp_path, monkeypatch):
    for path, text in (("scenarios", DESK), ("files", FILES.replace("[x]", '["In {plaze}."]', 1))):
        (tmp_path / path).mkdir()
        (tmp_path / path / "ford-desk.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path))
    place = re.escape(f"{tmp_path / 'files' / 'ford-desk.yaml'}:1: c01.text #1: ")
    with pytest.raises(ParleyError, match=rf"{place}.* has \(place\); got 'plaze'\. Add it there"):
        list(report(tmp_path / "scenarios" / "ford-desk.yaml", facts=False))


def test_an_empty_list_of_ways_to_ask_is_no_name_in_braces(tmp_path):
    file = tmp_path / "ford-report.yaml"
    file.write_text(REPORT.replace('rate: [{row: "2011"}]', "rate: []"), encoding="utf-8")
    with pytest.raises(ParleyError, match="p1.* cannot be drawn|rate") as error:
        list(report(file, facts=False))
    assert "braces" not in str(error.value)


@pytest.mark.parametrize("content", [b"", b"- a", b"\xff\xfe", b"a: &a [*a]", b"[" * 9000, b"1: 2"])
def test_a_file_that_is_no_scenario_is_refused_in_words(content, tmp_path):
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    with pytest.raises(ParleyError, match=re.escape(str(file))):
        list(report(file, facts=False))


MISWRITTEN = {
    "a field that stands twice": (
        b"a: 1\ntitle: A\nb: 2\ntitle: B\n",
        ":4: title: a field stands once; got it in line 2 too. Keep one of the two.",
    ),
    "a field that stands twice in a list": (
        b"a:\n  - {when: {x: 1},\n     when: {y: 2}}\n",
        ":3: when: a field stands once; got it in line 2 too. Keep one of the two.",
    ),
    "a tab": (b"a:\n\tb: 1\n", ":2: there is a tab before a field. Use spaces."),
    "a tab after spaces": (b"a:\n  b: 1\n\tc: 1\n", ":3: there is a tab before a field."),
    "a percent sign": (b"a: %x\n", ":1: a value begins with '%'. Put the whole value in quotes."),
    "an at sign": (b"a: @x\n", ":1: a value begins with '@'. Put the whole value in quotes."),
    "a comparison": (
        b"a: >=4\nb: 1\n", ":1: a value begins with '>' or '|'. Put the whole value in quotes."
    ),
    "a comparison in braces": (
        b"a: {b: >=4}\n", ":1: a value begins with '>'. Put the whole value in quotes."
    ),
    "a colon in a text": (b"a: b: c\n", ":1: a colon too many. Put a text with a colon in quotes"),
    "Latin-1": ("a: caf\u00e9\n".encode("latin-1"), ": this is no text in UTF-8. In your"),
    "UTF-16": ("a: 1\n".encode("utf-16"), ": this is no text in UTF-8. In your editor, save it as"),
    "UTF-16 without a mark": (b"a\0:\0 \x001\0", ": this is no text in UTF-8. In your"),
}  # fmt: skip


@pytest.mark.parametrize("fault", MISWRITTEN)
def test_a_file_that_is_miswritten_is_told_by_its_line_and_what_to_do(fault, tmp_path):
    content, told = MISWRITTEN[fault]
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    with pytest.raises(ParleyError, match=re.escape(f"{file}{told}")):
        read_yaml(file)


def test_a_field_may_overrule_what_it_takes_over(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_text("a: &a {x: 1}\nb:\n  <<: *a\n  x: 2\n", encoding="utf-8")
    assert read_yaml(file)["b"] == {"x": 2}


def test_a_file_that_is_not_there_is_told_so(tmp_path):
    with pytest.raises(ParleyError, match=r"none\.yaml: there is no such file\. Check its name"):
        list(report(tmp_path / "none.yaml"))
    with pytest.raises(ParleyError, match=r": this is a folder\. Name a file"):
        list(report(tmp_path))


def test_a_file_has_the_name_of_its_exercise(tmp_path, monkeypatch):
    file = tmp_path / "scenarios" / "tent-two.yaml"
    file.parent.mkdir()
    file.write_bytes(TENT.read_bytes())
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path))
    told = r"tent-two\.yaml:2: exercise: .*'tent-two'; got 'tent'\. Change the value, or rename"
    with pytest.raises(ParleyError, match=told):
        list(report(file, facts=False))
    with pytest.raises(ParleyError, match=told):
        scenario.load("tent-two")


def test_an_exercise_that_is_not_there_is_answered_by_the_nearest_three():
    with pytest.raises(ParleyError) as error:
        scenario.load("week-waring")
    assert re.fullmatch(
        r"There is no exercise 'week-waring'; the nearest are week-warning(, [a-z0-9-]+){2}\. "
        "'parley exercises' lists them all\\.",
        str(error.value),
    )


def test_a_good_scenario_says_so():
    (line,) = report(TENT, facts=False)
    assert "well formed; 6 profiles to practise on, 6 that count" in line


def test_the_schemas_for_editors_are_up_to_date():
    kept = {path: path.read_text(encoding="utf-8") for path in schema.FOLDER.glob("*.json")}
    assert kept == schema.texts()


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_names_the_schema_of_its_game(file):
    text = file.read_text(encoding="utf-8")
    named = text.splitlines()[0].partition("$schema=")[2]
    game = re.search(r"^game: (\S+)", text, re.MULTILINE)[1]
    assert (file.parent / named).resolve() == (schema.FOLDER / f"{game}.json").resolve()


@pytest.mark.parametrize("form", ["first-positions", "last-positions"])
def test_a_form_is_checked_by_drawing_its_positions(form, tmp_path):
    path = TENT.parent / f"{form}.yaml"
    first, last = report(path)
    assert "well formed" in first
    assert "nothing of its own to solve" in last
    broken = tmp_path / path.name
    broken.write_text(path.read_text("utf-8").replace("position: p", "position: q"), "utf-8")
    with pytest.raises(ParleyError, match="has no position 'q.*Choose one from data/positions"):
        list(report(broken, facts=False))
