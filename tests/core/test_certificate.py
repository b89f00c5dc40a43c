"""A certificate states what the records show, and nothing that they do not."""

import json
import re
import shutil
import sys
from hashlib import sha256
from html import escape

import pytest
from tests.core.test_progress import Page, play

import parley
from parley import cli, record
from parley.errors import ParleyError
from parley.logbook.certificate import certificate, check
from parley.logbook.facts import digest, facts
from parley.logbook.page import facts_in, page
from parley.logbook.records import kept
from parley.marking import mark
from parley.play import load
from parley.session import open_session

EVIL = "<script>alert(1)</script>&\"'"


@pytest.fixture(autouse=True)
def ada(monkeypatch):
    monkeypatch.setenv("PARLEY_TRAINEE", "ada")


@pytest.fixture
def course(tmp_path):
    """Return a folder in which ada has practised a little."""
    folder = tmp_path / "course"
    for exercise in ("tent", "claim-desk-04", "tent-short", "first-positions"):
        play(folder, exercise, "random")
    return folder


@pytest.fixture
def made(course):
    return certificate(course).path


@pytest.fixture
def parley_certificate(monkeypatch, capsys):
    """Return a function that runs ``parley certificate``: code, stdout, stderr."""

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["parley", "certificate", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
        return (end.value.code, *capsys.readouterr())

    return run


def again(path, **changes):
    """Rewrite a certificate so that its facts say something else, and its text says the same."""
    found = facts_in(path.read_text(encoding="utf-8")) | changes
    path.write_text(page(found), encoding="utf-8")


class TestWriting:
    def test_it_lies_beside_the_notebook_and_says_what_was_shown(self, course, made):
        assert made == course / "certificate.html"
        text = Page(made.read_text(encoding="utf-8")).text
        best = mark(load(course / "records" / "tent.1.jsonl")).mark
        assert f"The tent ({best:.0f})" in text
        assert "It is not a grade" in text and "does not prove who sat" in text
        assert "begun: 2 of 3 finished" in text
        assert re.search(r"1 of \d\d modules and 4 of \d\d tables finished", text)
        assert "Not complete. Modules not finished: 01, 02, 03, 04" in text
        assert f"with Parley {parley.__version__} from 4 records" in text
        assert "The last positions are not finished" in text
        assert "Claim desks: " in text

    def test_one_cell_writes_it(self, course, monkeypatch):
        monkeypatch.chdir(course)
        shown = parley.certificate()
        assert repr(shown).startswith("Certificate of ada: certificate.html is written. 1 of ")
        assert '<a href="certificate.html">certificate.html</a>' in shown._repr_html_()

    def test_without_plays_nothing_is_written_and_a_notebook_goes_on(self, tmp_path):
        shown = certificate(tmp_path)
        assert repr(shown) == "Certificate of ada: nothing played yet, so none is written."
        assert shown._repr_html_() == f"<p>{shown!r}</p>"
        assert list(tmp_path.glob("*.html")) == []

    def test_only_ones_own_usable_practice_is_on_it(self, course, made):
        before = facts_in(made.read_text(encoding="utf-8"))
        play(course, "signal-desk", "soft", trainee="bo")
        (course / "records" / "x.1.jsonl").write_text("junk\n", encoding="utf-8")
        certificate(course)
        assert facts_in(made.read_text(encoding="utf-8")) == before

    def test_it_replaces_ones_own(self, course, made):
        play(course, "signal-desk", "soft")
        certificate(course)
        assert "Signal desk" in made.read_text(encoding="utf-8")
        assert sorted(path.name for path in course.iterdir()) == ["certificate.html", "records"]

    def test_it_replaces_nothing_else(self, course):
        path = course / "certificate.html"
        path.write_text("<p>my notes</p>", encoding="utf-8")
        with pytest.raises(ParleyError, match="is not a certificate of ada. Move it away first"):
            certificate(course)
        play(course, "tent", "soft", 2, trainee="bo")
        path.unlink()
        certificate(course, "bo")
        with pytest.raises(ParleyError, match="is not a certificate of ada"):
            certificate(course)
        assert facts_in(path.read_text(encoding="utf-8"))["trainee"] == "bo"

    def test_a_folder_that_cannot_be_written_to_is_told(self, course):
        (course / "certificate.part").mkdir()
        with pytest.raises(ParleyError, match="certificate.html: cannot be written"):
            certificate(course)

    def test_an_assignment_has_no_certificate(self, tmp_path):
        sitting = {"assignment": "a", "salt": "s", "tables": {"tent": {"attempts": 1}}}
        (tmp_path / "parley.json").write_text(json.dumps(sitting), encoding="utf-8")
        with pytest.raises(ParleyError, match="holds an assignment"):
            certificate(tmp_path)


class TestPage:
    def test_its_days_are_those_of_utc_and_it_says_so(self, course, made, monkeypatch):
        monkeypatch.setattr(record, "now", lambda: "2026-11-25T02:30:00+13:00")
        play(course, "signal-desk", "soft")
        found = facts(kept(course / "records", "ada")[0], "ada", "2026-11-25")
        assert found["first"] == "2026-11-24"
        assert "dates are days in UTC" in Page(made.read_text(encoding="utf-8")).text

    def test_it_asks_for_nothing_and_runs_nothing(self, made):
        text = made.read_text(encoding="utf-8")
        tags = Page(text).tags
        assert not {"script", "img", "link", "iframe", "form", "object", "base"} & set(tags)
        assert "http://" not in text and "https://" not in text and "url(" not in text
        assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text
        assert tags.count("caption") == tags.count("table") == 2
        assert set(Page(text).scopes) == {"col", "row"}

    @pytest.mark.parametrize("name", [EVIL, "عادل", 'a" onload="x', "</title><b>", "o’neil –"])
    def test_any_name_that_records_keep_is_only_text(self, tmp_path, monkeypatch, name):
        monkeypatch.setenv("PARLEY_TRAINEE", name)
        play(tmp_path, "tent-short", "passive", trainee=name)
        path = certificate(tmp_path).path
        text = path.read_text(encoding="utf-8")
        shown = Page(text)
        assert {"script", "b"} & set(shown.tags) == set()
        assert shown.tags.count("bdi") == 1 and name.casefold() in shown.words
        assert check(path, tmp_path / "records") == []

    def test_marks_of_direction_are_no_part_of_a_name(self, tmp_path):
        with pytest.raises(ParleyError, match="printable characters"):
            play(tmp_path, "tent-short", "passive", trainee="ada\u202e")

    def test_titles_of_tables_are_only_text(self, course):
        found = facts(kept(course / "records", "ada")[0], "ada", "2026-11-25")
        found["modules"][0][1] = EVIL
        found["weeks"] = found["calibration"] = [EVIL]
        assert "script" not in Page(page(found)).tags

    def test_a_play_through_several_exercises_is_told_by_itself(self, course):
        found = facts(kept(course / "records", "ada")[0], "ada", "2026-11-25")
        assert found["weeks"] == [], "six positions of two exercises are no crisis week"
        text = Page(page(found | {"weeks": ["Strait week: finished, best mark 71"]})).text
        assert "The crisis week" in text and "Strait week: finished, best mark 71." in text

    def test_the_same_records_give_the_same_page(self, course, made):
        before = made.read_bytes()
        certificate(course)
        assert made.read_bytes() == before


class TestChecking:
    def test_it_agrees_with_its_records(self, course, made):
        assert check(made, course / "records") == []

    def test_the_sum_is_that_of_sha256sum(self, course, made):
        found = facts_in(made.read_text(encoding="utf-8"))
        paths = sorted((course / "records").iterdir(), key=lambda path: path.name)
        sums = [(sha256(path.read_bytes()).hexdigest(), path.name) for path in paths]
        lines = "".join(f"{one}  {name}\n" for one, name in sums)
        assert found["digest"] == sha256(lines.encode()).hexdigest()
        assert found["files"] == [[name, one] for one, name in sums]

    def test_the_order_in_which_a_system_lists_files_changes_no_fact(self, course):
        found = kept(course / "records", "ada")[0]
        turned = facts(reversed(found), "ada", "2026-11-25")
        assert turned == facts(found, "ada", "2026-11-25")
        assert turned["files"] == sorted(turned["files"])

    def test_records_are_read_by_name_as_text_also_where_a_system_folds_case(
        self, tmp_path, monkeypatch
    ):
        path = play(tmp_path, "tent-short", "passive")
        for name in ("b.jsonl", "A.jsonl", "C.jsonl"):
            shutil.copy(path, path.with_name(name))
        path.unlink()
        monkeypatch.setattr(type(path), "__lt__", lambda a, b: str(a).lower() < str(b).lower())
        assert sorted(path.parent.iterdir())[1].name == "b.jsonl"
        (one,), left = kept(path.parent, "ada")
        assert one.name == "A.jsonl" and [line[:7] for line in left] == ["C.jsonl", "b.jsonl"]

    def test_a_sum_is_made_of_any_name_that_a_system_gives(self):
        names = ("\ud800.jsonl", "\udcff.jsonl")
        assert len({digest([(name, "0" * 64)]) for name in names}) == 2

    @pytest.mark.parametrize(
        ("change", "told"),
        [
            ({"minutes": 9000}, "It says of minutes at the tables: 9000. The records say: 0."),
            ({"sum": "All."}, "It says of what is finished: All. The records say: 1"),
            ({"calibration": ["All right."]}, "It says of calibration: All right; the records do"),
            ({"weeks": None}, "What it says of the crisis week is no list: None."),
            ({"last": "2031-01-01"}, "It says of the last day: 2031-01-01"),
            ({"missing": []}, "The records say of modules that are not finished: 01"),
            ({"parley": "9.9"}, "It was made with Parley 9.9, and this is "),
            ({"weeks": ["Ridge week: finished"]}, "It says of the crisis week: Ridge week"),
        ],
    )
    def test_what_was_changed_is_told(self, course, made, change, told):
        again(made, **change)
        assert any(line.startswith(told) for line in check(made, course / "records"))

    def test_a_field_that_is_missing_is_told_as_such(self, course, made):
        found = facts_in(made.read_text(encoding="utf-8"))
        del found["weeks"], found["plays"]
        made.write_text(
            f"<meta name='parley-facts' content='{escape(json.dumps(found))}'>", encoding="utf-8"
        )
        lines = check(made, course / "records")
        assert lines[:2] == ["It says nothing of plays.", "It says nothing of the crisis week."]
        assert lines[2] == "It has other fields than a certificate: ['plays', 'weeks']"

    def test_a_mark_that_was_raised_is_told(self, course, made):
        found = facts_in(made.read_text(encoding="utf-8"))
        found["modules"][0][3] = ["The tent, two issues (100)", "First positions (100)"]
        again(made, modules=found["modules"])
        lines = check(made, course / "records")
        assert lines[0].startswith("It says of modules: 00, Start here, finished, The tent")
        assert lines[1].startswith("The records say of modules: 00, Start here, finished, The tent")

    def test_a_page_that_was_changed_by_hand_is_told(self, course, made):
        text = made.read_text(encoding="utf-8")
        made.write_text(text.replace("<bdi>ada</bdi>", "<bdi>bo</bdi>"), encoding="utf-8")
        (line,) = check(made, course / "records")
        assert line.startswith("The text of the page was changed")

    def test_lines_may_end_as_windows_ends_them(self, course, made):
        made.write_bytes(made.read_bytes().replace(b"\n", b"\r\n"))
        assert check(made, course / "records") == []

    def test_records_that_are_gone_changed_or_new_are_named(self, course, made):
        records = course / "records"
        (records / "tent.1.jsonl").unlink()
        play(course, "signal-desk", "soft")
        play(course, "tent-short", "soft", 2)
        shutil.move(records / "tent-short.2.jsonl", records / "tent-short.1.jsonl")
        lines = check(made, records)
        assert lines[0] == "signal-desk.1.jsonl: lies here, and is not on the certificate."
        assert lines[1].startswith("tent-short.1.jsonl: not the file from which")
        assert lines[2].startswith("tent.1.jsonl: named on the certificate, and no usable")

    def test_records_that_came_later_change_nothing_else(self, course, made):
        play(course, "signal-desk", "soft")
        (line,) = check(made, course / "records")
        assert line.startswith("signal-desk.1.jsonl: lies here")

    def test_another_trainees_records_are_no_proof(self, course, made):
        again(made, trainee="bo")
        lines = check(made, course / "records")
        assert sum("no usable record of this name" in line for line in lines) == 4

    def test_what_is_no_certificate_is_refused(self, tmp_path):
        path = tmp_path / "certificate.html"
        records = tmp_path / "records"
        for text in ("", "<p>hello</p>", '<meta name="parley-facts" content="[[[[">'):
            path.write_text(text, encoding="utf-8")
            with pytest.raises(ParleyError, match="this is no certificate of Parley"):
                check(path, records)
        path.write_bytes(b"x" * 1_000_001)
        with pytest.raises(ParleyError, match="at most 1000000 bytes"):
            check(path, records)
        with pytest.raises(ParleyError, match="cannot be read"):
            check(tmp_path / "none.html", records)

    @pytest.mark.parametrize("name", ["", 7, "Ada", " ada", "ada\u202e", "x" * 81])
    def test_a_name_that_no_record_keeps_is_refused(self, course, made, name):
        text = json.dumps({"format": "parley-certificate/1", "trainee": name})
        made.write_text(f"<meta name='parley-facts' content='{text}'>", encoding="utf-8")
        with pytest.raises(ParleyError, match="names no trainee"):
            check(made, course / "records")

    @pytest.mark.parametrize("junk", [7, None, [[]], [["a"]], {"a": 1}, "x" * 9999, ["\x1b[2J"]])
    def test_any_junk_in_a_certificate_is_told_in_lines_for_a_screen(self, course, made, junk):
        found = facts_in(made.read_text(encoding="utf-8"))
        hostile = dict.fromkeys(found, junk) | {"format": found["format"], "trainee": "ada"}
        text = json.dumps(hostile | {"evil": 1}).replace("&", "&amp;").replace("'", "&#39;")
        made.write_text(f"<meta name='parley-facts' content='{text}'>", encoding="utf-8")
        lines = check(made, course / "records")
        assert 4 <= len(lines) <= 21
        assert all(line.isprintable() and len(line) < 700 for line in lines)


class TestCommand:
    def test_write_then_check(self, course, parley_certificate):
        code, out, err = parley_certificate(course)
        assert (code, err) == (0, "") and "certificate.html: open it in a browser" in out
        code, out, _ = parley_certificate("--check", course / "certificate.html")
        assert code == 0 and out.endswith("certificate.html: It agrees with the records.\n")

    def test_a_difference_ends_with_code_1(self, course, made, parley_certificate):
        again(made, minutes=9000)
        code, out, err = parley_certificate("--check", made, "--records", course / "records")
        assert (code, err) == (1, "") and "minutes at the tables: 9000" in out

    def test_nothing_played(self, tmp_path, parley_certificate):
        code, out, err = parley_certificate(tmp_path, "--trainee", "Bo")
        assert (code, out) == (2, "")
        assert "Certificate of bo: nothing played yet" in err and "Play at a table first" in err

    def test_no_such_records(self, made, tmp_path, parley_certificate):
        code, _, err = parley_certificate("--check", made, "--records", tmp_path / "none")
        assert code == 2 and "there is no such folder" in err

    def test_progress_on_a_terminal(self, course, monkeypatch, capsys):
        open_session("tent", course, "ada")
        (course / "records" / "[red]x.1.jsonl").write_text("junk\n", encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["parley", "progress", str(course)])
        monkeypatch.setenv("COLUMNS", "140")
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        assert (end.value.code or 0, err) == (0, "")
        assert "Progress of ada: 4 plays at 4 tables" in out
        assert "17 Case files" in out and "not begun" in out and "#######..." in out
        assert "[red]x.1.jsonl is not counted" in out
