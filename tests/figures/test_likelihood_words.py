"""The figure of words of likelihood draws the two scales and says what is heard."""

import pytest
from tests.figures.turning import drawn, said

from parley.figures.likelihood_words import WORDS
from parley.models.likelihood_words import KENT_1964, SCALE_2015


def test_every_term_is_a_bar():
    bars = [trace for trace in drawn("likelihood-words").data if trace.type == "bar"]
    found = sorted((bar.base[0], bar.base[0] + bar.x[0]) for bar in bars[:-1])
    assert found == sorted((term.low, term.high) for term in (*SCALE_2015, *KENT_1964))


def test_words_and_title_at_the_start():
    words = said("likelihood-words")
    assert "In the scale of 2015 this is “likely”; in Kent's of 1964 it is “probable”." in words
    assert words.endswith("takes it for less likely than you do, by at least 10 points.")
    title = drawn("likelihood-words").layout.title.text
    assert title == "You believe 65 %; “roughly even chance” is heard as 45 to 55 %"


@pytest.mark.parametrize(
    ("chance", "word", "verdict"),
    [
        (65, "likely", "The word says what you believe."),
        (4, "very unlikely", "for more likely than you do, by at least 1 point."),
        (100, "almost certain", "for less likely than you do, by at least 1 point."),
    ],
)
def test_the_verdict(chance, word, verdict):
    assert said("likelihood-words", chance=chance, said=WORDS.index(word)).endswith(verdict)


def test_a_chance_without_a_word():
    assert "in Kent's of 1964 it is no word" in said("likelihood-words", chance=61)
