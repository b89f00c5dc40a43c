"""The figure of tied hands and sunk costs."""

from tests.figures.turning import drawn, said

NAME = "tying-hands"


def test_words_at_the_start():
    words = said(NAME)
    assert "to whom the prize is worth 14.3 % or more; it would pay 21.4 % if it gave way" in words
    assert "only those signal to whom it is worth 50 % or more; they pay 30 % in any case" in words
    assert words.endswith("the risk of war is 34.3 % and 20 %.")


def test_the_bars_are_the_risks():
    bars = [trace for trace in drawn(NAME).data if trace.type == "bar"]
    assert [bar.x[0] for bar in bars] == [34.2857, 20]
    assert drawn(NAME).layout.title.text.endswith("34.3 % with tied hands, 20 % with sunk costs")
