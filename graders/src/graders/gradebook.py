"""nbgrader's gradebook: who is in it, and patience with others who write to it."""

import sqlite3
from functools import cache
from typing import Any

from nbgrader import api
from nbgrader.api import Gradebook
from sqlalchemy import Engine, create_engine, event

from graders.roster import Person

WAIT = 120_000  # milliseconds


def _wait(connection: Any, _record: Any) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.execute(f"PRAGMA busy_timeout = {WAIT}")


def be_patient() -> None:
    """Let every SQLite connection of this process wait two minutes for a lock, not five seconds.

    A formgrader that is saving, or a backup, then no longer stops a whole class.
    """
    if not event.contains(Engine, "connect", _wait):
        event.listen(Engine, "connect", _wait)
        api.create_engine = _engine


@cache
def _engine(db_url: str, **options: Any) -> Engine:
    """Return the one engine of a gradebook.

    nbgrader opens its gradebook seven times for a submission, each time with a new engine that
    compiles every statement anew; with one engine a class is marked a fifth faster.
    """
    return create_engine(db_url, **options)


def students(db_url: str, course: str) -> list[str]:
    """Return the ids of everybody in the gradebook.

    Parameters
    ----------
    db_url : str
        The gradebook's address.
    course : str
        The course's id.

    Returns
    -------
    list of str
        The ids.
    """
    be_patient()
    with Gradebook(db_url, course) as gradebook:
        return [student.id for student in gradebook.students]


def grant_extension(
    gradebook: Gradebook, assignment: str, trainee: str, person: Person | None
) -> None:
    """Give a trainee the hours that the roster allows beyond the date due.

    Parameters
    ----------
    gradebook : Gradebook
        An open gradebook.
    assignment : str
        The assignment's name.
    trainee : str
        The trainee's id in the gradebook.
    person : Person or None
        The trainee's row of the roster.
    """
    if person and person.extension:
        gradebook.grant_extension(assignment, trainee, hours=person.extension)
