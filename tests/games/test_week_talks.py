"""The talks of the crisis week: one side, shared names, and a better day after calm ones."""

from statistics import mean

import pytest
from tests.contract import solutions_of
from tests.games import bargaining

from parley import scenario
from parley.games.bargaining import apply, caps, view
from parley.record import PRACTICE

TALKS = ("strait-talks", "ridge-talks", "road-talks")

SHARED = {"home", "rival", "place", "line", "friend", "incident", "forces", "feared"}

LAWFUL = {
    "strait-talks": {"others", "claims"},
    "ridge-talks": {"border", "wounded"},
    "road-talks": {"need", "status"},
}
UNLAWFUL = {
    "strait-talks": {"close": "article 44", "fire": "articles 2(4) and 51"},
    "ridge-talks": {"keep": "article 2(4)", "village": "article 51"},
    "road-talks": {"share": "article 18(2)", "loyal": "articles 2(1) and 18(2)"},
}

TENSE = 40
"""The brief says: where some type leaves if it gets less than this or more, the days were tense."""


def groups(exercise):
    """Return the profiles after tense days and those after calm ones, by their ids."""
    everything = scenario.load(exercise).everything
    tense = [one for one in everything if one.id[1:] in ("1", "2", "3")]
    return tense, [one for one in everything if one not in tense]


def worth(exercise, profile):
    """Return the points that the reference expects from a profile."""
    use = PRACTICE if profile.id.startswith("p") else "counted"
    start = bargaining.deal(scenario.load(exercise), profile.id, 0)
    return solutions_of(exercise, use).values(profile.id).best(start) / 100


@pytest.mark.parametrize("exercise", TALKS)
class TestTalksOfTheWeek:
    def test_the_player_speaks_for_home_whatever_the_names(self, exercise):
        found = scenario.load(exercise)
        for number in range(12):
            variant = bargaining.deal(found, "p1", 0, f"trainee {number}").variant
            assert variant.words.you == dict(variant.words.names)["home"]

    def test_names_are_those_that_a_week_may_replace_and_no_others(self, exercise):
        for names in scenario.load(exercise).names:
            assert set(names) == SHARED | {"a", "b"}
            assert (names["a"], names["b"]) == (names["home"], names["rival"])

    def test_the_row_of_types_tells_whether_the_days_before_were_tense(self, exercise):
        tense, calm = groups(exercise)
        assert (len(tense), len(calm)) == (6, 6)
        assert all(max(kind.reservation for kind in one.types) >= TENSE for one in tense)
        assert all(max(kind.reservation for kind in one.types) < TENSE for one in calm)
        assert f"{TENSE} or more" in " ".join(scenario.load(exercise).brief.situation)

    def test_the_day_is_worth_more_after_calm_days(self, exercise):
        tense, calm = groups(exercise)
        for letter in "pc":
            after_tense, after_calm = (
                mean(worth(exercise, one) for one in group if one.id[0] == letter)
                for group in (tense, calm)
            )
            assert after_calm > after_tense + 2

    def test_every_sentence_is_tried(self, exercise):
        known = {one.id: bool(one.breach) for one in scenario.load(exercise).clauses}
        lawful = dict.fromkeys(LAWFUL[exercise], False)
        assert known == lawful | dict.fromkeys(UNLAWFUL[exercise], True)

    def test_a_lawful_sentence_breaks_nothing_and_an_unlawful_one_names_the_article(self, exercise):
        start = bargaining.deal(scenario.load(exercise), "p1", 0)
        best = {one.slug: one.option(len(one.options) - 1) for one in start.variant.issues}
        offer = {"kind": "offer"} | best
        assert all(caps(apply(start, offer | {"clause": one})) == () for one in LAWFUL[exercise])
        for clause, article in UNLAWFUL[exercise].items():
            (law,) = caps(apply(start, offer | {"clause": clause}))
            assert article in law

    def test_no_text_keeps_a_brace(self, exercise):
        for profile in scenario.load(exercise).everything:
            shown = view(bargaining.deal(scenario.load(exercise), profile.id, 0))
            assert "{" not in str(shown.brief)


def test_relief_is_not_for_sale():
    """Nothing at the table under the tree is who gets relief, or what is paid for it."""
    found = scenario.load("road-talks")
    assert "Relief is not for sale." in " ".join(found.brief.task)
    words = " ".join(option for issue in found.issues for option in issue.options)
    assert not any(word in words for word in ("pay", "fee", "share", "list of"))
