"""The figure of cost sharing."""

from tests.figures.turning import drawn, said

NAME = "cost-sharing"


def test_words_at_the_start():
    words = said(NAME)
    assert "By the pieces that each uses they pay 2, 3, 4 and 9" in words
    assert "by the nucleolus 3.25, 3.25, 3.25 and 8.25" in words
    assert "in equal parts 4.5, 4.5, 4.5 and 4.5" in words
    assert words.endswith("By equal parts, a group would do better with a runway of its own.")


def test_costs_that_are_much_alike_leave_nobody_a_reason_to_go():
    assert "By no rule would a group do better" in said(NAME, liaison=18, transport=18, patrol=18)


def test_bars_and_marks():
    figure = drawn(NAME)
    assert figure.data[0].x == (2, 3, 4, 9)
    assert figure.data[-1].x == (8, 11, 13, 18)
