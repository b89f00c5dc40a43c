"""Bring the modules in course/ up to date: text and notebook in step, outputs of a clean run.

``python -m tools.refresh`` does all of them, or those that are named, as in ``python -m
tools.refresh 04``; with ``--pair`` it runs nothing, for changes in prose alone. Each notebook runs
as the trainee ``reader`` without any record. What differs from run to run, or belongs to this
machine, is dropped: times, the state and the views of widgets, the version of Python. A second run
changes no byte.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import nbformat
from nbclient import NotebookClient

COURSE = Path(__file__).resolve().parent.parent / "course"
READER = "reader"
PATIENCE = 120  # seconds for one cell
VIEW = "application/vnd.jupyter.widget-view+json"


def pair(course: Path = COURSE, modules: tuple[str, ...] = ("",)) -> None:
    """Bring notebooks and texts in step: of each two the one that was edited last is followed."""
    texts = map(str, chosen((course / "text").glob("*.md"), modules))
    subprocess.run([sys.executable, "-m", "jupytext", "--quiet", "--sync", *texts], check=True)


@contextmanager
def as_reader() -> Iterator[dict[str, str]]:
    """Give an environment in which the trainee is ``reader`` and has no records."""
    with TemporaryDirectory() as records:
        yield {**os.environ, "PARLEY_TRAINEE": READER, "PARLEY_RECORDS": records}


def run(notebook: nbformat.NotebookNode, folder: Path) -> None:
    """Run a notebook in a fresh kernel and keep what is the same in every run.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        It is changed in place.
    folder : pathlib.Path
        Where it runs.
    """
    client = NotebookClient(
        notebook,
        timeout=PATIENCE,
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(folder)}},
    )
    with as_reader() as environment, patch.dict(os.environ, environment):
        client.execute()
    for name in ("widgets", "language_info"):
        notebook.metadata.pop(name, None)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(VIEW, None)


def refresh(path: Path) -> bool:
    """Run a notebook and write it if that changed anything; return whether it did."""
    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    run(notebook, path.parent)
    after = nbformat.writes(notebook) + "\n"
    if after != before:
        path.write_text(after, encoding="utf-8", newline="\n")
    return after != before


def chosen(paths: Iterable[Path], modules: tuple[str, ...]) -> list[Path]:
    """Return the files of some modules, which are given by how their names begin."""
    return sorted(path for path in paths if path.name.startswith(modules))


def main(arguments: list[str]) -> int:
    """Refresh the modules and say which have changed."""
    modules = tuple(one for one in arguments if one != "--pair") or ("",)
    pair(modules=modules)
    for path in [] if "--pair" in arguments else chosen(COURSE.glob("*.ipynb"), modules):
        print(f"{path.name}: {'changed' if refresh(path) else 'as before'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
