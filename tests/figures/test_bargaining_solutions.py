"""The figure of four solutions of bargaining."""

from tests.figures.turning import drawn, said

NAME = "bargaining-solutions"


def test_words_at_the_start():
    words = said(NAME)
    assert "weigh 60, 28, 12 for you and 15, 40, 45 for them" in words
    assert "Nash 74 and 65; Kalai–Smorodinsky 74 and 65; egalitarian 81 and 55" in words
    assert words.endswith("utilitarian 60 and 85.")


def test_no_agreement():
    assert said(NAME, own_leave=80, their_leave=80).endswith("it is right to leave.")
    figure = drawn(NAME, own_leave=80, their_leave=80)
    assert figure.layout.title.text == "No package is better than leaving for both"
    assert all(not trace.x for trace in figure.data[2:])


def test_with_the_same_weights_every_package_has_the_same_sum():
    first = drawn(NAME, apart=0).data[0]
    sums = {round(own + theirs, 6) for own, theirs in zip(first.x, first.y, strict=True)}
    assert sums == {100}
    assert "egalitarian 60 and 40" in said(NAME, apart=0, own_leave=30, their_leave=10)
    assert said(NAME, apart=0).endswith("utilitarian any of 55 packages.")
