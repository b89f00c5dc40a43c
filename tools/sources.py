"""Render what lessons cite: author and date in the text, and the list of sources at the end.

A writer cites by key, ``[nash-1950]``, anywhere in the text of a module.
``python -m tools.sources`` turns each into a link that shows author and date and keeps the key as
its title, ``[(Nash 1950)](#Sources "nash-1950")``, and writes the section *Sources* anew: one entry
a key, by the alphabet.  *Further reading* lists keys too, ``- [nash-1950]``.  What a lesson uses of
a source stays behind its entry after ``Here:``, before the key in a comment.  Rendered again, a
text is the same; ``--check`` says whether it is.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from parley import sources
from parley.sources import cite, cite_full, keys

ROOT = Path(__file__).resolve().parent.parent
TEXTS, KEPT = ROOT / "course" / "text", ROOT / "data" / "sources.json"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)+"
BARE = re.compile(rf"\[({SLUG})\](?!\()")
LINK = re.compile(rf'\[[^\]\n]*\]\(#Sources "({SLUG})"\)')
SECTION = "\n## Sources\n"
FURTHER = "\n## Further reading\n"
LISTED = re.compile(rf"^- (?:\[({SLUG})\]|.* <!-- ({SLUG}) -->)$", re.MULTILINE)
HERE = " Here: "
PAGES = "The [glossary](glossary.md) and [all sources](sources.md) of the course.\n"
ENTRY = re.compile(rf"(?P<used>.*) <!-- (?P<key>{SLUG}) -->")


def rendered(text: str) -> str:
    """Return the text of a module with its citations and its sources as readers see them.

    Parameters
    ----------
    text : str
        The text, with keys, rendered or not.

    Returns
    -------
    str
        The same, rendered.
    """
    lesson, section, listed = text.partition(SECTION)
    if not section:
        return text
    lesson, further, reading = lesson.partition(FURTHER)
    lesson = LINK.sub(lambda found: f"[{found[1]}]", lesson)
    known, cited = set(keys()), []
    for key in BARE.findall(lesson):
        if key in known and key not in cited:
            cited.append(key)
    used = _used(listed)
    entries = sorted((_entry(key, used.get(key, "")) for key in cited), key=str.casefold)
    lesson = BARE.sub(lambda found: _link(found[1]) if found[1] in known else found[0], lesson)
    reading = LISTED.sub(lambda found: _entry(found[1] or found[2], ""), reading)
    return f"{lesson}{further}{reading}{section}\n{PAGES}\n" + "\n".join(entries) + "\n"


def cited_in(text: str) -> tuple[str, ...]:
    """Return the keys that a rendered text cites or tells to read, each as often as it does."""
    lesson, _, reading = text.partition(SECTION)[0].partition(FURTHER)
    return (*LINK.findall(lesson), *(found[1] for found in LISTED.findall(reading)))


def _link(key: str) -> str:
    return f'[({cite(key)})](#Sources "{key}")'


def _entry(key: str, used: str) -> str:
    here = f"{HERE}{used}" if used else ""
    return f"- {cite_full(key)}{here} <!-- {key} -->"


def _used(listed: str) -> dict[str, str]:
    """Return what the list so far says a lesson uses of each source."""
    return {
        found["key"]: found["used"]
        for line in listed.splitlines()
        if HERE in line and (found := ENTRY.fullmatch(line.partition(HERE)[2]))
    }


def lettered(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return sources of which no two of one year are cited alike: those get a letter.

    Parameters
    ----------
    items : list of dict
        The items of CSL-JSON as they are kept; a letter once given stays.

    Returns
    -------
    list of dict
        The same, with letters where they were missing.
    """
    shorts = [cite(item["id"]) for item in items]
    taken, many = set(shorts), Counter(shorts)
    found = []
    for item, short in zip(items, shorts, strict=True):
        if many[short] > 1 and "issued" in item:
            letter = next(one for one in ascii_lowercase if f"{short}{one}" not in taken)
            taken.add(f"{short}{letter}")
            item = item | {"year-suffix": letter}
        found.append(item)
    return found


def listed(items: list[dict[str, Any]]) -> str:
    """Return the bibliography as it stands in its file: a source a line, so that a diff shows it.

    Examples
    --------
    >>> print(listed([{"id": "nash-1950"}, {"id": "raiffa-1982"}]), end="")
    [
    {"id": "nash-1950"},
    {"id": "raiffa-1982"}
    ]
    """
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"[\n{lines}\n]\n"


def main(arguments: list[str]) -> int:
    """Letter the sources and render every text, or check both."""
    check = "--check" in arguments
    items = json.loads(KEPT.read_text(encoding="utf-8"))
    stale = [KEPT.name] if lettered(items) != items else []
    if stale and not check:
        KEPT.write_text(listed(lettered(items)), "utf-8")
        sources.forget()
    for path in sorted(TEXTS.glob("*.md")):
        before = path.read_text(encoding="utf-8")
        after = rendered(before)
        if after != before:
            stale.append(path.name)
            if not check:
                path.write_text(after, encoding="utf-8")
    if check and stale:
        print(f"Not rendered: {', '.join(stale)}. Run python -m tools.sources.")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
