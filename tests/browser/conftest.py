"""A server for all browser tests, and a fresh page and notebook for each."""

import re

import pytest
from playwright.sync_api import sync_playwright
from tests.browser.lab import CELL, FLAGS, LabPage, Server, write_notebook


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    running = Server(tmp_path_factory.mktemp("home"))
    yield running
    running.close()


@pytest.fixture
def folder(server, request):
    """Return a folder of the test's own, for its notebooks and records."""
    own = server.course / re.sub(r"\W+", "_", request.node.name)
    own.mkdir()
    return own


@pytest.fixture
def open_lab(browser, server, folder):
    """Return what opens a page with a notebook; at the end there may be no complaint."""
    contexts, pages = [], []

    def opened(name: str = "table", width: int = 1280, exercise: str = "") -> LabPage:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}))
        cell = f"import parley\n\nparley.table({exercise!r})" if exercise else CELL
        notebook = write_notebook(folder / f"{name}.ipynb", cell)
        pages.append(LabPage(contexts[-1].new_page(), server, notebook))
        return pages[-1]

    yield opened
    for context in contexts:
        context.close()
    assert not [url for page in pages for url in page.foreign]
    assert not [error for page in pages for error in page.errors]


@pytest.fixture
def lab(open_lab):
    """Return a page with a notebook of its own."""
    return open_lab()
