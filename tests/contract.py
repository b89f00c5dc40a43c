"""What every scenario must prove, whatever its game: one class, inherited.

A subclass names its exercise, which of its profiles it looks at, and the module that plays its
game in tests, such as `tests.games.bargaining`.  Of that module it asks:

- ``KINDS``, the kinds of move, and ``NAIVE``, policies that must not pay, by name;
- ``rekeyed(start, key)``, the same start with chance of its own;
- ``translated(old, new, move)``, a move in the labels of another variant;
- ``every_move(state)``, all lawful moves, or one of each class that is alike in effect;
- ``wander(state, rng)``, a state that some rounds of play without plan pass through;
- ``best_kinds(values, state)``, the kinds of move that no other kind beats;
- ``expected_mark(values, starts, policy)``, what a policy's mark is on average;
- ``harmless(state)``, a lawful move that ends nothing, and ``unlawful(state)``, refused ones.
"""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from statistics import mean, median

import pytest

from graders import plugin
from parley import play, scenario
from parley.data import data_folder
from parley.errors import Refused
from parley.games import family
from parley.marking import CAP, mark, mark_part
from parley.play import Part
from parley.record import PRACTICE, Header
from parley.review import review_part
from parley.scenario import Draw
from parley.session import RecordSession
from parley.solutions import Solutions

GOLDEN = Path(__file__).parent / "games" / "golden"

EDGE = 0.05
"""What rounding the solved tables may change, in hundredths of a point."""


class Contract:
    exercise = ""
    use = "practice"
    game = None

    random_plays = 24

    def pytest_generate_tests(self, metafunc):
        if "profile" in metafunc.fixturenames:
            metafunc.parametrize("profile", [profile.id for profile in self.profiles()])
        if "golden" in metafunc.fixturenames:
            found = sorted(GOLDEN.glob(f"{self.exercise}.{self.use}.*.jsonl"))
            metafunc.parametrize("golden", found, ids=[path.stem for path in found])

    def profiles(self):
        found = self.found.profiles
        return found.practice if self.use == PRACTICE else found.counted

    @pytest.fixture
    def solved(self):
        return solutions_of(self.exercise, self.use)

    @pytest.fixture
    def values(self, solved, profile):
        return solved.values(profile)

    @property
    def found(self):
        return scenario.load(self.exercise)

    @property
    def rules(self):
        return family(self.found.game)

    def header(self, trainee="contract"):
        return Header(self.exercise, self.found.version, self.found.rules, trainee, "", PRACTICE, 1)

    def start(self, profile, hidden, trainee="contract", steps=()):
        """Return the first state of a play against one type."""
        profile = self.found.profile(profile)
        variant = self.found.deal(
            self.header(trainee), profile, hidden, f"play-{profile.id}", steps
        )
        return self.rules.initial_state(variant)

    def starts(self, profile):
        """Return the start of a play against every type."""
        kinds = sorted(set(self.found.kinds(self.found.profile(profile))))
        return [self.start(profile, hidden) for hidden in kinds]

    def played(self, start, profile, policy, rng=None):
        """Return a whole play by a policy."""
        draw = Draw("play", "Play", profile, start.variant, exercise=self.exercise)
        part = Part(draw, (), (start,))
        while not part.done:
            part = part.after(policy(part.states[-1], rng or Random(0)))
        return part

    def random(self, state, rng):
        return self.rules.POLICIES["random"](state, rng)

    def passive(self, state, rng):
        return self.rules.POLICIES["passive"](state, rng)

    def whole_play(self, profile):
        """Return the header and the part of an attempt in which this profile is played."""
        found = self.found
        for attempt in range(1, 1 + len(self.profiles())):
            header = Header(
                self.exercise, found.version, found.rules, "contract", "", self.use, attempt
            )
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
        file = GOLDEN / "marks" / f"{self.exercise}.json"
        marks = json.loads(file.read_text(encoding="utf-8"))
        assert mark(play.load(golden), solved).mark == pytest.approx(marks[golden.name], abs=0.011)

    def test_the_golden_records_cover_every_profile_and_kind_of_move(self):
        """Practice and sets together: a kind that is seldom good shows in positions."""
        plays = [play.load(path) for path in GOLDEN.glob(f"{self.exercise}.*.jsonl")]
        parts = [part for one in plays for part in one.parts.values()]
        whole = {part.draw.profile for part in parts if not part.draw.position}
        assert whole >= {profile.id for profile in self.profiles()}
        kinds = {move["kind"] for part in parts for move in part.moves}
        assert kinds == set(self.game.KINDS)

    def test_replaying_twice_gives_equal_states(self, golden):
        assert play.load(golden).parts == play.load(golden).parts

    # the ends of the scale

    def test_passive_marks_0(self, profile, solved):
        for start in self.starts(profile):
            assert self.mark_of(start, profile, solved, self.passive).mark == 0

    def test_reference_marks_100(self, profile, solved):
        reference = plugin.reference(solved, profile)
        for start in self.starts(profile):
            marked = self.mark_of(start, profile, solved, reference)
            assert marked.mark == 100
            assert sum(marked.regrets) == 0

    def mark_of(self, start, profile, solved, policy, rng=None):
        """Return the mark of one play by a policy."""
        return mark_part(self.played(start, profile, policy, rng), solved, 1.0)

    # play that is no skill does not pay

    def test_random_play_averages_under_50(self, profile, solved):
        rng = Random(f"{self.exercise} {profile}")
        starts = self.starts(profile)
        marks = []
        for number in range(self.random_plays):
            start = self.game.rekeyed(starts[number % len(starts)], f"{profile} {number}")
            marks.append(self.mark_of(start, profile, solved, self.random, rng).mark)
        assert mean(marks) < 50

    def test_naive_play_expects_under_60(self, profile, values):
        starts = self.starts(profile)
        expected = {
            name: self.game.expected_mark(values, starts, policy)
            for name, policy in self.naive.items()
        }
        assert {name: mark for name, mark in expected.items() if mark >= 60} == {}

    @property
    def naive(self):
        """The policies that must not pay: always soft, always hard, and the game's own."""
        named = {name: self.rules.POLICIES[name] for name in ("soft", "hard")}
        return named | self.game.NAIVE

    # equal profiles

    def test_no_kind_of_first_move_is_best_in_every_profile(self, solved):
        best = [
            self.game.best_kinds(solved.values(profile.id), self.starts(profile.id)[0])
            for profile in self.profiles()
        ]
        assert set.intersection(*best) == set()

    def test_floors_lie_within_half_to_twice_the_median(self, solved):
        floors = {
            (profile.id, place): solved.values(profile.id).floor(start)
            for profile in self.profiles()
            for place, start in enumerate(self.starts(profile.id))
        }
        middle = median(floors.values())
        odd = {name: floor for name, floor in floors.items() if not 0.5 <= floor / middle <= 2}
        assert odd == {}

    # regrets are exact

    def test_the_best_value_is_the_largest_over_every_lawful_move(self, profile, values):
        rng = Random(profile)
        for _ in range(3):
            state = self.game.wander(rng.choice(self.starts(profile)), rng)
            largest = max(values.value(state, move) for move in self.game.every_move(state))
            assert largest == pytest.approx(values.best(state), abs=EDGE)

    def test_advice_is_lawful_and_worth_the_best_value(self, profile, values):
        rng = Random(f"advice {profile}")
        for _ in range(12):
            state = self.game.wander(rng.choice(self.starts(profile)), rng)
            move, worth = values.advise(state)
            assert self.rules.refuse(state, move) is None
            assert self.rules.caps(self.rules.apply(state, move)) == self.rules.caps(state)
            assert worth == pytest.approx(values.best(state), abs=EDGE)

    def test_regret_is_what_a_move_falls_short_of_the_best(self, profile, values):
        rng = Random(f"regret {profile}")
        starts = self.starts(profile)
        for number in range(12):
            start = self.game.rekeyed(rng.choice(starts), f"regret {number}")
            part = self.played(start, profile, self.random, rng)
            for state, move in zip(part.states, part.moves, strict=False):
                losses = values.losses(state, move)
                short = values.best(state) - values.value(state, move)
                assert min(losses.values()) >= 0
                assert sum(losses.values()) == pytest.approx(max(0, short), abs=EDGE)

    def test_the_outcome_is_plain_and_says_whether_the_play_is_over(self, profile):
        rng = Random(f"outcome {profile}")
        part = self.played(rng.choice(self.starts(profile)), profile, self.random, rng)
        for state in part.states:
            came_to = self.rules.outcome(state)
            assert all(type(value) in (bool, int, str) for value in came_to.values())
            assert bool(came_to["end"]) == self.rules.is_terminal(state)
        assert came_to["end"] in self.rules.ends(part.draw.variant)

    def test_points_are_the_first_value_less_regret_plus_luck(self, profile, solved, values):
        rng = Random(f"luck {profile}")
        for start in self.starts(profile):
            part = self.played(start, profile, self.random, rng)
            rows = review_part(part, solved)
            expected = (
                values.best(start) / 100
                + sum(row.value - row.best for row in rows)
                + sum(row.luck for row in rows)
            )
            points = (self.rules.points(part.states[-1]) - self.rules.points(start)) / 100
            assert points == pytest.approx(expected, abs=0.02 * len(rows))

    # the split of a mark

    def test_costs_add_up_to_what_is_missing(self, golden, solved):
        found = play.load(golden)
        marked = mark(found, solved)
        costs = sum(criterion.cost for criterion in marked.criteria)
        whole = marked.parts[0].uncut if found.practice else marked.mark
        whole = min(whole, CAP) if marked.caps else whole
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
            part = self.played(start, profile, self.random, rng)
            other = self.relabelled(part)
            assert [self.rules.facts(state) for state in other.states] == [
                self.rules.facts(state) for state in part.states
            ]
            assert mark_part(other, solved, 1.0) == mark_part(part, solved, 1.0)

    def relabelled(self, played):
        """Return the same decisions, made by somebody with other names, sides and orders."""
        old = played.draw.variant
        dealt = self.start(played.draw.profile, old.hidden, "somebody else").variant
        other = self.rules.initial_state(replace(dealt, key=old.key))
        new = Part(replace(played.draw, variant=other.variant), (), (other,))
        for move in played.moves:
            new = new.after(self.game.translated(old, other.variant, move))
        return new


class CountingContract(Contract):
    """What counts must prove besides: positions, and the sets drawn from them."""

    use = "counted"
    trainees = ("ada", "bo", "chen", "dia")

    @pytest.fixture
    def parts(self):
        """Return every position that counts, unanswered."""
        return [self.position(one) for one in scenario.positions(self.exercise)[self.use]]

    def position(self, place):
        """Return a position, not yet answered."""
        state = self.start(place.profile, place.type, steps=place.steps)
        draw = Draw(place.id, "Position", place.profile, state.variant, place.id, self.exercise)
        return Part(draw, (), (state,))

    def attempt(self, trainee, policy_of):
        """Return a whole set, played by the policy that fits each profile."""
        version, rules = self.found.version, self.found.rules
        header = Header(self.exercise, version, rules, trainee, "salt", self.use, 1)
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
            for name, policy in self.naive.items()
        }
        assert {name: mark for name, mark in expected.items() if mark >= 60} == {}

    def test_positions_mark_passive_0_and_reference_100(self, parts, solved):
        for part in parts:
            reference = plugin.reference(solved, part.draw.profile)
            assert self.position_mark(part, solved, self.passive) == 0, part.draw.id
            assert self.position_mark(part, solved, reference) == 100, part.draw.id

    def test_random_play_averages_under_50_on_positions(self, parts, solved):
        rng = Random(self.exercise)
        assert mean(self.position_mark(part, solved, self.random, rng) for part in parts) < 50

    def position_mark(self, part, solved, policy, rng=None):
        """Return the mark of a policy's answer to a position."""
        answered = part.after(policy(part.states[0], rng or Random(0)))
        return mark_part(answered, solved, 1.0).mark

    def test_a_set_marks_passive_0_and_reference_100(self, solved):
        for trainee in self.trainees:
            passive = self.attempt(trainee, lambda profile: self.passive)
            best = self.attempt(trainee, lambda profile: plugin.reference(solved, profile))
            assert mark(passive, solved).mark == 0
            assert mark(best, solved).mark == 100

    def test_an_unplayed_set_marks_0(self, solved):
        header = Header(self.exercise, self.found.version, self.found.rules, "x", "", "y", 1)
        assert mark(play.begin(header), solved).mark == 0


@cache
def solutions_of(exercise, use):
    """Return the solved profiles of an exercise, those to practise on or those that count."""
    folder = data_folder() / "solutions" if use == PRACTICE else plugin.keys()
    return Solutions(exercise, folder / exercise)
