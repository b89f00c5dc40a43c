"""What the player reads at the desk: the file, the decisions, the rules, and what was decided."""

from parley.games.casework.rules import COSTS, FULL, is_terminal, losses, points
from parley.games.casework.state import Answer, File, Ruling, State, Variant
from parley.games.form import Action, Block, Choice, Event, Field, Form, Meter, Table, View

NONE_YET = ("", "nothing in particular")
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
        _remarks(state),
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


def capital(text: str) -> str:
    """Return a text with its first letter large.

    Examples
    --------
    >>> capital("cable")
    'Cable'
    """
    return text[:1].upper() + text[1:]


def say_answer(variant: Variant, answer: Answer) -> str:
    """Return what was done with a file, such as ``Unlawful, by UN Charter, art. 2(4)``."""
    if not answer.decision:
        return "Left undecided"
    book = variant.book
    return f"{book.decision(answer.decision).label}, by {book.rule(answer.rule).label}"


def say_ruling(variant: Variant, ruling: Ruling) -> str:
    """Return what the key says of a file: the decision, the rule, what holds, and why."""
    rule = variant.book.rule(ruling.rule)
    label = variant.book.decision(rule.decision).label
    holds = f" In the file: {ruling.holds}." if ruling.holds else ""
    why = ruling.why.format(**dict(variant.words.names))
    return f"It is “{label}”, by {rule.label}: {rule.text} {why}{holds}"


def _decide(state: State) -> Action:
    book, noun = state.variant.book, state.variant.words.noun
    decisions = tuple(Choice(one.slug, one.label, one.note) for one in book.decisions)
    rules = tuple(Choice(one.slug, one.label, one.text) for one in book.rules)
    fields = (
        Field("decision", "Your decision", decisions, "", open=True),
        Field("rule", "The rule that decides", (CHOOSE, *rules), ""),
    )
    return Action("decide", f"Decide this {noun}", fields=fields, button="Decide")


def _remarks(state: State) -> tuple[Field, ...]:
    reasons = (NONE_YET, *state.variant.words.reasons)
    if len(reasons) == 1:
        return ()
    choices = tuple(Choice(value, label) for value, label in reasons)
    return (Field("because", "Why (you may leave this open)", choices, ""),)


def _brief(variant: Variant) -> tuple[Block, ...]:
    words, book = variant.words, variant.book
    decisions = tuple((one.label, one.note) for one in book.decisions)
    rules = tuple((one.label, one.text, one.source) for one in book.rules)
    order = (
        f"The rules are asked in this order. The first that holds for a {words.noun} decides; the "
        "last one holds for all the rest."
    )
    return (
        Block("The situation", words.situation),
        Block("Your task", words.task),
        Block(
            "The decisions",
            (),
            Table("What each decision says", ("Decision", "Meaning"), decisions),
        ),
        Block(
            "The rules",
            (order,),
            Table("The rules in their order", ("Rule", "What it says", "Source"), rules),
            folded=True,
        ),
        Block("How it is marked", _marking(variant), folded=True),
    )


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
    """Return what the key says of the last file, where it is shown."""
    if not state.answers:
        return ()
    file, answer = state.done[-1]
    if file.ruling is None:
        return ()
    rule = state.variant.book.rule(file.ruling.rule)
    text = (
        f"{file.title}.",
        f"You said: {say_answer(state.variant, answer)}.",
        say_ruling(state.variant, file.ruling),
        f"Source: {rule.source.rstrip('.')}.",
    )
    return (Block(f"The last {state.variant.words.noun}", text),)


def _events(state: State, place: int, file: File, answer: Answer) -> list[Event]:
    """Return the lines of the log for one file: what was done, and what holds."""
    yours = Event(place, "You", f"{file.title} – {say_answer(state.variant, answer)}.")
    if file.ruling is None:
        return [yours]
    rule = state.variant.book.rule(file.ruling.rule)
    label = state.variant.book.decision(rule.decision).label
    return [yours, Event(place, "The key", f"{label}, by {rule.label}.")]


def _said(state: State) -> str:
    """Say in one sentence what just happened."""
    variant, words = state.variant, state.variant.words
    if not state.answers:
        return f"There are {len(variant.files)} {words.nouns} on the desk."
    file, answer = state.done[-1]
    if file.ruling is None:
        kept = "decision on" if answer.decision else "leaving of"
        return f"Your {kept} {words.noun} {len(state.answers)} is kept."
    return _judged(variant, file.ruling, answer)


def _judged(variant: Variant, ruling: Ruling, answer: Answer) -> str:
    """Say of one answer what of it was right."""
    lost = losses(variant.book, ruling, answer)
    rule = variant.book.rule(ruling.rule)
    key = f"{variant.book.decision(rule.decision).label}, by {rule.label}"
    if "undecided" in lost:
        return f"Left. Right was: {key}."
    wrong = [name for name in COSTS if lost[name]]
    if not wrong:
        return f"Decision and rule are right: {key}."
    kept = [name for name in COSTS if name not in wrong]
    first = f"The {kept[0]} is right, the {wrong[0]} is not" if kept else "Both are not right"
    return f"{first}. Right was: {key}."


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
