"""The figure of an arms race."""

from tests.figures.turning import drawn, said

NAME = "richardson"


def test_words_at_the_start():
    words = said(NAME)
    assert "The burdens multiply to 0.72, the fears to 0.2, less than that" in words
    assert words.endswith("the race comes to rest at 0.42 for A, 0.35 for B.")


def test_a_race_without_end():
    words = said(NAME, fear_a=1.5)
    assert words.endswith("not less: the race has no rest, and arms grow without end.")
    names = {trace.name for trace in drawn(NAME, fear_a=1.5).data}
    assert "at rest" not in names


def test_the_path_goes_from_the_beginning_to_the_rest():
    found = {trace.name: trace for trace in drawn(NAME).data}
    path, rest = found["the race, year by year"], found["at rest"]
    assert (path.x[0], path.y[0]) == (1, 0.2)
    assert abs(path.x[-1] - rest.x[0]) < 0.001
