"""Weeks, findings, desks with a past and certificates under attack.

``eve`` attacks with a text editor and Python; ``ada`` is honest.
Whatever eve hands in costs her own points only.
"""

import json
import os
import shutil
from dataclasses import asdict, replace
from itertools import groupby
from pathlib import Path
from random import Random
from statistics import mean

import nbgrader.coursedir
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from test_attacks_new_tables import active, best, packed, roster, shipped_texts
from traitlets.config import PyFileConfigLoader
from typer.testing import CliRunner

from graders import solve
from graders.assignment import Sitting
from graders.classwork import _rank
from graders.marking import TableMark, mark_table
from graders.plugin import keys
from graders.report import review_html, table_html
from parley import place, scenario
from parley.cli import app
from parley.data import data_folder
from parley.debrief import open_debrief
from parley.errors import ParleyError, Refused
from parley.logbook.certificate import certificate, check
from parley.logbook.page import facts_in, page
from parley.logbook.reckon import progress
from parley.marking import CAP, mark, mark_part
from parley.play import SEAT, Play, begin, replay, start
from parley.record import PRACTICE, Entry, Header, Raw, digest, header_line, parse
from parley.scenario.draw import play_of
from parley.session import open_session
from parley.solutions import solutions

ROOT = Path(__file__).resolve().parents[2]
TALKS = str(ROOT / "assignments" / "source" / "04_bilateral_talks" / "parley.json")
CAPSTONE, SALT = "18_capstone", "parley-2026"
WEEKS = ("strait-week", "ridge-week", "road-week")
DESKS = ("strait-law", "ridge-law", "road-law")
FINDINGS = ("numbers-from-data", "week-review")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"
MOMENT = "2026-11-24T08:00:00.000Z"


def header_of(exercise: str, sitting: str = CAPSTONE, trainee: str = "eve", **other) -> Header:
    found = scenario.load(exercise)
    salt = "" if sitting == PRACTICE else SALT
    plain = {"scenario": found.version, "rules": found.rules, "salt": salt, "attempt": 1}
    return Header(exercise=exercise, trainee=trainee, sitting=sitting, **(plain | other))


class Script:
    """A record as eve writes it with Python: any lawful moves, in any part that is open."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.play = begin(header)
        self.lines = [header_line(header)]

    def move(self, name: str, move: dict) -> None:
        after = self.play.part(name).after(move)
        state = digest(name, after.game.facts(after.states[-1]))
        number = self.play.used + 1
        self.lines.append(asdict(Entry(number, MOMENT, SEAT, name, move, state)))
        self.play = self.play.with_part(after)

    def day(self, name: str, choose=None) -> None:
        """Play a part to its end, by the reference or by what chooses."""
        while not self.play.part(name).done:
            part = self.play.part(name)
            self.move(name, choose(part) if choose else best(part, self.header.sitting))

    def week(self, choose=None) -> "Script":
        """Play whatever is open until nothing is."""
        while name := self.play.open_part:
            self.day(name, choose)
        return self


def policy(name: str, rng: Random):
    return lambda part: part.game.POLICIES[name](part.states[-1], rng)


def marked(record: bytes, exercise: str = "strait-week", trainee: str = "eve") -> TableMark:
    sitting = Sitting(CAPSTONE, SALT, {exercise: 1})
    return mark_table([(1, record)], sitting, exercise, trainee, roster())


def renumbered(lines: list[dict]) -> bytes:
    """Return a record whose lines count from 1 again, as eve would have them."""
    return packed([lines[0], *(line | {"n": n} for n, line in enumerate(lines[1:], start=1))])


def days_of(play: Play) -> dict[str, tuple]:
    """Return what each day is: its profile and everything that its player gets."""
    return {
        name: (part.draw.profile, repr(part.draw.variant))
        for name, part in play.parts.items()
        if not part.draw.position
    }


@pytest.fixture(scope="module")
def honest() -> dict[str, list[dict]]:
    """Return the reference's record of each week that counts, as lines."""
    return {week: Script(header_of(week)).week().lines for week in WEEKS}


@pytest.fixture(scope="module")
def strait(honest) -> list[dict]:
    return honest["strait-week"]


def of(lines: list[dict], *names: str) -> list[dict]:
    return [line for line in lines[1:] if line["part"] in names]


class TestOrderOfDays:
    """A day opens when the one before is over, whatever stands in the file."""

    @pytest.mark.parametrize("day", DAYS[1:])
    def test_a_move_for_a_day_that_is_not_open_ends_the_record(self, strait, day):
        table = marked(renumbered([strait[0], *of(strait, day), *of(strait, "monday")]))
        assert (table.state, table.fraction) == ("marked", 0)
        assert f"there is no part '{day}'" in table.asides[0]

    @pytest.mark.parametrize("day", DAYS[:-1])
    def test_a_day_that_is_left_out_ends_the_record_there(self, strait, day):
        rest = [
            line for line in strait[1:] if line["part"] != day and "position" not in line["part"]
        ]
        before = [line for line in rest if DAYS.index(line["part"]) < DAYS.index(day)]
        cut = marked(renumbered([strait[0], *rest])).fraction
        assert cut == marked(renumbered([strait[0], *before])).fraction < 0.6

    @pytest.mark.parametrize("first", DAYS[:-1])
    def test_two_days_in_the_other_order(self, strait, first):
        place_ = DAYS.index(first)
        order = [*DAYS[:place_], DAYS[place_ + 1], first, *DAYS[place_ + 2 :]]
        lines = [line for day in order for line in of(strait, day)]
        table = marked(renumbered([strait[0], *lines]))
        before = [line for day in DAYS[:place_] for line in of(strait, day)]
        assert table.fraction == marked(renumbered([strait[0], *before])).fraction

    @pytest.mark.parametrize("day", DAYS)
    def test_a_day_twice_is_no_second_day(self, strait, day):
        last = max(n for n, line in enumerate(strait) if line.get("part") == day)
        lines = [*strait[: last + 1], *of(strait, day), *strait[last + 1 :]]
        table = marked(renumbered(lines))
        assert table.fraction == marked(packed(strait[: last + 1])).fraction < 1
        assert len(table.attempts[0].play.notices) == 1

    @pytest.mark.parametrize("week", WEEKS)
    @pytest.mark.parametrize("seed", range(3))
    def test_the_order_of_answers_to_positions_changes_nothing(self, honest, week, seed):
        """Positions among the days, in any order: same days, same mark."""
        lines, rng = honest[week], Random(seed)
        days, positions = of(lines, *DAYS), [ln for ln in lines[1:] if ln["part"] not in DAYS]
        rng.shuffle(positions)
        mixed = sorted([*((rng.random(), ln) for ln in positions)], key=lambda pair: pair[0])
        slots = sorted(rng.sample(range(len(lines) - 1), len(positions)))
        merged, rest = [], iter(days)
        for number in range(len(lines) - 1):
            merged.append(mixed.pop()[1] if number in slots else next(rest))
        record = renumbered([lines[0], *merged])
        play = replay(parse(record, "r"))
        assert marked(record, week).fraction == 1 and not play.notices
        assert days_of(play) == days_of(replay(parse(packed(lines), "r")))

    @pytest.mark.parametrize("seed", range(4))
    def test_wrong_answers_to_positions_open_the_same_days(self, strait, seed):
        rng, script = Random(seed), Script(header_of("strait-week"))
        for name in [name for name in script.play.parts if name != "monday"]:
            script.day(name, policy("random", rng))
        script.week()
        assert days_of(script.play) == days_of(replay(parse(packed(strait), "r")))

    @pytest.mark.parametrize("week", WEEKS)
    def test_another_monday_cannot_be_put_before_the_same_week(self, honest, week):
        """The days after it are those of that Monday, or replay no further."""
        lines = honest[week]
        for name in ("soft", "hard", "passive", "random"):
            other = Script(header_of(week))
            other.day("monday", policy(name, Random(1)))
            record = renumbered([*other.lines, *of(lines, *DAYS[1:])])
            play = replay(parse(record, "r"))
            alone = mark(other.play).mark
            gain = marked(record, week).fraction * 100 - alone
            if play.notices:  # Tuesday began otherwise
                assert gain <= 12 + 1e-6
            else:  # Monday came to the same: that is a play as good as any, at Monday's price
                assert gain <= 60 - 12 + 1e-6
            assert days_of(play)["monday"] == days_of(other.play)["monday"]

    @pytest.mark.parametrize("day", DAYS[1:])
    def test_no_way_into_a_day_is_worth_a_day_lost_before(self, day):
        """A player who errs in three moves of ten marks alike, however the day begins."""
        found = scenario.load("strait-week")
        text = found.day(day)
        means = [mean(self._erring(found, text, entry)) for entry in text.entries]
        assert max(means) - min(means) < 15

    def _erring(self, found, day, entry) -> list[float]:
        """Return the marks of a day that begins so, each by a trainee of its own."""
        marks = []
        for number in range(90):
            header, rng = header_of("strait-week", trainee=f"t{number}"), Random(number)
            exercise = found.exercise_of(day, header)
            profile = exercise.profile(entry.counted[number % len(entry.counted)])
            part = start(play_of(exercise, header, profile, 0, day.id, day.label))
            while not part.done:
                errs = rng.random() < 0.3
                part = part.after(policy("random", rng)(part) if errs else best(part, CAPSTONE))
            marks.append(mark_part(part, solutions(day.exercise, CAPSTONE), 1.0).mark)
        return marks

    @pytest.mark.parametrize("exercise", WEEKS)
    def test_a_week_may_be_cut_after_any_line(self, honest, exercise):
        lines, before = honest[exercise], 0.0
        for place_ in range(1, len(lines) + 1):
            record = packed(lines[:place_])
            table = marked(record, exercise)
            assert table.state == "marked" and not table.asides and 0 <= table.fraction <= 1
            before = table.fraction
            if place_ % 9 == 0:
                pages = review_html(record) + table_html(table, 1, 50)
                assert not active(pages)
        assert before == 1

    @pytest.mark.parametrize("bytes_", [1, 40, 90])
    def test_a_torn_week_goes_on_where_it_ended(self, strait, bytes_, tmp_path):
        record = packed(strait)[: -len(packed(strait[20:])) + bytes_]
        sitting = place.Sitting(CAPSTONE, SALT, {"strait-week": 1})
        path = tmp_path / "records" / "strait-week.1.jsonl"
        path.parent.mkdir()
        path.write_bytes(record)
        session = open_session("strait-week", tmp_path, "eve", sitting)
        assert session.play.used >= 19 and session.notice
        while not session.finished:
            name = session.play.open_part
            session.move(best(session.play.part(name), CAPSTONE), name)
        assert marked(path.read_bytes()).fraction == 1
        assert [one.read_bytes() for one in path.parent.glob("*.damaged-1")] == [record]


class TestForgedWeeks:
    """Headers, digests, other trainees, other files."""

    @pytest.mark.parametrize(
        ("change", "state"),
        [
            ({"exercise": "ridge-week"}, "refused"),
            ({"exercise": "week-warning"}, "refused"),
            ({"exercise": "x" * 900_000}, "refused"),
            ({"attempt": 99}, "refused"),
            ({"attempt": 10**4000}, "refused"),
            ({"attempt": -1}, "refused"),
            ({"attempt": 1.0}, "refused"),
            ({"scenario": 99}, "held"),
            ({"scenario": 10**4000}, "held"),
            ({"rules": 10**4000}, "held"),
            ({"salt": ""}, "refused"),
            ({"sitting": PRACTICE}, "refused"),
            ({"sitting": f"{CAPSTONE}:" + "x" * 800_000}, "held"),
            ({"trainee": "ada"}, "refused"),
            ({"trainee": "x" * 80}, "held"),
            ({"trainee": "\u0430d\u0430"}, "held"),
            ({"trainee": "ev\u202ee"}, "refused"),
            ({"trainee": "Eve"}, "refused"),
            ({"trainee": "eve\u0301"}, "refused"),
            ({"trainee": "\ud800"}, "refused"),
            ({"trainee": EVIL}, "held"),
        ],
        ids=lambda value: "" if isinstance(value, dict) else value,
    )
    def test_a_forged_header(self, strait, change, state):
        table = marked(packed([strait[0] | change, *strait[1:]]))
        assert table.state == state
        assert table.fraction < 0.2
        html = table_html(table, 0, 50)
        assert not active(html) and len(html) < 5_000
        assert all(len(aside) < 700 for aside in table.asides)

    @pytest.mark.parametrize("week", WEEKS)
    def test_the_draw_of_another_does_not_replay(self, week):
        lines = Script(header_of(week, trainee="ada")).week().lines
        assert marked(packed(lines), week).state == "refused"
        stolen = marked(packed([lines[0] | {"trainee": "eve"}, *lines[1:]]), week)
        assert stolen.fraction < 0.1 and stolen.asides

    def test_another_weeks_moves_and_a_practice_week_do_not_replay(self, honest):
        for lines in (
            honest["ridge-week"],
            Script(header_of("strait-week", PRACTICE)).week().lines,
        ):
            table = marked(packed([header_line(header_of("strait-week")), *lines[1:]]))
            assert table.state == "marked" and table.fraction < 0.1

    @pytest.mark.parametrize("change", [{"seat": "rival"}, {"part": "saturday"}, {"part": EVIL},
                                        {"part": "x" * 900_000}, {"state": "0" * 16}, {"move": {}},
                                        {"n": True}, {"n": 3.0}, {"time": 7}])  # fmt: skip
    @pytest.mark.parametrize("line", [2, 15, 30])
    def test_a_changed_line_ends_the_week_there(self, strait, line, change):
        record = packed([*strait[:line], strait[line] | change, *strait[line + 1 :]])
        table = marked(record)
        if len(record) > 1_000_000:
            assert table.state == "refused"
            return
        assert table.fraction == marked(packed(strait[:line])).fraction < 1
        assert len(table.asides[0]) < 500 and not active(table_html(table, 1, 50))

    def test_files_beside_the_record_do_not_count(self, strait, tmp_path):
        """A branch, an attempt 99 and a copy lie there: the first attempt is marked."""
        from graders.handin import record_paths

        folder = tmp_path / "records"
        folder.mkdir()
        for name in ("1-1", "99", "1 - copy", "01", "0", "1-99", "²"):
            (folder / f"strait-week.{name}.jsonl").write_bytes(packed(strait))
        (folder / "strait-week.1.jsonl").write_bytes(packed(strait[:1]))
        assert set(record_paths(tmp_path, "strait-week")) == {1, 99}
        records = [(1, packed(strait[:1])), (99, packed(strait))]
        sitting = Sitting(CAPSTONE, SALT, {"strait-week": 1})
        assert mark_table(records, sitting, "strait-week", "eve", roster()).fraction == 0

    @pytest.mark.parametrize("attempt", [2, 99, 2000])
    def test_a_week_for_which_there_are_no_positions_is_told(self, attempt, strait, tmp_path):
        line = strait[0] | {"attempt": attempt}
        (tmp_path / f"strait-week.{attempt}.jsonl").write_bytes(packed([line, *strait[1:]]))
        try:
            play = begin(header_of("strait-week", attempt=attempt))
        except ParleyError as error:
            assert "new positions" in str(error) and len(str(error)) < 300
            with pytest.raises(ParleyError, match="new positions"):
                open_debrief(tmp_path / f"strait-week.{attempt}.jsonl")
        else:
            assert attempt == 2 and play.parts

    def test_a_group_counts_what_was_decided_not_what_was_turned(self):
        """To turn to another question costs nothing, so it must not push answers aside."""
        whole = Script(header_of("numbers-from-data")).week()
        idle = Script(header_of("numbers-from-data"))
        for _ in range(200):
            state = idle.play.part("play-1").states[-1]
            to = next(one.slug for one in state.left if one != state.question)
            idle.move("play-1", {"kind": "turn", "to": to})
        assert sorted([packed(whole.lines), packed(idle.lines)], key=_rank)[-1] == packed(
            whole.lines
        )


class TestLimits:
    """Time and size: whatever is handed in is marked at once, and told in a line."""

    def test_two_thousand_lines_of_turns_are_marked(self):
        script = Script(header_of("strait-week"))
        for day in DAYS[:-1]:
            script.day(day)
        while script.play.used < 1_950:
            state = script.play.part("friday").states[-1]
            to = next(one.slug for one in state.left if one != state.question)
            script.move("friday", {"kind": "turn", "to": to})
        script.week()
        record = packed(script.lines)
        table = marked(record)
        assert table.fraction == 1 and not table.asides
        assert len(review_html(record)) < 1_000_000

    @pytest.mark.parametrize("part", ["monday", "friday", "position-01", "x"])
    def test_a_megabyte_of_junk_is_marked(self, strait, part):
        move = {"kind": "enter", "number": "9" * 250, "y": [[[[]]]] * 10}
        lines = [asdict(Entry(n, "", SEAT, part, move, "0" * 16)) for n in range(1, 2000)]
        record = packed([strait[0], *lines])
        assert 800_000 < len(record) < 1_000_000
        table = marked(record)
        assert (table.state, table.fraction) == ("marked", 0)
        assert len(table.asides[0]) < 700

    @pytest.mark.parametrize("lines", [2_000, 3_500])
    def test_what_comes_after_the_week_changes_nothing(self, strait, lines):
        more = [strait[-1] | {"n": n} for n in range(len(strait), lines)]
        table = marked(packed([*strait, *more]))
        assert table.fraction == 1 and len(table.asides) == 1


JUNK = [
    None, True, False, -1, 10**40, -(10**4000), 5.0, 0.5, float("nan"), float("inf"), 1e308, "",
    "5", "５", "nan", "1e400", "\ud800", "\x00", "x" * 100_000, [], [5], {}, {"a": 5},
    json.loads("[" * 300 + "]" * 300), EVIL,
]  # fmt: skip
FIELDS = ("kind", "number", "low", "high", "sentence", "to", "question", "because", "clause",
          "decision", "rule", "file", "belief", "package", "issue", "")  # fmt: skip


def good_moves(play: Play) -> list[tuple]:
    """Return one move of each shape in each part, with the state in which it is allowed."""
    found: dict[tuple, tuple] = {}
    for name, part in play.parts.items():
        for state in part.states[:-1]:
            for choose in part.game.POLICIES.values():
                move = choose(state, Random(1))
                key = (name.partition("-")[0], *sorted(move), str(move["kind"]))
                found.setdefault(key, (part.game, state, move))
    return list(found.values())


class TestJunkMoves:
    """No move raises; what is refused is refused in a short printable sentence."""

    @pytest.mark.parametrize("sitting", [CAPSTONE, PRACTICE])
    @pytest.mark.parametrize("exercise", [*WEEKS, *FINDINGS])
    def test_refuse_answers_everything(self, exercise, sitting):
        told = 0
        for game, state, good in good_moves(Script(header_of(exercise, sitting)).week().play):
            moves = [good | {name: value} for name in FIELDS for value in JUNK]
            moves += [{k: v for k, v in good.items() if k != name} for name in good]
            for move in [*moves, *JUNK, [good], {"kind": good["kind"]}]:
                said = game.refuse(state, move)
                if said is None:
                    json.dumps(game.facts(game.apply(state, move)))
                    continue
                told += 1
                assert len(said) < 700 and "\n" not in said
                said.encode("utf-8")
        assert told > 1_000

    @pytest.mark.parametrize(
        "number",
        ["NaN", "Infinity", "1e400", "-1e400", "1e2", "5.0", "true", '"5"', "[5]", "null", "-0.0",
         "9" * 4_000, "9" * 5_000, "{}", '"' + "9" * 9_999 + '"'],
    )  # fmt: skip
    @pytest.mark.parametrize("exercise", FINDINGS)
    def test_a_number_that_is_none_ends_the_record_there(self, exercise, number):
        script = Script(header_of(exercise)).week()
        place_ = next(n for n, line in enumerate(script.lines) if "number" in line.get("move", {}))
        line = script.lines[place_]
        line["move"]["number"] = "HERE"
        raw = packed(script.lines).replace(b'"HERE"', number.encode())
        table = marked(raw, exercise)
        assert table.fraction == marked(packed(script.lines[:place_]), exercise).fraction < 1
        assert len(table.asides[0]) < 500

    @pytest.mark.parametrize("depth", [10, 400, 900, 950, 980, 990, 999, 2000, 50_000])
    @pytest.mark.parametrize("exercise", FINDINGS)
    def test_nested_moves_cost_nobody_anything(self, exercise, depth):
        part = next(iter(begin(header_of(exercise)).parts))
        nest = "[" * depth + "]" * depth
        for move in ('"kind":NEST', '"kind":"enter","number":NEST', '"kind":"turn","to":NEST'):
            line = (
                f'{{"n":1,"time":"","seat":"trainee","part":"{part}",'
                f'"move":{{{move.replace("NEST", nest)}}},"state":"x"}}\n'
            )
            record = packed([header_line(header_of(exercise))]) + line.encode()
            assert (marked(record, exercise).state, marked(record, exercise).fraction) == (
                "marked",
                0,
            )

    def test_numbers_at_both_ends_and_the_same_everywhere_earn_little(self):
        for seed in range(6):
            for place_ in (0, -1, 0.5):
                script = Script(header_of("numbers-from-data", trainee=f"t{seed}"))

                def choose(part, at=place_):
                    question = part.states[-1].question
                    if not question.ends:
                        return policy("soft", Random(1))(part)
                    ends = (question.low, question.high)
                    number = sum(ends) // 2 if at == 0.5 else ends[at]
                    names = ("number",) if question.ends == 1 else ("low", "high")
                    return {"kind": "enter", **dict.fromkeys(names, number)}

                script.week(choose)
                assert mark(script.play).mark < 60


class TestTheLaw:
    """A breach caps the week, wherever it stands, and cannot be hidden by the file."""

    def _with_clause(self, week: str, clause: str) -> Script:
        script = Script(header_of(week))

        def choose(part):
            good = best(part, CAPSTONE)
            return good | {"clause": clause} if good["kind"] in ("offer", "accept") else good

        for name in DAYS[:2]:
            script.day(name)
        script.day("wednesday", choose)
        return script.week()

    @pytest.mark.parametrize("week", WEEKS)
    def test_a_clause_that_no_text_can_hold_caps_the_whole_week(self, week):
        talks = scenario.load(scenario.load(week).day("wednesday").exercise)
        for clause in talks.clauses:
            script = self._with_clause(week, clause.id)
            table = marked(packed(script.lines), week)
            assert table.fraction == (CAP / 100 if clause.breach else 1), clause.id
            assert bool(table.attempts[0].found.caps) == bool(clause.breach)

    def test_to_take_the_clause_out_of_the_file_ends_the_week_there(self):
        talks = scenario.load("strait-talks")
        bad = next(one.id for one in talks.clauses if one.breach)
        lines = self._with_clause("strait-week", bad).lines
        lines = [
            line | {"move": {k: v for k, v in line["move"].items() if k != "clause"}}
            if line.get("part") == "wednesday"
            else line
            for line in lines
        ]
        table = marked(packed(lines))
        assert table.fraction < CAP / 100 and "another state" in table.asides[0]

    @pytest.mark.parametrize("week", WEEKS)
    def test_an_order_that_breaks_the_law_caps_the_whole_week(self, week):
        script = Script(header_of(week))
        for name in DAYS[:3]:
            script.day(name)
        found, part = scenario.load(week.replace("week", "law")), script.play.part("thursday")
        values = solutions(found.exercise, CAPSTONE).values(part.draw.profile)

        def choose(part):
            good, rule = best(part, CAPSTONE), values.ruling(part.states[-1].file).rule
            barred = found.book.rule(rule).barred
            return good | {"decision": barred[0]} if barred else good

        script.day("thursday", choose)
        table = marked(packed(script.week().lines), week)
        assert table.attempts[0].found.caps
        assert table.fraction == CAP / 100
        assert "Not passed" in table_html(table, 1, 50)

    def test_nothing_is_lifted_to_the_cap(self):
        talks = scenario.load("strait-talks")
        bad = next(one.id for one in talks.clauses if one.breach)
        script = Script(header_of("strait-week"))
        for name in DAYS[:2]:
            script.day(name, policy("passive", Random(1)))
        part = script.play.part("wednesday")
        offer = next(
            move for seed in range(50)
            if (move := policy("random", Random(seed))(part))["kind"] == "offer"
        )  # fmt: skip
        script.move("wednesday", offer | {"clause": bad})
        table = marked(packed(script.lines))
        assert table.attempts[0].found.caps and table.fraction < 0.2


class TestLeaks:
    """Nothing that a trainee has tells what counts beyond the exercise itself."""

    @pytest.mark.parametrize("desk", DESKS)
    def test_a_desk_ships_no_facts_and_no_reason_of_what_counts(self, desk):
        import yaml

        pool = yaml.safe_load((data_folder() / "files" / f"{desk}.yaml").read_text("utf-8"))
        assert all(set(one) == {"id", "title", "text"} for one in pool)
        key = yaml.safe_load((keys() / desk / "files.yaml").read_text("utf-8"))
        reasons = [
            " ".join(text.split())
            for one in key
            for text in ([one["why"]] if isinstance(one["why"], str) else one["why"].values())
        ]
        told = data_folder() / "scenarios" / f"{desk}.yaml"  # its rules, and practice with reasons
        texts = [text for path, text in shipped_texts().items() if path != told]
        assert not [reason for reason in reasons if any(reason in text for text in texts)]

    @pytest.mark.parametrize("profile", ["c1", "c2"])
    @pytest.mark.parametrize("desk", DESKS)
    def test_the_order_of_a_pool_does_not_tell_its_decisions(self, desk, profile):
        found = scenario.load(desk)
        key = found.solution(profile, keys() / desk)
        decisions = [found.book.rule(one["rule"]).decision for one in key.values()]
        middle = (len(decisions) - 1) / 2
        for decision in set(decisions):
            places = [n for n, one in enumerate(decisions) if one == decision]
            assert abs(mean(places) - middle) < 3, (decision, places)
        assert max(len(list(run)) for _, run in groupby(decisions)) <= 4

    @pytest.mark.parametrize("exercise", FINDINGS)
    def test_no_key_of_findings_that_count_is_shipped(self, exercise):
        folder = data_folder() / "solutions" / exercise
        counted = {one.id for one in scenario.load(exercise).profiles.counted}
        assert not counted & {path.name.partition(".")[0] for path in folder.iterdir()}
        assert {path.name for path in (keys() / exercise).iterdir()} >= {
            f"{name}.json.gz" for name in counted
        }

    def test_the_wheel_takes_neither_keys_nor_the_solvers(self):
        texts = [path for path in shipped_texts() if path.suffix in (".py", ".yaml", ".json")]
        names = {path.name for path in texts}
        solvers = {path.name for path in Path(solve.__file__).parent.glob("solve*.py")}
        assert len(solvers) > 1 and not names & {*solvers, "key.yaml"}
        assert not [path for path in texts if "keys" in path.parts]

    def test_a_week_that_counts_shows_no_review_and_no_points(self, strait, tmp_path, monkeypatch):
        path = tmp_path / "records" / "strait-week.1.jsonl"
        path.parent.mkdir()
        path.write_bytes(packed(strait))
        monkeypatch.setattr("parley.solutions.graders", lambda: None)
        sitting = place.Sitting(CAPSTONE, SALT, {"strait-week": 1})
        session = open_session("strait-week", tmp_path, "eve", sitting)
        shown = open_debrief(path)
        for name, part in shown.play.parts.items():
            session.select(name)
            shown.select(name)
            shown.step(len(part.moves))
            assert session.review_view() is None and shown.review_view() is None
            with pytest.raises(Refused):
                session.play_on(1)
        with pytest.raises(ParleyError, match="come with the feedback"):
            mark(shown.play)

    @pytest.mark.parametrize(
        "words",
        [
            ["facts", "--module", "07"],
            ["analyse", "tent", "--profile", "c1"],
            [
                "play",
                "tent",
                "--trainee",
                "eve",
                "--policy",
                "soft",
                "--record",
                "r.jsonl",
                "--sitting",
                TALKS,
            ],
        ],
        ids=lambda words: words[0],
    )
    def test_no_command_answers_or_plays_what_counts(self, words, tmp_path, monkeypatch):
        monkeypatch.setattr("parley.solutions.graders", lambda: None)
        monkeypatch.chdir(tmp_path)
        done = CliRunner().invoke(app, words)
        assert "That is for instructors" in str(done.exception)
        assert done.output == "" and not Path("r.jsonl").exists()

    def test_a_day_to_come_says_only_its_name(self):
        session_view = Script(header_of("strait-week")).play
        assert [name for name, _ in session_view.ahead] == list(DAYS[1:])
        assert not set(DAYS[1:]) & set(session_view.parts)

    @pytest.mark.parametrize("week", WEEKS)
    def test_no_day_and_no_position_shows_its_hidden_type(self, honest, week):
        seen = 0
        for part in replay(parse(packed(honest[week]), "r")).parts.values():
            for state in part.states if hasattr(part.draw.variant, "hidden") else ():
                shown = repr((part.game.view(state), part.game.form(state)))
                for hidden in range(2):
                    other = replace(state, variant=replace(state.variant, hidden=hidden))
                    assert repr((part.game.view(other), part.game.form(other))) == shown
                    seen += 1
        assert seen > 60

    def test_a_desk_and_a_report_show_the_same_whatever_the_key_says(self, monkeypatch):
        """All that is seen on Thursday and Friday comes without the keys."""
        script = Script(header_of("strait-week")).week()
        monkeypatch.setattr("parley.solutions.graders", lambda: None)
        again = replay(parse(packed(script.lines), "r"))
        for name in ("thursday", "friday"):
            for one, two in zip(
                script.play.part(name).states, again.part(name).states, strict=True
            ):
                game = script.play.part(name).game
                assert repr(game.view(one)) == repr(game.view(two))
                assert game.points(two) == 0
        assert again.finished

    def test_answers_to_practice_do_not_answer_what_counts(self):
        """What ships solves Monday and Tuesday, as it teaches them; the rest it does not."""
        found: dict[str, list[float]] = {}
        for number in range(6):
            script = Script(header_of("strait-week", trainee=f"t{number}"))

            def choose(part):
                practice = solutions(part.draw.exercise, PRACTICE)
                values = practice.values(part.draw.profile.replace("c", "p"))
                try:
                    move = values.advise(part.states[-1])[0]
                except (KeyError, ParleyError):
                    return policy("soft", Random(1))(part)
                allowed = part.refuse(move) is None
                return move if allowed else policy("soft", Random(1))(part)

            script.week(choose)
            for one in mark(script.play).parts:
                if one.id in DAYS:
                    found.setdefault(one.id, []).append(one.mark)
        means = {day: mean(marks) for day, marks in found.items()}
        assert means["wednesday"] < 60 and means["thursday"] < 60 and means["friday"] < 40, means


@pytest.fixture
def practised(tmp_path, monkeypatch) -> Path:
    """Return a folder in which eve has practised a week and a report."""
    monkeypatch.setenv("PARLEY_TRAINEE", "eve")
    monkeypatch.delenv("PARLEY_RECORDS", raising=False)
    records = tmp_path / "records"
    records.mkdir()
    for exercise in ("strait-week", "numbers-from-data"):
        lines = Script(header_of(exercise, PRACTICE)).week().lines
        (records / f"{exercise}.1.jsonl").write_bytes(packed(lines))
    return tmp_path


def restated(path: Path, **changes) -> None:
    """Rewrite a certificate as eve would: facts and text alike say something else."""
    found = facts_in(path.read_text(encoding="utf-8")) | changes
    path.write_text(page(found), encoding="utf-8")


class TestCertificates:
    """A certificate that says more than the records is told, in a few short lines."""

    def test_an_honest_one_agrees(self, practised):
        path = certificate(practised).path
        assert check(path, practised / "records") == []
        assert facts_in(path.read_text("utf-8"))["weeks"] == [
            "The week of the strait: finished, best mark 100"
        ]

    @pytest.mark.parametrize(
        "change",
        [
            {"made": "2026-11-25 with distinction, seen by the Ministry"},
            {"made": EVIL},
            {"made": ""},
            {"made": "2026-13-45"},
            {"made": "20261125"},
            {"weeks": ["The week of the strait: finished, best mark 100", "and of the ridge"]},
            {"plays": 200},
            {"plays": True},
            {"minutes": 10**9},
            {"sum": "All 19 modules finished"},
            {"missing": []},
            {"caution": "All is well."},
            {"calibration": ["Claim desks: always right."]},
            {"positions": [["All six", "10", "100", "+90"]]},
            {"digest": "0" * 64},
            {"files": []},
            {"trainee": "ada"},
            {"parley": "99"},
        ],
        ids=lambda change: "-".join(change),
    )
    def test_a_forged_statement_is_told(self, practised, change):
        path = certificate(practised).path
        restated(path, **change)
        try:
            told = check(path, practised / "records")
        except ParleyError as error:
            told = [str(error)]
        assert told and len(told) <= 21
        assert all(len(line) < 700 and line.isprintable() for line in told)
        assert "made" not in change or told[-1].endswith(", which is no day.")

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("best mark 100", "best mark  100"),
            ("</main>", "<p>Seen by the Ministry.</p></main>"),
            ("</html>", "</html>\n<!-- -->"),
            ("It is not a grade", "It is a grade"),
            ("default-src 'none'", "default-src *"),
            ("<title>", "<script>alert(1)</script><title>"),
            ("Not complete.", "Complete."),
            ("<bdi>eve</bdi>", "<bdi>Col. Eve</bdi>"),
            ('<meta name="parley-facts"', '<meta name="parley-facts" content="{}"><meta name="x"'),
        ],
    )
    def test_a_changed_page_is_told(self, practised, old, new):
        path = certificate(practised).path
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        try:
            assert check(path, practised / "records")
        except ParleyError as error:
            assert "no certificate" in str(error)

    @pytest.mark.parametrize(
        "facts",
        [
            {"modules": json.loads("[" * 900 + "]" * 900)},
            {"modules": json.loads("[" * 450 + "]" * 450)},
            {"weeks": [{"a": json.loads("[" * 900 + "]" * 900)}]},
            {"files": [["x" * 900_000, ""]]},
            {"files": [[f"{n}", ""] for n in range(20_000)]},
            {"files": [["\u202e\x1b[2J", "x"]]},
            {"x" * 900_000: 1},
            {"modules": [[n] for n in range(50_000)]},
            {"sum": "x" * 900_000},
            {"minutes": float("inf")},
            {"format": "parley-certificate/2"},
            {"trainee": ["eve"]},
            {"trainee": EVIL},
        ],
        ids=lambda facts: next(iter(facts))[:9],
    )
    def test_facts_of_any_size_and_shape_are_told_in_short_lines(self, practised, facts):
        path = certificate(practised).path
        found = facts_in(path.read_text("utf-8")) | facts
        content = json.dumps(found).replace("&", "&amp;").replace("'", "&#x27;")
        path.write_text(f"<meta name='parley-facts' content='{content}'>"[:999_999], "utf-8")
        try:
            told = check(path, practised / "records")
        except ParleyError as error:
            told = [str(error).replace(str(path), "")]
        assert told and len(told) <= 21
        assert all(len(line) < 700 and line.isprintable() for line in told)

    @pytest.mark.parametrize(
        "text",
        ["<![", "<![" * 300_000, "<!--" * 200_000, "<" * 300_000, "<a " * 100_000, "</" * 400_000,
         "<script>" + "</s" * 300_000, "&#" * 400_000, "<!DOCTYPE [" * 80_000, "<?" * 400_000,
         "<meta name='parley-facts' content='" + "[" * 500_000 + "'>",
         "<meta name='parley-facts' content='{\"format\": " + "9" * 9_999 + "}'>"],
        ids=range(12),
    )  # fmt: skip
    def test_a_page_of_junk_is_refused_at_once(self, practised, text):
        path = practised / "certificate.html"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ParleyError, match="this is no certificate of Parley"):
            check(path, practised / "records")
        with pytest.raises(ParleyError, match="is not a certificate of eve"):
            certificate(practised)
        assert path.read_text("utf-8") == text

    def test_a_certificate_that_is_a_link_or_a_folder_replaces_nothing(self, practised, tmp_path):
        other = tmp_path / "other.html"
        other.write_text("notes", encoding="utf-8")
        path = practised / "certificate.html"
        path.symlink_to(other)
        with pytest.raises(ParleyError, match="is not a certificate"):
            certificate(practised)
        path.unlink()
        path.mkdir()
        with pytest.raises(ParleyError, match="cannot be read"):
            certificate(practised)
        assert other.read_text("utf-8") == "notes"

    def test_records_that_cannot_be_used_are_on_no_certificate(self, practised):
        before = certificate(practised).path.read_bytes()
        records = practised / "records"
        whole = (records / "strait-week.1.jsonl").read_bytes()
        head, *rest = whole.splitlines(keepends=True)
        (records / "strait-week.2.jsonl").write_bytes(whole)  # a copy
        (records / "strait-week.99.jsonl").write_bytes(head + b"".join(rest[3:]))
        (records / "strait-week.1-1.jsonl").write_bytes(head)
        (records / "ridge-week.1.jsonl").write_bytes(whole.replace(b"strait-week", b"ridge-week"))
        (records / "x.1.jsonl").write_bytes(b"\xff" * 99_999)
        (records / "y.1.jsonl").symlink_to(records / "strait-week.1.jsonl")
        os.mkfifo(records / "z.1.jsonl")
        assert certificate(practised).path.read_bytes() == before
        assert check(practised / "certificate.html", records) == []

    @pytest.mark.parametrize("place_", [2, 9, 14, 20, 30])
    def test_a_week_that_was_cut_is_stated_as_far_as_it_goes(self, practised, place_):
        path = practised / "records" / "strait-week.1.jsonl"
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join(lines[:place_]))
        made = certificate(practised).path
        assert check(made, practised / "records") == []
        assert "finished" not in " ".join(facts_in(made.read_text("utf-8"))["weeks"])


class TestPages:
    """No text of a trainee's becomes part of a page."""

    @pytest.mark.parametrize("name", [EVIL.casefold(), "عادل", "a" * 80, "&lt;b&gt;", "\u2066x"])
    def test_progress_of_a_week_escapes_everything(self, tmp_path, monkeypatch, name):
        monkeypatch.setenv("PARLEY_RECORDS", str(tmp_path))
        lines = Script(header_of("strait-week", PRACTICE, trainee=name)).week().lines
        (tmp_path / "strait-week.1.jsonl").write_bytes(packed(lines))
        evil = [lines[0], lines[1], lines[2] | {"part": EVIL}, *lines[3:]]
        (tmp_path / "strait-week.2.jsonl").write_bytes(packed(evil))
        counts = [lines[0] | {"sitting": EVIL}, *lines[1:]]
        (tmp_path / f"{EVIL.replace('/', '')}.jsonl").write_bytes(packed(counts))
        told = progress(tmp_path, name)
        assert not active(told._repr_html_())
        assert told.tables and told.unread
        repr(told).encode("utf-8")

    def test_feedback_on_a_forged_week_escapes_everything(self, strait):
        for change in ({"part": EVIL}, {"move": {"kind": EVIL}}, {"seat": EVIL}):
            record = packed([*strait[:30], strait[30] | change, *strait[31:]])
            table = marked(record)
            assert table.state == "marked" and 0 < table.fraction < 1
            assert not active(table_html(table, 1, 50) + review_html(record))

    def test_a_record_object_without_its_file_replays_alike(self, strait):
        raw = parse(packed(strait), "r")
        again = Raw(raw.header, raw.entries, raw.ends, raw.size)
        assert mark(replay(again)).mark == 100


@pytest.fixture(scope="module")
def course(tmp_path_factory, honest) -> tuple[Path, NbGraderAPI]:
    """Return a course whose capstone ada and eve handed in, marked and given back."""
    root = tmp_path_factory.mktemp("capstone")
    files = root / "assignments"
    shutil.copy(ROOT / "nbgrader_config.py", root)
    shutil.copytree(ROOT / "assignments" / "source" / CAPSTONE, files / "source" / CAPSTONE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
        api = NbGraderAPI(nbgrader.coursedir.CourseDirectory(config=config), config=config)
        assert api.generate_assignment(CAPSTONE)["success"]
        ada = Script(header_of("strait-week", trainee="ada")).week().lines
        eve = honest["strait-week"]
        eve = [*eve[:33], eve[33] | {"part": EVIL, "move": {"kind": EVIL}}, *eve[34:]]
        for trainee, lines in (("ada", ada), ("eve", eve)):
            folder = files / "submitted" / trainee / CAPSTONE
            shutil.copytree(files / "release" / CAPSTONE, folder)
            (folder / "records").mkdir()
            for name in ("1", "1-1", "99"):
                path = folder / "records" / f"strait-week.{name}.jsonl"
                path.write_bytes(packed(lines if name == "1" else eve))
            assert api.autograde(CAPSTONE, trainee)["success"]
        assert api.generate_feedback(CAPSTONE)["success"]
    return files, api


class TestInNbgrader:
    """One cycle of the capstone."""

    def test_the_gradebook_holds_what_each_played(self, course):
        files, _ = course
        with Gradebook(f"sqlite:///{files}/gradebook.db", "parley") as gradebook:
            shares = {}
            for trainee in ("ada", "eve"):
                row = gradebook.find_submission(CAPSTONE, trainee)
                grades = {grade.name: grade for book in row.notebooks for grade in book.grades}
                week = grades["mark-strait-week"]
                shares[trainee] = week.auto_score / week.max_score
                assert grades["mark-claim-desk-18"].auto_score == 0
        assert shares["ada"] == 1 and 0.5 < shares["eve"] < 0.7

    def test_the_page_runs_nothing_and_tells_where_the_record_ended(self, course):
        files, _ = course
        pages = {
            trainee: (files / "feedback" / trainee / CAPSTONE / f"{CAPSTONE}.html").read_text(
                "utf-8"
            )
            for trainee in ("ada", "eve")
        }
        assert not any(map(active, pages.values()))
        assert "does not replay" in pages["eve"] and "does not replay" not in pages["ada"]
        assert "ada" not in pages["eve"].split()

    def test_what_is_released_tells_nothing(self, course):
        files, _ = course
        folder = files / "release" / CAPSTONE
        names = {path.name for path in folder.rglob("*") if path.is_file()}
        assert names == {f"{CAPSTONE}.ipynb", "parley.json"}
        text = (folder / f"{CAPSTONE}.ipynb").read_text("utf-8")
        assert "rubric" not in text and "levels" not in text
