"""The submitted notebook is data; only the text of answer cells is taken from it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graders.answers import ANSWER_LENGTH, read_answers, splice
from graders.handin import HandInError


def cell(name, text, **marking):
    """Return a cell of a notebook."""
    marks = {"grade": True, "solution": True, "grade_id": name} | marking
    return {"cell_type": "markdown", "metadata": {"nbgrader": marks}, "source": text}


def notebook(*cells):
    """Return a notebook."""
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def read(tmp_path, content):
    """Write what is handed in and read the answers."""
    path = tmp_path / "x.ipynb"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return read_answers(path)


def master():
    """Return a master with one answer."""
    return notebook(cell("essay", "Write here."), cell("table", "1", solution=False))


def test_the_answer_is_found_whatever_the_cell_says_of_itself(tmp_path):
    submitted = notebook(
        cell("table", "forged", points=1e9),
        cell("unknown", "x"),
        cell("essay", ["My ", "answer"], grade=False, solution=False, points=9, schema_version=99)
        | {"cell_type": "code"},
    )
    found = splice(master(), read(tmp_path, submitted))
    assert [one["source"] for one in found["cells"]] == ["My answer", "1"]
    assert found["cells"][0]["cell_type"] == "markdown"


def test_texts_under_one_id_are_all_kept(tmp_path):
    submitted = notebook(cell("essay", "one"), cell("essay", "Write here."), cell("essay", "two"))
    found = splice(master(), read(tmp_path, submitted))
    assert found["cells"][0]["source"] == "one\n\n---\n\ntwo"


def test_an_ancient_notebook_is_read(tmp_path):
    ancient = {"worksheets": [{"cells": [cell("essay", "old")]}], "nbformat": 2}
    assert read(tmp_path, ancient) == {"essay": ["old"]}


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"{", b"[" * 100_000, b'{"a":' * 100_000, b"9" * 100_000],
    ids=["empty", "bytes", "torn", "nested lists", "nested dicts", "digits"],
)
def test_what_is_no_notebook(tmp_path, content):
    with pytest.raises(HandInError, match="not a notebook"):
        read(tmp_path, content)


@pytest.mark.parametrize("content", [[], 1, None, {"cells": 1}, {"cells": [1, {"metadata": 1}]}])
def test_what_is_json_but_no_notebook_holds_no_answer(tmp_path, content):
    assert read(tmp_path, content) == {}


def test_odd_signs_are_taken_out_and_length_is_cut(tmp_path):
    submitted = notebook(cell("essay", "a\x00\x1bb\ud800" + "x" * 2 * ANSWER_LENGTH))
    text = read(tmp_path, submitted)["essay"][0]
    assert text.startswith("ab?x")
    assert len(text) <= ANSWER_LENGTH
    text.encode("utf-8")


WORDS = st.sampled_from(["cells", "metadata", "nbgrader", "grade_id", "source", "worksheets"])
LEAVES = st.none() | st.integers() | st.text()


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner)))
def test_any_json_is_read_or_refused(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("any")
    splice(master(), read(folder, content))
