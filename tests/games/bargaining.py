"""How tests play the bargaining game; what `tests.contract` asks of a game."""

from dataclasses import replace
from random import Random

from graders.policies_bargaining import NAIVE
from parley.games.bargaining import facts, initial_state, points, rules, steps
from parley.games.bargaining.lookahead import best_offers
from parley.games.bargaining.model import packages
from parley.games.bargaining.policies import passive, random
from parley.games.bargaining.rules import KINDS, to_move
from parley.games.bargaining.steps import Step
from parley.record import PRACTICE, Header

__all__ = ["KINDS", "NAIVE", "facts", "passive", "points", "random"]


LAST = 4
"""How many rounds a wandering player goes at most."""


def types(found, profile):
    """Return how many types a profile has."""
    return len(found.profile(profile).types)


def opening(found, profile):
    """Return what is known before the first move of a profile."""
    return steps.opening(found.numbers(found.profile(profile)))


def deal(found, profile, hidden, trainee="contract", path=()):
    """Return the first state of a play against one type."""
    header = Header(found.exercise, found.version, rules.RULES, trainee, "", PRACTICE, 1)
    variant = found.deal(header, found.profile(profile), hidden, f"play-{profile}", path)
    return initial_state(variant)


def rekeyed(start, key):
    """Return the same start with chance of its own."""
    return initial_state(replace(start.variant, key=key))


def translated(old, new, move):
    """Return a move in the labels of another variant."""
    return to_move(new, rules.to_step(old, move))


def ended(start, policy):
    """Return the last state of a play by a policy without dice."""
    state = start
    while not state.outcome:
        state = rules.apply(state, policy(state, Random(0)))
    return state


def refuse(state, step):
    """Return why a step is not allowed, or None."""
    return rules.refuse(state, to_move(state.variant, step))


def every_move(state):
    """Yield every lawful move."""
    for step in every_step(state):
        yield to_move(state.variant, step)


def every_step(state):
    """Yield every lawful step, each of the packages among them."""
    numbers = state.variant.numbers
    offers = (Step("offer", package) for package in packages(numbers.terms.top, len(numbers.roles)))
    for step in (*offers, *steps.plain_steps(numbers), Step("accept"), Step("walk-out")):
        if refuse(state, step) is None:
            yield step


def wander(state, rng: Random):
    """Return a state that some rounds of play without plan pass through."""
    for _ in range(rng.randrange(LAST)):
        move = random(state, rng)
        if move["kind"] in ("accept", "walk-out"):
            continue
        after = rules.follow(state, rules.to_step(state.variant, move), move, calm=True)
        if after.outcome:
            break
        state = after
    return state


def best_kinds(values, state):
    """Return the kinds of move that no other kind beats here."""
    numbers, now = state.variant.numbers, state.info
    worth = {"walk-out": 0.0}
    tried = [*best_offers(numbers, now.counts, now.alive), *steps.plain_steps(numbers)]
    if refuse(state, Step("accept")) is None:
        tried.append(Step("accept"))
    for step in tried:
        worth[step.kind] = max(worth.get(step.kind, -1e9), values.ahead.value(now, step))
    best = max(worth.values())
    return {kind for kind, value in worth.items() if value >= best - 0.05}


def expected_mark(values, starts, policy):
    """Return the mark that a policy without dice expects, each play cut at 0; exact.

    Against one type such a policy has one path, which only a break ends early.
    """
    return sum(_path_mark(values, start, policy) for start in starts) / len(starts)


def expected_points(state, policy):
    """Return the points, in hundredths, that a policy without dice expects against this type."""
    total, alive = 0.0, 1.0
    for before, after, hazard in _path(state, policy):
        loss = before.variant.numbers.terms.loss
        if after.outcome:
            return total + alive * points(after)
        total += alive * hazard * (points(after) - loss)
        alive *= 1 - hazard
        state = after
    return total + alive * points(state)


def _path_mark(values, start, policy):
    floor, lost, alive, total = values.floor(start), 0.0, 1.0, 0.0
    for before, after, hazard in _path(start, policy):
        lost += values.ahead.regret(before.info, after.turns[-1].step)
        mark = max(0.0, 100 * (1 - lost / floor))
        if after.outcome:
            return total + alive * mark
        total += alive * hazard * mark
        alive *= 1 - hazard
    return total + alive * mark


def _path(state, policy):
    """Yield each round of the one path of a policy: before, after, and the chance of a break."""
    numbers = state.variant.numbers
    while not state.outcome and state.info.gone < numbers.terms.rounds:
        move = policy(state, Random(0))
        step = rules.to_step(state.variant, move)
        after = rules.follow(state, step, move, calm=True)
        hazard = 0
        if not after.outcome:
            cells = steps.consequence(numbers, state.info, step).cells
            hazard = next(c.hazard for c in cells if c.types >> state.variant.hidden & 1)
        yield state, after, hazard / 100
        state = after


def harmless(state):
    """Return a move that ends nothing by itself."""
    return {"kind": "adjourn"}


def unlawful(state):
    """Return moves that the rules refuse, for one reason each; without red lines there are less."""
    return [move for move in _odd_moves(state) if rules.refuse(state, move)]


def _odd_moves(state):
    issues = [issue.slug for issue in state.variant.issues]
    worst = {issue.slug: issue.option(0) for issue in state.variant.issues}
    ideal = {issue.slug: issue.option(len(issue.options) - 1) for issue in state.variant.issues}
    return [
        None,
        [],
        {},
        {"kind": "bribe"},
        {"kind": "accept"},
        {"kind": "offer"} | worst,
        {"kind": "offer"} | dict(list(ideal.items())[:-1]),
        {"kind": "offer"} | ideal | {issues[0]: 9},
        {"kind": "offer"} | ideal | {issues[0]: True},
        {"kind": "offer"} | ideal | {issues[0]: "4"},
        {"kind": "offer", "elephants": 1} | ideal,
        {"kind": "ask"},
        {"kind": "ask", "issue": "elephants"},
        {"kind": "ask", "issue": [issues[0]]},
        {"kind": "reveal", "issue": 0},
        {"kind": "trade", "get": issues[0], "give": issues[0]},
        {"kind": "trade", "get": issues[0]},
        {"kind": "adjourn", "why": "lunch"},
        {"kind": "adjourn", "because": "no such reason"},
        {"kind": "adjourn", "expect": ["agree"]},
    ]
