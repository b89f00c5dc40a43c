"""The marks and the review of a table as a piece of HTML that stands in a notebook's cell.

It is read by its trainee, so it names nobody else and shows no key; all text is escaped.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import import_module

from graders.beliefs_svg import beliefs_svg
from graders.feedback_svg import outcome_space_svg
from graders.marking import AttemptMark, TableMark
from parley import scenario, week
from parley.games.bargaining.space import OutcomeSpace
from parley.games.words import tenths
from parley.marking import CAP, Mark, mark, solved_for
from parley.play import Part, Play, replay
from parley.record import parse
from parley.review import NUMBERS, Row, picture, review_part, titled
from parley.solutions import Solutions

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
    title = scenario.load(table.exercise).title
    head = f"<h3>{escape(title)}: {points:g} of {most:g} points</h3>"
    body = "".join(part for one in table.attempts for part in _attempt(one))
    return f'<div class="parley-mark">{head}<p>{_STATES[table.state]}</p>{body}</div>'


def review_html(record: bytes) -> str:
    """Return the review of an attempt as HTML: what each move was worth, each play with a picture.

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
    body = _whole(play) + "".join(_review(play, mark(play)))
    title = scenario.load(play.header.exercise).title
    head = f"<h3>{escape(title)}: review of attempt {play.header.attempt}</h3>"
    return f'<div class="parley-review">{head}{body}</div>'


def _whole(play: Play) -> str:
    """Return the debrief of a week over all its days; nothing for other attempts."""
    if not week.is_week(play):
        return ""
    whole = week.table(play)
    return _table(whole["caption"], whole["columns"], whole["rows"])


def _attempt(one: AttemptMark) -> Iterator[str]:
    yield f"<h4>Attempt {one.attempt}: {one.mark:.1f} of 100</h4>"
    yield _paragraphs([one.why])
    if one.found and one.play:
        caps = [f"Not passed, and at most {CAP:g} of 100. {cap}" for cap in one.found.caps]
        yield _paragraphs([*one.play.notices, *caps])
        yield _criteria(one.found)
        yield _parts(one.found)


def _parts(found: Mark) -> str:
    """Return the mark of each part, side by side, under its share of the whole."""
    groups: dict[float, list[str]] = {}
    for part in found.parts:
        item = f"<li>{escape(part.label)}: {part.mark:.1f}</li>"
        groups.setdefault(part.share, []).append(item)
    return "".join(
        f'<h5>{100 * share:.1f} of 100 marks each</h5><ul class="parts">{"".join(items)}</ul>'
        for share, items in groups.items()
    )


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def _criteria(found: Mark) -> str:
    rows = [(one.name, tenths(one.cost), one.reason) for one in found.criteria]
    return _table("What each kind of decision cost, in marks", ("Decision", "Cost", "Why"), rows)


def _review(play: Play, found: Mark) -> Iterator[str]:
    """Yield the plays one by one, each with its picture, and the positions together."""
    marks = {one.id: one.mark for one in found.parts}
    answered: list[tuple[str, Row]] = []
    for name, part in play.parts.items():
        solved = solved_for(play, part)
        rows = review_part(part, solved)
        if part.draw.position:
            number = part.draw.label.rpartition(" ")[2]
            answered.extend((f"{number}: mark {marks[name]:.1f}", row) for row in rows)
        else:
            yield from _play(part, marks[name], rows, solved)
    yield _rows("Positions: what each answer was worth, in points", "Position", answered)


def _play(part: Part, points: float, rows: Sequence[Row], solved: Solutions) -> Iterator[str]:
    label = part.draw.label
    yield f"<h4>{escape(label)}: {points:.1f} of 100</h4>"
    yield _picture(part, solved)
    numbered = [(str(row.n), row) for row in rows]
    yield _rows(f"{label}: what each move was worth, in points", "Move", numbered)


def _picture(part: Part, solved: Solutions) -> str:
    """Return the picture of a play as inline SVG; or the same in words where there is no SVG."""
    name, data = picture(part, solved) or ("", {})
    if name == "outcome_space":
        label = f"{part.draw.label}: what could be agreed, and what was offered"
        return outcome_space_svg(OutcomeSpace(**data), label)
    if name == "beliefs":
        return beliefs_svg(data, f"{part.draw.label}: what you believed, and what you could know")
    return _paragraphs([import_module(f"parley.figures.{name}").describe(data)]) if name else ""


def _rows(caption: str, first: str, rows: Sequence[tuple[str, Row]]) -> str:
    if not rows:
        return ""
    body = "".join(
        f'<tr><th scope="row">{escape(head)}</th><td>{_words(row)}</td>'
        + "".join(
            f'<td class="number">{points:.1f}</td>'
            for points in (row.value, row.best, row.regret, row.luck)
        )
        + "</tr>"
        for head, row in rows
    )
    heads = (first, "What you did, and what there is to say", *NUMBERS)
    return f'<div class="review">{_framed(caption, heads, body)}</div>'


def _words(row: Row) -> str:
    """Return a move in words: what was done, then titled sentences."""
    said = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in titled(row))
    return f"<p><b>{escape(row.move)}</b></p>{_paragraphs([row.package])}<dl>{said}</dl>"


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    return _framed(caption, heads, body) if body else ""


def _framed(caption: str, heads: Sequence[str], body: str) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    return f"<table><caption>{escape(caption)}</caption><tr>{head}</tr>{body}</table>"
