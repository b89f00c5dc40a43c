"""What only solving a profile anew can show; here on one profile of each use.

``make bench`` recomputes the marks of the noisy bots on all profiles.
"""

from dataclasses import replace
from functools import cache
from random import Random

import pytest
from tests.contract import EDGE, solutions_of
from tests.games import bargaining, difficulty

from graders.bots_bargaining import Bots
from graders.check_bargaining import naive_mark
from graders.positions_bargaining import best_step
from graders.solve_bargaining import Solver
from graders.verdicts import NOISES
from parley import scenario
from parley.games.bargaining import steps
from parley.games.bargaining.rules import to_move

EXERCISE = "tent"


@cache
def solved_anew(profile):
    """Return a profile's numbers, solved here and now."""
    found = scenario.load(EXERCISE)
    return Solver(found.numbers(found.profile(profile)))


class TestDifficulty:
    def test_the_kept_marks_belong_to_the_tables_as_they_are(self):
        kept = {name: one["table"] for name, one in difficulty.kept(EXERCISE).items()}
        assert kept == difficulty.digests(EXERCISE), "run: python -m tests.games.difficulty tent"

    @pytest.mark.parametrize("bot", range(len(NOISES)), ids=map(str, NOISES))
    def test_profiles_are_equally_difficult(self, bot):
        marks = [one["marks"][bot] for one in difficulty.kept(EXERCISE).values()]
        assert len(marks) == 12
        assert max(marks) - min(marks) <= 5

    def test_more_noise_marks_less(self):
        for one in difficulty.kept(EXERCISE).values():
            assert 100 > one["marks"][0] > one["marks"][1] > one["marks"][2]


class Solved:
    profile = ""
    use = ""

    def starts(self):
        found = scenario.load(EXERCISE)
        kinds = range(bargaining.types(found, self.profile))
        return [bargaining.deal(found, self.profile, hidden) for hidden in kinds]

    def test_the_table_holds_what_solving_gives(self):
        solver = solved_anew(self.profile)
        ahead = solutions_of(EXERCISE, self.use).values(self.profile).ahead
        solver.best(steps.opening(solver.numbers))
        for gone, best in enumerate(solver.table):
            for now, value in best.items():
                assert ahead.best(now._replace(gone=gone)) == pytest.approx(value, abs=EDGE)

    def test_to_know_the_type_helps_the_points_but_not_the_mark(self):
        values = solutions_of(EXERCISE, self.use).values(self.profile)
        start = self.starts()[3]

        def reference(state, rng):
            return values.advise(state)[0]

        knowing = clairvoyant(start)
        gained = bargaining.expected_points(start, knowing)
        assert gained >= bargaining.expected_points(start, reference) - EDGE
        assert bargaining.expected_mark(values, [start], knowing) <= 100 + 1e-9
        assert bargaining.expected_mark(values, [start], reference) == pytest.approx(100)


class TestPracticeSolved(Solved):
    profile, use = "p1", "practice"

    def test_the_kept_marks_are_exact(self):
        solver = solved_anew(self.profile)
        start = steps.opening(solver.numbers)
        points = Bots(solver, NOISES).expect(start)
        kept = difficulty.kept(EXERCISE)[self.profile]["marks"]
        assert [100 * one / solver.best(start) for one in points] == pytest.approx(kept, abs=0.01)

    def test_two_ways_to_a_naive_mark_agree(self):
        values = solutions_of(EXERCISE, self.use).values(self.profile)
        starts = self.starts()
        for policy in bargaining.NAIVE.values():
            mark = naive_mark(solved_anew(self.profile), starts[0].variant, policy)
            again = bargaining.expected_mark(values, starts, policy)
            assert mark == pytest.approx(again, abs=0.01)


class TestCountedSolved(Solved):
    profile, use = "c2", "counted"


def clairvoyant(start):
    """Return the policy that plays best with the hidden type known.

    It is the best play where that type is all but certain, while belief is cut in public as ever.
    """
    numbers, hidden = start.variant.numbers, start.variant.hidden
    kinds = tuple(
        replace(kind, odds=10**9 if place == hidden else 1)
        for place, kind in enumerate(numbers.kinds)
    )
    solver = Solver(replace(numbers, kinds=kinds))

    def play(state, rng: Random):
        return to_move(state.variant, best_step(solver, state.info))

    return play
