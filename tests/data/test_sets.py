"""The data sets are as they are described, can be loaded from anywhere, and add up."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from frictionless import validate
from tools import datapackage

import parley
from parley import sets, sources
from parley.errors import ParleyError

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}
LARGEST = 300_000
DESCRIBED = {
    *("title", "description", "sources", "licenses", "version", "retrieved", "derivation"),
    *("faults", "schema", "bytes", "hash"),
}


class TestPackage:
    def test_frictionless_finds_no_fault(self):
        report = validate(str(ROOT / "data" / "datapackage.json"))
        assert [error.note for task in report.tasks for error in task.errors] == []
        assert report.valid

    def test_every_file_is_described(self):
        assert {resource["path"] for resource in RESOURCES.values()} == {
            f"sets/{path.name}" for path in (ROOT / "data" / "sets").glob("*.csv")
        }

    def test_hashes_and_readme_are_fresh(self):
        assert datapackage.main(["--check"]) == 0

    @pytest.mark.parametrize("name", RESOURCES)
    def test_a_stranger_can_audit_it(self, name):
        resource = RESOURCES[name]
        assert set(resource) >= DESCRIBED
        assert resource["faults"] and resource["derivation"] and resource["sources"]
        assert resource["bytes"] < LARGEST
        for source in resource["sources"]:
            assert sources.cite_full(source["key"])
        for field in resource["schema"]["fields"]:
            assert field["title"]
            assert field["type"] not in ("integer", "number") or field["unit"]


class TestLoading:
    @pytest.mark.parametrize("name", RESOURCES)
    def test_columns_are_typed_and_the_citation_is_there(self, name):
        frame = parley.load(name)
        fields = RESOURCES[name]["schema"]["fields"]
        assert list(frame) == [field["name"] for field in fields]
        assert not any(frame[column].dtype == object for column in frame)
        assert not frame.duplicated(RESOURCES[name]["schema"]["primaryKey"]).any()
        assert frame.attrs["citation"] == parley.citation(name)
        assert RESOURCES[name]["version"] in parley.citation(name)

    @pytest.mark.parametrize("place", ["course", "assignments/source", "graders", "tests", "/"])
    def test_from_every_folder(self, place):
        code = "import parley; print(len(parley.load('armed-conflicts')))"
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT / place,
            env={key: value for key, value in os.environ.items() if key != "PARLEY_DATA"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert int(done.stdout) == 386

    def test_dates_and_months_are_times(self):
        assert parley.load("ceasefire-events").date.max() == pd.Timestamp("2020-07-27")
        assert parley.load("ceasefire-months").month.min() == pd.Timestamp("2014-04-01")

    def test_missing_values_stay_missing(self):
        assert parley.load("un-peacekeeping").set_index("year").uniformed.isna().sum() == 3

    def test_an_unknown_set_is_told(self):
        with pytest.raises(ParleyError, match=r"no set 'ships'; there are armed-conflicts, "):
            parley.load("ships")

    @pytest.mark.parametrize(
        ("content", "complaint"),
        [("year\n1946\n", "its columns are not those"), ("year,x\nmany,1\n", "cannot be read")],
    )
    def test_a_damaged_file_is_told(self, content, complaint, tmp_path, monkeypatch):
        for folder in ("scenarios", "sets"):
            (tmp_path / folder).mkdir()
        for name in ("datapackage.json", "sources.json"):
            (tmp_path / name).write_bytes((ROOT / "data" / name).read_bytes())
        (tmp_path / "sets" / "alliances.csv").write_text(content, encoding="utf-8")
        monkeypatch.setenv("PARLEY_DATA", str(tmp_path))
        with pytest.raises(ParleyError, match=rf"alliances.csv: {complaint}"):
            sets.load("alliances")


CHECKS = [(name, check) for name, one in RESOURCES.items() for check in one["checks"]]
COUNTED = [name for name in RESOURCES if "keys" not in parley.load(name)]
"""Sets that were counted from others; the rows of the rest name their own sources."""


def reckoned(name, rule):
    """Return what a rule gives: an aggregate of a column over the rows that meet a condition."""
    frame = parley.load(name)
    for column, wanted in rule["where"].items():
        values = [str(one) for one in (wanted if isinstance(wanted, list) else [wanted])]
        shown = frame[column].astype(str).str[: max(map(len, values))]
        frame = frame[shown.isin(values)]
    column = frame[rule["column"]]
    return column.iloc[0] if rule["agg"] == "first" else column.agg(rule["agg"])


class TestTotals:
    @pytest.mark.parametrize("name", COUNTED)
    def test_each_set_is_held_against_two_figures(self, name):
        assert len(RESOURCES[name]["checks"]) >= 2

    @pytest.mark.parametrize(("name", "check"), CHECKS)
    def test_it_agrees_with_what_was_published(self, name, check):
        value = float(reckoned(name, check["rule"]))
        assert value == pytest.approx(check["value"], abs=1e-4), "our own number has changed"
        assert abs(value - check["number"]) <= check["tolerance"]
        assert sources.cite(check["key"])

    def test_parts_add_up(self):
        conflicts = parley.load("armed-conflicts")
        kinds = ["interstate", "intrastate", "internationalised", "extrasystemic"]
        assert (conflicts[kinds].sum(axis=1) == conflicts.conflicts).all()
        deaths = parley.load("battle-deaths")
        parts = deaths[["deaths_interstate", "deaths_within_states", "deaths_colonial"]]
        assert (parts.sum(axis=1) - deaths.deaths).abs().max() <= 2

    @pytest.mark.parametrize(
        ("name", "by"), [("great-powers", "year"), ("nuclear-arsenals", "year")]
    )
    def test_shares_add_up_to_one(self, name, by):
        totals = parley.load(name).groupby(by).share.sum()
        assert totals.between(0.9990, 1.0010).all()
