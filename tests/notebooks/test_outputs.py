"""The outputs that are kept are the outputs that a run gives, compared strictly by nbval."""

import os
import subprocess
import sys

import nbformat
import pytest
from tests.notebooks.modules import COURSE, MODULES, NAMES, code_cells, read, text_of
from tools.refresh import READER, as_reader


def compare(notebook):
    """Run nbval on a notebook as the trainee ``reader`` without records."""
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env"]
    plain = ["-p", "no:cacheprovider", "-p", "no:xdist", "-q", f"--rootdir={notebook.parent}"]
    with as_reader() as environment:
        return subprocess.run(
            [*command, *plain, "-c", os.devnull, str(notebook)],
            env=environment,
            cwd=notebook.parent,
            capture_output=True,
            text=True,
        )


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_run_gives_what_is_kept(path):
    done = compare(path)
    assert done.returncode == 0, done.stdout
    assert f"{len(code_cells(path))} passed" in done.stdout


def test_a_changed_number_is_seen(tmp_path):
    notebook = read(MODULES[0])
    cell = next(cell for cell in notebook.cells if cell.get("outputs"))
    text = cell.outputs[0].data["text/plain"]
    cell.outputs[0].data["text/plain"] = text.replace("80", "81")
    assert cell.outputs[0].data["text/plain"] != text
    copy = tmp_path / "changed.ipynb"
    nbformat.write(notebook, copy)
    done = compare(copy)
    assert done.returncode == 1
    assert "1 failed" in done.stdout


def test_the_reader_is_named():
    assert READER == "reader"
    outputs = [output for cell in code_cells(MODULES[0]) for output in cell.outputs]
    assert any(output.data["text/plain"].endswith("trainee reader") for output in outputs)


def test_no_other_notebook_lies_in_the_course():
    pairs = {path for module in MODULES for path in (module, text_of(module))}
    pages = {COURSE / name for name in ("course_map.md", "glossary.md", "sources.md")}
    found = {*COURSE.rglob("*.ipynb"), *COURSE.rglob("*.md")} - pages
    assert {path for path in found if ".ipynb_checkpoints" not in path.parts} == pairs
