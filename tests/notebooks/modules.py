"""The modules as the tests read them: cells, headings, words."""

import re
from pathlib import Path

import nbformat
from tools import glossary

COURSE = Path(__file__).resolve().parents[2] / "course"
MODULES = sorted(COURSE.glob("*.ipynb"))
NAMES = [path.stem for path in MODULES]


def read(path: Path):
    """Return a notebook."""
    return nbformat.read(path, as_version=4)


def text_of(path: Path) -> Path:
    """Return the text that is paired with a notebook."""
    return path.parent / "text" / f"{path.stem}.md"


def lesson(stem: str) -> str:
    """Return the text of a module, with links to the glossary as their words."""
    return glossary.plain((COURSE / "text" / f"{stem}.md").read_text(encoding="utf-8"))


def code_cells(path: Path) -> list:
    """Return the code cells of a notebook."""
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


CITATION = re.compile(r'\[[^\]\n]*\]\(#Sources "[^"]*"\)')


def prose(path: Path) -> str:
    """Return the whole Markdown of a notebook, with links to the glossary as their words."""
    cells = [cell.source for cell in read(path).cells if cell.cell_type == "markdown"]
    return glossary.plain("\n\n".join(cells))


def headings(path: Path) -> list[str]:
    """Return the headings, with their hashes."""
    return re.findall(r"^#+ .*", prose(path), re.MULTILINE)


def section(path: Path, heading: str) -> str:
    """Return what stands under a heading of the second level."""
    found = re.search(rf"^## {heading}.*?\n(.*?)(?=^## |\Z)", prose(path), re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def words(path: Path) -> int:
    """Return how many words there are to read; a citation is one, and lists are not read."""
    lesson = CITATION.sub("cited", prose(path).partition("\n## Further reading")[0])
    return len(re.findall(r"\w[\w’'-]*", lesson))
