"""Keep ``data/course.json``, the modules and their tables, in step with the lessons.

``python -m tools.outline`` writes it; with ``--check`` it only says whether it is up to date.
A lesson says its title, its minutes after **Time:**, and its tables in their order; a table under
the heading *For those who want more* is not asked for.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from parley import scenario

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "data" / "course.json"
MORE = "For those who want more"
STEP = re.compile(r'^#{2,} (?P<heading>.+)$|^parley\.table\("(?P<table>[^"]+)"\)', re.MULTILINE)


def text() -> str:
    """Return the outline of the course as it should stand in its file."""
    lessons = sorted((ROOT / "course" / "text").glob("*.md"))
    return json.dumps([lesson(path) for path in lessons], ensure_ascii=False, indent=1) + "\n"


def lesson(path: Path) -> dict[str, Any]:
    """Return what the text of a module says of itself.

    Parameters
    ----------
    path : pathlib.Path
        The text, in Markdown.

    Returns
    -------
    dict
        Number, title, minutes and tables, as `parley.logbook.outline` reads them.
    """
    found = path.read_text(encoding="utf-8")
    return {
        "module": path.stem[:2],
        "title": _said(r"^# \d+\. (.+)$", found, path),
        "minutes": int(_said(r"^\*\*Time:\*\* (\d+) minutes", found, path)),
        "tables": list(_tables(found)),
    }


def _tables(found: str) -> Iterator[dict[str, Any]]:
    """Yield the tables of a lesson, each with its title and whether it is asked for."""
    heading = ""
    for step in STEP.finditer(found):
        heading = step["heading"] or heading
        if step["table"]:
            title = scenario.load(step["table"]).title
            yield {"exercise": step["table"], "title": title, "asked": heading != MORE}


def _said(pattern: str, found: str, path: Path) -> str:
    line = re.search(pattern, found, re.MULTILINE)
    if line is None:
        sys.exit(f"{path.name}: no line fits {pattern!r}. Give it the frame of module 04.")
    return line[1]


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` compare it; 1 means that it is out of date."""
    if "--check" in arguments:
        stale = FILE.read_text(encoding="utf-8") != text()
        if stale:
            print(f"{FILE.name} is out of date: run 'make derived'.", file=sys.stderr)
        return int(stale)
    FILE.write_text(text(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
