"""What a review says of a move in an exercise in turns, and the picture of a whole play."""

from collections.abc import Sequence
from typing import Any

from parley.games.form import Telling
from parley.games.game import Move, Picture
from parley.games.turns import say, steps
from parley.games.turns.model import Choice, Information, nearest
from parley.games.turns.rules import to_choice
from parley.games.turns.state import State
from parley.games.turns.values import TurnValues, chances
from parley.games.words import capital, joined, lowered, percent, priced


def tell(values: TurnValues, before: State, move: Move, after: State) -> Telling:
    """Return what a review says of a move.

    Parameters
    ----------
    values : TurnValues
        The solved profile.
    before : State
        The play before the move.
    move : dict
        The move.
    after : State
        The play after its sign.

    Returns
    -------
    Telling
        Words only: what could be known, why the move was worth what it was, what is known now.
    """
    variant, now, choice = before.variant, before.now, to_choice(before, move)
    losses = values.losses(before, move)
    best = values.choice(now) if losses[move["kind"]] else choice
    stated, right = _stated(move), ""
    if values.model.belief:
        right = f"; belief {nearest(now.odds, values.model.about)} %"
    would = _would(values, before, best) if sum(losses.values()) else ""
    return Telling(
        move=f"{capital(say.say_order(variant, choice))}{stated}",
        package="",
        known_then=_known_then(before),
        best_move=f"{capital(say.say_order(variant, best))}{right}{would}",
        known_now=_known_now(before, after, choice),
        why=_why(values, before, move, best),
    )


def picture(values: TurnValues, states: Sequence[State], moves: Sequence[Move]) -> Picture | None:
    """Return the name and the data of the figure that shows a play.

    Parameters
    ----------
    values : TurnValues
        The solved profile.
    states : sequence of State
        The states of the play, one more than there are moves.
    moves : sequence of dict
        The moves.

    Returns
    -------
    (str, dict) or None
        ``beliefs`` where a belief is asked, else ``value_grid``; None before the first move.
    """
    if not moves:
        return None
    variant, model = states[0].variant, values.model
    if model.belief:
        turns = [_row(values, *pair) for pair in zip(states, moves, strict=False)]
        return "beliefs", {
            "who": variant.named(model.about),
            "was": variant.named(variant.hidden),
            "turns": turns,
        }
    if any(len(act.orders) > 1 for act in model.acts):
        return "value_grid", _field_grid(values, states, moves)
    return "value_grid", _act_grid(values, states, moves)


def _stated(move: Move) -> str:
    return f"; belief {move['belief']} %" if "belief" in move else ""


def _row(values: TurnValues, state: State, move: Move) -> dict[str, Any]:
    """Return a turn of the picture of beliefs; worths are points, seen from the best act."""
    now, choice = state.now, to_choice(state, move)
    worths = dict(values.worths(now))
    top = max(worths.values())
    lawful = choice in worths
    worths.setdefault(choice, values.worth(now, choice))
    offered = list(worths)
    lost = values.losses(state, move)[move["kind"]]
    best = choice if lawful and not lost else values.choice(now)
    return {
        "turn": now.public.gone + 1,
        "stated": move["belief"],
        "bayes": round(100 * now.odds[values.model.about] / sum(now.odds), 1),
        "acts": [say.say_order(state.variant, one) for one in offered],
        "short": [(worths[one] - top) / 100 for one in offered],
        "chosen": offered.index(choice),
        "best": offered.index(best),
    }


def _act_grid(values: TurnValues, states: Sequence[State], moves: Sequence[Move]) -> dict[str, Any]:
    """Return what every act gave away in every turn, the best fields supposed, as a grid."""
    variant, model = states[0].variant, values.model
    short: list[list[float | None]] = [[None] * len(moves) for _ in model.acts]
    chosen, best = [], []
    for column, (state, move) in enumerate(zip(states, moves, strict=False)):
        worths = values.worths(state.now)
        top, mine = max(worths.values()), to_choice(state, move)
        for choice, worth in (worths | {mine: values.worth(state.now, mine)}).items():
            cell = short[choice[0]][column]
            lost = round(min(0.0, worth - top) / 100, 2)
            short[choice[0]][column] = lost if cell is None else max(cell, lost)
        chosen.append([column, mine[0]])
        lost = values.losses(state, move)[move["kind"]]
        best.append([column, mine[0] if not lost else values.choice(state.now)[0]])
    return {
        "title": "What each act gave away, turn by turn",
        "x_title": variant.words.turn,
        "y_title": "",
        "x": [f"{state.now.public.gone + 1}" for state in states[: len(moves)]],
        "y": [capital(variant.words.acts[act.name][0]) for act in model.acts],
        "short": short,
        "chosen": chosen,
        "best": best,
    }


def _field_grid(
    values: TurnValues, states: Sequence[State], moves: Sequence[Move]
) -> dict[str, Any]:
    """Return the worth of every pair of fields in the turn that gave away most, as a grid."""
    pairs = list(zip(states, moves, strict=False))
    state, move = max(pairs, key=lambda pair: sum(values.losses(*pair).values()))
    variant, model, mine = state.variant, values.model, to_choice(state, move)
    act = model.acts[mine[0]]
    across, down = (model.tracks[order.track] for order in act.orders[:2])
    worths = values.worths(state.now)
    top = max(worths.values())
    worths = worths | {mine: values.worth(state.now, mine)}
    best = max((one for one in worths if one[0] == mine[0]), key=lambda one: worths[one])
    cells = {one[1:3]: one for one in worths if one[0] == mine[0] and one[3:] == best[3:]}
    xs, ys = (range(track.low, track.high + 1) for track in (across, down))
    label, turn = variant.words.acts[act.name][0], state.now.public.gone + 1
    return {
        "title": f"{capital(variant.words.turn)} {turn}, where most was given away: {label}",
        "x_title": variant.words.tracks[across.name][0],
        "y_title": variant.words.tracks[down.name][0],
        "x": [say.say_level(variant, across, x) for x in xs],
        "y": [say.say_level(variant, down, y) for y in ys],
        "short": [
            [
                round(min(0.0, worths[cells[x, y]] - top) / 100, 2) if (x, y) in cells else None
                for x in xs
            ]
            for y in ys
        ],
        "chosen": [[mine[1] - across.low, mine[2] - down.low]],
        "best": [[best[1] - across.low, best[2] - down.low]],
    }


def _known_then(state: State) -> str:
    variant, now = state.variant, state.now
    card = variant.words.cards[variant.model.cards[now.public.card]][0]
    told = f"{capital(say.say_levels(variant, now.public))}."
    if card:
        told = f"On the table: {card}. {told}"
    if len(now.odds) == 1:
        return told
    odds = ", ".join(f"{variant.letters[kind]} {now.odds[kind]}" for kind in variant.order)
    return f"{told} Odds of the types by then: {odds}."


def _known_now(before: State, after: State, choice: Choice) -> str:
    variant, model = before.variant, before.variant.model
    turn = after.turns[-1]
    event = variant.words.events[model.events[turn.sign[0]].name][0]
    odds = steps.odds(model, before.now.public, choice, variant.hidden)
    share = percent(odds[turn.sign[0]] / sum(odds))
    came = f"What came was “{event}”, with a chance of {share}"
    if len(model.types) == 1:
        return f"{came}."
    return f"It was {variant.named(variant.hidden)}. {came} for it."


def _why(values: TurnValues, state: State, move: Move, best: Choice) -> str:
    """Say in one sentence where most of the regret came from."""
    losses, choice = values.losses(state, move), to_choice(state, move)
    words = state.variant.words
    if steps.breaks_law(values.model, state.now.public, choice):
        return f"{words.breaches[move['kind']].rstrip('.')}; a gain from it does not count"
    belief, act = losses.get("belief", 0.0), losses[move["kind"]]
    if not belief and not act:
        return "Nothing was better on what you could know"
    if belief > act:
        other = f"; the act gave away {priced(act)} more" if act >= 5 else ""
        return _belief(values, state, move) + other
    other = f"; the belief gave away {priced(belief)} more" if belief >= 5 else ""
    return _fault(values, state, choice, best) + other


def _belief(values: TurnValues, state: State, move: Move) -> str:
    stated, right = move["belief"], nearest(state.now.odds, values.model.about)
    side = "high" if stated > right else "low"
    return (
        f"Your belief of {stated} % was too {side} by {abs(stated - right)}: the brief and the "
        f"signs allowed {right} %"
    )


def _fault(values: TurnValues, state: State, choice: Choice, best: Choice) -> str:
    """Say what an order was worse at: an early end, the cost of this turn, or what came after."""
    variant, now = state.variant, state.now
    mine, theirs = (_parts(values, now, one) for one in (choice, best))
    gap = values.worth(now, best) - values.worth(now, choice)
    cost, end = mine["cost"] - theirs["cost"], mine["end"] - theirs["end"]
    if end > 0 and mine["price"] - theirs["price"] >= max(cost, gap - cost) / 2:
        return (
            f"The chance that it ended at once was {percent(mine['end'])}; with the best act it "
            f"was {percent(theirs['end'])}"
        )
    if cost >= gap / 2:
        return f"On average it cost {priced(cost)} more in this {variant.words.turn}"
    moved = _differences(state, choice, best)
    if moved:
        return f"It left you worse placed for what comes: {moved}"
    return f"What may follow on it was worse by {priced(gap)} on average"


def _parts(values: TurnValues, now: Information, choice: Choice) -> dict[str, float]:
    """Return what an order is expected to cost in this turn, and its chance of an end at once."""
    model = values.model
    found = {"cost": 0.0, "end": 0.0, "price": 0.0}
    seen: dict[int, float] = chances(model, now, choice)
    for event, share in seen.items():
        card = next(iter(steps.next_cards(model, now.public)))[0]
        step = steps.step(model, now.public, choice, (event, card))
        found["cost"] -= share * step.gain
        if step.outcome and step.outcome != steps.END:
            found["end"] += share
            found["price"] -= share * step.gain
    return found


def _differences(state: State, choice: Choice, best: Choice) -> str:
    """Return which levels stand otherwise right after an order than after the best one."""
    variant, model = state.variant, state.variant.model
    mine, theirs = (steps.acted(model, state.now.public, one).levels for one in (choice, best))
    told = [
        f"{lowered(variant.words.tracks[track.name][0])} {got}, not {wanted}"
        for track, got, wanted in zip(model.tracks, mine, theirs, strict=True)
        if got != wanted and variant.words.tracks[track.name][0]
    ]
    return joined(told)


def _would(values: TurnValues, state: State, best: Choice) -> str:
    """Say what the best order would have brought, and with what chance."""
    variant, model = state.variant, values.model
    found = chances(model, state.now, best)
    told = [
        f"{variant.words.events[model.events[event].name][0]} {percent(share)}"
        for event, share in found.items()
        if len(found) > 1
    ]
    return f": {', '.join(told)}" if told else ""


__all__ = ["picture", "tell"]
