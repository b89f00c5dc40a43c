"""The claims, the statements and the sources are read, and made into desks."""

import json
import re
from collections import Counter

import pytest
import yaml
from tests.core.items import JERVIS, VCLT

from parley import claims, scenario
from parley.data import data_folder
from parley.errors import ParleyError
from parley.games import family
from parley.games.estimate.rules import to_move
from parley.marking import mark
from parley.play import begin
from parley.record import PRACTICE, Header
from parley.scenario.estimate import claim_desk, key_of_practice
from parley.solutions import Solutions
from parley.sources import cite, cite_full

CLAIM = {
    "id": "A-01",
    "text": "conflict-prevention",
    "section": "Overview",
    "module": "04",
    "claim": "Presence deters.",
    "verdict": "contested",
    "explanation": "Studies disagree.",
    "sources": ["jervis-1978"],
    "checked": {"how": "read: the abstract", "when": "2026-11-24"},
}
MANY = 34
GAME = family("estimate")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a data folder with a desk of two claims and 34 statements, and its key."""
    for name in ("scenarios", "claims", "statements", "keys/claim-desk-04"):
        (tmp_path / name).mkdir(parents=True)
    texts = data_folder() / "scenarios" / "claim-desk.yaml"
    shorter = re.sub(r"^per_attempt: \d+", "per_attempt: 15", texts.read_text("utf-8"), flags=re.M)
    (tmp_path / "scenarios" / "claim-desk.yaml").write_text(shorter, encoding="utf-8")
    write(tmp_path / "sources.json", json.dumps([JERVIS, VCLT]))
    second = CLAIM | {
        "id": "B-02",
        "text": "international-relations",
        "verdict": "wrong",
        "sources": ["vclt-1969"],
    }
    write(tmp_path / "claims" / "04.yaml", yaml.safe_dump([CLAIM, second]))
    pool = [{"id": f"S-{n:02d}", "text": f"Statement {n}."} for n in range(MANY)]
    write(tmp_path / "statements" / "04.yaml", yaml.safe_dump(pool))
    answers = ("teach", "corrected", "not")
    key = [
        {"id": one["id"], "answer": answers[n % 3], "why": "So it is.", "sources": ["vclt-1969"]}
        for n, one in enumerate(pool)
    ]
    write(tmp_path / "keys" / "claim-desk-04" / "key.yaml", yaml.safe_dump(key))
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path))
    monkeypatch.setenv("PARLEY_KEYS", str(tmp_path / "keys"))
    return tmp_path


def write(path, text):
    path.write_text(text, encoding="utf-8")


def header(sitting=PRACTICE, attempt=1, trainee="ada"):
    desk = claim_desk("04")
    return Header(desk.exercise, desk.version, desk.rules, trainee, "salt", sitting, attempt)


def solved(folder):
    return Solutions("claim-desk-04", folder / "keys" / "claim-desk-04")


def shown(part):
    return [claim.slug for claim in part.draw.variant.claims]


class TestReading:
    def test_claims_and_statements(self, folder):
        assert claims.modules() == ("04",)
        assert [claim.id for claim in claims.claims("04")] == ["A-01", "B-02"]
        assert len(claims.statements("04")) == MANY
        assert claims.statements("05") == ()

    def test_a_module_without_claims_is_named(self, folder):
        with pytest.raises(ParleyError, match=r"no claims for module '99'; there are for 04"):
            claims.claims("99")

    @pytest.mark.parametrize(
        ("change", "complaint"),
        [
            ({"verdict": "true"}, r"05.yaml:\d+: A-01.verdict: .*got 'true'"),
            ({"sources": [1]}, r"05.yaml:\d+: A-01.sources #1: "),
            ({"colour": "red"}, r"05.yaml:\d+: A-01.colour: .*Remove it"),
        ],
    )
    def test_a_fault_is_told_with_line_and_field(self, folder, change, complaint):
        write(folder / "claims" / "05.yaml", yaml.safe_dump([CLAIM | change]))
        with pytest.raises(ParleyError, match=complaint):
            claims.claims("05")

    def test_an_id_stands_once(self, folder):
        write(folder / "claims" / "06.yaml", yaml.safe_dump([CLAIM, CLAIM]))
        with pytest.raises(ParleyError, match=r"claim ids must differ; twice: A-01"):
            claims.claims("06")


class TestDesk:
    def test_it_is_an_exercise_of_its_module(self, folder):
        desk = scenario.load("claim-desk-04")
        assert desk is claim_desk("04")
        assert desk.exercise == "claim-desk-04"
        assert desk.module == "04"
        assert scenario.exercises() == ("claim-desk-04",)

    def test_practice_shows_all_claims_in_an_order_of_the_attempt(self, folder):
        orders = {
            tuple(shown(begin(header(attempt=attempt)).parts["play"])) for attempt in range(1, 9)
        }
        assert orders == {("A-01", "B-02"), ("B-02", "A-01")}

    def test_a_claim_tells_where_it_stands_and_what_decides_it(self, folder):
        variant = begin(header()).parts["play"].draw.variant
        claim = next(claim for claim in variant.claims if claim.slug == "A-01")
        assert claim.origin == "From the first source text, section “Overview”."
        assert claim.ruling.sources[0].short == "Jervis 1978"

    def test_an_unknown_text_is_told(self, folder):
        write(folder / "claims" / "05.yaml", yaml.safe_dump([CLAIM | {"text": "C"}]))
        desk = claim_desk("05")
        with pytest.raises(
            ParleyError, match=r"claim A-01: text is one of conflict-prevention, .*; got 'C'"
        ):
            desk.deal(header(), desk.profile("claims"), 0, "play")

    def test_a_graded_desk_draws_without_key_and_never_twice(self, folder):
        (first,) = begin(header("exam", 1)).parts.values()
        (second,) = begin(header("exam", 2)).parts.values()
        drawn = Counter(shown(first) + shown(second))
        assert len(drawn) == 30
        assert set(drawn.values()) == {1}
        assert all(claim.ruling is None for claim in first.draw.variant.claims)
        assert shown(begin(header("exam", 1)).parts["play-1"]) == shown(first)
        assert shown(begin(header("exam", 1, "bo")).parts["play-1"]) != shown(first)

    def test_too_many_attempts_are_told(self, folder):
        with pytest.raises(ParleyError, match=r"attempt 3 needs 15 new statements, 4 are left"):
            begin(header("exam", 3))

    def test_a_module_without_statements_has_no_graded_desk(self, folder):
        write(folder / "claims" / "05.yaml", yaml.safe_dump([CLAIM]))
        assert claim_desk("05").profiles.counted == ()


class TestKeys:
    def test_of_practice(self, folder):
        key = key_of_practice("04")
        assert key["B-02"]["answer"] == "wrong"
        assert [*key["A-01"]["sources"]] == [(cite("jervis-1978"), cite_full("jervis-1978"))]
        assert solved(folder).values("claims").key["A-01"].answer == "contested"

    def test_of_what_counts(self, folder):
        values = solved(folder).values("statements")
        assert Counter(ruling.answer for ruling in values.key.values()) == {
            "teach": 12, "corrected": 11, "not": 11,
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("entries", "complaint"),
        [
            ([{"id": "S-01", "answer": "maybe", "why": "x"}], "answer is one of teach, corrected"),
            ([{"id": "S-01", "answer": "teach"}], r"S-01.why: .*Add the field"),
            ([{"id": "S-01", "answer": "teach", "why": "x"}] * 2, "twice: S-01"),
            ([{"id": "S-01", "answer": "teach", "why": "x", "sources": ["no"]}], "id 'no'"),
        ],
    )
    def test_a_faulty_key_is_told(self, folder, entries, complaint):
        write(folder / "keys" / "claim-desk-04" / "key.yaml", yaml.safe_dump(entries))
        with pytest.raises(ParleyError, match=complaint):
            solved(folder).values("statements")

    def test_a_missing_key_is_told(self, folder):
        (folder / "keys" / "claim-desk-04" / "key.yaml").unlink()
        with pytest.raises(ParleyError, match="its key is not at .*PARLEY_KEYS"):
            solved(folder).values("statements")


class TestMark:
    def test_a_graded_desk_is_marked_by_its_key(self, folder):
        play = begin(header("exam"))
        (part,) = play.parts.values()
        values = solved(folder).values("statements")
        while not part.done:
            part = part.after(values.advise(part.states[-1])[0])
        assert mark(play.with_part(part), solved(folder)).mark == 100
        assert mark(play, solved(folder)).mark == 0

    def test_costs_add_up(self, folder):
        play = begin(header("exam"))
        (part,) = play.parts.values()
        for _ in range(9):
            part = part.after(to_move(part.states[-1].claim, "teach", 45))
        marked = mark(play.with_part(part), solved(folder))
        assert sum(one.cost for one in marked.criteria) == pytest.approx(
            100 - marked.parts[0].uncut, abs=0.05
        )
