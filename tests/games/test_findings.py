"""Findings: procedures against other code, what answers cost, what a report says and refuses."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.games import findings
from tests.games.findings import CONTENT, ONE, REPORT, SAY, SHEET, TWO

from parley.analysis import evaluation
from parley.errors import ParleyError, Refused
from parley.games import family
from parley.games.findings import series
from parley.games.findings.procedures import PROCEDURES
from parley.games.findings.reckon import (
    before_after,
    comparisons,
    gap,
    growth,
    rate,
    registers,
    share,
    two_differences,
    weeks_needed,
)
from parley.games.findings.rules import to_move
from parley.games.findings.scoring import missed, missed_by
from parley.games.findings.sheet import Sheet, said
from parley.models.survival import Spell, kaplan_meier
from parley.models.survival import lasting as lasting_of_model

GAME = family("findings")
START = GAME.initial_state(REPORT)
VALUES = GAME.values(10, CONTENT)
COUNTS = st.lists(st.integers(0, 60), min_size=6, max_size=12)


def sheet_of(**columns):
    """Return a table of columns of whole numbers, its rows called 0, 1, 2 and so on."""
    cells = tuple(
        zip(*([Fraction(one) for one in column] for column in columns.values()), strict=True)
    )
    heads = tuple((name, name.capitalize()) for name in columns)
    return Sheet("Counts", "Week", heads, tuple(map(str, range(len(cells)))), cells)


# procedures, against code that shares nothing with them


@pytest.mark.filterwarnings("ignore:invalid value")  # counts that are alike have no error
@given(COUNTS, st.integers(3, 9), st.randoms())
def test_changes_and_two_differences_are_those_of_statsmodels(values, start, rng):
    start = min(start, len(values) - 3)
    other = [rng.randint(0, 60) for _ in values]
    sheet, at = sheet_of(own=values, other=other), str(start)
    moments = range(len(values))
    own = evaluation.difference(moments, values, start, 0).value
    assert float(before_after(sheet, "own", at).value[0]) == pytest.approx(own, abs=1e-9)
    beside = evaluation.two_differences(moments, values, other, start, 0).value
    found = two_differences(sheet, "own", "other", at)
    assert float(found.value[0]) == pytest.approx(beside, abs=1e-9)
    assert float(found.mistakes[0].value[0]) == pytest.approx(own, abs=1e-9)


@pytest.mark.filterwarnings("ignore:invalid value")  # a perfect fit has no error to speak of
@given(COUNTS, st.integers(3, 9))
def test_step_and_bend_are_those_of_segmented_regression(values, start):
    start = min(start, len(values) - 3)
    fitted = evaluation.segments(range(len(values)), values, start, 0)
    sheet, at = sheet_of(own=values), str(start)
    step, bend = (one(sheet, "own", at).value[0] for one in (series.step, series.bend))
    assert float(step) == pytest.approx(fitted.step.value, abs=1e-7)
    assert float(bend) == pytest.approx(fitted.change.value, abs=1e-7)


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 1)), min_size=2, max_size=12))
def test_what_lasts_is_what_kaplan_and_meier_give(spells):
    sheet = sheet_of(time=[time for time, _ in spells], ended=[end for _, end in spells])
    steps = kaplan_meier([Spell(time, bool(end)) for time, end in spells])
    for after in range(1, 14):
        found = series.lasting(sheet, "time", "ended", after).value[0]
        assert float(found) == pytest.approx(100 * lasting_of_model(steps, after))


@given(COUNTS, st.randoms())
def test_the_lowest_and_the_highest_are_those_of_each_comparison(values, rng):
    names = ("a", "b", "c")
    rest = {name: [rng.randint(0, 60) for _ in values] for name in names}
    sheet = sheet_of(own=values, **rest)
    each = [two_differences(sheet, "own", name, "3").value[0] for name in names]
    assert comparisons(sheet, "own", names, "3").value == (min(each), max(each))


@pytest.mark.parametrize(
    ("found", "value", "mistake"),
    [
        (share(SHEET, "south", "north", "1"), Fraction(500, 9), Fraction(5)),
        (gap(SHEET, "south", "north", "2", "1"), Fraction(1000, 63), Fraction(0)),
        (rate(SHEET, "south", "north", "1", 100), Fraction(500, 9), Fraction(5)),
        (growth(SHEET, "north", "1", "3"), Fraction(-500, 9), Fraction(-5)),
        (weeks_needed(SHEET, "north", "3", 2), Fraction(64), Fraction(128)),
        (before_after(SHEET, "north", "3"), Fraction(-5), Fraction(-7)),
        (two_differences(SHEET, "north", "south", "3"), Fraction(-3), Fraction(-5)),
        (series.step(SHEET, "north", "3"), Fraction(-1), Fraction(-5)),
    ],
)
def test_a_number_and_its_usual_mistake(found, value, mistake):
    assert found.value == (value,)
    assert found.mistakes[0].value == (mistake,)
    assert found.steps


def test_a_fall_to_nothing_is_all_of_it_and_has_no_last_number_to_divide_by():
    sheet = sheet_of(calls=[8, 0])
    assert PROCEDURES["growth"].fault(sheet, {"column": "calls", "first": "0", "last": "1"}) == ""
    found = growth(sheet, "calls", "0", "1")
    assert found.value == (-100,)
    assert [one.value for one in found.mistakes] == [(-8,), (100,)]


def test_two_counts_give_a_lower_and_a_higher_change():
    assert registers(SHEET, "north", "south", "3").value == (-5, -2)


def test_the_steps_say_the_numbers_of_the_table():
    steps = " ".join(two_differences(SHEET, "north", "south", "3").steps)
    for words in ("(9 + 7) / 2 = 8", "(4 + 2) / 2 = 3", "3 − 8 = −5", "−5 − (−2) = −3"):
        assert words in steps


def test_a_lot_of_counting_is_rounded_up():
    assert weeks_needed(sheet_of(spread=[5]), "spread", "0", 3).value == (45,)


@pytest.mark.parametrize(
    ("by", "given", "reason"),
    [
        ("share", {"part": "north"}, "takes part, whole, row; got part"),
        ("step", {"column": "east", "start": "3"}, "columns are north, south; got 'east'"),
        ("step", {"column": "north", "start": "9"}, "start is one of 1, 2, 3, 4; got '9'"),
        ("step", {"column": "north", "start": "2"}, "start has 1 rows before it and 3 from it on"),
        ("before-after", {"column": "north", "start": "1"}, "start has 0 rows before it"),
        (
            "weeks-needed",
            {"spread": "north", "row": "1", "fall": 0},
            "a whole number above 0; got 0",
        ),
        ("growth", {"column": "zero", "first": "1", "last": "2"}, "divides by 0 with these"),
        (
            "comparisons",
            {"treated": "north", "others": ("east",), "start": "3"},
            "columns are north, south; got 'east'",
        ),
        (
            "comparisons",
            {"treated": "north", "others": 5, "start": "3"},
            "others is a list of columns, such as [a, b]; got 5",
        ),
        (
            "comparisons",
            {"treated": "north", "others": "south", "start": "3"},
            "others is a list of columns, such as [a, b]; got 'south'",
        ),
        (
            "comparisons",
            {"treated": "north", "others": (), "start": "3"},
            "others is a list of one column or more; got an empty one",
        ),
        (
            "growth",
            {"column": "north", "first": 1, "last": "2"},
            "first is one of 1, 2, 3, 4; got 1; write it in quotes",
        ),
        (
            "lasting",
            {"time": "north", "ended": "south", "after": 3},
            "ended is a column of 0 and 1; south holds 5 in 1",
        ),
    ],
)
def test_arguments_that_do_not_fit_a_table_are_told(by, given, reason):
    sheet = SHEET
    if given.get("column") == "zero":
        sheet = replace(SHEET, columns=(("zero", "Zero"),), cells=((Fraction(0),),) * 4)
    assert reason in PROCEDURES[by].fault(sheet, given)


def test_every_procedure_says_what_it_is_called_and_how_it_is_done():
    labels = [one.label for one in PROCEDURES.values()]
    assert len(set(labels)) == len(labels)
    assert all(one.recipe.endswith(".") for one in PROCEDURES.values())


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Fraction(1, 3), "0.33"),
        (-1200, "−1,200"),
        (Fraction(-1, 1000), "0"),
        (Fraction(5, 2), "2.5"),
    ],
)
def test_numbers_are_said_with_two_decimals_at_most(value, words):
    assert said(value) == words


# what an answer costs


@pytest.mark.parametrize(
    ("number", "lost"), [(-3, 0), (-4, 0), (-2, 0), (-5, "1/4"), (0, "1/2"), (2, 1), (20, 1)]
)
def test_a_number_costs_more_with_its_distance_up_to_all(number, lost):
    assert missed(ONE, Fraction(-3), number) == Fraction(lost)
    move = to_move(ONE, number)
    assert VALUES.losses(START, move) == {"number": float(1000 * Fraction(lost))}


def test_of_a_lowest_and_a_highest_each_counts_half():
    assert missed_by(TWO, (Fraction(-4), Fraction(5, 2)), (-4, 20)) == Fraction(1, 2)


@given(st.lists(st.integers(-12, 12), min_size=1, max_size=9))
def test_whoever_is_unsure_does_best_near_the_middle_of_what_they_believe(believed):
    """Within the reach the cost is that of the median; with a margin, at no distance from it."""
    wide = replace(ONE, margin=Fraction(0), reach=Fraction(60))
    cost = {
        number: sum(missed(wide, Fraction(one), number) for one in believed)
        for number in range(-12, 13)
    }
    assert cost[sorted(believed)[len(believed) // 2]] == min(cost.values())


def test_a_wrong_sentence_costs_all_and_leaving_too():
    state = after(to_move(ONE, -3), to_move(TWO, -4, 3))
    assert VALUES.losses(state, conclude("more")) == {"sentence": 1000.0}
    assert VALUES.losses(state, conclude("less")) == {"sentence": 0.0}
    assert VALUES.losses(state, {"kind": "leave"}) == {"left": 1000.0}
    assert VALUES.losses(START, {"kind": "turn", "to": "say"}) == {"left": 0.0}


# the report


def after(*moves, start=START):
    for move in moves:
        start = GAME.apply(start, move)
    return start


def conclude(sentence):
    return {"kind": "conclude", "sentence": sentence}


def test_nothing_of_what_was_right_is_told_before_the_review():
    wrong, right = (after(to_move(ONE, number)) for number in (7, -3))
    assert GAME.points(wrong) == GAME.points(right) == 0
    seen = [GAME.view(state) for state in (wrong, right)]
    assert seen[0].said == seen[1].said == "Your answer to “One” is kept."
    assert seen[0].known == seen[1].known
    assert [meter.text for meter in seen[0].meters] == ["1 of 3"]


def test_the_table_stands_with_the_question():
    (block,) = GAME.form(START).shown
    assert block.title == "One"
    assert block.table.caption == "Incidents"
    assert block.table.columns == ("Week", "North", "South")
    assert block.table.rows[0] == ("1", "9", "5")


def test_a_number_is_typed_and_nothing_is_suggested():
    (field,) = GAME.form(START).actions[0].fields
    assert (field.value, field.low, field.high) == (None, -20, 20)
    assert "Within 1 of the right one costs nothing; 4 beyond that costs all" in field.note
    low, high = GAME.form(after(to_move(ONE, 1))).actions[0].fields
    assert (low.name, high.name) == ("low", "high")


def test_turning_opens_another_question_and_answers_none():
    state = after({"kind": "turn", "to": "say"})
    assert state.question == SAY
    assert GAME.view(state).said == "“Say” lies open."
    assert [action.kind for action in GAME.form(state).actions] == ["conclude", "turn", "leave"]
    state = after(conclude("less"), start=state)
    assert state.question == ONE
    assert [action.kind for action in GAME.form(state).actions] == ["enter", "turn", "leave"]


def test_with_one_question_left_there_is_nothing_to_turn_to():
    state = after(to_move(ONE, 1), to_move(TWO, 1, 2))
    assert [action.kind for action in GAME.form(state).actions] == ["conclude", "leave"]
    assert "allows conclude, leave; got 'turn'" in GAME.refuse(state, {"kind": "turn", "to": "one"})


@pytest.mark.parametrize(
    ("move", "reason"),
    [
        ("x", "A move needs a kind, one of enter, conclude, leave, turn; got 'x'"),
        ({"kind": "conclude", "sentence": "less"}, "allows enter, turn, leave; got 'conclude'"),
        ({"kind": "enter"}, "The move enter takes number here; got none"),
        ({"kind": "enter", "low": 1, "high": 2}, "takes number here; got 'high', 'low'"),
        ({"kind": "enter", "number": None}, "The number is not there yet. Type a whole number."),
        ({"kind": "enter", "number": 21}, "The number is a whole number from -20 to 20; got 21"),
        ({"kind": "enter", "number": 1.5}, "a whole number from -20 to 20; got 1.5"),
        ({"kind": "turn", "to": ""}, "Choose the question that you turn to first."),
        ({"kind": "turn", "to": "one"}, "You can turn to two, say; got 'one'"),
        ({"kind": "leave", "question": "two"}, "The question that lies open is one; got 'two'"),
        ({"kind": "leave", "because": "x"}, "'because' is one of a; got 'x'"),
    ],
)
def test_a_refused_move_is_told_the_rule_and_what_was_got(move, reason):
    assert reason in GAME.refuse(START, move)
    with pytest.raises(Refused, match="."):
        GAME.apply(START, move)


@pytest.mark.parametrize(
    ("low", "high", "reason"),
    [
        (3, 2, "The lowest is not above the highest; got 3 and 2"),
        (None, 2, "The lowest is not there yet"),
        (1, 99, "The highest is a whole number"),
    ],
)
def test_a_lowest_and_a_highest_are_refused_with_their_names(low, high, reason):
    state = after(to_move(ONE, 1))
    assert reason in GAME.refuse(state, {"kind": "enter", "low": low, "high": high})


def test_a_number_between_two_steps_is_refused():
    coarse = replace(REPORT, questions=(replace(ONE, step=5),))
    move = {"kind": "enter", "number": 3}
    assert "in steps of 5; got 3" in GAME.refuse(GAME.initial_state(coarse), move)


def test_at_the_end_the_report_counts_what_was_left():
    state = after(to_move(ONE, 1), {"kind": "leave"}, conclude("less"))
    assert GAME.view(state).over == "All 3 questions are dealt with, 1 of them left open."
    assert GAME.outcome(state) == {"end": "done", "answered": 2, "left": 1}
    assert GAME.form(state).actions == ()
    assert "All questions are dealt with" in GAME.refuse(state, {"kind": "leave"})
    assert VALUES.points(state) == 1250


# the review


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (-3, "Right, within 1"),
        (-5, "It brings 7.5 of 10 points. It is a usual mistake: before and after alone"),
        (3, "It brings 0 of 10 points. It is a usual mistake: the wrong sign"),
        (12, "It brings 0 of 10 points. Go through the steps"),
    ],
)
def test_a_review_says_the_mistake_if_it_is_a_usual_one(number, why):
    named = replace(START.variant.words, names=(("place", "the ford"),))
    start = GAME.initial_state(replace(REPORT, words=named))
    move = to_move(ONE, number)
    told = GAME.tell(VALUES, start, move, GAME.apply(start, move))
    assert told.why == why
    assert told.known_now == "Step one of the ford."
    assert told.best_move == "−3 incidents"
    assert told.known_then == "The table: Incidents."


def test_a_review_of_a_sentence_says_why_it_cannot_stand():
    state = after(to_move(ONE, 1), to_move(TWO, 1, 2))
    tell = [GAME.tell(VALUES, state, conclude(one), None) for one in ("more", "less")]
    assert [one.why for one in tell] == ["It did not", "The numbers allow this sentence"]
    assert tell[0].best_move == "“It fell”"
    left = GAME.tell(VALUES, state, {"kind": "leave"}, None)
    assert left.why == "You left it, which brings nothing of 10 points"


def test_a_review_of_turning_says_that_it_costs_nothing():
    move = {"kind": "turn", "to": "say"}
    assert GAME.tell(VALUES, START, move, None).why == "To turn costs nothing"


def test_a_question_that_the_key_does_not_know_is_named():
    with pytest.raises(ParleyError, match=r"The key has no entry 0 of 'one'.*graders solve"):
        GAME.values(10, {}).advise(START)


@given(st.integers(0, 999), st.integers(0, 999))
def test_another_order_changes_neither_facts_nor_points(play, order):
    rng, state, moves = Random(play), START, {}
    while not GAME.is_terminal(state):
        move = GAME.POLICIES["random"](state, rng)
        if move["kind"] != "turn":
            moves[move["question"]] = move
        state = GAME.apply(state, move)
    other = findings.rekeyed(START, order)
    while not GAME.is_terminal(other):
        other = GAME.apply(other, moves[other.question.slug])
    assert GAME.facts(other) == GAME.facts(state)
    assert VALUES.points(other) == pytest.approx(VALUES.points(state))


def test_soft_enters_the_middle_and_hard_the_first_number():
    soft, hard = (GAME.POLICIES[name](START, Random(0)) for name in ("soft", "hard"))
    assert (soft["number"], hard["number"]) == (0, 9)
    state = after(to_move(ONE, 1), to_move(TWO, 1, 2))
    soft, hard = (GAME.POLICIES[name](state, Random(0)) for name in ("soft", "hard"))
    assert (soft["sentence"], hard["sentence"]) == ("less", "more")
