"""What the tests of the import share: the grain convoy in a folder, and the command line."""

import sys

import pytest
from tests.genius import grain

from parley import cli


@pytest.fixture
def convoy(tmp_path):
    """Return the folder with the grain convoy."""
    return grain.lay(tmp_path / "grain")


@pytest.fixture
def parley(capsys, monkeypatch):
    """Return a function that runs ``parley`` with some words: code, stdout, stderr."""

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["parley", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
        return (end.value.code, *capsys.readouterr())

    return run
