"""The progress as a notebook shows it: HTML that needs no script, and plain text.

Where nothing was played both are one line, so that a committed notebook stays as it is whatever
is added to the course.
"""

from collections.abc import Container, Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path

from parley.logbook.reckon import ModuleProgress, Progress, TableProgress, counted

HEADS = ("Table", "State", "Plays", "Best mark", "Minutes")
MORE = "for those who want more"
NUMBER = ' class="number"'


def as_text(found: Progress) -> str:
    """Return the progress as plain text: what was played, and how much of the course that is."""
    if found.empty:
        return found.head
    rows = ["  ".join((table.module, *table.cells)) for table in found.tables]
    forms = ["  ".join(row) for row in found.forms.rows]
    sittings = [f"{one.assignment}  {one.title}  {one.state}" for one in found.sittings]
    lines = [found.head, found.sum, *rows, *found.calibration, *forms, found.forms.words]
    return "\n".join(filter(None, [*lines, *sittings, *found.unread]))


def as_html(found: Progress) -> str:
    """Return the progress as HTML, everything escaped.

    Parameters
    ----------
    found : Progress
        What was done.

    Returns
    -------
    str
        One ``div`` with a style of its own; without it, it reads as plain tables.
    """
    if found.empty:
        return f"<p>{escape(found.head)}</p>"
    parts = [
        _paragraphs([found.head, found.sum]),
        "".join(map(_module, found.modules)),
        _calibration(found),
        _forms(found),
        _sittings(found),
        _unread(found.unread),
    ]
    return f'<style>{_style()}</style><div class="parley-logbook">{"".join(parts)}</div>'


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of texts, each escaped; the first cell of a row is its head.

    Parameters
    ----------
    caption : str
        What the table shows.
    heads : sequence of str
        The heads of the columns.
    rows : iterable of sequences of str
        The rows; a column of numbers stands to the right.

    Returns
    -------
    str
        HTML.
    """
    every = list(rows)
    right = {n for n in range(1, len(heads)) if _numbers([row[n] for row in every])}
    head = "".join(
        f'<th scope="col"{NUMBER if n in right else ""}>{escape(text)}</th>'
        for n, text in enumerate(heads)
    )
    body = "".join(_row(row, right) for row in every)
    caption = f"<caption>{escape(caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(row: Sequence[str], right: Container[int]) -> str:
    cells = "".join(
        f"<td{NUMBER if n in right else ''}>{escape(text)}</td>"
        for n, text in enumerate(row[1:], start=1)
    )
    return f'<tr><th scope="row">{escape(row[0])}</th>{cells}</tr>'


def _numbers(column: Sequence[str]) -> bool:
    """Tell whether a column holds numbers alone, and dashes where there is none."""
    found = [text for text in column if text != "–"]
    return bool(found) and all(text.strip("+−").isdigit() for text in found)


def _module(one: ModuleProgress) -> str:
    """Return a module folded into one line, which opens to its tables."""
    share = round(100 * one.done / one.asked) if one.asked else 0
    # The bar says nothing that the words beside it do not say.
    bar = f'<span class="bar" aria-hidden="true"><span style="width: {share}%"></span></span>'
    asks = f"; asks {one.asks} min" if one.asks else ""
    line = (
        f'<span class="what">{escape(f"{one.module} {one.title}")}</span> {bar} '
        f'<span class="how">{escape(say_module(one))}</span> '
        f'<span class="time">{one.minutes} min at tables{asks}</span>'
    )
    caption = f"Tables of module {one.module}"
    rows = [(named(one), *one.cells[1:]) for one in one.tables]
    body = table(caption, HEADS, rows) if rows else "<p>It has no tables.</p>"
    return f"<details><summary>{line}</summary>{body}</details>"


def say_module(one: ModuleProgress) -> str:
    """Say how much of a module is done.

    Parameters
    ----------
    one : ModuleProgress
        The module.

    Returns
    -------
    str
        Such as ``"begun: 1 of 3 finished"``.
    """
    if one.state == "begun" and one.asked:
        return f"begun: {one.done} of {one.asked} finished"
    return one.state


def named(one: TableProgress) -> str:
    """Return what a table is called, and whether the lesson leaves it to those who want more."""
    return one.title if one.asked else f"{one.title} ({MORE})"


def _calibration(found: Progress) -> str:
    if not found.calibration:
        return ""
    return f"<p><strong>Calibration.</strong></p>{_paragraphs(found.calibration)}"


def _forms(found: Progress) -> str:
    if not found.forms.rows:
        return ""
    heads = ("Positions", "First", "Last", "Difference")
    body = table("First positions beside last positions, marks", heads, found.forms.rows)
    return body + _paragraphs([found.forms.words])


def _sittings(found: Progress) -> str:
    if not found.sittings:
        return ""
    rows = [(one.assignment, one.title, one.state) for one in found.sittings]
    caption = "Assignments; marks come with the feedback"
    return table(caption, ("Assignment", "Table", "State"), rows)


def _unread(lines: Sequence[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{escape(text)}</li>" for text in lines)
    head = f"What is not counted, and why: {counted(len(lines), 'record')}"
    return f"<details><summary>{head}</summary><ul>{items}</ul></details>"


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


@cache
def _style() -> str:
    return Path(__file__).with_name("notebook.css").read_text(encoding="utf-8")
