"""A trainee plays at a table in JupyterLab, by mouse and by keyboard alone."""

import pytest
from tests.browser.lab import LabPage, focused

from parley.session import open_session

pytestmark = pytest.mark.browser


def seen(lab: LabPage) -> list[str]:
    """Return what the panel shows of the play: all but the move that is being drafted."""
    areas = ("head", "said", "known", "log")
    return [lab.panel.locator(f".parley-{area}").inner_text() for area in areas]


def check_shown_is_recorded(lab: LabPage) -> None:
    """The log on the screen is the one that the record alone gives."""
    events = open_session("tent", lab.notebook.parent, "reader").view()["view"]["log"]
    shown = lab.panel.locator(".parley-log li span:last-child").all_inner_texts()
    assert shown == [f"{event['who']}: {event['text']}" for event in events]
    assert events[-1]["number"] == len(lab.recorded("tent"))


def test_by_mouse(lab):
    lab.run_all()
    lab.check_axe()

    lab.choose("Ask for a priority")
    lab.form.get_by_role("radio", name="Observers", exact=True).check()
    lab.send("Ask")
    lab.choose("Offer a package")
    for select in lab.form.locator(".parley-fields select").all()[:2]:
        select.select_option(index=2)
    lab.send("Send the offer")
    for kind, button in (
        ("Adjourn", "Adjourn"),
        ("Reveal a priority", "Say it"),
        ("Propose a trade", "Propose it"),
        ("Adjourn", "Adjourn"),
    ):
        lab.choose(kind)
        lab.send(button)
    kinds = [move["kind"] for move in lab.recorded("tent")]
    assert kinds == ["ask", "offer", "adjourn", "reveal", "trade", "adjourn"]
    assert lab.recorded("tent")[0]["issue"] == "observers"
    check_shown_is_recorded(lab)
    before = seen(lab)

    lab.restart()
    assert seen(lab) == before
    lab.check_axe()

    lab.choose("Walk out")
    lab.send("Walk out")
    assert len(lab.recorded("tent")) == 6, "the first click only asks"
    lab.send("Yes: Walk out")
    assert lab.recorded("tent")[-1] == {"kind": "walk-out"}
    check_shown_is_recorded(lab)

    lab.form.get_by_role("button", name="Read the review").click()
    review = lab.panel.locator(".parley-review")
    assert review.locator("tbody").count() == 7
    lab.page.locator(".parley-figure .js-plotly-plot .gtitle").wait_for()
    lab.page.set_viewport_size({"width": 1100, "height": 800})
    lab.page.wait_for_function(
        "() => document.querySelector('.parley-figure .js-plotly-plot').offsetHeight > 400"
    )
    assert lab.page.get_by_role("img", name="What was possible, and what was offered").count() == 1
    lab.check_axe()

    review.get_by_role("button", name="make move 5 anew").click()
    lab.answered()
    assert lab.panel.locator(".parley-log li").last.inner_text()
    lab.form.get_by_role("button", name="Send the offer").wait_for()


def test_by_keyboard(lab):
    page = lab.page
    lab.run_all(keys=True)
    lab.tab_to("e.closest('.parley')")

    lab.key_choose("Ask for a priority")
    lab.tab_to("e.labels && e.type === 'radio'")
    page.keyboard.press("ArrowDown")
    lab.key_press("Ask")
    assert "parley-said" in focused(page)
    lab.key_choose("Offer a package")
    lab.tab_to("e.matches('.parley-fields select')")
    page.keyboard.press("ArrowDown")
    lab.key_press("Send the offer")
    for kind, button in (
        ("Adjourn", "Adjourn"),
        ("Reveal a priority", "Say it"),
        ("Propose a trade", "Propose it"),
        ("Adjourn", "Adjourn"),
    ):
        lab.key_choose(kind)
        lab.key_press(button)
    kinds = [move["kind"] for move in lab.recorded("tent")]
    assert kinds == ["ask", "offer", "adjourn", "reveal", "trade", "adjourn"]
    check_shown_is_recorded(lab)
    before = seen(lab)

    lab.restart(keys=True)
    assert seen(lab) == before

    lab.tab_to("e.closest('.parley')")
    lab.key_choose("Walk out")
    lab.key_press("Walk out")
    assert "parley-question" in focused(page)
    page.keyboard.press("Escape")
    assert len(lab.recorded("tent")) == 6
    page.keyboard.press("Enter")
    lab.key_press("Yes: Walk out")
    check_shown_is_recorded(lab)
    assert "parley-over" in focused(page)
    lab.key_press("Read the review")
    lab.tab_to("e.textContent.startsWith('Play on from here')")
