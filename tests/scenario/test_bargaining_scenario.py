"""What a scenario of talks may say: for whom trainees speak, and names that begin a sentence."""

import pytest

from parley.errors import ParleyError
from parley.record import PRACTICE, Header
from parley.scenario.bargaining import BargainingScenario
from parley.scenario.source import parse

FORD = """
exercise: ford
version: 1
game: bargaining
module: "04"
title: The ford
minutes: 10
summary: Two patrol leaders agree how both sides use one ford.
assumptions: All numbers are invented for teaching.
sources: ["Raiffa, H. (1982)."]
names:
  - {river: the Ilmen, a: the East Bank Battalion, b: the West Bank Battalion}
brief:
  situation: ["{A} and {b} meet at a ford. {River} is high."]
  task: ["You speak for {you}."]
issues:
  - id: hours
    label: Hours of use
    better: a
    options: [none, all day]
    stake: {a: "{River} is your only water.", b: "Your cattle drink there."}
  - {id: fees, label: Fees, better: b, options: [none, full]}
styles: {concessions: give ground, trades: trade, questions: ask}
criteria:
  all: {label: Everything, moves: [offer, ask, reveal, trade, adjourn, accept, walk-out]}
profiles:
  practice:
    - id: p1
      weights: [60, 40]
      reservation: 30
      red: [0, 0]
      types: [{weights: [40, 60], reservation: 30, style: trades}]
"""

SIDES = {"a": "the East Bank Battalion", "b": "the West Bank Battalion"}


def ford(tmp_path, line=""):
    """Return the ford, with one more line in its file."""
    file = tmp_path / "ford.yaml"
    file.write_text(FORD + line, encoding="utf-8")
    return parse(BargainingScenario, file)


def dealt(found):
    """Return what eight trainees are dealt."""
    return [
        found.deal(
            Header("ford", 1, 1, f"trainee {n}", "", PRACTICE, 1), found.profile("p1"), 0, "p"
        )
        for n in range(8)
    ]


def test_the_side_is_drawn_where_the_scenario_names_none(tmp_path):
    assert {variant.words.you for variant in dealt(ford(tmp_path))} == set(SIDES.values())


@pytest.mark.parametrize("side", SIDES)
def test_every_trainee_speaks_for_the_side_that_the_scenario_names(side, tmp_path):
    found = dealt(ford(tmp_path, f"side: {side}\n"))
    assert {variant.words.you for variant in found} == {SIDES[side]}
    assert {variant.words.task for variant in found} == {(f"You speak for {SIDES[side]}.",)}


def test_a_fixed_side_changes_nothing_else_in_the_draw(tmp_path):
    drawn, fixed = dealt(ford(tmp_path)), dealt(ford(tmp_path, "side: a\n"))
    mine = [
        (one, two) for one, two in zip(drawn, fixed, strict=True) if one.words.you == SIDES["a"]
    ]
    assert mine
    assert all(one == two for one, two in mine)


def test_a_side_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(ParleyError, match=r"side: .*'a' or 'b'; got 'c'"):
        ford(tmp_path, "side: c\n")


def test_a_name_gets_a_capital_at_the_start_of_a_sentence_in_briefs_and_stakes(tmp_path):
    variant = dealt(ford(tmp_path, "side: a\n"))[0]
    assert variant.words.situation == (
        "The East Bank Battalion and the West Bank Battalion meet at a ford. The Ilmen is high.",
    )
    assert variant.issues[variant.role("hours")].stake == "The Ilmen is your only water."
