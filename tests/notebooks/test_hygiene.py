"""Every module is a clean run in the house's form: frame, cells, outputs, text."""

import json
import re
from math import ceil

import jupytext
import pytest
from jupytext.compare import compare_notebooks
from tests.notebooks.modules import (
    CITATION,
    COURSE,
    MODULES,
    NAMES,
    code_cells,
    headings,
    prose,
    read,
    section,
    text_of,
    words,
)
from tools import glossary, sources

LARGEST = 500_000
WORDS_A_MINUTE = 130
"""How fast somebody reads a lesson in a second language."""

LENGTHS, LENGTH = {"00_start_here": (900, 1500)}, (1200, 2500)
FRAME = (
    "## What you will do",
    "## The table",
    "## Reflection",
    "## In this module we",
    "## Further reading",
    "## Sources",
)
OPENING = ("**What you will learn**", "**Time:**", "**What comes before:**")
ABBREVIATIONS = r"(?:art|arts|no|vol|doc|e\.g|i\.e|cf|Mr|Ms|Dr|St|\b[A-Z])\."

pytestmark = pytest.mark.parametrize("path", MODULES, ids=NAMES)


def test_it_was_run_from_top_to_bottom(path):
    counts = [cell.execution_count for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))


def test_outputs_are_clean(path):
    for cell in code_cells(path):
        kinds = {output.output_type for output in cell.outputs}
        assert kinds <= {"display_data", "execute_result"}, "no errors, no streams"
        for output in cell.outputs:
            assert "application/vnd.jupyter.widget-view+json" not in output.data
            assert "text/plain" in output.data, "a text alternative"
            assert not re.search(r"0x[0-9a-f]{6}|\d\.\d{7}", output.data["text/plain"])


def test_no_state_and_no_times_are_kept(path):
    notebook = read(path)
    assert set(notebook.metadata) <= {"jupytext", "kernelspec"}
    assert all(set(cell.metadata) <= {"jupyter", "tags"} for cell in notebook.cells)
    assert path.stat().st_size < LARGEST


def test_text_and_notebook_are_in_step(path):
    compare_notebooks(
        read(path),
        jupytext.read(text_of(path)),
        "md:myst",
        compare_ids=False,
        compare_outputs=False,
    )


def test_frame(path):
    found = headings(path)
    assert found[0].startswith(f"# {int(path.stem[:2])}. ")
    assert [heading for heading in found if heading.startswith("# ")] == found[:1]
    places = [next(i for i, h in enumerate(found) if h.startswith(part)) for part in FRAME]
    assert places == sorted(places)
    assert places[0] == 1
    opening = section(path, "What you will do")
    missing = [part for part in OPENING if part not in opening]
    assert missing == []


def test_headings_skip_no_level(path):
    levels = [len(heading.split()[0]) for heading in headings(path)]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_cells_are_small_and_hidden(path):
    cells = code_cells(path)
    lengths = [len(cell.source.splitlines()) for cell in cells]
    assert max(lengths) <= 25
    assert sum(length <= 12 for length in lengths) >= 0.9 * len(lengths)
    assert all(cell.metadata.jupyter == {"source_hidden": True} for cell in cells)


def test_cells_define_nothing_and_reach_for_no_file(path):
    source = "\n".join(cell.source for cell in code_cells(path))
    assert not re.search(r"read_csv\(|http|\.\./|open\(|^(def|class) ", source, re.MULTILINE)


def test_a_lesson_has_its_claim_desk_and_figures_that_turn(path):
    if path.stem == "00_start_here":
        return  # it has no claims of its own
    number, source = path.stem[:2], "\n".join(cell.source for cell in code_cells(path))
    assert f'parley.table("claim-desk-{number}")' in source
    assert len(re.findall(r"parley\.figure\(", source)) >= 2
    found = headings(path)
    assert found.index("## The claim desk") < found.index("## Reflection")


def test_few_cells_are_not_compared(path):
    cells = code_cells(path)
    assert sum("nbval" in json.dumps(cell.metadata) for cell in cells) <= 0.05 * len(cells)


def test_one_sentence_a_line(path):
    body = text_of(path).read_text(encoding="utf-8").split("\n## Further reading")[0]
    body = CITATION.sub("cited", glossary.plain(body))
    lines = re.sub(r"^---\n.*?\n---\n|```.*?```", "", body, flags=re.DOTALL).splitlines()
    plain = [line for line in lines if not re.match(r"#|\||\s*([-*]|\d+\.) ", line)]
    crowded = [
        line for line in plain if re.search(r"[.!?][*_\")]* [A-Z]", re.sub(ABBREVIATIONS, "", line))
    ]
    assert crowded == []


def test_length_and_reading_time(path):
    least, most = LENGTHS.get(path.stem, LENGTH)
    assert least <= words(path) <= most
    time = section(path, "What you will do")
    total, *parts = map(int, re.findall(r"\d+", re.search(r"\*\*Time:\*\*.*", time)[0]))
    assert total == sum(parts)
    assert f"{ceil(words(path) / WORDS_A_MINUTE)} to read" in time


def test_what_is_cited_is_rendered_and_listed(path):
    text = text_of(path).read_text(encoding="utf-8")
    assert sources.rendered(text) == text, "run python -m tools.sources"
    lesson = text.partition(sources.SECTION)[0]
    assert not sources.BARE.findall(lesson), "an unknown key"
    assert path.stem == "00_start_here" or len(set(sources.cited_in(text))) >= 10


def test_links_lead_to_files_of_the_course(path):
    for link in re.findall(r"\]\(([^)]+)\)", prose(path)):
        if link.startswith("#Sources "):
            continue
        assert "://" not in link
        assert (COURSE / link).exists()
