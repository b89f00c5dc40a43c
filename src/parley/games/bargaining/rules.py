"""The rules of the talks: what may be done, what then happens, and what the end is worth."""

from dataclasses import replace
from typing import Any

from parley.chance import chance
from parley.errors import Refused
from parley.games.bargaining import steps
from parley.games.bargaining.clauses import CARRIERS, bad_clause
from parley.games.bargaining.model import Information, Numbers, Package
from parley.games.bargaining.state import State, Turn, Variant
from parley.games.bargaining.steps import Step
from parley.games.game import Outcome

RULES = 1
"""The version of these rules; a record made under another one is not replayed."""

KINDS = ("offer", "ask", "reveal", "trade", "adjourn", "accept", "walk-out")
EXPECTATIONS = {"agree": "They agree", "move": "Their offer improves", "stay": "Nothing moves"}

_FIELDS: dict[str, tuple[str, ...]] = {
    "ask": ("issue",),
    "reveal": ("issue",),
    "trade": ("get", "give"),
    "adjourn": (),
    "accept": (),
    "walk-out": (),
}
_REMARKS = ("because", "expect")

Move = dict[str, Any]


def initial_state(variant: Variant) -> State:
    """Return the talks as the player finds them.

    Parameters
    ----------
    variant : Variant
        What this trainee plays; its opening steps are taken without any chance of a break.

    Returns
    -------
    State
        The first state of the play.
    """
    state = State(variant, steps.opening(variant.numbers))
    for step in variant.opening:
        state = follow(state, step, {}, calm=True)
    return state


def is_terminal(state: State) -> bool:
    """Tell whether the talks are over."""
    return bool(state.outcome)


def points(state: State) -> int:
    """Return the points of a state in hundredths: agreement, less what rounds and breaks cost."""
    agreed = 0
    if state.outcome == "agreed":
        agreed = state.variant.numbers.agreed(state.package, state.variant.hidden)
    return agreed - state.fees


def refuse(state: State, move: Move) -> str | None:
    """Return why a move is not allowed now, or None if it is.

    Parameters
    ----------
    state : State
        The talks as they stand.
    move : dict
        The move as plain data, such as ``{"kind": "ask", "issue": "observers"}``.

    Returns
    -------
    str or None
        A sentence for the player: the rule, what was got, and what to do.
    """
    if is_terminal(state):
        return "The talks are over; start a new attempt to play again."
    return _misshapen(state, move) or _unlawful(state, to_step(state.variant, move))


def apply(state: State, move: Move) -> State:
    """Return the talks after a move.

    Parameters
    ----------
    state : State
        The talks as they stand.
    move : dict
        The move as plain data.

    Returns
    -------
    State
        The talks after the other side's answer.

    Raises
    ------
    Refused
        If the rules do not allow the move; the text is that of `refuse`.
    """
    reason = refuse(state, move)
    if reason:
        raise Refused(reason)
    return follow(state, to_step(state.variant, move), move)


def to_step(variant: Variant, move: Move) -> Step:
    """Return a well-formed move in role numbers."""
    kind = move["kind"]
    if kind == "offer":
        return Step(kind, tuple(issue.level(move[issue.slug]) for issue in variant.issues))
    get = variant.role(str(move.get("issue", move.get("get", ""))))
    return Step(kind, get=get, give=variant.role(move.get("give", "")))


def to_move(variant: Variant, step: Step) -> Move:
    """Return a step as the plain data that a record keeps."""
    if step.kind == "offer":
        shown = [(variant.issues[i], step.package[i]) for i in variant.order]
        return {"kind": "offer"} | {issue.slug: issue.option(level) for issue, level in shown}
    roles = (step.get, step.give)
    names = zip(_FIELDS[step.kind], roles, strict=False)
    return {"kind": step.kind} | {name: variant.issues[role].slug for name, role in names}


def facts(state: State) -> dict[str, Any]:
    """Return the state, and the step that led to it, as plain data for a digest."""
    clause = state.turns[-1].clause if state.turns else ""
    return {
        "info": list(state.info),
        "hidden": state.variant.hidden,
        "fees": state.fees,
        "outcome": state.outcome,
        "package": list(state.package),
        "last": list(state.turns[-1].step) if state.turns else [],
        **({"clause": clause} if clause else {}),
    }


def ends(_variant: Variant) -> tuple[str, ...]:
    """Return the ways in which the talks can end, as `outcome` names them."""
    return ("agreed", "broken-off", "out-of-time", "walked-out")


def outcome(state: State) -> dict[str, Outcome]:
    """Return how the talks ended, empty while they go on, and which option of each issue stands.

    Options count from 0 in the scenario's own order; without an agreement there are none.
    """
    issues = state.variant.issues
    agreed = zip(issues, state.package, strict=True) if state.outcome == "agreed" else ()
    return {"end": state.outcome, **{issue.slug: issue.option(level) for issue, level in agreed}}


def least_given(numbers: Numbers, now: Information) -> int:
    """Return how many levels an offer must at least give, so as to take back no counted step."""
    return numbers.terms.stride * now.steps


def follow(state: State, step: Step, move: Move, calm: bool = False) -> State:
    """Return the talks after a lawful step, where the hidden type and chance have their say.

    Parameters
    ----------
    state : State
        The talks as they stand.
    step : Step
        A step that the rules allow.
    move : dict
        The move it came from, for its remarks.
    calm : bool
        Whether the talks go on whatever chance says.

    Returns
    -------
    State
        The talks after the other side's answer.
    """
    remarks = {name: move.get(name, "") for name in (*_REMARKS, "clause")}
    if step.kind == "walk-out":
        turn = Turn(step, "", _offer(state), **remarks)
        return replace(state, outcome="walked-out", turns=(*state.turns, turn))
    variant = state.variant
    found = steps.consequence(variant.numbers, state.info, step)
    if found.agreed >> variant.hidden & 1:
        turn = Turn(step, "agree", found.package, **remarks)
        return replace(state, outcome="agreed", package=found.package, turns=(*state.turns, turn))
    cell = next(cell for cell in found.cells if cell.types >> variant.hidden & 1)
    turn = Turn(step, _answer(state, step), steps.shown(variant.numbers, cell.info), **remarks)
    after = replace(state, info=cell.info, fees=state.fees + cell.fee, turns=(*state.turns, turn))
    return after if calm else _end_round(after, cell.hazard)


def _end_round(state: State, hazard: int) -> State:
    terms = state.variant.numbers.terms
    if 100 * chance(state.variant.key, state.info.gone, "break") < hazard:
        return replace(state, outcome="broken-off", fees=state.fees + terms.loss)
    if state.info.gone >= terms.rounds:
        return replace(state, outcome="out-of-time")
    return state


def _answer(state: State, step: Step) -> str:
    """Return the counterpart's answer in a word."""
    numbers, hidden = state.variant.numbers, state.variant.hidden
    if step.kind == "ask":
        return "yes" if steps.heavy(numbers, step.get) >> hidden & 1 else "no"
    if step.kind == "trade":
        return "yes" if steps.trading(numbers, step.get, step.give) >> hidden & 1 else "no"
    return "no" if step.kind == "offer" else ""


def _offer(state: State) -> Package:
    return steps.shown(state.variant.numbers, state.info)


def _misshapen(state: State, move: Any) -> str | None:
    """Return what is wrong with the form of a move, if anything."""
    if not isinstance(move, dict) or move.get("kind") not in KINDS:
        got = move.get("kind") if isinstance(move, dict) else move
        return f"A move needs a kind, one of {', '.join(KINDS)}; got {got!r:.60}."
    kind, issues = move["kind"], state.variant.issues
    wanted = _FIELDS.get(kind) or tuple(issue.slug for issue in issues if kind == "offer")
    names = set(move) - {"kind", *_REMARKS, *(["clause"] if kind in CARRIERS else [])}
    if names != set(wanted):
        asked = ", ".join(wanted) or "nothing else"
        got = ", ".join(sorted(f"{name!r:.30}" for name in names)) or "none"
        return f"The move {kind} takes {asked}; got {got:.120}."
    problem = _bad_remarks(state, move) or bad_clause(state.variant, move)
    if problem or kind in ("adjourn", "accept", "walk-out"):
        return problem
    return _bad_options(state, move) if kind == "offer" else _bad_issues(state, move)


def _bad_remarks(state: State, move: Move) -> str | None:
    reasons = dict(state.variant.words.reasons)
    for name, known in (("because", reasons), ("expect", EXPECTATIONS)):
        if move.get(name, "") not in ("", *known):
            return f"'{name}' is one of {', '.join(known) or 'none'}; got {move[name]!r:.60}."
    return None


def _bad_options(state: State, move: Move) -> str | None:
    for issue in state.variant.issues:
        option, last = move[issue.slug], len(issue.options) - 1
        if type(option) is not int or not 0 <= option <= last:
            return f"{issue.label}: an option is a whole number, 0 to {last}; got {option!r:.60}."
    return None


def _bad_issues(state: State, move: Move) -> str | None:
    slugs = [issue.slug for issue in state.variant.issues]
    for name in _FIELDS[move["kind"]]:
        if move[name] not in slugs:
            return f"'{name}' is one of {', '.join(slugs)}; got {move[name]!r:.60}."
    if move["kind"] == "trade" and move["get"] == move["give"]:
        return "A trade gets one issue for another; choose two different issues."
    return None


def _unlawful(state: State, step: Step) -> str | None:
    """Return the rule that a well-formed step breaks, if any."""
    numbers = state.variant.numbers
    if step.kind == "accept":
        step = Step("accept", _offer(state))
    if step.kind in ("accept", "offer") and not numbers.lawful(step.package):
        role = next(i for i in numbers.roles if step.package[i] < numbers.red[i])
        issue = state.variant.issues[role]
        option = issue.options[issue.option(numbers.red[role])]
        return f"Your red line on {issue.label}: nothing worse for you than “{option}”."
    least = least_given(numbers, state.info)
    if step.kind == "offer" and numbers.given(step.package) < least:
        return (
            f"You may not take back what you gave ({state.info.steps} counted): an offer must "
            f"give at least {least} places in all, this one gives {numbers.given(step.package)}."
        )
    return None
