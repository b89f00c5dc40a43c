"""Link the terms of the glossary from the lessons.

``python -m tools.glossary`` links in each lesson the first use of each term of
``data/glossary.yaml`` to its entry, ``[BATNA](glossary.md#batna)``; it first takes the links away,
so a second run changes nothing.  Named modules, as in ``python -m tools.glossary 04``, are the only
ones that are touched.  Headings, code, quotations, links, folded answers and titles stay as they
are, and so do the opening of a lesson and its end from *Reflection* on.  ``--check`` says whether
all are linked.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from parley.glossary import Term, glossary

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "course" / "text"
LINK = re.compile(r"\[([^\]\n]*)\]\(glossary\.md#[a-z0-9-]+\)")
END = "\n## Reflection"
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
BEGINS = re.compile(r"(?:^|[.!?:|] |^ *- |^ *\d+\. |\*)\Z", re.MULTILINE)
CLOSED = re.compile(
    r"""
      <details>.*?</details>                   # a folded answer
    | ^\#[^\n]*                                # a heading
    | \[[^\]\n]*\]\([^)\n]*\)                  # a link
    | `[^`\n]*` | <[^>\n]*>                    # code within a line, or HTML
    | "[^"\n]*(?:\n(?!\n)[^"\n]*)*"            # a quotation, of several lines
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
SLANTED = re.compile(r"(?<!\*)\*(?!\*)([^*\n]+)\*(?!\*)")


@dataclass(frozen=True)
class Use:
    """The first use of a term in a lesson, and where it stands."""

    term: Term
    start: int
    end: int


def plain(text: str) -> str:
    """Return a text without links to the glossary."""
    return LINK.sub(r"\1", text)


def uses(text: str, module: str) -> tuple[Use, ...]:
    """Return the first use of each term in the prose of a lesson.

    Parameters
    ----------
    text : str
        The lesson, without links to the glossary.
    module : str
        Two digits.

    Returns
    -------
    tuple of Use
        In the order of the text.
    """
    terms = {
        form: one for one in glossary() if one.spoken_in(module) for form in (one.term, *one.also)
    }
    pattern = _pattern(tuple(terms))
    first: dict[str, Use] = {}
    for found in pattern.finditer(_open(text, pattern)):
        form = next(one for one in _singular(found[0]) if one in terms)
        if form[0] != found[0][0] and not BEGINS.search(text, 0, found.start()):
            continue  # part of a name, such as the Collective Security Treaty
        first.setdefault(terms[form].term, Use(terms[form], found.start(), found.end()))
    return tuple(first.values())


def linked(text: str, module: str) -> str:
    """Return a lesson with the first use of each term linked, and no other.

    Parameters
    ----------
    text : str
        The lesson, linked or not.
    module : str
        Two digits.

    Returns
    -------
    str
        The same words.
    """
    text = plain(text)
    for use in reversed(uses(text, module)):
        words = text[use.start : use.end]
        link = f"[{words}](glossary.md#{use.term.anchor})"
        text = f"{text[: use.start]}{link}{text[use.end :]}"
    return text


def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the longest form, with a capital or without, in the singular or with s."""
    longest = sorted(forms, key=len, reverse=True)
    each = [f"[{form[0]}{form[0].upper()}]{re.escape(form[1:])}" for form in longest]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})s?(?![\w-])")


def _singular(words: str) -> Iterator[str]:
    """Yield what words may be in the glossary: with s or without, with a small letter or not."""
    for form in (words, words.removesuffix("s")):
        yield form
        yield form[0].lower() + form[1:]


def _open(text: str, pattern: re.Pattern[str]) -> str:
    """Return a text in which blanks stand for all that is not to be linked."""
    begin = [found.start() for found in re.finditer(r"^## ", text, re.MULTILINE)][1]
    body = text[begin:].partition(END)[0]
    body = SLANTED.sub(
        lambda found: found[0] if pattern.fullmatch(found[1]) else _blank(found),
        CLOSED.sub(_blank, CODE.sub(_blank, body)),
    )
    return f"{' ' * begin}{body}"


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"\S", " ", found[0])


def main(arguments: list[str]) -> int:
    """Link the lessons, or with ``--check`` compare them; all, or the modules that are named."""
    check = "--check" in arguments
    named = [one for one in arguments if one != "--check"]
    stale = []
    for path in sorted(TEXTS.glob("*.md")):
        module, before = path.name[:2], path.read_text(encoding="utf-8")
        after = linked(before, module)
        if after != before and (not named or module in named):
            stale.append(path.name)
            if not check:
                path.write_text(after, encoding="utf-8")
    if check and stale:
        print(f"Not linked: {', '.join(stale)}. Run python -m tools.glossary.")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
