"""Put into words what a schema finds wrong with a file: one line a place, and what to do."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Place = tuple[int | str, ...]
"""The way from the top of a file to a field: names of fields, and numbers in lists from 0."""

SLUG = r"^[a-z][a-z0-9-]*$"

_WHOLE, _NUMBER, _TEXT = "a whole number", "a number", "text"
_LIST = "a list in square brackets, such as [a, b]"
_FIELDS = "fields with values, such as {{a: 1}}"
_DAY = "a day, such as 2026-11-24"

_WANTED = {
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": "a finite number",
    "string_type": _TEXT,
    "string_too_short": "a text that is not empty",
    "string_pattern_mismatch": "text of the form {pattern}",
    "string_too_long": "at most {max_length} letters",
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _FIELDS,
    "model_type": _FIELDS,
    "model_attributes_type": _FIELDS,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "literal_error": "one of {expected}",
    "too_short": "at least {min_length} here; got {actual_length}",
    "too_long": "at most {max_length} here; got {actual_length}",
}
"""What is wanted where a value does not fit, by pydantic's name of the fault."""


def explain(
    path: Path, error: ValidationError, root: yaml.Node | None, model: type[BaseModel]
) -> str:
    """Return what is wrong with a file, one line for each place.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    error : pydantic.ValidationError
        What the schema found.
    root : yaml.Node
        The node tree of the file.
    model : type
        The schema.

    Returns
    -------
    str
        File, line, field, rule and value for each place.
    """
    lines = []
    found = _by_place(error, root)
    strange = [place for place, faults in found.items() if faults[0]["type"] == "extra_forbidden"]
    meant = {(*place[:-1], name) for place in strange for name in _nearest(place, model)}
    for place, faults in found.items():
        if place in meant and faults[0]["type"] == "missing":
            continue  # it is there, misspelt
        where, said = _say(place, faults, root, model)
        lines.append(f"{path}:{line_in(root, where)}: {field(root, where)}: {said}")
    return "\n".join(lines)


def field(node: yaml.Node | None, where: Place) -> str:
    """Return the way to a field, the entries of a list by their ids, or as #1, #2 and so on.

    Examples
    --------
    >>> root = yaml.compose("days: [{id: monday, told: [x]}]")
    >>> field(root, ("days", 0, "told", 0))
    'days.monday.told #1'
    """
    said = ""
    for part in where:
        node = _child(node, part)
        named = _child(node, "id") if isinstance(part, int) else None
        if isinstance(part, str):
            said += f".{part}"
        else:
            said += f".{named.value}" if named is not None else f" #{part + 1}"
    return said.lstrip(". ") or "(whole file)"


def line_in(node: yaml.Node | None, where: Place) -> int:
    """Return the line of a field, or of the nearest thing that contains it."""
    line = node.start_mark.line + 1 if node else 1
    for part in where:
        inner = _child(node, part)
        if inner is None:
            break
        line = (_key(node, part) or inner).start_mark.line + 1
        node = inner
    return line


def _key(node: yaml.Node | None, part: int | str) -> yaml.Node | None:
    """Return the name of a field as it stands in the file; nothing for an entry of a list."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((key for key, _ in pairs if key.value == str(part)), None)


def texts(node: yaml.Node | None, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Yield every value of a file that is no list and no mapping, with its place."""
    if isinstance(node, yaml.ScalarNode):
        yield place, node.value
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from texts(value, (*place, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from texts(value, (*place, number))


def _child(node: yaml.Node | None, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part]
    return None


def _by_place(error: ValidationError, root: yaml.Node | None) -> dict[Place, list[ErrorDetails]]:
    """Return the faults by their places; of several readings, those that came furthest."""
    faults = error.errors()
    places = [_place(fault, root) for fault in faults]
    outer = {place[:depth] for place in places for depth in range(len(place))}
    found: dict[Place, list[ErrorDetails]] = {}
    for place, fault in zip(places, faults, strict=True):
        one_of_several = len(place) < len(fault["loc"])
        if place in outer and (one_of_several or fault["type"] == "too_short"):
            continue  # what is wrong further in is said
        found.setdefault(place, []).append(fault)
    return found


def _place(fault: ErrorDetails, root: yaml.Node | None) -> Place:
    """Return the place of a fault, without the names of the readings that were tried on the way."""
    loc, node, way = fault["loc"], root, []
    if fault["type"] == "fault":
        return loc
    for number, part in enumerate(loc, start=1):
        inner = _child(node, part)
        if inner is not None:
            way.append(part)
            node = inner
        elif fault["type"] == "missing" and number == len(loc):
            way.append(part)
    return tuple(way)


def _say(
    place: Place, faults: list[ErrorDetails], root: yaml.Node | None, model: type[BaseModel]
) -> tuple[Place, str]:
    """Return the place of faults, and in words what is wrong there and what to do."""
    first = faults[0]
    kind, value = first["type"], first["input"]
    if kind == "missing":
        what = "field" if isinstance(place[-1], str) else "entry"
        return place, f"this {what} is missing. Add the {what}."
    if kind == "extra_forbidden":
        return place, _strange(place, model)
    if kind in ("too_short", "too_long"):
        return place, f"{_wanted(first)}. Change the value."
    if kind == "value_error":
        place, rule = _inward(root, place, first["msg"].removeprefix("Value error, "))
    else:
        rule = _together(list(map(_wanted, faults)), value)
    got = "" if isinstance(value, dict) and kind != "string_type" else f"; got {_shown(value):.60}"
    quotes = rule == _TEXT and isinstance(value, bool | int | float | date)
    return place, f"{rule}{got}. {'Put it in quotes' if quotes else 'Change the value'}."


def _wanted(fault: ErrorDetails) -> str:
    """Return what is wanted instead of a value."""
    context = fault.get("ctx", {})
    if context.get("pattern") == SLUG:
        return "small letters a to z, digits and hyphens, a letter first"
    if fault["type"] in _WANTED:
        return _WANTED[fault["type"]].format(**context)
    return fault["msg"].removeprefix("Input should be ").removeprefix("Value error, ")


def _together(wanted: list[str], value: Any) -> str:
    """Return in one phrase what a value may be, or of it what this one is nearest to."""
    some = list(dict.fromkeys(wanted))
    if _WHOLE in some and _NUMBER not in some and isinstance(value, float):
        return _WHOLE
    if _TEXT in some and isinstance(value, bool | int | float | date):
        return _TEXT
    if _NUMBER in some and _WHOLE in some:
        some.remove(_WHOLE)
    return " or ".join(filter(None, (", ".join(some[:-1]), some[-1])))


def _strange(place: Place, model: type[BaseModel]) -> str:
    """Return that there is no such field, and the known one that is most like it."""
    near = _nearest(place, model)
    known = ", ".join(_known(place, model))
    meant = f"did you mean {near[0]!r}?" if near else f"there are {known}."
    return f"there is no field {place[-1]!r:.40} here; {meant} Remove it, or check its spelling."


def _nearest(place: Place, model: type[BaseModel]) -> list[str]:
    """Return the known field that is most like one that is not known, if any is like it."""
    return get_close_matches(str(place[-1]), _known(place, model), 1)


def _known(place: Place, model: type[BaseModel]) -> list[str]:
    """Return the fields that are known beside one that is not."""
    return sorted(set(_fields(model.model_json_schema(), place[:-1])))


def _fields(schema: Mapping[str, Any], place: Place) -> Iterator[str]:
    """Yield the fields that a JSON Schema knows at a place."""
    definitions = schema.get("$defs", {})
    nodes = list(_readings(schema, definitions))
    for part in place:
        inner = (one for node in nodes for one in _within(node, part))
        nodes = [one for node in inner for one in _readings(node, definitions)]
    for node in nodes:
        yield from node.get("properties", ())


def _readings(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[Any]:
    """Yield a schema, or those that it refers to."""
    yield node
    named = node.get("$ref", "").rpartition("/")[2]
    further: Iterable[Any] = [definitions[named]] if named else ()
    for one in (*further, *node.get("anyOf", ()), *node.get("allOf", ())):
        yield from _readings(one, definitions)


def _within(node: Mapping[str, Any], part: int | str) -> Iterator[Any]:
    """Yield the schemas of a field, or of an entry of a list."""
    if isinstance(part, int):
        yield from filter(None, (node.get("items"), *node.get("prefixItems", ())))
        return
    properties = node.get("properties", {})
    more = node.get("additionalProperties")
    patterns = node.get("patternProperties", {}).values()
    if part in properties:
        yield properties[part]
    else:
        yield from (one for one in (more, *patterns) if isinstance(one, dict))


def _inward(root: yaml.Node | None, place: Place, text: str) -> tuple[Place, str]:
    """Follow the fields with which a text begins, and return the place and the rest of the text."""
    node = root
    for part in place:
        node = _child(node, part)
    head, colon, rest = text.partition(": ")
    while colon and (way := _way(node, head)):
        for part in way:
            node = _child(node, part)
        place, text = (*place, *way), rest
        head, colon, rest = text.partition(": ")
    return place, text


def _way(node: yaml.Node | None, name: str) -> Place:
    """Return the way to a field, or to the entry of a list with this id; nothing if it is not."""
    if not isinstance(node, yaml.MappingNode):
        return ()
    if _child(node, name):
        return (name,)
    for key, several in node.value:
        for number, one in enumerate(several.value if several.id == "sequence" else ()):
            named = _child(one, "id")
            if named is not None and named.value == name:
                return (key.value, number)
    return ()


def _shown(value: Any) -> str:
    """Return a value as it would stand in YAML, or nearly so."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, Fraction | date) else repr(value)
