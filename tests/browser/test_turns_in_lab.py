"""A trainee plays an exercise in turns in JupyterLab to its end, by mouse and by keyboard alone."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.lab import LabPage, focused, write_notebook

from parley import scenario

pytestmark = pytest.mark.browser

EXERCISE = "mandate-and-consent"
ACTS = {name: act.label for name, act in scenario.load(EXERCISE).acts.items()}


@pytest.fixture
def table(browser, server, folder):
    """Return a page of 1024 pixels with the table in a notebook; it must end without complaint."""
    cell = f"import parley\n\nparley.table({EXERCISE!r})"
    context = browser.new_context(viewport={"width": 1024, "height": 800})
    lab = LabPage(context.new_page(), server, write_notebook(folder / "turns.ipynb", cell))
    yield lab
    context.close()
    assert lab.foreign == []
    assert lab.errors == []


def recorded(lab: LabPage) -> list[dict]:
    """Return the moves in the record beside the notebook."""
    path = lab.notebook.parent / "records" / f"{EXERCISE}.1.jsonl"
    return [json.loads(line)["move"] for line in path.read_text("utf-8").splitlines()[1:]]


def over(lab: LabPage) -> bool:
    """Tell whether the play is over."""
    return lab.form.locator(".parley-over").count() > 0


def check_end(lab: LabPage) -> None:
    """The review has a row for each move, the picture its words, and axe nothing serious."""
    lab.panel.locator(".parley-review tbody").first.wait_for()
    assert lab.panel.locator(".parley-review tbody").count() == len(recorded(lab))
    assert lab.panel.locator(".parley-picture-words").count() == 1
    found = Axe().run(lab.page, context=".parley-table").response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


def test_a_campaign_by_mouse(table):
    table.run_all()
    wanted = [ACTS[name] for name in ("train", "patrol", "mediate")]
    turn = 0
    while not over(table):
        label = wanted[turn % len(wanted)]
        table.choose(label[:1].upper() + label[1:])
        table.send("Do it")
        turn += 1
    assert [move["kind"] for move in recorded(table)][:3] == ["train", "patrol", "mediate"]
    check_end(table)


def test_a_campaign_by_keyboard(table):
    table.wait_for_kernel()
    table.command("Run All Cells")
    table.shown()
    table.tab_to("e.closest('.parley')")
    while not over(table):
        table.tab_to("e.type === 'range'")
        table.page.keyboard.press("ArrowRight")
        table.key_press("Do it")
    assert "parley-over" in focused(table.page)
    beliefs = [move["belief"] for move in recorded(table)]
    assert beliefs == sorted(set(beliefs)), "each press of the arrow raised the belief by one"
    check_end(table)
