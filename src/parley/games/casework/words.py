"""What the player reads at the desk: the file, the decisions, the rules, and what was decided."""

from parley.games.casework.rules import COSTS, FULL, is_terminal, losses, points
from parley.games.casework.state import Answer, Book, File, Ruling, State, Variant
from parley.games.form import Action, Block, Choice, Event, Field, Form, Meter, Table, View, because
from parley.games.words import capital

CHOOSE = Choice("", "choose a rule")


def form(state: State) -> Form:
    """Return the file that is to be decided now, and what may be done; nothing at the end.

    Parameters
    ----------
    state : State
        The desk as it stands.

    Returns
    -------
    Form
        What the panel draws.
    """
    words = state.variant.words
    if is_terminal(state):
        return Form(f"All {words.nouns} have been dealt with.", ())
    place, every = len(state.answers) + 1, len(state.variant.files)
    leave = Action(
        "leave",
        f"Leave this {words.noun}",
        note="It stays undecided and brings nothing; you do not see it again.",
        button="Leave it",
    )
    return Form(
        f"What do you do with {words.noun} {place} of {every}?",
        (_decide(state), leave),
        because(state.variant.words.reasons),
        shown=(
            Block(f"{capital(words.noun)} {place} of {every}: {state.file.title}", state.file.text),
        ),
    )


def view(state: State) -> View:
    """Return everything that the player may see of the desk.

    Parameters
    ----------
    state : State
        The desk as it stands.

    Returns
    -------
    View
        The brief with the rules, the meters, what held of the last file, the log.
    """
    done = enumerate(state.done, start=1)
    return View(
        title=state.variant.words.title,
        brief=_brief(state.variant),
        meters=_meters(state),
        known=_known(state),
        log=tuple(event for place, pair in done for event in _events(state, place, *pair)),
        said=_said(state),
        over=_over(state) if is_terminal(state) else "",
    )


def say_answer(variant: Variant, answer: Answer) -> str:
    """Return what was done with a file, such as ``Unlawful, by UN Charter, art. 2(4)``."""
    if not answer.decision:
        return "Left undecided"
    book = variant.book
    return f"{book.decision(answer.decision).label}, by {book.rule(answer.rule).label}"


def say_ruling(variant: Variant, ruling: Ruling) -> tuple[str, ...]:
    """Return what the key says of a file, one sentence or more each.

    Parameters
    ----------
    variant : Variant
        What the trainee has before them.
    ruling : Ruling
        What the key says of the file.

    Returns
    -------
    tuple of str
        What is right, why, what holds in the file, what the rule says, and its source.
    """
    rule = variant.book.rule(ruling.rule)
    holds = (f"In the file: {ruling.holds}.",) if ruling.holds else ()
    return (
        f"Right is: {say_right(variant.book, ruling)}.",
        ruling.why.format(**dict(variant.words.names)),
        *holds,
        f"The rule says: {rule.text}",
        f"Source: {rule.source.rstrip('.')}.",
    )


def say_right(book: Book, ruling: Ruling) -> str:
    """Return the right decision and its rule, such as ``Hold it, by UN Charter, art. 53``."""
    rule = book.rule(ruling.rule)
    return f"{book.decision(rule.decision).label}, by {rule.label}"


def _decide(state: State) -> Action:
    book, noun = state.variant.book, state.variant.words.noun
    decisions = tuple(Choice(one.slug, one.label, one.note) for one in book.decisions)
    rules = tuple(Choice(one.slug, one.label, one.text) for one in book.rules)
    fields = (
        Field("decision", "Your decision", decisions, "", open=True),
        Field("rule", "The rule that decides", (CHOOSE, *rules), ""),
    )
    return Action("decide", f"Decide this {noun}", fields=fields, button="Decide")


def _brief(variant: Variant) -> tuple[Block, ...]:
    words = variant.words
    rows = tuple((one.label, one.note) for one in variant.book.decisions)
    meanings = Table("What each decision says", ("Decision", "Meaning"), rows)
    told = (Block(f"What holds for every {words.noun}", words.told),) if words.told else ()
    return (
        Block("The situation", words.situation),
        *told,
        Block("Your task", words.task),
        Block("The decisions", (), meanings, folded=True),
        Block("How it is marked", _marking(variant), folded=True),
    )


def _rule_book(variant: Variant) -> Block:
    """Return all rule cards; they lie beside the file, where they can be looked up."""
    order = (
        f"The rules stand in an order. The first that holds for a {variant.words.noun} decides; "
        "the last one holds for all the rest."
    )
    rows = tuple((one.label, one.text, one.source) for one in variant.book.rules)
    table = Table("The rules in their order", ("Rule", "What it says", "Source"), rows)
    return Block("The rules", (order,), table, folded=True)


def _marking(variant: Variant) -> tuple[str, ...]:
    noun, barred = variant.words.noun, [rule for rule in variant.book.rules if rule.barred]
    cap = (
        "Some decisions break the law themselves. One such decision caps the whole mark at 40, "
        "and the attempt is not passed.",
    )
    return (
        f"Each {noun} counts alike. The right decision brings {COSTS['decision']} % of its points, "
        f"the right rule {COSTS['rule']} %. A {noun} that you leave brings nothing.",
        *(cap if barred else ()),
        "The weights are an assumption for teaching.",
    )


def _meters(state: State) -> tuple[Meter, ...]:
    variant = state.variant
    words, done, every = variant.words, len(state.answers), len(variant.files)
    meters = [Meter(f"{capital(words.nouns)} dealt with", done, 0, every, f"{done} of {every}")]
    if any(file.ruling for file in variant.files):
        gained = points(state) / FULL
        meters.append(Meter("Points so far", gained, 0, every, f"{gained:.1f} of {every}"))
    return tuple(meters)


def _known(state: State) -> tuple[Block, ...]:
    """Return what the key says of the last file, where it is shown, and the rules."""
    rules = _rule_book(state.variant)
    file, answer = state.done[-1] if state.answers else (None, Answer())
    if file is None or file.ruling is None:
        return (rules,)
    text = (
        f"{file.title}. You said: {say_answer(state.variant, answer)}.",
        *say_ruling(state.variant, file.ruling),
    )
    return (Block(f"The last {state.variant.words.noun}", text), rules)


def _events(state: State, place: int, file: File, answer: Answer) -> list[Event]:
    """Return the lines of the log for one file: what was done, and what holds."""
    yours = Event(place, "You", f"{file.title} – {say_answer(state.variant, answer)}.")
    if file.ruling is None:
        return [yours]
    return [yours, Event(place, "The key", f"{say_right(state.variant.book, file.ruling)}.")]


def _said(state: State) -> str:
    """Say in one sentence what just happened."""
    variant, words = state.variant, state.variant.words
    if not state.answers:
        return f"There are {len(variant.files)} {words.nouns} on the desk."
    file, answer = state.done[-1]
    if file.ruling is None:
        place = f"{words.noun} {len(state.answers)}"
        return f"Your decision on {place} is kept." if answer.decision else f"You left {place}."
    return _judged(variant, file.ruling, answer)


def _judged(variant: Variant, ruling: Ruling, answer: Answer) -> str:
    """Say of one answer what of it was right."""
    lost, right = losses(variant.book, ruling, answer), say_right(variant.book, ruling)
    if "undecided" in lost:
        return f"You left it. Right was: {right}."
    wrong = [name for name in COSTS if lost[name]]
    if not wrong:
        return f"Decision and rule are right: {right}."
    kept = [name for name in COSTS if name not in wrong]
    first = f"The {kept[0]} is right, the {wrong[0]} is not" if kept else "Neither is right"
    return f"{first}. Right was: {right}."


def _over(state: State) -> str:
    variant, words = state.variant, state.variant.words
    every = len(variant.files)
    left = sum(not answer.decision for answer in state.answers)
    done = f"All {every} {words.nouns} have been dealt with, {left} of them left undecided."
    rulings = [(file.ruling, answer) for file, answer in state.done if file.ruling]
    if not rulings:
        return done
    lost = [losses(variant.book, ruling, answer) for ruling, answer in rulings]
    right = {name: sum(parts.get(name) == 0 for parts in lost) for name in COSTS}
    return f"{done} Right decisions: {right['decision']}; right rules: {right['rule']}."
