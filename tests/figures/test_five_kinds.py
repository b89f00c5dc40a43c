"""The tree of five kinds: one way is thick, and it ends at the kind that the words name."""

import pytest
from tests.figures.turning import corners, drawn, said

from parley.figures.five_kinds import HARM
from parley.models.five_kinds import kind


def told(values):
    """Return the kind that the model gives for values of the sliders."""
    return kind(HARM[values["harm"]], *(bool(values[name]) for name in ("joins", "acts", "ends")))


@pytest.mark.parametrize("values", corners("five-kinds"))
def test_picture_title_and_words_name_the_kind_of_the_model(values):
    figure = drawn("five-kinds", **values)
    found = told(values)
    assert figure.layout.title.text == f"Your answers lead to {found}"
    assert f"This is {found}." in said("five-kinds", **values)
    bold = [note.text for note in figure.layout.annotations if "<b>" in note.text]
    assert [text.partition("</b>")[0] for text in bold] == [f"<b>{found}"]


@pytest.mark.parametrize("values", corners("five-kinds"))
def test_one_way_of_two_steps_is_thick_and_ends_at_the_star(values):
    figure = drawn("five-kinds", **values)
    thick = [trace for trace in figure.data if trace.mode == "lines" and trace.line.width == 5]
    star = figure.data[-1]
    assert len(thick) == 2
    assert (thick[1].x[1], thick[1].y[1]) == (star.x[0], star.y[0])


def test_words_at_the_start():
    words = said("five-kinds")
    assert "the other side need only hold still. This is deterrence." in words
    assert "In law it is lawful only if the force would be, as in defence." in words
    assert "If they had to act, it would be coercion." in words
