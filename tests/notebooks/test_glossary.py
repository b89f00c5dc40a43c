"""The glossary and the index of sources: true to the lessons, whole, and linked from them."""

import re

import pytest
from tests.notebooks.modules import COURSE, MODULES, NAMES, read, text_of
from tools import glossary as linker
from tools import pages as pages_tool

from parley import sources
from parley.data import data_folder
from parley.glossary import glossary

TERMS = glossary()
TEXTS = {path.stem: linker.plain(text_of(path).read_text(encoding="utf-8")) for path in MODULES}
USES = {stem: linker.uses(text, stem[:2]) for stem, text in TEXTS.items()}
LINKS = re.compile(r"\]\(([^)\s]+)\)")
LONGEST = 60
"""Words in a meaning."""

LESSON = """# 4. Talks

## What you will do

Explain your BATNA.

## BATNA and ZOPA

| BATNA | BATNA |
|---|---|

Below your *BATNA*, leave.
A colonel said: "The ZOPA
is empty."
Read *The ZOPA of old*, `ZOPA` and [the ZOPA](ZOPA.md).

<details>
<summary>Answer</summary>

The ZOPA.

</details>

```{code-cell}
# ZOPA
print("ZOPA")
```

**ZOPA.** Without one, sign no Collective Security Treaty, but ceasefires.
Two ZOPAs.

## Reflection

Which treaty do you mean?
"""


def where(term):
    """Return the modules, by two digits, that use a term."""
    return [stem[:2] for stem in TEXTS if any(use.term == term for use in USES[stem])]


def sets_off(term, stem):
    """Return whether a lesson stresses a term, gives it a row, or names it in a heading."""
    forms = "|".join(map(re.escape, sorted((term.term, *term.also), key=len, reverse=True)))
    return re.search(rf"(?im)(?:\*|^\| |^#.*\b)(?:{forms})", TEXTS[stem]) is not None


class TestTerms:
    def test_they_stand_by_the_alphabet(self):
        written = re.findall(
            r"^- term: (.*)$",
            (data_folder() / "glossary.yaml").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        assert written == [term.term for term in TERMS]

    @pytest.mark.parametrize("term", TERMS, ids=[term.anchor for term in TERMS])
    def test_each_is_taught_where_it_says(self, term):
        used = where(term)
        assert term.module in used, f"{term.term} is used in {used}"
        stem = next(stem for stem in TEXTS if stem.startswith(term.module))
        assert used[0] == term.module or sets_off(term, stem)
        assert set(term.only) <= set(used)

    def test_no_name_means_two_terms_in_one_module(self):
        for stem in TEXTS:
            spoken = [one for one in TERMS if one.spoken_in(stem[:2])]
            forms = [form for one in spoken for form in (one.term, *one.also)]
            assert len(forms) == len(set(forms)), stem

    def test_see_leads_to_terms(self):
        known = {term.term for term in TERMS}
        wrong = {term.term: set(term.see) - known for term in TERMS}
        assert {term: see for term, see in wrong.items() if see} == {}
        assert [term.term for term in TERMS if term.term in term.see or not term.see] == []

    def test_sources_are_known(self):
        wrong = {term.term: set(term.sources) - set(sources.keys()) for term in TERMS}
        assert {term: keys for term, keys in wrong.items() if keys} == {}

    def test_meanings_are_short_and_plain(self):
        for term in TERMS:
            assert len(term.meaning.split()) <= LONGEST, term.term
            assert not re.search(r"\w'(?:t|re|ll|ve|m|d)\b|\bit's\b", term.meaning), term.term
            assert term.meaning.strip()[-1] in '.".', term.term


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
class TestLessons:
    def test_first_uses_are_linked(self, path):
        text = text_of(path).read_text(encoding="utf-8")
        assert linker.linked(text, path.stem[:2]) == text, "run python -m tools.glossary"

    def test_no_term_is_linked_twice(self, path):
        cells = [cell.source for cell in read(path).cells if cell.cell_type == "markdown"]
        links = re.findall(r"\(glossary\.md#([a-z0-9-]+)\)", "\n".join(cells))
        assert len(links) == len(set(links))
        assert set(links) <= {term.anchor for term in TERMS}
        assert set(links) == {use.term.anchor for use in USES[path.stem]}

    def test_the_end_leads_to_both_pages(self, path):
        end = text_of(path).read_text(encoding="utf-8").partition("\n## Sources\n")[2]
        assert "(glossary.md)" in end and "(sources.md)" in end


class TestLinks:
    def test_what_is_linked_and_what_is_not(self):
        linked = linker.linked(LESSON, "04")
        assert re.findall(r"\[([^\]]*)\]\((glossary[^)]*)\)", linked) == [
            ("BATNA", "glossary.md#batna"),
            ("ZOPA", "glossary.md#zopa"),
            ("ceasefires", "glossary.md#ceasefire"),
        ]
        assert "| [BATNA](glossary.md#batna) | BATNA |" in linked
        assert "**[ZOPA](glossary.md#zopa).**" in linked
        assert linker.linked(linked, "04") == linked
        assert linker.plain(linked) == LESSON

    def test_a_word_of_another_sense_is_left(self):
        text = LESSON.replace("Two ZOPAs", "He expressed regret")
        assert "#regret" in linker.linked(text, "04")
        assert "#regret" not in linker.linked(text, "06")

    def test_the_longest_term_counts(self):
        text = LESSON.replace("Two ZOPAs", "A best alternative to a negotiated agreement")
        (first, *_) = linker.uses(text.replace("BATNA", "ZOPA"), "04")
        assert first.term.term == "ZOPA"


@pytest.fixture(scope="module")
def pages():
    """Return both pages as they are kept."""
    return {
        page: (COURSE / page).read_text(encoding="utf-8") for page in ("glossary.md", "sources.md")
    }


class TestPages:
    def test_they_are_fresh(self, pages):
        course = pages_tool.lessons()
        assert pages_tool.glossary_page(course) == pages["glossary.md"], "run python -m tools.pages"
        assert pages_tool.sources_page(course) == pages["sources.md"], "run python -m tools.pages"

    def test_every_link_leads_somewhere(self, pages):
        places = {page: set(re.findall(r'<a id="([^"]+)">', text)) for page, text in pages.items()}
        for path in MODULES:
            places[path.name] = {f"cell-id={cell.id}" for cell in read(path).cells}
        for page, text in pages.items():
            for link in set(LINKS.findall(text)):
                file, _, place = link.partition("#")
                assert not place or place in places[file or page], f"{page}: {link}"
                assert not file or file in places, f"{page}: {link}"

    def test_each_term_leads_to_the_lessons_that_link_it(self, pages):
        entries = re.split(r"^### ", pages["glossary.md"], flags=re.MULTILINE)[1:]
        for term, entry in zip(TERMS, entries, strict=True):
            found = re.findall(r"\[(\d\d)\]\(\d\d_\w+\.ipynb", entry)
            assert found[0] == term.module
            assert sorted(found) == where(term)

    def test_no_place_has_two_names(self, pages):
        for text in pages.values():
            anchors = re.findall(r'<a id="([^"]+)">', text)
            assert len(anchors) == len(set(anchors))
            assert all(anchor.isascii() for anchor in anchors)

    def test_every_source_stands_once_in_full(self, pages):
        listed = re.findall(r'^- <a id="([^"]+)"></a>(.*)$', pages["sources.md"], re.MULTILINE)
        assert sorted(key for key, _ in listed) == sorted(sources.keys())
        assert all(sources.cite_full(key) == text for key, text in listed)

    def test_what_cites_a_source_is_named(self):
        course = {"04_talks": {"a": '[(R)](#Sources "raiffa-1982")', "b": "## Sources\n\nList"}}
        course["04_talks"]["c"] = "## The claim desk"
        found = pages_tool.places(course)
        assert found["raiffa-1982"][0] == "Lessons: [04](04_talks.ipynb#cell-id=b)"
        assert found["incsea-1972"][0] == "Claim desks: [04](04_talks.ipynb#cell-id=c)"
        assert any(where[-1].startswith("Data sets: `") for where in found.values() if where)

    @pytest.mark.parametrize(
        ("key", "group"),
        [
            ("un-charter", pages_tool.LAW),
            ("icj-corfu-1949", pages_tool.COURTS),
            ("hrddp-2013", pages_tool.DOCUMENTS),
            ("oios-2014", pages_tool.DOCUMENTS),
            ("mazarr-2018", pages_tool.STUDIES),
            ("kilometre-101-exchange", pages_tool.NEWS),
            ("cow-states-2017", pages_tool.DATA),
        ],
    )
    def test_sources_are_grouped(self, key, group):
        assert pages_tool.group(key) == group


class TestCommands:
    @pytest.fixture
    def lesson(self, tmp_path, monkeypatch):
        """Return a text in a course of its own, for the tools to write."""
        (tmp_path / "text").mkdir()
        lesson = tmp_path / "text" / "04_bilateral_talks.md"
        lesson.write_text(LESSON, encoding="utf-8")
        monkeypatch.setattr(linker, "TEXTS", lesson.parent)
        monkeypatch.setattr(pages_tool, "COURSE", tmp_path)
        return lesson

    @pytest.mark.parametrize(
        ("tool", "said"),
        [
            (linker, "Not linked: 04_bilateral_talks.md. Run python -m tools.glossary.\n"),
            (pages_tool, "Not fresh: glossary.md, sources.md. Run python -m tools.pages.\n"),
        ],
    )
    def test_they_tell_what_is_not_fresh_and_make_it_so(self, lesson, capsys, tool, said):
        assert tool.main(["--check"]) == 1
        assert capsys.readouterr().out == said
        assert tool.main([]) == 0
        assert tool.main(["--check"]) == 0
        assert capsys.readouterr().out == ""

    @pytest.mark.parametrize("tool", [linker, pages_tool])
    def test_a_check_writes_nothing_whatever_else_is_asked(self, lesson, tool):
        assert tool.main(["--check", "04"]) == 1
        assert lesson.read_text(encoding="utf-8") == LESSON
        assert [path.name for path in lesson.parents[1].iterdir()] == ["text"]

    def test_a_check_of_modules_leaves_the_others(self, lesson):
        assert linker.main(["--check", "05"]) == 0

    def test_modules_that_are_not_named_are_left(self, lesson):
        assert linker.main(["05"]) == 0
        assert lesson.read_text(encoding="utf-8") == LESSON
        assert linker.main(["04"]) == 0
        assert "(glossary.md#batna)" in lesson.read_text(encoding="utf-8")
