"""The register of claims, its sources, and the statements of the graded desks with their keys.

These tests read the files as they are, without the package.
"""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DATA, KEYS = ROOT / "data", ROOT / "graders" / "keys"

VERDICTS = {
    "supported",
    "supported-with-qualification",
    "contested",
    "overstated",
    "wrong",
    "not-checkable",
}
TEXTS = {"A": "conflict-prevention", "B": "international-relations"}
FIELDS = {"id", "text", "section", "module", "claim", "verdict", "explanation", "sources"}


def ids(letter, first, last):
    """Return ids such as A-01 to A-11."""
    return [f"{letter}-{number:02}" for number in range(first, last + 1)]


COMPLETE = {
    "01": [*ids("A", 1, 11), *ids("B", 1, 8)],
    "02": ids("A", 12, 18),
    "03": [*ids("A", 19, 27), *ids("B", 9, 14)],
    "04": [*ids("A", 38, 45), *ids("B", 61, 65)],
    "05": [*ids("A", 28, 37), *ids("B", 28, 35)],
    "06": [*ids("B", 22, 27), *ids("B", 36, 40)],
    "07": [*ids("B", 41, 45), *ids("B", 52, 60)],
    "08": ids("B", 76, 81),
    "09": [*ids("A", 88, 93), *ids("B", 15, 21)],
    "10": [*ids("A", 94, 99), *ids("B", 97, 101)],
    "11": ids("B", 82, 86),
    "12": ids("A", 66, 73),
    "13": [*ids("A", 46, 58), *ids("B", 66, 69)],
    "14": [*ids("A", 59, 65), *ids("B", 70, 75)],
    "15": ids("A", 100, 111),
    "16": [*ids("A", 112, 121), *ids("B", 87, 96), *ids("B", 102, 105)],
    "17": [*ids("A", 74, 87), *ids("B", 46, 51), *ids("B", 106, 113)],
    "18": ids("A", 122, 126),
}
"""The claims that the two texts make in the sections of a module."""

ANSWERS = ("teach", "corrected", "not")
DESKS = tuple(COMPLETE)
"""Every module has a graded desk."""
CUES = {
    *("all", "always", "any", "every", "must", "never", "no", "none", "only"),
    *("can", "few", "many", "may", "might", "most", "often", "some"),
}
"""Words that would give an answer away if they stood with one answer alone."""


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def register():
    """Return (module, claim) for every claim of every module."""
    files = sorted((DATA / "claims").glob("*.yaml"))
    return [(file.stem, claim) for file in files for claim in read(file)]


def sources():
    return json.loads((DATA / "sources.json").read_text(encoding="utf-8"))


def statements(module):
    return {one["id"]: one["text"] for one in read(DATA / "statements" / f"{module}.yaml")}


def key(module):
    return read(KEYS / f"claim-desk-{module}" / "key.yaml")


def plain(text):
    """Return a sentence without what makes no difference."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def by_answer(module):
    """Return the statements of a desk for each answer."""
    texts = statements(module)
    found = {answer: [] for answer in ANSWERS}
    for entry in key(module):
        found[entry["answer"]].append(texts[entry["id"]])
    return found


class TestClaims:
    def test_each_is_there_once(self):
        counts = Counter(claim["id"] for _, claim in register())
        assert counts == Counter([*ids("A", 1, 126), *ids("B", 1, 113)])

    def test_each_stands_in_the_file_of_its_module(self):
        assert [c["id"] for module, c in register() if c["module"] != module] == []

    @pytest.mark.parametrize("module", COMPLETE)
    def test_none_is_missing(self, module):
        assert [claim["id"] for claim in read(DATA / "claims" / f"{module}.yaml")] == (
            COMPLETE[module]
        )

    def test_fields(self):
        wrong = [c["id"] for _, c in register() if set(c) != FIELDS | {"checked"}]
        assert wrong == []

    def test_verdicts_are_of_the_six(self):
        assert [c["id"] for _, c in register() if c["verdict"] not in VERDICTS] == []

    def test_the_letter_is_that_of_the_text(self):
        assert [c["id"] for _, c in register() if c["text"] != TEXTS[c["id"][0]]] == []

    def test_sources_are_known(self):
        known = {source["id"] for source in sources()}
        unknown = {c["id"]: set(c["sources"]) - known for _, c in register()}
        assert {slug: keys for slug, keys in unknown.items() if keys} == {}

    def test_only_what_cannot_be_checked_has_no_source(self):
        bare = [c for _, c in register() if not c["sources"]]
        assert [c["id"] for c in bare if c["verdict"] != "not-checkable"] == []

    def test_explanations_are_a_few_short_sentences(self):
        count = {
            c["id"]: (len(re.findall(r"[.?!](?:\s|$)", text)), len(text.split()))
            for _, c in register()
            for text in [c["explanation"]]
        }
        wrong = {slug: n for slug, n in count.items() if not 2 <= n[0] <= 5 or n[1] > 75}
        assert wrong == {}

    def test_says_what_was_checked_and_when(self):
        wrong = [
            c["id"]
            for _, c in register()
            if set(c["checked"]) != {"how", "when"} or not all(c["checked"].values())
        ]
        assert wrong == []


class TestSources:
    def test_ids_are_short_slugs_of_two_words_or_more_and_stand_once(self):
        found = Counter(source["id"] for source in sources())
        wrong = [
            slug
            for slug, count in found.items()
            if count > 1 or len(slug) > 30 or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", slug)
        ]
        assert wrong == []

    def test_each_has_a_type_and_a_title(self):
        assert [s["id"] for s in sources() if not (s.get("type") and s.get("title"))] == []

    def test_each_has_a_year_or_is_a_page_or_says_why_not(self):
        undated = [s for s in sources() if "issued" not in s and s["type"] != "webpage"]
        assert [s["id"] for s in undated if "no year" not in s.get("note", "")] == []

    def test_what_was_read_has_an_address(self):
        assert [s["id"] for s in sources() if "accessed" in s and "URL" not in s] == []


@pytest.mark.parametrize("module", DESKS)
class TestDesks:
    def test_statements_and_key_match_one_to_one(self, module):
        entries = [entry["id"] for entry in key(module)]
        assert entries == list(statements(module))
        assert (
            len(entries) == len(set(entries)) == len(read(DATA / "statements" / f"{module}.yaml"))
        )

    def test_a_third_of_each_answer(self, module):
        counts = Counter(entry["answer"] for entry in key(module))
        assert set(counts) == set(ANSWERS)
        assert len(set(counts.values())) == 1

    def test_answers_stand_in_mixed_order(self, module):
        answers = [entry["answer"] for entry in key(module)]
        runs = zip(answers, answers[1:], answers[2:], strict=False)
        assert [run for run in runs if len(set(run)) == 1] == []

    def test_each_answer_has_a_reason_of_one_sentence_and_sources(self, module):
        known = {source["id"] for source in sources()}
        wrong = [
            entry["id"]
            for entry in key(module)
            if not entry["sources"]
            or not set(entry["sources"]) <= known
            or len(re.findall(r"[.?!](?:\s|$)", entry["why"])) != 1
        ]
        assert wrong == []

    def test_no_statement_is_a_claim_or_stands_twice(self, module):
        said = [plain(text) for text in statements(module).values()]
        claims = {plain(claim["claim"]) for _, claim in register()}
        assert len(said) == len(set(said))
        assert set(said) & claims == set()

    def test_each_statement_is_one_sentence(self, module):
        ends = {i: len(re.findall(r"[.?!](?:\s|$)", t)) for i, t in statements(module).items()}
        assert {slug: count for slug, count in ends.items() if count != 1} == {}

    def test_length_gives_nothing_away(self, module):
        means = [sum(map(len, texts)) / len(texts) for texts in by_answer(module).values()]
        assert max(means) / min(means) < 1.15

    def test_numbers_give_nothing_away(self, module):
        having = [sum(bool(re.search(r"\d", t)) for t in ts) for ts in by_answer(module).values()]
        assert max(having) - min(having) <= 4

    def test_no_word_gives_an_answer_away(self, module):
        told = {}
        for word in sorted(CUES):
            counts = [
                sum(word in plain(text).split() for text in texts)
                for texts in by_answer(module).values()
            ]
            if sum(counts) >= 3 and max(counts) > 0.75 * sum(counts):
                told[word] = counts
        assert told == {}


class TestKeys:
    def test_every_desk_that_counts_has_a_key_and_every_key_a_desk(self):
        desks = {file.stem for file in (DATA / "statements").glob("*.yaml")}
        keys = {folder.name.removeprefix("claim-desk-") for folder in KEYS.glob("claim-desk-*")}
        assert desks == keys

    def test_none_lies_under_data(self):
        assert sorted(DATA.rglob("key*.yaml")) == []
        for file in (DATA / "statements").glob("*.yaml"):
            assert {field for one in read(file) for field in one} == {"id", "text"}
