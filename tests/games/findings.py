"""How tests answer a report; what `tests.contract` asks of a game, and a report made for tests."""

import json
from dataclasses import replace
from fractions import Fraction
from random import Random
from statistics import mean

import pytest

from graders import plugin
from graders.check_findings import NAIVE, mark
from graders.solve_findings import solution
from parley.data import data_folder
from parley.games import family
from parley.games.findings import apply, initial_state, is_terminal
from parley.games.findings.policies import random
from parley.games.findings.rules import KINDS, kinds, to_move
from parley.games.findings.sheet import Sheet
from parley.games.findings.state import Question, Sentence, Variant, Words
from parley.marking import mark_part
from parley.play import Part

__all__ = ["KINDS", "NAIVE"]

GAME = family("findings")


class Report:
    """What does not apply to a report, and what stands in its place.

    To answer is always best, and the order of the questions is part of the labelling: the same
    answers pass through other states to the same end.
    """

    test_no_kind_of_first_move_is_best_in_every_profile = None

    def test_another_labelling_leaves_states_and_mark_as_they_are(self, profile, solved):
        part = self.played(self.starts(profile)[0], profile, self.random, Random(self.exercise))
        other = self.relabelled(part)
        assert other.draw.variant != part.draw.variant
        assert GAME.facts(other.states[-1]) == GAME.facts(part.states[-1])
        ours, theirs = (mark_part(one, solved, 1.0) for one in (part, other))
        assert theirs.mark == pytest.approx(ours.mark)

    def relabelled(self, played):
        """Return the same answers in another order of the questions."""
        start = rekeyed(played.states[0], "somebody else")
        new = Part(replace(played.draw, variant=start.variant), (), (start,))
        moves = {move["question"]: move for move in played.moves if move["kind"] != "turn"}
        while not new.done:
            new = new.after(moves[new.states[-1].question.slug])
        return new

    def test_the_kept_key_is_what_the_tables_give(self, profile):
        found, use = self.found, self.use
        folder = data_folder() / "solutions" if use == "practice" else plugin.keys()
        kept = found.solution(profile, folder / self.exercise)
        assert kept == json.loads(json.dumps(solution(found, found.profile(profile))))

    def test_points_are_the_first_value_less_regret_plus_luck(self, profile, solved, values):
        """There is no luck in a report: points by the key are the first value less regret."""
        part = self.played(self.starts(profile)[0], profile, self.random, Random(1))
        regret = sum(mark_part(part, solved, 1.0).regrets)
        points = values.points(part.states[-1])
        assert points == pytest.approx(values.best(part.states[0]) - regret)


class CountedReport(Report):
    """The same where it counts: a set is whole reports, and there are no positions."""

    test_naive_play_marks_under_60_on_positions = None
    test_positions_mark_passive_0_and_reference_100 = None
    test_random_play_averages_under_50_on_positions = None


SHEET = Sheet(
    "Incidents",
    "Week",
    (("north", "North"), ("south", "South")),
    ("1", "2", "3", "4"),
    tuple((Fraction(a), Fraction(b)) for a, b in ((9, 5), (7, 5), (4, 3), (2, 3))),
)
ONE = Question(
    "one", 0, "One", "How many?", SHEET, "incidents", -20, 20, 1, Fraction(1), Fraction(4)
)
TWO = replace(ONE, slug="two", label="Two", text="From what to what?", ends=2)
SAY = replace(
    ONE,
    slug="say",
    label="Say",
    text="What may be said?",
    ends=0,
    sentences=(Sentence("less", "It fell."), Sentence("more", "It rose.")),
)
REPORT = Variant(
    (ONE, TWO, SAY), 10, Words("A report", ("It is.",), ("Say.",), reasons=(("a", "A"),))
)
CONTENT = {
    "one": [
        {
            "value": ["-3"],
            "steps": ["Step one of {place}."],
            "mistakes": [[["-5"], "before and after alone"], [["3"], "the wrong sign"]],
        }
    ],
    "two": [
        {"value": ["-4", "5/2"], "steps": ["Step two."], "mistakes": [[["0", "9"], "a range"]]}
    ],
    "say": [{"sentence": "less", "steps": ["Step three."], "faults": {"more": "It did not"}}],
}
"""The key of that report, as a solver writes it."""


def rekeyed(start, key):
    """Return the same questions in an order of their own; there is no chance besides."""
    questions = list(start.variant.questions)
    while tuple(questions) == start.variant.questions:
        Random(key).shuffle(questions)
        key = f"{key} again"
    return initial_state(replace(start.variant, questions=tuple(questions)))


def every_move(state):
    """Yield every lawful move on the open question."""
    question = state.question
    allowed = range(question.low, question.high + 1, question.step)
    yield {"kind": "leave"}
    yield from ({"kind": "turn", "to": one.slug} for one in state.left if one != question)
    if question.ends == 1:
        yield from (to_move(question, number) for number in allowed)
    elif question.ends:
        yield from (to_move(question, a, b) for a in allowed for b in allowed if a <= b)
    for one in question.sentences:
        yield {"kind": "conclude", "sentence": one.slug}


def wander(state, rng: Random):
    """Return a report in which some moves are made without plan, but not all."""
    for _ in range(rng.randrange(len(state.left))):
        state = apply(state, random(state, rng))
    return state


def expected_mark(values, starts, policy):
    """Return the mark of a policy without dice."""
    return mean(mark(values, start, policy, Random(0)) for start in starts)


def harmless(state):
    """Return an answer, or the end of one question among several."""
    return {"kind": "leave"}


def unlawful(state):
    """Return moves that the rules refuse, for one reason each."""
    assert not is_terminal(state)
    question = state.question
    strange = next(kind for kind in ("enter", "conclude") if kind not in kinds(state))
    refused = [
        "leave",
        {},
        {"kind": "guess"},
        {"kind": ["leave"]},
        {"kind": strange},
        {"kind": "leave", "number": 3},
        {"kind": "leave", "question": "another"},
        {"kind": "leave", "because": "no such reason"},
        {"kind": "leave", "because": []},
        {"kind": "turn", "to": question.slug},
        {"kind": "turn", "to": ""},
        {"kind": "turn"},
    ]
    if not question.ends:
        return [*refused, {"kind": "conclude", "sentence": ""}, {"kind": "conclude", "sentence": 1}]
    good = to_move(question, *[question.low] * question.ends)
    name = "number" if question.ends == 1 else "high"
    wrong = (None, question.high + 1, question.low - 1, float(question.low), True, "3")
    return [*refused, *(good | {name: one} for one in wrong), good | {"sentence": "x"}]
