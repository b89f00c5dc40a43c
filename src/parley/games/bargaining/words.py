"""What the player reads at the table: the moves open now, and everything there is to see."""

from collections.abc import Iterator

from parley.games.bargaining import steps
from parley.games.bargaining.clauses import clause_fields
from parley.games.bargaining.model import Numbers, Package
from parley.games.bargaining.rules import EXPECTATIONS, is_terminal, least_given, refuse
from parley.games.bargaining.say import counted, heaviest, say_turn
from parley.games.bargaining.state import Issue, State, Variant
from parley.games.form import (
    Action,
    Block,
    Choice,
    Event,
    Field,
    Form,
    Meter,
    Table,
    View,
    because,
    expect,
)
from parley.games.words import number


def form(state: State) -> Form:
    """Return the moves that are open now, with their fields; none when the talks are over.

    Parameters
    ----------
    state : State
        The talks as they stand.

    Returns
    -------
    Form
        What the panel draws.
    """
    if is_terminal(state):
        return Form("The talks are over.", ())
    remarks = (*because(state.variant.words.reasons), *expect(EXPECTATIONS.items()))
    return Form("What do you do?", tuple(build(state) for build in _ACTIONS), remarks)


def view(state: State) -> View:
    """Return everything that the player may see of the talks.

    Parameters
    ----------
    state : State
        The talks as they stand.

    Returns
    -------
    View
        The brief, the meters, what is known, the log, and what just happened.
    """
    variant = state.variant
    log = tuple(
        Event(place, who, text)
        for place, turn in enumerate(state.turns, start=1)
        for who, text in say_turn(state, place - 1)
    )
    return View(
        title=variant.words.title,
        brief=_brief(variant),
        meters=_meters(state),
        known=_known(state),
        log=log,
        said=log[-1].text
        if log
        else f"The talks are open. {variant.words.they} asks for everything.",
        over=_over(state),
        marked={"theirs": _options(variant, steps.shown(variant.numbers, state.info))},
        debrief=tuple(_debrief(state)),
    )


def _offer_action(state: State) -> Action:
    variant = state.variant
    packages = tuple(_package_field(state, role) for role in variant.order)
    fields = (*packages, *clause_fields(state))
    least = least_given(variant.numbers, state.info)
    note = _price(state)
    if least:
        note += f" An offer must give at least {least} places in all: your counted steps stand."
    return Action(
        "offer", "Offer a package", note, fields, button="Send the offer",
        total="Your draft is worth to you",
    )  # fmt: skip


def _package_field(state: State, role: int) -> Field:
    numbers, issue = state.variant.numbers, state.variant.issues[role]
    last = next((t.step.package for t in reversed(state.turns) if t.step.kind == "offer"), None)
    level = last[role] if last else numbers.terms.top
    choices = tuple(
        Choice(
            option,
            text,
            worth=numbers.weights[role] * issue.level(option) / numbers.terms.top,
            closed="" if issue.level(option) >= numbers.red[role] else "beyond your red line",
        )
        for option, text in enumerate(issue.options)
    )
    note = f"weight {numbers.weights[role]}"
    return Field(issue.slug, issue.label, choices, issue.option(level), note)


def _issue_field(state: State, name: str, label: str, place: int) -> Field:
    variant = state.variant
    shown = [variant.issues[role] for role in variant.order]
    choices = tuple(Choice(issue.slug, issue.label) for issue in shown)
    return Field(name, label, choices, shown[place].slug)


def _ask_action(state: State) -> Action:
    heavy = state.variant.numbers.terms.heavy
    field = _issue_field(state, "issue", f"Is it among your {counted(heavy, 'heaviest')}?", 0)
    note = f"They answer truly, yes or no. {_price(state)}"
    return Action("ask", "Ask for a priority", note, (field,), button="Ask")


def _reveal_action(state: State) -> Action:
    field = _issue_field(state, "issue", "What matters most to you", 0)
    note = f"They then lean their offers towards it. {_price(state)}"
    return Action("reveal", "Reveal a priority", note, (field,), button="Say it")


def _trade_action(state: State) -> Action:
    fields = (
        _issue_field(state, "get", "You would get", 0),
        _issue_field(state, "give", "You would give", 1),
    )
    note = f"They say yes if what you give weighs more for them. {_price(state)}"
    return Action("trade", "Propose a trade", note, fields, button="Propose it")


def _adjourn_action(state: State) -> Action:
    terms = state.variant.numbers.terms
    note = f"{number(2 * terms.fee)} points; a safe round that ends a run of idle ones."
    return Action("adjourn", "Adjourn", note, button="Adjourn")


def _accept_action(state: State) -> Action:
    offer = steps.shown(state.variant.numbers, state.info)
    worth = number(state.variant.numbers.own(offer))
    return Action(
        "accept", "Accept their offer", f"Ends the talks with an agreement worth {worth} to you.",
        clause_fields(state),
        confirm="This signs the agreement as they offer it. Sure?",
        closed=refuse(state, {"kind": "accept"}) or "", button="Accept",
    )  # fmt: skip


def _walk_action(state: State) -> Action:
    leave = state.variant.numbers.reservation
    return Action(
        "walk-out", "Walk out", f"Ends the talks; without agreement you have {leave}.",
        confirm="This ends the talks without agreement. Sure?", button="Walk out",
    )  # fmt: skip


_ACTIONS = (
    _offer_action,
    _ask_action,
    _reveal_action,
    _trade_action,
    _adjourn_action,
    _accept_action,
    _walk_action,
)


def _price(state: State) -> str:
    return f"{number(state.variant.numbers.terms.fee)} points a round."


def _brief(variant: Variant) -> tuple[Block, ...]:
    words, numbers = variant.words, variant.numbers
    law = (Block("The law", words.law),) if words.law else ()
    return (
        Block("The situation", words.situation),
        Block("Your instructions", (*words.task, *_limits(variant)), _weights(variant)),
        Block(
            f"Who may speak for {dict(words.names).get('they', words.they)}",
            _prior(variant),
            _types(variant),
        ),
        Block("How the talks go", _procedure(numbers)),
        *law,
    )


def _limits(variant: Variant) -> tuple[str, ...]:
    numbers = variant.numbers
    red = [
        f"{issue.label}: nothing worse for you than “{issue.options[issue.option(least)]}”."
        for issue, least in zip(variant.issues, numbers.red, strict=True)
        if least
    ]
    return (
        f"Without agreement you keep what you have: worth {numbers.reservation} points of 100 "
        "(your BATNA, and so your reservation value).",
        "Red lines. " + " ".join(red) if red else "You have no red lines.",
    )


def _weights(variant: Variant) -> Table:
    rows = tuple(
        (issue.label, str(variant.numbers.weights[role]), _best(issue), _worst(issue), issue.stake)
        for role, issue in ((role, variant.issues[role]) for role in variant.order)
    )
    return Table("What it is worth to you", ("Issue", "Weight", "Best", "Worst", "Why"), rows)


def _best(issue: Issue) -> str:
    return issue.options[issue.option(len(issue.options) - 1)]


def _worst(issue: Issue) -> str:
    return issue.options[issue.option(0)]


def _prior(variant: Variant) -> tuple[str, ...]:
    styles = "; ".join(f"{style}: when you {text}" for style, text in variant.words.styles.items())
    return (
        f"One of these {len(variant.numbers.kinds)} sits across from you, {_odds(variant)}. "
        "On every issue they want the opposite of what you want, but they weigh the issues in "
        "their own way.",
        "All types ask for less when you do what counts; each answers most to one thing "
        f"({styles}).",
    )


def _odds(variant: Variant) -> str:
    kinds = variant.numbers.kinds
    if len({kind.odds for kind in kinds}) == 1:
        return "each equally likely"
    pairs = sorted(zip(variant.letters, kinds, strict=True), key=lambda pair: pair[0])
    told = ", ".join(f"{letter} {kind.odds}" for letter, kind in pairs)
    return f"with these odds: {told}"


def _types(variant: Variant) -> Table:
    """Return the types as columns, so that a type reads from top to bottom."""
    order = sorted(range(len(variant.letters)), key=lambda k: variant.letters[k])
    kinds = [variant.numbers.kinds[k] for k in order]
    rows = [
        (variant.issues[role].label, *(str(kind.weights[role]) for kind in kinds))
        for role in variant.order
    ]
    rows.append(("Leaves if it gets less than", *(str(kind.reservation) for kind in kinds)))
    rows.append(("Answers most to", *(kind.style for kind in kinds)))
    columns = ("", *(variant.letters[k] for k in order))
    return Table("The types: weights of the issues, and what moves each", columns, tuple(rows))


def _at_most(times: int) -> str:
    return "once" if times == 1 else f"{times} times at most"


def _procedure(numbers: Numbers) -> tuple[str, ...]:
    terms = numbers.terms
    return (
        f"There are {terms.rounds} rounds. A round without agreement costs "
        f"{number(terms.fee)} points, an adjournment {number(2 * terms.fee)}.",
        f"After a round the talks may break off: {terms.hazard} in 100, and "
        f"{terms.hazard_idle} more for each idle round in a row (at most {terms.idle}); then "
        f"you lose {number(terms.loss)} points more. An adjournment sets the idle rounds to none "
        "and is itself safe.",
        "They come down when you do what counts; time alone moves nobody. A round that does not "
        "count is idle.",
        f"A concession counts ({_at_most(terms.steps)}) when your offer gives {terms.stride} "
        "places more, over all issues, than your last counted one.",
        f"A question counts ({_at_most(terms.questions)}) when the answer tells something; your "
        "first stated priority counts as one.",
        f"A trade counts ({_at_most(terms.trades)}) when they say yes and you give another issue "
        "than last time.",
        f"They come down in {terms.levels} equal steps from asking for everything to the value "
        "below which they leave: two steps for what they answer to most, one for the others.",
        "On the table is always the offer that is kindest to you among those that satisfy them; "
        "the priority you stated weighs "
        f"{terms.emphasis} times as much in it.",
        "Your points: the value of the agreement to you less your reservation value, plus "
        f"{terms.joint.numerator}/{terms.joint.denominator} of what they gain over theirs, less "
        "what the rounds cost. Numbers are teaching assumptions.",
    )


def _meters(state: State) -> tuple[Meter, ...]:
    numbers, terms = state.variant.numbers, state.variant.numbers.terms
    leave = (("BATNA", float(numbers.reservation)),)
    left = terms.rounds - state.info.gone
    offer = steps.shown(numbers, state.info)
    meters = [
        Meter("Rounds left", left, 0, terms.rounds, f"{left} of {terms.rounds}"),
        _worth(numbers, "Their offer is worth to you", offer, leave),
    ]
    last = next((t.step.package for t in reversed(state.turns) if t.step.kind == "offer"), None)
    if last:
        meters.append(_worth(numbers, "Your last offer is worth to you", last, leave))
    meters.append(Meter("Paid so far", state.fees / 100, 0, 25, f"{number(state.fees)} points"))
    if not is_terminal(state):
        risk = terms.hazard + terms.hazard_idle * min(terms.idle, state.info.idle + 1)
        text = (
            f"{risk} in 100 after another idle round, {terms.hazard} in 100 after one that counts"
        )
        meters.append(Meter("Chance that the talks break off", risk, 0, 100, text))
    return tuple(meters)


def _worth(
    numbers: Numbers, label: str, package: Package, marks: tuple[tuple[str, float], ...]
) -> Meter:
    worth = numbers.own(package)
    return Meter(label, worth / 100, 0, 100, f"{number(worth)} of 100", marks)


def _debrief(state: State) -> Iterator[Block]:
    """Yield the debrief when the talks are over, with what was signed in fact, if anything was."""
    variant = state.variant
    if not state.outcome or not variant.words.debrief:
        return
    rows = tuple(
        (
            variant.issues[role].label,
            variant.issues[role].options[variant.issues[role].signed],
            _option(variant.issues[role], state.package[role]) if state.package else "–",
        )
        for role in variant.order
        if variant.issues[role].signed >= 0
    )
    table = Table("Then and now", ("Issue", "Signed in fact", "You signed"), rows) if rows else None
    yield Block("What this play teaches", variant.words.debrief, table)


def _known(state: State) -> tuple[Block, ...]:
    variant = state.variant
    offer = steps.shown(variant.numbers, state.info)
    last = next((t.step.package for t in reversed(state.turns) if t.step.kind == "offer"), None)
    rows = tuple(
        (
            variant.issues[role].label,
            _option(variant.issues[role], offer[role]),
            _option(variant.issues[role], last[role]) if last else "–",
        )
        for role in variant.order
    )
    table = Table("On the table", ("Issue", "Their offer", "Your last offer"), rows)
    return (Block("On the table", (), table), Block("What they have told you", _told(state)))


def _told(state: State) -> tuple[str, ...]:
    told = []
    for turn in state.turns:
        label = state.variant.issues[turn.step.get].label
        if turn.step.kind == "ask":
            sign = "is" if turn.answer == "yes" else "is not"
            told.append(f"{label} {sign} {heaviest(state.variant)}.")
        elif turn.step.kind == "trade":
            give = state.variant.issues[turn.step.give].label
            sign = "more" if turn.answer == "yes" else "no more"
            told.append(f"{give} weighs {sign} than {label} for them.")
    return tuple(dict.fromkeys(told)) or (
        "Nothing yet. Ask, propose a trade, or watch their offer.",
    )


def _option(issue: Issue, level: int) -> str:
    return issue.options[issue.option(level)]


def _options(variant: Variant, package: Package) -> dict[str, int]:
    return {
        issue.slug: issue.option(level)
        for issue, level in zip(variant.issues, package, strict=True)
    }


def _over(state: State) -> str:
    if not state.outcome:
        return ""
    numbers = state.variant.numbers
    if state.outcome == "agreed":
        return f"Agreement, worth {number(numbers.own(state.package))} of 100 to you."
    return {
        "walked-out": "You walked out: no agreement.",
        "broken-off": "The talks broke off: no agreement.",
        "out-of-time": "The last round is over: no agreement.",
    }[state.outcome]
