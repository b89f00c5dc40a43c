"""The panel's Python side: messages in, the synced screen out."""

import re
from pathlib import Path

import pytest

from parley.panel import table as panel
from parley.panel.table import Form, table
from parley.session import open_session


@pytest.fixture
def shown(tmp_path):
    return table(open_session("tent", tmp_path, "reader"))


def tell(shown, **message):
    """Deliver a message as the script sends it, and return the screen."""
    at = shown.form.screen["moves"]
    shown._answer(shown.form, {"id": "1", "at": at, **message}, [])
    return shown.form.screen


def test_text_form_is_the_same_in_every_kernel(shown, tmp_path):
    again = table(open_session("tent", tmp_path, "reader"))
    assert repr(shown) == repr(again) == "Table: tent, attempt 1, trainee reader"


def test_a_move_is_answered_with_the_whole_state(shown):
    screen = tell(shown, do="move", part="play", move={"kind": "adjourn"})
    assert (screen["reply"], screen["refused"], screen["moves"]) == ("1", "", 1)
    assert screen["view"] == shown.session.view()["view"]


def test_a_refused_move_gives_its_reason_and_changes_nothing(shown):
    before = shown.form.screen
    screen = tell(shown, do="move", part="play", move={"kind": "sing"})
    assert screen["refused"]
    assert screen["view"] == before["view"]
    assert not shown.session.path.exists()


def test_a_move_that_was_sent_twice_is_made_once(shown):
    ask = {"do": "move", "part": "play", "at": 0, "move": {"kind": "ask", "issue": "observers"}}
    assert tell(shown, **ask)["refused"] == ""
    screen = tell(shown, **ask)
    assert "after the table had gone on" in screen["refused"]
    assert screen["moves"] == 1


def test_the_figure_comes_with_the_end_and_goes_with_a_new_attempt(shown):
    assert shown.figure.outputs == ()
    tell(shown, do="move", part="play", move={"kind": "walk-out"})
    (output,) = shown.figure.outputs
    assert set(output["data"]) == {"application/vnd.plotly.v1+json", "text/plain"}
    assert shown.form.screen["review"]["picture"]["words"] == output["data"]["text/plain"]
    tell(shown, do="new-attempt")
    assert shown.figure.outputs == ()
    assert repr(shown) == "Table: tent, attempt 2, trainee reader"


def test_play_on_takes_up_the_prefix(shown):
    tell(shown, do="move", part="play", move={"kind": "adjourn"})
    tell(shown, do="move", part="play", move={"kind": "walk-out"})
    screen = tell(shown, do="play-on", row=2)
    assert (screen["moves"], screen["review"], screen["view"]["over"]) == (1, None, "")


def test_a_fault_of_ours_is_said_calmly_and_raised(shown):
    with pytest.raises(KeyError):
        tell(shown, do="dance")
    assert shown.form.screen["refused"].startswith("Something went wrong")


def test_the_script_is_one_module_of_all_files(shown):
    script = Form._esm
    assert not re.search(r"^(import|export (?!default))", str(script), re.MULTILINE)
    assert str(script).count("export default") == 1
    files = {file.stem for file in (Path(panel.__file__).parent / "script").glob("*.js")}
    assert files == set(panel._MODULES)


def test_a_review_has_a_line_of_numbers_and_sentences_for_each_move(shown):
    tell(shown, do="move", part="play", move={"kind": "ask", "issue": "observers"})
    tell(shown, do="move", part="play", move={"kind": "walk-out"})
    review = shown.form.screen["review"]
    first, last = review["rows"]
    assert [len(row["numbers"]) for row in (first, last)] == [len(review["columns"])] * 2
    assert 0 < last["share"] <= 1
    assert [name for name, _ in last["words"]] == [
        "You could know", "Best move", "Why", "You know now",
    ]  # fmt: skip
    words = dict(last["words"])
    assert "better:" not in words["Why"]
    assert words["Best move"].endswith(".")


def test_a_graded_play_shows_no_review(tmp_path):
    sitting = '{"assignment": "a", "salt": "s", "tables": {"tent": {"attempts": 1}}}'
    (tmp_path / "parley.json").write_text(sitting)
    shown = table(open_session("tent", tmp_path, "reader"))
    screen = tell(shown, do="move", part="play-1", move={"kind": "walk-out"})
    assert (screen["parts"][0]["status"], screen["review"]) == ("done", None)
    assert shown.figure.outputs == ()
