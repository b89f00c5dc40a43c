"""What is wrong with a report is said with its line, and a table is what the data set holds."""

from fractions import Fraction

import pytest
from pydantic import ValidationError
from tests.scenario.faults import check_told

from graders.check_findings import DRAWS
from graders.solve_findings import solution
from parley import sets
from parley.record import Header
from parley.scenario.check import report
from parley.scenario.findings import FindingsScenario
from parley.scenario.findings_tables import Span, TableText
from parley.scenario.source import parse

REPORT = """exercise: ford-report
version: 1
game: findings
module: "15"
title: Ford report
minutes: 5
summary: Count at the ford.
assumptions: The ford is invented.
sources: ["Nobody (1900). Nothing."]
names: [{place: the ford}]
brief: {situation: ["At {place}."], task: ["Count."]}
tables:
  counts:
    caption: Incidents at {place}
    corner: Week
    columns:
      north: {label: "north of {place}"}
      south: {label: south}
  strength:
    caption: Peacekeepers
    corner: Year
    set: un-peacekeeping
    label: [year]
    columns: {uniformed: {label: Uniformed, of: uniformed}, deaths: {label: Deaths, of: deaths}}
questions:
  - id: beside
    label: "{treated} beside {other}"
    table: counts
    text: "By how much did {treated} change more than {other} at {place} from {start} on?"
    unit: incidents
    low: -20
    high: 20
    reach: 3
    reckon: {by: two-differences, treated: north, other: south}
  - id: rate
    label: Rate
    table: strength
    text: "How many for {per} in {row}?"
    low: 0
    high: 60
    reach: 5
    reckon: {by: rate, events: deaths, size: uniformed, per: 10000}
  - id: say
    label: Say
    table: counts
    text: What may be said?
    rests: {alone: {by: before-after, column: north}}
    sentences:
      - {id: fell, text: "It fell at {place}.", when: {alone: "<0"}, why: It did not fall.}
      - {id: not, text: It did not fall., why: It fell.}
      - {id: did, text: The measure did it., never: true, why: Nobody knows.}
criteria:
  numbers: {label: Numbers, moves: [number, range]}
  sentences: {label: Sentences, moves: [sentence]}
  left: {label: Left, moves: [left]}
profiles:
  practice:
    - id: p1
      told: ["There is peace at {place}."]
      tables:
        counts: [["1", 9, 5], ["2", 7, 5], ["3", 4, 3], ["4", 2, 3]]
        strength: {year: {from: 2010, to: 2013}}
      asks:
        beside: [{start: "3"}, {start: "2"}]
        rate: [{row: "2011"}]
        say: [{start: "3"}]
"""
WRONG = {
    "a procedure that is none": (
        "by: rate,",
        "by: ratio,",
        r"questions\.1: by is one of share, gap, rate, .*; got 'ratio'",
    ),
    "a question without anything to reckon": (
        "    reckon: {by: rate, events: deaths, size: uniformed, per: 10000}\n",
        "",
        r"questions\.1: takes reckon for a number, or rests and sentences for a sentence",
    ),
    "a range that is none": (
        "high: 60",
        "high: 0",
        r"questions\.1: low is below high; got 0 and 0",
    ),
    "a last sentence with a condition": (
        "{id: not, text: It did not fall.,",
        '{id: not, text: It did not fall., when: {alone: ">0"},',
        r"questions\.2: every sentence that can be right has conditions, the last of them none",
    ),
    "a condition on a number that is not reckoned": (
        'when: {alone: "<0"}',
        'when: {beside: "<0"}',
        r"questions\.2: when names alone; got 'beside'",
    ),
    "a sentence twice": (
        "{id: not, text",
        "{id: fell, text",
        r"questions\.2: ids of sentences must differ; twice: fell",
    ),
    "only one sentence": (
        """
      - {id: fell, text: "It fell at {place}.", when: {alone: "<0"}, why: It did not fall.}
      - {id: not, text: It did not fall., why: It fell.}
      - {id: did, text: The measure did it., never: true, why: Nobody knows.}
""",
        "\n      - {id: not, text: It did not fall., why: It fell.}\n",
        r"questions\.2: takes two sentences or more; got only not",
    ),
    "a condition in words": (
        'when: {alone: "<0"}',
        "when: {alone: fell}",
        r'questions\.2: sentence fell: alone is a number, .*such as ">=-0\.5"; got \'fell\'',
    ),
    "a condition on infinity": (
        'when: {alone: "<0"}',
        "when: {alone: .inf}",
        r"questions\.2: sentence fell: alone is a number, .*; got inf",
    ),
    "a condition without a number": (
        'when: {alone: "<0"}',
        "when: {alone: []}",
        r"questions\.2: sentence fell: alone is a number, .*; got \(\)",
    ),
    "a reason with a name that nobody has": (
        "why: It fell.",
        'why: "It fell from {start} on."',
        r":LINE: questions\.2\.sentences\.1\.why: 'start' stands in braces, but not in every row",
    ),
    "a table that is not there": (
        "table: strength",
        "table: strengths",
        r":LINE: questions\.1\.table: one of counts, strength; got 'strengths'",
    ),
    "a question that is not there": (
        'rate: [{row: "2011"}]',
        'rates: [{row: "2011"}]',
        r"asks\.rates: one of beside, rate, say; got 'rates'",
    ),
    "a table that a profile does not give": (
        "        strength: {year: {from: 2010, to: 2013}}\n",
        "",
        r"asks\.rate: p1 has no table strength",
    ),
    "a row that is not in the table": (
        'rate: [{row: "2011"}]',
        'rate: [{row: "2017"}]',
        r":LINE: .*p1: rate: rate: row is one of 2010, 2011, 2012, 2013; got '2017'",
    ),
    "an argument that is none": (
        'rate: [{row: "2011"}]',
        'rate: [{row: "2011", start: "3"}]',
        r":LINE: .*p1: rate: asks for events, per, row, size; got 'start'",
    ),
    "a row with too few numbers": (
        '["4", 2, 3]',
        '["4", 2]',
        r"p1: counts: needs rows of a label and 2 numbers",
    ),
    "a number that divides by 0": (
        '["4", 2, 3]',
        '["4", 2, "1/0"]',
        r":LINE: .*p1: counts: row 4 holds numbers; got '1/0'",
    ),
    "a word for a number": (
        '["4", 2, 3]',
        '["4", few, 3]',
        r":LINE: .*p1: counts: row 4 holds numbers; got 'few'",
    ),
    "an infinite margin": (
        "    high: 60\n",
        "    high: 60\n    margin: .inf\n",
        r"questions\.1\.margin: a finite number; got inf",
    ),
    "a row twice": ('["4", 2, 3]', '["3", 2, 3]', r"p1: counts: labels of rows must differ"),
    "rows for a table of a set": (
        "{year: {from: 2010, to: 2013}}",
        "[[a, 1, 2]]",
        r"p1: strength: names rows of the set un-peacekeeping",
    ),
    "a row without a value": (
        "{from: 2010, to: 2013}",
        "{from: 2019, to: 2023}",
        r"p1: strength: row 2022 has no value of uniformed; choose other rows",
    ),
    "a set that is not there": (
        "set: un-peacekeeping",
        "set: peacekeepers",
        r"tables\.strength: there is no set 'peacekeepers'; there are armed-conflicts, ",
    ),
    "a column that the set does not have": (
        "of: deaths}",
        "of: dead}",
        r"tables\.strength: un-peacekeeping has no column 'dead'; it has year, ",
    ),
    "a set without a label": (
        "    label: [year]\n",
        "",
        r"tables\.strength: a table with 'set' needs 'label'",
    ),
    "a column of a profile that the set does not have": (
        "{year: {from: 2010, to: 2013}}",
        "{years: {from: 2010, to: 2013}}",
        r":LINE: .*p1: strength: un-peacekeeping has no column 'years'; it has year, ",
    ),
    "a row that the set does not hold": (
        "{year: {from: 2010, to: 2013}}",
        "{year: [2011, 2101]}",
        r":LINE: .*p1: strength: column year of un-peacekeeping holds no 2101",
    ),
    "a span in which the set holds nothing": (
        "{year: {from: 2010, to: 2013}}",
        "{year: {from: 2101, to: 2103}}",
        r":LINE: .*p1: strength: column year of un-peacekeeping holds no 2101 to 2103",
    ),
    "a column of no set": (
        "south: {label: south}",
        "south: {label: south, of: deaths}",
        r"tables\.counts: label, order, of and where belong to a table with 'set'",
    ),
    "an aspect without criterion": ("[number, range]", "[number]", r"criteria must name each of"),
}


@pytest.fixture
def found(tmp_path):
    path = tmp_path / "ford-report.yaml"
    path.write_text(REPORT, encoding="utf-8")
    return parse(FindingsScenario, path)


def deal(found, trainee="ada"):
    header = Header("ford-report", 1, 1, trainee, "salt", "practice", 1)
    return found.deal(header, found.profiles.practice[0], 0, "play")


@pytest.mark.parametrize("fault", WRONG)
def test_a_fault_is_told_with_its_line_and_the_rule(fault, tmp_path):
    check_told(FindingsScenario, REPORT, WRONG[fault], tmp_path)


def test_names_and_arguments_stand_in_the_texts(found):
    dealt = deal(found)
    question = dealt.question("beside")
    start = ("3", "2")[question.ask]
    assert question.label == "North of the ford beside south"
    assert question.text == (
        f"By how much did north of the ford change more than south at the ford from {start} on?"
    )
    assert dealt.question("rate").text == "How many for 10,000 in 2011?"
    assert dealt.question("say").sentences[0].text.count("{") == 0
    assert question.sheet.caption == "Incidents at the ford"
    assert dealt.words.told == ("There is peace at the ford.",)


def test_each_trainee_gets_an_order_and_ways_of_their_own(found):
    dealt = [deal(found, f"trainee {one}") for one in range(30)]
    assert len({tuple(q.slug for q in one.questions) for one in dealt}) == 6
    assert {one.question("beside").ask for one in dealt} == {0, 1}
    orders = {tuple(s.slug for s in one.question("say").sentences) for one in dealt}
    assert len(orders) == 6


def test_the_key_has_an_entry_for_every_way_and_none_is_in_the_variant(found):
    key = solution(found, found.profiles.practice[0])
    assert [entry["value"] for entry in key["beside"]] == [["-3"], ["-10/3"]]
    assert key["rate"][0]["value"] == [str(Fraction(10000 * 115, 99016))]
    assert key["say"][0]["sentence"] == "fell"
    assert key["say"][0]["faults"] == {"not": "It fell", "did": "Nobody knows"}
    assert "-10/3" not in repr(deal(found))


@pytest.mark.parametrize(
    ("limit", "holds"),
    [
        ("-5", True),
        ("[-5, 0]", True),
        ("-4", False),
        ("-5.0", True),
        ('"==-5"', True),
        ('">=-5.5"', True),
        ('"> -5"', False),
        ('"<-4.99"', True),
    ],
)
def test_a_sentence_is_right_where_its_exact_number_keeps_to_the_limit(limit, holds, tmp_path):
    """The mean at the ford changed by −5."""
    path = tmp_path / "ford-report.yaml"
    path.write_text(REPORT.replace('alone: "<0"', f"alone: {limit}"), encoding="utf-8")
    changed = parse(FindingsScenario, path)
    key = solution(changed, changed.profiles.practice[0])
    assert key["say"][0]["sentence"] == ("fell" if holds else "not")


def test_a_table_of_a_set_holds_what_pandas_reads():
    table = TableText.model_validate(
        {
            "caption": "Conflicts",
            "corner": "Year",
            "set": "armed-conflicts",
            "label": ["year"],
            "columns": {
                "africa": {"label": "Africa", "of": "conflicts", "where": {"region": "Africa"}},
                "regions": {"label": "Regions"},
            },
        }
    )
    sheet = table.sheet({"year": Span.model_validate({"from": 2001, "to": 2012})})
    frame = sets.load("armed-conflicts")
    africa = frame[(frame.region == "Africa") & frame.year.between(2001, 2012)].conflicts
    assert sheet.column("africa") == tuple(map(int, africa))
    counted = frame[frame.year.between(2001, 2012)].groupby("year").size()
    assert sheet.column("regions") == tuple(map(int, counted))
    assert sheet.rows == tuple(map(str, range(2001, 2013)))
    assert sheet.note.startswith("Data: ")


def test_an_order_keeps_its_rows_only():
    table = TableText.model_validate(
        {
            "caption": "Ends",
            "corner": "How",
            "set": "conflict-endings",
            "label": ["ended_by"],
            "order": ["peace agreement", "ceasefire agreement"],
            "columns": {"all": {"label": "All"}},
        }
    )
    assert table.sheet({"region": "Africa"}).cells == ((34,), (15,))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"order": ["1990", "1939"]},
            "order has labels of year in armed-conflicts; got '1939'",
        ),
        (
            {"where": {"region": "Azia"}},
            "column region of armed-conflicts holds no 'Azia'",
        ),
        (
            {"columns": {"asia": {"label": "Asia", "where": {"region": ["Asia", "Azia"]}}}},
            "column region of armed-conflicts holds no 'Azia'",
        ),
    ],
)
def test_what_a_set_holds_nowhere_is_refused_and_not_counted_as_0(change, told):
    table = {
        "caption": "Conflicts",
        "corner": "Year",
        "set": "armed-conflicts",
        "label": ["year"],
        "columns": {"all": {"label": "All", "of": "conflicts"}},
    }
    assert TableText.model_validate(table)
    with pytest.raises(ValidationError, match=told):
        TableText.model_validate(table | change)


def test_a_span_of_words_goes_by_the_alphabet():
    span = Span.model_validate({"from": "2020-07", "to": "2020-09"})
    assert [span.holds(one) for one in ("2020-06", "2020-09", "2020-10")] == [False, True, False]
    with pytest.raises(ValidationError, match="to"):
        Span.model_validate({"from": 3})


def test_the_report_names_what_is_unfair(tmp_path):
    path = tmp_path / "ford-report.yaml"
    path.write_text(REPORT, encoding="utf-8")
    lines = list(report(path))
    failed = [line for line in lines if line.startswith("FAIL")]
    assert any(
        "say: each sentence is right, none over half: fell 1, not 0" in one for one in failed
    )
    assert any(one.startswith("ok   Every right number can be entered") for one in lines)


def test_the_report_looks_at_more_ways_to_ask_than_it_deals_draws(tmp_path):
    path = tmp_path / "ford-report.yaml"
    ways = ", ".join(['{start: "3"}'] * (DRAWS + 1))
    path.write_text(REPORT.replace('say: [{start: "3"}]', f"say: [{ways}]"), encoding="utf-8")
    (line,) = [line for line in report(path) if "say: each sentence" in line]
    assert f"fell {DRAWS + 1}, not 0" in line
