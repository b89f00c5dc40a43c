"""The attributes of GENIUS's elements as names and numbers, each checked where it stands."""

import math
import re

from parley.genius.reader import Element
from parley.scenario.domain import LARGEST, LONGEST_NAME

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
_INTEGER = re.compile(r"[+-]?\d{1,12}")


def text(element: Element, name: str) -> str:
    """Return an attribute as a name, its white space made single."""
    value = " ".join(_given(element, name).split())
    if not value or len(value) > LONGEST_NAME or not value.isprintable():
        raise element.wrong(
            f"{name} of <{element.tag:.40}> is 1 to {LONGEST_NAME} printable characters; "
            f"got {value!r:.60}. Change it."
        )
    return value


def number(element: Element, name: str) -> float:
    """Return an attribute as a finite number."""
    given = _given(element, name).strip()
    value = float(given) if _NUMBER.fullmatch(given) else math.nan
    if not abs(value) <= LARGEST:
        raise element.wrong(
            f"{name} of <{element.tag:.40}> is a number of at most {LARGEST:,.0f}; "
            f"got {given!r:.60}. Write a finite decimal number."
        )
    return value


def integer(element: Element, name: str) -> int:
    """Return an attribute as a whole number."""
    given = _given(element, name).strip()
    if not _INTEGER.fullmatch(given) or abs(int(given)) > LARGEST:
        raise element.wrong(
            f"{name} of <{element.tag:.40}> is a whole number of at most {LARGEST:,.0f}; "
            f"got {given!r:.60}. Write one."
        )
    return int(given)


def only(element: Element, tag: str) -> Element | None:
    """Return the one element of a name inside another, or None."""
    found = element.named(tag)
    if len(found) > 1:
        raise found[1].wrong(f"<{tag}> stands once in <{element.tag:.40}>; here is a second one.")
    return found[0] if found else None


def _given(element: Element, name: str) -> str:
    if name not in element.attributes:
        raise element.wrong(f"<{element.tag:.40}> needs {name}; it has none. Add it.")
    return element.attributes[name]
