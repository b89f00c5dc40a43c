"""A trainee works through a whole module in JupyterLab, with the keyboard alone."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.lab import LabPage

pytestmark = pytest.mark.browser

COURSE = Path(__file__).resolve().parents[2] / "course"
MODULE = "07_deterrence_and_confidence_building"


@pytest.fixture
def module(browser, server, folder):
    """Return a page with the module open, as a trainee gets it; there may be no complaint."""
    notebook = folder / f"{MODULE}.ipynb"
    shutil.copy(COURSE / notebook.name, notebook)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    lab = LabPage(context.new_page(), server, notebook)
    yield lab
    context.close()
    assert lab.foreign == []
    assert lab.errors == []


def at(lab, place):
    """Look at one of the tables of the page from now on."""
    lab.panel = lab.page.locator(".parley-table").nth(place).locator(".parley-grid")
    lab.form = lab.panel.locator(".parley-decide")
    lab.page.evaluate(
        "place => { window.table = document.querySelectorAll('.parley-table')[place]; }", place
    )


def tab_inside(lab, test):
    """Press Tab until an element of the table that is looked at meets a test."""
    lab.tab_to(f"window.table.contains(e) && ({test})", limit=400)


def press(lab):
    """Press the table's main button with Enter and wait for the kernel's answer."""
    tab_inside(lab, "e.matches('button.parley-send')")
    lab.page.keyboard.press("Enter")
    lab.panel.and_(lab.page.locator(":not([aria-busy])")).wait_for()


def over(lab):
    return lab.form.locator(".parley-over").count() == 1


def test_module_07_by_keyboard(module):
    lab = module
    lab.run_all(lab.page.locator(".parley-table").nth(2).locator(".parley-grid"), keys=True)
    lab.page.evaluate("() => document.querySelector('.parley-turn input').focus()")
    words = lab.page.locator(".parley-turn-words").first
    before = words.inner_text()
    lab.page.keyboard.press("ArrowRight")
    expect(words).not_to_have_text(before)

    at(lab, 0)
    for _ in range(12):
        if over(lab):
            break
        tab_inside(lab, "e.type === 'range'")
        lab.page.keyboard.press("ArrowRight")
        tab_inside(lab, "e.name && e.name.endsWith('-kind')")
        lab.page.keyboard.press("ArrowDown")
        lab.page.keyboard.press("ArrowDown")
        press(lab)
    assert over(lab)
    press(lab)
    rows = lab.panel.locator(".parley-review tbody").count()
    assert rows == len(lab.recorded("deter-or-reassure")) > 0

    at(lab, 2)
    count = 0
    while not over(lab):
        tab_inside(lab, "e.type === 'radio'")
        lab.page.keyboard.press("ArrowDown")
        tab_inside(lab, "e.type === 'range'")
        lab.page.keyboard.press("ArrowLeft")
        press(lab)
        count += 1
        assert count <= 14
    moves = lab.recorded("claim-desk-07")
    assert len(moves) == 14
    assert {move["confidence"] for move in moves} == {49}
    assert lab.panel.locator(".parley-review tbody").count() == 14
