"""A trainee turns the figures in JupyterLab, by mouse and by keyboard alone."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.lab import LabPage, write_notebook
from tests.figures.turning import STARTS, said

from parley.panel.sliders import FIGURES

pytestmark = pytest.mark.browser

LESSON = Path(__file__).resolve().parents[2] / "course" / "01_what_military_diplomacy_is.ipynb"
CELL = """from parley.panel.figure import figure

figure("{}")"""


@pytest.fixture
def opened(browser, server, folder):
    """Return what opens a page with one figure; at the end there may be no complaint."""
    contexts, labs = [], []

    def open_figure(name, width=1280):
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}))
        labs.append(page_with(contexts[-1], server, folder, name))
        return labs[-1]

    yield open_figure
    for context in contexts:
        context.close()
    assert not [url for lab in labs for url in lab.foreign]
    assert not [error for lab in labs for error in lab.errors]


@pytest.fixture(scope="module")
def page(browser, server):
    """Return a page with one figure, whose cell shows one figure after the other."""
    folder = server.course / "figures_one_by_one"
    folder.mkdir()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield page_with(context, server, folder, "zone")
    context.close()


@pytest.fixture
def turned(page):
    """Return what shows a figure on the page there is; at the end there may be no complaint."""
    page.errors.clear()
    page.foreign.clear()

    def show(name):
        page.rewrite(CELL.format(name))
        page.page.locator(f'[aria-label="Turn the figure {name}"]').wait_for(timeout=60_000)
        page.panel.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
        return page

    yield show
    assert page.errors == page.foreign == []


def page_with(context, server, folder, name):
    """Open a notebook with one figure, and run it."""
    notebook = write_notebook(folder / f"{name}.ipynb", CELL.format(name))
    lab = LabPage(context.new_page(), server, notebook)
    lab.panel = lab.page.locator(".parley-turn")
    lab.run_all(lab.panel.locator(".js-plotly-plot .main-svg").first)
    return lab


def settled(lab):
    """Wait for the kernel's answer, and return the words that are shown."""
    lab.panel.locator(".parley-turn-form:not([aria-busy])").wait_for()
    return lab.panel.locator(".parley-turn-words")


@pytest.mark.parametrize("name", FIGURES)
def test_every_slider_by_keyboard(turned, name):
    lab = turned(name)
    expect(settled(lab)).to_have_text(said(name))
    values = dict(STARTS[name])
    for slider in FIGURES[name]:
        lab.panel.get_by_label(slider.label, exact=True).focus()
        lab.page.keyboard.press("ArrowDown" if slider.words else "ArrowLeft")
        moved = values[slider.name] + (slider.step if slider.words else -slider.step)
        values[slider.name] = slider.nearest(moved)
    expect(settled(lab)).to_have_text(said(name, **values))
    for slider in FIGURES[name]:
        shown = lab.panel.get_by_label(slider.label, exact=True).input_value()
        assert float(shown) == values[slider.name], slider.label
    lab.panel.get_by_role("button", name="Set back").focus()
    lab.page.keyboard.press("Enter")
    expect(settled(lab)).to_have_text(said(name))


def test_a_drag_ends_at_what_is_shown_and_a_reload_keeps_it(opened):
    lab = opened("rubinstein", 1024)
    slider = lab.panel.get_by_label("Rounds until the talks end")
    box = slider.bounding_box()
    lab.page.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    lab.page.mouse.down()
    for step in range(40):
        across = box["width"] * (10 + step) / 60
        lab.page.mouse.move(box["x"] + across, box["y"] + box["height"] / 2)
    lab.page.mouse.up()
    rounds = slider.input_value()
    assert rounds != "9"
    expect(settled(lab)).to_contain_text(f"With {rounds} rounds")
    words = settled(lab).inner_text()
    title = lab.panel.locator(".gtitle").text_content()
    assert title.startswith(f"With {rounds} rounds")

    lab.save()
    lab.load_again()
    lab.panel.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    expect(settled(lab)).to_have_text(words)
    assert slider.input_value() == rounds


def test_it_can_be_heard(opened):
    lab = opened("zone")
    settled(lab)
    assert lab.page.get_by_role("img", name="Both sides can sign from 8 to 14 km").count() == 1
    assert lab.page.get_by_role("slider", name="First offer of the side that asks").count() == 1
    assert lab.panel.get_by_role("status").last.get_attribute("aria-live") == "polite"
    lab.check_axe(".parley-turn")


def test_after_a_restart_it_says_what_to_do(opened):
    lab = opened("zone")
    settled(lab)
    lab.menu("Kernel", "Restart Kernel…")
    with lab.page.expect_response(lambda got: got.url.partition("?")[0].endswith("/restart")):
        lab.page.locator(".jp-Dialog-button.jp-mod-warn").click()
    lab.wait_for_kernel()
    lab.panel.get_by_label("First offer of the side that gives").focus()
    lab.page.keyboard.press("ArrowRight")
    lab.panel.get_by_text("run all cells again").wait_for(timeout=10_000)


def test_no_text_is_lost_when_the_page_gets_wider(browser, server, folder):
    notebook = folder / LESSON.name
    shutil.copy(LESSON, notebook)
    context = browser.new_context(viewport={"width": 1100, "height": 1000})
    lab = LabPage(context.new_page(), server, notebook)
    picture = lab.page.locator(".parley-turn .js-plotly-plot").first
    lab.run_all(picture)
    lab.page.wait_for_timeout(2_000)
    lab.page.keyboard.press("Control+B")
    lab.page.wait_for_timeout(1_000)
    picture.evaluate("element => element.scrollIntoView({block: 'center'})")
    lab.page.wait_for_timeout(1_500)
    lengths = picture.locator("svg text").evaluate_all(
        "texts => texts.filter(t => t.textContent.trim()).map(t => t.getComputedTextLength())"
    )
    context.close()
    assert lengths and min(lengths) > 0
    assert lab.foreign == lab.errors == []
