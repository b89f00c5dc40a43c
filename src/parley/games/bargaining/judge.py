"""What moves at the talks are worth, and what a review says of them."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import accumulate
from typing import Any

from parley.games.bargaining import rules
from parley.games.bargaining.clauses import breaches, say_clause
from parley.games.bargaining.explain import known_now, known_then, why
from parley.games.bargaining.lookahead import Lookahead
from parley.games.bargaining.model import Numbers
from parley.games.bargaining.say import say_package, say_step
from parley.games.bargaining.space import outcome_space
from parley.games.bargaining.state import State, Variant
from parley.games.bargaining.steps import Step
from parley.games.form import Telling
from parley.games.game import Move, Picture
from parley.games.words import capital

WALK = Step("walk-out")


class TalkValues:
    """What moves at the talks are worth, in hundredths of a point.

    Parameters
    ----------
    ahead : Lookahead
        The solved profile.
    """

    def __init__(self, ahead: Lookahead) -> None:
        self.ahead = ahead

    def best(self, state: State) -> float:
        """Return the most points that lawful play expects from a state on."""
        return 0.0 if state.outcome else self.ahead.best(state.info)

    def value(self, state: State, move: Move) -> float:
        """Return the points expected with a move, and the best play after it."""
        return self.ahead.value(state.info, rules.to_step(state.variant, move))

    def losses(self, state: State, move: Move) -> dict[str, float]:
        """Return the regret of a move under its kind."""
        return {move["kind"]: self.ahead.regret(state.info, rules.to_step(state.variant, move))}

    def advise(self, state: State) -> tuple[Move, float]:
        """Return a best move and what it is worth."""
        advice = self.ahead.advise(state.info)
        return rules.to_move(state.variant, advice.step), advice.value

    def points(self, state: State) -> float:
        """Return the points of a state."""
        return rules.points(state)

    def floor(self, state: State) -> float:
        """Return what walking out now gives away."""
        return 0.0 if state.outcome else self.ahead.regret(state.info, WALK)


def values(numbers: Numbers, content: Any) -> TalkValues:
    """Return the values of a profile from its solved table: the gaps between keys, and values."""
    gaps, best = content
    return TalkValues(Lookahead(numbers, dict(zip(accumulate(gaps), best, strict=True))))


def tell(found: TalkValues, before: State, move: Move, after: State) -> Telling:
    """Return what a review says of a move."""
    variant = before.variant
    step = rules.to_step(variant, move)
    regret = found.ahead.regret(before.info, step)
    best = found.ahead.advise(before.info).step if regret else step
    fault, merit = why(before, step, best, regret)
    short, package = _unfolded(variant, step)
    better, wanted = _unfolded(variant, best)
    return Telling(
        move=short,
        package="; ".join(filter(None, (package, say_clause(variant, move.get("clause", ""))))),
        known_then=known_then(before),
        best_move=": ".join(filter(None, (capital(merit) or better, wanted))),
        known_now=known_now(before, step),
        why=fault,
    )


def picture(found: TalkValues, states: Sequence[State], moves: Sequence[Move]) -> Picture | None:
    """Return the outcome space of a play, with the offers made in it."""
    return "outcome_space", asdict(outcome_space(states[-1]))


def caps(state: State) -> tuple[str, ...]:
    """Return the law that the player's text broke: instructions forbid all but a sentence."""
    return breaches(state)


def _unfolded(variant: Variant, step: Step) -> tuple[str, str]:
    """Return a step in words without its package, and the package of an offer."""
    words = capital(say_step(variant, step))
    package = say_package(variant, step.package) if step.kind == "offer" else ""
    return words.removesuffix(f" ({package})"), package
