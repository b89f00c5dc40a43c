"""A trainee plays an exercise in turns in JupyterLab to its end, by mouse and by keyboard alone."""

import pytest
from tests.browser.lab import LabPage, focused

from parley import scenario

pytestmark = pytest.mark.browser

EXERCISE = "mandate-and-consent"
ACTS = {name: act.label for name, act in scenario.load(EXERCISE).acts.items()}


@pytest.fixture
def table(open_lab):
    """Return a page of 1024 pixels with the table in a notebook; it must end without complaint."""
    return open_lab(EXERCISE, 1024, EXERCISE)


def over(lab: LabPage) -> bool:
    """Tell whether the play is over."""
    return lab.form.locator(".parley-over").count() > 0


def check_end(lab: LabPage) -> None:
    """The review has a row for each move, the picture its words, and axe nothing serious."""
    lab.panel.locator(".parley-review tbody").first.wait_for()
    assert lab.panel.locator(".parley-review tbody").count() == len(lab.recorded(EXERCISE))
    assert lab.panel.locator(".parley-picture-words").count() == 1
    lab.check_axe()


def test_a_campaign_by_mouse(table):
    table.run_all()
    wanted = [ACTS[name] for name in ("train", "patrol", "mediate")]
    turn = 0
    while not over(table):
        label = wanted[turn % len(wanted)]
        table.choose(label[:1].upper() + label[1:])
        table.send("Do it")
        turn += 1
    assert [move["kind"] for move in table.recorded(EXERCISE)][:3] == ["train", "patrol", "mediate"]
    check_end(table)


def test_a_campaign_by_keyboard(table):
    table.run_all(keys=True)
    table.tab_to("e.closest('.parley')")
    while not over(table):
        table.tab_to("e.type === 'range'")
        table.page.keyboard.press("ArrowRight")
        table.key_press("Do it")
    assert "parley-over" in focused(table.page)
    beliefs = [move["belief"] for move in table.recorded(EXERCISE)]
    assert beliefs == sorted(set(beliefs)), "each press of the arrow raised the belief by one"
    check_end(table)
