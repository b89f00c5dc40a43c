"""What several kinds of test share."""

import pytest
from hypothesis import settings
from tools import browser

# Speed is measured by make bench; here a slow machine must not fail a test.
settings.register_profile("parley", deadline=None)
settings.load_profile("parley")


LONGEST_FIRST = ("browser", "classroom", "wheels", "notebooks")
"""Folders whose tests take longest: begun first, they leave no worker alone at the end."""


def pytest_collection_modifyitems(items):
    places = {folder: place for place, folder in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: places.get(item.path.parent.name, len(places)))


@pytest.fixture(scope="session")
def chromium():
    """Return the path of a Chromium; without one, skip, or fail where one is required."""
    path = browser.find()
    if path is None and browser.required():
        pytest.fail(browser.MISSING)
    if path is None:
        pytest.skip(browser.MISSING)
    return path
