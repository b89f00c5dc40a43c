"""What every scenario must prove, whatever its game: one class, inherited.

A subclass names its exercise, which of its profiles it looks at, and the module that plays its
game in tests, such as `tests.games.bargaining`.
"""

import json
from functools import cache
from pathlib import Path
from random import Random
from statistics import mean, median

import pytest

from graders import plugin
from parley import play, scenario
from parley.data import data_folder
from parley.errors import Refused
from parley.marking import decisions, mark, mark_part
from parley.record import PRACTICE, Header
from parley.review import review_part
from parley.session import RecordSession
from parley.solutions import Solutions

GOLDEN = Path(__file__).parent / "games" / "golden"

EDGE = 0.05
"""What rounding the solved tables may change, in hundredths of a point."""


class Contract:
    exercise = ""
    use = "practice"
    game = None

    random_plays = 60

    def pytest_generate_tests(self, metafunc):
        if "profile" in metafunc.fixturenames:
            metafunc.parametrize("profile", [profile.id for profile in self.profiles()])
        if "golden" in metafunc.fixturenames:
            found = sorted(GOLDEN.glob(f"{self.exercise}.{self.use}.*.jsonl"))
            metafunc.parametrize("golden", found, ids=[path.stem for path in found])

    def profiles(self):
        found = scenario.load(self.exercise).profiles
        return found.practice if self.use == PRACTICE else found.counted

    @pytest.fixture
    def solved(self):
        return solutions_of(self.exercise, self.use)

    @pytest.fixture
    def values(self, solved, profile):
        return solved.values(profile)

    def starts(self, profile):
        """Return the start of a play against every type."""
        found = scenario.load(self.exercise)
        return [
            self.game.deal(found, profile, hidden)
            for hidden in range(self.game.types(found, profile))
        ]

    def whole_play(self, profile):
        """Return the header and the part of an attempt in which this profile is played."""
        version = scenario.load(self.exercise).version
        for attempt in range(1, 1 + len(self.profiles())):
            header = Header(self.exercise, version, 1, "contract", "", self.use, attempt)
            for name, part in play.begin(header).parts.items():
                if part.draw.profile == profile and not part.draw.position:
                    return header, name
        raise LookupError(profile)

    # the same record, the same states

    def test_a_golden_record_replays_to_the_last_digest(self, golden):
        found = play.load(golden)
        assert found.notices == ()
        assert found.used == len(golden.read_bytes().splitlines()) - 1

    def test_a_golden_record_has_its_golden_mark(self, golden, solved):
        marks = json.loads((GOLDEN / "marks.json").read_text(encoding="utf-8"))
        assert mark(play.load(golden), solved).mark == pytest.approx(marks[golden.name], abs=0.011)

    def test_the_golden_records_cover_every_profile_and_kind_of_move(self):
        plays = [play.load(path) for path in GOLDEN.glob(f"{self.exercise}.{self.use}.*.jsonl")]
        parts = [part for one in plays for part in one.parts.values()]
        assert {part.draw.profile for part in parts if not part.draw.position} == {
            profile.id for profile in self.profiles()
        }
        kinds = {move["kind"] for part in parts for move in part.moves}
        assert kinds == set(self.game.KINDS)

    def test_replaying_twice_gives_equal_states(self, golden):
        assert play.load(golden).parts == play.load(golden).parts

    # the ends of the scale

    def test_passive_marks_0(self, profile, solved):
        for start in self.starts(profile):
            assert self.mark_of(start, profile, solved, self.game.passive).mark == 0

    def test_reference_marks_100(self, profile, solved):
        reference = plugin.reference(solved, profile)
        for start in self.starts(profile):
            marked = self.mark_of(start, profile, solved, reference)
            assert marked.mark == 100
            assert sum(marked.regrets) == 0

    def mark_of(self, start, profile, solved, policy, rng=None):
        """Return the mark of one play by a policy."""
        return mark_part(self.game.part(start, profile, policy, rng or Random(0)), solved, 1.0)

    # play that is no skill does not pay

    def test_random_play_averages_under_50(self, profile, solved):
        rng = Random(f"{self.exercise} {profile}")
        starts = self.starts(profile)
        marks = []
        for number in range(self.random_plays):
            start = self.game.rekeyed(starts[number % len(starts)], f"{profile} {number}")
            marks.append(self.mark_of(start, profile, solved, self.game.random, rng).mark)
        assert mean(marks) < 50

    def test_naive_play_expects_under_60(self, profile, values):
        starts = self.starts(profile)
        expected = {
            name: self.game.expected_mark(values, starts, policy)
            for name, policy in self.game.NAIVE.items()
        }
        assert {name: mark for name, mark in expected.items() if mark >= 60} == {}

    # equal profiles

    def test_no_kind_of_first_move_is_best_in_every_profile(self, solved):
        best = [
            self.game.best_kinds(solved.values(profile.id), self.starts(profile.id)[0])
            for profile in self.profiles()
        ]
        assert set.intersection(*best) == set()

    def test_floors_lie_within_half_to_twice_the_median(self, solved):
        found = scenario.load(self.exercise)
        floors = {
            profile.id: solved.values(profile.id).best(self.game.opening(found, profile))
            for profile in self.profiles()
        }
        middle = median(floors.values())
        odd = {name: floor for name, floor in floors.items() if not 0.5 <= floor / middle <= 2}
        assert odd == {}

    # regrets are exact

    def test_the_best_value_is_the_largest_over_every_lawful_move(self, profile, values):
        rng = Random(profile)
        for _ in range(3):
            state = self.game.wander(rng.choice(self.starts(profile)), rng)
            largest = max(values.value(state.info, step) for step in self.game.every_step(state))
            assert largest == pytest.approx(values.best(state.info), abs=EDGE)

    def test_advice_is_lawful_and_worth_the_best_value(self, profile, values):
        rng = Random(f"advice {profile}")
        for _ in range(12):
            state = self.game.wander(rng.choice(self.starts(profile)), rng)
            advice = values.advise(state.info)
            assert self.game.refuse(state, advice.step) is None
            assert advice.value == pytest.approx(values.best(state.info), abs=EDGE)

    def test_no_move_has_negative_regret(self, profile, values):
        rng = Random(f"regret {profile}")
        starts = self.starts(profile)
        for number in range(30):
            start = self.game.rekeyed(rng.choice(starts), f"regret {number}")
            part = self.game.part(start, profile, self.game.random, rng)
            for state, step in decisions(part):
                assert values.value(state.info, step) <= values.best(state.info) + EDGE
                assert values.regret(state.info, step) >= 0

    def test_points_are_the_first_value_less_regret_plus_luck(self, profile, solved, values):
        rng = Random(f"luck {profile}")
        for start in self.starts(profile):
            part = self.game.part(start, profile, self.game.random, rng)
            rows = review_part(part, solved)
            expected = (
                values.best(start.info) / 100
                - sum(row.regret for row in rows)
                + sum(row.luck for row in rows)
            )
            points = self.game.points(part.states[-1]) / 100
            assert points == pytest.approx(expected, abs=0.02 * len(rows))

    # the split of a mark

    def test_costs_add_up_to_what_is_missing(self, golden, solved):
        found = play.load(golden)
        marked = mark(found, solved)
        costs = sum(criterion.cost for criterion in marked.criteria)
        whole = marked.parts[0].uncut if found.practice else marked.mark
        assert costs == pytest.approx(100 - whole, abs=0.05)
        assert sum(part.share for part in marked.parts) == pytest.approx(1)

    # a refused move

    def test_a_refused_move_gives_its_reason_and_leaves_the_record(self, profile, tmp_path):
        header, name = self.whole_play(profile)
        session = RecordSession(header, tmp_path / "records" / "one.jsonl")
        session.move(self.game.harmless(session.play.parts[name].states[-1]), name)
        before, kept = session.path.read_bytes(), session.play
        for move in self.game.unlawful(kept.parts[name].states[-1]):
            with pytest.raises(Refused, match=r"\w+ \w+ .*"):
                session.move(move, name)
            assert session.path.read_bytes() == before
            assert session.play is kept

    # labels are no part of the game

    def test_another_labelling_leaves_states_and_mark_as_they_are(self, profile, solved):
        rng = Random(f"labels {profile}")
        for start in self.starts(profile):
            part = self.game.part(start, profile, self.game.random, rng)
            other = self.game.relabelled(self.exercise, part)
            assert [self.game.facts(state) for state in other.states] == [
                self.game.facts(state) for state in part.states
            ]
            assert other.moves != part.moves or all(len(move) == 1 for move in part.moves)
            assert mark_part(other, solved, 1.0) == mark_part(part, solved, 1.0)


class CountingContract(Contract):
    """What counts must prove besides: positions, and the sets drawn from them."""

    use = "counted"
    trainees = ("ada", "bo", "chen", "dia")

    @pytest.fixture
    def parts(self):
        """Return every position that counts, unanswered."""
        found = scenario.positions(self.exercise)[self.use]
        return [self.game.position(self.exercise, position) for position in found]

    def attempt(self, trainee, policy_of):
        """Return a whole set, played by the policy that fits each profile."""
        version = scenario.load(self.exercise).version
        header = Header(self.exercise, version, 1, trainee, "salt", self.use, 1)
        found = play.begin(header)
        for part in found.parts.values():
            policy, rng = policy_of(part.draw.profile), Random(f"{trainee} {part.draw.id}")
            while not part.done:
                part = part.after(policy(part.states[-1], rng))
            found = found.with_part(part)
        return found

    def test_naive_play_marks_under_60_on_positions(self, parts, solved):
        expected = {
            name: mean(self.position_mark(part, solved, policy) for part in parts)
            for name, policy in self.game.NAIVE.items()
        }
        assert {name: mark for name, mark in expected.items() if mark >= 60} == {}

    def test_positions_mark_passive_0_and_reference_100(self, parts, solved):
        for part in parts:
            reference = plugin.reference(solved, part.draw.profile)
            assert self.position_mark(part, solved, self.game.passive) == 0, part.draw.id
            assert self.position_mark(part, solved, reference) == 100, part.draw.id

    def test_random_play_averages_under_50_on_positions(self, parts, solved):
        rng = Random(self.exercise)
        assert mean(self.position_mark(part, solved, self.game.random, rng) for part in parts) < 50

    def position_mark(self, part, solved, policy, rng=None):
        """Return the mark of a policy's answer to a position."""
        answered = part.after(policy(part.states[0], rng or Random(0)))
        return mark_part(answered, solved, 1.0).mark

    def test_a_set_marks_passive_0_and_reference_100(self, solved):
        for trainee in self.trainees:
            passive = self.attempt(trainee, lambda profile: self.game.passive)
            best = self.attempt(trainee, lambda profile: plugin.reference(solved, profile))
            assert mark(passive, solved).mark == 0
            assert mark(best, solved).mark == 100

    def test_an_unplayed_set_marks_0(self, solved):
        header = Header(self.exercise, scenario.load(self.exercise).version, 1, "x", "", "y", 1)
        assert mark(play.begin(header), solved).mark == 0


@cache
def solutions_of(exercise, use):
    """Return the solved profiles of an exercise, those to practise on or those that count."""
    folder = data_folder() / "solutions" if use == PRACTICE else plugin.keys()
    return Solutions(exercise, folder / exercise)
