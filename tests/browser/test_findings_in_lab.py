"""A trainee reads tables and types numbers in JupyterLab, by mouse and by keyboard alone."""

import pytest
from tests.browser.lab import focused

from parley import scenario

pytestmark = pytest.mark.browser

EXERCISE = "numbers-from-data"
QUESTIONS = len(scenario.load(EXERCISE).profiles.practice[0].asks)


@pytest.fixture
def report(open_lab):
    """Return a page of 1024 pixels with the report in a notebook; it must end without complaint."""
    return open_lab(EXERCISE, 1024, EXERCISE)


def test_numbers_by_mouse(report):
    report.run_all()
    table = report.form.locator(".parley-shown table")
    assert table.locator("caption").inner_text()
    rows = table.locator("tbody tr").count()
    assert rows == table.locator("tbody th[scope=row]").count() >= 6
    report.check_axe()
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
    report.check_axe()


def test_a_number_by_keyboard(report):
    page = report.page
    report.run_all(keys=True)
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
    assert report.recorded(EXERCISE)[-1]["kind"] == "enter"
