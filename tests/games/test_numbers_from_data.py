"""Numbers from data keeps the contract, and nobody marks well who does not read the tables."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import findings
from tools.reliability import reliability

from graders.check_findings import report
from parley import scenario
from parley.record import PRACTICE, Header

EXERCISE = "numbers-from-data"
FOUND = scenario.load(EXERCISE)


class TestPractice(findings.Report, Contract):
    exercise = EXERCISE
    use = PRACTICE
    game = findings


class TestCounted(findings.CountedReport, CountingContract):
    exercise = EXERCISE
    game = findings


def test_its_profiles_make_a_fair_report():
    assert [line for line in report(FOUND) if line.startswith("FAIL")] == []


def test_its_graded_set_tells_skill_from_luck():
    assert reliability(EXERCISE) >= 0.7


@pytest.mark.parametrize("profile", FOUND.everything, ids=lambda one: one.id)
def test_every_table_can_be_read_at_the_desk(profile):
    for name in profile.tables:
        sheet = FOUND.sheet(profile, name)
        assert 6 <= len(sheet.rows) <= 12, name
        assert "Data: " in sheet.note


def test_two_trainees_are_seldom_asked_the_same():
    profile = FOUND.profiles.counted[0]
    asked = set()
    for number in range(20):
        header = Header(EXERCISE, FOUND.version, 1, f"trainee {number}", "salt", "exam", 1)
        dealt = FOUND.deal(header, profile, 0, "play-1")
        asked.add(tuple(sorted((one.slug, one.ask) for one in dealt.questions)))
    assert len(asked) >= 18
