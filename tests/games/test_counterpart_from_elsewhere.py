"""The talks with a counterpart from elsewhere keep the contract, and their warning is true."""

from tests.contract import Contract, CountingContract
from tests.games import bargaining

from parley import scenario

EXERCISE = "counterpart-from-elsewhere"


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = bargaining


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = bargaining


def test_the_state_tells_nothing_about_the_style():
    """The brief says so: under every header each type is met under the same names."""
    found = scenario.load(EXERCISE)
    for profile in found.everything:
        for trainee in ("ada", "bo", "chen"):
            met = {
                bargaining.deal(found, profile.id, hidden, trainee).variant.words.names
                for hidden in range(len(profile.types))
            }
            assert len(met) == 1, profile.id


def test_the_style_is_in_doubt_in_every_profile():
    for profile in scenario.load(EXERCISE).everything:
        assert len({kind.style for kind in profile.types}) > 1, profile.id


def test_no_name_and_no_stake_speaks_of_a_style():
    found = scenario.load(EXERCISE)
    texts = [text for row in found.names for text in row.values()]
    texts += [text for issue in found.issues for text in (*issue.options, *issue.stake.values())]
    words = ("culture", "honour", "dignity", "face", "polite", "proud", "direct")
    assert [text for text in texts if any(word in text.lower() for word in words)] == []


def test_the_warning_stands_where_the_trainee_reads_it_and_where_the_instructor_does():
    found = scenario.load(EXERCISE)
    assert "an average is not a person" in " ".join(found.brief.situation)
    assert "Averages of cultures are not people" in " ".join(found.assumptions.split())
