"""What an instructor reads who writes a scenario: faults with their place, or facts."""

import re

import pytest
from tools import schema

from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario.check import report

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
    "a name that nobody has": ("above {valley}", "above {vale}", "names 'vale' in braces"),
    "a side that does not exist": ("better: b", "better: c", r"issues\.0\.better: .*got 'c'"),
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


@pytest.mark.parametrize("content", [b"", b"- a", b"\xff\xfe", b"a: &a [*a]", b"[" * 9000, b"1: 2"])
def test_a_file_that_is_no_scenario_is_refused_in_words(content, tmp_path):
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    with pytest.raises(ParleyError, match=re.escape(str(file))):
        list(report(file, facts=False))


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
