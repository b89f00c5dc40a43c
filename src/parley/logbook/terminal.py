"""The progress on a terminal: the same words as in a notebook, in tables of rich."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from parley.logbook.notebook import HEADS, named, say_module
from parley.logbook.reckon import ModuleProgress, Progress

WIDTH = 10
"""How many signs a full bar has; the words beside it say the same."""

RIGHT = {"At tables", "Asks", "Plays", "Best mark", "Minutes", "First", "Last", "Difference"}
"""The columns of numbers."""


def lines(found: Progress) -> Iterator[RenderableType]:
    """Yield the progress piece by piece; text is text, whatever markup it holds.

    Parameters
    ----------
    found : Progress
        What was done.

    Yields
    ------
    rich.console.RenderableType
        What a console prints.
    """
    yield Text(f"{found.head}\n{found.sum}")
    yield _table("The course", ("Module", "", "Done", "At tables", "Asks"), _modules(found))
    if found.tables:
        rows = [(one.module, named(one), *one.cells[1:]) for one in found.tables]
        yield _table("Tables that were played", ("Module", *HEADS), rows)
    yield from map(Text, found.calibration)
    if found.forms.rows:
        heads = ("Positions", "First", "Last", "Difference")
        yield _table("First positions beside last positions, marks", heads, found.forms.rows)
        yield Text(found.forms.words)
    if found.sittings:
        rows = [(one.assignment, one.title, one.state) for one in found.sittings]
        yield _table("Assignments", ("Assignment", "Table", "State"), rows)
    yield from map(Text, found.unread)


def _modules(found: Progress) -> Iterator[Sequence[str]]:
    for one in found.modules:
        asks = f"{one.asks} min" if one.asks else "–"
        yield f"{one.module} {one.title}", _bar(one), say_module(one), f"{one.minutes} min", asks


def _bar(one: ModuleProgress) -> str:
    full = round(WIDTH * one.done / one.asked) if one.asked else 0
    return "#" * full + "." * (WIDTH - full)


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    drawn = Table(title=Text(title), title_justify="left")
    for head in heads:
        drawn.add_column(Text(head), justify="right" if head in RIGHT else "left")
    for row in rows:
        drawn.add_row(*map(Text, row))
    return drawn
