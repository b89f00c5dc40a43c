"""The figure of a message on its way: the boxes and the words say what the model says."""

import pytest
from tests.figures.turning import drawn, said

from parley.models.sealed_message import WAYS


def boxes(**changes):
    return [note.text for note in drawn("sealed-message", **changes).layout.annotations]


def test_it_starts_with_a_deceit():
    title = drawn("sealed-message").layout.title.text
    assert title == "Changed: they believe it, and are deceived"
    assert "On the way everybody can read the words. There is no seal." in said("sealed-message")


@pytest.mark.parametrize("signed", [0, 1])
@pytest.mark.parametrize("way", range(len(WAYS)))
def test_a_seal_shows_the_stranger_no_word(way, signed):
    wire = boxes(way=way, signed=signed, sealed=1)[4]
    assert "launchers" not in wire
    assert "noon" not in wire


def test_a_signature_that_does_not_fit():
    words = said("sealed-message", signed=1)
    assert "The signature is not yours for these words. Nobody looks" in words
    assert "They refuse it." in words


def test_an_old_number():
    words = said("sealed-message", way=4, signed=1, numbered=1)
    assert "Number 3 is old: the last was 7. They refuse it." in words


def test_held_back():
    words = said("sealed-message", way=5, signed=1, sealed=1, numbered=1)
    assert "Nothing arrives, and neither a signature nor a seal can show it." in words


def test_the_mark_follows_the_verdict():
    marks = {
        drawn("sealed-message", way=way, signed=1).data[0].marker.symbol for way in (0, 2, 4, 5)
    }
    assert marks == {"star", "square", "x", "circle-open"}


def test_it_says_that_the_keys_are_no_keys():
    assert said("sealed-message").endswith("for demonstration, never to be used in life.")


def test_a_line_is_drawn_where_something_passes():
    ways = {
        name: len(drawn("sealed-message", way=way).layout.shapes) - 3
        for way, name in enumerate(WAYS)
    }
    assert ways == {
        "as sent": 2,
        "read": 2,
        "changed": 2,
        "faked": 1,
        "sent again": 2,
        "held back": 1,
    }
