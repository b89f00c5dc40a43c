"""One target beside a market: the rules come in order, and a result changes none of them."""

import pytest

from parley.errors import ParleyError
from parley.models.attack_hour import FIRST, LAST, NEAR, TARGET, WEAPON, attack_hour

HOURS = range(FIRST, LAST + 1)


def test_there_is_a_number_of_people_for_each_hour():
    assert len(NEAR) == len(HOURS)


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        (("civilian", "guided", 19, 20, 50), "distinction"),
        (("verified", "guided", 20, 20, 50), "gone"),
        (("not verified", "heavy", 10, 20, 20), "proportionality"),
        (("not verified", "guided", 19, 20, 20), "verify"),
        (("verified", "guided", 10, 20, 20), "hour"),
        (("verified", "guided", 19, 20, 20), "free"),
    ],
)
def test_each_rule_in_its_order(given, rule):
    assert attack_hour(*given).rule == rule


@pytest.mark.parametrize("hour", HOURS)
def test_civilians_are_never_the_target(hour):
    rules = {attack_hour("civilian", each, hour, LAST + 1, 50).rule for each in WEAPON}
    assert rules == {"distinction"}


@pytest.mark.parametrize("leaves", range(FIRST + 1, LAST + 2))
def test_only_hours_with_the_fewest_deaths_before_it_leaves_are_free(leaves):
    for hour in HOURS:
        found = attack_hour("verified", "guided", hour, leaves, 50)
        fewest = min(found.expected[: leaves - FIRST])
        assert (found.rule == "free") == (hour < leaves and found.here == fewest)
        assert found.best < leaves


def test_the_guided_bomb_is_never_worse():
    heavy, guided = (attack_hour("verified", each, 10, 20, 20).expected for each in WEAPON)
    assert all(more >= less for more, less in zip(heavy, guided, strict=True))


def test_unknown_answers_are_refused():
    assert TARGET[-1] == "verified"
    with pytest.raises(ParleyError, match="and the weapon one of heavy, guided, not verified and"):
        attack_hour("verified", "small", 10, 20, 20)
    with pytest.raises(ParleyError, match="The hour must lie between 9 and 22, not at 3"):
        attack_hour("verified", "heavy", 3, 20, 20)
    with pytest.raises(ParleyError, match="target leaves must lie between 10 and 23, not at 9"):
        attack_hour("verified", "heavy", 10, 9, 20)
