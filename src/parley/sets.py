"""The data sets of the course: small tables with types, units, sources and known faults.

``data/datapackage.json`` describes them by the Frictionless standard; the tables are CSV.
"""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.data import data_folder
from parley.errors import ParleyError
from parley.sources import cite_full

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["citation", "describe", "load", "names"]

DTYPES = {"integer": "Int64", "number": "Float64", "string": "string", "boolean": "boolean"}
"""The types of columns in pandas for types of fields; all of them know missing values."""


def names() -> tuple[str, ...]:
    """Return the names of the sets.

    Examples
    --------
    >>> "armed-conflicts" in names()
    True
    """
    return tuple(_resources(_path()))


def describe(name: str) -> dict[str, Any]:
    """Return what is known of a set: its fields, units, sources, licence, derivation and faults.

    Parameters
    ----------
    name : str
        Its name.

    Returns
    -------
    dict
        The resource in ``data/datapackage.json``.

    Raises
    ------
    ParleyError
        If there is no such set.

    Examples
    --------
    >>> describe("armed-conflicts")["version"]
    '25.1'
    """
    resources = _resources(_path())
    if name not in resources:
        raise ParleyError(
            f"There is no set {name!r:.60}; there are {', '.join(resources)}. Name one of them."
        )
    return resources[name]


def load(name: str) -> "DataFrame":
    """Return a set as a table with typed columns.

    Parameters
    ----------
    name : str
        Its name, such as ``"armed-conflicts"``.

    Returns
    -------
    pandas.DataFrame
        Its ``attrs`` hold the ``title``, the ``citation`` and the ``units`` of its columns.

    Raises
    ------
    ParleyError
        If there is no such set, or its file is not as described.

    Examples
    --------
    >>> conflicts = load("armed-conflicts")
    >>> int(conflicts[conflicts.year == 2024].conflicts.sum())
    61
    """
    import pandas as pd  # takes a third of a second, and only lessons with data need it

    resource = describe(name)
    fields = resource["schema"]["fields"]
    path = _path().parent / resource["path"]
    types = {field["name"]: DTYPES.get(field["type"], "string") for field in fields}
    try:
        frame = pd.read_csv(path, dtype=types, keep_default_na=False, na_values=[""])
    except (OSError, ValueError) as error:
        raise ParleyError(f"{path}: cannot be read ({error!s:.80}). Restore the file.") from None
    if list(frame) != list(types):
        raise ParleyError(f"{path}: its columns are not those of datapackage.json. Restore both.")
    for field in fields:
        if field["type"] in ("date", "yearmonth"):
            frame[field["name"]] = pd.to_datetime(frame[field["name"]], format="ISO8601")
    units = {field["name"]: field.get("unit", "") for field in fields}
    frame.attrs = {"title": resource["title"], "citation": citation(name), "units": units}
    return frame


def citation(name: str) -> str:
    """Return how to cite a set: its sources in full, its version and its licence.

    Parameters
    ----------
    name : str
        Its name.

    Returns
    -------
    str
        Some sentences.

    Raises
    ------
    ParleyError
        If there is no such set.

    Examples
    --------
    >>> print(citation("conflict-endings"))  # doctest: +NORMALIZE_WHITESPACE
    How episodes of armed conflict ended (3-2021; Creative Commons Attribution 4.0). From:
    Kreutz, J. (2010). How and When Armed Conflicts End: Introducing the UCDP Conflict Termination
    Dataset. Journal of Peace Research 47(2), 243–250. (used in version 3-2021).
    """
    resource = describe(name)
    licences = "; ".join(one["title"] for one in resource["licenses"])
    sources = " ".join(cite_full(one["key"]) for one in resource["sources"])
    return f"{resource['title']} ({resource['version']}; {licences}). From: {sources}"


def _path() -> Path:
    return data_folder() / "datapackage.json"


@cache
def _resources(path: Path) -> dict[str, dict[str, Any]]:
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        return {resource["name"]: resource for resource in package["resources"]}
    except (OSError, ValueError, KeyError) as error:
        raise ParleyError(f"{path}: cannot be read ({error!r:.80}). Restore the file.") from None
