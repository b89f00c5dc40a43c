"""The examples in the docstrings of the models say what the models say."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import parley.models

NAMES = sorted(found.name for found in pkgutil.iter_modules(parley.models.__path__))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "ranges"])
def test_examples(name):
    found = doctest.testmod(import_module(f"parley.models.{name}"))
    assert found.attempted
    assert not found.failed
