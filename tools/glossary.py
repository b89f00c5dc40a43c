"""Link the terms of the glossary from the lessons, and write the glossary's page.

``python -m tools.glossary`` links in each lesson the first use of each term of
``data/glossary.yaml`` to its entry, ``[BATNA](glossary.md#batna)``, and writes
``course/glossary.md``; it first takes the links away, so a second run changes nothing.  Named
modules, as in ``python -m tools.glossary 04``, are the only ones whose text is touched.  Headings,
code, quotations, links, folded answers and titles stay as they are, and so do the opening of a
lesson and its end from *Reflection* on.  ``--check`` says whether all is fresh.

An anchor is an empty ``<a id="...">``: JupyterLab finds it by a link from a notebook, while the
names that it gives to headings fail with letters such as é or –.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from parley.glossary import Term, glossary
from parley.sources import cite

ROOT = Path(__file__).resolve().parent.parent
TEXTS, PAGE = ROOT / "course" / "text", ROOT / "course" / "glossary.md"
LINK = re.compile(r"\[([^\]\n]*)\]\(glossary\.md#[a-z0-9-]+\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
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
    """The first use of a term in a lesson: where it stands, and the heading above it."""

    term: Term
    start: int
    end: int
    heading: str


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
    visible, titles = _open(text, pattern), list(HEADING.finditer(CODE.sub(_blank, text)))
    first: dict[str, Use] = {}
    for found in pattern.finditer(visible):
        form = next(one for one in _singular(found[0]) if one in terms)
        if form[0] != found[0][0] and not BEGINS.search(text, 0, found.start()):
            continue  # part of a name, such as the Collective Security Treaty
        term = terms[form]
        heading = [one[1] for one in titles if one.start() < found.start()][-1]
        first.setdefault(term.term, Use(term, found.start(), found.end(), heading))
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


def page(lessons: dict[str, str]) -> str:
    """Return the glossary's page.

    Parameters
    ----------
    lessons : dict of str
        The texts of the modules by the names of their notebooks, without ending.

    Returns
    -------
    str
        Markdown: a line of letters, then the terms, each with the places that use it.
    """
    places: dict[str, list[tuple[str, str]]] = {}
    for stem, text in lessons.items():
        for use in uses(plain(text), stem[:2]):
            places.setdefault(use.term.term, []).append((stem, use.heading))
    groups = [(letter, list(terms)) for letter, terms in groupby(glossary(), _letter)]
    row = " · ".join(f"[{letter}](#letter-{letter.lower()})" for letter, _ in groups)
    parts = [
        f"# Glossary\n\n{len(glossary())} terms of the course, in plain words.\n"
        "A number leads to the place in the module that uses the term; the first is where the "
        "course introduces it.\n"
        "Full references stand in the [index of sources](sources.md).\n\n"
        f"{row}\n"
    ]
    for letter, terms in groups:
        parts.append(f'<a id="letter-{letter.lower()}"></a>\n\n## {letter}\n')
        parts += [_entry(one, places.get(one.term, [])) for one in terms]
    return "\n".join(parts)


def fragment(heading: str) -> str:
    """Return the name that JupyterLab gives to a heading."""
    return heading.replace(" ", "-")


def lessons() -> dict[str, str]:
    """Return the texts of all modules by their names."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.md"))}


def _letter(term: Term) -> str:
    return term.anchor[0].upper()


def _entry(term: Term, places: list[tuple[str, str]]) -> str:
    """Return what the page says of a term."""
    others = [f"Also: {', '.join(term.names)}."] if term.names else []
    see = [f"[{one}](#{_anchors()[one]})" for one in term.see]
    related = [f"See {', '.join(see)}."] if see else []
    cited = [f"[{cite(key)}](sources.md#{key})" for key in term.sources]
    after = [f"Source: {'; '.join(cited)}."] if cited else []
    places = sorted(places, key=lambda place: (place[0][:2] != term.module, place[0]))
    where = [f"[{stem[:2]}]({stem}.ipynb#{fragment(heading)})" for stem, heading in places]
    last = " ".join([*others, *related, *after, f"Modules: {', '.join(where)}."])
    return f'<a id="{term.anchor}"></a>\n\n### {term.term}\n\n{term.meaning.strip()}\n\n{last}\n'


def _anchors() -> dict[str, str]:
    return {one.term: one.anchor for one in glossary()}


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
    """Link the lessons and write the page, or check both."""
    check = arguments == ["--check"]
    found = lessons()
    stale = []
    for stem, text in found.items():
        after = linked(text, stem[:2])
        if after != text and (check or not arguments or stem[:2] in arguments):
            stale.append(f"{stem}.md")
            found[stem] = after
            if not check:
                (TEXTS / f"{stem}.md").write_text(after, encoding="utf-8")
    after = page(found)
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != after:
        stale.append(PAGE.name)
        if not check:
            PAGE.write_text(after, encoding="utf-8")
    if check and stale:
        print(f"Not linked: {', '.join(stale)}. Run python -m tools.glossary.")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
