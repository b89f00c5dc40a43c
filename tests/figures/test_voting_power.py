"""The figure of voting power."""

from tests.figures.turning import drawn, said

NAME = "voting-power"


def test_words_at_the_start():
    words = said(NAME)
    assert "a motion needs a weight of 39 of 45, as by its rule" in words
    assert (
        "permanent member: 15.6 % of the weights, 19.6 % of the power by Shapley and Shubik, 16.7 %"
        in words
    )
    assert "elected member: 2.2 % of the weights, 0.2 % of the power" in words


def test_a_vote_without_power():
    assert said(NAME, body=1).endswith("Without any power: Luxembourg.")
    assert "Without any power" not in said(NAME, body=1, shift=1)
    assert "by its rule 12" in said(NAME, body=1, shift=1)


def test_bars_are_one_for_each_kind():
    assert [len(trace.x) for trace in drawn(NAME, body=2).data] == [5, 5, 5]
