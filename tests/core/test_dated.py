"""What goes out of date is listed, ordered by its end, and rests on known sources."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from parley import claims, sources
from parley.cli import app
from parley.dated import dated
from parley.errors import ParleyError

ENDS = {
    "id": "ends",
    "module": "05",
    "where": ["claim A-31", "lesson 05"],
    "statement": "The mandate runs to 31 December 2026.",
    "as_of": "2025-08-28",
    "until": "2026-12-31",
    "refresh": "Look for a resolution of the Council.",
    "sources": ["un-charter"],
}
KNOWN = ENDS | {"id": "known", "module": "08", "until": None, "as_of": "2024-05-01"}


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Return what writes the dated statements of a data folder."""
    (tmp_path / "scenarios").mkdir()
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path))

    def write(content):
        (tmp_path / "dated.yaml").write_text(json.dumps(content), encoding="utf-8")

    return write


def facts(*words):
    return CliRunner().invoke(app, ["facts", *words])


class TestList:
    def test_what_ends_first_comes_first(self, kept):
        kept([KNOWN, ENDS])
        assert [one.id for one in dated()] == ["ends", "known"]
        assert [one.id for one in dated("08")] == ["known"]
        assert dated("01") == ()

    @pytest.mark.parametrize(("day", "over"), [("2026-12-30", False), ("2026-12-31", True)])
    def test_it_is_over_from_its_day_on(self, kept, day, over):
        kept([ENDS, KNOWN])
        ends, known = dated()
        assert ends.over(date.fromisoformat(day)) is over
        assert not known.over(date.max)

    @pytest.mark.parametrize(
        ("change", "complaint"),
        [
            ({"until": "soon"}, r"dated.yaml:\d+: ends.until: "),
            ({"where": []}, r"dated.yaml:\d+: ends.where: "),
            ({"colour": "red"}, r"ends.colour: .*Remove it"),
        ],
    )
    def test_a_fault_is_told_with_line_and_field(self, kept, change, complaint):
        kept([ENDS | change])
        with pytest.raises(ParleyError, match=complaint):
            dated()

    @pytest.mark.parametrize("module", ["5", "19", "five"])
    def test_an_unknown_module_is_told(self, kept, module):
        kept([ENDS])
        with pytest.raises(ParleyError, match=rf"no module '{module}'\. Name one by two digits"):
            dated(module)

    def test_an_id_stands_once(self, kept):
        kept([ENDS, ENDS])
        with pytest.raises(ParleyError, match=r"ids must differ; twice: ends"):
            dated()


class TestCommand:
    def test_it_tells_where_and_what_to_look_up(self, kept):
        kept([KNOWN, ENDS])
        done = facts("--on", "2027-01-01")
        assert done.exit_code == 0
        assert done.stdout.splitlines() == [
            "OVER until 2026-12-31, module 05: The mandate runs to 31 December 2026.",
            "    in claim A-31, lesson 05. Look for a resolution of the Council.",
            "as of 2024-05-01, module 08: The mandate runs to 31 December 2026.",
            "    in claim A-31, lesson 05. Look for a resolution of the Council.",
            "2 statements; the day of 1 has passed by 2027-01-01.",
        ]

    def test_only_those_that_are_over(self, kept):
        kept([KNOWN, ENDS])
        (one,) = json.loads(facts("--on", "2027-01-01", "--over", "--json").stdout)
        assert one == ENDS | {"over": True}
        assert json.loads(facts("--on", "2026-01-01", "--over", "--json").stdout) == []

    def test_a_day_that_is_none_is_told(self):
        done = facts("--on", "tomorrow")
        assert done.exit_code == 2


class TestOfTheCourse:
    def test_modules_and_sources_are_known(self):
        known = set(sources.keys())
        assert {one.module for one in dated()} <= set(claims.modules()) | {"00"}
        unknown = {one.id: set(one.sources) - known for one in dated()}
        assert {slug: keys for slug, keys in unknown.items() if keys} == {}

    def test_claims_that_are_named_are_there(self):
        ids = {claim.id for module in claims.modules() for claim in claims.claims(module)}
        named = {
            place.removeprefix("claim ")
            for one in dated()
            for place in one.where
            if place.startswith("claim ")
        }
        assert named and named <= ids
