"""A table of numbers and a typed number on the panel's Python side, and what its script makes."""

import re
from pathlib import Path

import pytest

from parley.panel import table as panel
from parley.panel.table import table
from parley.session import open_session

SCRIPT = Path(panel.__file__).parent / "script"


@pytest.fixture
def shown(tmp_path):
    return table(open_session("numbers-from-data", tmp_path, "reader"))


def tell(shown, **move):
    """Deliver a move as the script sends it, and return the screen."""
    message = {"id": "1", "do": "move", "part": "play", "at": shown.form.screen["moves"]}
    shown._answer(shown.form, message | {"move": move}, [])
    return shown.form.screen


def question_of(shown, kind):
    """Turn until the open question is answered by this kind of move, and return its action."""
    while True:
        actions = shown.form.screen["form"]["actions"]
        if actions[0]["kind"] == kind:
            return actions[0]
        turn = next(one for one in actions if one["kind"] == "turn")
        tell(shown, kind="turn", to=turn["fields"][0]["choices"][-1]["value"])


def test_the_numbers_reach_the_panel_as_rows_under_heads(shown):
    (block,) = shown.form.screen["form"]["shown"]
    found = block["table"]
    assert found["caption"]
    assert {len(row) for row in found["rows"]} == {len(found["columns"])}
    assert all(re.fullmatch(r"[−\d,.]+", cell) for row in found["rows"] for cell in row[1:])


def test_a_typed_number_begins_empty_and_empty_is_refused(shown):
    fields = question_of(shown, "enter")["fields"]
    assert [field["value"] for field in fields] == [None] * len(fields)
    screen = tell(shown, kind="enter", **{field["name"]: None for field in fields})
    assert "is not there yet. Type a whole number." in screen["refused"]
    screen = tell(shown, kind="enter", **{field["name"]: field["low"] for field in fields})
    assert screen["refused"] == ""


def test_turning_and_leaving_do_not_stay_chosen(shown):
    actions = shown.form.screen["form"]["actions"]
    assert {one["kind"]: one["once"] for one in actions if one["kind"] in ("turn", "leave")} == {
        "turn": True,
        "leave": True,
    }
    assert not actions[0]["once"]


def test_nothing_of_the_key_is_on_the_screen(shown):
    before = shown.form.screen["view"]["known"]
    fields = question_of(shown, "enter")["fields"]
    screen = tell(shown, kind="enter", **{field["name"]: field["low"] for field in fields})
    assert screen["view"]["known"] == before
    assert screen["review"] is None


def test_the_script_makes_a_table_with_caption_and_heads_of_rows_and_columns():
    pieces = (SCRIPT / "pieces.js").read_text(encoding="utf-8")
    for made in ('node("caption"', 'scope: "col"', 'scope: "row"'):
        assert made in pieces
