"""The command line is a contract: what it prints, where, and the code it ends with."""

import json
import sys
from pathlib import Path

import pytest
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley import cli, solutions
from parley.play import load

ROOT = Path(__file__).resolve().parents[2]
SITTING = ROOT / "assignments" / "source" / "04_bilateral_talks" / "parley.json"

MARK_KEYS = {"exercise", "trainee", "attempt", "mark", "max", "criteria", "caps"}


@pytest.fixture
def parley(capsys, monkeypatch):
    """Return a function that runs ``parley`` with some words: code, stdout, stderr."""

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["parley", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
        return (end.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def play(parley):
    """Return a function that plays into a record in the current folder."""

    def run(policy="soft", record="ada.jsonl", *more):
        words = ("--trainee", "ada", "--record", record, *more)
        chosen = ("--policy", policy) if policy else ()
        return parley("play", "tent", *chosen, *words)

    return run


def complains(result, *words, code=2):
    """Check that a command ended with one clear line on stderr, and nothing else."""
    got, out, err = result
    assert (got, out) == (code, "")
    assert err.count("\n") == 1, err
    assert err.startswith("parley: ")
    assert all(word in err for word in words), err


def commands(app, path=()):
    """Yield the words of every command there is."""
    for command in app.registered_commands:
        yield (*path, command.name or command.callback.__name__.replace("_", "-"))
    for group in app.registered_groups:
        yield from commands(group.typer_instance, (*path, group.name))


class TestFine:
    def test_exercises(self, parley):
        code, out, err = parley("exercises", "--json")
        assert (code, err) == (0, "")
        rows = json.loads(out)
        assert {"id": "tent", "title": "The tent", "game": "bargaining", "module": "04"} in rows
        assert all(set(row) == {"id", "title", "game", "module"} for row in rows)
        assert "tent" in parley("exercises")[1]

    @pytest.mark.parametrize(
        ("policy", "marks"), [("passive", 0), ("reference", 100), ("random", None)]
    )
    def test_play_then_mark(self, parley, play, policy, marks):
        assert play(policy)[0] == 0
        code, out, err = parley("mark", "ada.jsonl", "--json")
        assert (code, err) == (0, "")
        marked = json.loads(out)
        assert set(marked) == MARK_KEYS
        assert (marked["exercise"], marked["trainee"], marked["attempt"]) == ("tent", "ada", 1)
        assert (marked["max"], marked["caps"]) == (100, [])
        assert all(set(one) == {"name", "cost", "reason"} for one in marked["criteria"])
        assert marks is None or marked["mark"] == marks

    def test_what_a_cut_gives_back_has_a_plus(self, parley):
        parley("play", "strait-week", "--policy", "random", "--trainee", "ada", "--record", "week")
        marked = json.loads(parley("mark", "week", "--json")[1])
        given = [one["cost"] for one in marked["criteria"] if one["cost"] < 0]
        code, out, _ = parley("mark", "week")
        assert (code, "−-" in out) == (0, False)
        assert given
        assert [f"+{-cost:5.1f}" in out for cost in given] == [True] * len(given)

    def test_a_seed_is_a_play(self, play):
        for record, seed in (("a", 0), ("b", 0), ("c", 1)):
            play("random", record, "--seed", seed)
        a, b, c = (load(Path(name)).parts["play"].moves for name in "abc")
        assert a == b != c

    def test_an_attempt_has_a_draw_of_its_own(self, play):
        play("soft", "one", "--attempt", 1)
        play("soft", "two", "--attempt", 2)
        one, two = (load(Path(name)) for name in ("one", "two"))
        assert (one.header.attempt, two.header.attempt) == (1, 2)
        assert one.parts["play"].draw.profile != two.parts["play"].draw.profile

    def test_review(self, parley, play):
        play("random")
        code, out, err = parley("review", "ada.jsonl", "--json")
        assert (code, err) == (0, "")
        rows = json.loads(out)
        assert len(rows) == load(Path("ada.jsonl")).used
        for row in rows:
            assert {"value", "best", "regret", "luck", "why"} <= set(row)
            assert row["regret"] == pytest.approx(row["best"] - row["value"], abs=0.011)
            assert row["why"].endswith(".")
        assert rows[0]["why"] in parley("review", "ada.jsonl")[1]

    def test_a_review_says_which_file_a_decision_was_about(self, parley):
        words = ("--policy", "random", "--trainee", "ada", "--record", "desk")
        parley("play", "legal-gate", *words)
        rows = json.loads(parley("review", "desk", "--json")[1])
        text = parley("review", "desk")[1]
        assert rows[0]["package"]
        for row in rows:
            assert f"play {row['n']}. {row['move']}\n   {row['package']}\n" in text

    def test_the_words_of_mark_and_its_json_say_the_same(self, parley, play):
        play("soft")
        marked = json.loads(parley("mark", "ada.jsonl", "--json")[1])
        text = parley("mark", "ada.jsonl")[1]
        assert f"{marked['mark']:.1f}" in text.splitlines()[0]
        assert all(one["name"] in text and one["reason"] in text for one in marked["criteria"])

    def test_a_set_that_counts(self, parley, play):
        assert play("reference", "set.jsonl", "--sitting", SITTING)[0] == 0
        assert json.loads(parley("mark", "set.jsonl", "--json")[1])["mark"] == 100
        rows = json.loads(parley("review", "set.jsonl", "--json")[1])
        assert len({row["part"] for row in rows}) == 22

    def test_a_damaged_record_is_marked_as_far_as_it_goes(self, parley, play):
        play("random", "ada.jsonl", "--seed", 3)
        whole = Path("ada.jsonl").read_bytes()
        Path("ada.jsonl").write_bytes(whole[:-20])
        code, out, err = parley("mark", "ada.jsonl", "--json")
        assert code == 0
        assert set(json.loads(out)) == MARK_KEYS
        assert "not written to its end" in err


class TestProgress:
    def test_a_folder_that_is_no_folder_of_notebooks_is_refused(self, parley, play):
        Path("course/records").mkdir(parents=True)
        play("soft", "course/records/tent.1.jsonl")
        assert parley("progress", "course", "--trainee", "ada")[0] == 0
        for folder, said in (
            ("nowhere", "nowhere: there is no such folder. Name the folder of the notebooks"),
            ("course/records/tent.1.jsonl", "this is a file. Name the folder of the notebooks"),
            ("course/records", "this is a folder of records. Name the folder of the notebooks, "),
        ):
            complains(parley("progress", folder, "--trainee", "ada"), said)

    def test_where_only_others_played_it_says_who(self, parley, play):
        Path("records").mkdir()
        play("soft", "records/tent.1.jsonl")
        told = "The records here are of ada. Give one name with --trainee.\n"
        assert parley("progress", "--trainee", "bob")[1].endswith(told)
        assert told not in parley("progress", "--trainee", "ada")[1]

    def test_a_record_that_an_editor_saved_anew_is_told_so(self, parley, play):
        play("soft", "one.jsonl")
        text = Path("one.jsonl").read_text(encoding="utf-8")
        for code in ("utf-8-sig", "utf-16"):
            Path("two.jsonl").write_text(text, encoding=code)
            said = "two.jsonl: an editor saved it anew, with a mark at its start. Save it as UTF-8"
            complains(parley("mark", "two.jsonl"), said)


class TestMoves:
    def moves(self, *moves):
        path = Path("moves.jsonl")
        path.write_text("".join(json.dumps(move) + "\n" for move in moves), encoding="utf-8")
        return path

    def test_moves_are_played_in_order(self, play):
        ask, leave = {"kind": "ask", "issue": "observers"}, {"kind": "walk-out"}
        code, out, err = play(None, "ada.jsonl", "--moves", self.moves(ask, leave))
        assert (code, out, err) == (0, "ada.jsonl: 2 moves\n", "")
        assert load(Path("ada.jsonl")).parts["play"].moves == (ask, leave)

    def test_an_illegal_move_stops_and_what_was_legal_is_kept(self, play):
        ask = {"kind": "ask", "issue": "observers"}
        path = self.moves(ask, {"kind": "ask", "issue": "elephants"}, {"kind": "walk-out"})
        result = play(None, "ada.jsonl", "--moves", path)
        complains(result, "moves.jsonl:2:", "'issue' is one of", "'elephants'")
        assert load(Path("ada.jsonl")).parts["play"].moves == (ask,)

    def test_a_record_can_be_played_again_from_its_lines(self, play):
        play("random", "ada.jsonl", "--seed", 3)
        lines = Path("ada.jsonl").read_text(encoding="utf-8").splitlines()[1:]
        assert play(None, "again.jsonl", "--moves", self.moves(*map(json.loads, lines)))[0] == 0
        assert load(Path("again.jsonl")).parts == load(Path("ada.jsonl")).parts

    @pytest.mark.parametrize(
        "line", [b"{", b"5", b"[]", b"null", b"\xff", b"[" * 10_000, b"9" * 5_000, b'"\\ud800"']
    )
    def test_what_is_no_move_is_named_with_its_line(self, play, line):
        Path("moves.jsonl").write_bytes(line + b"\n")
        complains(play(None, "ada.jsonl", "--moves", "moves.jsonl"), "moves.jsonl")
        assert not Path("ada.jsonl").exists()

    @settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.binary(max_size=60))
    def test_any_bytes_as_moves_end_in_one_line(self, play, data):
        Path("moves.jsonl").write_bytes(data)
        Path("ada.jsonl").unlink(missing_ok=True)
        result = play(None, "ada.jsonl", "--moves", "moves.jsonl")
        if result[0]:
            complains(result)


class TestWrong:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["play", "tent", "--trainee", "a", "--record", "x"], "--policy or --moves"),
            (["play", "tnet", "--trainee", "a", "--record", "x", "--policy", "soft"], "tent"),
            (
                ["play", "../x", "--trainee", "a", "--record", "x", "--policy", "soft"],
                "parley exercises",
            ),
            (["play", "tent", "--trainee", "a", "--record", "x", "--policy", "meek"], "passive"),
            (["play", "tent", "--trainee", " ", "--record", "x", "--policy", "soft"], "name"),
            (["play", "tent", "--trainee", "a", "--record", ".", "--policy", "soft"], "exists"),
            (["play", "tent", "--policy", "soft", "--record", "x"], "trainee"),
            (["mark", "nowhere.jsonl"], "nowhere.jsonl"),
            (["mark", "."], "cannot be read"),
            (["mark"], "record"),
            (["review", "nowhere.jsonl"], "nowhere.jsonl"),
            (["hand-in", "."], "parley.json"),
            (["dance"], "dance"),
            (["mark", "x", "--loud"], "--loud"),
            (["play", "tent", "--seed", "x"], "--seed"),
            (["scenario", "check", "nowhere.yaml"], "nowhere.yaml"),
        ],
    )
    def test_one_line_says_what(self, parley, words, said):
        complains(parley(*words), said)

    @pytest.mark.parametrize("attempt", ["0", "-1", "2001", "many"])
    def test_an_attempt_that_no_record_could_hold(self, play, attempt):
        complains(play("soft", "x.jsonl", "--attempt", attempt), "--attempt")
        assert not Path("x.jsonl").exists()

    def test_a_set_has_so_many_attempts(self, play):
        result = play("soft", "x.jsonl", "--attempt", 1_000, "--sitting", SITTING)
        complains(result, "Allow fewer attempts")

    def test_a_record_is_never_written_over(self, play):
        play("soft")
        before = Path("ada.jsonl").read_bytes()
        complains(play("soft"), "exists already")
        assert Path("ada.jsonl").read_bytes() == before

    @pytest.mark.parametrize("content", [b"", b"\n", b"{}\n", b"\xff\xfe\n", b"[" * 10_000 + b"\n"])
    @pytest.mark.parametrize("command", ["mark", "review"])
    def test_what_is_no_record(self, parley, command, content):
        Path("x.jsonl").write_bytes(content)
        complains(parley(command, "x.jsonl"), "x.jsonl")

    @pytest.mark.parametrize("command", ["mark", "review"])
    def test_what_counts_without_graders(self, parley, play, monkeypatch, command):
        play("soft", "set.jsonl", "--sitting", SITTING)
        monkeypatch.setattr(solutions, "graders", lambda: None)
        complains(parley(command, "set.jsonl", "--json"), "counts", "feedback", "graders")

    def test_reference_without_graders(self, play, monkeypatch):
        monkeypatch.setattr("parley.autoplay.graders", lambda: None)
        complains(play("reference", "x.jsonl"), "passive, random, soft, hard")

    def test_our_own_failure_is_1_and_says_so(self, parley, play, monkeypatch):
        play("soft")

        def broken(*args):
            raise ZeroDivisionError("by zero")

        monkeypatch.setattr("parley.marking.mark", broken)
        complains(parley("mark", "ada.jsonl"), "our fault", "ZeroDivisionError", code=1)
        monkeypatch.setenv("PARLEY_DEBUG", "1")
        monkeypatch.setattr(sys, "argv", ["parley", "mark", "ada.jsonl"])
        with pytest.raises(ZeroDivisionError):
            cli.main()


class TestHelp:
    @pytest.mark.parametrize("words", list(commands(cli.app)), ids=" ".join)
    def test_every_command_shows_an_example_that_names_it(self, parley, words):
        code, out, err = parley(*words, "--help")
        assert (code, err) == (0, "")
        assert f"Example: parley {' '.join(words)}" in " ".join(out.split())

    def test_the_commands_are_those_of_the_contract(self):
        names = {words[0] for words in commands(cli.app)}
        assert names >= {"exercises", "play", "mark", "review", "scenario", "lab", "hand-in"}
        assert isinstance(cli.app, typer.Typer)
