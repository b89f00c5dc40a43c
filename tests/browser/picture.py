"""Take the picture of a table that README shows: a play half way, in JupyterLab in Chromium.

``python -m tests.browser.picture`` writes it; it needs the browser of the browser tests.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from tests.browser.lab import FLAGS, LabPage, Server, write_notebook
from tools import browser

FILE = Path(__file__).resolve().parents[2] / "course" / "images" / "table.png"
SIZE = {"width": 1240, "height": 900}
CELL = "import parley\n\nparley.table('tent')"


def play(lab: LabPage) -> None:
    """Open the table, ask for a priority, propose a trade, and draft an offer."""
    lab.run_all()
    lab.page.keyboard.press("Control+B")  # the file browser goes
    for kind, button in (("Ask for a priority", "Ask"), ("Propose a trade", "Propose it")):
        lab.choose(kind)
        lab.send(button)
    lab.choose("Offer a package")
    for select in lab.form.locator(".parley-fields select").all()[:3]:
        select.select_option(index=2)


def main() -> int:
    """Write the picture."""
    FILE.parent.mkdir(exist_ok=True)
    with TemporaryDirectory() as home, sync_playwright() as playwright:
        server = Server(Path(home))
        try:
            chromium = playwright.chromium.launch(executable_path=browser.find(), args=list(FLAGS))
            page = chromium.new_page(viewport=SIZE)
            lab = LabPage(page, server, write_notebook(server.course / "tent.ipynb", CELL))
            play(lab)
            lab.form.evaluate("element => element.scrollIntoView({block: 'start'})")
            page.wait_for_timeout(500)
            page.locator(".jp-NotebookPanel").screenshot(path=FILE)
            chromium.close()
        finally:
            server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
