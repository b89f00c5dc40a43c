"""What a schema finds wrong is said once a place, with its line, in words that need no Python."""

import pytest
from tests.scenario.test_findings_scenario import REPORT

from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario import model_of
from parley.scenario.source import parse

FOLDER = data_folder() / "scenarios"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml")}
TEXTS["ford-report"] = REPORT

FAULTS = {
    "a text for a list": (
        "strait-week",
        "practice: [",
        "practice: 'p1, p2' # [",
        "days.monday.entries.start.practice: a list in square brackets, such as [a, b]; "
        "got 'p1, p2'. Change the value.",
    ),
    "a list that is too short": (
        "tent", "moves: [offer]", "moves: []",
        "criteria.packages.moves: at least 1 here; got 0. Change the value.",
    ),
    "a text for fields": (
        "legal-gate",
        "consent: {label",
        "consent: [] # {label",
        "facts.consent: fields with values, such as {a: 1}; got []. Change the value.",
    ),
    "an id with a capital": (
        "strait-week",
        "id: monday",
        "id: Monday",
        "days.Monday.id: small letters a to z, digits and hyphens, a letter first; got 'Monday'. "
        "Change the value.",
    ),
    "a field misspelt that must be there": (
        "strait-week",
        "chair:",
        "chiar:",
        "days.monday.chiar: there is no field 'chiar' here; did you mean 'chair'? "
        "Remove it, or check its spelling.",
    ),
    "a field misspelt that need not be there": (
        "strait-week",
        "when:",
        "wen:",
        "days.tuesday.entries.ready.wen: there is no field 'wen' here; did you mean 'when'? "
        "Remove it, or check its spelling.",
    ),
    "a field that is like no other": (
        "legal-gate",
        "label: Clear it,",
        "label: Clear it, xyz: 1,",
        "decisions.clear.xyz: there is no field 'xyz' here; there are id, label, note. "
        "Remove it, or check its spelling.",
    ),
    "half a number": (
        "legal-gate",
        "default: false",
        "default: 4.5",
        "facts.consent.default: a whole number; got 4.5. Change the value.",
    ),
    "a number too large": (
        "legal-gate", "minutes: ", "minutes: 99 #", "minutes: at most 60; got 99. Change the value."
    ),
    "a word that YAML reads as false": (
        "legal-gate",
        "decision: ",
        "decision: no #",
        "rules.consent.decision: text; got false. Put it in quotes.",
    ),
    "a day as the label of a row": (
        "ford-report",
        '[["1", 9, 5]',
        "[[2010-01-01, 9, 5]",
        "profiles.practice.p1.tables.counts #1 #1: text; got 2010-01-01. Put it in quotes.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_in_one_line_and_in_plain_words(fault, tmp_path):
    exercise, old, new, told = FAULTS[fault]
    text = TEXTS[exercise]
    assert old in text
    file = tmp_path / f"{exercise}.yaml"
    line = text[: text.index(old)].count("\n") + 1
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ParleyError) as error:
        parse(model_of(file), file)
    assert str(error.value) == f"{file}:{line}: {told}"


@pytest.mark.parametrize(
    ("old", "new", "at", "told"),
    [
        (
            "share: 25",
            "share: 26",
            "days:",
            "days: their shares of the mark add up to 100; got 101. Change the value.",
        ),
        (
            "when: {monday: ",
            "when: {noday: ",
            "when: {monday: ",
            "days.tuesday.entries.ready.when: no earlier day 'noday'. Change the value.",
        ),
    ],
)
def test_a_rule_on_the_whole_file_is_told_at_the_fields_that_it_names(old, new, at, told, tmp_path):
    text = TEXTS["strait-week"]
    assert old in text
    file = tmp_path / "strait-week.yaml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = text[: text.index(at)].count("\n") + 1
    with pytest.raises(ParleyError) as error:
        parse(model_of(file), file)
    assert str(error.value) == f"{file}:{line}: {told}"
