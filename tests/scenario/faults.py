"""A fault put into a scenario must be told with its line and the rule."""

import re

import pytest

from parley.errors import ParleyError
from parley.scenario.source import parse

__all__ = ["check_told"]


def check_told(model, text, fault, tmp_path):
    """Write a scenario with a fault, and hold what is said of it against what should be.

    Parameters
    ----------
    model : type
        The class of scenarios.
    text : str
        A good scenario in YAML.
    fault : tuple of str
        A part of the text, what stands there instead, and a pattern of what is told; in it
        ``LINE`` stands for the line of the part, and a number after a dot for an entry of a list,
        which is told by its id.
    tmp_path : pathlib.Path
        A folder.
    """
    good, bad, told = fault
    assert good in text
    path = tmp_path / "faulty.yaml"
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    line = text[: text.index(good)].count("\n") + 1
    with pytest.raises(ParleyError) as error:
        parse(model, path)
    entry = r"\1(\\.[a-z][a-z0-9-]*| #\\d+)"
    told = re.sub(r"([a-z])\\\.\d+", entry, told.replace("LINE", str(line)))
    assert re.search(told, str(error.value)), error.value
