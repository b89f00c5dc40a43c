"""Keep ``data/course.json``, the modules and their tables, in step with the lessons.

``python -m tools.outline`` writes it; with ``--check`` it only says whether it is up to date.
A table under the heading *For those who want more* is not asked for.
"""

import json
import sys
from typing import Any

from tools.modules import ROOT, Module, modules

from parley import scenario

FILE = ROOT / "data" / "course.json"


def text() -> str:
    """Return the outline of the course as it should stand in its file."""
    return json.dumps([_entry(one) for one in modules()], ensure_ascii=False, indent=1) + "\n"


def _entry(one: Module) -> dict[str, Any]:
    """Return a module as `parley.logbook.outline` reads it."""
    tables = [
        {"exercise": name, "title": scenario.load(name).title, "asked": asked}
        for name, asked in one.shown
    ]
    return {"module": one.number, "title": one.title, "minutes": one.minutes, "tables": tables}


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
