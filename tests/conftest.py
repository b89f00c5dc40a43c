"""What several kinds of test share."""

import pytest
from hypothesis import settings
from tools import browser

# Speed is measured by make bench; here a slow machine must not fail a test.
settings.register_profile("parley", deadline=None)
settings.load_profile("parley")


@pytest.fixture(scope="session")
def chromium():
    """Return the path of a Chromium; without one, skip, or fail where one is required."""
    path = browser.find()
    if path is None and browser.required():
        pytest.fail(browser.MISSING)
    if path is None:
        pytest.skip(browser.MISSING)
    return path
