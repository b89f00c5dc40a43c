"""Parley: a course and exercise kit in military diplomacy.

>>> import parley
>>> parley.table("tent")        # doctest: +SKIP
>>> parley.figure("zone")       # doctest: +SKIP
>>> parley.load("alliances")    # doctest: +SKIP
>>> parley.progress()           # doctest: +SKIP
>>> parley.certificate()        # doctest: +SKIP
>>> parley.mark("tent")         # doctest: +SKIP
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pandas import DataFrame

    from parley.logbook.certificate import Certificate
    from parley.logbook.reckon import Progress
    from parley.panel.figure import Figure
    from parley.panel.table import Table
    from parley.work import Work

__all__ = [
    "__version__",
    "certificate",
    "citation",
    "figure",
    "load",
    "mark",
    "progress",
    "table",
]
__version__ = "0.1.0"


def table(exercise: str = "", *, record: str | Path | None = None) -> "Table":
    """Show the table of an exercise, or a record read-only, move by move.

    Practice is shown, or what counts where the notebook's folder holds a sitting.

    Parameters
    ----------
    exercise : str
        Its name, such as ``"tent"``.
    record : str or pathlib.Path, optional
        A record to look at instead, such as ``"records/tent.1.jsonl"``.

    Returns
    -------
    Table
        A widget; a cell that ends with it shows the table.

    Raises
    ------
    parley.errors.ParleyError
        If the exercise, the sitting or the record cannot be used.
    """
    from parley.errors import ParleyError
    from parley.panel.table import table as show

    if bool(exercise) == (record is not None):
        raise ParleyError("table: name either an exercise or, with record=, a record.")
    if record is not None:
        from parley.debrief import open_debrief

        return show(open_debrief(record))
    from parley.session import open_session

    return show(open_session(exercise))


def figure(name: str) -> "Figure":
    """Show a model as a figure with sliders.

    Parameters
    ----------
    name : str
        Such as ``"zone"``.

    Returns
    -------
    Figure
        A widget; a cell that ends with it shows the figure.

    Raises
    ------
    parley.errors.ParleyError
        If there is no figure of that name.
    """
    from parley.panel.figure import figure as show

    return show(name)


def load(name: str) -> "DataFrame":
    """Return one of the course's data sets as a table with typed columns.

    Parameters
    ----------
    name : str
        Such as ``"armed-conflicts"``.

    Returns
    -------
    pandas.DataFrame
        Its ``attrs`` hold the title, the citation and the units of the columns.

    Raises
    ------
    parley.errors.ParleyError
        If there is no such set, or its file is not as described.
    """
    from parley.sets import load as read

    return read(name)


def citation(name: str) -> str:
    """Return how to cite one of the course's data sets.

    Parameters
    ----------
    name : str
        Such as ``"armed-conflicts"``.

    Returns
    -------
    str
        Title, version, licence, and the sources in full.

    Raises
    ------
    parley.errors.ParleyError
        If there is no such set.
    """
    from parley.sets import citation as cited

    return cited(name)


def progress() -> "Progress":
    """Show what a trainee has done so far, from the records beside the notebook alone.

    Returns
    -------
    Progress
        Every module with its tables, best marks and minutes, calibration, and the first positions
        beside the last.
    """
    from parley.logbook.reckon import progress as show

    return show()


def certificate() -> "Certificate":
    """Write what a trainee has practised as a page to print, ``certificate.html``.

    It lies beside the notebook, and replaces an earlier one of the same trainee.

    Returns
    -------
    Certificate
        What was written, with a link; nothing is written where nothing was played.

    Raises
    ------
    parley.errors.ParleyError
        If the folder is an assignment's, or the file is another trainee's or cannot be written.
    """
    from parley.logbook.certificate import certificate as write

    return write()


def mark(exercise: str) -> "Work":
    """Show how far the work at a table has come; in a grade cell, its marks come after marking.

    Parameters
    ----------
    exercise : str
        Its name, such as ``"tent"``.

    Returns
    -------
    Work
        A number, 0.0 until an instructor has marked it, shown as the state of the work.

    Raises
    ------
    parley.errors.ParleyError
        Under nbgrader's own autograding, which cannot mark a table, and under its validation
        as long as the work is not complete.
    """
    from parley.work import work

    return work(exercise)


def __getattr__(name: str) -> Any:
    raise AttributeError(f"parley has no {name!r}; it has {', '.join(__all__)}.")
