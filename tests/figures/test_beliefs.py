"""The figure of a crisis: beliefs, and the worth of every act."""

import json

from parley.figures.beliefs import beliefs, describe

DATA = {
    "who": "type B (greedy)",
    "was": "type A (proud)",
    "turns": [
        {
            "turn": 1,
            "stated": 40,
            "bayes": 44.4,
            "acts": ["build up", "wait", "give notice"],
            "short": [-1.2345, 0.0, -0.5],
            "chosen": 0,
            "best": 1,
        },
        {
            "turn": 2,
            "stated": 70,
            "bayes": 61.5,
            "acts": ["build up", "wait", "threaten to strike first"],
            "short": [0.0, -2.0, 0.75],
            "chosen": 2,
            "best": 0,
        },
        {
            "turn": 3,
            "stated": 76,
            "bayes": 76.2,
            "acts": ["build up", "wait"],
            "short": [-4.0, 0.0],
            "chosen": 1,
            "best": 1,
        },
    ],
}


def named(figure):
    return {trace.name: trace for trace in figure.data}


def test_it_shows_both_beliefs_and_every_act():
    found = named(beliefs(DATA))
    assert list(found["what you stated"].y) == [40, 70, 76]
    assert list(found["what the answers allowed (Bayes)"].y) == [44.4, 61.5, 76.2]
    assert len(found["every act"].x) == 8
    assert list(found["your act"].text) == ["build up", "threaten to strike first", "wait"]
    assert list(found["the best act"].y) == [0, 0, 0]


def test_nothing_is_told_apart_by_colour_alone():
    found = named(beliefs(DATA))
    lines = [(t.line.dash, t.marker.symbol) for t in found.values() if t.mode == "lines+markers"]
    dots = [t.marker.symbol for t in found.values() if t.mode == "markers"]
    assert len({dash for dash, _ in lines}) == len({symbol for _, symbol in lines}) == len(lines)
    assert len(set(dots)) == len(dots)


def test_it_is_plain_rounded_and_small():
    text = json.dumps(beliefs(DATA).to_plotly_json())
    assert "bdata" not in text
    assert "1.2345" not in text
    assert len(text) < 9_000


def test_it_has_a_title_and_axes_with_units():
    layout = beliefs(DATA).layout
    assert layout.title.text
    assert layout.xaxis.title.text == "turn"
    assert layout.yaxis.title.text.endswith("%")
    assert "points" in layout.yaxis2.title.text


def test_words_name_every_turn():
    words = describe(DATA)
    assert "about type B (greedy). The rival was type A (proud)." in words
    assert "Turn 1: you stated 40 %, the answers allowed 44.4 %" in words
    assert "you chose build up, 1.23 points short of the best act, wait." in words
    assert "0.75 points over the best lawful act" in words
    assert "Turn 3: you stated 76 %, the answers allowed 76.2 %; you chose the best act" in words


def test_a_play_without_moves_draws_nothing_but_axes():
    empty = DATA | {"turns": []}
    assert all(len(trace.x) == 0 for trace in beliefs(empty).data)
    assert describe(empty).endswith("proud).")
