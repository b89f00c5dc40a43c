"""The state of the work at a table, as the value of a grade cell."""

import os
from html import escape

from parley.errors import ParleyError
from parley.session import Session, open_session


class Work(float):
    """A mark that is not given yet: the number 0.0, shown as the state of the work.

    Parameters
    ----------
    session : Session
        The newest attempt.
    """

    session: Session

    def __new__(cls, session: Session) -> "Work":
        """Make the number; its value never says more than that nothing is marked."""
        work = super().__new__(cls, 0.0)
        work.session = session
        return work

    def _repr_html_(self) -> str:
        """Say in HTML how many parts are done, for whom, and in which sitting."""
        return f"<p>{escape(say(self.session))}</p>"


def work(exercise: str) -> Work:
    """Return the state of the work at a table; see `parley.mark`."""
    mode = os.environ.get("NBGRADER_EXECUTION")
    if mode == "autograde":
        raise ParleyError(
            f"{exercise} is marked from its record, not by running this notebook. "
            "Mark it in the course folder, with its nbgrader_config.py and the package graders."
        )
    session = open_session(exercise)
    if mode == "validate" and not session.finished:
        raise ParleyError(say(session))
    return Work(session)


def say(session: Session) -> str:
    """Say how far a trainee has come at a table."""
    parts = list(session.play.parts.values())
    done = sum(part.done for part in parts)
    header = session.play.header
    if len(parts) == 1:
        state = {"new": "not begun", "open": "begun, not over", "done": "over"}[parts[0].status]
        text = f"{session.exercise}, attempt {header.attempt}: {state}."
    else:
        text = f"{session.exercise}, attempt {header.attempt}: {done} of {len(parts)} parts done."
    if session.finished:
        return f"{text} Complete for {header.trainee}. Hand it in with your assignment."
    return f"{text} Not complete yet, for {header.trainee}."
