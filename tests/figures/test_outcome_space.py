"""The figure of the outcome space."""

import json
from copy import deepcopy

from parley.figures.outcome_space import describe, outcome_space

SPACE = {
    "points": [(0, 100), (50.123456, 60), (50.1234567, 60), (100, 0), (20, 20)],
    "lawful": [(50.123456, 60), (100, 0), (20, 20)],
    "frontier": [(50.123456, 60), (100, 0)],
    "nash": [(50.123456, 60)],
    "kalai_smorodinsky": [(50.123456, 60)],
    "offers": [(1, "you", 100, 0), (1, "they", 0, 100), (2, "they", 50.123456, 60)],
    "agreement": (50.123456, 60),
    "leave": (38, 30),
}


def named(figure):
    return {trace.name: trace for trace in figure.data}


def test_it_shows_packages_frontier_solutions_offers_and_agreement():
    found = named(outcome_space(SPACE))
    assert list(found["outside your red lines"].x) == [0]
    assert list(found["packages you may sign"].x) == [20, 50.12, 100]
    assert list(found["their offers"].text) == ["1", "2"]
    assert list(found["agreement"].y) == [60]
    symbols = [trace.marker.symbol for trace in found.values() if trace.marker.symbol]
    assert len(set(symbols)) == len(symbols) - 1  # packages and your offers are both circles


def test_it_is_plain_rounded_and_small():
    text = json.dumps(outcome_space(SPACE).to_plotly_json())
    assert "bdata" not in text
    assert "50.123" not in text
    assert len(text) < 9_000


def test_it_has_a_title_and_axes_with_units():
    layout = outcome_space(SPACE).layout
    assert layout.title.text
    assert "points" in layout.xaxis.title.text
    assert "points" in layout.yaxis.title.text


def test_what_is_not_there_is_left_out():
    space = deepcopy(SPACE) | {"agreement": None, "offers": [], "nash": []}
    assert not {"agreement", "your offers", "Nash solution"} & set(named(outcome_space(space)))
    assert "No agreement." in describe(space)
    assert "No offers." in describe(space)


def test_words_name_every_point():
    words = describe(SPACE)
    assert "Nash solution: 50.12 for you and 60 for them" in words
    assert "round 2, they: 50.12 for you and 60 for them" in words
