"""The crisis told in sentences: acts, answers, levels and odds."""

from parley.games.signalling import steps
from parley.games.signalling.model import LEVELS, Levels, Triple
from parley.games.signalling.rules import DEMANDS
from parley.games.signalling.state import State, Turn, Variant
from parley.games.words import capital, change, joined

SIGNS = {steps.PRESS: "presses", steps.HOLD: "holds", steps.OPEN: "war possible"}


def say_act(variant: Variant, act: str) -> str:
    """Return an act in words, without its subject."""
    for demand, name in DEMANDS.items():
        if name == act:
            threat = variant.called("threaten")
            return f"{threat}: “{variant.words.demands[demand]}”"
    return variant.called(act)


def say_shift(variant: Variant, shift: Triple) -> str:
    """Return what an act does to the levels, such as ``strength +2, alarm +1``."""
    names = (variant.words.levels[level][0].lower() for level in LEVELS)
    parts = [f"{name} {change(moved)}" for name, moved in zip(names, shift, strict=True) if moved]
    return ", ".join(parts) or "no level moves"


def say_levels(variant: Variant, levels: Levels) -> str:
    """Return the levels in words."""
    names = (variant.words.levels[level][0].lower() for level in LEVELS)
    return joined([f"{name} {value}" for name, value in zip(names, levels, strict=True)])


def say_turn(state: State, place: int) -> list[tuple[str, str]]:
    """Return a turn as lines of a log: who acts, and what is said."""
    variant, turn = state.variant, state.turns[place]
    lines = [("You", f"{capital(say_act(variant, turn.act))}.")]
    lines.append((variant.words.they, _answer(turn)))
    if turn.accident:
        text = "Two patrols meet in the dark and open fire. War comes by accident."
        return [*lines, ("The crisis", text)]
    if turn.answer != steps.WAR:
        brought = drift(variant, turn)
        if brought:
            lines.append(("The crisis", brought))
    return lines


def drift(variant: Variant, turn: Turn) -> str:
    """Say what a turn brought by itself; nothing if it brought nothing."""
    numbers = variant.numbers
    acted = steps.acted(numbers, turn.before.levels, turn.act)
    drifted = steps.drifted(numbers, acted, turn.before.gone + 1)
    causes = ("their build-up goes on", "there are incidents", "their newspapers are angry")
    parts = [
        f"{cause}: {variant.words.levels[level][0].lower()} {change(new - old)}"
        for level, cause, old, new in zip(LEVELS, causes, acted, drifted, strict=True)
        if new != old
    ]
    return f"{capital('; '.join(parts))}." if parts else ""


def fits(variant: Variant, turn: Turn) -> str:
    """Return the letters of the types that an answer fits; all or none tell nothing."""
    levels = steps.acted(variant.numbers, turn.before.levels, turn.act)
    tends = steps.tendencies(variant.numbers, levels, turn.act)
    letters = [variant.letters[kind] for kind in variant.order if tends[kind] == turn.answer]
    return ", ".join(letters) if 0 < len(letters) < len(tends) else "tells nothing"


def _answer(turn: Turn) -> str:
    if turn.answer == steps.WAR:
        return "They attack. It is war."
    return "They press." if turn.answer == steps.PRESS else "They hold."
