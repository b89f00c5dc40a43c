"""The map: complete, pure, small, and closed against markup in names."""

import re
from xml.etree import ElementTree

from parley.figures.valley import OPTIONS, valley

ISSUES = {"prisoners", "supply-road", "withdrawal-line", "force-limits", "observers"}
SVG = valley({"a": "the Northern Army", "b": "the Provincial Guard", "you": "the Northern Army"})


def layers():
    return [e for e in ElementTree.fromstring(SVG).iter() if "data-issue" in e.attrib]


def test_every_side_issue_and_option_has_one_layer_and_all_are_off():
    found = [(e.get("data-side"), e.get("data-issue"), e.get("data-option")) for e in layers()]
    assert len(found) == len(set(found)) == 2 * len(ISSUES) * OPTIONS
    assert {issue for _, issue, _ in found} == ISSUES
    assert {e.get("display") for e in layers()} == {"none"}


def test_every_option_looks_different():
    for side in ("draft", "theirs"):
        for issue in ISSUES:
            shapes = {
                "".join(ElementTree.tostring(child, "unicode") for child in e)
                for e in layers()
                if (e.get("data-side"), e.get("data-issue")) == (side, issue)
            }
            assert len(shapes) == OPTIONS, (side, issue)


def test_it_is_small_and_the_same_each_time():
    assert len(SVG) < 40_000
    again = {"a": "the Northern Army", "b": "the Provincial Guard", "you": "the Northern Army"}
    assert valley(again) == SVG
    assert not re.search(r"\d\.\d{3}", SVG)


def test_names_are_text():
    svg = valley({"town_a": "<script>alert(1)</script>"})
    assert "<script>" not in svg
    ElementTree.fromstring(svg)


def test_it_says_what_it_is():
    root = ElementTree.fromstring(SVG)
    assert root.get("role") == "img"
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text
    assert "the Provincial Guard" in root.find(f"{space}desc").text
    assert "(you)" in SVG
