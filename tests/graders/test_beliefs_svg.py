"""The picture of a crisis in feedback: every turn is there, and nothing but a picture."""

import re
from random import Random
from xml.etree import ElementTree

import pytest

from graders.beliefs_svg import beliefs_svg
from parley.play import begin
from parley.record import PRACTICE, Header
from parley.review import picture
from parley.scenario import load
from parley.solutions import solutions


@pytest.fixture
def data():
    found = load("deter-or-reassure")
    header = Header("deter-or-reassure", found.version, found.rules, "ada", "", PRACTICE, 1)
    part, rng = begin(header).parts["play"], Random(2)
    while not part.done:
        part = part.after(part.game.POLICIES["random"](part.states[-1], rng))
    return picture(part, solutions("deter-or-reassure"))[1]


def test_every_turn_has_a_stated_belief_and_bayes(data):
    root = ElementTree.fromstring(beliefs_svg(data, "Play 1"))  # noqa: S314 - our own text
    count = len(data["turns"])
    assert len(root.findall("circle")) == count + 1, "one of them stands in the legend"
    assert len(root.findall("rect")) == count + 1
    assert len(root.find("polyline").get("points").split()) == count
    assert root.find("title").text == "Play 1"
    assert "state" in root.find("desc").text or str(count) in root.find("desc").text


def test_words_are_escaped_and_nothing_is_asked_of_anybody(data):
    text = beliefs_svg(data | {"who": "<b>A</b>"}, "<script>")
    assert "<script>" not in text
    assert "<b>" not in text
    assert not re.search(r"https?://|href|src=|url\(", text)
