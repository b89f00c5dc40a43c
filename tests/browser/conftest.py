"""A server for all browser tests, and a fresh page and notebook for each."""

import re

import pytest
from playwright.sync_api import sync_playwright
from tests.browser.lab import FLAGS, LabPage, Server, write_notebook


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
def lab(browser, server, request):
    """Return a page with a notebook of its own; at the end there may be no complaint."""
    folder = server.course / re.sub(r"\W+", "_", request.node.name)
    notebook = write_notebook(folder / "table.ipynb")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = LabPage(context.new_page(), server, notebook)
    yield opened
    context.close()
    assert not opened.foreign
    assert not opened.errors
