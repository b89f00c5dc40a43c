"""The figures of relief: the days of need, and the polls before and after a relief mission."""

from tests.figures.turning import drawn, said

import parley
from parley.figures.relief_polls import EVENTS


class TestGap:
    def test_words_at_the_start(self):
        words = said("relief-gap")
        assert "all of it from day 16. Alone it leaves 6.8 whole days of need unmet" in words
        assert "leave on day 20 meet 3.8 of them. For 4 days they do what civilians" in words
        assert drawn("relief-gap").layout.title.text == "Soldiers meet 3.8 of 6.8 missing days"

    def test_who_leaves_too_early_leaves_a_gap(self):
        assert "civilians meet all but 40 % of the need" in said("relief-gap", leave=8)
        assert "civilians meet all of the need" in said("relief-gap", leave=16)

    def test_who_leaves_before_they_arrive_do_nothing(self):
        assert "so they meet nothing" in said("relief-gap", arrive=10, leave=5)

    def test_the_missing_part_is_filled_up_to_the_need(self):
        path = drawn("relief-gap").layout.shapes[0].path
        assert path.startswith("M0,20L1,20L1,25")
        assert path.endswith("30,100L0,100Z")


class TestPolls:
    def test_words_at_the_start(self):
        words = said("relief-polls")
        assert "15 % had a favourable view" in words
        assert "23 points more. Between these polls lies the tsunami. Both are polls of" in words
        assert "Data: " in words

    def test_order_does_not_matter(self):
        assert said("relief-polls", one=5, other=0) == said("relief-polls", one=0, other=5)

    def test_all_that_lies_between_is_named(self):
        words = said("relief-polls", one=0, other=6)
        assert all(name in words for _, name, _ in EVENTS)
        assert "the tsunami and the election of Obama" in words
        assert "none of the three events" in said("relief-polls", one=3, other=4)

    def test_two_institutes_are_told(self):
        assert "Two institutes asked." in said("relief-polls", one=2, other=3)

    def test_one_poll_is_no_change(self):
        assert said("relief-polls", one=2, other=2).startswith("One poll shows no change")

    def test_the_slider_offers_every_poll(self):
        from parley.panel.sliders import FIGURES

        polls = tuple(parley.load("relief-polls").poll)
        assert all(slider.words == polls for slider in FIGURES["relief-polls"])
