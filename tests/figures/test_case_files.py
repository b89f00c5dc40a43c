"""The figure of the case files: what was known at the end of a year, in order, with sources."""

from tests.figures.turning import drawn, said

from parley.figures.case_files import CASES, KINDS
from parley.figures.series import rows
from parley.panel.sliders import FIGURES

EVENTS = rows("case-files")
PLACES = {name: place for place, name in enumerate(CASES)}


def test_the_slider_names_the_cases():
    assert FIGURES["case-files"][0].words == tuple(name for name, _ in CASES.values())
    assert list(dict.fromkeys(event["case"] for event in EVENTS)) == list(CASES)


def test_each_file_has_a_mandate_a_deed_and_events_in_order_of_time():
    for case in CASES:
        found = [event for event in EVENTS if event["case"] == case]
        assert {"mandate", "done"} <= {event["kind"] for event in found} <= set(KINDS)
        years = [event["date"][:4] for event in found]
        assert years == sorted(years)


def test_what_lies_later_is_hidden_and_only_counted():
    words = said("case-files", case=PLACES["darfur"], year=2006)
    assert words.count("\n") == 2 and "Haskanita" not in words and "Label" not in words
    assert words.endswith("7 events lie after 2006: nobody could read of it then.")
    assert "1 event lies after 2022" in said("case-files", case=PLACES["kosovo-1999"], year=2022)


def test_the_whole_file_has_its_sources_and_its_label():
    words = said("case-files", case=PLACES["darfur"], year=2026)
    assert "29 September 2007, followed: An attack on the base at Haskanita" in words
    assert "(Ekengard 2008)" in words
    assert words.endswith(
        "Label of the course: failed: too small for its task, and the war came back."
    )


def test_a_date_is_said_as_far_as_it_is_known():
    words = said("case-files", case=PLACES["cobra-gold"], year=2026)
    assert words.startswith("1. 1982, mandate:") and "October 2014, done:" in words


def test_a_file_that_has_not_begun_is_empty():
    figure = drawn("case-files", case=PLACES["liberia"], year=1994)
    assert figure.layout.title.text == "Liberia, UNMIL: 0 of 7 events by the end of 1994"


def test_the_numbers_in_the_picture_are_those_of_the_words():
    figure = drawn("case-files", case=PLACES["darfur"], year=2026)
    numbers = sorted(int(text) for trace in figure.data for text in trace.text)
    assert numbers == list(range(1, 10))
    assert list(figure.layout.xaxis.ticktext)[0] == "Apr<br>2004"
