"""The review on Friday keeps the contract; it is told by what Wednesday ended with."""

from statistics import mean

import pytest
from tests.contract import Contract, CountingContract, solutions_of
from tests.games import findings
from tools.reliability import reliability

from graders.check_findings import report
from parley import scenario
from parley.record import PRACTICE, Header

EXERCISE = "week-review"
FOUND = scenario.load(EXERCISE)
GROUPS = {"signed": "123", "open": "456"}
"""The places of the profiles that fit each past."""


class TestPractice(findings.Report, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = findings


class TestCounted(findings.CountedReport, CountingContract):
    exercise = EXERCISE
    game = findings


def dealt(profile, trainee="ada", found=FOUND):
    header = Header(EXERCISE, found.version, 1, trainee, "salt", PRACTICE, 1)
    return found.deal(header, profile, 0, "play")


def test_its_profiles_make_a_fair_report():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize("use", [PRACTICE, "counted"])
def test_after_an_agreement_the_findings_are_worth_more(use):
    profiles = FOUND.profiles.practice if use == PRACTICE else FOUND.profiles.counted
    best = {group: [] for group in GROUPS}
    for group, places in GROUPS.items():
        for profile in (one for one in profiles if one.id[1:] in places):
            start = findings.GAME.initial_state(dealt(profile))
            best[group].append(solutions_of(EXERCISE, use).values(profile.id).best(start) / 100)
    assert [len(points) for points in best.values()] == [3, 3]
    assert (mean(best["signed"]), mean(best["open"])) == (96, 80)


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_the_past_is_told_and_shows_in_the_tables(profile):
    signed = profile.id[1:] in GROUPS["signed"]
    told = " ".join(dealt(profile).words.told)
    assert ("signed. Their staffs" in told, "Nothing was signed" in told) == (signed, not signed)
    assert ("joint" in profile.tables, "own" in profile.tables) == (signed, not signed)


@pytest.mark.parametrize("row", FOUND.names, ids=lambda one: one["place"])
def test_no_other_name_than_those_of_the_week_stands_in_it(row):
    """A pack overrides the names; a name written out would be that of another pack."""
    strange = {text for other in FOUND.names if other != row for text in other.values()} - set(
        row.values()
    )
    one = FOUND.model_copy(update={"names": (row,)})
    for profile in FOUND.everything:
        shown = repr(dealt(profile, found=one))
        assert [text for text in strange if text in shown] == []
