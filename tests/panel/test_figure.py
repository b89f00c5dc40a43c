"""The widget of a figure that turns: messages in, a picture and words out."""

import json
from importlib import import_module

import pytest
from tests.figures.turning import corners, said

from parley.errors import ParleyError
from parley.panel.figure import figure
from parley.panel.sliders import FIGURES, Slider

PLOTLY = "application/vnd.plotly.v1+json"
VIEW = "application/vnd.jupyter.widget-view+json"


def turn(shown, **values):
    """Deliver a message as the script sends it, and return the output."""
    known = {**shown.controls.values, **values}
    shown._answer(shown.controls, {"id": "7", "values": known}, [])
    (output,) = shown.picture.outputs
    return output


@pytest.mark.parametrize("name", FIGURES)
class TestEvery:
    def test_its_text_form_is_the_same_in_every_kernel(self, name):
        words = import_module(f"parley.figures.{name.replace('-', '_')}").describe(
            **{slider.name: slider.start for slider in FIGURES[name]}
        )
        assert repr(figure(name)) == repr(figure(name)) == f"Figure {name}: {words}"

    def test_the_first_picture_stands_beside_the_widget(self, name):
        shown = figure(name)
        bundle = shown._repr_mimebundle_()
        assert set(bundle) == {PLOTLY, VIEW, "text/plain"}
        assert bundle["text/plain"] == repr(shown)
        assert bundle[PLOTLY] == shown.picture.outputs[0]["data"][PLOTLY]
        assert bundle[PLOTLY]["config"] == {"displayModeBar": False, "responsive": True}
        json.dumps(bundle, allow_nan=False)

    def test_every_slider_starts_on_its_own_steps(self, name):
        for slider in FIGURES[name]:
            assert slider.nearest(slider.start) == slider.start
            assert slider.nearest(slider.high) == slider.high
            assert slider.label[0].isupper()
            steps = (slider.high - slider.low) / slider.step
            assert steps == pytest.approx(round(steps))

    def test_each_slider_changes_the_words_from_some_place(self, name):
        """In a tree of questions, what is asked later does not count everywhere."""
        for slider in FIGURES[name]:
            other = slider.high if slider.start != slider.high else slider.low
            assert any(
                said(name, **corner | {slider.name: slider.start})
                != said(name, **corner | {slider.name: other})
                for corner in corners(name)
            ), slider.name


def test_a_message_is_answered_with_picture_and_words():
    shown = figure("zone")
    output = turn(shown, least=16, most=9)
    assert shown.controls.answered == "7"
    assert shown.controls.values == {"least": 16, "most": 9, "ask": 20, "give": 4}
    assert output["data"]["text/plain"] == shown.words.text
    assert shown.words.title == "No zone of agreement: the limits are 7 km apart"
    assert output["data"][PLOTLY]["layout"]["title"]["text"] == shown.words.title
    assert repr(shown) == repr(figure("zone")), "the text form stays as it was at first"


def test_values_go_to_the_nearest_step():
    loss = Slider("loss", "Loss", 0.5, 5, 0.5, 2)
    assert [loss.nearest(value) for value in (2.3, -1, 99, 0.5)] == [2.5, 0.5, 5, 0.5]
    rounds = Slider("rounds", "Rounds", 1, 30, 1, 9)
    assert [rounds.nearest(value) for value in (8.6, 1e9, -3)] == [9, 30, 1]
    assert isinstance(rounds.nearest(3.2), int)
    assert [rounds.nearest(value) for value in (None, "3", True, float("nan"), [])] == [9] * 5


@pytest.mark.parametrize("values", [None, "all", {}, {"least": "far", "sum": 3}])
def test_what_is_no_value_sets_back_to_the_start(values):
    shown = figure("zone")
    turn(shown, least=16)
    shown._answer(shown.controls, {"id": "8", "values": values}, [])
    assert shown.controls.values == figure("zone").controls.values
    assert shown.controls.answered == "8"


def test_an_unknown_name_is_told_which_there_are():
    with pytest.raises(ParleyError, match=r"no figure 'sphere'; there are .*zone, .*dilemma"):
        figure("sphere")
