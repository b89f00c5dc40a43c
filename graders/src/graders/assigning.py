"""An instructor's word on whose a record is."""

import shutil
from pathlib import Path

from graders.assignment import AssignmentError
from graders.handin import HandInError, check_trainee, read_record
from graders.roster import assign
from parley.record import parse


def assign_record(root: Path, record: Path, trainee: str) -> tuple[str, str]:
    """Note whose a record is, and put a copy of it into that trainee's submission.

    Parameters
    ----------
    root : Path
        nbgrader's course directory.
    record : Path
        The record, wherever it lies.
    trainee : str
        The trainee's id.

    Returns
    -------
    tuple of (str, str)
        The assignment the record is of, and the trainee.

    Raises
    ------
    AssignmentError
        If the record, the id or the assignment cannot be used.
    """
    try:
        check_trainee(trainee)
        data = read_record(record)
    except HandInError as error:
        raise AssignmentError(str(error)) from None
    header = parse(data, record.name).header
    assignment = header.sitting.partition(":")[0]
    if not (root / "source" / assignment).is_dir():
        raise AssignmentError(f"{record}: played in {header.sitting!r}, not in an assignment here")
    place = root / "submitted" / trainee / assignment / "records"
    place = place / f"{header.exercise}.{header.attempt}.jsonl"
    if place.exists() and place.read_bytes() != data:
        raise AssignmentError(f"{place}: there already and different; move one of them away")
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(record, place)
    assign(root, data, trainee)
    return assignment, trainee
