"""What a record does on the screen: a graded set, two tabs, a reload, names, damage, zoom."""

import json

import pytest

from parley.session import open_session

pytestmark = pytest.mark.browser

SITTING = {"assignment": "04_bilateral_talks", "salt": "s", "tables": {"tent": {"attempts": 1}}}
NO_VERDICT = ("regret", "mark:", "best move", "worth of each move")


def lines(folder) -> list[dict]:
    text = (folder / "records" / "tent.1.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def check_no_verdict(lab) -> None:
    """Nothing on the screen says how good a move was."""
    words = lab.panel.inner_text().lower()
    assert [word for word in NO_VERDICT if word in words] == []
    assert lab.panel.locator(".parley-review").is_hidden()
    assert lab.page.locator(".parley-figure .js-plotly-plot").count() == 0


def check_fits(lab) -> None:
    """Nothing in the panel is wider than its place."""
    wide = lab.page.evaluate(
        "() => [...document.querySelectorAll('.parley, .parley *')]"
        ".filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1"
        " && !e.closest('.parley-hidden, svg'))"
        ".map(e => `${e.className} ${e.tagName} ${e.scrollWidth} > ${e.clientWidth}`)"
    )
    assert wide == []


def test_a_graded_set_by_mouse_and_by_keyboard(lab, folder):
    (folder / "parley.json").write_text(json.dumps(SITTING))
    lab.run_all()
    parts = lab.panel.locator(".parley-parts")
    assert parts.get_by_role("button").count() == 22

    parts.get_by_role("button", name="Position 1, not started").click()
    lab.answered()
    lab.choose("Ask for a priority")
    lab.send("Ask")
    lab.form.get_by_text("This position is answered.").wait_for()
    check_no_verdict(lab)
    lab.send("Go on: Position 2")
    lab.choose("Adjourn")
    lab.send("Adjourn")
    check_no_verdict(lab)

    lab.tab_to("e.ariaLabel === 'Position 3, not started'", key="Shift+Tab")
    lab.page.keyboard.press("Enter")
    lab.answered()
    lab.key_choose("Walk out")
    lab.key_press("Walk out")
    lab.key_press("Yes: Walk out")
    check_no_verdict(lab)
    assert parts.get_by_role("button", name=", done").count() == 3
    parts_played = [line["part"] for line in lines(folder)[1:]]
    assert parts_played == ["position-01", "position-02", "position-03"]

    parts.get_by_role("button", name="Play 1, not started").click()
    lab.answered()
    lab.choose("Walk out")
    lab.send("Walk out")
    lab.send("Yes: Walk out")
    check_no_verdict(lab)


def test_two_tabs_and_a_reload(open_lab, folder):
    first, second = open_lab("one"), open_lab("two")
    first.run_all()
    second.run_all()
    first.choose("Adjourn")
    first.send("Adjourn")

    second.choose("Ask for a priority")
    second.send("Ask")
    assert "This play went on elsewhere" in second.form.get_by_role("alert").inner_text()
    assert second.panel.locator(".parley-log").inner_text() == (
        first.panel.locator(".parley-log").inner_text()
    )
    second.choose("Ask for a priority")
    second.send("Ask")
    assert [line["move"]["kind"] for line in lines(folder)[1:]] == ["adjourn", "ask"]

    log = second.panel.locator(".parley-log").inner_text()
    second.save()
    second.load_again()
    second.panel.wait_for(timeout=60_000)
    assert second.panel.locator(".parley-log").inner_text() == log
    second.choose("Adjourn")
    second.send("Adjourn")
    assert len(lines(folder)) == 4


def test_another_name(lab, folder):
    lab.run_all()
    head = lab.panel.locator(".parley-head")
    for name in ("Vera", "Ivo"):
        head.get_by_role("button", name="Not you?").click()
        head.get_by_label("Your name in this course").fill(name)
        head.get_by_role("button", name="Use this name").click()
        lab.answered()
        if name == "Vera":
            assert "Playing as vera" in head.inner_text()
            lab.choose("Adjourn")
            lab.send("Adjourn")
    assert lines(folder)[0]["trainee"] == "vera"
    assert "is the record of vera" in lab.form.get_by_role("alert").inner_text()


def test_a_damaged_record_at_twice_the_size(open_lab, folder):
    played = open_session("tent", folder, "reader")
    played.move({"kind": "adjourn"})
    played.move({"kind": "ask", "issue": "observers"})
    record = folder / "records" / "tent.1.jsonl"
    record.write_bytes(record.read_bytes()[:-40])
    lab = open_lab(width=640)
    lab.page.keyboard.press("Control+B")
    lab.run_all()
    notice = lab.panel.locator(".parley-notice").inner_text()
    assert "What came before counts." in notice
    assert lab.panel.locator(".parley-number").all_inner_texts() == ["1", ""]
    check_fits(lab)

    lab.choose("Offer a package")
    lab.send("Send the offer")
    assert [line["move"]["kind"] for line in lines(folder)[1:]] == ["adjourn", "offer"]
    lab.choose("Walk out")
    lab.send("Walk out")
    lab.send("Yes: Walk out")
    lab.page.locator(".parley-figure .js-plotly-plot .gtitle").wait_for()
    check_fits(lab)
