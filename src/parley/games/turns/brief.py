"""The brief of an exercise in turns: who it may be, what to do, what comes, what counts."""

from parley.games.form import Block, Table
from parley.games.turns import say
from parley.games.turns.model import ALWAYS, Odds
from parley.games.turns.state import Variant
from parley.games.words import capital, joined, priced

Row = tuple[str, ...]


def blocks(variant: Variant) -> tuple[Block, ...]:
    """Return the brief of a variant, block by block; what is long is folded.

    Parameters
    ----------
    variant : Variant
        What this trainee plays.

    Returns
    -------
    tuple of Block
        Situation, task, types, levels, what counts, what comes, what follows on what, the law.
    """
    words = variant.words
    found = [
        Block("The situation", words.situation),
        Block("Your task", (*words.task, _turns(variant))),
    ]
    if len(variant.model.types) > 1:
        found.append(Block("Who it may be", _belief(variant), _types(variant)))
    found.append(Block("What counts", (), _prices(variant)))
    found.append(Block("What the levels mean", (), _levels(variant), folded=True))
    course = _course(variant)
    if course:
        found.append(Block("What comes by itself", (), course, folded=True))
    if len(variant.model.cards) > 1:
        found.append(Block("What lies ahead", _deck(variant), _calendar(variant), folded=True))
    found.append(Block("What may follow", words.rules, _odds(variant), folded=True))
    moves = _moves(variant)
    if moves:
        found.append(Block("What it moves when it comes", (), moves, folded=True))
    if words.law:
        found.append(Block("The law", words.law))
    return tuple(found)


def _turns(variant: Variant) -> str:
    model, turn = variant.model, variant.words.turn
    ask = ""
    if model.belief:
        ask = f"you first say how likely you hold {variant.named(model.about)} to be, then "
    return f"There are {model.turns} {turn}s. In each {turn} {ask}you choose what to do."


def _belief(variant: Variant) -> tuple[str, ...]:
    odds = variant.model.odds
    told = joined([f"{variant.letters[kind]} {odds[kind]}" for kind in variant.order])
    lines = [f"Odds of the types: {told}, of {sum(odds)} in all."]
    lines.append(
        "After each sign multiply the odds of a type by the odds that it gives to this sign: the "
        "table “What may come” shows them."
    )
    if variant.model.belief:
        most = priced(variant.model.belief)
        lines.append(
            f"A stated belief costs {most} times the square of its distance from the right one, as "
            "a share: 50 percent away costs a quarter of that."
        )
    return tuple(lines)


def _types(variant: Variant) -> Table:
    rows = tuple(
        (f"{variant.letters[kind]}: {label}", text)
        for kind in variant.order
        for label, text in [variant.words.types[variant.model.types[kind]]]
    )
    return Table("One of these, and it does not change", ("Type", "What drives it"), rows)


def _levels(variant: Variant) -> Table:
    model = variant.model
    rows: list[Row] = []
    for track in model.tracks:
        label, text = variant.words.tracks[track.name]
        if label:
            names = variant.words.values.get(track.name, ())
            span = ", ".join(
                say.say_level(variant, track, track.low + n) for n in range(len(names))
            )
            rows.append((label, text, span or f"{track.low} to {track.high}"))
    for derived in model.derived:
        label, text = variant.words.tracks[derived.name]
        low, high = model.limits(model.place(derived.name))
        rows.append((label, text, f"{low} to {high}"))
    return Table("Levels that everybody sees", ("Level", "What it means", "From … to"), tuple(rows))


def _prices(variant: Variant) -> Table:
    """Return everything that costs or brings points, but for the acts' own costs."""
    model, words = variant.model, variant.words
    turn = f"Each {words.turn}"
    rows: list[Row] = [(turn, p.name, say.say_price(variant, p)) for p in model.upkeep]
    for event in model.events:
        if event.cost:
            cost = say.say_cost(event.cost)
            rows.append(("When it comes", capital(words.events[event.name][0]), cost))
    for one in model.breaks:
        cost = say.say_cost(one.cost)
        when = f"{cost}, if {say.say_when(variant, one.when)}"
        rows.append(("It ends early", words.ends[one.ends], when))
    rows += [("At the end", p.name, say.say_price(variant, p)) for p in model.final]
    return Table(
        "Points; what an act costs stands beside it", ("When", "What", "Points"), tuple(rows)
    )


def _course(variant: Variant) -> Table | None:
    """Return what moves the levels each turn, whatever is done."""
    groups: dict[str, list[str]] = {}
    for effect in variant.model.drift:
        if variant.words.tracks[variant.model.tracks[effect.track].name][0]:
            when = say.say_when(variant, effect.when)
            groups.setdefault(when, []).append(say.say_effect(variant, effect))
    rows = tuple((capital(", ".join(done)), when or "always") for when, done in groups.items())
    return Table(f"In each {variant.words.turn}", ("What moves", "If"), rows) if rows else None


def _deck(variant: Variant) -> tuple[str, ...]:
    deck = variant.model.deck
    if not deck:
        return ()
    names = [
        f"{variant.words.cards[card][0]} {one}"
        for card, one in zip(variant.model.cards, deck, strict=True)
        if one
    ]
    return (f"Each {variant.words.turn} one case comes, with the odds {joined(names)}.",)


def _calendar(variant: Variant) -> Table:
    model, words = variant.model, variant.words
    if model.calendar:
        rows: tuple[Row, ...] = tuple(
            (f"{n}", *words.cards[model.cards[c]]) for n, c in enumerate(model.calendar, 1)
        )
        return Table("Known from the start", (capital(words.turn), "Case", "What it is"), rows)
    rows = tuple(words.cards[card] for card in model.cards)
    return Table("The cases there are", ("Case", "What it is"), rows)


def _moves(variant: Variant) -> Table | None:
    """Return what each sign does to the levels, where any does something."""
    told = [
        (capital(variant.words.events[event.name][0]), say.say_effects(variant, event.effects))
        for event in variant.model.events
    ]
    rows = tuple((label, capital(effect)) for label, effect in told if effect)
    heads = ("What comes", "What it moves")
    return Table("Besides its points", heads, rows) if rows else None


def _odds(variant: Variant) -> Table:
    """Return the rules by which signs come, in their order: the first that fits holds."""
    several = len(variant.model.types) > 1
    rows = tuple(_rule(variant, rule, several) for rule in variant.model.odds_of)
    heads = ("Type", "If", "Then, in odds") if several else ("If", "Then, in odds")
    return Table("The first line that fits holds; levels count right after your act", heads, rows)


def _rule(variant: Variant, rule: Odds, several: bool) -> Row:
    when = "in all other cases" if rule.when == ALWAYS else say.say_when(variant, rule.when)
    row = (when, say.say_odds(variant, rule.odds))
    if not several:
        return row
    letters = [variant.letters[kind] for kind in variant.order if kind in rule.kinds]
    return ("any" if len(letters) == len(variant.model.types) else joined(letters, "or"), *row)
