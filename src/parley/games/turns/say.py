"""An exercise in turns told in sentences: conditions, effects, prices, orders and signs."""

from collections.abc import Sequence

from parley.games.turns import steps
from parley.games.turns.model import (
    ACT,
    ALWAYS,
    CARD,
    FIRST_TRACK,
    TURN,
    Choice,
    Effect,
    Price,
    Public,
    Track,
    When,
)
from parley.games.turns.state import Turn, Variant
from parley.games.words import capital, change, joined, lowered, priced

Spoken = tuple[str, str]
"""The name of a fact, and a way to say its value."""


def say_order(variant: Variant, choice: Choice) -> str:
    """Return an order in words, with its fields."""
    act = variant.model.acts[choice[0]]
    label = variant.words.acts[act.name][0]
    fields = [
        f"{lowered(name)} {say_level(variant, variant.model.tracks[order.track], value)}"
        for name, order, value in zip(
            variant.words.orders.get(act.name, ()), act.orders, choice[1:], strict=True
        )
    ]
    return f"{label}: {', '.join(fields)}" if fields else label


def say_level(variant: Variant, track: Track, value: int) -> str:
    """Return a level with its name, if its levels have names."""
    names = variant.words.values.get(track.name, ())
    return f"{value} ({names[value - track.low]})" if names else f"{value}"


def say_levels(variant: Variant, public: Public) -> str:
    """Return the levels of all tracks that are shown, in words."""
    model = variant.model
    parts = [
        f"{lowered(variant.words.tracks[track.name][0])} {value}"
        for track, value in zip(model.tracks, public.levels, strict=True)
        if variant.words.tracks[track.name][0]
    ]
    return joined(parts) or "nothing to count"


def say_changes(variant: Variant, before: Public, after: Public) -> str:
    """Return which shown levels moved, such as ``consent −1, harm +2``."""
    model = variant.model
    return ", ".join(
        f"{lowered(variant.words.tracks[track.name][0])} {change(new - old)}"
        for track, old, new in zip(model.tracks, before.levels, after.levels, strict=True)
        if new != old and variant.words.tracks[track.name][0]
    )


def say_when(variant: Variant, when: When) -> str:
    """Return a condition in words; nothing where it always holds.

    The alternatives of a condition are joined with *or*, what each of them asks for with *and*.
    """
    if when == ALWAYS:
        return ""
    told = [joined([_test(variant, *test) for test in one]) for one in when]
    return "; or ".join(told) if told else "never"


def say_effect(variant: Variant, effect: Effect) -> str:
    """Return what an effect does, without its condition."""
    track = variant.model.tracks[effect.track]
    name = lowered(variant.words.tracks[track.name][0]) or track.name
    if effect.to is not None:
        return f"{name} becomes {say_level(variant, track, effect.to)}"
    return f"{name} {change(effect.add)}"


def say_effects(variant: Variant, effects: Sequence[Effect]) -> str:
    """Return what effects do, those of one condition together; hidden tracks are left out."""
    groups: dict[str, list[str]] = {}
    for effect in effects:
        if variant.words.tracks[variant.model.tracks[effect.track].name][0]:
            when = say_when(variant, effect.when)
            groups.setdefault(when, []).append(say_effect(variant, effect))
    return "; ".join(
        f"{', '.join(done)} if {when}" if when else ", ".join(done) for when, done in groups.items()
    )


def say_cost(cost: int) -> str:
    """Return a cost in words; a negative one is a gain.

    Examples
    --------
    >>> say_cost(100), say_cost(0), say_cost(-50)
    ('costs 1 point', 'costs nothing', 'brings 0.5 points')
    """
    if not cost:
        return "costs nothing"
    return f"costs {priced(cost)}" if cost > 0 else f"brings {priced(-cost)}"


def say_price(variant: Variant, price: Price) -> str:
    """Return for what a price is asked, and how much, without its name."""
    who = _who(variant, sorted(price.kinds))
    when = say_when(variant, price.when)
    condition = " and ".join(part for part in (when, who) if part)
    cost = say_cost(price.each)
    if price.place < 0:
        return f"{cost} if {condition}" if condition else cost
    name = _fact(variant, price.place)
    limits = [
        f"each step of {name} over {price.over}" if price.over is not None else "",
        f"each step of {name} under {price.under}" if price.under is not None else "",
    ]
    told = f"{cost} for {' and '.join(limit for limit in limits if limit)}"
    return f"{told}, if {condition}" if condition else told


def say_odds(variant: Variant, odds: tuple[int, ...]) -> str:
    """Return the odds of signs in words, such as ``calm 2, attack 1 of 3``."""
    names = [
        (variant.words.events[event.name][0], one)
        for event, one in zip(variant.model.events, odds, strict=True)
        if one
    ]
    if len(names) == 1:
        return f"{names[0][0]}, always"
    return f"{', '.join(f'{name} {one}' for name, one in names)} of {sum(odds)}"


def say_turn(variant: Variant, turn: Turn) -> list[tuple[str, str]]:
    """Return a turn as lines of a log: who acts, and what is said."""
    model, words = variant.model, variant.words
    event = model.events[turn.sign[0]]
    label, text = words.events[event.name]
    found = steps.step(model, turn.before.public, turn.choice, turn.sign)
    changed = say_changes(variant, turn.before.public, found.public)
    told = f"{text or capital(label) + '.'}{f' {capital(changed)}.' if changed else ''}"
    lines = [("You", f"{capital(say_order(variant, turn.choice))}."), (words.they, told)]
    if found.outcome and found.outcome != steps.END:
        lines.append(("The end", words.ends[found.outcome]))
    return lines


def say_fits(variant: Variant, turn: Turn) -> str:
    """Return the letters of the types under which a sign was likeliest; all tell nothing."""
    weights = dict(steps.signs(variant.model, turn.before.public, turn.choice))[turn.sign]
    most = max(weights)
    letters = [variant.letters[kind] for kind in variant.order if weights[kind] == most]
    return ", ".join(letters) if len(letters) < len(weights) else "tells nothing"


def _who(variant: Variant, kinds: list[int]) -> str:
    """Return for which types something holds; nothing where it holds for all."""
    if len(kinds) == len(variant.model.types):
        return ""
    letters = [variant.letters[kind] for kind in variant.order if kind in kinds]
    return f"it is {joined(letters, 'or')}"


def _fact(variant: Variant, place: int) -> str:
    """Return the name of a fact that is a number."""
    model = variant.model
    if place == TURN:
        return f"the {variant.words.turn}"
    if place < FIRST_TRACK + len(model.tracks):
        track = model.tracks[place - FIRST_TRACK]
        return lowered(variant.words.tracks[track.name][0]) or track.name
    derived = model.derived[place - FIRST_TRACK - len(model.tracks)]
    return lowered(variant.words.tracks[derived.name][0])


def _test(variant: Variant, place: int, allowed: frozenset[int]) -> str:
    """Return in words that a fact is one of some numbers."""
    model, words = variant.model, variant.words
    if place == CARD:
        names = [words.cards[model.cards[card]][0] for card in sorted(allowed)]
        return f"the case is {joined([f'“{name}”' for name in names], 'or')}"
    if place == ACT:
        names = [words.acts[model.acts[act].name][0] for act in sorted(allowed)]
        return f"you chose {joined(names, 'or')}"
    low, high = model.limits(place)
    name = _fact(variant, place)
    inside = sorted(one for one in allowed if low <= one <= high)
    if not inside:
        return f"{name} is none of these"
    first, last = inside[0], inside[-1]
    if len(inside) < last - first + 1:
        return f"{name} is {joined([str(one) for one in inside], 'or')}"
    if first == last:
        return f"{name} is {_said(variant, place, first)}"
    if last == high:
        return f"{name} is {first} or more"
    return f"{name} is at most {last}" if first == low else f"{name} is {first} to {last}"


def _said(variant: Variant, place: int, value: int) -> str:
    """Return a number of a fact, with the name of the level where levels have names."""
    track = place - FIRST_TRACK
    if 0 <= track < len(variant.model.tracks):
        return say_level(variant, variant.model.tracks[track], value)
    return f"{value}"


__all__ = [
    "say_changes",
    "say_cost",
    "say_effect",
    "say_effects",
    "say_fits",
    "say_level",
    "say_levels",
    "say_odds",
    "say_order",
    "say_price",
    "say_turn",
    "say_when",
]
