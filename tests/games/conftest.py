"""Let the contract's assertions say what they saw, and let no file of tests burden the next."""

import gc
from functools import _lru_cache_wrapper

import pytest

pytest.register_assert_rewrite(
    "tests.contract",
    "tests.games.bargaining",
    "tests.games.casework",
    "tests.games.estimate",
    "tests.games.findings",
    "tests.games.signalling",
    "tests.games.turns",
)

FORGOTTEN = ("parley.games.", "parley.solutions", "graders.", "tests.")


@pytest.fixture(scope="module", autouse=True)
def _forget():
    """Forget the solved tables of one file: a full heap makes Python's own tidying slow."""
    yield
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and str(one.__module__).startswith(FORGOTTEN):
            one.cache_clear()
    gc.collect()
