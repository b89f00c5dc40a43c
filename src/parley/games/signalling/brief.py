"""The brief of a crisis: who may sit there, what each answers to, what things cost, the law."""

from parley.games.form import Block, Table
from parley.games.signalling import steps
from parley.games.signalling.model import ACTS, LEVELS, TYPES
from parley.games.signalling.say import say_act
from parley.games.signalling.state import Variant
from parley.games.words import capital, change, joined, number, priced


def blocks(variant: Variant) -> tuple[Block, ...]:
    """Return the brief of a variant, block by block.

    Parameters
    ----------
    variant : Variant
        What this trainee plays.

    Returns
    -------
    tuple of Block
        Situation, task, types, belief, costs, what comes by itself, and the law.
    """
    words = variant.words
    return (
        Block("The situation", words.situation),
        Block("Your task", (*words.task, _turns(variant))),
        Block("Who may rule there", _odds(variant), _types(variant)),
        Block("How belief moves", _belief(variant)),
        Block("What you can do", _levels(variant), _acts(variant)),
        Block("What comes by itself, and what counts", _course(variant)),
        Block("The law", words.law),
    )


def _turns(variant: Variant) -> str:
    turns = variant.numbers.terms.turns
    return (
        f"There are {turns} turns. In each turn you first say how likely you hold "
        f"{variant.named(0)} to be, then you act, then the rival answers."
    )


def _odds(variant: Variant) -> tuple[str, ...]:
    odds = variant.numbers.odds
    told = joined([f"{variant.letters[kind]} {odds[kind]}" for kind in variant.order])
    return (f"Odds of the types: {told}, of {sum(odds)} in all.",)


def _types(variant: Variant) -> Table:
    """Return the types as rows: what each wants, when it presses, when it may go to war."""
    rows = tuple(
        (
            f"{variant.letters[kind]}: {variant.words.types[TYPES[kind]][0]}",
            variant.words.types[TYPES[kind]][1],
            _presses(variant, kind),
            _window(variant, kind),
        )
        for kind in variant.order
    )
    heads = ("Type", "What drives it", "Tends to press", "War is possible")
    return Table("The three types; in all other cases a type tends to hold", heads, rows)


def _presses(variant: Variant, kind: int) -> str:
    edge, name = variant.numbers.edge[kind], _level(variant, kind)

    def acts(*names: str) -> str:
        return " or ".join(variant.called(one) for one in names)

    if kind == 0:
        return f"when {name} is below {edge}; always if you {acts(*steps.TRUSTING)}"
    if kind == 1:
        return (
            f"when {name} is {edge} or more; always if you {acts('build', 'threaten')}; "
            f"never if you {acts(*steps.CALMING)}"
        )
    return (
        f"when {name} is {edge} or more; always if you {acts('threaten', 'pledge')}; "
        f"never if you {acts(*steps.QUIET)}"
    )


def _window(variant: Variant, kind: int) -> str:
    window, name = variant.numbers.window[kind], _level(variant, kind)
    return f"when {name} is below {window}" if kind == 0 else f"when {name} is {window} or more"


def _level(variant: Variant, kind: int) -> str:
    return variant.words.levels[LEVELS[kind]][0].lower()


def _belief(variant: Variant) -> tuple[str, ...]:
    odds = variant.numbers.odds
    start = ", ".join(f"{variant.letters[kind]} {odds[kind]}" for kind in variant.order)
    first = variant.letters[variant.order[0]]
    moved = ", ".join(
        f"{variant.letters[kind]} {odds[kind] * (2 if kind == variant.order[0] else 1)}"
        for kind in variant.order
    )
    return (
        "A type does what it tends to do 2 times in 3, and the other thing 1 time in 3. So each "
        "answer doubles the odds of those types that it fits, and leaves the others.",
        "Where war is possible, the type attacks, presses or holds, each 1 time in 3. If it does "
        "not attack, its odds are not doubled.",
        f"An example: the odds are {start}. An answer fits {first} alone. Now they are {moved}. "
        "A type's chance is its odds, divided by the odds of all.",
        "Levels count as they are right after your act. An accident tells nothing about the type.",
    )


def _levels(variant: Variant) -> tuple[str, ...]:
    return tuple(f"{name}: {text}" for name, text in variant.words.levels.values())


def _acts(variant: Variant) -> Table:
    terms = variant.numbers.terms
    names = tuple(variant.words.levels[level][0] for level in LEVELS)
    rows = tuple(
        (
            capital(say_act(variant, act)),
            *(change(moved) if moved else "" for moved in one.shift),
            number(one.cost),
        )
        for act, one in ((act, terms.acts[act]) for act in ACTS)
    )
    return Table("What each act does at once", ("Act", *names, "Costs, points"), rows)


def _course(variant: Variant) -> tuple[str, ...]:
    numbers, terms = variant.numbers, variant.numbers.terms
    names = [_level(variant, kind) for kind in range(len(LEVELS))]
    when = [joined([str(turn) for turn in turns]) for turns in numbers.drift]
    notice = variant.called("notify")
    goals = [
        f"{variant.letters[0]}: {names[0]} under {numbers.goal[0]}",
        f"{variant.letters[1]}: {names[1]} over {numbers.goal[1]}",
        f"{variant.letters[2]}: {names[2]} over {numbers.goal[2]}",
    ]
    return (
        f"At the end of turns {when[0]} their build-up takes 1 from {names[0]}. At the end of "
        f"turns {when[1]} incidents add 1 to {names[1]}. At the end of turns {when[2]} their "
        f"newspapers add 1 to {names[2]}.",
        f"War by accident: each turn {terms.accident} in 100 for every step of {names[1]} above "
        f"{terms.calm}. It is half of that in a turn in which you {notice}.",
        f"Each time they press you lose {priced(terms.press)}. A war costs "
        f"{priced(terms.war)} and ends the crisis.",
        f"At the end you lose {priced(terms.missing)} for each step that you miss, and "
        f"only the level counts that matters to the rival's type. {'; '.join(sorted(goals))}.",
        f"A belief costs {priced(terms.belief)} a turn, times the square of its distance "
        "from what the answers allow: 50 percent too much costs a quarter of that, "
        f"{priced(terms.belief // 4)}.",
        "All these numbers are teaching assumptions.",
    )
