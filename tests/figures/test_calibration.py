"""The figure of calibration."""

import json

import pytest

from parley.figures.calibration import EDGES, ENOUGH, calibration, describe


def data(*groups, lowest=17, desks=1):
    """Return answers: so many, at a confidence, so many of them right."""
    answers = []
    for count, sure, right in groups:
        answers += [(sure, 1.0)] * right + [(sure, 0.0)] * (count - right)
    return {"answers": answers, "lowest": lowest, "desks": desks}


def named(figure):
    return {trace.name: trace for trace in figure.data}


MANY = data((20, 95, 10), (12, 60, 7), (3, 30, 1))


def test_groups_stand_at_their_mean_and_share():
    found = named(calibration(MANY))
    firm, few = found["10 answers or more"], found["fewer than 10 answers"]
    assert list(firm.x) == [60, 95]
    assert list(firm.y) == [58.3, 50]
    assert list(firm.text) == ["12 answers", "20 answers"]
    assert list(few.x) == [30]
    assert firm.marker.symbol != few.marker.symbol
    assert list(found["as sure as right"].x) == [17, 100]


def test_ranges_are_those_of_wilson():
    firm = named(calibration(MANY))["10 answers or more"]
    # 10 of 20: 50 % with a range of 29.9 to 70.1 %
    assert firm.error_y.array[1] == pytest.approx(20.1, abs=0.05)
    assert firm.error_y.arrayminus[1] == pytest.approx(20.1, abs=0.05)


def test_ranges_stay_between_0_and_100():
    firm = named(calibration(data((20, 100, 20), (20, 60, 0))))["10 answers or more"]
    for share, up, down in zip(firm.y, firm.error_y.array, firm.error_y.arrayminus, strict=True):
        assert share + up <= 100
        assert share - down >= 0


@pytest.mark.parametrize("edge", EDGES)
def test_an_edge_belongs_to_the_group_above_it(edge):
    assert f"At {edge}–" in describe(data((1, edge, 1)))
    assert f"–{edge - 1} %" in describe(data((1, edge - 1, 1)))


def test_words_tell_over_confidence_only_with_enough_answers():
    assert "over-confident by 45 points at 90–100 %" in describe(MANY)
    few = describe(data((ENOUGH - 1, 95, 0)))
    assert "too few to tell more" in few
    assert "over-confident" not in few


def test_words_tell_under_confidence():
    assert "under-confident by 60 points at 17–49 %" in describe(data((20, 40, 20)))


def test_a_difference_within_the_range_is_called_chance():
    words = describe(data((12, 60, 7)))
    assert "60 % sure and 58 % right" in words
    assert "small enough to be chance" in words


def test_half_right_counts_one_half():
    half = {"answers": [(60, 0.5)] * 10, "lowest": 17, "desks": 2}
    assert list(named(calibration(half))["10 answers or more"].y) == [50]
    assert describe(half).startswith("10 answers from 2 desks; half right counts one half.")


def test_without_answers_there_is_only_the_diagonal():
    assert set(named(calibration(data()))) == {"as sure as right"}
    assert describe(data()) == "No answers yet."


def test_it_has_a_title_and_axes_with_units():
    layout = calibration(MANY).layout
    assert layout.title.text
    assert "%" in layout.xaxis.title.text
    assert "%" in layout.yaxis.title.text


def test_it_is_plain_rounded_and_small():
    text = json.dumps(calibration(MANY).to_plotly_json())
    assert "bdata" not in text
    assert len(text) < 9_000
