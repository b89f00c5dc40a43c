"""What an instructor reads who writes a question into a forecast book."""

import re
from datetime import date

import pytest

from parley import scenario
from parley.data import data_folder
from parley.errors import ParleyError
from parley.record import Header
from parley.scenario.check import report
from parley.scenario.forecast import in_words, laplace

BOOK = data_folder() / "scenarios" / "forecast-book.yaml"

FAULTS = {
    "an inject before the question": (
        "day: 2023-07-10",
        "day: 2023-05-10",
        r":\d+: profiles.*sweden-nato: the question comes before the inject.*2023-06-01, 2023-05",
    ),
    "an inject after the end": ("day: 2022-09-23", "day: 2022-10-03", "yemen-truce: the question"),
    "an end after the last day": ("by: 2023-12-31", "by: 2023-12-30", "not after the last day"),
    "a day that is none": (
        "asked: 2023-06-01",
        "asked: 2023-06-31",
        "out of range for month. Check the dates",
    ),
    "a count of more than there were": ("times: 15", "times: 16", "times is at most of; got 16"),
    "a count with an assumption": ("times: 15", "times: 15\n            rate: 50", "only assumed"),
    "a count of nothing": ("            times: 15\n", "", "give counted, times and of"),
    "evidence that speaks for neither": ("for_yes: true", "for_yes: perhaps", "for_yes: .*perhaps"),
    "an end without a source": (
        '            sources:\n              - "NATO Parliamentary Assembly, Ratification of '
        "Finland and Sweden's Accession to NATO, timeline to 7 March 2024.\"\n",
        "            sources: []\n",
        r"end\.sources: .*at least 1",
    ),
    "a question twice": ("id: yemen-truce", "id: sweden-nato", "ids must differ; twice: sweden-"),
    "a criterion that forgets an aspect": ("moves: [against]", "moves: [update]", "once: first, u"),
    "questions that count": (
        "profiles:\n",
        "profiles:\n  counted: [{id: c, questions: []}]\n",
        "no question counts|at least 2",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_place(fault, tmp_path):
    old, new, expected = FAULTS[fault]
    text = BOOK.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "forecast-book.yaml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ParleyError) as error:
        list(report(file, facts=False))
    assert str(file) in str(error.value)
    assert re.search(expected, str(error.value), re.DOTALL)


def test_a_question_that_could_count_is_refused_in_words(tmp_path):
    text = BOOK.read_text(encoding="utf-8")
    head, _, profile = text.partition("  practice:\n")
    second = profile[profile.index("    - id: second") :]
    file = tmp_path / "forecast-book.yaml"
    first = profile[: profile.index("    - id: second")]
    file.write_text(f"{head}  practice:\n{first}  counted:\n{second}", encoding="utf-8")
    with pytest.raises(ParleyError, match="no question counts, because its end can be looked up"):
        list(report(file, facts=False))


def test_a_question_more_needs_no_code(tmp_path):
    text = BOOK.read_text(encoding="utf-8")
    start, end = text.index("        - id: sweden-nato"), text.index("        - id: yemen-truce")
    another = text[start:end].replace("id: sweden-nato", "id: another")
    file = tmp_path / "forecast-book.yaml"
    file.write_text(text[:end] + another + text[end:], encoding="utf-8")
    book = scenario.load_file(file)
    header = Header("forecast-book", 1, 1, "ada", "", "practice", 1)
    dealt = book.deal(header, book.profiles.practice[0], 0, "play")
    assert len(dealt.questions) == 10
    assert "another" in {question.slug for question in dealt.questions}


def test_two_attempts_bring_every_question_once():
    seen = []
    for attempt in (1, 2):
        header = Header("forecast-book", 1, 1, "ada", "", "practice", attempt)
        (draw,) = scenario.draws(scenario.load("forecast-book"), header)
        seen += [question.slug for question in draw.variant.questions]
    assert len(seen) == len(set(seen)) == 18


def test_the_order_of_questions_is_the_trainees_own():
    book = scenario.load("forecast-book")
    headers = [Header("forecast-book", 1, 1, who, "", "practice", 1) for who in ("ada", "bo")]
    orders = [book.deal(one, book.profiles.practice[0], 0, "play").questions for one in headers]
    assert orders[0] != orders[1]
    assert {one.slug for one in orders[0]} == {one.slug for one in orders[1]}


def test_what_counts_cannot_be_drawn():
    header = Header("forecast-book", 1, 1, "ada", "salt", "exam", 1)
    with pytest.raises(ParleyError, match="no profiles for this sitting"):
        scenario.draws(scenario.load("forecast-book"), header)


@pytest.mark.parametrize(
    ("times", "of", "rate"), [(2, 2, 75), (0, 5, 14), (0, 1, 33), (19, 60, 32), (100, 100, 99)]
)
def test_one_case_of_each_kind_is_added_to_a_count(times, of, rate):
    assert laplace(times, of) == rate
    assert abs(rate - 100 * (times + 1) / (of + 2)) <= 0.5


def test_a_day_is_read_in_words():
    assert in_words(date(2024, 12, 8)) == "8 December 2024"
