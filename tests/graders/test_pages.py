"""What somebody typed is only text on our pages; pictures can be read without colour."""

import xml.etree.ElementTree as ET

import pytest

from graders.feedback_svg import describe, outcome_space_svg
from graders.rubrics import rubric_html
from graders.text import offline, safe_html
from parley.games.bargaining.space import OutcomeSpace

SPACE = OutcomeSpace(
    points=((0.0, 100.0), (50.0, 60.0), (100.0, 0.0)),
    lawful=((50.0, 60.0),),
    frontier=((50.0, 60.0),),
    nash=((50.0, 60.0),),
    kalai_smorodinsky=((50.0, 60.0),),
    offers=((1, "you", 100.0, 0.0), (1, "they", 0.0, 100.0)),
    agreement=(50.0, 60.0),
    leave=(38.0, 30.0),
    you="us",
    they="them",
)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](http://evil.example/x.png)",
        "[x](javascript:alert(1))",
        "<http://evil.example>",
        "[x]: http://evil.example\n\n[x]",
        "<iframe src=//evil.example>",
        "a | b\n--|--\n<svg onload=alert(1)> | x",
        "`<script>`",
        "```html\n<script>\n```",
    ],
)
def test_typed_text_is_only_text(text):
    page = ET.fromstring(f"<div>{safe_html(text)}</div>")
    tags = {element.tag for element in page.iter()}
    assert tags <= {"div", "p", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"}
    assert all(set(element.attrib) <= {"class"} for element in page.iter())


def test_ordinary_markdown_is_shown():
    assert "<strong>b</strong>" in safe_html("a **b**\n\n- c")


def test_remote_scripts_are_dropped_and_local_ones_kept():
    page = '<script src="https://cdn.example/x.js"> </script><script src="/y.js"></script>'
    assert offline(page) == '<script src="/y.js"></script>'


def test_the_picture_is_well_formed_and_says_what_it_shows():
    picture = ET.fromstring(outcome_space_svg(SPACE, "A <title>"))
    assert picture.find("title").text == "A <title>"
    assert "Nash point: 50 for you" in picture.find("desc").text
    assert "No agreement" not in describe(SPACE)
    labels = {element.text for element in picture.iter("text")}
    assert {"Value to you, in points", "Pareto frontier", "agreement"} <= labels


def test_the_rubric_has_four_levels():
    assert rubric_html("reflection", "04_bilateral_talks").count("scope='row'") == 4
    assert rubric_html("reflection", "nothing") == rubric_html("x", "04_bilateral_talks") == ""
    assert rubric_html("reflection", "../rubrics/04_bilateral_talks") == ""
