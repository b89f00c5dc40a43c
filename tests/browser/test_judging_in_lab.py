"""Crisis, claims and forecasts are played to their end in JupyterLab, by mouse and by keyboard."""

import pytest
from tests.browser.lab import LabPage, focused

pytestmark = pytest.mark.browser

EXERCISES = ("deter-or-reassure", "claim-desk-07", "forecast-book")
MOST_MOVES = 30


@pytest.fixture(params=EXERCISES)
def table(request, open_lab):
    """Return a page of 1024 pixels with one table in a notebook; it must end without complaint."""
    return open_lab(request.param, 1024, request.param)


def over(lab: LabPage) -> bool:
    return lab.form.locator(".parley-over").count() > 0


def check_end(lab: LabPage, sent: int) -> None:
    """Every move is in the record and has a row in the review, and axe finds nothing serious."""
    lab.panel.locator(".parley-review tbody").first.wait_for()
    assert len(lab.recorded(lab.notebook.stem)) == sent
    assert lab.panel.locator(".parley-review tbody").count() == sent
    lab.check_axe()


def test_to_its_end_by_mouse(table):
    table.run_all()
    sent = 0
    while not over(table) and sent < MOST_MOVES:
        box = table.form.locator("input[type=range]").first
        width = box.bounding_box()["width"]
        box.click(position={"x": width * (0.2 + 0.1 * (sent % 5)), "y": 5})
        options = table.form.locator("input[type=radio]:not([disabled])")
        if options.count():
            options.nth(sent % options.count()).check()
        table.form.locator("button.parley-send").click()
        table.answered()
        sent += 1
    assert over(table)
    check_end(table, sent)


def test_to_its_end_by_keyboard(table):
    table.run_all(keys=True)
    table.tab_to("e.closest('.parley')")
    sent = 0
    while not over(table) and sent < MOST_MOVES:
        if table.form.locator("input[type=radio]:not([disabled])").count():
            table.tab_to("e.type === 'radio'")
            table.page.keyboard.press("ArrowDown")
        table.tab_to("e.type === 'range'")
        table.page.keyboard.press("ArrowRight")
        table.tab_to("e.matches('button.parley-send')")
        table.page.keyboard.press("Enter")
        table.answered()
        sent += 1
    assert "parley-over" in focused(table.page)
    check_end(table, sent)
