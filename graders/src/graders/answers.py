"""A trainee's written answers, taken out of a notebook that is read as plain data.

The submitted notebook never reaches a kernel nor a validator.  Of all that it holds only the
text of answer cells is used, found by nbgrader's ``grade_id``; the rest of the notebook that is
marked is the instructor's own.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graders.assignment import Cell, Notebook, is_answer, marking
from graders.handin import HandInError, read_file

NOTEBOOK_BYTES = 20_000_000
ANSWER_LENGTH = 50_000


def read_answers(path: Path) -> dict[str, list[str]]:
    """Read every cell of a submitted notebook that has a ``grade_id``.

    Parameters
    ----------
    path : Path
        The submitted notebook.

    Returns
    -------
    dict of str to list of str
        The texts under each id, in the notebook's order; an id may stand on several cells.

    Raises
    ------
    HandInError
        If the file is no regular file, too large, or no notebook.
    """
    data = read_file(path, NOTEBOOK_BYTES)
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError):
        raise HandInError(f"{path.name}: not a notebook") from None
    found: dict[str, list[str]] = {}
    for cell in _cells(notebook):
        name = marking(cell).get("grade_id") if isinstance(cell.get("metadata"), dict) else None
        if isinstance(name, str):
            found.setdefault(name, []).append(_text(cell))
    return found


def _cells(notebook: Any) -> Iterator[Cell]:
    """Yield the cells of a notebook of any version."""
    sheets = [notebook]
    if isinstance(notebook, dict) and isinstance(notebook.get("worksheets"), list):
        sheets.extend(notebook["worksheets"])
    for sheet in sheets:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        if isinstance(cells, list):
            yield from (cell for cell in cells if isinstance(cell, dict))


def _text(cell: Cell) -> str:
    source = cell.get("source", cell.get("input", ""))
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))[:ANSWER_LENGTH]
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign for sign in text if sign in "\n\t" or ord(sign) >= ord(" "))


def splice(master: Notebook, answers: dict[str, list[str]]) -> Notebook:
    """Put a trainee's answers into the master notebook.

    Parameters
    ----------
    master : dict
        The released notebook; it is changed.
    answers : dict of str to list of str
        The texts under each id.

    Returns
    -------
    dict
        The master.  Where an id stood on several cells, all different texts are kept.
    """
    for cell in master["cells"]:
        if is_answer(cell):
            blank = cell["source"]
            texts = answers.get(marking(cell)["grade_id"], [])
            written = dict.fromkeys(text for text in texts if text.strip() and text != blank)
            cell["source"] = "\n\n---\n\n".join(written) or blank
    return master
