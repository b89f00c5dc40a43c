"""Records: any bytes are an error in words or a replay, and moves are refused in words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley import record, scenario
from parley.autoplay import Table
from parley.chance import chance, shuffled
from parley.errors import ParleyError
from parley.games import bargaining as game
from parley.marking import mark
from parley.play import begin, replay
from parley.record import PRACTICE, Header, parse

HEADER = Header("tent", 1, game.RULES, "ada", "", PRACTICE, 1)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
SLUGS = [issue.id for issue in scenario.load("tent").issues]
NEARLY = st.fixed_dictionaries(
    {"kind": st.sampled_from(["offer", "ask", "trade", "reveal", "adjourn", "accept", "walk"])},
    optional={
        name: st.sampled_from(SLUGS) | st.integers(-1, 5) | JSON
        for name in ("issue", "get", "give", "because", "expect", *SLUGS)
    },
)


@pytest.fixture(scope="module")
def real(tmp_path_factory) -> bytes:
    """Return a record of eight moves or so."""
    path = tmp_path_factory.mktemp("real") / "ada.jsonl"
    Table("tent", "ada", 1, path).play("random", seed=5)
    return path.read_bytes()


def _use(data: bytes):
    """Parse, replay and mark; what is not usable raises our own error."""
    play = replay(parse(data, "it"))
    marked = mark(play)
    assert 0 <= marked.mark <= 100
    return play


@given(st.binary(max_size=400))
def test_any_bytes_are_an_error_in_words(data):
    with pytest.raises(ParleyError, match=r"it: .+\."):
        _use(data)


@given(st.lists(JSON, max_size=4))
def test_any_json_lines_are_an_error_in_words(lines):
    with pytest.raises(ParleyError, match=r"it: .+\."):
        _use("".join(json.dumps(line) + "\n" for line in lines).encode())


@given(st.lists(JSON | NEARLY, min_size=1, max_size=3))
def test_odd_moves_after_a_good_header_are_dropped_with_a_notice(moves):
    lines = [record.header_line(HEADER)]
    lines += [
        {"n": n, "time": "", "seat": "trainee", "part": "play", "move": move, "state": "0"}
        for n, move in enumerate(moves, start=1)
    ]
    play = _use("".join(json.dumps(line) + "\n" for line in lines).encode())
    assert play.used == 0
    assert "What came before counts." in play.notices[0]


@settings(deadline=None)
@given(data=st.data())
def test_a_damaged_record_replays_up_to_the_damage(real, data):
    place = data.draw(st.integers(real.index(b"\n") + 1, len(real) - 1))
    byte = data.draw(st.integers(0, 255))
    damaged = real[:place] + bytes([byte]) + real[place + 1 :]
    whole = _use(real)
    play = _use(damaged)
    used = damaged[:place].count(b"\n") - 1
    assert play.used >= min(used, whole.used)
    assert play.parts["play"].moves[:used] == whole.parts["play"].moves[:used]
    assert damaged == real or play.used == whole.used or play.notices


@settings(deadline=None)
@given(data=st.data())
def test_lines_deleted_doubled_or_swapped_end_the_replay_there(real, data):
    lines = real.splitlines(keepends=True)
    place = data.draw(st.integers(1, len(lines) - 1))
    act = data.draw(st.sampled_from(["delete", "double", "swap"]))
    changed = list(lines)
    if act == "delete":
        del changed[place]
    elif act == "double":
        changed.insert(place, lines[place])
    else:
        changed[place - 1 : place + 1] = reversed(changed[place - 1 : place + 1])
    if act == "swap" and place == 1:
        with pytest.raises(ParleyError):
            _use(b"".join(changed))
        return
    play = _use(b"".join(changed))
    assert play.used in (place - 1, place, max(place - 2, 0))
    assert play.notices or (act == "delete" and place == len(lines) - 1)


@pytest.mark.parametrize(
    "line",
    [
        b'{"n":1,"time":"","seat":"trainee","part":"play","move":' + b"[" * 100_000,
        b'{"n":' + b"9" * 6000 + b"}",
        b'{"n":1,"time":"","seat":"trainee","part":"play","move":{"kind":NaN},"state":""}',
        b'{"n":true,"time":"","seat":"trainee","part":"play","move":{},"state":""}',
        b'{"n":1,"time":"\\ud800","seat":"trainee","part":"play","move":{},"state":""}',
    ],
    ids=["deep", "huge", "nan", "bool", "surrogate"],
)
def test_hostile_lines_are_dropped(line):
    head = json.dumps(record.header_line(HEADER)).encode() + b"\n"
    assert _use(head + line + b"\n").used == 0


def test_too_many_bytes_and_too_many_lines():
    head = json.dumps(record.header_line(HEADER)).encode() + b"\n"
    with pytest.raises(ParleyError, match="at most 1000000 bytes"):
        _use(head + b"x" * record.MAX_BYTES)
    assert _use(head + b"\n" * 3000).notices


@given(JSON | NEARLY)
def test_any_json_is_refused_with_a_sentence_or_is_a_move(move):
    state = begin(HEADER).parts["play"].states[0]
    reason = game.refuse(state, move)
    if reason is None:
        after = game.apply(state, move)
        assert game.facts(after) != game.facts(state)
    else:
        assert reason.endswith(".")
        assert len(reason) < 400


@given(st.lists(st.text() | st.integers(), max_size=5))
def test_chance_lies_in_the_unit_interval_and_has_no_memory(words):
    first = chance(*words)
    chance("something", "else")
    assert 0 <= first < 1
    assert chance(*words) == first


@given(st.lists(st.integers()), st.text())
def test_shuffled_keeps_what_there_is(items, word):
    assert sorted(shuffled(items, word)) == sorted(items)


def test_chance_is_the_same_on_every_platform():
    assert chance("tent", "ada", 3, "break") == 0.16068608368667459
