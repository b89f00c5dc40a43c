"""The glossary: terms by the alphabet, found by any of their names, and faults that are told."""

import json

import pytest
from typer.testing import CliRunner

from parley.cli import app
from parley.errors import ParleyError
from parley.glossary import found, glossary, slug

ZOPA = {"term": "ZOPA", "meaning": "All deals that are good enough.", "module": "00"}
STATUS = {
    "term": "status agreement",
    "also": ["agreement about troops"],
    "names": ["SOFA"],
    "meaning": "Who tries foreign troops.",
    "module": "14",
    "see": ["ZOPA"],
}
ATTACHE = {"term": "attaché", "meaning": "An officer at an embassy.", "module": "01"}


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Return what writes the glossary of a data folder."""
    (tmp_path / "scenarios").mkdir()
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path))

    def write(content):
        (tmp_path / "glossary.yaml").write_text(json.dumps(content), encoding="utf-8")

    return write


class TestTerms:
    def test_they_come_by_the_alphabet(self, kept):
        kept([ZOPA, STATUS, ATTACHE])
        assert [one.term for one in glossary()] == ["attaché", "status agreement", "ZOPA"]

    @pytest.mark.parametrize(
        ("term", "place"),
        [
            ("Kalai–Smorodinsky solution", "kalai-smorodinsky-solution"),
            ("Brier's rule", "briers-rule"),
            ("détente", "detente"),
        ],
    )
    def test_places_are_plain(self, term, place):
        assert slug(term) == place

    def test_words_may_have_their_sense_in_some_modules_only(self, kept):
        kept([ZOPA | {"only": ["00", "04"]}, STATUS | {"not_in": ["04"]}])
        status, zopa = glossary()
        assert (zopa.spoken_in("04"), zopa.spoken_in("05")) == (True, False)
        assert (status.spoken_in("04"), status.spoken_in("05")) == (False, True)

    @pytest.mark.parametrize(
        ("change", "complaint"),
        [
            ({"module": "4"}, r"glossary.yaml:\d+: #1.module: "),
            ({"meaning": ""}, r"glossary.yaml:\d+: #1.meaning: "),
            ({"colour": "red"}, r"#1.colour: .*Remove it"),
        ],
    )
    def test_a_fault_is_told_with_line_and_field(self, kept, change, complaint):
        kept([ZOPA | change])
        with pytest.raises(ParleyError, match=complaint):
            glossary()

    def test_a_term_stands_once(self, kept):
        kept([ZOPA, ZOPA | {"term": "zopa"}])
        with pytest.raises(ParleyError, match=r"terms must differ; twice: zopa"):
            glossary()


class TestFound:
    @pytest.mark.parametrize("word", ["sofa", "Status agreement", "agreement about troops", "stat"])
    def test_by_any_name_or_a_part(self, kept, word):
        kept([ZOPA, STATUS, ATTACHE])
        assert [one.term for one in found(word)] == ["status agreement"]

    def test_a_whole_name_counts_before_a_part(self, kept):
        kept([ZOPA, ZOPA | {"term": "ZOPA of three"}])
        assert [one.term for one in found("zopa")] == ["ZOPA"]

    @pytest.mark.parametrize("word", ["BATNA", "?"])
    def test_what_is_not_there_is_told(self, kept, word):
        kept([ZOPA])
        with pytest.raises(
            ParleyError, match=r"no term '(BATNA|\?)'\. Give fewer letters, or list"
        ):
            found(word)


class TestCommand:
    def test_a_term_is_explained(self, kept):
        kept([ZOPA, STATUS])
        done = CliRunner().invoke(app, ["glossary", "SOFA"])
        assert done.stdout == (
            "status agreement (SOFA): Who tries foreign troops. Module 14. See ZOPA.\n"
        )

    def test_without_a_term_all_are_listed(self, kept):
        kept([ZOPA, ATTACHE])
        assert CliRunner().invoke(app, ["glossary"]).stdout == "attaché\nZOPA\n"
