"""A domain as a scenario file: what is wrong with it is named, and it cannot be played."""

import re
from shutil import copytree

import pytest

import parley
from parley import autoplay, scenario
from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario.check import report

FERRY = """\
exercise: ferry
version: 1
game: domain
title: The ferry
sources: [Our own]
parties:
- {name: north, reservation: 0.3}
- {name: south, reservation: 0.2, discount: 0.9}
issues:
- name: Trips
  weights: [0.6, 0.3]
  options:
  - {name: one, evaluations: [1, 3]}
  - {name: two, evaluations: [2, 1]}
- name: Guards
  weights: [0.3, 0.5]
  integers: {low: 0, high: 4, lines: [{offset: 1, slope: -0.25}, {offset: 0, slope: 0.25}]}
- name: Fare
  weights: [0.1, 0.2]
  reals:
    low: 0
    high: 2
    shapes:
    - {shape: linear, parameters: [0, 0.5]}
    - {shape: constant, parameters: [0.5]}
"""

FAULTS = {
    "one party": ("- {name: north, reservation: 0.3}\n", "", r"parties #2: this entry is missing"),
    "two parties of one name": ("name: south", "name: north", "names of the parties must differ"),
    "two issues of one name": ("name: Fare", "name: Trips", "issue names must differ; twice: T"),
    "two options of one name": ("name: two", "name: one", "option names must differ; twice: one"),
    "a weight below 0": ("[0.6, 0.3]", "[-0.6, 0.3]", r"issues #1\.weights #1: .*got -0\.6"),
    "three weights": ("[0.6, 0.3]", "[0.6, 0.3, 0]", r"issues #1\.weights: "),
    "a weight that is no number": ("[0.6,", "[.nan,", r"issues #1\.weights #1: .*finite"),
    "a reservation without end": ("0.3}", ".inf}", r"parties #1\.reservation: .*finite"),
    "a discount above 1": ("0.9}", "1.9}", r":8: parties #2\.discount: .*got 1\.9"),
    "an issue of two kinds": (
        "  options:", "  integers: {low: 0, high: 1, lines: [{offset: 0, slope: 1}, {offset: 0, "
        "slope: 1}]}\n  options:", r"issues #1: an issue has one of these",
    ),
    "an issue of no kind": ("issues:\n", "issues:\n- {name: x, weights: [0, 0]}\n", "has one"),
    "no evaluation above 0": (
        "[1, 3]}\n  - {name: two, evaluations: [2,", "[-1, 3]}\n  - {name: two, evaluations: [0,",
        "largest evaluation of an issue is above 0",
    ),
    "a range that falls": ("high: 4", "high: -4", r"integers: a range goes from its low end"),
    "a range too long": ("high: 4", "high: 1000000", "at most 1,000,000 whole numbers"),
    "a shape without parameters": ("[0, 0.5]", "[0]", "a linear shape has 2 parameters"),
    "a triangle without top": (
        "linear, parameters: [0, 0.5]", "triangular, parameters: [0, 2, 3]", "lies between its two"
    ),
    "a name that does not print": ("name: Fare", 'name: "F\\e[31m"', "printable characters"),
    "a field misspelt": ("weights: [0.1", "wieghts: [0.1", r"wieghts: .*Remove it"),
}  # fmt: skip


@pytest.fixture
def ferry(tmp_path):
    """Return the ferry's scenario in a file."""
    path = tmp_path / "ferry.yaml"
    path.write_text(FERRY, encoding="utf-8")
    return path


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_place(fault, ferry):
    old, new, said = FAULTS[fault]
    assert old in FERRY
    ferry.write_text(FERRY.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ParleyError) as error:
        list(report(ferry))
    assert str(ferry) in str(error.value)
    assert re.search(said, str(error.value)), error.value


def test_an_evaluation_may_be_below_0_if_another_is_above(ferry):
    ferry.write_text(FERRY.replace("[1, 3]}", "[-1, 3]}"), encoding="utf-8")
    assert "well formed; a domain to analyse" in next(report(ferry))


def test_ten_thousand_options_are_checked_at_once(ferry):
    """Each name against each other would take a minute."""
    options = "".join(f"  - {{name: o{n}, evaluations: [{n}, 1]}}\n" for n in range(10_000))
    ferry.write_text(FERRY[: FERRY.index("  - {name: one")] + options, encoding="utf-8")
    assert len(scenario.load_file(ferry).issues[0].options) == 10_000


class TestNotPlayed:
    @pytest.fixture
    def exercise(self, ferry, tmp_path, monkeypatch):
        """Return the name of the ferry among the exercises of a folder of one's own."""
        folder = copytree(data_folder(), tmp_path / "data")
        ferry.rename(folder / "scenarios" / "ferry.yaml")
        monkeypatch.setenv("PARLEY_DATA", str(folder))
        return "ferry"

    def test_it_is_listed_and_loads_among_the_exercises(self, exercise):
        assert exercise in scenario.exercises()
        found = scenario.load(exercise)
        assert (found.game, found.title, found.module) == ("domain", "The ferry", "-")

    def test_play_and_table_refuse_it_and_say_what_to_do(self, exercise, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("PARLEY_TRAINEE", "ada")
        said = "ferry is a domain: it can be analysed, not played. Run 'parley analyse ferry'"
        with pytest.raises(ParleyError, match=said):
            autoplay.Table(exercise, "ada", 1, tmp_path / "ada.jsonl")
        with pytest.raises(ParleyError, match=said):
            parley.table(exercise)
        assert not (tmp_path / "ada.jsonl").exists()
