"""From the three trees of a GENIUS domain to the content of a scenario file.

Read as in GENIUS: an issue is known by its index, an option by its value; the weights of
objectives that hold issues play no part; a profile without a reservation value has 0, without a
discount factor 1.  What GENIUS would overlook is refused: an option without evaluation, an issue
without weight, files that do not fit each other.
"""

from typing import Any

from parley.genius import tree
from parley.genius.elements import integer, number, only, text
from parley.genius.folder import File
from parley.genius.reader import Element
from parley.scenario.domain import MOST_OPTIONS

PARAMETERS = {"linear": 2, "constant": 1, "triangular": 3}
"""The shapes of a real issue's utility, and how many parameters each has."""


def content(domain: File, first: File, second: File) -> dict[str, Any]:
    """Return what three files come to, as plain data.

    Parameters
    ----------
    domain, first, second : File
        The domain, and the profiles of the two sides.

    Returns
    -------
    dict
        ``title``, ``parties`` and ``issues`` of a `parley.scenario.domain.DomainScenario`.

    Raises
    ------
    ParleyError
        If a file cannot be represented, or the files do not fit each other.
    """
    space = only(domain.root, "utility_space")
    if space is None:
        raise domain.root.wrong("a domain holds one <utility_space>; there is none. Add it.")
    found = tree.issues(space)
    sides = [tree.issues(file.root) for file in (first, second)]
    for file, side in zip((first, second), sides, strict=True):
        _check_same(file, found, side)
    weights = [_weights(file.root, set(found)) for file in (first, second)]
    entries = []
    for index, issue in found.items():
        pair = (sides[0][index], sides[1][index])
        both = [weights[0][index], weights[1][index]]
        entries.append({"name": text(issue, "name"), "weights": both} | _entry(issue, pair))
    return {
        "title": _title(space) or domain.stem,
        "parties": [_party(file) for file in (first, second)],
        "issues": entries,
    }


def _title(space: Element) -> str:
    """Return the name of the outermost objective, if it has one of its own."""
    objective = only(space, "objective")
    title = " ".join(objective.attributes.get("name", "").split()) if objective else ""
    return title if title.isprintable() and title.lower() not in ("root", "any") else ""


def _check_same(file: File, ours: dict[int, Element], theirs: dict[int, Element]) -> None:
    """Check that a profile has the issues of the domain, by index, name and kind."""
    for index, issue in ours.items():
        name = text(issue, "name")
        if index not in theirs:
            raise file.root.wrong(
                f"the domain has an issue {name!r:.60} of index {index}; here is none. Add it."
            )
        other = theirs[index]
        if (text(other, "name"), tree.kind_of(other)) != (name, tree.kind_of(issue)):
            raise other.wrong(
                f"issue {index} differs between the files: in the domain it is {name!r:.60}, "
                f"{tree.kind_of(issue)}; got {text(other, 'name')!r:.60}, {tree.kind_of(other)}."
            )
    for index in theirs.keys() - ours.keys():
        raise theirs[index].wrong(
            f"the domain has no issue of index {index}; got {text(theirs[index], 'name')!r:.60}. "
            "Take it out, or add it to the domain."
        )


def _weights(space: Element, issues: set[int]) -> dict[int, float]:
    """Return the weight of each issue."""
    found: dict[int, float] = {}
    above = tree.objectives(space)
    for element in (part for part in tree.parts(space) if part.tag == "weight"):
        index, value = integer(element, "index"), number(element, "value")
        if index in found:
            raise element.wrong(f"an issue has one weight; here is a second one for {index}.")
        if index not in issues and element.attributes["index"] not in above:
            raise element.wrong(f"a weight belongs to an issue; none has the index {index}.")
        if value < 0:
            raise element.wrong(f"a weight is at least 0; got {value:g}. Change it.")
        found[index] = value
    missing = sorted(issues - found.keys())
    if missing:
        raise space.wrong(f"every issue needs a weight; there is none for {missing[0]}. Add it.")
    return found


def _party(file: File) -> dict[str, Any]:
    """Return a side: its name, reservation value and discount factor."""
    discount = _value(file.root, "discount_factor", 1.0)
    if not 0 <= discount <= 1:
        raise file.root.wrong(f"a discount factor is 0 to 1; got {discount:g}. Change it.")
    name = " ".join(file.stem.split())
    reservation = _value(file.root, "reservation", 0.0)
    return {"name": name, "reservation": reservation, "discount": discount}


def _value(space: Element, tag: str, default: float) -> float:
    """Return the one value of a name in a profile."""
    found = [part for part in tree.parts(space) if part.tag == tag]
    if len(found) > 1:
        raise found[1].wrong(f"<{tag}> stands once in a profile; here is a second one.")
    return number(found[0], "value") if found else default


def _entry(issue: Element, sides: tuple[Element, Element]) -> dict[str, Any]:
    """Return the options or the range of an issue, with what they are worth to either side."""
    if tree.kind_of(issue) == "discrete":
        return {"options": _options(issue, sides)}
    bounds = tree.bounds_of(issue)
    if bounds is None:
        raise issue.wrong("a range needs lowerbound and upperbound; there are none. Add them.")
    for side in sides:
        if (tree.bounds_of(side) or bounds) != bounds:
            raise side.wrong(
                f"the range differs between the files: in the domain it is {bounds[0]:g} to "
                f"{bounds[1]:g}. Make them the same."
            )
    low, high = bounds
    if tree.kind_of(issue) == "integer":
        lines = [_line(_evaluator(side), low) for side in sides]
        return {"integers": {"low": int(low), "high": int(high), "lines": lines}}
    shapes = [_shape(_evaluator(side)) for side in sides]
    return {"reals": {"low": low, "high": high, "shapes": shapes}}


def _options(issue: Element, sides: tuple[Element, Element]) -> list[dict[str, Any]]:
    names = tree.options_of(issue)
    if not 1 <= len(names) <= MOST_OPTIONS:
        raise issue.wrong(f"an issue has 1 to {MOST_OPTIONS:,} options; got {len(names):,}.")
    evaluations = [_evaluations(side, list(names)) for side in sides]
    return [
        {"name": name, "evaluations": [evaluations[0][name], evaluations[1][name]]}
        for name in names
    ]


def _evaluations(issue: Element, names: list[str]) -> dict[str, float]:
    """Return the evaluation of each option of the domain by one side."""
    items = tree.options_of(issue)
    extra = next((name for name in items if name not in set(names)), None)
    if extra is not None:
        raise items[extra].wrong(
            f"options differ between the files: {extra!r:.60} is not in the domain. "
            "Take it out, or add it to the domain."
        )
    found = {}
    for name in names:
        item = items.get(name)
        if item is None or item.attributes.get("evaluation", "null") == "null":
            raise (item or issue).wrong(
                f"every option needs an evaluation; there is none for {name!r:.60}. Add it."
            )
        found[name] = number(item, "evaluation")
    if max(found.values()) <= 0 and any(found.values()):
        raise issue.wrong(
            "the largest evaluation of an issue is above 0, or all are 0; "
            f"got {max(found.values()):g}. Add the same to all of them."
        )
    return found


def _evaluator(issue: Element) -> Element:
    found = only(issue, "evaluator")
    if found is None:
        raise issue.wrong(
            f"{text(issue, 'name')!r:.60} needs an <evaluator>; there is none. Add it."
        )
    return found


def _line(evaluator: Element, low: float) -> dict[str, float]:
    """Return the line of whole numbers; written with parameters it starts at 0, not at ``low``."""
    shape = evaluator.attributes.get("ftype", "linear").lower()
    if shape != "linear":
        raise evaluator.wrong(f"whole numbers are evaluated linearly; got ftype {shape!r:.40}.")
    if "parameter0" in evaluator.attributes:
        slope = number(evaluator, "parameter1")
        return {"offset": number(evaluator, "parameter0") + slope * low, "slope": slope}
    return {"offset": number(evaluator, "offset"), "slope": number(evaluator, "slope")}


def _shape(evaluator: Element) -> dict[str, Any]:
    """Return how a range of real numbers is evaluated."""
    shape = evaluator.attributes.get("ftype", "").lower()
    if shape not in PARAMETERS:
        raise evaluator.wrong(
            f"ftype is one of {', '.join(PARAMETERS)}; got {shape!r:.40}. "
            "Choose a domain without it."
        )
    parameters = [number(evaluator, f"parameter{place}") for place in range(PARAMETERS[shape])]
    if shape == "triangular" and not parameters[0] < parameters[2] < parameters[1]:
        raise evaluator.wrong("parameter2, the top, lies between parameter0 and parameter1.")
    return {"shape": shape, "parameters": parameters}
