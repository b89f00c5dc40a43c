"""What the three desks of the crisis week's Thursday have in common, beside the contract."""

from string import Formatter

import pytest
from tests.contract import solutions_of
from tools.reliability import reliability

from graders.check_casework import NAIVE_LIMIT, best_habit, moved, report
from parley import scenario
from parley.games.casework.engine import deciding
from parley.record import PRACTICE

SHARED = {"home", "rival", "place", "feared", "forces", "line", "friend", "incident"}
"""The names that all days of the week use."""

PASTS = [(PRACTICE, "p1", "p2"), ("counted", "c1", "c2")]


class Thursday:
    """A desk at which the same drafts arrive, whether Wednesday's paper was signed or not."""

    exercise = ""

    @property
    def found(self):
        return scenario.load(self.exercise)

    def ruled(self, facts):
        """Return the rule and the decision for a draft with these facts."""
        known = {name: one.default for name, one in self.found.facts.items()}
        rule = deciding(self.found.book.rules, known | facts)
        return rule.slug, rule.decision

    def test_its_files_make_a_fair_desk(self):
        assert [line for line in report(self.found) if line.startswith("FAIL")] == []

    def test_its_graded_set_of_eight_tells_some_skill_from_luck(self):
        """One day of five: the week's set carries the mark, not this one."""
        assert reliability(self.exercise) >= 0.4

    @pytest.mark.parametrize(("use", "signed", "unsigned"), PASTS)
    def test_a_third_of_an_attempt_turns_on_what_was_signed(self, use, signed, unsigned):
        one, two = (solutions_of(self.exercise, use).values(name) for name in (signed, unsigned))
        changed, _ = moved(one, two)
        assert 3 * changed >= len(one.key)
        for name in set(one.key) & set(two.key):
            decisions = [self.found.book.rule(v.key[name].rule).decision for v in (one, two)]
            assert decisions[1] != "stop" or decisions[0] == "stop", name

    @pytest.mark.parametrize(("use", "signed", "unsigned"), PASTS)
    def test_no_one_answer_to_all_drafts_pays(self, use, signed, unsigned):
        for name in (signed, unsigned):
            mark, decision, rule = best_habit(solutions_of(self.exercise, use).values(name))
            assert mark < NAIVE_LIMIT - 10, (name, decision, rule)

    def test_what_breaks_the_law_most_is_on_the_desk_in_both_pasts(self):
        barred = {rule.slug for rule in self.found.book.rules if rule.barred}
        for name in ("c1", "c2"):
            key = solutions_of(self.exercise, "counted").values(name).key
            assert barred <= {ruling.rule for ruling in key.values()}
            assert {self.found.book.rule(slug).decision for slug in barred} == {"stop"}

    def test_a_draft_of_both_pasts_does_not_say_which_it_is(self):
        both = set.intersection(*(set(one.files) for one in self.found.profiles.practice))
        drafts = [file for file in self.found.files if file.id in both]
        for file in (*drafts, *self.found.counted_files()):
            assert "commission" not in " ".join(file.text), file.id

    def test_names_are_those_that_all_days_of_the_week_share(self):
        assert len(self.found.names) >= 2
        assert {frozenset(row) for row in self.found.names} == {frozenset(SHARED)}
        profiles = self.found.everything
        texts = [
            *self.found.brief.situation,
            *(line for profile in profiles for line in profile.told),
            *(
                line
                for file in (*self.found.files, *self.found.counted_files())
                for line in file.text
            ),
        ]
        used = {name.lower() for text in texts for _, name, _, _ in Formatter().parse(text) if name}
        assert used == SHARED
