"""Time a move at a table in JupyterLab in a real Chromium, beside a bare slider with a figure.

Both are timed in the page itself and in one run: from the click, or the key, to the first frame
that shows the answer. ``python -m tools.bench_browser`` prints both medians.
"""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import nbformat
from playwright.sync_api import Page, sync_playwright
from tests.browser.lab import FLAGS, LabPage, Server, write_notebook
from tools import browser

RUNS = 24
TABLE = "import parley\n\nparley.table('tent')"
SLIDER = """import ipywidgets
import plotly.graph_objects as go

slider, place = ipywidgets.IntSlider(0, 0, 100), ipywidgets.Output()


def draw(change=None):
    figure = go.Figure(go.Scatter(y=[slider.value * x for x in range(50)]))
    figure.update_layout(template="none", title_text=f"value {slider.value}")
    data = {"application/vnd.plotly.v1+json": figure.to_plotly_json(), "text/plain": "figure"}
    place.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)


slider.observe(draw, "value")
draw()
ipywidgets.VBox([slider, place]).add_class("bare")"""

# Returns the time from an act to the frame in which a test of the page first holds.
_TIMED = """(place, act, test) => new Promise(resolve => {
  const start = performance.now();
  const look = () => {
    if (!test()) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
  };
  const watch = new MutationObserver(look);
  watch.observe(place, {attributes: true, childList: true, subtree: true, characterData: true});
  act();
})"""

# Makes a move of a kind; where the play is over, begins a new attempt first, which is not timed.
_MOVE = f"""async kind => {{
  const timed = {_TIMED};
  const grid = document.querySelector('.parley-grid');
  const answered = () => !grid.hasAttribute('aria-busy');
  const press = button => timed(grid, () => button.click(), answered);
  if (grid.querySelector('.parley-over'))
    await press([...grid.querySelectorAll('button')].find(e => e.textContent.startsWith('Start')));
  grid.querySelector(`.parley-kind input[value="${{kind}}"]`).click();
  return press(grid.querySelector('.parley-form .parley-send'));
}}"""

_SLIDE = f"""async value => {{
  const timed = {_TIMED};
  const place = document.querySelector('.bare');
  const key = new KeyboardEvent('keydown', {{key: 'ArrowRight', bubbles: true}});
  const act = () => place.querySelector('.noUi-handle').dispatchEvent(key);
  const drawn = () => place.querySelector('.gtitle')?.textContent === `value ${{value}}`;
  return timed(place, act, drawn);
}}"""


def milliseconds() -> dict[str, float]:
    """Return the medians of a move and of a change of the bare slider, in milliseconds.

    Returns
    -------
    dict of str to float
        ``move`` and ``slider``.
    """
    chromium = browser.find()
    if chromium is None:
        raise SystemExit(browser.MISSING)
    with TemporaryDirectory() as home, sync_playwright() as playwright:
        server = Server(Path(home))
        try:
            opened = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
            page = opened.new_page(viewport={"width": 1280, "height": 900})
            LabPage(page, server, _notebook(server.course / "bench.ipynb")).run_all()
            page.locator(".bare .gtitle").wait_for()
            return {"move": _moves(page), "slider": _slides(page)}
        finally:
            server.close()


def _notebook(path: Path) -> Path:
    """Write a notebook with the table and, below it, the bare slider."""
    notebook = nbformat.read(write_notebook(path, TABLE), as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(SLIDER))
    nbformat.write(notebook, path)
    return path


def _moves(page: Page) -> float:
    kinds = ("offer", "ask", "trade", "reveal")
    return median(page.evaluate(_MOVE, kinds[run % len(kinds)]) for run in range(RUNS))


def _slides(page: Page) -> float:
    return median(page.evaluate(_SLIDE, run + 1) for run in range(RUNS))


def main() -> int:
    """Print both medians."""
    took = milliseconds()
    print(f"a move, answered and drawn: {took['move']:.0f} ms (median of {RUNS})")
    print(f"a bare slider with a figure: {took['slider']:.0f} ms (median of {RUNS})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
