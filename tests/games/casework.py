"""How tests decide files at a desk; what `tests.contract` asks of a game, and desks for tests."""

from dataclasses import replace
from random import Random

import pytest

from parley.games import family
from parley.games.casework import apply, initial_state, is_terminal
from parley.games.casework.engine import Condition, Rule
from parley.games.casework.policies import passive, random
from parley.games.casework.rules import KINDS, to_move
from parley.games.casework.state import Book, Decision, File, Ruling, Variant, Words
from parley.marking import mark_part
from parley.play import Part

__all__ = ["KINDS"]

GAME = family("casework")


class Desk:
    """What does not apply to a desk of files, and what stands in its place.

    To decide is always best, and the order of the files is part of the labelling: the same
    decisions pass through other states to the same end.
    """

    test_no_kind_of_first_move_is_best_in_every_profile = None

    def test_another_labelling_leaves_states_and_mark_as_they_are(self, profile, solved):
        part = self.played(self.starts(profile)[0], profile, self.random, Random(self.exercise))
        other = self.relabelled(part)
        assert other.draw.variant != part.draw.variant
        assert GAME.facts(other.states[-1]) == GAME.facts(part.states[-1])
        assert GAME.points(other.states[-1]) == GAME.points(part.states[-1])
        ours, theirs = (mark_part(one, solved, 1.0) for one in (part, other))
        assert theirs.mark == pytest.approx(ours.mark)
        assert len(theirs.caps) == len(ours.caps)

    def relabelled(self, played):
        """Return the same decisions in another order of the files."""
        start = rekeyed(played.states[0], "somebody else")
        new = Part(replace(played.draw, variant=start.variant), (), (start,))
        moves = {move["file"]: move for move in played.moves}
        while not new.done:
            new = new.after(moves[new.states[-1].file.slug])
        return new

    def test_points_are_the_first_value_less_regret_plus_luck(self, profile, solved, values):
        """There is no luck at a desk: points by the key are the first value less regret."""
        part = self.played(self.starts(profile)[0], profile, self.random, Random(1))
        regret = sum(mark_part(part, solved, 1.0).regrets)
        points = values.points(part.states[-1])
        assert points == pytest.approx(values.best(part.states[0]) - regret)


class CountedDesk(Desk):
    """The same where it counts: a set is one play, and there are no positions."""

    test_naive_play_marks_under_60_on_positions = None
    test_positions_mark_passive_0_and_reference_100 = None
    test_random_play_averages_under_50_on_positions = None


def always(decision, rule):
    """Return the policy that does the same with every file, by places in the book."""

    def play(state, rng: Random):
        book = state.variant.book
        return to_move(state.file, book.decisions[decision].slug, book.rules[rule].slug)

    return play


def alarmed(state, rng: Random):
    """Forbid what has a word of alarm in it, allow the rest, by the first fitting rule."""
    words = ("war", "dead", "weapon", "missile", "secret", "threat")
    text = " ".join(state.file.text).lower()
    policy = "hard" if any(word in text for word in words) else "soft"
    return GAME.POLICIES[policy](state, rng)


NAIVE = {
    "the second decision": always(1, 0),
    "the last rule": always(0, -1),
    "by words of alarm": alarmed,
}


def ask(fact, *values, sign=""):
    """Return a condition."""
    return Condition(fact, values, sign)


def rule(slug, decision, *when, either=(), barred=(), article=""):
    """Return a rule for tests."""
    words = (slug.capitalize(), f"What {slug} says.", f"Book of {slug}")
    return Rule(slug, *words, decision, when, either, barred, article)


BOOK = Book(
    (Decision("yes", "Yes", "It may go."), Decision("no", "No", "It may not go.")),
    (
        rule("armed", "no", ask("armed", True), barred=("yes",), article="Book, art. 1: armed."),
        rule("many", "no", ask("men", 100, sign=">=")),
        rule("rest", "yes"),
    ),
)
"""A book of three rules: two that forbid, of which one is a matter of law, and the rest."""


def desk(rulings, shown, reasons=(("case", "A case"),)):
    """Return a variant whose files these rules decide; ``shown`` tells whether it shows so."""
    files = tuple(
        File(
            f"f{place:02d}",
            f"File {place}",
            (f"Text {place}.",),
            Ruling(one, "Armed: yes", f"Why {place}.") if shown else None,
        )
        for place, one in enumerate(rulings, start=1)
    )
    words = Words("A desk", "file", "files", ("It is.",), ("Decide.",), reasons)
    return Variant(BOOK, files, words)


def content(rulings):
    """Return the key of such a desk, as a scenario gives it."""
    return {
        f"f{place:02d}": {"rule": one, "holds": "Armed: yes", "why": f"Why {place}."}
        for place, one in enumerate(rulings, start=1)
    }


def rekeyed(start, key):
    """Return the same files in an order of their own; there is no chance besides."""
    files = list(start.variant.files)
    Random(key).shuffle(files)
    return initial_state(replace(start.variant, files=tuple(files)))


def translated(old, new, move):
    """Return a move as it is: decisions and rules have the same names on every desk."""
    return move


def every_move(state):
    """Yield every lawful move with the file on the desk."""
    yield passive(state, Random(0))
    for decision in state.variant.book.decisions:
        for one in state.variant.book.rules:
            yield to_move(state.file, decision.slug, one.slug)


def wander(state, rng: Random):
    """Return a desk on which some files are decided without plan, but not all."""
    for _ in range(rng.randrange(len(state.variant.files))):
        state = apply(state, random(state, rng))
    return state


def best_kinds(values, state):
    """Return the kind that is always best."""
    return {"decide"}


def expected_mark(values, starts, policy):
    """Return the mark of a policy without dice."""
    marks = [100 * (1 - lost(values, start, policy) / values.floor(start)) for start in starts]
    return sum(marks) / len(marks)


def lost(values, state, policy):
    """Return what a policy without dice gives away on a desk."""
    total = 0.0
    while not is_terminal(state):
        move = policy(state, Random(0))
        total += sum(values.losses(state, move).values())
        state = apply(state, move)
    return total


def harmless(state):
    """Return a decision."""
    book = state.variant.book
    return to_move(state.file, book.decisions[0].slug, book.rules[0].slug)


def unlawful(state):
    """Return moves that the rules refuse, for one reason each."""
    good = harmless(state)
    return [
        "decide",
        {},
        {"kind": ["decide"]},
        {"kind": "judge"},
        {"kind": "decide"},
        {name: value for name, value in good.items() if name != "rule"},
        good | {"decision": ""},
        good | {"rule": ""},
        good | {"decision": "perhaps"},
        good | {"decision": ["clear"]},
        good | {"rule": "no such rule"},
        good | {"rule": 1},
        good | {"kind": "leave"},
        good | {"file": "another"},
        good | {"file": None},
        good | {"because": "no such reason"},
        good | {"because": []},
        good | {"expect": "agree"},
        {"kind": "leave", "file": "another"},
    ]
