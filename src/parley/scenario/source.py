"""Read YAML so that every complaint names its file, line and field."""

from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from parley.errors import ParleyError

M = TypeVar("M", bound=BaseModel)


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, tree: bool = False) -> Any:
    """Return the content of a YAML file, or its tree of nodes with line numbers.

    Parameters
    ----------
    path : pathlib.Path
        The file, UTF-8.
    tree : bool
        Whether to return the tree.

    Returns
    -------
    object
        The plain data, or the node tree.

    Raises
    ------
    ParleyError
        If the file cannot be read or is no YAML; the text names the line.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ParleyError(f"{path}: cannot be read as UTF-8 text ({error}).") from None
    try:
        return yaml.compose(text, Loader=_Loader) if tree else yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "not readable as YAML"
        raise ParleyError(
            f"{path}{line}: {problem}. Check the indentation, the colons and the quotes there."
        ) from None
    except ValueError as error:  # a day such as 31 June
        raise ParleyError(f"{path}: {error}. Check the dates.") from None
    except RecursionError:
        raise ParleyError(f"{path}: nested too deeply to be a scenario.") from None


def explain(path: Path, error: ValidationError, root: yaml.Node | None) -> str:
    """Return what is wrong with a file, one line for each fault.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    error : pydantic.ValidationError
        What the schema found.
    root : yaml.Node
        The node tree of the file.

    Returns
    -------
    str
        File, line, field, rule and value for each fault.
    """
    lines = []
    faults = error.errors()
    inner = {fault["loc"][:depth] for fault in faults for depth in range(len(fault["loc"]))}
    for fault in faults:
        if fault["type"] == "too_short" and fault["loc"] in inner:
            continue  # its items are there; what is wrong with them is said
        field = ".".join(str(part) for part in fault["loc"]) or "(whole file)"
        rule = fault["msg"].removeprefix("Value error, ")
        value = "" if isinstance(fault["input"], dict) else f"; got {_shown(fault['input']):.60}"
        what = _what_to_do(fault["type"])
        lines.append(f"{path}:{_line(root, fault['loc'])}: {field}: {rule}{value}.{what}")
    return "\n".join(lines)


def parse(model: type[M], path: Path, content: Any = None) -> M:
    """Return a file as a checked model; give its content where it was read before."""
    content = read_yaml(path) if content is None else content
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise ParleyError(explain(path, error, read_yaml(path, tree=True))) from None


def _line(node: yaml.Node | None, where: tuple[int | str, ...]) -> int:
    """Return the line of a field, or of the nearest thing that contains it."""
    line = node.start_mark.line + 1 if node else 1
    for part in where:
        node = _child(node, part)
        if node is None:
            break
        line = node.start_mark.line + 1
    return line


def _child(node: yaml.Node | None, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part]
    return None


def _shown(value: Any) -> str:
    """Return a value as it would stand in YAML, or nearly so."""
    return str(value) if isinstance(value, Fraction) else repr(value)


def _what_to_do(kind: str) -> str:
    return {
        "missing": " Add the field.",
        "extra_forbidden": " Remove it, or check its spelling.",
    }.get(kind, " Change the value.")
