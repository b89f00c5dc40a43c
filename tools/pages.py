"""Write the two pages that lessons lead to: the glossary, and the index of all sources.

``python -m tools.pages`` writes ``course/glossary.md`` and ``course/sources.md`` from
``data/glossary.yaml``, ``data/sources.json`` and the notebooks, which must be in step with their
texts.  Every source stands in full, by kind and author, with the lessons and claim desks that cite
it and the data sets that rest on it; what graded desks cite has no place there.  ``--check`` says
whether both are fresh.

A place on a page is an empty ``<a id="...">``: JupyterLab finds it by a link from a notebook, while
the names that it gives to headings fail with letters such as é.  A link to a notebook names the
cell, because a notebook that is just being opened has no headings yet.
"""

import json
import re
import sys
from itertools import groupby
from pathlib import Path

from tools.sources import cited_in

from parley import claims, sets
from parley.glossary import Term, glossary
from parley.sources import cite, cite_full, keys, source

COURSE = Path(__file__).resolve().parent.parent / "course"
LAW, COURTS = "Treaties, resolutions and laws", "Judgments, opinions and awards"
DOCUMENTS, STUDIES, NEWS, DATA = "Documents", "Studies", "News and web pages", "Data"
GROUPS = {
    LAW: "What states agreed or decided, and some national laws.",
    COURTS: "International courts and tribunals, and one national court.",
    DOCUMENTS: "What states and organisations wrote or said, and their reports.",
    STUDIES: "Books, articles and reports of named authors.",
    NEWS: "Newspapers, magazines, agencies, encyclopaedias, and pages on the web.",
    DATA: "Data that others published; the course's own sets are named under each source.",
}
KINDS = {
    **dict.fromkeys(("treaty", "legislation"), LAW),
    "legal_case": COURTS,
    **dict.fromkeys(("document", "speech"), DOCUMENTS),
    **dict.fromkeys(
        ("article-journal", "book", "chapter", "manuscript", "paper-conference", "thesis"), STUDIES
    ),
    **dict.fromkeys(
        ("article-magazine", "article-newspaper", "entry-encyclopedia", "webpage"), NEWS
    ),
    "dataset": DATA,
}
PLACES = ("Lessons", "Claim desks", "Data sets")
OF_NAMED_AUTHORS = {"report": DOCUMENTS, "article": NEWS}
"""Kinds that are studies if a person wrote them, and something else if not."""


Cells = dict[str, str]
"""The Markdown cells of a notebook by their ids."""


def lessons(course: Path = COURSE) -> dict[str, Cells]:
    """Return the Markdown of all modules.

    Parameters
    ----------
    course : pathlib.Path
        The folder with the notebooks.

    Returns
    -------
    dict of dict of str
        By the name of the notebook, without ending, and by the id of the cell.
    """
    found = {}
    for path in sorted(course.glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        found[path.stem] = {
            cell["id"]: "".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"
        }
    return found


def glossary_page(course: dict[str, Cells]) -> str:
    """Return the glossary.

    Parameters
    ----------
    course : dict of dict of str
        The lessons, with links to the glossary.

    Returns
    -------
    str
        Markdown: a line of letters, then the terms, each with the places that use it.
    """
    groups = [(letter, list(terms)) for letter, terms in groupby(glossary(), _initial)]
    row = " · ".join(f"[{letter}](#letter-{letter.lower()})" for letter, _ in groups)
    parts = [
        f"# Glossary\n\n{len(glossary())} terms of the course, in plain words.\n"
        "A number leads to the place in the module that uses the term; the first is where the "
        "course introduces it.\n"
        f"Full references stand in the [index of sources](sources.md).\n\n{row}\n"
    ]
    for letter, terms in groups:
        parts.append(f'<a id="letter-{letter.lower()}"></a>\n\n## {letter}\n')
        parts += [_explained(one, course) for one in terms]
    return "\n".join(parts)


def _initial(term: Term) -> str:
    return term.anchor[0].upper()


def _explained(term: Term, course: dict[str, Cells]) -> str:
    """Return what the glossary says of a term."""
    link = re.escape(f"(glossary.md#{term.anchor})")
    stems = sorted(course, key=lambda stem: (stem[:2] != term.module, stem))
    where = [found for stem in stems if (found := _place(stem, course[stem], link))]
    named = {one.term: one.anchor for one in glossary()}
    parts = {
        "Also: ": ", ".join(term.names),
        "See ": ", ".join(f"[{one}](#{named[one]})" for one in term.see),
        "Source: ": "; ".join(f"[{cite(key)}](sources.md#{key})" for key in term.sources),
        "Modules: ": ", ".join(where),
    }
    last = " ".join(f"{begin}{rest}." for begin, rest in parts.items() if rest)
    return f'<a id="{term.anchor}"></a>\n\n### {term.term}\n\n{term.meaning.strip()}\n\n{last}\n'


def _place(stem: str, cells: Cells, pattern: str) -> str:
    """Return a link to the first cell in which something is found, or nothing."""
    for name, text in cells.items():
        if re.search(pattern, text, re.MULTILINE):
            return f"[{stem[:2]}]({stem}.ipynb#cell-id={name})"
    return ""


def group(key: str) -> str:
    """Return under which heading a source stands.

    Parameters
    ----------
    key : str
        Its key.

    Returns
    -------
    str
        One of `GROUPS`.
    """
    item = source(key)
    named = any("family" in author for author in item.get("author", []))
    if item["type"] in OF_NAMED_AUTHORS:
        return STUDIES if named else OF_NAMED_AUTHORS[item["type"]]
    return KINDS[item["type"]]


def sources_page(course: dict[str, Cells]) -> str:
    """Return the index of sources.

    Parameters
    ----------
    course : dict of dict of str
        The lessons.

    Returns
    -------
    str
        Markdown: for each group its sources by the alphabet, a place for each key.
    """
    where = places(course)
    full = sorted(((cite_full(key), key) for key in keys()), key=lambda one: _sorted(one[0]))
    jumps = " · ".join(f"[{name}](#{_jump(name)})" for name in GROUPS)
    parts = [
        f"# Sources\n\nAll {len(full)} sources of the course.\n"
        "A number leads to the module that cites the source; terms stand in the "
        f"[glossary](glossary.md).\n\n{jumps}\n"
    ]
    for name, about in GROUPS.items():
        listed = [one for one in full if group(one[1]) == name]
        letters = groupby(listed, lambda one: _letter(one[0]))
        parts.append(f'<a id="{_jump(name)}"></a>\n\n## {name}\n\n{about}\n')
        for letter, entries in letters:
            lines = [_entry(text, key, where.get(key, [])) for text, key in entries]
            parts.append(f"### {letter}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def places(course: dict[str, Cells]) -> dict[str, list[str]]:
    """Return by whom each source is cited: lessons, claim desks, data sets.

    Parameters
    ----------
    course : dict of dict of str
        The lessons.

    Returns
    -------
    dict of list of str
        By key; up to three phrases, with links.
    """
    found: dict[str, dict[str, list[str]]] = {kind: {} for kind in PLACES}
    lesson, desk, data = found.values()
    for stem, cells in course.items():
        for key in dict.fromkeys(cited_in("\n\n".join(cells.values()))):
            lesson.setdefault(key, []).append(_place(stem, cells, "^## Sources$"))
        for key in _of_claims(stem[:2]):
            desk.setdefault(key, []).append(_place(stem, cells, "^## The claim desk$"))
    for name in sets.names():
        for key in _of_set(name):
            data.setdefault(key, []).append(f"`{name}`")
    return {
        key: [f"{kind}: {', '.join(cited[key])}" for kind, cited in found.items() if key in cited]
        for key in keys()
    }


def _of_claims(module: str) -> dict[str, None]:
    """Return the keys that the claims of a module cite, each once."""
    known = claims.claims(module) if module in claims.modules() else ()
    return dict.fromkeys(key for claim in known for key in claim.sources)


def _of_set(name: str) -> dict[str, None]:
    """Return the keys that a data set rests on, each once."""
    about, frame = sets.describe(name), sets.load(name)
    listed = [one["key"] for one in (*about["sources"], *about["checks"])]
    rows = frame.get("keys", ())
    return dict.fromkeys([*listed, *(key for row in rows for key in row.split(";"))])


def _jump(name: str) -> str:
    return name.partition(",")[0].partition(" ")[0].lower()


def _sorted(text: str) -> str:
    return text.casefold().lstrip("\"'")


def _letter(text: str) -> str:
    return _sorted(text)[0].upper()


def _entry(text: str, key: str, where: list[str]) -> str:
    line = f'- <a id="{key}"></a>{text}'
    return f"{line}\n  {'. '.join(where)}." if where else line


def main(arguments: list[str]) -> int:
    """Write both pages, or with ``--check`` compare them."""
    check = "--check" in arguments
    course = lessons(COURSE)
    stale = []
    for name, after in (
        ("glossary.md", glossary_page(course)),
        ("sources.md", sources_page(course)),
    ):
        path = COURSE / name
        if not path.exists() or path.read_text(encoding="utf-8") != after:
            stale.append(name)
            if not check:
                path.write_text(after, encoding="utf-8")
    if check and stale:
        print(f"Not fresh: {', '.join(stale)}. Run python -m tools.pages.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
