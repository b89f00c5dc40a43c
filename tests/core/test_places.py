"""Where records lie, which sitting a folder holds, what is handed in, and who sits there."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from parley import place, work
from parley.errors import ParleyError, Refused
from parley.handin import hand_in
from parley.place import Sitting, read_sitting, records_folder
from parley.session import open_session
from parley.trainee import clean, trainee

PLAIN = {"assignment": "04_bilateral_talks", "salt": "s", "tables": {"tent": {"attempts": 1}}}
WALK = {"kind": "walk-out"}


@pytest.fixture
def folder(tmp_path):
    """Return a fetched assignment's folder."""
    folder = tmp_path / "04_bilateral_talks"
    folder.mkdir()
    (folder / "parley.json").write_text(json.dumps(PLAIN), encoding="utf-8")
    (folder / "04_bilateral_talks.ipynb").write_text("{}", encoding="utf-8")
    return folder


class TestRecordsFolder:
    @pytest.mark.parametrize(
        "where",
        [
            "assignments/source/04",
            "assignments/release/04",
            "source/repos/course/assignments/source/04",
            "release/assignments/source/04/deeper",
            "assignments/old/assignments/release/04",
        ],
    )
    def test_nothing_lies_beside_what_will_be_released(self, tmp_path, where):
        folder = tmp_path / where
        folder.mkdir(parents=True)
        assert not records_folder(folder).is_relative_to(folder)

    @pytest.mark.parametrize("where", ["source/04", "assignments/submitted/a/04", "release"])
    def test_else_records_lie_beside_the_notebook(self, tmp_path, where):
        assert records_folder(tmp_path / where) == tmp_path / where / "records"

    def test_a_named_folder_comes_first(self, tmp_path, monkeypatch):
        monkeypatch.setenv("PARLEY_RECORDS", str(tmp_path / "kept"))
        assert records_folder(tmp_path / "assignments" / "source" / "x") == tmp_path / "kept"


class TestSitting:
    def test_a_folder_without_one_is_practice(self, tmp_path):
        assert place.sitting(tmp_path) is None
        assert open_session("tent", tmp_path, "ada").play.practice

    def test_a_folder_with_one_counts(self, folder):
        assert place.sitting(folder) == Sitting("04_bilateral_talks", "s", {"tent": 1})
        assert open_session("tent", folder, "ada").view()["mode"] == "graded"

    def test_a_code_given_out_in_the_room_makes_another_draw(self, folder, monkeypatch):
        before = open_session("tent", folder, "ada").play
        monkeypatch.setenv("PARLEY_SITTING", " blue ")
        after = open_session("tent", folder, "ada").play
        assert after.header.sitting == "04_bilateral_talks:blue"
        assert [p.draw.variant.key for p in after.parts.values()] != [
            p.draw.variant.key for p in before.parts.values()
        ]

    def test_only_its_own_tables(self, folder):
        plain = PLAIN | {"tables": {"other": {"attempts": 1}}}
        (folder / "parley.json").write_text(json.dumps(plain))
        with pytest.raises(ParleyError, match="has no table 'tent'; it has other"):
            open_session("tent", folder, "ada")

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.binary(max_size=80)
        | st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["assignment", "salt", "tables", "tent", "attempts"]), inner
                )
            ),
        ).map(lambda plain: json.dumps(plain).encode())
    )
    @example(json.dumps(PLAIN | {"tables": {"tent": {"attempts": float("inf")}}}).encode())
    @example(json.dumps(PLAIN | {"tables": {"tent": {"attempts": 0}}}).encode())
    @example(json.dumps(PLAIN | {"tables": {}}).encode())
    @example(json.dumps(PLAIN | {"assignment": "practice"}).encode())
    @example(json.dumps(PLAIN | {"salt": "\ud800"}).encode())
    @example(b"[" * 10_000)
    @example(b"9" * 10_000)
    def test_any_bytes_are_a_sitting_or_an_error_in_words(self, tmp_path, data):
        path = tmp_path / "parley.json"
        path.write_bytes(data)
        try:
            found = read_sitting(path)
        except ParleyError as error:
            assert str(path) in str(error)
        else:
            assert found.name != "practice"
            assert min(found.tables.values()) >= 1
            (found.name + found.salt).encode()


class TestHandIn:
    def test_the_zip_holds_the_notebook_and_its_records_alone(self, folder):
        session = open_session("tent", folder, "ada")
        session.move(WALK, "play-1")
        (folder / "records" / "tent.1.jsonl.damaged-1").write_text("x")
        (folder / "records" / "tent.2.jsonl").write_text("one attempt more than is allowed")
        (folder / "diary.txt").write_text("private")
        path = hand_in(folder, name="Ada")
        assert path == folder.parent / "ada_04_bilateral_talks.zip"
        with zipfile.ZipFile(path) as archive:
            assert sorted(archive.namelist()) == [
                "ada/04_bilateral_talks.ipynb",
                "ada/records/tent.1.jsonl",
            ]
            assert archive.read("ada/records/tent.1.jsonl") == session.path.read_bytes()

    def test_it_is_never_written_over(self, folder):
        path = hand_in(folder, name="ada")
        before = path.read_bytes()
        with pytest.raises(ParleyError, match="exists already"):
            hand_in(folder, name="ada")
        assert path.read_bytes() == before

    def test_without_a_notebook_it_says_so(self, folder):
        (folder / "04_bilateral_talks.ipynb").unlink()
        with pytest.raises(ParleyError, match="notebook is missing"):
            hand_in(folder, name="ada")

    def test_a_record_that_cannot_be_read_is_named(self, folder):
        (folder / "records").mkdir()
        (folder / "records" / "tent.1.jsonl").write_bytes(b"\xff\n")
        with pytest.raises(ParleyError, match=r"tent\.1\.jsonl"):
            hand_in(folder, name="ada")
        assert not (folder.parent / "ada_04_bilateral_talks.zip").exists()


class TestWork:
    def test_it_is_0_as_text_and_says_how_far_one_is(self, folder, monkeypatch):
        monkeypatch.chdir(folder)
        monkeypatch.setenv("PARLEY_TRAINEE", "ada")
        begun = work.work("tent")
        assert str(float(begun)) == "0.0"
        assert repr(begun) == "0.0"
        assert "0 of 22 parts done" in begun._repr_html_()
        session = open_session("tent")
        for name in session.play.parts:
            session.move(WALK, name)
        assert "22 of 22 parts done. Complete for ada" in work.work("tent")._repr_html_()

    def test_stock_autograding_gets_no_number(self, folder, monkeypatch):
        monkeypatch.chdir(folder)
        monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
        with pytest.raises(ParleyError, match="marked from its record"):
            work.work("tent")

    def test_validation_fails_until_the_work_is_complete(self, folder, monkeypatch):
        monkeypatch.chdir(folder)
        monkeypatch.setenv("PARLEY_TRAINEE", "ada")
        monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
        with pytest.raises(ParleyError, match="0 of 22 parts done"):
            work.work("tent")
        session = open_session("tent")
        for name in session.play.parts:
            session.move(WALK, name)
        assert work.work("tent") == 0.0


class TestTrainee:
    @given(st.text())
    def test_a_name_is_kept_in_one_way_or_refused(self, name):
        try:
            kept = clean(name)
        except ParleyError:
            return
        assert clean(kept) == kept == clean(f"  {name}\t")
        assert 1 <= len(kept) <= 80
        kept.encode()

    def test_a_damaged_note_of_the_name_stops_nobody(self, tmp_path, monkeypatch):
        monkeypatch.setattr("parley.trainee.user_config_path", lambda name: tmp_path / name)
        (tmp_path / "parley").mkdir()
        (tmp_path / "parley" / "trainee").write_bytes(b"\xff\xfe")
        assert trainee()

    def test_nobody_moves_without_a_name(self, tmp_path, monkeypatch):
        monkeypatch.setattr("parley.session.trainee", lambda: "")
        session = open_session("tent", tmp_path)
        with pytest.raises(Refused, match="who you are"):
            session.move(WALK)
        session.rename("ada")
        session.move(WALK)
        assert session.finished


class TestRename:
    def test_a_refused_name_leaves_the_session_as_it_was(self, tmp_path):
        session = open_session("tent", tmp_path, "ada")
        session.move({"kind": "adjourn"})
        with pytest.raises(ParleyError, match="is the record of ada"):
            session.rename("bob")
        assert session.view()["trainee"] == "ada"
        session.move(WALK)
        assert session.view()["moves"] == 2


class TestFirstLine:
    @pytest.mark.parametrize("left", [b"", b'{"format":"parley-rec'], ids=["empty", "torn"])
    def test_a_record_that_broke_in_its_first_line_begins_anew(self, tmp_path, left):
        path = tmp_path / "records" / "tent.1.jsonl"
        path.parent.mkdir()
        path.write_bytes(left)
        session = open_session("tent", tmp_path, "ada")
        session.move({"kind": "adjourn"})
        assert open_session("tent", tmp_path, "ada").view() == session.view()
        aside = Path(f"{path}.damaged-1")
        assert (aside.read_bytes() if left else None) == (left or None)
