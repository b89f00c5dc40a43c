"""Whatever cites, cites a source that is there; and no source is there that nothing cites.

Claims, keys of desks, lessons, data sets and the curricula cite by key.
"""

import json
from pathlib import Path

import yaml
from tools.curricula import curricula
from tools.sources import cited_in

from parley import sets, sources

ROOT = Path(__file__).resolve().parents[2]


def in_yaml():
    """Yield where and what claims and keys of desks cite."""
    desks = (ROOT / "graders" / "keys").glob("claim-desk-*/key.yaml")
    for path in (*(ROOT / "data" / "claims").glob("*.yaml"), *desks):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield from ((entry["id"], key) for key in entry["sources"])


def in_lessons():
    """Yield where and what lessons cite."""
    for path in (ROOT / "course" / "text").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        yield from ((path.stem, key) for key in cited_in(text))


def in_sets():
    """Yield where and what data sets cite: in their description, and in a column of keys."""
    for name in sets.names():
        known = sets.describe(name)
        yield from ((name, one["key"]) for one in (*known["sources"], *known["checks"]))
        frame = sets.load(name)
        if "keys" in frame:
            yield from ((name, key) for row in frame["keys"] for key in row.split(";"))


def in_curricula():
    """Yield where and what the curricula cite, open or not."""
    known = curricula()
    yield from (
        (one.title, key) for one in (*known.curricula, *known.closed) for key in one.sources
    )


def cited():
    return [*in_yaml(), *in_lessons(), *in_sets(), *in_curricula()]


def test_no_key_dangles():
    known = set(sources.keys())
    assert [one for one in cited() if one[1] not in known] == []


def test_no_source_is_unused():
    used = {key for _, key in cited()}
    assert sorted(set(sources.keys()) - used) == []


def test_every_kind_of_place_cites():
    for found in (in_yaml(), in_lessons(), in_sets(), in_curricula()):
        assert len(list(found)) > 5
    assert json.loads((ROOT / "data" / "sources.json").read_text(encoding="utf-8"))
