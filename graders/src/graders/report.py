"""The marks and the review of a table as a piece of HTML that stands in a notebook's cell.

It is read by its trainee, so it names nobody else and shows no key; all text is escaped.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from graders.feedback_svg import outcome_space_svg
from graders.marking import AttemptMark, TableMark
from parley.marking import Mark, mark
from parley.play import Part, Play, replay
from parley.record import parse
from parley.review import COLUMNS, Row, review_part, space
from parley.solutions import Solutions, solutions

_STATES = {
    "marked": "Marked.",
    "held": "Held: your instructor will look at it.",
    "refused": "Not counted.",
    "missing": "No record was handed in.",
}


def table_html(table: TableMark, points: float, most: float) -> str:
    """Return the marks of a table as HTML, without the review, which takes longer to make.

    Parameters
    ----------
    table : TableMark
        The marks.
    points, most : float
        What the cell earned, and the most it could.

    Returns
    -------
    str
        A ``div`` without script, style or address.
    """
    head = f"<h3>{escape(table.exercise)}: {points:g} of {most:g} points</h3>"
    body = "".join(part for one in table.attempts for part in _attempt(one))
    return f'<div class="parley-mark">{head}<p>{_STATES[table.state]}</p>{body}</div>'


def review_html(record: bytes) -> str:
    """Return the review of an attempt as HTML: what each move was worth, and a picture of each play.

    Parameters
    ----------
    record : bytes
        A record that was marked.

    Returns
    -------
    str
        A ``div`` without script, style or address.

    Raises
    ------
    ParleyError
        If the record, or its solutions, are no longer those it was marked with.
    """
    play = replay(parse(record, "record"))
    solved = solutions(play.header)
    body = "".join(_review(play, mark(play, solved), solved))
    head = f"<h3>Review of {escape(play.header.exercise)}, attempt {play.header.attempt}</h3>"
    return f'<div class="parley-review">{head}{body}</div>'


def _attempt(one: AttemptMark) -> Iterator[str]:
    yield f"<h4>Attempt {one.attempt}: {one.mark:.1f} of 100</h4>"
    yield _paragraphs([one.why])
    if one.found and one.play:
        yield _paragraphs([*one.play.notices, *one.found.caps])
        yield _criteria(one.found)
        yield _parts(one.found)


def _parts(found: Mark) -> str:
    """Return the mark of each part; a set has so many that they stand side by side."""
    rows = [(part.label, f"{part.mark:.1f}", f"{100 * part.share:.1f}") for part in found.parts]
    return _table("Each part: its mark of 100, and its share", ("Part", "Mark", "Share"), rows)


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def _criteria(found: Mark) -> str:
    rows = [(one.name, f"{one.cost:.1f}", one.reason) for one in found.criteria]
    return _table("What each kind of decision cost, in marks", ("Decision", "Cost", "Why"), rows)


def _review(play: Play, found: Mark, solved: Solutions) -> Iterator[str]:
    """Yield the plays one by one, each with its picture, and the positions together."""
    marks = {one.id: one.mark for one in found.parts}
    answered: list[Row] = []
    for name, part in play.parts.items():
        rows = review_part(part, solved)
        if part.draw.position:
            answered.extend(rows)
        else:
            yield from _play(part, marks[name], rows)
    yield _rows("Positions: what each answer was worth, in points", answered, "Position")


def _play(part: Part, points: float, rows: Sequence[Row]) -> Iterator[str]:
    label = part.draw.label
    yield f"<h4>{escape(label)}: {points:.1f} of 100</h4>"
    yield outcome_space_svg(space(part), f"{label}: what could be agreed, and what was offered")
    yield _rows(f"{label}: what each move was worth, in points", rows, COLUMNS[0])


def _rows(caption: str, rows: Sequence[Row], first: str) -> str:
    cells = [row.cells() for row in rows]
    if first != COLUMNS[0]:
        cells = [(row.part.rpartition("-")[2], *row.cells()[1:]) for row in rows]
    return _table(caption, (first, *COLUMNS[1:]), cells)


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    if not body:
        return ""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    return f"<table><caption>{escape(caption)}</caption><tr>{head}</tr>{body}</table>"
