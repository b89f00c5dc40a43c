"""What an order does, turn by turn: the acts that are open, the signs that may come, the levels."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import lcm
from typing import NamedTuple

from parley.games.turns.model import (
    Act,
    Choice,
    Effect,
    Information,
    Model,
    Order,
    Public,
    Sign,
    holds,
    reduced,
)

END = "end"
"""The outcome of a play whose turns are over."""

NONE = -1
"""The act in a fact list before any is ordered."""


class Step(NamedTuple):
    """What a sign led to: the public facts, the hundredths gained, and the end, if it came."""

    public: Public
    gain: int
    outcome: str


def facts(model: Model, public: Public, act: int = NONE) -> list[int]:
    """Return the numbers that conditions look at: turn, card, act, tracks, what is derived."""
    found = [public.gone + 1, public.card, act, *public.levels]
    for derived in model.derived:
        found.append(derived.of(found))
    return found


@lru_cache(maxsize=1 << 16)
def choices(model: Model, public: Public) -> tuple[Choice, ...]:
    """Return everything that may be ordered now, lawful or not, in the order of the acts."""
    seen = facts(model, public)
    return tuple(
        (place, *values)
        for place, act in enumerate(model.acts)
        if holds(act.when, seen)
        for values in product(*(reachable(public, order) for order in act.orders))
    )


def reachable(public: Public, order: Order) -> tuple[int, ...]:
    """Return the values that a field may take now."""
    now = public.levels[order.track]
    return tuple(value for value in order.values if abs(value - now) <= order.reach)


def is_open(model: Model, public: Public, act: int) -> bool:
    """Tell whether an act may be ordered now."""
    return holds(model.acts[act].when, facts(model, public))


def breaks_law(model: Model, public: Public, choice: Choice) -> bool:
    """Tell whether an order breaks the law; its fields count as already set."""
    act = model.acts[choice[0]]
    return holds(act.breach, facts(model, ordered(public, act, choice), choice[0]))


@lru_cache(maxsize=1 << 16)
def lawful(model: Model, public: Public) -> tuple[Choice, ...]:
    """Return everything that may lawfully be ordered now."""
    return tuple(one for one in choices(model, public) if not breaks_law(model, public, one))


def ordered(public: Public, act: Act, choice: Choice) -> Public:
    """Return the public facts with the fields of an order set."""
    levels = list(public.levels)
    for order, value in zip(act.orders, choice[1:], strict=True):
        levels[order.track] = value
    return public._replace(levels=tuple(levels))


@lru_cache(maxsize=1 << 16)
def acted(model: Model, public: Public, choice: Choice) -> Public:
    """Return the public facts right after an order, before its sign."""
    act = model.acts[choice[0]]
    return moved(model, ordered(public, act, choice), act.effects, choice[0])


def moved(model: Model, public: Public, effects: tuple[Effect, ...], act: int = NONE) -> Public:
    """Return the public facts after effects, whose conditions all look at the facts before them."""
    seen, levels = facts(model, public, act), list(public.levels)
    for effect in effects:
        if holds(effect.when, seen):
            track = model.tracks[effect.track]
            to = levels[effect.track] + effect.add if effect.to is None else effect.to
            levels[effect.track] = min(track.high, max(track.low, to))
    return public._replace(levels=tuple(levels))


@lru_cache(maxsize=1 << 17)
def odds(model: Model, public: Public, choice: Choice, kind: int) -> tuple[int, ...]:
    """Return the odds of each sign after an order, with one type."""
    return _odds(model, acted(model, public, choice), choice[0], kind)


@lru_cache(maxsize=1 << 16)
def _odds(model: Model, now: Public, act: int, kind: int) -> tuple[int, ...]:
    seen = facts(model, now, act)
    return next(
        rule.odds for rule in model.odds_of if kind in rule.kinds and holds(rule.when, seen)
    )


@lru_cache(maxsize=1 << 17)
def signs(model: Model, public: Public, choice: Choice) -> tuple[tuple[Sign, tuple[int, ...]], ...]:
    """Return every sign that may come, with its chance under each type as a pair of numbers.

    Parameters
    ----------
    model : Model
        The profile.
    public : Public
        What both sides see before the order.
    choice : tuple of int
        The order.

    Returns
    -------
    tuple of (Sign, tuple of int)
        The sign, and for each type its weight; the weights of a type add up to the same whole.
    """
    return _signs(model, acted(model, public, choice), choice[0])


@lru_cache(maxsize=1 << 16)
def _signs(model: Model, now: Public, act: int) -> tuple[tuple[Sign, tuple[int, ...]], ...]:
    by_kind = [_odds(model, now, act, kind) for kind in range(len(model.types))]
    whole = lcm(*(sum(one) for one in by_kind))
    return tuple(
        ((place, card), tuple(one[place] * (whole // sum(one)) * share for one in by_kind))
        for place in range(len(model.events))
        if any(one[place] for one in by_kind)
        for card, share in next_cards(model, now)
    )


def next_cards(model: Model, public: Public) -> Iterator[tuple[int, int]]:
    """Yield the cards that may lie on the table next, with their odds."""
    after = public.gone + 1
    if model.calendar:
        yield (model.calendar[after] if after < len(model.calendar) else public.card), 1
    elif model.deck and after < model.turns:
        yield from ((card, share) for card, share in enumerate(model.deck) if share)
    else:
        yield public.card, 1


@lru_cache(maxsize=1 << 17)
def step(model: Model, public: Public, choice: Choice, sign: Sign) -> Step:
    """Return what follows once an order met its sign.

    Parameters
    ----------
    model : Model
        The profile.
    public : Public
        What both sides see before the order.
    choice : tuple of int
        The order.
    sign : Sign
        The sign, and the card that comes with it.

    Returns
    -------
    Step
        The public facts, what was gained in hundredths (costs are negative), and the end if any.
    """
    gain = -model.acts[choice[0]].cost
    found = _followed(model, acted(model, public, choice), choice[0], sign)
    return found._replace(gain=found.gain + gain)


@lru_cache(maxsize=1 << 17)
def _followed(model: Model, now: Public, act: int, sign: Sign) -> Step:
    """Return what a sign leads to, the act's cost left out; many orders lead to the same levels."""
    event = model.events[sign[0]]
    gain = -event.cost
    now = moved(model, now, event.effects, act)
    if event.ends:
        return Step(now._replace(gone=now.gone + 1), gain, event.ends)
    now = moved(model, now, model.drift, act)
    seen = facts(model, now, act)
    gain -= sum(price.of(seen) for price in model.upkeep)
    broken = next((one for one in model.breaks if holds(one.when, seen)), None)
    now = Public(now.gone + 1, sign[1], now.levels)
    if broken:
        return Step(now, gain - broken.cost, broken.ends)
    return Step(now, gain, END if now.gone >= model.turns else "")


@lru_cache(maxsize=1 << 16)
def final(model: Model, public: Public, kind: int) -> int:
    """Return what the end costs with a type, in hundredths, once all turns are over."""
    seen = facts(model, public._replace(gone=model.turns - 1))
    return sum(price.of(seen) for price in model.final if kind in price.kinds)


def told(before: tuple[int, ...], weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return the odds of the types once a sign of these weights came.

    Examples
    --------
    >>> told((1, 1), (2, 1))
    (2, 1)
    """
    return reduced(tuple(a * b for a, b in zip(before, weights, strict=True)))


def after(model: Model, now: Information, choice: Choice, sign: Sign) -> Information:
    """Return what is known after an order and its sign."""
    weights = dict(signs(model, now.public, choice))[sign]
    return Information(step(model, now.public, choice, sign).public, told(now.odds, weights))
