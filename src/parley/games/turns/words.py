"""What the player reads at the table: the acts open now, and everything there is to see."""

from collections.abc import Iterator
from dataclasses import replace

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
from parley.games.turns import brief, say, steps
from parley.games.turns.model import ALWAYS, CARD, Act, Effect, Order, reduced
from parley.games.turns.policies import kept, prior
from parley.games.turns.rules import is_terminal
from parley.games.turns.state import State
from parley.games.words import capital, priced


def form(state: State) -> Form:
    """Return the acts that are open now, with their fields; none when the play is over.

    Parameters
    ----------
    state : State
        The play as it stands.

    Returns
    -------
    Form
        What the panel draws: the belief first, where one is asked, then the acts.
    """
    if is_terminal(state):
        return Form("The play is over.", ())
    words, model = state.variant.words, state.variant.model
    expected = ((name, capital(label)) for name, (label, _) in words.events.items())
    remarks = (*because(words.reasons), *expect(expected))
    actions = tuple(_action(state, place, act) for place, act in enumerate(model.acts))
    ask = (_belief(state),) if model.belief else ()
    prompt = "First state your belief, then choose." if ask else "Choose what to do."
    return Form(prompt, actions, remarks, ask)


def view(state: State) -> View:
    """Return everything that the player may see; never what Bayes would believe.

    Parameters
    ----------
    state : State
        The play as it stands.

    Returns
    -------
    View
        The brief, the meters, what is known, the log, and what just happened.
    """
    variant = state.variant
    log = tuple(
        Event(turn.before.public.gone + 1, who, text)
        for turn in state.turns
        for who, text in say.say_turn(variant, turn)
    )
    return View(
        title=variant.words.title,
        brief=brief.blocks(variant),
        meters=_meters(state),
        known=_known(state),
        log=log,
        said=_said(state),
        over=variant.words.ends[state.outcome] if state.outcome else "",
        debrief=tuple(_debrief(state)),
    )


def _debrief(state: State) -> Iterator[Block]:
    """Yield the scenario's debrief, paragraph by paragraph, when the play is over."""
    debrief = state.variant.words.debrief
    if state.outcome and debrief:
        yield Block("What this play teaches", debrief)


def _belief(state: State) -> Number:
    variant, model = state.variant, state.variant.model
    last = state.turns[-1].belief if state.turns else -1
    label = variant.words.question or f"How likely is {variant.named(model.about)}?"
    return Number(
        "belief",
        label.format(type=variant.named(model.about)),
        0,
        100,
        last if last >= 0 else prior(state),
        unit="%",
        note="Reckon it from the odds in the brief and from every sign so far.",
    )


def _action(state: State, place: int, act: Act) -> Action:
    variant, public = state.variant, state.now.public
    label, text = variant.words.acts[act.name]
    able = steps.is_open(variant.model, public, place)
    closed = ""
    if not able:
        closed = f"open only if {say.say_when(variant, act.when)}"
    fields = tuple(
        _field(state, order, name)
        for order, name in zip(act.orders, variant.words.orders.get(act.name, ()), strict=True)
    )
    parts = [text, f"{capital(say.say_cost(act.cost))}."]
    effect = say.say_effects(variant, tuple(_here(act.effects, public.card)))
    if effect:
        parts.append(f"{capital(effect)}.")
    if able and act.when != ALWAYS:
        parts.append(f"Open only if {say.say_when(variant, act.when)}.")
    note = " ".join(part for part in parts if part)
    return Action(act.name, capital(label), note, fields, closed=closed, button="Do it")


def _here(effects: tuple[Effect, ...], card: int) -> Iterator[Effect]:
    """Yield the effects that can come with this card on the table, and leave the card unsaid."""
    for effect in effects:
        able = tuple(
            tuple(test for test in one if test[0] != CARD)
            for one in effect.when
            if all(card in allowed for place, allowed in one if place == CARD)
        )
        if able:
            yield replace(effect, when=ALWAYS if () in able else able)


def _field(state: State, order: Order, name: str) -> Field:
    """Return a field with every value it can have; those out of reach now are closed."""
    variant, public = state.variant, state.now.public
    track = variant.model.tracks[order.track]
    near = steps.reachable(public, order)
    reach = f"at most {order.reach} from {public.levels[order.track]} in one {variant.words.turn}"
    choices = tuple(
        Choice(
            value,
            capital(say.say_level(variant, track, value)),
            closed="" if value in near else reach,
        )
        for value in order.values
    )
    now = min(near, key=lambda value: abs(value - public.levels[order.track]))
    return Field(track.name, name, choices, now)


def _said(state: State) -> str:
    """Say what just happened in one sentence."""
    variant = state.variant
    words = variant.words
    card = words.cards[variant.model.cards[state.now.public.card]][0]
    here = f"On the table: {card}." if card and not state.outcome else ""
    if not state.turns:
        return here or f"{capital(words.turn)} 1 of {variant.model.turns}."
    event = variant.model.events[state.turns[-1].sign[0]]
    label, text = words.events[event.name]
    return " ".join(part for part in (text or f"{capital(label)}.", here) if part)


def _meters(state: State) -> tuple[Meter, ...]:
    variant, model = state.variant, state.variant.model
    words, public = variant.words, state.now.public
    left = max(0, model.turns - public.gone)
    name = f"{capital(words.turn)}s left"
    meters = [Meter(name, left, 0, model.turns, f"{left} of {model.turns}")]
    for track, value in zip(model.tracks, public.levels, strict=True):
        label = words.tracks[track.name][0]
        if label:
            text = say.say_level(variant, track, value)
            text = text if "(" in text else f"{value} of {track.high}"
            goals = words.goals.get(track.name, ())
            meters.append(Meter(label, value, track.low, track.high, text, goals))
    facts = steps.facts(model, public)
    for derived in model.derived:
        place = model.place(derived.name)
        low, high = model.limits(place)
        label, value = words.tracks[derived.name][0], facts[place]
        goals = words.goals.get(derived.name, ())
        meters.append(Meter(label, value, low, high, f"{value}", goals))
    return (*meters, _paid(state))


def _paid(state: State) -> Meter:
    """Return what acts, signs and turns have cost; beliefs and the end are told in the review."""
    model = state.variant.model
    gained = sum(
        steps.step(model, turn.before.public, turn.choice, turn.sign).gain
        for turn in state.turns
        if turn.own
    )
    text = priced(-gained) if gained <= 0 else f"{priced(gained)} gained"
    return Meter("Paid so far", max(0, -gained) / 100, 0, max(40, -gained / 100), text)


def _known(state: State) -> tuple[Block, ...]:
    variant = state.variant
    found = []
    if not is_terminal(state):
        card = variant.model.cards[state.now.public.card]
        label, text = variant.words.cards[card]
        if label:
            found.append(Block(f"On the table now: {label}", (text,)))
        found.append(Block("What may come now", (), _chances(state)))
    if state.turns and len(variant.model.types) > 1:
        found.append(Block("What the signs told", (), _history(state)))
    return tuple(found)


def _chances(state: State) -> Table:
    """Return, for each open order, the odds of every sign by type, at the levels it would bring."""
    variant, model, public = state.variant, state.variant.model, state.now.public
    rows = []
    for choice in _shown(state):
        cells = [
            say.say_odds(variant, steps.odds(model, public, choice, kind)) for kind in variant.order
        ]
        rows.append((capital(say.say_order(variant, choice)), *cells))
    heads = [f"Type {variant.letters[kind]}" for kind in variant.order]
    if len(heads) == 1:
        heads = ["Odds"]
    return Table("Odds of what follows on each act", ("If you choose …", *heads), tuple(rows))


def _shown(state: State) -> list[tuple[int, ...]]:
    """Return the orders whose odds are shown: with fields, those that change one of them."""
    model, public = state.variant.model, state.now.public
    found = []
    for place, act in enumerate(model.acts):
        if not steps.is_open(model, public, place):
            continue
        still = kept(state, place)
        found.append(still)
        for n, order in enumerate(act.orders, start=1):
            for value in steps.reachable(public, order):
                changed = (*still[:n], value, *still[n + 1 :])
                if changed != still:
                    found.append(changed)
    return found


def _history(state: State) -> Table:
    """Return the signs so far, each with the types under which it was likeliest."""
    variant = state.variant
    rows = []
    odds = reduced(variant.model.odds)
    for turn in state.turns:
        event = variant.model.events[turn.sign[0]]
        rows.append(
            (
                str(turn.before.public.gone + 1),
                capital(say.say_order(variant, turn.choice)),
                capital(variant.words.events[event.name][0]),
                say.say_fits(variant, turn),
            )
        )
    told = ", ".join(f"{variant.letters[kind]} {odds[kind]}" for kind in variant.order)
    heads = (capital(variant.words.turn), "You", "What came", "Likeliest for")
    return Table(f"The odds in the brief were {told}", heads, tuple(rows))
