"""The first table keeps the contract, in few words."""

from dataclasses import replace
from random import Random
from types import SimpleNamespace

from tests.contract import Contract, CountingContract
from tests.games import bargaining

from graders.positions_bargaining import _sample
from graders.solve_bargaining import Solver
from parley import scenario
from parley.games.bargaining import rules, steps


def wander(state, rng):
    """Return a state that some rounds of play pass through, with a round left: three go fast."""
    rounds = state.variant.numbers.terms.rounds
    found = bargaining.wander(state, rng)
    return found if found.info.gone < rounds else wander(state, rng)


GAME = SimpleNamespace(**vars(bargaining) | {"wander": wander})


class TestPractice(Contract):
    exercise = "tent-short"
    use = "practice"
    game = GAME


class TestCounted(CountingContract):
    exercise = "tent-short"
    game = GAME


def test_its_brief_has_at_most_90_words():
    brief = scenario.load("tent-short").brief
    assert len(" ".join((*brief.situation, *brief.task)).split()) <= 90


def test_it_is_the_tent_with_two_of_its_issues():
    short, tent = scenario.load("tent-short"), scenario.load("tent")
    known = {issue.id: issue for issue in tent.issues}
    assert all(issue == known[issue.id] for issue in short.issues)
    assert short.names == tent.names
    assert len(short.issues) == 2


def test_without_red_lines_their_worst_offer_may_be_taken():
    found = scenario.load("tent-short")
    for profile in found.everything:
        state = bargaining.deal(found, profile.id, 0)
        assert rules.refuse(state, {"kind": "accept"}) is None


def test_positions_are_chosen_also_where_leaving_is_best():
    found = scenario.load("tent-short")
    numbers = replace(found.numbers(found.profile("p1")), reservation=99)
    solver = Solver(numbers)
    assert solver.best(steps.opening(numbers)) < 500
    assert all(path for _, path, _ in _sample(solver, Random(1)))
