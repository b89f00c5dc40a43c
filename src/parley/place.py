"""Where records lie, and whether the notebook's folder holds a sitting that counts."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from parley.errors import ParleyError
from parley.record import PRACTICE

SITTING_FILE = "parley.json"
_MISSHAPEN = (AttributeError, RecursionError, TypeError)
_RELEASED = (("assignments", "source"), ("assignments", "release"))


@dataclass(frozen=True)
class Sitting:
    """What makes a play count: the assignment, the course's salt, and the attempts by table."""

    name: str
    salt: str
    tables: dict[str, int]


def notebook_folder() -> Path:
    """Return the folder of the notebook that runs, as far as it can be known."""
    file = _in_notebook("__vsc_ipynb_file__")
    return Path(file).parent if file else Path.cwd()


def records_folder(folder: Path) -> Path:
    """Return where the records of a notebook's folder lie.

    Beside the notebook; but an instructor who plays in ``source`` or ``release`` keeps the play in
    the user's own data folder, or it would be released to everyone.
    """
    named = os.environ.get("PARLEY_RECORDS")
    if named:
        return Path(named)
    parts = folder.resolve().parts
    if any(pair in _RELEASED for pair in zip(parts, parts[1:], strict=False)):
        return user_data_path("parley") / "previews" / folder.resolve().name
    return folder / "records"


def sitting(folder: Path) -> Sitting | None:
    """Return the sitting that a folder holds, or None where one practises.

    Raises
    ------
    ParleyError
        If its file is there but cannot be used.
    """
    path = folder / SITTING_FILE
    if not path.is_file():
        return None
    return read_sitting(path)


def read_sitting(path: Path) -> Sitting:
    """Return the sitting in a file; see `sitting`."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        tables = {str(name): int(table["attempts"]) for name, table in plain["tables"].items()}
        found = Sitting(str(plain["assignment"]), str(plain["salt"]), tables)
        f"{found.name}{found.salt}".encode()
    except (OSError, ArithmeticError, ValueError, LookupError, *_MISSHAPEN) as error:
        raise ParleyError(
            f"{path}: not a sitting file ({type(error).__name__}: {error}). "
            "It holds assignment, salt and tables with their attempts; fetch the assignment again."
        ) from None
    if found.name == PRACTICE or min(tables.values(), default=0) < 1:
        raise ParleyError(f"{path}: names an assignment and at least one table with 1 attempt.")
    code = os.environ.get("PARLEY_SITTING", "").strip()
    return Sitting(f"{found.name}:{code}", found.salt, tables) if code else found


def _in_notebook(name: str) -> str | None:
    """Return a variable that an editor leaves in the notebook's namespace, if there is one."""
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    shell = get_ipython()
    return shell.user_ns.get(name) if shell else None
