"""The tree of a utility space: its issues, what else stands beside them, and what is refused."""

from collections.abc import Iterator

from parley.genius.elements import integer, number, only, text
from parley.genius.reader import Element
from parley.scenario.domain import MOST_INTEGERS, MOST_ISSUES

NONLINEAR = {"ufun", "hyperrectangle", "includes", "excludes", "utility", "constraint"}
"""Elements by which GENIUS writes utilities that are no sum over issues."""

KNOWN = {
    "objective": {"objective", "issue", "weight", "reservation", "discount_factor"},
    "issue": {"item", "range", "evaluator"},
    "item": set(),
}
"""What may stand inside the elements that make a utility."""

ADDITIVE = {"", "any", "linear", "additive", "uncertain"}
"""The types of utility space that are sums over issues; the last hides it from the agents only."""

KINDS = ("discrete", "integer", "real")


def parts(space: Element) -> list[Element]:
    """Return what stands inside a utility space and its objectives: issues, weights and others.

    Parameters
    ----------
    space : Element
        The utility space.

    Returns
    -------
    list of Element
        In the order of the file; objectives are left out.

    Raises
    ------
    ParleyError
        If its utilities are no sum over issues, or something in it has an unknown meaning.
    """
    kind = space.attributes.get("type", "").strip().lower()
    if kind not in ADDITIVE:
        raise space.wrong(
            f"only additive utilities are read, sums over the issues; got type {kind!r:.40}. "
            "Choose a domain with linear utilities."
        )
    _check(space)
    return [element for element in _walk(space) if element.tag != "objective"]


def objectives(space: Element) -> set[str]:
    """Return the indices of the objectives, as they are written: their weights play no part."""
    found = (element for element in _walk(space) if element.tag == "objective")
    return {element.attributes.get("index", "") for element in found}


def issues(space: Element) -> dict[int, Element]:
    """Return the issues of a utility space by their index.

    Parameters
    ----------
    space : Element
        The utility space.

    Returns
    -------
    dict of int to Element
        In the order of the file.

    Raises
    ------
    ParleyError
        If there are none or too many, or an index or a name occurs twice.
    """
    found: dict[int, Element] = {}
    names: set[str] = set()
    for element in parts(space):
        if element.tag == "issue":
            index, name = integer(element, "index"), text(element, "name")
            if index in found or name in names:
                raise element.wrong(
                    f"issues differ in index and name; here is a second one of index {index} or "
                    f"name {name!r:.60}. Rename it, or take it out."
                )
            names.add(name)
            found[index] = element
    if not 1 <= len(found) <= MOST_ISSUES:
        raise space.wrong(f"a domain has 1 to {MOST_ISSUES} issues; got {len(found):,}.")
    return found


def kind_of(issue: Element) -> str:
    """Return the kind of an issue: discrete, integer or real; discrete if it does not say."""
    given = issue.attributes
    kind = given.get("type") or given.get("etype") or given.get("vtype") or "discrete"
    if kind not in KINDS:
        raise issue.wrong(f"an issue is {', '.join(KINDS)}; got {kind!r:.40}. Change its type.")
    return kind


def options_of(issue: Element) -> dict[str, Element]:
    """Return the options of a discrete issue by their names; each occurs once."""
    found: dict[str, Element] = {}
    for item in issue.named("item"):
        name = text(item, "value")
        if name in found:
            raise item.wrong(
                f"options of an issue differ; here is {name!r:.60} a second time. "
                "Rename it, or take it out."
            )
        found[name] = item
    return found


def bounds_of(issue: Element) -> tuple[float, float] | None:
    """Return the bounds of a range, on the issue itself or in <range>; None if there are none."""
    at = only(issue, "range") or issue
    if not {"lowerbound", "upperbound"} & set(at.attributes):
        return None
    whole = kind_of(issue) == "integer"
    read = integer if whole else number
    low, high = read(at, "lowerbound"), read(at, "upperbound")
    if low > high:
        raise at.wrong(f"lowerbound is at most upperbound; got {low:g} and {high:g}. Change one.")
    if whole and high - low >= MOST_INTEGERS:
        raise at.wrong(
            f"a range has at most {MOST_INTEGERS:,} whole numbers; got {high - low + 1:,}. "
            "Narrow it."
        )
    return low, high


def _walk(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        if child.tag == "objective":
            yield from _walk(child)


def _check(element: Element) -> None:
    """Refuse what would make a utility in a way that is not known here."""
    known = KNOWN.get(element.tag)
    for child in element.children:
        if child.tag.lower() in NONLINEAR:
            raise child.wrong(
                f"only additive utilities are read, sums over the issues; got <{child.tag}> "
                "of a nonlinear utility space. Choose a domain with linear utilities."
            )
        if known is not None and child.tag not in known:
            raise child.wrong(
                f"<{element.tag}> holds {', '.join(sorted(known)) or 'nothing'}; "
                f"got <{child.tag:.40}>, whose meaning is not known. Take it out."
            )
        if child.tag in KNOWN:
            _check(child)
