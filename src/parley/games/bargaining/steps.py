"""What a move does, seen with the player's eyes: who would agree, and what each type would show.

`consequence` is the one place where a move changes the talks.  The rules follow it for the type
that is really there; the values and the solver follow it for every type that is still possible.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parley.games.bargaining.model import Information, Numbers, Package, members, standing


class Step(NamedTuple):
    """A move in role numbers: its kind, then a package, a role, or two roles."""

    kind: str
    package: Package = ()
    get: int = -1
    give: int = -1


class Cell(NamedTuple):
    """Types that show the same after a round: the round's fee and hazard, and what is known then.

    ``fee`` is in hundredths of a point, ``hazard`` in percent.
    """

    types: int
    info: Information
    fee: int
    hazard: int


class Consequence(NamedTuple):
    """Who agrees to which package, and the cells of those who do not."""

    agreed: int
    package: Package
    cells: tuple[Cell, ...]


def consequence(numbers: Numbers, now: Information, step: Step) -> Consequence:
    """Return what a lawful step leads to for every type that is still possible.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    now : Information
        What the player can know before the step.
    step : Step
        A step that the rules allow; not ``walk-out``, which ends the talks for all types alike.

    Returns
    -------
    Consequence
        Who agrees, and what the others show.
    """
    if step.kind == "accept":
        return Consequence(now.alive, shown(numbers, now), ())
    agreed = 0
    cells: list[Cell] = []
    for types, told in _ANSWERS[step.kind](numbers, now, step):
        if step.kind == "offer":
            agreed = agreeing(numbers, told, step.package)
        cells += after(numbers, told, types & ~agreed, adjourned=step.kind == "adjourn")
    return Consequence(agreed, step.package, tuple(cells))


def after(
    numbers: Numbers, told: Information, types: int, adjourned: bool = False
) -> tuple[Cell, ...]:
    """Return the cells of a set of types once a round has passed without agreement.

    Parameters
    ----------
    numbers : Numbers
        The profile.
    told : Information
        The counters after the move; its round and its types are still those before.
    types : int
        The types that answered alike and did not agree, as a bit mask.
    adjourned : bool
        Whether the round was an adjournment: no chance of a break, double fee.

    Returns
    -------
    tuple of Cell
        One cell for every standing offer that these types would show.
    """
    terms = numbers.terms
    fee = 2 * terms.fee if adjourned else terms.fee
    hazard = 0 if adjourned else terms.hazard + terms.hazard_idle * told.idle
    return tuple(
        Cell(alike, told._replace(gone=told.gone + 1, alive=alike), fee, hazard)
        for alike in showing(numbers, types, told.counts, told.revealed)
    )


@lru_cache(maxsize=1 << 16)
def showing(
    numbers: Numbers, types: int, counts: tuple[int, int, int], revealed: int
) -> tuple[int, ...]:
    """Return a set of types parted by the standing offer each would show, in a fixed order."""
    parts: dict[Package, int] = {}
    for k in members(types):
        kind = numbers.kinds[k]
        offer = standing(numbers.terms, kind, kind.level(numbers.terms, *counts), revealed)
        parts[offer] = parts.get(offer, 0) | 1 << k
    return tuple(parts.values())


def shown(numbers: Numbers, now: Information) -> Package:
    """Return the standing offer on the table: all types still possible show the same."""
    kind = numbers.kinds[members(now.alive)[0]]
    return standing(numbers.terms, kind, kind.level(numbers.terms, *now.counts), now.revealed)


def agreeing(numbers: Numbers, told: Information, package: Package) -> int:
    """Return the types, of those still possible, that agree to a package now."""
    agreed = 0
    for k in members(told.alive):
        kind = numbers.kinds[k]
        if kind.accepts(numbers.terms, package, kind.level(numbers.terms, *told.counts)):
            agreed |= 1 << k
    return agreed


def told_by_offer(numbers: Numbers, now: Information, step: Step) -> Information:
    """Return the counters after an offer: a counted concession, or an idle round."""
    terms = numbers.terms
    due = terms.stride * (now.steps + 1)
    if now.steps < terms.steps and numbers.given(step.package) >= due:
        return now._replace(steps=now.steps + 1, idle=0)
    return _idled(numbers, now)


@lru_cache(maxsize=1 << 10)
def heavy(numbers: Numbers, role: int) -> int:
    """Return the types that count an issue among their heaviest."""
    found = 0
    for k, kind in enumerate(numbers.kinds):
        heavier = sum(
            weight > kind.weights[role] or (weight == kind.weights[role] and other < role)
            for other, weight in enumerate(kind.weights)
        )
        found |= (heavier < numbers.terms.heavy) << k
    return found


@lru_cache(maxsize=1 << 10)
def trading(numbers: Numbers, get: int, give: int) -> int:
    """Return the types that would give up ``get`` for ``give``: the second weighs more for them."""
    found = 0
    for k, kind in enumerate(numbers.kinds):
        found |= (kind.weights[give] > kind.weights[get]) << k
    return found


def opening(numbers: Numbers) -> Information:
    """Return what is known before the first move: all types ask for everything, so nothing."""
    return Information(0, numbers.everyone)


Answers = Iterator[tuple[int, Information]]


def _offer(numbers: Numbers, now: Information, step: Step) -> Answers:
    yield now.alive, told_by_offer(numbers, now, step)


def _ask(numbers: Numbers, now: Information, step: Step) -> Answers:
    yes = heavy(numbers, step.get) & now.alive
    no = now.alive & ~yes
    told = _idled(numbers, now)
    if yes and no and now.questions < numbers.terms.questions:
        told = now._replace(questions=now.questions + 1, idle=0)
    yield from ((types, told) for types in (yes, no) if types)


def _reveal(numbers: Numbers, now: Information, step: Step) -> Answers:
    told = _idled(numbers, now)
    if now.revealed < 0:
        questions = min(numbers.terms.questions, now.questions + 1)
        told = now._replace(questions=questions, idle=0)
    yield now.alive, told._replace(revealed=step.get)


def _trade(numbers: Numbers, now: Information, step: Step) -> Answers:
    yes = trading(numbers, step.get, step.give) & now.alive
    no = now.alive & ~yes
    told = _idled(numbers, now)
    if yes:
        counted = told
        if now.trades < numbers.terms.trades and step.give != now.traded:
            counted = now._replace(trades=now.trades + 1, idle=0, traded=step.give)
        yield yes, counted._replace(revealed=step.get)
    if no:
        yield no, told


def _adjourn(numbers: Numbers, now: Information, step: Step) -> Answers:
    yield now.alive, now._replace(idle=0)


def _idled(numbers: Numbers, now: Information) -> Information:
    return now._replace(idle=min(numbers.terms.idle, now.idle + 1))


_ANSWERS = {
    "offer": _offer,
    "ask": _ask,
    "reveal": _reveal,
    "trade": _trade,
    "adjourn": _adjourn,
}


@lru_cache(maxsize=1 << 8)
def plain_steps(numbers: Numbers) -> tuple[Step, ...]:
    """Return every step that is neither an offer nor an end: questions, trades, adjourning."""
    roles = numbers.roles
    return (
        *(Step("ask", get=i) for i in roles),
        *(Step("reveal", get=i) for i in roles),
        *(Step("trade", get=i, give=j) for i in roles for j in roles if i != j),
        Step("adjourn"),
    )
