"""The bibliography: every source can be cited, in short and in full."""

import json
from collections import Counter

import pytest
from citeproc import CitationStylesStyle
from tests.core.items import JERVIS, VCLT
from tools.sources import lettered, listed

from parley import sources
from parley.data import data_folder
from parley.errors import ParleyError
from parley.sources import cite, cite_full, keys, source

TWO = [{"family": "Johnson"}, {"family": "Leeds"}]
OIOS = {"id": "oios", "type": "report", "title": "A Report", "author": [{"literal": "OIOS"}]}
RESOLUTION = {
    "id": "unsc-1244",
    "type": "legislation",
    "title": "Resolution 1244 (1999)",
    "title-short": "Security Council resolution 1244",
    "author": [{"literal": "United Nations Security Council"}],
    "issued": {"date-parts": [[1999, 6, 10]]},
}
LONGEST = 110


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Return what writes the sources of a data folder."""
    (tmp_path / "scenarios").mkdir()
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path))

    def write(content):
        (tmp_path / "sources.json").write_text(json.dumps(content), encoding="utf-8")
        sources.forget()

    return write


class TestCitations:
    @pytest.mark.parametrize(
        ("item", "short"),
        [
            (JERVIS, "Jervis 1978"),
            (JERVIS | {"author": TWO}, "Johnson & Leeds 1978"),
            (JERVIS | {"author": [*TWO, {"family": "Third"}]}, "Johnson et al. 1978"),
            (VCLT, "Vienna Convention on the Law of Treaties 1969"),
            (VCLT | {"title-short": "VCLT"}, "VCLT 1969"),
            (OIOS, "OIOS, A Report"),
            (OIOS | {"issued": {"date-parts": [[2014, 3]]}}, "OIOS 2014"),
            (RESOLUTION, "Security Council resolution 1244"),
            (JERVIS | {"year-suffix": "b"}, "Jervis 1978b"),
            ({"id": "page", "type": "webpage", "title": "A Page"}, "A Page"),
        ],
    )
    def test_short(self, kept, item, short):
        kept([item])
        assert cite(item["id"]) == short

    @pytest.mark.parametrize(
        ("item", "full"),
        [
            (
                JERVIS,
                "Jervis, R. (1978). Cooperation under the Security Dilemma. World Politics 30(2), "
                "167–214.",
            ),
            (
                VCLT,
                "Vienna Convention on the Law of Treaties (23 May 1969). United Nations Treaty "
                "Series 1155, 331. (art. 7). https://example.org/vclt",
            ),
            (
                JERVIS | {"DOI": "10.2307/2009958"},
                "Jervis, R. (1978). Cooperation under the Security Dilemma. World Politics 30(2), "
                "167–214. https://doi.org/10.2307/2009958",
            ),
            (OIOS, "OIOS (no date). A Report."),
        ],
    )
    def test_full(self, kept, item, full):
        kept([item])
        assert cite_full(item["id"]) == full

    def test_the_style_is_valid(self, recwarn):
        CitationStylesStyle(sources.__file__.replace("sources.py", "citation.csl"), validate=True)
        assert not recwarn.list


class TestFaults:
    def test_a_source_that_is_missing_is_named(self):
        with pytest.raises(ParleyError, match=r"sources.json: no source has the id 'nobody'"):
            cite("nobody")

    def test_sources_that_are_no_list_are_told(self, kept):
        kept({"id": 1})
        with pytest.raises(ParleyError, match=r"sources.json: cannot be read"):
            source("jervis-1978")


class TestOfTheCourse:
    def test_each_source_is_a_line(self):
        text = (data_folder() / "sources.json").read_text(encoding="utf-8")
        assert text == listed(json.loads(text))

    def test_keys_stand_once(self):
        items = json.loads((data_folder() / "sources.json").read_text(encoding="utf-8"))
        twice = [key for key, times in Counter(item["id"] for item in items).items() if times > 1]
        assert twice == []

    @pytest.mark.parametrize("key", keys())
    def test_each_can_be_cited(self, key):
        assert 0 < len(cite(key)) <= LONGEST
        assert source(key)["title"] in cite_full(key)
        assert not cite_full(key).endswith("..")

    def test_no_two_are_cited_alike(self):
        shorts = Counter(map(cite, keys()))
        assert [short for short, times in shorts.items() if times > 1] == []


class TestLetters:
    def test_those_cited_alike_get_a_letter_and_keep_it(self, kept):
        first = OIOS | {"issued": {"date-parts": [[2014]]}}
        second = first | {"id": "oios-2", "title": "Another Report"}
        kept([first, second, JERVIS])
        once = lettered([first, second, JERVIS])
        assert [item.get("year-suffix") for item in once] == ["a", "b", None]
        kept([*once, first | {"id": "oios-3"}, second | {"id": "oios-4"}])
        again = lettered([*once, first | {"id": "oios-3"}, second | {"id": "oios-4"}])
        assert [item.get("year-suffix") for item in again] == ["a", "b", None, "c", "d"]
