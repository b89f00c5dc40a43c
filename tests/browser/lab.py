"""JupyterLab in a real Chromium: a server of its own, a page, and what a trainee does there."""

import json
import socket
import subprocess
import time
from itertools import count
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import nbformat
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page

from parley import lab as launcher

TOKEN = "browser-test"
LOCAL = {"127.0.0.1", "localhost"}
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
CELL = """from parley.panel.table import table
from parley.session import open_session

table(open_session("tent"))"""


def write_notebook(path: Path, cell: str = CELL) -> Path:
    """Write a notebook with one cell that shows a table."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


class Server:
    """JupyterLab as ``parley lab`` starts it, with a home of its own."""

    def __init__(self, home: Path) -> None:
        self.root = home / "work"
        self._pages = count(1)
        self.course = self.root / "course"
        self.course.mkdir(parents=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        line = launcher.command(self.root, Path("course"), self.port, browser=False)
        line += ["--ServerApp.ip=127.0.0.1", f"--IdentityProvider.token={TOKEN}"]
        self.output = (home / "server.txt").open("w")
        self.process = subprocess.Popen(
            line, env=self._environment(home), cwd=self.root, stdout=self.output, stderr=self.output
        )
        self._wait()

    @staticmethod
    def _environment(home: Path) -> dict[str, str]:
        own = {
            name: str(home / name.lower())
            for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
        }
        known = {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "PARLEY_TRAINEE": "reader",
        }
        return launcher.environment() | own | known

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            try:
                urlopen(f"http://127.0.0.1:{self.port}/api?token={TOKEN}", timeout=1).close()  # noqa: S310
                return
            except (URLError, OSError):
                time.sleep(0.2)
        self.close()
        raise RuntimeError(f"JupyterLab did not start; see {self.output.name}")

    def address(self, notebook: Path) -> str:
        """Return the address of a notebook in Lab, with a workspace that no other page has.

        Lab keeps a workspace on the server: pages that share one open each other's notebooks
        when they are loaded again.
        """
        place = notebook.relative_to(self.root).as_posix()
        own = f"page-{next(self._pages)}"
        return f"http://127.0.0.1:{self.port}/lab/workspaces/{own}/tree/{place}?token={TOKEN}"

    def close(self) -> None:
        """Stop the server and its kernels."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.output.close()


class LabPage:
    """A page with one notebook open; it keeps every complaint and every foreign address."""

    def __init__(self, page: Page, server: Server, notebook: Path) -> None:
        self.page, self.notebook = page, notebook
        self.errors: list[str] = []
        self.foreign: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))
        page.on("websocket", lambda socket: self._asked(socket.url))
        self.address = server.address(notebook)
        page.goto(self.address)
        page.locator(".jp-NotebookPanel-notebook").wait_for(timeout=60_000)
        self.panel = page.locator(".parley-grid")
        self.form = self.panel.locator(".parley-decide")
        self.said = self.panel.locator(".parley-said")

    def lines(self, exercise: str) -> list[dict]:
        """Return the lines of an exercise's first record beside the notebook, but for its head."""
        path = self.notebook.parent / "records" / f"{exercise}.1.jsonl"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()[1:]]

    def recorded(self, exercise: str) -> list[dict]:
        """Return the moves in the first record of an exercise beside the notebook."""
        return [line["move"] for line in self.lines(exercise)]

    def check_axe(self, context: str = ".parley-table") -> None:
        """axe-core finds nothing serious in the panel."""
        serious = [
            (one["id"], [node["html"][:200] for node in one["nodes"]])
            for one in Axe().run(self.page, context=context).response["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == []

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.hostname not in LOCAL:
            self.foreign.append(url)

    def wait_for_kernel(self) -> None:
        """Wait until the kernel is there and rests."""
        wait_for_kernel(self.page)

    def save(self) -> None:
        """Save the notebook by the menu, and wait until the server has it."""
        with self.page.expect_response(
            lambda got: got.request.method == "PUT" and "/api/contents/" in got.url
        ) as saved:
            self.menu("File", "Save Notebook")
        assert saved.value.ok

    def load_again(self) -> None:
        """Load the page again, as one who comes back to it."""
        self.page.goto(self.address)
        self.page.locator(".jp-NotebookPanel-notebook").wait_for(timeout=60_000)

    def menu(self, bar: str, item: str) -> None:
        """Choose a menu's item with the mouse."""
        self.page.locator(f'.lm-MenuBar-itemLabel:text-is("{bar}")').click()
        self.page.locator(f'.lm-Menu-itemLabel:text-is("{item}")').click()

    def command(self, name: str) -> None:
        """Run a command of Lab by keyboard, through its palette."""
        self.page.keyboard.press("Control+Shift+C")
        self.page.locator(".lm-CommandPalette-input:focus").wait_for()
        self.page.keyboard.type(name)
        found = self.page.locator(".lm-CommandPalette-item.lm-mod-active")
        found.get_by_text(name, exact=True).wait_for()
        self.page.keyboard.press("Enter")

    def rewrite(self, code: str) -> None:
        """Write the first cell anew by keyboard, and run it in its place."""
        self.page.locator(".jp-CodeCell .cm-content").first.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(code)
        self.page.keyboard.press("Control+Enter")

    def run_all(self, sign: Locator | None = None, keys: bool = False) -> None:
        """Run all cells by the menu, or through the palette; the sign that they ran is the panel.

        A page with other signs names its own.
        """
        self.wait_for_kernel()
        if keys:
            self.command("Run All Cells")
        else:
            self.menu("Run", "Run All Cells")
        (sign or self.panel).wait_for(state="attached", timeout=60_000)

    def restart(self, keys: bool = False) -> None:
        """Restart the kernel and run all cells, and wait until each table is a new one."""
        self.panel.evaluate_all("panels => panels.forEach(one => { one.dataset.old = ''; })")
        words = "Restart Kernel and Run All Cells…"
        if keys:
            self.command(words)
            self.page.locator(".jp-Dialog").wait_for()
            self.page.keyboard.press("Enter")
        else:
            self.menu("Kernel", words)
            self.page.locator(".jp-Dialog-button.jp-mod-warn").click()
        self.panel.and_(self.page.locator(":not([data-old])")).wait_for(timeout=60_000)

    # ---- by mouse

    def choose(self, kind: str) -> None:
        """Pick a kind of move by its label."""
        self.form.get_by_role("radio", name=kind, exact=True).check()

    def send(self, button: str) -> None:
        """Click a button and wait for the kernel's answer."""
        self.form.get_by_role("button", name=button, exact=True).click()
        self.answered()

    def answered(self) -> None:
        """Wait until the kernel has answered the last message."""
        self.page.locator(".parley-grid:not([aria-busy])").wait_for()

    # ---- by keyboard

    def tab_to(self, test: str, limit: int = 80, key: str = "Tab") -> None:
        """Press Tab until the focused element meets a test in JavaScript; ``e`` is the element."""
        for _ in range(limit):
            self.page.keyboard.press(key)
            if self.page.evaluate(
                f"() => {{ const e = document.activeElement; return Boolean({test}); }}"
            ):
                return
        raise AssertionError(f"no element met {test} within {limit} steps of {key}")

    def key_choose(self, kind: str) -> None:
        """Pick a kind of move with Tab and the arrow keys."""
        self.tab_to("e.name && e.name.endsWith('-kind')")
        for _ in range(8):
            label = self.page.evaluate("document.activeElement.labels[0].firstChild.textContent")
            if label == kind:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrow keys never reached {kind!r}")

    def key_press(self, button: str) -> None:
        """Go to a button with Tab and press it with Enter."""
        self.tab_to(f"e.matches('.parley button') && e.textContent === {json.dumps(button)}")
        self.page.keyboard.press("Enter")
        self.answered()


def wait_for_kernel(page: Page) -> None:
    """Wait until a notebook's kernel is there and rests; a notebook without one says idle too."""
    for sign in (
        page.locator(".jp-Toolbar-kernelName", has_text="Python 3"),
        page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]'),
    ):
        sign.wait_for(state="attached", timeout=60_000)


def focused(page: Page) -> str:
    """Return the class of the focused element."""
    return page.evaluate("document.activeElement.className")
