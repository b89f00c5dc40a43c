"""What a trainee has done over the whole course, read from records alone."""

import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import mean

import pytest
from tools import outline as tool
from tools import reliability

import parley
from parley import record, scenario, solutions
from parley.autoplay import Table
from parley.errors import ParleyError
from parley.logbook import reckon
from parley.logbook.forms import CHANCE, Forms
from parley.logbook.outline import outline
from parley.logbook.reckon import progress
from parley.logbook.records import printable
from parley.marking import mark
from parley.place import read_sitting
from parley.play import begin, load
from parley.record import PRACTICE, Header
from parley.session import open_session

ROOT = Path(__file__).resolve().parents[2]
ASSIGNMENT = "04_bilateral_talks"
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def clock(monkeypatch):
    """Let a minute pass between any two moves."""
    minutes = iter(range(600))
    monkeypatch.setattr(
        record, "now", lambda: f"2026-11-24T{8 + (m := next(minutes)) // 60:02d}:{m % 60:02d}:00Z"
    )


@pytest.fixture
def tmp_path(tmp_path):
    """Return a folder with no neighbours, for assignments are looked for beside a notebook's."""
    folder = tmp_path / "kit" / "course"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(autouse=True)
def ada(monkeypatch):
    monkeypatch.setenv("PARLEY_TRAINEE", "ada")


def play(folder, exercise, policy="soft", attempt=1, trainee="ada", sitting=None):
    """Let a policy play an exercise into a record beside a notebook in a folder."""
    (folder / "records").mkdir(parents=True, exist_ok=True)
    path = folder / "records" / f"{exercise}.{attempt}.jsonl"
    Table(exercise, trainee, attempt, path, sitting).play(policy)
    return path


def row(found, exercise):
    """Return what was done at a table, begun or not."""
    return next(t for module in found.modules for t in module.tables if t.exercise == exercise)


def module(found, number):
    return next(one for one in found.modules if one.module == number)


class Page(HTMLParser):
    """The tags, the tables' captions and scopes, and the text of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.scopes, self.words = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.scopes += [dict(attrs).get("scope")] if tag == "th" else []
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(self.words)


class TestNothingPlayed:
    def test_it_says_so_in_one_line_that_a_new_module_does_not_change(self, tmp_path):
        found = progress(tmp_path)
        assert repr(found) == "Progress of ada: nothing played yet."
        assert found._repr_html_() == "<p>Progress of ada: nothing played yet.</p>"

    def test_every_module_is_there_all_the_same(self, tmp_path):
        found = progress(tmp_path)
        assert {one.state for one in found.modules} == {"not begun"}
        assert found.tables == () and found.minutes == 0

    def test_a_notebook_may_ask_twice(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        for _ in range(2):
            assert repr(parley.progress()) == "Progress of ada: nothing played yet."

    def test_no_module_hides_a_public_name(self):
        assert [name for name in parley.__all__ if find_spec(f"parley.{name}")] == []


class TestTables:
    def test_plays_marks_and_minutes_are_counted(self, tmp_path, clock):
        session = open_session("tent", tmp_path, "ada")
        session.move({"kind": "adjourn"})
        session.move({"kind": "adjourn"})
        session.move({"kind": "walk-out"})
        session.new_attempt()
        session.move({"kind": "adjourn"})
        found = progress(tmp_path)
        (table,) = found.tables
        assert (table.module, table.title, table.plays, table.finished) == ("04", "The tent", 2, 1)
        assert (table.best, table.minutes, table.state) == (0, 2, "finished")
        assert "2 plays at 1 table, 2 minutes" in repr(found)

    def test_the_best_mark_is_that_of_the_marker(self, tmp_path):
        paths = [play(tmp_path, "tent-short", "random", attempt) for attempt in (1, 2, 3)]
        marks = [mark(load(path)).mark for path in paths]
        assert row(progress(tmp_path), "tent-short").best == max(marks)

    def test_a_play_that_cannot_be_marked_is_told_and_stops_nothing(self, tmp_path, monkeypatch):
        for exercise in ("tent", "tent-short"):
            play(tmp_path, exercise, "random")
        monkeypatch.setattr(solutions, "data_folder", lambda: tmp_path)
        monkeypatch.setattr(solutions, "_open", solutions._open.__wrapped__)
        found = progress(tmp_path)
        assert [(table.state, table.best) for table in found.tables] == [("finished", None)] * 2
        assert "tent.1.jsonl is not marked: tent: profile p" in found.unread[1]

    def test_a_pause_counts_five_minutes(self, tmp_path, monkeypatch):
        times = iter(["2026-11-24T08:00:00.000Z", "2026-11-24T11:00:00.000Z"])
        monkeypatch.setattr(record, "now", lambda: next(times))
        session = open_session("tent", tmp_path, "ada")
        session.move({"kind": "adjourn"})
        session.move({"kind": "adjourn"})
        assert progress(tmp_path).tables[0].minutes == 5

    def test_moves_that_a_branch_repeats_take_their_minutes_once(self, tmp_path, clock):
        session = open_session("tent", tmp_path, "ada")
        for kind in ("adjourn", "adjourn", "walk-out"):
            session.move({"kind": kind})
        assert progress(tmp_path).minutes == 2
        for row in (3, 2):
            session.play_on(row)
            session.move({"kind": "walk-out"})
        found = progress(tmp_path)
        assert (found.tables[0].plays, found.minutes) == (3, 4)

    def test_a_table_of_no_lesson_is_shown_once_it_is_played(self, tmp_path, monkeypatch):
        play(tmp_path, "tent", "passive")
        play(tmp_path, "match-the-cause", "passive")
        bare = [replace(one, tables=one.tables[1:]) for one in outline() if one.module != "04"]
        monkeypatch.setattr(reckon, "outline", lambda: tuple(bare))
        found = progress(tmp_path)
        cause, tent = row(found, "match-the-cause"), row(found, "tent")
        assert (cause.module, cause.asked, cause.plays) == ("03", False, 1)
        assert (tent.module, tent.asked, tent.plays) == ("04", False, 1)
        assert [one.module for one in found.modules] == [one.module for one in outline()]
        assert module(found, "04").title == "Tables of no lesson"

    def test_modules_are_told_from_what_they_ask(self, tmp_path):
        play(tmp_path, "cyber-ladder", "passive")
        assert module(progress(tmp_path), "16").state == "begun"
        play(tmp_path, "claim-desk-16", "passive")
        found = module(progress(tmp_path), "16")
        assert (found.state, found.done, found.asked) == ("finished", 2, 2)
        assert [table.asked for table in found.tables].count(False) == 4


class TestOutline:
    def test_it_is_what_the_lessons_show(self):
        """Guard against a lesson that has changed since ``make derived``."""
        assert tool.main(["--check"]) == 0

    def test_lessons_and_scenarios_agree_on_where_a_table_belongs(self):
        shown = [(one.module, table) for one in outline() for table in one.tables]
        for number, table in shown:
            assert scenario.load(table.exercise).module == number
            assert scenario.load(table.exercise).title == table.title
        names = [table.exercise for _, table in shown]
        assert len(names) == len(set(names))

    def test_modules_are_in_order_and_ask_something(self):
        numbers = [one.module for one in outline()]
        assert numbers == [f"{n:02d}" for n in range(len(numbers))] and len(numbers) >= 18
        assert all(one.minutes >= 30 and any(t.asked for t in one.tables) for one in outline())

    def test_a_stale_outline_is_found(self, monkeypatch, tmp_path, capsys):
        monkeypatch.setattr(tool, "FILE", tmp_path / "course.json")
        tool.FILE.write_text("[]\n", encoding="utf-8")
        assert tool.main(["--check"]) == 1
        assert "course.json is out of date" in capsys.readouterr().err
        assert tool.main([]) == 0 and tool.main(["--check"]) == 0

    def test_data_of_an_instructor_without_a_course_have_none(self, tmp_path, monkeypatch):
        (tmp_path / "data" / "scenarios").mkdir(parents=True)
        monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))
        assert outline() == () and progress(tmp_path).modules == ()
        assert progress(tmp_path).sum == ""

    def test_a_broken_outline_is_told(self, tmp_path, monkeypatch):
        (tmp_path / "data" / "scenarios").mkdir(parents=True)
        monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))
        (tmp_path / "data" / "course.json").write_text('{"module": "00"}', encoding="utf-8")
        with pytest.raises(ParleyError, match="not the outline of a course"):
            outline()


class TestNotCounted:
    def test_other_people_and_damage_are_listed_with_the_reason(self, tmp_path):
        open_session("tent", tmp_path, "bo").move({"kind": "adjourn"})
        (tmp_path / "records" / "x.1.jsonl").write_text("<b>no record</b>\n")
        (tmp_path / "records" / "y.1.jsonl").mkdir()
        found = progress(tmp_path)
        assert found.tables == ()
        assert [line.partition(" is not counted: ")[0] for line in found.unread] == [
            *("tent.1.jsonl", "x.1.jsonl", "y.1.jsonl")
        ]
        assert "it is the record of bo, and you are ada." in found.unread[0]
        assert "no header of a record" in found.unread[1]
        assert "no regular file" in found.unread[2]
        assert "<b>" not in found._repr_html_()

    def test_a_record_under_another_name_does_not_replay(self, tmp_path):
        path = play(tmp_path, "claim-desk-04", "soft", trainee="bo")
        text = path.read_text(encoding="utf-8").replace('"trainee":"bo"', '"trainee":"ada"', 1)
        path.write_text(text, encoding="utf-8")
        found = progress(tmp_path)
        assert found.tables == () and "Line 2 does not replay" in found.unread[0]

    def test_a_torn_record_counts_in_part_and_that_is_told(self, tmp_path):
        path = play(tmp_path, "claim-desk-04", "random")
        path.write_bytes(path.read_bytes()[:-20])
        found = progress(tmp_path)
        assert row(found, "claim-desk-04").state == "begun"
        assert found.unread[0].startswith("claim-desk-04.1.jsonl is counted in part: The last line")

    def test_a_header_alone_is_no_play(self, tmp_path):
        path = play(tmp_path, "tent-short", "passive")
        path.write_bytes(path.read_bytes().split(b"\n")[0] + b"\n")
        assert "it holds no move" in progress(tmp_path).unread[0]

    def test_a_copy_is_no_second_play(self, tmp_path):
        path = play(tmp_path, "tent-short", "passive")
        shutil.copy(path, path.with_name("tent-short.2.jsonl"))
        found = progress(tmp_path)
        assert row(found, "tent-short").plays == 1
        assert found.unread == (
            "tent-short.2.jsonl is not counted: it is a copy of tent-short.1.jsonl.",
        )

    def test_of_copies_the_file_of_the_plain_name_counts(self, tmp_path):
        path = play(tmp_path, "tent-short", "passive")
        shutil.copy(path, path.with_name("tent-short.1 (copy).jsonl"))
        assert progress(tmp_path).unread == (
            "tent-short.1 (copy).jsonl is not counted: it is a copy of tent-short.1.jsonl.",
        )

    def test_a_link_is_not_followed(self, tmp_path):
        path = play(tmp_path / "elsewhere", "tent-short", "passive")
        (tmp_path / "records").mkdir()
        (tmp_path / "records" / "tent-short.1.jsonl").symlink_to(path)
        assert "no regular file" in progress(tmp_path).unread[0]

    def test_what_a_screen_obeys_is_not_told(self, tmp_path):
        (tmp_path / "records").mkdir()
        (tmp_path / "records" / "\u202e\x1b[2J.jsonl").write_text("junk\n", encoding="utf-8")
        (line,) = progress(tmp_path).unread
        assert line.isprintable() and printable(line) == line


class TestCalibration:
    def judge(self, folder, session=None):
        session = session or open_session("claim-desk-04", folder, "ada")
        (action,) = session.view()["form"]["actions"]
        values = {field["name"]: field["value"] for field in action["fields"]}
        verdict = next(
            f["choices"][-1]["value"] for f in action["fields"] if f["name"] == "verdict"
        )
        session.move({"kind": action["kind"], **values, "verdict": verdict})

    def test_desks_and_forecasts_are_told_apart(self, tmp_path):
        self.judge(tmp_path)
        assert [one.partition(";")[0] for one in progress(tmp_path).calibration] == [
            "Claim desks: 1 answer"
        ]
        play(tmp_path, "forecast-book", "passive")
        desks, book = progress(tmp_path).calibration
        assert desks.startswith("Claim desks: 1 answer")
        assert book.startswith("Forecasts: ") and " answers; half right" in book

    def test_answers_that_a_branch_repeats_count_once_and_so_does_their_desk(self, tmp_path):
        play(tmp_path, "claim-desk-04", "soft")
        (before,) = progress(tmp_path).calibration
        assert before.startswith("Claim desks: 13 answers; ")
        for row, told in ((13, "14 answers; "), (1, "15 answers; ")):
            session = open_session("claim-desk-04", tmp_path, "ada")
            session.restore(session.play.header, tmp_path / "records" / "claim-desk-04.1.jsonl")
            session.play_on(row)
            self.judge(tmp_path, session)
            (after,) = progress(tmp_path).calibration
            assert after.startswith(f"Claim desks: {told}")

    def test_a_forecast_that_a_branch_repeats_counts_once(self, tmp_path):
        play(tmp_path, "forecast-book", "soft")
        (before,) = progress(tmp_path).calibration
        session = open_session("forecast-book", tmp_path, "ada")
        part = session.play.part(session.part)
        session.play_on(len(part.moves))
        session.move(part.moves[-1])
        (after,) = progress(tmp_path).calibration
        assert [int(re.search(r"(\d+) answers", one)[1]) for one in (before, after)] == [9, 10]


class TestPositions:
    def test_both_forms_stand_beside_each_other(self, tmp_path):
        first, last = (play(tmp_path, f"{name}-positions", "random") for name in ("first", "last"))
        forms = progress(tmp_path).forms
        marked = mark(load(first))
        assert forms.first[0] == marked.mark
        assert forms.first[1] == pytest.approx(mean(part.mark for part in marked.parts[:4]))
        assert forms.first[2] == pytest.approx(mean(part.mark for part in marked.parts[4:]))
        assert forms.last[0] == mark(load(last)).mark
        assert forms.words.startswith("Six positions are few.")
        assert forms.words in repr(progress(tmp_path)) and len(forms.rows) == 3

    def test_one_form_alone_has_no_difference(self, tmp_path):
        play(tmp_path, "first-positions", "random")
        forms = progress(tmp_path).forms
        assert "last positions are not finished" in forms.words
        assert [cells[2:] for cells in forms.rows] == [("–", "–")] * 3

    def test_the_first_attempt_counts_and_an_unfinished_one_does_not(self, tmp_path):
        first = play(tmp_path, "first-positions", "random", 2)
        play(tmp_path, "first-positions", "random", 3)
        open_session("first-positions", tmp_path, "ada")
        assert progress(tmp_path).forms.first[0] == mark(load(first)).mark

    def test_differences_are_of_the_numbers_shown(self):
        rows = Forms((50.4, 60.0, 10.6), (50.4, 49.5, 20.4)).rows
        assert [cells[1:] for cells in rows] == [
            ("50", "50", "0"),
            ("60", "50", "−10"),
            ("11", "20", "+9"),
        ]

    def test_how_far_two_forms_of_one_player_lie_apart(self):
        """The number in the caution: more than half of the pairs differ by so much or more."""
        wide = [abs(self.form("last", n) - self.form("first", n)) >= CHANCE for n in range(150)]
        assert 0.5 < mean(wide) < 0.7

    def form(self, which, number):
        """Return the mark of a form whose player decides half of its positions at random."""
        exercise = f"{which}-positions"
        found = scenario.load(exercise)
        head = Header(exercise, found.version, found.rules, f"p{number}", "", PRACTICE, 1)
        attempt, rng = begin(head), Random(f"{exercise} {number}")
        for part in attempt.parts.values():
            attempt = attempt.with_part(reliability._played(attempt, part, 0.5, rng))
        return mark(attempt).mark

    def test_the_forms_hold_four_of_talks_and_two_of_a_crisis(self):
        for name in ("first-positions", "last-positions"):
            games = [scenario.load(one.exercise).game for one in scenario.load(name).positions]
            assert sorted(games) == ["bargaining"] * 4 + ["signalling"] * 2


class TestSittings:
    @pytest.fixture
    def kit(self, tmp_path):
        """Return the course's folder of a kit that holds an assignment."""
        source = ROOT / "assignments" / "source" / ASSIGNMENT / "parley.json"
        (tmp_path / "kit" / "course").mkdir(parents=True)
        target = tmp_path / "kit" / "assignments" / ASSIGNMENT
        target.mkdir(parents=True)
        shutil.copy(source, target)
        return tmp_path / "kit" / "course"

    @pytest.fixture
    def assignment(self, kit):
        return kit.parent / "assignments" / ASSIGNMENT

    def test_an_assignment_without_records_is_not_told(self, kit):
        assert progress(kit).empty

    def test_begun_and_complete_but_never_a_mark(self, kit, assignment, monkeypatch):
        sitting = assignment / "parley.json"
        play(assignment, "tent", "soft", sitting=sitting)
        monkeypatch.setattr(solutions, "graders", lambda: None)
        found = progress(kit)
        assert [(one.assignment, one.state) for one in found.sittings] == [
            (ASSIGNMENT, "complete"),
            (ASSIGNMENT, "not begun"),
        ]
        assert set(read_sitting(sitting).tables) == {"tent", "claim-desk-04"}
        assert found.tables == () and "mark" not in repr(found)
        assert "marks come with the feedback" in found._repr_html_()

    def test_what_is_begun_is_not_complete(self, kit, assignment):
        session = open_session("tent", assignment, "ada", read_sitting(assignment / "parley.json"))
        session.move({"kind": "adjourn"})
        assert progress(kit).sittings[0].state == "begun, not complete"
        assert progress(assignment).sittings == progress(kit).sittings

    def test_a_broken_sitting_file_leaves_its_records(self, kit, assignment):
        play(assignment, "tent", "soft", sitting=assignment / "parley.json")
        (assignment / "parley.json").write_text("{", encoding="utf-8")
        assert [one.state for one in progress(kit).sittings] == ["complete"]

    def test_the_code_of_a_room_is_not_told(self, kit, assignment, monkeypatch):
        monkeypatch.setenv("PARLEY_SITTING", "7-geese")
        play(assignment, "tent", "soft", sitting=assignment / "parley.json")
        found = progress(kit)
        assert found.sittings[0].assignment == ASSIGNMENT
        assert "geese" not in repr(found) + found._repr_html_()

    def test_records_of_others_there_are_listed(self, kit, assignment):
        play(assignment, "tent", "soft", trainee="bo", sitting=assignment / "parley.json")
        assert progress(kit).unread[0].startswith(f"{ASSIGNMENT}/tent.1.jsonl is not counted")


class TestPages:
    def test_all_of_it_is_a_page_that_reads_without_its_style(self, tmp_path):
        for exercise in ("tent", "claim-desk-04", "first-positions", "last-positions"):
            play(tmp_path, exercise, "random")
        found = progress(tmp_path)
        page = Page(found._repr_html_())
        assert page.tags.count("details") == len(found.modules)
        assert page.tags.count("caption") == page.tags.count("table")
        assert set(page.scopes) == {"col", "row"}
        assert "begun: 2 of 3 finished" in page.text
        assert "asks 80 min" in page.text
        assert not {"script", "img", "link", "iframe"} & set(page.tags)
        assert found.sum in page.text and found.sum in repr(found)

    def test_names_are_escaped(self, tmp_path, monkeypatch):
        evil = EVIL.casefold()
        monkeypatch.setenv("PARLEY_TRAINEE", evil)
        play(tmp_path, "tent", "soft", trainee=evil)
        html = progress(tmp_path)._repr_html_()
        assert evil not in html and "&lt;script&gt;" in html

    def test_records_read_twice_are_the_same(self, tmp_path):
        play(tmp_path, "tent", "soft")
        assert repr(progress(tmp_path)) == repr(progress(tmp_path))
        assert progress(tmp_path)._repr_html_() == progress(tmp_path)._repr_html_()
