"""Parley: a course and exercise kit in military diplomacy.

>>> import parley
>>> parley.table("tent")        # doctest: +SKIP
>>> parley.mark("tent")         # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parley.panel.table import Table
    from parley.work import Work

__all__ = ["__version__", "mark", "table"]
__version__ = "0.1.0"


def table(exercise: str) -> "Table":
    """Show the table of an exercise: practice, or what counts where the folder holds a sitting.

    Parameters
    ----------
    exercise : str
        Its name, such as ``"tent"``.

    Returns
    -------
    Table
        A widget; a cell that ends with it shows the table.

    Raises
    ------
    parley.errors.ParleyError
        If the exercise, the sitting or the record cannot be used.
    """
    from parley.panel.table import table as show
    from parley.session import open_session

    return show(open_session(exercise))


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
