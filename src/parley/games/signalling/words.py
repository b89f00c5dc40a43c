"""What the player reads at the table: the moves open now, and everything there is to see."""

from parley.games.form import (
    Action,
    Block,
    Choice,
    Event,
    Field,
    Form,
    Meter,
    Number,
    Table,
    View,
    because,
    expect,
)
from parley.games.signalling import brief, steps
from parley.games.signalling.model import LEVELS
from parley.games.signalling.policies import prior
from parley.games.signalling.rules import DEMANDS, EXPECTATIONS, KINDS, is_terminal
from parley.games.signalling.say import SIGNS, fits, say_act, say_shift, say_turn
from parley.games.signalling.state import State
from parley.games.words import capital, priced

_ENDS = {
    "peace": "The last turn is over, and there is no war.",
    "war": "The rival attacked: war.",
    "accident": "War came by accident.",
}


def form(state: State) -> Form:
    """Return the moves that are open now, with their fields; none when the crisis is over.

    Parameters
    ----------
    state : State
        The crisis as it stands.

    Returns
    -------
    Form
        What the panel draws: the belief first, then the acts.
    """
    if is_terminal(state):
        return Form("The crisis is over.", ())
    remarks = (*because(state.variant.words.reasons), *expect(EXPECTATIONS.items()))
    actions = tuple(_action(state, kind) for kind in KINDS)
    return Form("First state your belief, then act.", actions, remarks, (_belief(state),))


def view(state: State) -> View:
    """Return everything that the player may see of the crisis; never what Bayes would believe.

    Parameters
    ----------
    state : State
        The crisis as it stands.

    Returns
    -------
    View
        The brief, the meters, what is known, the log, and what just happened.
    """
    log = tuple(
        Event(turn.before.gone + 1, who, text)
        for place, turn in enumerate(state.turns)
        for who, text in say_turn(state, place)
    )
    words = state.variant.words
    return View(
        title=words.title,
        brief=brief.blocks(state.variant),
        meters=_meters(state),
        known=_known(state),
        log=log,
        said=_said(state),
        over=_ENDS.get(state.outcome, ""),
    )


def _belief(state: State) -> Number:
    last = state.turns[-1].belief if state.turns else -1
    greedy = state.variant.named(0)
    return Number(
        "belief",
        f"How likely is {greedy}?",
        0,
        100,
        last if last >= 0 else prior(state),
        unit="%",
        note="Reckon it from the odds in the brief and from every answer so far.",
    )


def _action(state: State, kind: str) -> Action:
    variant = state.variant
    act = variant.numbers.terms.acts[kind]
    fields: tuple[Field, ...] = ()
    note = f"{variant.words.acts[kind][1]} {_price(act.cost)}"
    if kind == "threaten":
        fields = (_demand(state),)
    else:
        note = f"{note} {capital(say_shift(variant, act.shift))}."
    label = capital(variant.called(kind))
    return Action(kind, label, note, fields, button="Do it" if kind != "wait" else "Wait")


def _demand(state: State) -> Field:
    variant = state.variant
    choices = tuple(
        Choice(
            demand,
            capital(text),
            capital(say_shift(variant, variant.numbers.terms.acts[DEMANDS[demand]].shift)),
        )
        for demand, text in variant.words.demands.items()
    )
    return Field("demand", "What you say", choices, choices[0].value)


def _price(cost: int) -> str:
    return f"Costs {priced(cost)}." if cost else "Costs nothing."


def _said(state: State) -> str:
    """Say what just happened in one sentence."""
    they = state.variant.words.they
    if not state.turns:
        return f"{they} watches what you do."
    turn = state.turns[-1]
    if turn.accident:
        return "Patrols opened fire, and war came by accident."
    done = {
        steps.PRESS: f"{they} presses.",
        steps.HOLD: f"{they} holds.",
        steps.WAR: f"{they} attacks.",
    }
    return done[turn.answer]


def _meters(state: State) -> tuple[Meter, ...]:
    variant, numbers = state.variant, state.variant.numbers
    left = numbers.terms.turns - state.info.gone
    meters = [Meter("Turns left", left, 0, numbers.terms.turns, f"{left} of {numbers.terms.turns}")]
    for place, level in enumerate(LEVELS):
        value, top = state.info.levels[place], numbers.terms.top[place]
        meters.append(
            Meter(
                variant.words.levels[level][0],
                value,
                0,
                top,
                f"{value} of {top}",
                (
                    ("war possible", float(numbers.window[place] - (place == 0))),
                    ("goal", float(numbers.goal[place])),
                ),
            )
        )
    if not is_terminal(state):
        meters.append(_risk(state))
    paid = _paid(state)
    meters.append(Meter("Paid for acts and incidents", paid / 100, 0, 40, priced(paid)))
    return tuple(meters)


def _risk(state: State) -> Meter:
    numbers = state.variant.numbers
    still = steps.accident(numbers, state.info.levels, "wait")
    told = steps.accident(numbers, steps.acted(numbers, state.info.levels, "notify"), "notify")
    notice = say_act(state.variant, "notify")
    text = f"{still} in 100 this turn if you wait, {told} in 100 if you {notice}"
    return Meter("Chance of war by accident", still, 0, 100, text)


def _paid(state: State) -> int:
    """Return what acts, pressing and war have cost; what beliefs cost is told in the review."""
    terms = state.variant.numbers.terms
    total = terms.war if state.outcome in ("war", "accident") else 0
    for turn in state.turns:
        if turn.belief >= 0:
            total += terms.acts[turn.act].cost + terms.press * (turn.answer == steps.PRESS)
    return total


def _known(state: State) -> tuple[Block, ...]:
    blocks = [Block("What its answers told", (), _answers(state))] if state.turns else []
    if not is_terminal(state):
        blocks.insert(0, Block("How each type would answer now", (), _tendencies(state)))
    return tuple(blocks)


def _tendencies(state: State) -> Table:
    """Return what each type tends to do after each act, at the levels that it would bring."""
    variant, numbers = state.variant, state.variant.numbers
    rows = []
    for kind in KINDS:
        levels = steps.acted(numbers, state.info.levels, kind)
        tends = steps.tendencies(numbers, levels, kind)
        name = capital(variant.called(kind))
        rows.append((name, *(SIGNS[tends[place]] for place in variant.order)))
    heads = ("If you …", *(f"Type {variant.letters[place]}" for place in variant.order))
    caption = "It does so 2 times in 3; “war possible” is war, pressing or holding, 1 in 3 each"
    return Table(caption, heads, tuple(rows))


def _answers(state: State) -> Table:
    variant = state.variant
    rows = tuple(
        (
            str(turn.before.gone + 1),
            capital(say_act(variant, turn.act)),
            {steps.PRESS: "pressed", steps.HOLD: "held", steps.WAR: "attacked"}[turn.answer],
            fits(variant, turn),
            f"{turn.belief} %" if turn.belief >= 0 else "–",
        )
        for turn in state.turns
    )
    columns = ("Turn", "You", "They", "Doubles the odds of", "You believed")
    return Table("Every answer so far", columns, rows)
