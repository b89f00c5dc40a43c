"""A trainee decides files at a desk in JupyterLab, to its end, by mouse and by keyboard alone."""

from itertools import cycle

import pytest
from tests.browser.lab import LabPage, focused

from parley import scenario
from parley.session import open_session

pytestmark = pytest.mark.browser

EXERCISE = "legal-gate"
FOUND = scenario.load(EXERCISE)
FILES = len(FOUND.files)
RULES = {rule.label: rule.text for rule in FOUND.book.rules}


@pytest.fixture
def desk(open_lab):
    """Return a page of 1024 pixels with the desk in a notebook; it must end without complaint."""
    return open_lab(EXERCISE, 1024, EXERCISE)


def check_end(lab: LabPage, kinds: list[str]) -> None:
    """The desk is empty, the record holds the moves, and the review a row for each file."""
    assert [move["kind"] for move in lab.recorded(EXERCISE)] == kinds
    assert f"All {FILES} cables have been dealt with" in lab.form.inner_text()
    events = open_session(EXERCISE, lab.notebook.parent, "reader").view()["view"]["log"]
    shown = lab.panel.locator(".parley-log li span:last-child").all_inner_texts()
    assert shown == [f"{event['who']}: {event['text']}" for event in events]
    assert lab.panel.locator(".parley-review tbody").count() == FILES
    lab.check_axe()


def test_files_by_mouse(desk):
    desk.run_all()
    desk.check_axe()
    rules = desk.panel.locator(".parley-known details", has_text="stand in an order")
    rules.locator("summary").click()
    assert rules.locator("tbody tr").count() == len(RULES)
    box = rules.locator(".parley-scroll")
    assert box.bounding_box()["height"] < 500, "a long list of rules scrolls in a box of its own"
    assert box.get_attribute("tabindex") == "0"
    desk.check_axe()

    decisions = desk.form.locator(".parley-options input")
    select = desk.form.locator(".parley-fields select").first
    desk.send("Decide")
    assert "Choose a decision first" in desk.form.locator(".parley-refusal").inner_text()
    for place, label in zip(range(FILES - 1), cycle(RULES), strict=False):
        title = desk.form.locator(".parley-shown h4").inner_text()
        assert title.startswith(f"Cable {place + 1} of {FILES}: ")
        decisions.nth(place % 3).check()
        select.select_option(label=label)
        assert desk.form.locator(".parley-told").inner_text() == RULES[label]
        desk.send("Decide")
        assert rules.get_attribute("open") is not None, "what was opened stays open"
    desk.choose("Leave this cable")
    desk.send("Leave it")
    check_end(desk, ["decide"] * (FILES - 1) + ["leave"])


def test_files_by_keyboard(desk):
    page = desk.page
    desk.run_all(keys=True)
    desk.tab_to("e.closest('.parley')")
    for place in range(FILES - 1):
        desk.tab_to("e.type === 'radio' && e.closest('.parley-options')")
        page.keyboard.press("ArrowDown")
        desk.tab_to("e.matches('.parley-fields select')")
        for _ in range(1 + place % 3):
            page.keyboard.press("ArrowDown")
        desk.key_press("Decide")
        assert "parley-said" in focused(page)
    desk.key_choose("Leave this cable")
    desk.key_press("Leave it")
    assert "parley-over" in focused(page)
    check_end(desk, ["decide"] * (FILES - 1) + ["leave"])
    asked = list(RULES)[:3]
    chosen = [move["rule"] for move in desk.recorded(EXERCISE)[:3]]
    assert [FOUND.book.rule(rule).label for rule in chosen] == asked
