"""A trainee begins a crisis week in JupyterLab, ends its Monday, and comes back to it."""

import pytest
from tests.browser.lab import LabPage, focused

from parley import scenario

pytestmark = pytest.mark.browser

EXERCISE = "strait-week"
DAYS = [day.label for day in scenario.load(EXERCISE).days]
MONDAY = scenario.load("week-warning")
SHIFTS = MONDAY.terms.turns


@pytest.fixture
def week(open_lab):
    """Return a page of 1024 pixels with the week in a notebook; it must end without complaint."""
    return open_lab(EXERCISE, 1024, EXERCISE)


def strip(lab: LabPage) -> list[str]:
    """Return the days as a screen reader hears them, with what each is."""
    buttons = lab.panel.locator(".parley-parts button").all()
    return [button.get_attribute("aria-label") for button in buttons]


def check_monday_is_over(lab: LabPage) -> None:
    """Monday has its own mark and review; the way on is plain, and nothing is said of the week."""
    assert "parley-over" in focused(lab.page)
    assert {move["part"] for move in lab.lines(EXERCISE)} == {"monday"}
    over = lab.form.locator(".parley-over").inner_text()
    assert "Monday is over" in over
    assert "Mark of this day: " in over
    assert "The week as a whole" not in lab.panel.inner_text()
    assert lab.panel.locator(".parley-review tbody").count() == SHIFTS
    review, onward = (one.bounding_box() for one in lab.form.locator(".parley-next button").all())
    assert review["x"] + review["width"] + 4 <= onward["x"] or review["y"] < onward["y"]
    lab.check_axe()


def check_tuesday_is_open(lab: LabPage) -> None:
    """Tuesday tells how Monday ended, and Wednesday is still closed."""
    ready = sum(move["move"]["kind"] == "step" for move in lab.lines(EXERCISE))
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
    week.check_axe()
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
    week.check_axe()

    week.load_again()
    week.run_all()
    assert len(week.lines(EXERCISE)) == SHIFTS
    check_tuesday_is_open(week)
