"""Chance as a function of words: no stream, no order, no library version.

The same words give the same number on every machine, in any order of asking.
"""

from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

_BITS = 53


def chance(*words: str | int) -> float:
    """Return the number in [0, 1) that belongs to these words.

    Parameters
    ----------
    *words : str or int
        What the number is for, such as a variant's key, a turn and a name.

    Returns
    -------
    float
        A multiple of 2**-53, so that it is exact on every platform.

    Examples
    --------
    >>> chance("tent", 3, "break") == chance("tent", 3, "break")
    True
    >>> 0 <= chance("tent", 3, "break") < 1
    True
    """
    text = "\x1f".join(str(word) for word in words)
    return (int.from_bytes(sha256(text.encode()).digest()[:8], "big") >> (64 - _BITS)) / (
        1 << _BITS
    )


def shuffled(items: list[T], *words: str | int) -> list[T]:
    """Return the items in the order that these words draw.

    Parameters
    ----------
    items : list
        What is to be ordered; it is left as it is.
    *words : str or int
        What the order is for.

    Returns
    -------
    list
        The same items, each order equally likely over words.

    Examples
    --------
    >>> sorted(shuffled([1, 2, 3], "tent", "ada"))
    [1, 2, 3]
    """
    keys = [chance(*words, place) for place in range(len(items))]
    return [items[place] for place in sorted(range(len(items)), key=keys.__getitem__)]
