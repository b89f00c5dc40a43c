"""The rules of an exercise in turns: what may be ordered, what then comes, what the end costs."""

from dataclasses import replace
from typing import Any

from parley.chance import chance
from parley.errors import Refused
from parley.games.game import Outcome
from parley.games.turns import steps
from parley.games.turns.model import Choice, Sign, missed, opening
from parley.games.turns.state import State, Turn, Variant

RULES = 1
"""The version of these rules; a record made under another one is not replayed."""

_REMARKS = ("because", "expect")

Move = dict[str, Any]


def initial_state(variant: Variant) -> State:
    """Return the play as the player finds it.

    Parameters
    ----------
    variant : Variant
        What this trainee plays; its opening turns come out as it says.

    Returns
    -------
    State
        The first state of the play.
    """
    state = State(variant, opening(variant.model, _first_card(variant)))
    for choice, sign in variant.opening:
        turn = Turn(state.now, choice, sign, own=False)
        now = steps.after(variant.model, state.now, choice, sign)
        state = replace(state, now=now, turns=(*state.turns, turn))
    return state


def _first_card(variant: Variant) -> int:
    """Return the card that lies on the table in the first turn."""
    deck = variant.model.deck
    if not deck or variant.first >= 0:
        return max(0, variant.first)
    return drawn(deck, chance(variant.key, "first card"))


def is_terminal(state: State) -> bool:
    """Tell whether the play is over."""
    return bool(state.outcome)


def points(state: State) -> int:
    """Return the points of a state, in hundredths."""
    return state.gained


def to_choice(state: State, move: Move) -> Choice:
    """Return a well-formed move as an order."""
    model = state.variant.model
    place = next(n for n, act in enumerate(model.acts) if act.name == move["kind"])
    orders = model.acts[place].orders
    return (place, *(move[model.tracks[order.track].name] for order in orders))


def to_move(state: State, choice: Choice, belief: int) -> Move:
    """Return an order as the plain data that a record keeps; with a belief where one is asked."""
    model = state.variant.model
    act = model.acts[choice[0]]
    fields = zip(act.orders, choice[1:], strict=True)
    move: Move = {"kind": act.name}
    move |= {model.tracks[order.track].name: value for order, value in fields}
    return move | ({"belief": belief} if model.belief else {})


def refuse(state: State, move: Any) -> str | None:
    """Return why a move is not allowed now, or None if it is.

    Parameters
    ----------
    state : State
        The play as it stands.
    move : object
        The move as plain data, such as ``{"kind": "patrol", "belief": 40}``.

    Returns
    -------
    str or None
        A sentence for the player: the rule, what was got, and what to do.
    """
    if is_terminal(state):
        return "The play is over; start a new attempt to play again."
    return _misshapen(state, move) or _bad_values(state, move)


def apply(state: State, move: Move) -> State:
    """Return the play after a move.

    Parameters
    ----------
    state : State
        The play as it stands.
    move : dict
        The move as plain data.

    Returns
    -------
    State
        The play after the sign that came.

    Raises
    ------
    Refused
        If the rules do not allow the move; the text is that of `refuse`.
    """
    reason = refuse(state, move)
    if reason:
        raise Refused(reason)
    model, now, choice = state.variant.model, state.now, to_choice(state, move)
    sign = came(state, choice)
    found = steps.step(model, now.public, choice, sign)
    belief = move.get("belief", -1)
    remarks = {name: move[name] for name in _REMARKS if move.get(name)}
    turn = Turn(now, choice, sign, belief, True, remarks)
    gained = state.gained + found.gain - (missed(model, now.odds, belief) if model.belief else 0)
    if found.outcome == steps.END:
        gained -= steps.final(model, found.public, state.variant.hidden)
    return State(
        state.variant,
        steps.after(model, now, choice, sign),
        gained,
        found.outcome,
        (*state.turns, turn),
    )


def came(state: State, choice: Choice) -> Sign:
    """Return the sign that comes after an order, by the hidden type and by chance."""
    variant, public = state.variant, state.now.public
    odds = steps.odds(variant.model, public, choice, variant.hidden)
    place = drawn(odds, chance(variant.key, public.gone, "sign"))
    cards = dict(steps.next_cards(variant.model, public))
    card = drawn(tuple(cards.values()), chance(variant.key, public.gone, "card"))
    return place, list(cards)[card]


def drawn(odds: tuple[int, ...], share: float) -> int:
    """Return the place that a number in [0, 1) falls on, by odds.

    Examples
    --------
    >>> drawn((1, 2, 1), 0.2), drawn((1, 2, 1), 0.74), drawn((1, 2, 1), 0.75)
    (0, 1, 2)
    """
    left = share * sum(odds)
    for place, one in enumerate(odds):
        left -= one
        if left < 0:
            return place
    return max(place for place, one in enumerate(odds) if one)


def caps(state: State) -> tuple[str, ...]:
    """Return the articles of law that the play has broken, with what was done."""
    words, model = state.variant.words, state.variant.model
    found: dict[str, list[int]] = {}
    for turn in state.turns:
        if turn.own and steps.breaks_law(model, turn.before.public, turn.choice):
            name = model.acts[turn.choice[0]].name
            found.setdefault(name, []).append(turn.before.public.gone + 1)
    return tuple(
        f"{words.breaches[name].rstrip('.')} ({words.turn} {', '.join(map(str, when))})."
        for name, when in found.items()
    )


def facts(state: State) -> dict[str, Any]:
    """Return the state, and the step that led to it, as plain data for a digest."""
    last = state.turns[-1] if state.turns else None
    return {
        "gone": state.now.public.gone,
        "card": state.now.public.card,
        "levels": list(state.now.public.levels),
        "odds": list(state.now.odds),
        "hidden": state.variant.hidden,
        "gained": state.gained,
        "outcome": state.outcome,
        "last": [list(last.choice), list(last.sign), last.belief] if last else [],
    }


def ends(variant: Variant) -> tuple[str, ...]:
    """Return the ways in which the play can end, as `outcome` names them."""
    return tuple(variant.words.ends)


def outcome(state: State) -> dict[str, Outcome]:
    """Return how the play ended, empty while it goes on, and each level that is seen."""
    tracks, words = state.variant.model.tracks, state.variant.words.tracks
    levels = zip(tracks, state.now.public.levels, strict=True)
    seen = {track.name: level for track, level in levels if words[track.name][0]}
    return {"end": state.outcome, **seen}


def _misshapen(state: State, move: Any) -> str | None:
    """Return what is wrong with the form of a move, if anything."""
    model = state.variant.model
    kinds = [act.name for act in model.acts]
    kind = move.get("kind") if isinstance(move, dict) else move
    if not isinstance(move, dict) or not isinstance(kind, str) or kind not in kinds:
        return f"A move needs a kind, one of {', '.join(kinds)}; got {kind!r:.60}."
    act = model.acts[kinds.index(kind)]
    wanted = [model.tracks[order.track].name for order in act.orders]
    wanted += ["belief"] if model.belief else []
    names = set(move) - {"kind", *_REMARKS}
    if names != set(wanted):
        got = ", ".join(sorted(f"{name!r:.30}" for name in names)) or "nothing"
        need = " and ".join(sorted(wanted)) or "nothing else"
        return f"The move {kind} takes {need}; got {got:.120}."
    return None


def _bad_values(state: State, move: Move) -> str | None:
    """Return which value of a well-formed move is out of range, if any."""
    model, public = state.variant.model, state.now.public
    belief = move.get("belief", 0)
    if type(belief) is not int or not 0 <= belief <= 100:
        return f"The belief is a whole number of percent, 0 to 100; got {belief!r:.60}."
    place = [act.name for act in model.acts].index(move["kind"])
    if not steps.is_open(model, public, place):
        label = state.variant.words.acts[move["kind"]][0]
        return f"{label}: not open in this {state.variant.words.turn}; choose another act."
    for order in model.acts[place].orders:
        name = model.tracks[order.track].name
        known = steps.reachable(public, order)
        if type(move[name]) is not int or move[name] not in known:
            span = f"{known[0]} to {known[-1]}" if known else "nothing"
            return f"'{name}' may now be {span}; got {move[name]!r:.60}."
    return _bad_remarks(state, move)


def _bad_remarks(state: State, move: Move) -> str | None:
    words = state.variant.words
    for name, known in (("because", dict(words.reasons)), ("expect", words.events)):
        said = move.get(name, "")
        if not isinstance(said, str) or said not in ("", *known):
            return f"'{name}' is one of {', '.join(known) or 'none'}; got {said!r:.60}."
    return None
