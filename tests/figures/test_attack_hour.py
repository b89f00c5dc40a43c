"""The target beside a market: bars, star and words are those of the model."""

import pytest
from tests.figures.turning import corners, drawn, said

from parley.models.attack_hour import FIRST, TARGET, WEAPON, attack_hour


@pytest.mark.parametrize("values", corners("attack-hour")[::7])
def test_bars_and_star_are_those_of_the_model(values):
    figure = drawn("attack-hour", **values)
    found = attack_hour(
        TARGET[values["target"]],
        list(WEAPON)[values["weapon"]],
        *(values[name] for name in ("hour", "leaves", "most")),
    )
    bars, star = figure.data
    assert tuple(bars.y) == found.expected
    assert (star.x[0], star.y[0]) == (values["hour"], bars.y[values["hour"] - FIRST])
    assert max(bars.y) < figure.layout.yaxis.range[1]


def test_words_at_the_start():
    words = said("attack-hour")
    assert words.startswith("At 10 o'clock 45 civilian deaths must be expected")
    assert "the fewest are 5, at 19 o'clock. You would call more than 20 excessive." in words
    assert "Stop: by your own measure the harm is excessive." in words


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"target": 0}, "Stop: civilians are never the target"),
        ({"hour": 21}, "Stop: what is left there is no military objective"),
        ({"target": 1, "most": 50}, "Hold: the target is not verified"),
        ({"most": 50}, "Hold: another hour spares civilians"),
        ({"weapon": 1, "hour": 19}, "It may go: no rule stops it"),
    ],
)
def test_the_title_names_what_stops_it(changes, title):
    assert drawn("attack-hour", **changes).layout.title.text == title
