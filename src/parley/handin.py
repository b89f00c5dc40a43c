"""Hand in across an air gap: one zip with the notebook and its records, nothing else."""

import zipfile
from pathlib import Path

from parley import record
from parley.errors import ParleyError
from parley.place import Sitting, read_sitting
from parley.trainee import clean, trainee


def hand_in(folder: Path, target: Path | None = None, name: str | None = None) -> Path:
    """Write what a trainee hands in to one zip file.

    Parameters
    ----------
    folder : pathlib.Path
        The assignment's folder, with ``parley.json`` in it.
    target : pathlib.Path, optional
        The folder to write to; the assignment's own parent, if not given.
    name : str, optional
        The trainee; found if not given.

    Returns
    -------
    pathlib.Path
        The zip: ``<trainee>_<assignment>.zip``, ready for ``nbgrader zip_collect``.

    Raises
    ------
    ParleyError
        If the folder is no assignment, its notebook is missing, or the zip exists already.
    """
    found = read_sitting(folder / "parley.json")
    assignment = found.name.partition(":")[0]
    who = clean(name) if name else trainee()
    notebook = folder / f"{assignment}.ipynb"
    if not notebook.is_file():
        raise ParleyError(f"{notebook}: the notebook is missing. Fetch the assignment again.")
    path = (target or folder.resolve().parent) / f"{who}_{assignment}.zip"
    if path.exists():
        raise ParleyError(f"{path} exists already. Move it away, then hand in again.")
    files = [notebook, *_records(folder, found)]
    with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, str(Path(who) / file.relative_to(folder)))
    return path


def _records(folder: Path, found: Sitting) -> list[Path]:
    """Return the records of the tables of an assignment, each of which can be read."""
    paths = []
    for table, attempts in found.tables.items():
        for attempt in range(1, attempts + 1):
            path = folder / "records" / f"{table}.{attempt}.jsonl"
            if path.is_file():
                record.read(path)
                paths.append(path)
    return paths
