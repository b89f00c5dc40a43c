"""The crisis and the claim desks under attack: junk moves, forged records, leaks, odd assignments.

``eve`` attacks; ``ada`` is honest.  Whatever eve hands in costs her own points only.
"""

import gzip
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import asdict, replace
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from statistics import mean

import nbgrader.coursedir
import pytest
import yaml
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import PyFileConfigLoader

from graders import new
from graders.assignment import Sitting
from graders.beliefs_svg import beliefs_svg
from graders.classwork import _rank
from graders.marking import TableMark, mark_table
from graders.report import review_html, table_html
from graders.roster import Roster
from parley import place, scenario
from parley.debrief import open_debrief
from parley.errors import ParleyError
from parley.logbook.reckon import progress
from parley.marking import CAP, mark
from parley.play import SEAT, Play, begin, replay
from parley.record import PRACTICE, Entry, Header, digest, header_line, parse
from parley.session import open_session
from parley.solutions import solutions

ROOT = Path(__file__).resolve().parents[2]
SALT = "parley-2026"
TALKS, CRISIS = "04_bilateral_talks", "07_deterrence_and_confidence_building"
SITTINGS = {"deter-or-reassure": CRISIS, "claim-desk-07": CRISIS, "claim-desk-04": TALKS}
DESKS = ("claim-desk-04", "claim-desk-07")
GRADED = tuple(SITTINGS)
ULTIMATUM = {"kind": "threaten", "demand": "unless-it-disarms"}
ACTIVE = {"script", "img", "iframe", "object", "embed", "form", "base", "link", "foreignobject"}

Choose = Callable[..., dict | None]


class _Reader(HTMLParser):
    """Notes every tag and attribute that could run or fetch something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.found += [tag] * (tag in ACTIVE)
        self.found += [name for name in names if name in ("src", "href") or name[:2] == "on"]


def active(page: str) -> list[str]:
    """Return what of a page could run or fetch something."""
    reader = _Reader()
    reader.feed(page)
    return reader.found


def header_of(exercise: str, sitting: str | None = None, trainee: str = "eve", **other) -> Header:
    found = scenario.load(exercise)
    sitting = SITTINGS[exercise] if sitting is None else sitting
    salt = "" if sitting == PRACTICE else SALT
    plain = {"scenario": found.version, "rules": found.rules, "salt": salt, "attempt": 1}
    return Header(exercise=exercise, trainee=trainee, sitting=sitting, **(plain | other))


def best(part, sitting: str) -> dict:
    solved = solutions(part.draw.exercise, sitting)
    return solved.values(part.draw.profile).advise(part.states[-1])[0]


def played(header: Header, choose: Choose | None = None) -> list[dict]:
    """Return the lines of a record; ``choose`` gives a part's next move, or None to leave it."""
    play = begin(header)
    lines = [header_line(header)]
    for name in play.parts:
        while not play.part(name).done:
            part = play.part(name)
            move = choose(part) if choose else best(part, header.sitting)
            if move is None:
                break
            after = part.after(move)
            state = digest(name, after.game.facts(after.states[-1]))
            moment = "2026-11-24T08:00:00.000Z"
            lines.append(asdict(Entry(play.used + 1, moment, SEAT, name, move, state)))
            play = play.with_part(after)
    return lines


def packed(lines: list[dict]) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def policy(name: str, rng: Random) -> Choose:
    return lambda part: part.game.POLICIES[name](part.states[-1], rng)


def roster() -> Roster:
    found = Roster([])
    found.admit(["eve", "ada"])
    return found


def marked(record: bytes, exercise: str, attempts: int = 1) -> TableMark:
    """Mark what eve hands in as the first attempt at a table."""
    sitting = Sitting(SITTINGS[exercise], SALT, {exercise: attempts})
    return mark_table([(1, record)], sitting, exercise, "eve", roster())


def state_of(play: Play, part: str):
    return play.part(part).states[-1]


JUNK = [
    None, True, False, 0, -1, 101, 10**40, -(10**4000), 50.0, 0.5, float("nan"), float("inf"),
    float("-inf"), "", "50", "५०", "５０", "judge ", "\ud800", "\x00", "‮", "x" * 100_000, [], [50],
    [[["x"]]], {}, {"kind": "wait"}, json.loads("[" * 300 + "]" * 300), "<script>alert(1)</script>",
]  # fmt: skip

FORMS = {
    "deter-or-reassure": [
        {"kind": "wait", "belief": 50},
        {"kind": "threaten", "belief": 50, "demand": "if-attacked"},
        {"kind": "build", "belief": 50, "because": "", "expect": ""},
    ],
    "claim-desk-04": [{"kind": "judge", "verdict": "teach", "confidence": 50, "because": ""}],
    "claim-desk-07": [{"kind": "judge", "verdict": "not", "confidence": 50, "claim": "?"}],
}


def junk_moves(good: dict) -> list:
    """Return a good move with every field in turn made junk, left out, doubled or added to."""
    moves = [good | {name: value} for name in good for value in JUNK]
    moves += [{k: v for k, v in good.items() if k != name} for name in good]
    moves += [good | {name: 1} for name in ("x", "", "\ud800", "Belief", "__class__", "<b>")]
    return [*moves, *JUNK, {}, {"kind": good["kind"]}, [good], "wait"]


class TestJunkMoves:
    """No move, however odd, raises; what is refused is refused in a short, printable sentence."""

    @pytest.mark.parametrize("sitting", [None, PRACTICE])
    @pytest.mark.parametrize("exercise", GRADED)
    def test_refuse_answers_everything(self, exercise, sitting):
        play = begin(header_of(exercise, sitting))
        for part in list(play.parts.values())[:3]:
            state, told = part.states[0], 0
            for move in (move for good in FORMS[exercise] for move in junk_moves(good)):
                said = part.game.refuse(state, move)
                if said is None:
                    assert part.game.caps(part.after(move).states[-1]) in ((), None)
                    assert self._lawful(exercise, move), move
                    continue
                told += 1
                assert len(said) < 700 and "\n" not in said
                said.encode("utf-8")
            assert told > 80

    def _lawful(self, exercise: str, move: dict) -> bool:
        """Return whether an accepted move is one that the rules know, with plain integers."""
        if exercise == "deter-or-reassure":
            return type(move["belief"]) is int and 0 <= move["belief"] <= 100
        return type(move["confidence"]) is int and 1 <= move["confidence"] <= 100

    @pytest.mark.parametrize(
        "belief",
        ["101", "-1", "1e2", "50.0", "NaN", "Infinity", "true", '"50"', "[50]", "9" * 4300, "null"],
    )
    def test_a_belief_that_is_none_ends_the_record_there(self, belief):
        lines = played(header_of("deter-or-reassure"))
        whole = marked(packed(lines), "deter-or-reassure").fraction
        raw = packed(lines).split(b"\n")
        raw[1] = re.sub(rb'"belief": \d+', b'"belief": ' + belief.encode(), raw[1])
        table = marked(b"\n".join(raw), "deter-or-reassure")
        assert whole == 1 and table.state == "marked" and table.fraction < 0.1
        assert "does not replay" in table.asides[0]
        assert len(table.asides[0]) < 500

    @pytest.mark.parametrize("depth", [10, 400, 900, 950, 980, 990, 999, 2000, 50_000])
    def test_nested_moves_cost_the_batch_nothing(self, depth):
        head = packed(played(header_of("deter-or-reassure"))[:1])
        nest = "[" * depth + "]" * depth
        line = (
            '{"n":1,"time":"","seat":"trainee","part":"play-1",'
            f'"move":{{"kind":{nest}}},"state":"x"}}\n'
        )
        table = marked(head + line.encode(), "deter-or-reassure")
        assert table.state == "marked" and table.fraction < 0.1

    @pytest.mark.parametrize("exercise", GRADED)
    def test_a_megabyte_of_junk_is_marked(self, exercise):
        head = packed(played(header_of(exercise))[:1])
        junk = {"kind": "wait", "belief": "x" * 250, "y": [[[[]]]] * 10}
        part = next(iter(begin(header_of(exercise)).parts))
        lines = [asdict(Entry(n, "", SEAT, part, junk, "0" * 16)) for n in range(1, 2000)]
        record = head + packed(lines)
        assert 800_000 < len(record) < 1_000_000
        table = marked(record, exercise)
        assert table.state == "marked" and table.fraction < 0.1

    def test_a_whole_record_and_a_megabyte_after_it(self):
        lines = played(header_of("deter-or-reassure"))
        more = [lines[-1] | {"n": n} for n in range(len(lines), 2000)]
        table = marked(packed([*lines, *more]), "deter-or-reassure")
        assert table.fraction == 1 and "does not replay" in table.asides[0]


@pytest.fixture(scope="module")
def honest() -> dict[str, list[dict]]:
    """Return the reference's record at each graded table, as lines."""
    return {exercise: played(header_of(exercise)) for exercise in GRADED}


def forged(lines: list[dict], place: int, **change) -> bytes:
    """Return a record with one line changed."""
    return packed([*lines[:place], lines[place] | change, *lines[place + 1 :]])


@pytest.mark.parametrize("exercise", GRADED)
class TestForgedRecords:
    """A changed record counts up to the change, and a record of something else not at all."""

    def _cut(self, exercise, honest, record, place):
        """Check that a record counts as the lines before a place alone do."""
        table = marked(record, exercise)
        before = marked(packed(honest[exercise][:place]), exercise)
        assert table.state == "marked"
        assert table.fraction == before.fraction < 1
        assert len(table.attempts[0].play.notices) == 1

    def test_a_wrong_digest(self, exercise, honest):
        for state in ("0" * 16, "", "x" * 9999, honest[exercise][1]["state"]):
            record = forged(honest[exercise], 5, state=state)
            self._cut(exercise, honest, record, 5)

    def test_a_deleted_line(self, exercise, honest):
        lines = honest[exercise]
        self._cut(exercise, honest, packed([*lines[:4], *lines[5:]]), 4)
        closed = [*lines[:4], *({**line, "n": line["n"] - 1} for line in lines[5:])]
        assert marked(packed(closed), exercise).fraction < 1

    def test_swapped_lines(self, exercise, honest):
        lines = honest[exercise]
        self._cut(exercise, honest, packed([*lines[:3], lines[4], lines[3], *lines[5:]]), 3)
        a, b = lines[3] | {"n": 4}, lines[4] | {"n": 3}
        assert marked(packed([*lines[:3], b, a, *lines[5:]]), exercise).fraction < 1

    def test_a_line_twice(self, exercise, honest):
        lines = honest[exercise]
        again = [*lines[:4], lines[3] | {"n": 4}]
        again += [line | {"n": line["n"] + 1} for line in lines[4:]]
        assert marked(packed(again), exercise).fraction < 1

    def test_another_seat_part_or_move(self, exercise, honest):
        for change in ({"seat": "rival"}, {"part": "play-9"}, {"part": ""}, {"move": {}}):
            self._cut(exercise, honest, forged(honest[exercise], 2, **change), 2)

    def test_the_draw_of_another(self, exercise):
        lines = played(header_of(exercise, trainee="ada"))
        table = marked(packed(lines), exercise)
        assert (table.state, table.fraction) == ("refused", 0)
        assert "ada" not in table_html(table, 0, 50)
        stolen = [lines[0] | {"trainee": "eve"}, *lines[1:]]
        assert marked(packed(stolen), exercise).fraction < 0.15

    @pytest.mark.parametrize(
        ("change", "state"),
        [
            ({"attempt": 2}, "refused"),
            ({"attempt": 0}, "refused"),
            ({"scenario": 99}, "held"),
            ({"scenario": 10**4000}, "held"),
            ({"rules": 99}, "held"),
            ({"rules": True}, "refused"),
            ({"salt": ""}, "refused"),
            ({"sitting": PRACTICE}, "refused"),
            ({"sitting": f"{PRACTICE}:x"}, "refused"),
            ({"sitting": "04_bilateral_talks\n"}, "refused"),
            ({"exercise": "first-positions"}, "refused"),
            ({"exercise": "../../etc/passwd"}, "refused"),
            ({"exercise": "tent"}, "refused"),
            ({"format": "parley-record/2"}, "refused"),
            ({"more": 1}, "refused"),
        ],
    )
    def test_a_forged_header(self, exercise, honest, change, state):
        table = marked(forged(honest[exercise], 0, **change), exercise)
        assert (table.state, table.fraction) == (state, 0)
        assert not active(table_html(table, 0, 50))

    def test_a_form_of_positions_is_not_a_graded_table(self, exercise):
        form = played(header_of("first-positions", SITTINGS[exercise]), policy("random", Random(1)))
        assert marked(packed(form), exercise).state == "refused"
        renamed = [form[0] | {"exercise": exercise}, *form[1:]]
        table = marked(packed(renamed), exercise)
        assert table.fraction < 0.15

    def test_practice_moves_in_a_graded_header(self, exercise):
        lines = played(header_of(exercise, PRACTICE))
        lines[0] = header_line(header_of(exercise))
        assert marked(packed(lines), exercise).fraction < 0.15

    def test_a_sitting_of_the_trainees_own_is_shown_to_the_instructor(self, exercise):
        own = header_of(exercise, f"{SITTINGS[exercise]}:lucky")
        table = marked(packed(played(own)), exercise)
        assert table.state == "held" and "lucky" in table.asides[0]

    @pytest.mark.parametrize("name", ["Eve", "EVE", " eve", "eve ", "eve\u2003", "eve\u00a0\u00a0"])
    def test_no_choice_of_draws_by_writing_the_name_otherwise(self, exercise, name):
        record = packed(played(header_of(exercise, trainee=name)))
        table = marked(record, exercise)
        assert table.state != "marked" or self._draw(record) == self._draw(
            packed(played(header_of(exercise)))
        )

    def test_no_choice_of_draws_by_an_empty_code(self, exercise):
        record = packed(played(header_of(exercise, f"{SITTINGS[exercise]}:")))
        table = marked(record, exercise)
        assert table.state != "marked" or self._draw(record) == self._draw(
            packed(played(header_of(exercise)))
        )

    def _draw(self, record: bytes) -> list:
        play = replay(parse(record, "r"))
        parts = play.parts.values()
        return [(p.draw.profile, p.draw.position, repr(p.draw.variant)) for p in parts]


class TestForgedDesks:
    """A desk without the key."""

    @pytest.mark.parametrize("exercise", DESKS)
    @pytest.mark.parametrize("claim", ["s99", "", 7, None, ["s01"], {"s": 1}, "next"])
    def test_a_changed_claim_ends_the_record_there(self, exercise, honest, claim):
        lines = honest[exercise]
        name = lines[4]["move"]["claim"] if claim == "next" else claim
        record = forged(lines, 3, move=lines[3]["move"] | {"claim": name})
        table = marked(record, exercise)
        assert table.fraction == marked(packed(lines[:3]), exercise).fraction < 0.2
        assert "to judge now is" in table.asides[0]

    @pytest.mark.parametrize("exercise", DESKS)
    def test_without_the_key_there_is_nothing_to_gain(self, exercise):
        marks = {"random": [], "same": [], "bold": [], "careful": []}
        for seed in range(25):
            rng, head = Random(seed), header_of(exercise, trainee=f"t{seed}")
            answers = next(iter(begin(head).parts.values())).draw.variant.scale.answers
            one = rng.choice(answers)
            for name, verdict, confidence in (
                ("same", lambda one=one: one, 60),
                ("bold", lambda rng=rng, a=answers: rng.choice(a), 100),
                ("careful", lambda rng=rng, a=answers: rng.choice(a), 40),
            ):
                lines = played(head, lambda _, v=verdict, c=confidence: _judge(v(), c))
                marks[name].append(mark(replay(parse(packed(lines), "r"))).mark)
            lines = played(head, policy("random", rng))
            marks["random"].append(mark(replay(parse(packed(lines), "r"))).mark)
        for name, found in marks.items():
            assert mean(found) < 2 and max(found) <= 20, (name, found)

    @pytest.mark.parametrize("exercise", DESKS)
    def test_a_desk_left_early_gains_nothing(self, exercise):
        count = 0

        def leave(part):
            nonlocal count
            count += 1
            return best(part, SITTINGS[exercise]) if count <= 3 else None

        assert marked(packed(played(header_of(exercise), leave)), exercise).fraction <= 0.2


def _judge(verdict: str, confidence: int) -> dict:
    return {"kind": "judge", "verdict": verdict, "confidence": confidence}


def with_ultimatum(part: str, when: int) -> list[dict]:
    """Return a good record in which one move is an ultimatum: in a part, its move of a number."""
    head = header_of("deter-or-reassure")

    def choose(now):
        good = best(now, head.sitting)
        here = now.draw.id == part and len(now.moves) == when
        return ULTIMATUM | {"belief": good["belief"]} if here else good

    return played(head, choose)


class TestTheLegalGate:
    """An unlawful ultimatum anywhere caps the mark, and is named wherever the mark is."""

    @pytest.mark.parametrize(
        ("part", "when"), [("play-1", 0), ("play-1", 2), ("play-2", 1), ("position-07", 0)]
    )
    def test_one_ultimatum_caps_a_perfect_set(self, part, when):
        record = packed(with_ultimatum(part, when))
        table = marked(record, "deter-or-reassure")
        found = table.attempts[0].found
        assert found.mark == CAP and table.fraction == CAP / 100
        assert [cap for cap in found.caps if "art. 2(4)" in cap]
        assert next(one for one in found.criteria if one.name == "The legal gate").cost > 40
        assert "art. 2(4)" in table_html(table, 20, 50)
        assert "article 2(4)" in review_html(record)

    def test_the_last_move_of_a_play_counts_too(self):
        lines = with_ultimatum("play-2", 0)
        moves = sum(line.get("part") == "play-2" for line in played(header_of("deter-or-reassure")))
        last = with_ultimatum("play-2", moves - 1)
        for record in (lines, last):
            assert marked(packed(record), "deter-or-reassure").fraction <= CAP / 100

    def test_the_gate_lifts_nobody(self):
        head = header_of("deter-or-reassure")
        lines = played(head, lambda part: ULTIMATUM | {"belief": 100})
        table = marked(packed(lines), "deter-or-reassure")
        assert table.fraction < 0.35 and table.attempts[0].found.caps

    def test_an_ultimatum_in_the_opening_of_a_position_is_not_the_trainees(self):
        head, seen = header_of("deter-or-reassure"), 0
        found = scenario.positions("deter-or-reassure")["counted"]
        opened = [one for one in found if any(step[0] == "ultimatum" for step in one.steps)]
        part = begin(head).part("position-01")
        for one in opened or found[:1]:
            profile = scenario.load("deter-or-reassure").profile(one.profile)
            steps = one.steps if opened else (("ultimatum", "press"),)
            variant = scenario.load("deter-or-reassure").deal(head, profile, 0, "x", steps)
            assert part.game.caps(part.game.initial_state(variant)) == ()
            seen += 1
        assert seen


SHIPPED = [ROOT / "data", ROOT / "src" / "parley", ROOT / "course"]


def shipped_texts() -> dict[Path, str]:
    """Return all that trainees get, as text with its spaces made one."""
    texts = {}
    for path in (path for folder in SHIPPED for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        data = gzip.decompress(data) if path.suffix == ".gz" else data
        texts[path] = " ".join(data.decode("utf-8", errors="ignore").split())
    return texts


def key_of(exercise: str) -> dict[str, dict]:
    path = ROOT / "graders" / "keys" / exercise / "key.yaml"
    return {entry["id"]: entry for entry in yaml.safe_load(path.read_text(encoding="utf-8"))}


@pytest.fixture
def other_key(tmp_path, monkeypatch) -> Callable[[], None]:
    """Return a function after which every answer in the key is another one."""

    def change() -> None:
        turned = {"teach": "not", "not": "corrected", "corrected": "teach"}
        for exercise in DESKS:
            entries = [e | {"answer": turned[e["answer"]]} for e in key_of(exercise).values()]
            (tmp_path / "keys" / exercise).mkdir(parents=True)
            (tmp_path / "keys" / exercise / "key.yaml").write_text(yaml.safe_dump(entries))
        monkeypatch.setenv("PARLEY_KEYS", str(tmp_path / "keys"))

    return change


class TestLeaks:
    """Nothing that a trainee has before marking tells the key, the type or the chance to come."""

    def test_no_file_of_the_trainees_holds_a_word_of_the_key(self):
        texts = shipped_texts()
        for exercise in DESKS:
            for entry in key_of(exercise).values():
                why = " ".join(entry["why"].split())
                found = [path for path, text in texts.items() if len(why) > 30 and why in text]
                assert not found, (exercise, entry["id"], found)

    def test_the_trainees_wheel_is_made_of_such_files_alone(self):
        build = (ROOT / "pyproject.toml").read_text().partition("[tool.hatch.build.targets.wheel]")
        assert re.findall(r'"([^"]+)"', build[2].partition("[tool.ruff")[0])[:3] == [
            "src/parley",
            "data",
            "parley/_data",
        ]

    def test_solutions_and_floors_are_of_practice_alone(self):
        for folder in (ROOT / "data" / "solutions").iterdir():
            counted = {one.id for one in scenario.positions(folder.name)["counted"]}
            profiles = {one.id for one in scenario.load(folder.name).profiles.counted}
            assert not counted & set(json.loads((folder / "floors.json").read_text()))
            assert not profiles & {path.name.partition(".")[0] for path in folder.iterdir()}
        assert not list((ROOT / "data").rglob("key*"))

    @pytest.mark.parametrize("exercise", DESKS)
    def test_the_pool_does_not_tell_the_key_by_order_or_length(self, exercise):
        key = key_of(exercise)
        path = ROOT / "data" / "statements" / f"{exercise[-2:]}.yaml"
        pool = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert all(set(one) == {"id", "text"} for one in pool)
        answers = [key[one["id"]]["answer"] for one in pool]
        places = {a: [n for n, b in enumerate(answers) if a == b] for a in set(answers)}
        lengths = {a: mean(len(pool[n]["text"]) for n in found) for a, found in places.items()}
        assert max(map(len, places.values())) - min(map(len, places.values())) <= 2
        assert max(lengths.values()) - min(lengths.values()) < 15
        for found in places.values():
            assert abs(mean(found) - (len(pool) - 1) / 2) < 6

    @pytest.mark.parametrize("exercise", DESKS)
    def test_records_are_the_same_whatever_the_key_says(self, exercise, other_key, monkeypatch):
        def judge(part):
            return _judge("corrected", 70)

        before = packed(played(header_of(exercise), judge))
        old = marked(before, exercise).fraction
        other_key()
        assert packed(played(header_of(exercise), judge)) == before
        right = packed(played(header_of(exercise)))
        assert marked(right, exercise).fraction == 1  # the other key was read
        monkeypatch.delenv("PARLEY_KEYS")
        assert marked(right, exercise).fraction <= old == 0
        monkeypatch.setattr("parley.solutions.graders", lambda: None)
        assert packed(played(header_of(exercise), judge)) == before
        assert replay(parse(before, "r")).finished

    @pytest.mark.parametrize("exercise", DESKS)
    def test_a_graded_desk_shows_nothing_of_the_key(self, exercise, other_key, tmp_path):
        seen = self._seen(exercise, tmp_path / "one")
        for entry in key_of(exercise).values():
            assert " ".join(entry["why"].split()) not in seen
        assert "The key says" not in seen and "ruling" not in seen
        other_key()
        assert self._seen(exercise, tmp_path / "two") == seen

    def _seen(self, exercise: str, folder: Path) -> str:
        """Return all that a trainee sees at a graded desk, refusals and the end included."""
        folder.mkdir()
        sitting = place.Sitting(SITTINGS[exercise], SALT, {exercise: 1})
        session = open_session(exercise, folder, "eve", sitting)
        seen = []
        while not session.finished:
            for bad in (_judge("?", 50), _judge("teach", 0), {}):
                with pytest.raises(ParleyError) as error:
                    session.move(bad)
                seen.append(str(error.value))
            session.move(_judge("teach", 90))
            seen.append(json.dumps(session.view(), ensure_ascii=False))
        assert session.review_view() is None
        return "\n".join(seen)

    @pytest.mark.parametrize("sitting", [None, PRACTICE])
    def test_a_crisis_shows_nothing_of_its_type_or_of_chance(self, sitting):
        play = replay(parse(packed(played(header_of("deter-or-reassure", sitting))), "r"))
        for part in play.parts.values():
            for state in part.states:
                seen = (repr(part.game.view(state)), repr(part.game.form(state)))
                for hidden in range(3):
                    other = replace(state.variant, hidden=hidden, key="another")
                    same = replace(state, variant=other)
                    assert (repr(part.game.view(same)), repr(part.game.form(same))) == seen
                    bad = ULTIMATUM | {"belief": 200}
                    assert part.game.refuse(same, bad) == part.game.refuse(state, bad)

    def test_what_a_rival_is_called_does_not_tell_its_type(self):
        found: dict[int, set] = {0: set(), 1: set(), 2: set()}
        for number in range(120):
            play = begin(header_of("deter-or-reassure", trainee=f"t{number}"))
            for part in play.parts.values():
                found[part.draw.variant.hidden].add(part.draw.variant.letters)
        assert all(len(letters) == 6 for letters in found.values())

    @pytest.mark.parametrize("exercise", GRADED)
    def test_without_graders_a_graded_record_shows_no_review(self, exercise, tmp_path, monkeypatch):
        path = tmp_path / "records" / f"{exercise}.1.jsonl"
        path.parent.mkdir()
        path.write_bytes(packed(played(header_of(exercise))))
        monkeypatch.setattr("parley.solutions.graders", lambda: None)
        monkeypatch.setenv("PARLEY_TRAINEE", "eve")
        monkeypatch.setenv("PARLEY_RECORDS", str(path.parent))
        shown = open_debrief(path)
        for name in shown.play.parts:
            shown.select(name)
            shown.step(len(shown.play.part(name).moves))
            assert shown.review_view() is None
            assert "key says" not in json.dumps(shown.view())
        with pytest.raises(ParleyError, match="come with the feedback"):
            mark(shown.play)
        told = progress(tmp_path)
        assert told.tables == () and not told.calibration
        assert [one.state for one in told.sittings] == ["complete"]

    @pytest.mark.parametrize("exercise", GRADED)
    def test_a_graded_record_called_practice_shows_nothing(self, exercise, tmp_path, monkeypatch):
        """Its practice draw is another one, so the record does not replay."""
        lines = played(header_of(exercise))
        lines[0] = header_line(header_of(exercise, PRACTICE))
        monkeypatch.setattr("parley.solutions.graders", lambda: None)
        play = replay(parse(packed(lines), "r"))
        assert play.used <= 1 and play.notices


class TestPages:
    """No text of a trainee's becomes part of a page."""

    def test_progress_escapes_names_of_files_and_reasons(self, tmp_path, monkeypatch):
        evil = "<img src=x onerror=alert(1)>"
        monkeypatch.setenv("PARLEY_TRAINEE", evil)
        monkeypatch.setenv("PARLEY_RECORDS", str(tmp_path))
        (tmp_path / f"{evil}.jsonl").write_bytes(b"junk\n")
        head = header_of("deter-or-reassure", PRACTICE, trainee=evil)
        for n, change in enumerate(({"exercise": evil}, {"scenario": 7}, {"format": evil}, {})):
            line = header_line(head) | change
            (tmp_path / f"x.{n}.jsonl").write_bytes(packed([line, {"n": evil}]))
        told = progress(tmp_path)
        assert len(told.unread) == 5 and evil in told.trainee
        assert not active(told._repr_html_())

    @pytest.mark.parametrize("moment", ["", "NaN", "9999-12-31T23:59:59-23:59", "x" * 9999, "\x00"])
    def test_progress_over_odd_times(self, tmp_path, monkeypatch, moment):
        assert self._at(tmp_path, monkeypatch, moment).tables[0].finished == 1

    @pytest.mark.parametrize("moment", ["2026-11-24T08:00:00", "20261124"])
    def test_progress_over_times_without_a_zone(self, tmp_path, monkeypatch, moment):
        assert self._at(tmp_path, monkeypatch, moment).tables[0].finished == 1

    def _at(self, folder: Path, monkeypatch, moment: str):
        monkeypatch.setenv("PARLEY_TRAINEE", "eve")
        monkeypatch.setenv("PARLEY_RECORDS", str(folder))
        head = header_of("deter-or-reassure", PRACTICE)
        lines = played(head, policy("soft", Random(1)))
        (folder / "deter-or-reassure.1.jsonl").write_bytes(forged(lines, 1, time=moment))
        return progress(folder)

    def test_progress_over_two_hundred_records(self, tmp_path, monkeypatch):
        monkeypatch.setenv("PARLEY_TRAINEE", "eve")
        monkeypatch.setenv("PARLEY_RECORDS", str(tmp_path))
        tables = ("deter-or-reassure", "claim-desk-07", "claim-desk-04", "tent")
        for exercise in tables:
            for attempt in range(1, 51):
                head = header_of(exercise, PRACTICE, attempt=attempt)
                record = packed(played(head, policy("random", Random(attempt))))
                (tmp_path / f"{exercise}.{attempt}.jsonl").write_bytes(record)
        told = progress(tmp_path)
        assert [table.plays for table in told.tables] == [50] * 4 and told.calibration

    def test_the_picture_of_a_crisis_escapes_its_words(self):
        evil = '"><script>alert(1)</script>'
        turn = {"turn": 1, "stated": 0, "bayes": 33.3, "acts": [evil], "short": [0.0]}
        data = {"who": evil, "was": evil, "turns": [turn | {"chosen": 0, "best": 0}]}
        assert not active(beliefs_svg(data, evil))

    @pytest.mark.parametrize("remark", ["<script>alert(1)</script>", "\ud800", ["x"], "x" * 9999])
    @pytest.mark.parametrize("exercise", GRADED)
    def test_a_remark_of_ones_own_is_refused_and_escaped(self, exercise, honest, remark):
        lines = honest[exercise]
        record = forged(lines, 2, move=lines[2]["move"] | {"because": remark})
        table = marked(record, exercise)
        page = table_html(table, 1, 50) + review_html(record)
        assert "does not replay" in page and not active(page)
        page.encode("utf-8")
        assert len(table.asides[0]) < 600


class TestNewAssignments:
    """What an instructor may ask ``graders new`` for."""

    @pytest.mark.parametrize(
        "id",
        ["", ".", "..", "../x", "/x", "a/b", "a\\b", "A", "-a", "a\n", "a b", "é", "a.b", "<b>"],
    )
    def test_odd_ids(self, id):
        with pytest.raises(ParleyError):
            new.plan(id, ["tent"], "", None)

    @pytest.mark.parametrize(
        "table",
        ["", "=", "=5", "tent=", "tent=0", "tent=-1", "tent=1.5", "tent=1e3", "tent=²", "../tent",
         "Tent", "tent\n", "claim-desk", "claim-desk-99", "first-positions", "claim-desk-０４",
         "<script>", "tent==5", 'tent")', "tent=5=5"],
    )  # fmt: skip
    def test_odd_tables(self, table):
        if table == "tent=":
            assert new.plan("a", [table], "", None).tables[0].points == 100
            return
        with pytest.raises(ParleyError):
            new.plan("a", [table], "", None)

    @pytest.mark.parametrize("claims", ["../04", "4", "99", "04=50", "04\n", "０４"])
    def test_odd_claims(self, claims):
        with pytest.raises(ParleyError):
            new.plan("a", [], claims, None)

    def test_tables_that_are_given_twice_or_cost_too_much(self):
        for tables, claims in (
            (["tent", "tent"], ""),
            (["claim-desk-04"], "04"),
            (["tent=100", "tent-short"], ""),
        ):
            with pytest.raises(ParleyError):
                new.plan("a", tables, claims, None)

    @pytest.mark.parametrize("attempts", [0, -1, 1000])
    def test_attempts_for_which_there_are_no_draws(self, attempts):
        with pytest.raises(ParleyError):
            new.plan("a", [], "04", None, attempts)

    @pytest.mark.parametrize("kind", ["folder", "bytes", "empty", "missing", "dangling"])
    def test_odd_reflections(self, tmp_path, kind):
        path = tmp_path / "r.md"
        if kind == "folder":
            path.mkdir()
        elif kind == "dangling":
            path.symlink_to(tmp_path / "nowhere")
        elif kind != "missing":
            path.write_bytes(b"x\xff" if kind == "bytes" else b" \n")
        with pytest.raises(ParleyError):
            new.plan("a", ["tent"], "", path)

    def test_nothing_is_overwritten_and_links_are_not_followed(self, tmp_path):
        (tmp_path / "source").mkdir()
        (tmp_path / "out").mkdir()
        (tmp_path / "source" / "a").symlink_to(tmp_path / "out")
        with pytest.raises(ParleyError, match="exists already"):
            new.write(tmp_path, new.plan("a", ["tent"], "", None))
        assert not list((tmp_path / "out").iterdir())

    @pytest.mark.parametrize("case", ["digits", "dangling", "long", "salt"])
    def test_the_instructors_mistakes_are_told_in_a_sentence(self, tmp_path, case):
        (tmp_path / "source" / "b").mkdir(parents=True)
        if case == "dangling":
            (tmp_path / "source" / "a").symlink_to(tmp_path / "nowhere")
        if case == "salt":
            (tmp_path / "source" / "b" / "parley.json").write_text("[]")
        table = "tent=" + "9" * 5000 if case == "digits" else "tent"
        with pytest.raises(ParleyError):
            new.write(tmp_path, new.plan("a" * 300 if case == "long" else "a", [table], "", None))


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> tuple[Path, NbGraderAPI]:
    """Return a course whose crisis was released, handed in by eve, marked and given back."""
    root = tmp_path_factory.mktemp("crisis")
    files = root / "assignments"
    shutil.copy(ROOT / "nbgrader_config.py", root)
    shutil.copytree(ROOT / "assignments" / "source" / CRISIS, files / "source" / CRISIS)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
        api = NbGraderAPI(nbgrader.coursedir.CourseDirectory(config=config), config=config)
        assert api.generate_assignment(CRISIS)["success"]
        folder = files / "submitted" / "eve" / CRISIS
        shutil.copytree(files / "release" / CRISIS, folder)
        _hand_in(folder)
        done = api.autograde(CRISIS, "eve")
        assert done["success"], done
        done = api.generate_feedback(CRISIS)
        assert done["success"], done
    return files, api


def _hand_in(folder: Path) -> None:
    """Put eve's records and answer into a folder: an ultimatum, and script wherever it goes."""
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    (folder / "records").mkdir()
    record = packed(with_ultimatum("position-03", 0)) + packed([{"n": evil, "move": evil}])
    (folder / "records" / "deter-or-reassure.1.jsonl").write_bytes(record)
    desk = played(header_of("claim-desk-07"), lambda part: _judge("teach", 100))
    record = forged(desk, 20, move=desk[20]["move"] | {"because": evil})
    (folder / "records" / "claim-desk-07.1.jsonl").write_bytes(record)
    path = folder / f"{CRISIS}.ipynb"
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["metadata"]["nbgrader"]["grade_id"] == "reflection":
            cell["source"] = evil
    path.write_text(json.dumps(notebook))


class TestInNbgrader:
    """One cycle: what was released, what the gradebook holds, and what the page says."""

    def test_what_is_released_tells_nothing(self, course):
        files, _ = course
        folder = files / "release" / CRISIS
        texts = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.*")}
        assert {path.name for path in texts} == {f"{CRISIS}.ipynb", "parley.json"}
        for text in texts.values():
            assert "rubric" not in text and "level" not in text.lower().split()
            assert not [e for e in key_of("claim-desk-07").values() if e["why"][:40] in text]

    def test_the_cap_holds_in_the_gradebook(self, course):
        files, _ = course
        with Gradebook(f"sqlite:///{files}/gradebook.db", "parley") as gradebook:
            row = gradebook.find_submission(CRISIS, "eve")
            grades = {grade.name: grade for book in row.notebooks for grade in book.grades}
            crisis = grades["mark-deter-or-reassure"]
            assert crisis.auto_score == pytest.approx(CAP / 100 * crisis.max_score)
            assert not crisis.needs_manual_grade
            assert 0 <= grades["mark-claim-desk-07"].auto_score < 0.2 * 20

    def test_the_page_names_the_article_and_runs_nothing(self, course):
        files, _ = course
        page = (files / "feedback" / "eve" / CRISIS / f"{CRISIS}.html").read_text()
        assert "UN Charter, art. 2(4)" in page and "The legal gate" in page
        assert "&lt;script&gt;" in page
        assert not active(page)
        # Statements that were not drawn stay unknown.
        drawn = {claim.slug for claim in begin(header_of("claim-desk-07")).part(
            "play-1").draw.variant.claims}  # fmt: skip
        rest = [e for slug, e in key_of("claim-desk-07").items() if slug not in drawn]
        assert rest and not [e for e in rest if " ".join(e["why"].split()) in page]


def test_a_member_cannot_push_the_groups_work_aside():
    lines = played(header_of("deter-or-reassure"))
    whole, empty = packed(lines), packed(lines[:1]) + b"\n" * 1500
    junk = packed(lines[:2]) + b'{"n": 2}\n' * 1900
    assert sorted([whole, empty, junk, b"none"], key=_rank)[-1] == whole
