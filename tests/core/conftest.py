"""Keep every test away from this user's own folders and name."""

import pytest


@pytest.fixture(autouse=True)
def away(tmp_path, monkeypatch):
    """Let the user's folders and the names come from this test alone; start in an empty folder."""
    for variable in ("PARLEY_TRAINEE", "PARLEY_RECORDS", "PARLEY_SITTING", "PARLEY_DATA"):
        monkeypatch.delenv(variable, raising=False)
    for kind in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "user" / kind.lower()))
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
