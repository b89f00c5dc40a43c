"""Let the contract's assertions say what they saw."""

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
