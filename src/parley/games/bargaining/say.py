"""The talks told in sentences: moves, answers, packages and points."""

from parley.games.bargaining import steps
from parley.games.bargaining.clauses import say_clause
from parley.games.bargaining.model import Package
from parley.games.bargaining.state import State, Variant
from parley.games.bargaining.steps import Step
from parley.games.words import capital, number

_COUNTS = {1: "", 2: "two ", 3: "three ", 4: "four "}


def counted(count: int, noun: str) -> str:
    """Return a count in words before its noun.

    Examples
    --------
    >>> counted(2, "heaviest")
    'two heaviest'
    """
    return f"{_COUNTS.get(count, f'{count} ')}{noun}"


def say_package(variant: Variant, package: Package, than: Package | None = None) -> str:
    """Return a package in words, issue by issue; with ``than`` only what differs from it."""
    parts = []
    for role in variant.order:
        if than is None or package[role] != than[role]:
            issue = variant.issues[role]
            parts.append(f"{issue.label}: {issue.options[issue.option(package[role])]}")
    return "; ".join(parts)


def say_step(variant: Variant, step: Step) -> str:
    """Return a move in words, without its subject."""
    label = variant.issues[step.get].label
    if step.kind == "offer":
        worth = number(variant.numbers.own(step.package))
        return f"offer a package worth {worth} to you ({say_package(variant, step.package)})"
    if step.kind == "trade":
        return f"propose a trade: get {label}, give {variant.issues[step.give].label}"
    return {
        "ask": f"ask whether {label} is {heaviest(variant)}",
        "reveal": f"say that {label} matters most to you",
        "adjourn": "adjourn",
        "accept": "accept their offer",
        "walk-out": "walk out",
    }[step.kind]


def heaviest(variant: Variant) -> str:
    """Say what it is for an issue to be heavy: among so many, or the one.

    The question of the talks is about the types' heaviest issues, of which there may be one only.
    """
    return "among their heaviest issues" if variant.numbers.terms.heavy > 1 else "their heaviest"


def say_turn(state: State, place: int) -> list[tuple[str, str]]:
    """Return a round as lines of a log: who speaks, and what is said."""
    variant, turn = state.variant, state.turns[place]
    text = ", ".join(filter(None, (say_step(variant, turn.step), say_clause(variant, turn.clause))))
    lines = [("You", f"{capital(text)}.")]
    they = variant.words.they
    last = place == len(state.turns) - 1
    if turn.answer == "agree":
        text = "The agreement is signed." if turn.step.kind == "accept" else "They agree to it."
        return [*lines, (they, text)]
    if turn.step.kind != "walk-out":
        lines.append((they, f"{_reply(variant, turn.step, turn.answer)}{_moved(state, place)}"))
    if last and state.outcome == "broken-off":
        lines.append(("The talks", "They leave: the talks break off."))
    if last and state.outcome == "out-of-time":
        lines.append(("The talks", "That was the last round: there is no agreement."))
    return lines


def _reply(variant: Variant, step: Step, answer: str) -> str:
    label = variant.issues[step.get].label
    if step.kind == "offer":
        return "They do not agree. "
    if step.kind == "ask":
        sign = "is" if answer == "yes" else "is not"
        return f"“{label} {sign} among what matters most to us.” "
    if step.kind == "trade":
        give = variant.issues[step.give].label
        if answer == "yes":
            return f"“Yes: for us {give} weighs more than {label}.” "
        return f"“No: for us {give} weighs no more than {label}.” "
    return "“We have noted it.” " if step.kind == "reveal" else "Both sides rest. "


def _moved(state: State, place: int) -> str:
    """Say how the standing offer changed in a round."""
    variant, turn = state.variant, state.turns[place]
    before = _before(state, place)
    if turn.offer == before:
        return "Their offer stays as it was."
    own, was = variant.numbers.own(turn.offer), variant.numbers.own(before)
    change = "better" if own > was else "worse" if own < was else "no better"
    return (
        f"Their offer is now, where it changed: {say_package(variant, turn.offer, before)}. "
        f"That is {change} for you: {number(own)} of 100; before: {number(was)}."
    )


def _before(state: State, place: int) -> Package:
    if place:
        return state.turns[place - 1].offer
    return steps.shown(state.variant.numbers, steps.opening(state.variant.numbers))
