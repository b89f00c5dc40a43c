"""What a review says of a move in the crisis, and the picture of a whole play."""

from collections.abc import Sequence
from typing import Any

from parley.games.form import Telling
from parley.games.game import Move, Picture
from parley.games.signalling import steps
from parley.games.signalling.model import ACTS, LAWFUL, Information, Numbers, nearest, weights
from parley.games.signalling.rules import act_of
from parley.games.signalling.say import SIGNS, say_act, say_levels
from parley.games.signalling.state import State
from parley.games.signalling.values import CrisisValues, chances
from parley.games.words import capital, percent, priced


def tell(values: CrisisValues, before: State, move: Move, after: State) -> Telling:
    """Return what a review says of a move.

    Parameters
    ----------
    values : CrisisValues
        The solved profile.
    before : State
        The crisis before the move.
    move : dict
        The move.
    after : State
        The crisis after the answer.

    Returns
    -------
    Telling
        Words only: what could be known, why the move was worth what it was, what is known now.
    """
    variant, now = before.variant, before.info
    act, best = act_of(move), values.act(now)
    losses = values.losses(before, move)
    if not losses[move["kind"]]:
        best = act
    would = _would(values, before, best) if sum(losses.values()) else ""
    belief = nearest(values.numbers, now.doubled)
    return Telling(
        move=f"{capital(say_act(variant, act))}; belief {move['belief']} %",
        package="",
        known_then=_known_then(before, move["belief"]),
        best_move=f"{capital(say_act(variant, best))}; belief {belief} %{would}",
        known_now=_known_now(before, after, act),
        why=_why(values, before, move, best),
    )


def picture(values: CrisisValues, states: Sequence[State], moves: Sequence[Move]) -> Picture | None:
    """Return the name and the data of the figure that shows a play.

    Parameters
    ----------
    values : CrisisValues
        The solved profile.
    states : sequence of State
        The states of the play, one more than there are moves.
    moves : sequence of dict
        The moves.

    Returns
    -------
    (str, dict) or None
        ``beliefs`` and its plain data; None before the first move.
    """
    if not moves:
        return None
    variant = states[0].variant
    return "beliefs", {
        "who": variant.named(0),
        "was": variant.named(variant.hidden),
        "turns": [_row(values, state, move) for state, move in zip(states, moves, strict=False)],
    }


def _row(values: CrisisValues, state: State, move: Move) -> dict[str, Any]:
    """Return a turn of the picture; worths are points, seen from the best act."""
    now, act = state.info, act_of(move)
    top = values.ahead(now)
    lost = values.losses(state, move)[move["kind"]]
    offered = ACTS if act not in LAWFUL else LAWFUL
    odds = weights(values.numbers, now.doubled)
    return {
        "turn": now.gone + 1,
        "stated": move["belief"],
        "bayes": round(100 * odds[0] / sum(odds), 1),
        "acts": [say_act(state.variant, one) for one in offered],
        "short": [values.worth(now, one) / 100 - top / 100 for one in offered],
        "chosen": offered.index(act),
        "best": offered.index(act if act in LAWFUL and not lost else values.act(now)),
    }


def _known_then(state: State, belief: int) -> str:
    variant, now = state.variant, state.info
    odds = weights(variant.numbers, now.doubled)
    told = ", ".join(f"{variant.letters[kind]} {odds[kind]}" for kind in variant.order)
    return (
        f"{capital(say_levels(variant, now.levels))}. Odds: {told}; so the chance of "
        f"{variant.named(0)} was {percent(odds[0] / sum(odds))}, and you stated {belief} %."
    )


def _known_now(before: State, after: State, act: str) -> str:
    variant = before.variant
    levels = steps.acted(variant.numbers, before.info.levels, act)
    tend = steps.tendencies(variant.numbers, levels, act)[variant.hidden]
    done = {steps.PRESS: "it pressed", steps.HOLD: "it held", steps.WAR: "it attacked"}
    turn = after.turns[-1]
    tended = {
        steps.PRESS: "It tended to press",
        steps.HOLD: "It tended to hold",
        steps.OPEN: "Its window for war was open",
    }
    end = "; war then came by accident" if turn.accident else ""
    return f"It was {variant.named(variant.hidden)}. {tended[tend]}, and {done[turn.answer]}{end}."


def _why(values: CrisisValues, state: State, move: Move, best: str) -> str:
    """Say in one sentence where most of the regret came from."""
    losses = values.losses(state, move)
    if act_of(move) == "ultimatum":
        return (
            "To threaten a first strike breaks article 2(4) of the UN Charter, whatever it would "
            "gain; a gain from it does not count"
        )
    if not sum(losses.values()):
        return "No act and no belief was better on what you could know"
    faults = [_belief(values, state, move), _fault(values, state, act_of(move), best)]
    costs = [losses["belief"], losses[move["kind"]]]
    if costs[1] > costs[0]:
        faults, costs = faults[::-1], costs[::-1]
    other = "the act" if faults[0].startswith("Your belief") else "the belief"
    return faults[0] + (f"; {other} gave away {priced(costs[1])} more" if costs[1] >= 5 else "")


def _belief(values: CrisisValues, state: State, move: Move) -> str:
    """Say how far a belief was from what the brief and the answers allowed."""
    stated, right = move["belief"], nearest(values.numbers, state.info.doubled)
    side = "high" if stated > right else "low"
    return (
        f"Your belief of {stated} % was too {side} by {abs(stated - right)}: the brief and the "
        f"answers allowed {right} %"
    )


def _fault(values: CrisisValues, state: State, act: str, best: str) -> str:
    """Say what the act was worse at than the best one: war, pressing, price, or what came after."""
    numbers, now = values.numbers, state.info
    yours, theirs = _parts(numbers, now, act), _parts(numbers, now, best)
    later = values.worth(now, best) - values.worth(now, act)
    gaps = {name: yours[name] - theirs[name] for name in yours}
    gaps["later"] = later - sum(gaps.values())
    worst = max(gaps, key=lambda name: gaps[name])
    if worst == "war":
        mine, other = (percent(parts["war"] / numbers.terms.war) for parts in (yours, theirs))
        return f"The chance of war in this turn was {mine}; with the best act it was {other}"
    if worst == "press":
        mine, other = (percent(parts["press"] / numbers.terms.press) for parts in (yours, theirs))
        return f"It made pressing likelier: {mine}, with the best act {other}"
    if worst == "price":
        return f"It cost {priced(gaps['price'])} more than the best act"
    reached = say_levels(state.variant, steps.acted(numbers, now.levels, act))
    wanted = say_levels(state.variant, steps.acted(numbers, now.levels, best))
    return f"It left you worse placed for the later turns: {reached}, not {wanted}"


def _parts(numbers: Numbers, now: Information, act: str) -> dict[str, float]:
    """Return what an act is expected to cost in this turn, by cause, in hundredths."""
    terms, thirds = numbers.terms, chances(numbers, now, act)
    whole = sum(thirds.values())
    attack = thirds[steps.WAR] / whole
    levels = steps.acted(numbers, now.levels, act)
    war = attack + (1 - attack) * steps.accident(numbers, levels, act) / 100
    return {
        "war": terms.war * war,
        "press": terms.press * thirds[steps.PRESS] / whole,
        "price": float(terms.acts[act].cost),
    }


def _would(values: CrisisValues, state: State, best: str) -> str:
    """Say what the best move would have done."""
    numbers, now, variant = values.numbers, state.info, state.variant
    parts = _parts(numbers, now, best)
    levels = steps.acted(numbers, now.levels, best)
    tends = steps.tendencies(numbers, levels, best)
    fits = [variant.letters[kind] for kind in variant.order if tends[kind] == steps.HOLD]
    told = f"; if it then {SIGNS[steps.HOLD]}, that fits {', '.join(fits)}" if fits else ""
    return (
        f": {say_levels(variant, levels)}, war {percent(parts['war'] / numbers.terms.war)}, "
        f"pressing {percent(parts['press'] / numbers.terms.press)}{told}"
    )
