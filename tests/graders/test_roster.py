"""Names: trimmed, case-folded, aliases, groups, records that were assigned."""

import pytest

from graders.assignment import AssignmentError
from graders.roster import assign, canonical, read_roster

ROSTER = """id,aliases,group,sitting,extension
Ada,lovelace; Ada L ,,,
bob,,blue,,
eve,,blue,morning,48
"""


@pytest.fixture
def roster(tmp_path):
    """Return a roster of three, two of them a group."""
    (tmp_path / "roster.csv").write_text(ROSTER)
    return read_roster(tmp_path)


def test_names_are_compared_folded():
    assert canonical("  ADA   Lovelace ") == canonical("ada lovelace")
    assert canonical("STRASSE") == canonical("straße")


@pytest.mark.parametrize(
    ("trainee", "name", "verdict"),
    [
        ("ada", "ADA", "own"),
        ("Ada", "ada l", "own"),
        ("ada", "bob", "other"),
        ("ada", "blue", "other"),
        ("ada", "nobody", "unknown"),
        ("bob", "blue", "own"),
        ("bob", "bob", "unknown"),
        ("bob", "eve", "other"),
        ("new", "NEW", "own"),
    ],
)
def test_whose_record_is_it(roster, trainee, name, verdict):
    assert roster.judge(trainee, name, b"")[0] == verdict


def test_people_known_to_the_course_are_people(roster):
    assert roster.judge("ada", "zoe", b"")[0] == "unknown"
    roster.admit(["zoe"])
    assert roster.judge("ada", "zoe", b"")[0] == "other"


def test_an_assigned_record_is_its_trainees(tmp_path, roster):
    assign(tmp_path, b"record", "ada")
    roster = read_roster(tmp_path)
    assert roster.judge("ada", "nobody", b"record") == ("own", "")
    assert roster.judge("bob", "blue", b"record")[0] == "other"
    assert roster.judge("ada", "nobody", b"another")[0] == "unknown"


def test_members(roster):
    assert roster.members("BOB") == ["eve"]
    assert roster.members("ada") == roster.members("nobody") == []
    assert roster.person("eve").extension == 48


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name\nx\n", "column 'id'"),
        ("id,aliases\na,b\nb,\n", "names a and b"),
        ("id,extension\na,soon\n", "hours"),
        ("id\n\n ,\n", "needs an id"),
    ],
)
def test_a_faulty_roster_says_where(tmp_path, text, problem):
    (tmp_path / "roster.csv").write_text(text)
    with pytest.raises(AssignmentError, match=problem):
        read_roster(tmp_path)
