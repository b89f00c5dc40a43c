"""Two groups: what a difference of averages says about one person, and about many."""

from statistics import NormalDist, fmean

import pytest

from parley.errors import ParleyError
from parley.models.two_groups import two_groups


def quantiles(middle):
    return [NormalDist(middle).inv_cdf((place + 0.5) / 400) for place in range(400)]


@pytest.mark.parametrize("apart", [0.1, 0.5, 1.0, 2.0])
def test_pairs_and_guesses_counted_one_by_one(apart):
    lower, higher = quantiles(0), quantiles(apart)
    found = two_groups(apart, 1)
    above = fmean(b > a for a in lower for b in higher)
    assert found.higher == pytest.approx(above, abs=0.003)
    right = fmean([a < apart / 2 for a in lower] + [b > apart / 2 for b in higher])
    assert found.sorted == pytest.approx(right, abs=0.003)


def test_nothing_apart_says_nothing():
    assert two_groups(0, 50) == pytest.approx((0.5, 0.5, 1, 0.5, 1))


def test_one_standard_deviation_leaves_four_fifths_inside():
    assert two_groups(1, 1).within == pytest.approx(0.8)


def test_the_average_of_one_is_one_person_and_many_say_more():
    every = [two_groups(0.5, people).averages for people in range(1, 60)]
    assert every[0] == two_groups(0.5, 1).higher
    assert every == sorted(every)


@pytest.mark.parametrize(("apart", "people"), [(-0.1, 5), (1, 0)])
def test_what_cannot_be_is_refused(apart, people):
    with pytest.raises(ParleyError, match=f"got {apart} and {people}"):
        two_groups(apart, people)
