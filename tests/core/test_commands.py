"""The command line: what it prints, and that the user's mistakes end in one line and code 2."""

import json
import subprocess
import sys

import pytest

from parley.handin import hand_in
from parley.session import open_session

CRITERIA = {"name", "cost", "reason"}


@pytest.fixture
def run(tmp_path):
    """Return a function that runs a command line in an empty folder."""

    def call(*words: str, program: str = "parley") -> subprocess.CompletedProcess[str]:
        code = f"from {program}.cli import main; main()"
        command = [sys.executable, "-W", "error", "-c", code, *map(str, words)]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)

    return call


def _refused(done: subprocess.CompletedProcess[str], said: str) -> None:
    assert done.returncode == 2, done
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert said in done.stderr


def test_exercises(run):
    found = {one["id"]: one for one in json.loads(run("exercises", "--json").stdout)}
    tent = {"id": "tent", "title": "The tent", "game": "bargaining", "module": "04"}
    assert found["tent"] == tent
    assert found["claim-desk-04"]["game"] == "estimate"


def test_play_mark_and_review_by_every_policy(run):
    marks = {}
    for policy in ("passive", "random", "soft", "hard", "reference"):
        file = f"{policy}.jsonl"
        words = ("--trainee", "Ada", "--policy", policy, "--seed", 3, "--record", file)
        assert run("play", "tent", *words).returncode == 0
        mark = json.loads(run("mark", file, "--json").stdout)
        assert set(mark) == {
            "exercise", "trainee", "attempt", "mark", "max", "criteria", "caps",
        }  # fmt: skip
        assert (mark["exercise"], mark["trainee"], mark["attempt"]) == ("tent", "ada", 1)
        assert all(set(criterion) == CRITERIA for criterion in mark["criteria"])
        uncut = 100 - sum(criterion["cost"] for criterion in mark["criteria"])
        assert mark["mark"] == pytest.approx(max(0, uncut), abs=0.05)
        marks[policy] = mark["mark"]
        rows = json.loads(run("review", file, "--json").stdout)
        assert rows
        assert {"value", "best", "regret", "luck", "why"} <= set(rows[0])
    assert marks["passive"] == 0
    assert marks["reference"] == 100
    assert max(marks["soft"], marks["hard"]) < 60


def test_moves_from_a_file_are_the_same_play(run, tmp_path):
    words = ("--trainee", "ada", "--attempt", 2)
    run("play", "tent", *words, "--policy", "random", "--seed", 9, "--record", "one.jsonl")
    lines = (tmp_path / "one.jsonl").read_text().splitlines()[1:]
    moves = "\n".join(json.dumps(json.loads(line)["move"]) for line in lines)
    (tmp_path / "moves.jsonl").write_text(moves + "\n")
    done = run("play", "tent", *words, "--moves", "moves.jsonl", "--record", "two.jsonl")
    assert done.returncode == 0, done.stderr
    one, two = (run("mark", f"{name}.jsonl", "--json").stdout for name in ("one", "two"))
    assert one == two


def test_an_illegal_move_stops_and_what_was_legal_is_kept(run, tmp_path):
    moves = [{"kind": "adjourn"}, {"kind": "offer", "prisoners": 9}, {"kind": "walk-out"}]
    (tmp_path / "moves.jsonl").write_text("\n".join(map(json.dumps, moves)))
    done = run("play", "tent", "--trainee", "a", "--moves", "moves.jsonl", "--record", "r.jsonl")
    _refused(done, "moves.jsonl:2: The move offer takes")
    assert len((tmp_path / "r.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("play", "tent", "--trainee", "a", "--record", "r"), "either --policy or --moves"),
        (("play", "tnt", "--trainee", "a", "--policy", "soft", "--record", "r"), "no exercise"),
        (("play", "tent", "--trainee", " ", "--policy", "soft", "--record", "r"), "1 to 80"),
        (("play", "tent", "--trainee", "a", "--policy", "x", "--record", "r"), "no policy 'x'"),
        (("play", "tent", "--policy", "soft", "--record", "r"), "--trainee"),
        (("mark", "nothing"), "nothing: cannot be read"),
        (("review", "."), "cannot be read"),
        (("scenario", "check", "nothing.yaml"), "nothing.yaml"),
        (("hand-in", "."), "parley.json"),
        (("sing",), "sing"),
        (("mark", "--loud", "x"), "--loud"),
        (("lab", "--no-browser"), "course"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_the_users_mistakes_end_in_one_line_and_code_2(words, said, run):
    _refused(run(*words), said)


def test_our_own_failure_is_code_1_without_a_traceback(run, tmp_path):
    code = "import parley.cli as c; c.app.registered_commands.clear(); c.run(None, 'parley')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "our fault, not yours" in done.stderr


def test_an_existing_record_is_not_written_over(run, tmp_path):
    (tmp_path / "r.jsonl").write_text("mine")
    words = ("--trainee", "a", "--policy", "soft", "--record", "r.jsonl")
    _refused(run("play", "tent", *words), "exists already")
    assert (tmp_path / "r.jsonl").read_text() == "mine"


@pytest.mark.parametrize(
    "words",
    [
        ("parley", "exercises"), ("parley", "play"), ("parley", "mark"), ("parley", "review"),
        ("parley", "scenario", "check"), ("parley", "scenario", "schema"), ("parley", "lab"),
        ("parley", "hand-in"), ("graders", "mark"), ("graders", "remark"), ("graders", "assign"),
        ("graders", "solve"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_command_has_help_with_an_example(words, run):
    program, *rest = words
    done = run(*rest, "--help", program=program)
    assert done.returncode == 0
    assert f"Example: {' '.join(words)}" in " ".join(done.stdout.split())


def test_what_is_handed_in_is_the_notebook_and_its_records(tmp_path):
    import zipfile

    folder = tmp_path / "04_bilateral_talks"
    folder.mkdir()
    sitting = {"assignment": folder.name, "salt": "s", "tables": {"tent": {"attempts": 1}}}
    (folder / "parley.json").write_text(json.dumps(sitting))
    (folder / "04_bilateral_talks.ipynb").write_text("{}")
    (folder / "diary.txt").write_text("private")
    open_session("tent", folder, "ada").move({"kind": "walk-out"}, "play-1")
    archive = zipfile.ZipFile(hand_in(folder, name="ada"))
    inside = sorted(name.rpartition("04_bilateral_talks/")[2] for name in archive.namelist())
    assert [name.removeprefix("ada/") for name in inside] == [
        "04_bilateral_talks.ipynb",
        "records/tent.1.jsonl",
    ]
