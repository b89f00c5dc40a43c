"""A trainee follows a term from a lesson to the glossary, on to its source, and back."""

import shutil
from pathlib import Path

import pytest
from tests.browser.lab import LabPage

pytestmark = pytest.mark.browser

COURSE = Path(__file__).resolve().parents[2] / "course"
MODULE, OTHER = "02_a_history", "07_deterrence_and_confidence_building"


@pytest.fixture
def module(browser, server, folder):
    """Return a page with a module open beside both pages; there may be no complaint."""
    for name in (f"{MODULE}.ipynb", f"{OTHER}.ipynb", "glossary.md", "sources.md"):
        shutil.copy(COURSE / name, folder / name)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    lab = LabPage(context.new_page(), server, folder / f"{MODULE}.ipynb")
    yield lab
    context.close()
    assert lab.foreign == []
    assert lab.errors == []


def current(lab):
    """Return the name of the tab that is looked at."""
    tab = "#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current .lm-TabBar-tabLabel"
    return lab.page.locator(tab).inner_text()


def wait_for(lab, selector):
    """Wait until an element stands in the upper half of the page."""
    lab.page.wait_for_function(
        """selector => [...document.querySelectorAll(selector)].some(
            one => one.offsetParent && Math.abs(one.getBoundingClientRect().top - 250) < 250)""",
        arg=selector,
    )


def follow(lab, place, name):
    """Click the first link of this name after a place of the page that is looked at."""
    lab.page.evaluate(
        """([place, name]) => {
            const from = [...document.querySelectorAll(`[data-jupyter-id="${place}"]`)]
                .find(one => one.closest('.jp-MarkdownViewer').offsetParent);
            const links = [...from.closest('.jp-MarkdownViewer').querySelectorAll('a')];
            links.find(one => one.textContent === name &&
                from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING).click();
        }""",
        [place, name],
    )


def test_from_a_term_to_its_source_and_back(module):
    lab = module
    lab.page.locator('.jp-Notebook a:text-is("Détente")').click()
    wait_for(lab, '[data-jupyter-id="detente"]')
    assert current(lab) == "glossary.md"
    follow(lab, "detente", "North Atlantic Council 1967")
    wait_for(lab, '[data-jupyter-id="harmel-1967"]')
    assert current(lab) == "sources.md"
    follow(lab, "harmel-1967", "02")
    wait_for(lab, '.jp-Notebook h2[data-jupyter-id="Sources"]')
    assert current(lab) == f"{MODULE}.ipynb"
    lab.page.locator('.lm-TabBar-tabLabel:text-is("glossary.md")').click()
    follow(lab, "detente", "02")
    wait_for(lab, '.jp-Notebook h2[data-jupyter-id="Détente:-talk-while-armed"]')
    assert current(lab) == f"{MODULE}.ipynb"
    lab.page.locator('.lm-TabBar-tabLabel:text-is("glossary.md")').click()
    follow(lab, "arms-control", "07")
    wait_for(lab, '.jp-Notebook h2[data-jupyter-id="Measures-of-confidence"]')
    assert current(lab) == f"{OTHER}.ipynb"
    assert lab.page.locator(".jp-Dialog").count() == 0
