"""An instructor steps through a record in JupyterLab: read-only, forth and back."""

from random import Random

import pytest
from tests.browser.lab import LabPage, write_notebook

from parley.games.bargaining.policies import POLICIES
from parley.session import open_session

pytestmark = pytest.mark.browser


def test_step_by_step(browser, server, folder, tmp_path):
    session, rng = open_session("tent", tmp_path, "ada"), Random(4)
    while not session.finished:
        session.move(POLICIES["random"](session.play.part("play").states[-1], rng))
    before, count = session.path.read_bytes(), session.play.used
    cell = f"import parley\n\nparley.table(record={str(session.path)!r})"
    notebook = write_notebook(folder / "debrief.ipynb", cell)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    lab = LabPage(context.new_page(), server, notebook)
    lab.run_all()
    assert "Played by ada" in lab.panel.inner_text()
    assert lab.form.get_by_role("radio").count() == 0
    lab.send("Next")
    place = lab.form.locator(".parley-replay-place")
    assert place.inner_text() == f"After move 1 of {count}. This record is read-only."
    lab.send("Last")
    review = lab.panel.locator(".parley-review")
    assert review.locator("tbody").count() == count
    assert review.get_by_role("button", name="Play on from here").count() == 0
    lab.check_axe(".parley")
    lab.send("First")
    assert lab.panel.locator(".parley-log li").count() == 0
    assert session.path.read_bytes() == before
    context.close()
    assert lab.errors == []
    assert lab.foreign == []
