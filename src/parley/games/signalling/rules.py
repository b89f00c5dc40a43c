"""The rules of the crisis: what may be done, what then happens, and what the end costs."""

from dataclasses import replace
from typing import Any

from parley.chance import chance
from parley.errors import Refused
from parley.games.game import Outcome
from parley.games.signalling import steps
from parley.games.signalling.model import missed, opening
from parley.games.signalling.state import State, Turn, Variant

RULES = 1
"""The version of these rules; a record made under another one is not replayed."""

KINDS = ("build", "threaten", "pledge", "notify", "invite", "cut", "wait")
ASPECTS = ("belief", *KINDS)
"""What a move can lose by: the belief it states, and the act."""

IF_ATTACKED, UNLESS = "if-attacked", "unless-it-disarms"
DEMANDS = {IF_ATTACKED: "threaten", UNLESS: "ultimatum"}
"""The act that each threat is: only the second breaks the law."""

EXPECTATIONS = {"hold": "It holds", "press": "It presses", "war": "It attacks"}

_REMARKS = ("because", "expect")

Move = dict[str, Any]


def initial_state(variant: Variant) -> State:
    """Return the crisis as the player finds it.

    Parameters
    ----------
    variant : Variant
        What this trainee plays; its opening turns are answered as it says.

    Returns
    -------
    State
        The first state of the play.
    """
    state = State(variant, opening(variant.numbers))
    for act, answer in variant.opening:
        turn = Turn(state.info, act, answer)
        info = steps.after(variant.numbers, state.info, act, answer)
        state = replace(state, info=info, turns=(*state.turns, turn))
    return state


def is_terminal(state: State) -> bool:
    """Tell whether the crisis is over."""
    return bool(state.outcome)


def points(state: State) -> int:
    """Return the points of a state in hundredths: all of them are losses."""
    return -state.fees


def act_of(move: Move) -> str:
    """Return the act of a well-formed move."""
    kind: str = move["kind"]
    return DEMANDS[move["demand"]] if kind == "threaten" else kind


def to_move(act: str, belief: int) -> Move:
    """Return an act and a belief as the plain data that a record keeps."""
    demand = next((demand for demand, name in DEMANDS.items() if name == act), None)
    if demand is None:
        return {"kind": act, "belief": belief}
    return {"kind": "threaten", "demand": demand, "belief": belief}


def refuse(state: State, move: Any) -> str | None:
    """Return why a move is not allowed now, or None if it is.

    Parameters
    ----------
    state : State
        The crisis as it stands.
    move : object
        The move as plain data, such as ``{"kind": "notify", "belief": 40}``.

    Returns
    -------
    str or None
        A sentence for the player: the rule, what was got, and what to do.
    """
    if is_terminal(state):
        return "The crisis is over; start a new attempt to play again."
    return _misshapen(move) or _bad_values(state, move)


def apply(state: State, move: Move) -> State:
    """Return the crisis after a move.

    Parameters
    ----------
    state : State
        The crisis as it stands.
    move : dict
        The move as plain data.

    Returns
    -------
    State
        The crisis after the rival's answer.

    Raises
    ------
    Refused
        If the rules do not allow the move; the text is that of `refuse`.
    """
    reason = refuse(state, move)
    if reason:
        raise Refused(reason)
    numbers, act = state.variant.numbers, act_of(move)
    answer = answered(state, act)
    accident = answer != steps.WAR and strayed(state, act)
    remarks = {name: move.get(name, "") for name in _REMARKS}
    turn = Turn(state.info, act, answer, move["belief"], accident, **remarks)
    lost = numbers.terms.acts[act].cost + missed(numbers, state.info.doubled, move["belief"])
    lost += numbers.terms.press if answer == steps.PRESS else 0
    state = replace(state, fees=state.fees + lost, turns=(*state.turns, turn))
    if answer == steps.WAR or accident:
        outcome = "accident" if accident else "war"
        return replace(state, outcome=outcome, fees=state.fees + numbers.terms.war)
    return _ended(replace(state, info=steps.after(numbers, state.info, act, answer)))


def answered(state: State, act: str) -> str:
    """Return the rival's answer to an act, by its type and by chance."""
    variant, now = state.variant, state.info
    levels = steps.acted(variant.numbers, now.levels, act)
    tend = steps.tendencies(variant.numbers, levels, act)[variant.hidden]
    thirds = steps.CHANCES[tend]
    drawn = 3 * chance(variant.key, now.gone, "answer")
    if drawn < thirds[steps.WAR]:
        return steps.WAR
    return steps.PRESS if drawn < thirds[steps.WAR] + thirds[steps.PRESS] else steps.HOLD


def strayed(state: State, act: str) -> bool:
    """Tell whether war comes by accident in this turn, whoever the rival is."""
    variant, now = state.variant, state.info
    levels = steps.acted(variant.numbers, now.levels, act)
    risk = steps.accident(variant.numbers, levels, act)
    return 100 * chance(variant.key, now.gone, "accident") < risk


def caps(state: State) -> tuple[str, ...]:
    """Return the articles of law that the play has broken, with what was done."""
    turns = [
        str(turn.before.gone + 1)
        for turn in state.turns
        if turn.act == "ultimatum" and turn.belief >= 0
    ]
    if not turns:
        return ()
    when = f"turn {turns[0]}" if len(turns) == 1 else f"turns {', '.join(turns)}"
    return (
        "UN Charter, art. 2(4): the threat of force is forbidden as its use is; in "
        f"{when} you threatened to strike first.",
    )


def facts(state: State) -> dict[str, Any]:
    """Return the state, and the step that led to it, as plain data for a digest."""
    last = state.turns[-1] if state.turns else None
    return {
        "gone": state.info.gone,
        "levels": list(state.info.levels),
        "doubled": list(state.info.doubled),
        "hidden": state.variant.hidden,
        "fees": state.fees,
        "outcome": state.outcome,
        "last": [last.act, last.answer, last.belief, last.accident] if last else [],
    }


def ends(_variant: Variant) -> tuple[str, ...]:
    """Return the ways in which the crisis can end, as `outcome` names them."""
    return ("accident", "peace", "war")


def outcome(state: State) -> dict[str, Outcome]:
    """Return how the crisis ended, empty while it goes on, and how many turns it lasted."""
    return {"end": state.outcome, "turns": state.info.gone}


def _ended(state: State) -> State:
    """Return the crisis with the price of its end, once the last turn is over."""
    variant = state.variant
    if state.info.gone < variant.numbers.terms.turns:
        return state
    lost = steps.final(variant.numbers, state.info.levels)[variant.hidden]
    return replace(state, outcome="peace", fees=state.fees + lost)


def _misshapen(move: Any) -> str | None:
    """Return what is wrong with the form of a move, if anything."""
    kind = move.get("kind") if isinstance(move, dict) else move
    if not isinstance(move, dict) or not isinstance(kind, str) or kind not in KINDS:
        return f"A move needs a kind, one of {', '.join(KINDS)}; got {kind!r:.60}."
    wanted = {"belief", "demand"} if kind == "threaten" else {"belief"}
    names = set(move) - {"kind", *_REMARKS}
    if names != wanted:
        got = ", ".join(sorted(f"{name!r:.30}" for name in names)) or "none"
        return f"The move {kind} takes {' and '.join(sorted(wanted))}; got {got:.120}."
    return None


def _bad_values(state: State, move: Move) -> str | None:
    """Return which value of a well-formed move is out of range, if any."""
    belief, demand = move["belief"], move.get("demand", IF_ATTACKED)
    if type(belief) is not int or not 0 <= belief <= 100:
        return f"The belief is a whole number of percent, 0 to 100; got {belief!r:.60}."
    if not isinstance(demand, str) or demand not in DEMANDS:
        return f"The demand is one of {', '.join(DEMANDS)}; got {demand!r:.60}."
    reasons = dict(state.variant.words.reasons)
    for name, known in (("because", reasons), ("expect", EXPECTATIONS)):
        said = move.get(name, "")
        if not isinstance(said, str) or said not in ("", *known):
            return f"'{name}' is one of {', '.join(known) or 'none'}; got {said!r:.60}."
    return None
