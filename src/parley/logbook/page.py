"""The certificate as one page of HTML: no script, no request, on two sheets of A4 at most."""

import json
from collections.abc import Iterable
from functools import cache
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from parley.logbook.facts import Facts
from parley.logbook.notebook import table
from parley.logbook.reckon import counted

META = "parley-facts"
LEVELS = 4
"""So deep do lists lie in the facts, the object around them among them."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
WHAT = (
    "This page states what records of practice on the holder’s own machine show. Parley reckoned "
    "it from these records alone. It is not a grade, and it does not prove who sat at the machine."
)
NOTES = (
    "Marks go from 0 to 100. They judge decisions on what could be known, not luck. A best mark is "
    "the best of any number of plays, also of one after a review. Minutes are the time between "
    "moves, pauses cut; dates are days in UTC. Graded assignments are not on this page: "
    "their marks come from the instructor."
)


def page(found: Facts) -> str:
    """Return a certificate as a whole page, everything escaped; the facts are in it for a check.

    Parameters
    ----------
    found : dict
        What it states, as `parley.logbook.facts.facts` returns it.

    Returns
    -------
    str
        HTML.
    """
    name = escape(found["trainee"])
    plain = escape(json.dumps(found, sort_keys=True))
    parts = "\n".join(filter(None, [*_opening(found), *_shown(found), *_closing(found)]))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="{META}" content="{plain}">
<title>Parley: statement of practice, {name}</title>
<style>
{_style()}</style>
</head>
<body>
<main>
{parts}
</main>
</body>
</html>
"""


def facts_in(text: str) -> Facts | None:
    """Return the facts that a page holds, or None where it holds none.

    Parameters
    ----------
    text : str
        The page, which anybody may have changed.

    Returns
    -------
    dict or None
        What JSON gives; nothing of it is checked but that it is an object, and how deep it is.
    """
    reader = _Meta()
    try:
        reader.feed(text)
        found = json.loads(reader.content)
    except (AssertionError, ValueError, RecursionError):  # the first is how the reader gives up
        return None
    return found if isinstance(found, dict) and _flat(found, LEVELS) else None


def _flat(found: Any, levels: int) -> bool:
    """Tell whether plain data is nested no deeper than so many levels."""
    if not isinstance(found, dict | list):
        return True
    inner = found.values() if isinstance(found, dict) else found
    return levels > 0 and all(_flat(one, levels - 1) for one in inner)


class _Meta(HTMLParser):
    """The content of the first meta element with the facts."""

    content = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the content of the element, if this is it."""
        found = dict(attrs)
        if tag == "meta" and found.get("name") == META and not self.content:
            self.content = found.get("content") or ""


def _opening(found: Facts) -> Iterable[str]:
    days = f"From {found['first']} to {found['last']}: " if found["first"] else ""
    plays = f"{counted(found['plays'], 'play')} at {counted(found['tables'], 'table')}"
    yield "<h1>Statement of practice</h1>"
    yield "<p>Parley, a course and exercise kit in military diplomacy</p>"
    yield f'<p class="name"><bdi>{escape(found["trainee"])}</bdi></p>'
    yield _said(f"{days}{plays}, {counted(found['minutes'], 'minute')} at the tables.")
    if found["sum"]:
        yield _said(found["sum"])
    if found["missing"]:
        yield _said(f"Not complete. Modules not finished: {', '.join(found['missing'])}.")
    yield f'<p class="what">{escape(WHAT)}</p>'


def _shown(found: Facts) -> Iterable[str]:
    rows = [
        (f"{number} {title}", state, "; ".join(tables) or "–", str(minutes))
        for number, title, state, tables, minutes in found["modules"]
    ]
    heads = ("Module", "State", "Tables finished (best mark)", "Minutes")
    yield table("Modules", heads, rows)
    if found["weeks"]:
        yield f"<h2>The crisis week</h2>{_said('; '.join(found['weeks']) + '.')}"
    if found["positions"]:
        heads = ("Positions", "First", "Last", "Difference")
        yield table("First positions beside last positions, marks", heads, found["positions"])
        yield _said(found["caution"])
    if found["calibration"]:
        yield f"<h2>How sure, and how often right</h2>{''.join(map(_said, found['calibration']))}"


def _closing(found: Facts) -> Iterable[str]:
    yield f"<h2>How to read and check this page</h2>{_said(NOTES)}"
    yield _said(
        f"Made on {found['made']} with Parley {found['parley']} from "
        f"{counted(len(found['files']), 'record')}. An instructor who has the records can check "
        "this file: parley certificate --check certificate.html --records FOLDER."
    )
    yield f"<p>SHA-256 over the records: <code>{escape(found['digest'])}</code></p>"


def _said(text: str) -> str:
    return f"<p>{escape(text)}</p>"


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")
