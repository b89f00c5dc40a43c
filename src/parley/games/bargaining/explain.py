"""Why a move was worth what it was, in one sentence."""

from parley.games.bargaining import steps
from parley.games.bargaining.model import Package, members
from parley.games.bargaining.say import say_step
from parley.games.bargaining.state import State, Variant
from parley.games.bargaining.steps import Step
from parley.games.words import number


def known_then(state: State) -> str:
    """Say what the player could know before a move: which types were still possible."""
    variant = state.variant
    letters = sorted(variant.letters[k] for k in members(state.info.alive))
    which = ", ".join(letters)
    possible = f"It could only be type {which}." if len(letters) == 1 else f"Possible: {which}."
    worth = number(variant.numbers.own(steps.shown(variant.numbers, state.info)))
    return f"{possible} Their offer was worth {worth} to you."


def known_now(state: State, step: Step) -> str:
    """Say what one knows about a move once the type is shown."""
    variant = state.variant
    numbers, kind = variant.numbers, variant.numbers.kinds[variant.hidden]
    letter = variant.letters[variant.hidden]
    if step.kind == "offer":
        told = steps.told_by_offer(numbers, state.info, step)
        need = kind.needs(numbers.terms, kind.level(numbers.terms, *told.counts))
        got = number(kind.worth(numbers.terms, step.package))
        return f"Type {letter} then wanted at least {number(float(need))}; this gave it {got}."
    level = kind.level(numbers.terms, *state.info.counts)
    heaviest = sorted(numbers.roles, key=lambda i: (-kind.weights[i], i))[: numbers.terms.heavy]
    labels = [variant.issues[i].label for i in heaviest]
    names = " and ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))
    what = "its heaviest issues are" if len(labels) > 1 else "its heaviest issue is"
    return (
        f"It was type {letter}: {what} {names}; it answers most to {kind.style}; it had come down "
        f"{level} of {numbers.terms.levels} steps."
    )


def why(state: State, step: Step, best: Step, regret: float) -> tuple[str, str]:
    """Say why a move lost what it lost, and what the best one would have done.

    Parameters
    ----------
    state : State
        The talks before the move.
    step : Step
        The move.
    best : Step
        The best move there.
    regret : float
        What the move gave away, in hundredths of a point.

    Returns
    -------
    (str, str)
        One sentence without its full stop, and another or nothing.
    """
    if not regret:
        return "No move was better on what you could know", ""
    if step.kind == best.kind == "offer":
        return _compare(state, step.package, best.package), ""
    return _fault(state, step), _merit(state, best)


def _compare(state: State, yours: Package, best: Package) -> str:
    """Compare two offers on the issue where the difference weighs most."""
    variant, numbers = state.variant, state.variant.numbers
    kind, top = numbers.kinds[variant.hidden], numbers.terms.top

    def shift(role: int) -> tuple[float, float]:
        change = best[role] - yours[role]
        return numbers.weights[role] * change / top, kind.weights[role] * change / top

    role = max(numbers.roles, key=lambda i: (abs(shift(i)[0] - shift(i)[1]), -i))
    own, theirs = shift(role)
    label = variant.issues[role].label
    if own > 0:
        return (
            f"You gave up {_plain(own)} on {label}, which this type values at {_plain(theirs)}; "
            "another package would have served you better"
        )
    return (
        f"You kept {_plain(-own)} on {label}, which this type values at {_plain(-theirs)}: "
        "giving it would have bought more elsewhere"
    )


def _fault(state: State, step: Step) -> str:
    """Say what a move did not achieve."""
    numbers = state.variant.numbers
    if step.kind == "walk-out":
        return "Leaving ends with what you had, although more could be expected"
    if step.kind == "accept":
        return "Their offer was not yet what they would have come down to"
    found = steps.consequence(numbers, state.info, step)
    idle = all(cell.info.idle > 0 for cell in found.cells)
    if step.kind == "ask" and idle:
        return "The question did not count: its answer told nothing new, or enough were asked"
    if step.kind == "reveal" and idle:
        return "A second stated priority does not count"
    if step.kind == "trade" and idle:
        return "The trade could not count: a no, or a trade like the last one"
    if step.kind == "offer" and not found.agreed:
        agreed = "no type still possible would have agreed"
        return f"An offer to which {agreed}" + (", and not a counted step" if idle else "")
    return {
        "adjourn": "Time alone moves nobody, and an adjournment costs double",
        "ask": "The question told less than it cost",
        "reveal": "Telling your priority gained little here",
        "trade": "The trade moved them less than another move",
        "offer": "The package was not the best thing to do now",
    }[step.kind]


def _merit(state: State, best: Step) -> str:
    """Say what the best move would have done."""
    variant, numbers = state.variant, state.variant.numbers
    what = say_step(variant, best) if best.kind != "offer" else _short_offer(variant, best)
    if best.kind in ("walk-out", "accept"):
        return f"{what}, since no more could be expected"
    found = steps.consequence(numbers, state.info, best)
    alive = len(members(state.info.alive))
    if found.agreed:
        return f"{what}, to which {len(members(found.agreed))} of {alive} types would have agreed"
    if len(found.cells) > 1:
        return (
            f"{what}, which parts the {alive} types still possible into {len(found.cells)} groups"
        )
    if found.cells[0].info.idle == 0 and best.kind != "adjourn":
        return f"{what}, which counts and brings them down"
    return f"{what}, which loses least"


def _short_offer(variant: Variant, step: Step) -> str:
    return f"offer a package worth {number(variant.numbers.own(step.package))} to you"


def _plain(points: float) -> str:
    return number(100 * points)
