"""A trainee reads tables and types numbers in JupyterLab, by mouse and by keyboard alone."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.lab import LabPage, focused, write_notebook

from parley import scenario

pytestmark = pytest.mark.browser

EXERCISE = "numbers-from-data"
QUESTIONS = len(scenario.load(EXERCISE).profiles.practice[0].asks)


@pytest.fixture
def report(browser, server, folder):
    """Return a page of 1024 pixels with the report in a notebook; it must end without complaint."""
    cell = f"import parley\n\nparley.table({EXERCISE!r})"
    context = browser.new_context(viewport={"width": 1024, "height": 800})
    lab = LabPage(context.new_page(), server, write_notebook(folder / "report.ipynb", cell))
    yield lab
    context.close()
    assert lab.foreign == []
    assert lab.errors == []


def recorded(lab: LabPage) -> list[dict]:
    """Return the moves in the record beside the notebook."""
    path = lab.notebook.parent / "records" / f"{EXERCISE}.1.jsonl"
    return [json.loads(line)["move"] for line in path.read_text("utf-8").splitlines()[1:]]


def check_axe(lab: LabPage) -> None:
    """axe-core finds nothing serious in the panel."""
    found = Axe().run(lab.page, context=".parley-table").response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


def test_numbers_by_mouse(report):
    report.run_all()
    table = report.form.locator(".parley-shown table")
    assert table.locator("caption").inner_text()
    rows = table.locator("tbody tr").count()
    assert rows == table.locator("tbody th[scope=row]").count() >= 6
    check_axe(report)
    first = report.form.locator(".parley-shown h4").inner_text()
    report.choose("Turn to another question")
    report.form.locator(".parley-options input").first.check()
    report.send("Turn")
    assert report.form.locator(".parley-shown h4").inner_text() != first
    assert report.form.locator("input[type=radio]").first.is_checked(), "back to answering"
    for _ in range(QUESTIONS):
        typed = report.form.locator("input[type=number]")
        if typed.count():
            report.send("Enter")
            report.send("Yes: Enter")
            assert "is not there yet" in report.form.locator(".parley-refusal").inner_text()
            for place in range(typed.count()):
                typed.nth(place).fill(str(place))
            report.send("Enter")
            report.send("Yes: Enter")
        else:
            report.form.locator(".parley-options input").first.check()
            report.send("Take it")
            report.send("Yes: Take it")
    assert f"All {QUESTIONS} questions are dealt with" in report.form.inner_text()
    assert report.panel.locator(".parley-review tbody").count() == QUESTIONS + 1
    check_axe(report)


def test_a_number_by_keyboard(report):
    page = report.page
    report.wait_for_kernel()
    report.command("Run All Cells")
    report.shown()
    report.tab_to("e.closest('.parley')")
    while not report.form.locator("input[type=number]").count():
        report.key_choose("Leave this question")
        report.key_press("Leave it")
        report.key_press("Yes: Leave it")
    typed = report.form.locator("input[type=number]").count()
    for place in range(typed):
        report.tab_to(
            f"e.type === 'number' && e === document.querySelectorAll('input[type=number]')[{place}]"
        )
        page.keyboard.type(str(place))
    report.key_press("Enter")
    report.key_press("Yes: Enter")
    assert "parley-said" in focused(page)
    assert recorded(report)[-1]["kind"] == "enter"
