"""The bibliography: sources by their keys, cited by author and date, and in full.

The sources are items of CSL-JSON in ``data/sources.json``; how they are cited is a style in CSL,
``citation.csl`` beside this file.  citeproc-py turns both into words.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from parley.data import data_folder
from parley.errors import ParleyError

__all__ = ["cite", "cite_full", "forget", "keys", "source"]

Item = dict[str, Any]


def keys() -> tuple[str, ...]:
    """Return the keys of all sources, in the order of the file."""
    return tuple(_items(_path()))


def source(key: str) -> Item:
    """Return a source by its key, as an item of CSL-JSON.

    Parameters
    ----------
    key : str
        Such as ``"jervis-1978"``.

    Returns
    -------
    dict
        The item, as it stands in ``data/sources.json``.

    Raises
    ------
    ParleyError
        If there is no such source.

    Examples
    --------
    >>> source("jervis-1978")["container-title"]
    'World Politics'
    """
    path = _path()
    items = _items(path)
    if key not in items:
        raise ParleyError(f"{path}: no source has the id {key!r:.60}. Add it, or correct the id.")
    return items[key]


def cite(key: str) -> str:
    """Return how a source is named in a text: who and when, or what and when.

    Parameters
    ----------
    key : str
        Its key.

    Returns
    -------
    str
        Without brackets and full stop.

    Raises
    ------
    ParleyError
        If there is no such source.

    Examples
    --------
    >>> cite("jervis-1978"), cite("un-charter")
    ('Jervis 1978', 'Charter of the United Nations 1945')
    """
    source(key)
    return _rendered(_path(), key)[0]


def cite_full(key: str) -> str:
    """Return a source in full, with its address where it has one.

    Parameters
    ----------
    key : str
        Its key.

    Returns
    -------
    str
        One or more sentences; an address at the end has no full stop.

    Raises
    ------
    ParleyError
        If there is no such source.

    Examples
    --------
    >>> cite_full("schelling-1966")
    'Schelling, T. C. (1966). Arms and Influence. Yale University Press.'
    """
    source(key)
    return _rendered(_path(), key)[1]


def forget() -> None:
    """Read the sources anew from now on, after their file was changed."""
    _items.cache_clear()
    _rendered.cache_clear()


def _path() -> Path:
    return data_folder() / "sources.json"


@cache
def _items(path: Path) -> dict[str, Item]:
    """Return the sources in a file by their keys."""
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
        return {item["id"]: item for item in items}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ParleyError(
            f"{path}: cannot be read as a list of CSL-JSON items ({error!r:.80}). Restore the file."
        ) from None


@cache
def _style() -> Any:
    from citeproc import CitationStylesStyle  # takes a tenth of a second, and few need it

    return CitationStylesStyle(str(Path(__file__).with_name("citation.csl")), validate=False)


@cache
def _rendered(path: Path, key: str) -> tuple[str, str]:
    """Return a source in short and in full."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    items = CiteProcJSON([_items(path)[key]])
    book = CitationStylesBibliography(_style(), items, formatter.plain)
    citation = Citation([CitationItem(key)])
    book.register(citation)
    short = str(book.cite(citation, _unknown))
    full = str(book.bibliography()[0]).replace("?. ", "? ")
    return short, full if _items(path)[key].keys() & {"DOI", "URL"} else f"{full}."


def _unknown(item: Any) -> None:
    raise ParleyError(f"sources.json: {item.key!r:.60} cannot be cited. Correct its item.")
