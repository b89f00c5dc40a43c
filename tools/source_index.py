"""Write the index of all sources, ``course/sources.md``.

``python -m tools.source_index`` lists every source in full, by kind and author, with the lessons
and claim desks that cite it and the data sets that rest on it.  What graded desks cite is listed
without a place.  ``--check`` says whether the page is fresh.
"""

import sys
from itertools import groupby
from pathlib import Path

from tools.glossary import lessons
from tools.sources import cited_in

from parley import claims, sets
from parley.sources import cite_full, keys, source

PAGE = Path(__file__).resolve().parent.parent / "course" / "sources.md"
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


def page(texts: dict[str, str]) -> str:
    """Return the index.

    Parameters
    ----------
    texts : dict of str
        The texts of the modules by the names of their notebooks, without ending.

    Returns
    -------
    str
        Markdown: for each group its sources by the alphabet, a place for each key.
    """
    where = places(texts)
    full = sorted(((cite_full(key), key) for key in keys()), key=lambda one: _sorted(one[0]))
    jumps = " · ".join(f"[{name}](#{_place(name)})" for name in GROUPS)
    parts = [
        f"# Sources\n\nAll {len(full)} sources of the course.\n"
        "A number leads to the module that cites the source; terms stand in the "
        f"[glossary](glossary.md).\n\n{jumps}\n"
    ]
    for name, about in GROUPS.items():
        listed = [one for one in full if group(one[1]) == name]
        letters = groupby(listed, lambda one: _letter(one[0]))
        parts.append(f'<a id="{_place(name)}"></a>\n\n## {name}\n\n{about}\n')
        for letter, entries in letters:
            lines = [_entry(text, key, where.get(key, [])) for text, key in entries]
            parts.append(f"### {letter}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def places(texts: dict[str, str]) -> dict[str, list[str]]:
    """Return by whom each source is cited: lessons, claim desks, data sets.

    Parameters
    ----------
    texts : dict of str
        The texts of the modules by the names of their notebooks, without ending.

    Returns
    -------
    dict of list of str
        By key; up to three phrases, with links.
    """
    found: dict[str, dict[str, list[str]]] = {kind: {} for kind in PLACES}
    lesson, desk, data = found.values()
    for stem, text in texts.items():
        for key in dict.fromkeys(cited_in(text)):
            lesson.setdefault(key, []).append(f"[{stem[:2]}]({stem}.ipynb#Sources)")
        for key in _of_claims(stem[:2]):
            desk.setdefault(key, []).append(f"[{stem[:2]}]({stem}.ipynb#The-claim-desk)")
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


def _place(name: str) -> str:
    return name.partition(",")[0].partition(" ")[0].lower()


def _sorted(text: str) -> str:
    return text.casefold().lstrip("\"'")


def _letter(text: str) -> str:
    return _sorted(text)[0].upper()


def _entry(text: str, key: str, where: list[str]) -> str:
    line = f'- <a id="{key}"></a>{text}'
    return f"{line}\n  {'. '.join(where)}." if where else line


def main(arguments: list[str]) -> int:
    """Write the page, or check it."""
    after = page(lessons())
    stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != after
    if arguments == ["--check"] and stale:
        print(f"{PAGE.name} is not fresh. Run python -m tools.source_index.")
        return 1
    if stale:
        PAGE.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
