"""The first table keeps the contract, in few words."""

from types import SimpleNamespace

from tests.contract import GOLDEN, Contract, CountingContract
from tests.games import bargaining, difficulty

from parley import play, scenario
from parley.games.bargaining import rules


def unlawful(state):
    """Return moves that the rules refuse; there are no red lines here, so fewer than elsewhere."""
    return [move for move in bargaining.unlawful(state) if rules.refuse(state, move)]


def wander(state, rng):
    """Return a state that some rounds of play pass through, with a round left: three go fast."""
    rounds = state.variant.numbers.terms.rounds
    found = bargaining.wander(state, rng)
    return found if found.info.gone < rounds else wander(state, rng)


GAME = SimpleNamespace(**vars(bargaining) | {"unlawful": unlawful, "wander": wander})


class TestPractice(Contract):
    exercise = "tent-short"
    use = "practice"
    game = GAME

    def test_the_golden_records_cover_every_profile_and_kind_of_move(self):
        """Six plays of three rounds are too short for every kind; positions show the rest."""
        found = [play.load(path) for path in GOLDEN.glob("tent-short.*.jsonl")]
        parts = [part for one in found for part in one.parts.values()]
        whole = {part.draw.profile for part in parts if not part.draw.position}
        assert whole >= {profile.id for profile in self.profiles()}
        assert {move["kind"] for part in parts for move in part.moves} == set(self.game.KINDS)


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


def test_only_moves_against_a_red_line_are_allowed_here():
    found = scenario.load("tent-short")
    state = bargaining.deal(found, "p1", 0)
    allowed = [m for m in bargaining.unlawful(state) if not rules.refuse(state, m)]
    assert [move["kind"] for move in allowed] == ["accept", "offer"]


def test_profiles_are_equally_difficult():
    kept = difficulty.kept("tent-short")
    assert {name: one["table"] for name, one in kept.items()} == difficulty.digests("tent-short")
    for marks in zip(*(one["marks"] for one in kept.values()), strict=True):
        assert max(marks) - min(marks) <= 5
