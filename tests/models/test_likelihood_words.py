"""Words of likelihood: two scales as they were written."""

import pytest

from parley.errors import ParleyError
from parley.models.likelihood_words import KENT_1964, SCALE_2015, words_for


def test_the_scale_of_2015_has_no_gap_from_1_to_99():
    assert all(words_for(chance, SCALE_2015) for chance in range(1, 100))
    ends = [(one.high, other.low) for one, other in zip(SCALE_2015, SCALE_2015[1:], strict=False)]
    assert all(high == low for high, low in ends)


def test_kents_terms_are_his_numbers_with_their_give_or_take():
    middles = [((term.low + term.high) / 2, (term.high - term.low) / 2) for term in KENT_1964]
    assert middles == [(7, 5), (30, 10), (50, 10), (75, 12), (93, 6)]


@pytest.mark.parametrize(
    ("chance", "new", "old"),
    [
        (65, ("likely",), ("probable",)),
        (20, ("very unlikely", "unlikely"), ("probably not",)),
        (61, ("likely",), ()),
        (0, (), ()),
    ],
)
def test_a_chance_has_its_words(chance, new, old):
    assert (words_for(chance, SCALE_2015), words_for(chance, KENT_1964)) == (new, old)


def test_a_chance_beyond_all_is_refused():
    with pytest.raises(ParleyError, match="the chance must lie between 0 and 100, not at 101"):
        words_for(101, SCALE_2015)
