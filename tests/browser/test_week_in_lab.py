"""A trainee begins a crisis week in JupyterLab, ends its Monday, and comes back to it."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.lab import LabPage, focused, write_notebook

from parley import scenario

pytestmark = pytest.mark.browser

EXERCISE = "strait-week"
DAYS = [day.label for day in scenario.load(EXERCISE).days]
MONDAY = scenario.load("week-warning")
SHIFTS = MONDAY.terms.turns


@pytest.fixture
def week(browser, server, folder):
    """Return a page of 1024 pixels with the week in a notebook; it must end without complaint."""
    cell = f"import parley\n\nparley.table({EXERCISE!r})"
    context = browser.new_context(viewport={"width": 1024, "height": 800})
    lab = LabPage(context.new_page(), server, write_notebook(folder / "week.ipynb", cell))
    yield lab
    context.close()
    assert lab.foreign == []
    assert lab.errors == []


def moves(lab: LabPage) -> list[dict]:
    """Return the moves in the record beside the notebook, each with its day."""
    path = lab.notebook.parent / "records" / f"{EXERCISE}.1.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()[1:]]


def strip(lab: LabPage) -> list[str]:
    """Return the days as a screen reader hears them, with what each is."""
    buttons = lab.panel.locator(".parley-parts button").all()
    return [button.get_attribute("aria-label") for button in buttons]


def check_axe(lab: LabPage) -> None:
    """axe-core finds nothing serious in the panel."""
    found = Axe().run(lab.page, context=".parley-table").response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


def check_monday_is_over(lab: LabPage) -> None:
    """Monday has its own mark and review; the way on is plain, and nothing is said of the week."""
    assert "parley-over" in focused(lab.page)
    assert {move["part"] for move in moves(lab)} == {"monday"}
    over = lab.form.locator(".parley-over").inner_text()
    assert "Monday is over" in over
    assert "Mark of this day: " in over
    assert "The week as a whole" not in lab.panel.inner_text()
    assert lab.panel.locator(".parley-review tbody").count() == SHIFTS
    review, onward = (one.bounding_box() for one in lab.form.locator(".parley-next button").all())
    assert review["x"] + review["width"] + 4 <= onward["x"] or review["y"] < onward["y"]
    check_axe(lab)


def check_tuesday_is_open(lab: LabPage) -> None:
    """Tuesday tells how Monday ended, and Wednesday is still closed."""
    ready = sum(move["move"]["kind"] == "step" for move in moves(lab))
    told = lab.panel.locator(".parley-brief").inner_text()
    assert f"{DAYS[1]}. Your chair: the commander's adviser." in told
    assert f"Monday ended with your side ready, at {ready} of 3." in told
    words = ["done", "not started", *["not open yet"] * 3]
    assert strip(lab) == [f"{day}, {word}" for day, word in zip(DAYS, words, strict=True)]
    closed = lab.panel.locator(".parley-parts button:disabled")
    assert closed.count() == 3
    assert closed.first.get_attribute("aria-label").startswith(DAYS[2])


def test_a_week_from_monday_to_tuesday(week):
    week.run_all()
    check_axe(week)
    assert strip(week)[1] == f"{DAYS[1]}, not open yet"
    week.choose("Look behind the forces")
    week.send("Do it")
    week.choose("One quiet step")
    week.send("Do it")
    week.key_press("Do it")
    week.key_choose("Wait for reports")
    while not week.form.locator(".parley-over").count():
        week.key_press("Do it")
    check_monday_is_over(week)

    week.key_press(f"Go on: {DAYS[1]}")
    assert week.page.evaluate("document.activeElement.textContent").endswith("Tuesday: the signals")
    top, brief = (
        week.panel.locator(f".parley-{name}").bounding_box() for name in ("head", "brief")
    )
    assert 0 < top["y"] < brief["y"] < 600, "the new brief is in sight, not the decision beneath it"
    check_tuesday_is_open(week)
    check_axe(week)

    week.page.reload()
    week.run_all()
    assert len(moves(week)) == SHIFTS
    check_tuesday_is_open(week)
