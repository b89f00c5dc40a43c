"""A module in Notebook 7 and under Voilà: its tables are there, and a move is kept."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from tests.browser.lab import LOCAL, wait_for_kernel

pytestmark = pytest.mark.browser

COURSE = Path(__file__).resolve().parents[2] / "course"
MODULE = "00_start_here"
TABLE = '[aria-label="Table"]'
HOME = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")


@pytest.fixture
def notebook(tmp_path):
    """Return the module in a folder of its own."""
    return shutil.copy(COURSE / f"{MODULE}.ipynb", tmp_path / f"{MODULE}.ipynb")


@contextmanager
def served(folder, *words):
    """Serve a folder by one of Jupyter's programs, with a home of its own; yield the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {name: str(folder / "home" / name.lower()) for name in HOME}
    line = [sys.executable, "-m", *(word.format(port=port) for word in words)]
    with (folder / "server.txt").open("w") as output:
        server = subprocess.Popen(
            line,
            cwd=folder,
            env=os.environ | own | {"PARLEY_TRAINEE": "reader"},
            stdout=output,
            stderr=output,
        )
        try:
            yield answering(f"http://127.0.0.1:{port}/", server, output.name)
        finally:
            server.terminate()
            server.wait(20)


def answering(address, server, log):
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            urlopen(f"{address}static/favicon.ico", timeout=1).close()  # noqa: S310
        except URLError as error:
            if not hasattr(error, "code"):
                time.sleep(0.2)
                continue
        return address
    raise RuntimeError(f"no answer; see {log}: {Path(log).read_text()[-2000:]}")


@pytest.fixture
def page(browser):
    """Return a page without a network, which keeps what it asked of others than this machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.foreign = []

    def refuse(route):
        page.foreign.append(route.request.url)
        route.abort()

    page.route(lambda url: urlsplit(url).hostname not in LOCAL, refuse)
    yield page
    context.close()


def run_all(page):
    """Run all cells of Notebook 7 by its menu."""
    wait_for_kernel(page)
    page.locator('.lm-MenuBar-itemLabel:text-is("Run")').click()
    page.locator('.lm-Menu-itemLabel:text-is("Run All Cells")').click()


def ask_first(page):
    """Make the first move at the first table: a question, by mouse."""
    table = page.locator(TABLE).first
    table.wait_for(timeout=90_000)
    table.get_by_role("radio", name="Ask", exact=False).first.check()
    table.locator("button.parley-send").click()
    table.locator(".parley-log li").first.wait_for(timeout=20_000)


def kept(folder):
    lines = (folder / "records" / "tent-short.1.jsonl").read_text(encoding="utf-8").splitlines()
    return json.loads(lines[1])["move"]["kind"]


def test_in_notebook_7(notebook, page, tmp_path):
    words = ("notebook", "--no-browser", "--port={port}", "--ServerApp.token=", "--allow-root")
    with served(tmp_path, *words) as address:
        page.goto(f"{address}notebooks/{MODULE}.ipynb")
        run_all(page)
        ask_first(page)
        assert kept(tmp_path) == "ask"
        assert page.foreign == []


def test_under_voila(notebook, page, tmp_path):
    words = ("voila", f"{MODULE}.ipynb", "--no-browser", "--port={port}")
    with served(tmp_path, *words) as address:
        page.goto(address)
        ask_first(page)
        assert page.locator(TABLE).count() == 2
        assert kept(tmp_path) == "ask"
        assert all("fontawesome" in url for url in page.foreign), "icons of Voilà's own template"
