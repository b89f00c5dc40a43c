"""Rubrics of written answers: for the instructor who marks, and for nobody else."""

from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import yaml

from parley.errors import ParleyError

_PLACES = (
    Path(__file__).parent / "_data" / "rubrics",
    Path(__file__).parents[2] / "rubrics",
)


def load_rubric(assignment: str, answer: str) -> dict[str, Any]:
    """Return the rubric of an answer.

    Parameters
    ----------
    assignment : str
        The assignment's name.
    answer : str
        The answer's ``grade_id``.

    Returns
    -------
    dict
        Its question, levels and facts; empty if there is none.
    """
    return dict(_rubrics(assignment).get(answer, {}))


@lru_cache
def _rubrics(assignment: str) -> dict[str, Any]:
    for folder in _PLACES:
        path = folder / f"{assignment}.yaml"
        if path.parent == folder and path.is_file():
            found = yaml.safe_load(path.read_text("utf-8"))
            if not isinstance(found, dict):
                raise ParleyError(f"{path}: must map each answer's grade_id to its rubric")
            return found
    return {}


def rubric_html(answer: str, assignment: str) -> str:
    """Return a rubric for the formgrader's page; a filter of its template.

    Parameters
    ----------
    answer : str
        The answer's ``grade_id``.
    assignment : str
        The assignment's name.

    Returns
    -------
    str
        HTML, or an empty text if there is no rubric.
    """
    rubric = load_rubric(assignment, answer)
    if not rubric:
        return ""
    levels = "".join(
        f"<tr><th scope='row'>{escape(str(level['level']))}</th>"
        f"<td>{escape(str(level['points']))}</td><td>{escape(level['text'])}</td></tr>"
        for level in rubric["levels"]
    )
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in rubric["facts"])
    return (
        "<details class='parley-rubric' open><summary>Rubric (for markers only)</summary>"
        "<table class='table'><tr><th scope='col'>Level</th><th scope='col'>Points</th>"
        f"<th scope='col'>What it shows</th></tr>{levels}</table>"
        f"<p>Facts to check an answer against:</p><ul>{facts}</ul></details>"
    )
