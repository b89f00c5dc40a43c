"""The progress and the certificate in a real Chromium: in JupyterLab, from a file, on paper."""

import re

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.lab import LabPage, write_notebook

from parley.autoplay import Table
from parley.logbook.certificate import certificate
from parley.logbook.facts import facts
from parley.logbook.forms import CAUTION
from parley.logbook.outline import outline
from parley.logbook.page import page

pytestmark = pytest.mark.browser

PAGES = re.compile(rb"/Type\s*/Page\b")
GROUP = (
    "At 90–100 %: 181 answers, on average 100 % sure and 95 % right (range 91 to 97 %). You are "
    "over-confident by 5 points at 90–100 %."
)


def practise(folder, trainee="reader"):
    (folder / "records").mkdir(parents=True, exist_ok=True)
    for exercise in ("tent", "claim-desk-04", "first-positions"):
        Table(exercise, trainee, 1, folder / "records" / f"{exercise}.1.jsonl").play("random")


def everything(name):
    """Return the facts of one who has finished all there is, of a long name."""
    modules = [
        [one.module, one.title, "finished", [f"{t.title} (100)" for t in one.tables], 104]
        for one in outline()
    ]
    weeks = [f"The {place} week: finished, best mark 100" for place in ("strait", "ridge", "road")]
    return facts([], name, "2026-11-25") | {
        **{"modules": modules, "weeks": weeks, "caution": CAUTION, "plays": 160, "tables": 60},
        "positions": [["All six", "48", "83", "+35"]] * 3,
        "calibration": [" ".join([f"{desk}:", *[GROUP] * 4]) for desk in ("Claim desks", "Book")],
    }


@pytest.fixture
def from_file(browser):
    """Return what opens a file as one who got it by mail; it asks for nothing else."""
    contexts, asked = [], []

    def opened(path, scheme="light"):
        contexts.append(browser.new_context(color_scheme=scheme))
        found = contexts[-1].new_page()
        found.on("request", lambda request: asked.append(request.url))
        found.on("console", lambda message: asked.append(message.text))
        found.goto(path.as_uri())
        return found

    yield opened
    for context in contexts:
        context.close()
    assert {url.partition(":")[0] for url in asked} == {"file"} and len(asked) == len(contexts)


class TestCertificate:
    @pytest.mark.parametrize("name", ["ada", "w" * 80])
    def test_it_prints_on_two_pages_at_most(self, from_file, tmp_path, name):
        path = tmp_path / "certificate.html"
        path.write_text(page(everything(name)), encoding="utf-8")
        printed = from_file(path).pdf(prefer_css_page_size=True)
        assert 1 <= len(PAGES.findall(printed)) <= 2

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_it_reads_in_light_and_dark(self, from_file, tmp_path, scheme):
        practise(tmp_path, "ada")
        shown = from_file(certificate(tmp_path, "ada").path, scheme)
        assert Axe().run(shown).response["violations"] == []
        assert shown.get_by_role("heading", level=1).inner_text() == "Statement of practice"
        assert shown.evaluate("document.body.scrollWidth <= innerWidth")

    def test_a_name_runs_nothing(self, from_file, tmp_path):
        evil = "<img src=x onerror=alert(1)>\"'&"
        practise(tmp_path, evil)
        shown = from_file(certificate(tmp_path, evil).path)
        assert shown.locator("bdi").inner_text() == evil
        assert shown.locator("img").count() == 0


@pytest.fixture
def lab(browser, server, folder):
    practise(folder)
    path = write_notebook(folder / "progress.ipynb", "import parley\n\nparley.progress()")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("parley.certificate()"))
    nbformat.write(notebook, path)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = LabPage(context.new_page(), server, path)
    yield opened
    context.close()
    assert opened.foreign == [] and opened.errors == []


def test_a_trainee_looks_at_progress_and_certificate_in_lab(lab, folder):
    link = lab.page.locator('a:text-is("certificate.html")')
    lab.run_all(link)
    log = lab.page.locator(".parley-logbook")
    assert "asks 80 min" in log.inner_text()
    lab.page.evaluate("() => document.querySelectorAll('.parley-logbook summary')[4].focus()")
    lab.page.keyboard.press("Enter")
    opened = log.get_by_role("table", name="Tables of module 04")
    opened.wait_for()
    assert opened.get_by_role("row").count() == 4
    found = Axe().run(lab.page, context=".parley-logbook")
    assert found.response["violations"] == []
    assert (folder / "certificate.html").is_file()
    link.click()
    frame = lab.page.frame_locator(".jp-HTMLViewer iframe, iframe")
    frame.get_by_text("Statement of practice").first.wait_for(timeout=30_000)
