"""Read XML that nobody has checked: elements and attributes only, within stated bounds.

Python's expat resolves nothing outside a file unless it is told to; here whatever could make it
(a document type, an entity) is refused, and so is what is too large, too deep or too much.

Two faults that published domains have, and that GENIUS overlooks, are mended: a bare ``&``, and an
XML declaration below a comment.
"""

import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from parley.errors import ParleyError

LARGEST_FILE = 5_000_000
DEEPEST = 30
MOST_ELEMENTS = 100_000
LONGEST_ATTRIBUTE = 2_000

_BARE = re.compile(rb"&(?![A-Za-z_:][\w.:-]{0,60};|#[0-9]{1,9};|#x[0-9A-Fa-f]{1,8};)")
_SPACE = b" \t\r\n"


@dataclass(frozen=True)
class Element:
    """An element of a file: its name, its attributes, what is inside it, and its line."""

    tag: str
    attributes: dict[str, str]
    file: str
    line: int
    children: list["Element"] = field(default_factory=list)

    def named(self, tag: str) -> list["Element"]:
        """Return the elements of a name that stand directly inside this one."""
        return [child for child in self.children if child.tag == tag]

    def wrong(self, what: str) -> ParleyError:
        """Return an error that names file and line."""
        return ParleyError(f"{self.file}:{self.line}: {what}")


def read(path: Path) -> tuple[Element, bytes]:
    """Return the tree of an XML file, and its bytes.

    Parameters
    ----------
    path : pathlib.Path
        The file.

    Returns
    -------
    (Element, bytes)
        The outermost element, and what the file holds.

    Raises
    ------
    ParleyError
        If the file cannot be read, is no well-formed XML, or goes beyond a bound.
    """
    content = _content(path)
    return _Tree(path.name).parse(_mended(content)), content


def _content(path: Path) -> bytes:
    """Return what is in a file, if it is a regular file of a reasonable size."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ParleyError(f"{path}: only a regular file is read. Name another file.")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ParleyError(f"{path}: cannot be read ({error.strerror}).") from None
    if len(content) > LARGEST_FILE:
        raise ParleyError(
            f"{path}: a file of a domain has at most {LARGEST_FILE:,} bytes; this has more. "
            "Take out issues or values that you do not need."
        )
    if b"\0" in content:
        raise ParleyError(
            f"{path}: XML is read as UTF-8; this holds a zero byte. Save it as UTF-8."
        )
    return content


def _mended(content: bytes) -> bytes:
    """Return XML with each bare ``&`` written out, and without a declaration that came too late."""
    content = _BARE.sub(b"&amp;", content)
    start = _after_comments(content)
    end = content.find(b"?>", start)
    if start and end > 0 and content.startswith(b"<?xml", start):
        return content[:start] + content[end + 2 :]
    return content


def _after_comments(content: bytes) -> int:
    """Return where a file goes on after the white space and the comments at its head."""
    at = 0
    while True:
        while content[at : at + 1] and content[at] in _SPACE:
            at += 1
        end = content.find(b"-->", at)
        if not content.startswith(b"<!--", at) or end < 0:
            return at
        at = end + 3


class _Tree:
    """What expat calls while it reads a file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Element | None = None
        self.open: list[Element] = []
        self.elements = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.ExternalEntityRefHandler = self._entity

    def parse(self, content: bytes) -> Element:
        """Return the outermost element of a file."""
        try:
            self.parser.Parse(content, True)
        except expat.ExpatError as error:
            reason = expat.errors.messages[error.code]
            raise ParleyError(
                f"{self.file}:{error.lineno}: this is no well-formed XML ({reason}). "
                "Correct the file there, or name other files with --domain and --profile."
            ) from None
        except (LookupError, ValueError) as error:
            raise self._wrong(f"this cannot be read as text ({error}). Save it as UTF-8.") from None
        if self.root is None:
            raise self._wrong("there is no element in the file. Name another file.")
        return self.root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if len(self.open) >= DEEPEST:
            raise self._wrong(
                f"elements lie at most {DEEPEST} deep in each other; here is one more."
            )
        if self.elements > MOST_ELEMENTS:
            raise self._wrong(f"a file has at most {MOST_ELEMENTS:,} elements; here is one more.")
        for name, value in attributes.items():
            if max(len(name), len(value)) > LONGEST_ATTRIBUTE:
                raise self._wrong(
                    f"an attribute has at most {LONGEST_ATTRIBUTE:,} characters; "
                    f"{name!r:.40} has {len(value):,}. Shorten it."
                )
        element = Element(tag, attributes, self.file, self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, tag: str) -> None:
        self.open.pop()

    def _doctype(self, name: str, *_: object) -> None:
        raise self._wrong(
            f"a document type is refused, because it can hide other content; got <!DOCTYPE "
            f"{name:.40}>. Take the line out."
        )

    def _entity(self, *_: object) -> int:
        raise self._wrong("an entity is refused, because it can hide other content. Take it out.")

    def _wrong(self, what: str) -> ParleyError:
        return ParleyError(f"{self.file}:{self.parser.CurrentLineNumber}: {what}")
