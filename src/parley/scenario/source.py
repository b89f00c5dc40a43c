"""Read YAML so that every complaint names its file, line and field."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from parley.errors import ParleyError
from parley.scenario.faults import Place, explain, line_in

M = TypeVar("M", bound=BaseModel)

_MERGE = "tag:yaml.org,2002:merge"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    text = _text(path)
    try:
        loader = _LOADER(text)
        root = loader.get_single_node()
        if root is None or tree:
            return root
        _check_once(root, path)
        return loader.construct_document(root)
    except yaml.YAMLError as error:
        raise ParleyError(f"{path}{_complaint(error, text)}") from None
    except ValueError as error:  # a day such as 31 June
        raise ParleyError(f"{path}: {error}. Check the dates.") from None
    except RecursionError:
        raise ParleyError(f"{path}: nested too deeply to be a scenario.") from None


def _check_once(root: yaml.Node, path: Path) -> None:
    """Raise a ParleyError if a field stands twice in one mapping, where YAML keeps the last."""
    seen, rest = set(), [root]
    while rest:
        node = rest.pop()
        if node in seen or isinstance(node, yaml.ScalarNode):
            continue  # what an alias repeats is looked at once
        seen.add(node)
        if isinstance(node, yaml.SequenceNode):
            rest.extend(node.value)
            continue
        lines: dict[tuple[str, str], int] = {}
        for key, value in node.value:
            name, line = (key.tag, str(key.value)), key.start_mark.line + 1
            if name in lines and key.tag != _MERGE:
                raise ParleyError(
                    f"{path}:{line}: {key.value}: a field stands once; got it in line "
                    f"{lines[name]} too. Keep one of the two."
                )
            lines[name] = line
            rest.append(value)


def _text(path: Path) -> str:
    """Return the text of a file, or say why it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ParleyError(f"{path}: there is no such file. Check its name and folder.") from None
    except IsADirectoryError:
        raise ParleyError(f"{path}: this is a folder. Name a file.") from None
    except OSError as error:
        raise ParleyError(f"{path}: cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise ParleyError(f"{path}: this is no text in UTF-8. In your editor, save it as UTF-8.")
    return text


def _complaint(error: yaml.YAMLError, text: str) -> str:
    """Return the line of what is no YAML, what is wrong there, and what to do."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "not readable as YAML"
    if mark is None:
        return f": {problem}. Check the indentation, the colons and the quotes."
    line = (text.splitlines() or [""])[mark.line : mark.line + 1]
    said = _usual(problem, line[0] if line else "", mark.column)
    return f":{mark.line + 1}: {said}"


def _usual(problem: str, line: str, column: int) -> str:
    """Return a usual mistake in plain words, else YAML's own."""
    sign = line[column : column + 1]
    if "tab" in problem or sign == "\t":
        return "there is a tab before a field. Use spaces."
    if "cannot start any token" in problem:
        return f"a value begins with {sign!r}. Put the whole value in quotes."
    if "comment or line break" in problem:
        return "a value begins with '>' or '|'. Put the whole value in quotes."
    if "mapping values are not allowed" in problem:
        return "a colon too many. Put a text with a colon in quotes, or check the indentation."
    return f"{problem}. Check the indentation, the colons and the quotes there."


def parse(model: type[M], path: Path, content: Any = None) -> M:
    """Return a file as a checked model; give its content where it was read before."""
    content = read_yaml(path) if content is None else content
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise ParleyError(explain(path, error, read_yaml(path, tree=True), model)) from None


def line_of(path: Path, where: Place) -> int:
    """Return the line of a field in a file, or of the nearest thing that contains it."""
    return line_in(read_yaml(path, tree=True), where)
