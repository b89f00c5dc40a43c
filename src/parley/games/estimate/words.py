"""What the player reads at the desk: the claim, the answers, and what the key said of the last."""

from parley.games.estimate.rules import is_terminal, points, worth
from parley.games.estimate.scoring import FULL, SURE, Scale
from parley.games.estimate.state import Answer, Claim, State, Variant
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
)
from parley.games.words import capital, number

RIGHTNESS = {2: "right", 1: "half right", 0: "not right"}
"""How right an answer is, by twice its credit."""

HALF = 50
"""Where the confidence stands before it is set: half sure, so that to forget it costs little."""


def form(state: State) -> Form:
    """Return the question about the claim that is to be judged now; nothing when all are judged.

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
        return Form(f"All {words.nouns} are judged.", ())
    place, every = len(state.answers) + 1, len(state.variant.claims)
    prompt = f"{capital(words.noun)} {place} of {every}: {quoted(state.claim)}"
    return Form(prompt, (_judge(state),), because(state.variant.words.reasons))


def view(state: State) -> View:
    """Return everything that the player may see of the desk.

    Parameters
    ----------
    state : State
        The desk as it stands.

    Returns
    -------
    View
        The brief, the meters, what the key said of the last claim, the log, and what happened.
    """
    words = state.variant.words
    judged = enumerate(state.judged, start=1)
    return View(
        title=words.title,
        brief=_brief(state.variant),
        meters=_meters(state),
        known=_known(state),
        log=tuple(event for place, pair in judged for event in _events(state, place, *pair)),
        said=_said(state),
        over=_over(state) if is_terminal(state) else "",
    )


def quoted(claim: Claim) -> str:
    """Return a claim in quotation marks."""
    return f"“{claim.text}”"


def say_answer(variant: Variant, answer: Answer) -> str:
    """Return an answer in words, such as ``overstated, 80 % sure``."""
    return f"{variant.words.label(answer.verdict)}, {answer.confidence} % sure"


def say_right(scale: Scale, key: str, answer: str) -> str:
    """Return how right an answer is, in a word or two."""
    return RIGHTNESS[int(2 * scale.credit(key, answer))]


def _judge(state: State) -> Action:
    variant = state.variant
    lowest = variant.scale.lowest
    choices = tuple(Choice(one.slug, one.label, one.note) for one in variant.words.options)
    note = f"{lowest} % says that you do not know; {SURE} % says that you have no doubt."
    fields = (
        Field("verdict", variant.words.ask, choices, "", state.claim.origin),
        Number("confidence", "How sure are you?", lowest, SURE, HALF, unit="%", note=note),
    )
    return Action("judge", f"Judge the {variant.words.noun}", fields=fields, button="Answer")


def _brief(variant: Variant) -> tuple[Block, ...]:
    words = variant.words
    rows = tuple((option.label, option.note) for option in words.options)
    return (
        Block("The situation", words.situation),
        Block("Your task", words.task),
        Block("The answers", (), Table("What each answer says", ("Answer", "Meaning"), rows)),
        Block("How it is marked", _marking(variant), folded=True),
    )


def _marking(variant: Variant) -> tuple[str, ...]:
    scale, words, full = variant.scale, variant.words, number(FULL)
    near = (
        "An answer next to the right one on the scale is half right: without doubt it brings 0."
        if scale.near
        else "No answer is half right."
    )
    return (
        f"A right answer without doubt brings {full} points for each {words.noun}; an answer that "
        f"is far off, without doubt, costs {full}. {near}",
        f"Your confidence counts as the chance that your answer is right. The rest of the "
        f"{SURE} % is shared equally by the other answers. What you lose grows with the square of "
        "the difference, so it is best to say how sure you really are.",
        f"Mark 0 is what one gets who answers everything with {scale.lowest} % (one in "
        f"{len(scale.answers)}). A {words.noun} that you leave open counts like that.",
        "The points are an assumption for teaching.",
    )


def _meters(state: State) -> tuple[Meter, ...]:
    words, done, every = state.variant.words, len(state.answers), len(state.variant.claims)
    meters = [Meter(f"{capital(words.nouns)} judged", done, 0, every, f"{done} of {every}")]
    if _open_key(state.variant):
        most = FULL * every / 100
        text = f"{number(points(state))} of {number(FULL * every)}"
        meters.append(Meter("Points so far", points(state) / 100, -most, most, text, (("0", 0.0),)))
    return tuple(meters)


def _open_key(variant: Variant) -> bool:
    """Tell whether the key is shown after each answer."""
    return any(claim.ruling for claim in variant.claims)


def _known(state: State) -> tuple[Block, ...]:
    """Return what the key says of the last claim, with its sources."""
    if not state.answers:
        return ()
    claim, answer = state.judged[-1]
    if claim.ruling is None:
        return ()
    label = state.variant.words.label
    sources = "; ".join(source.short for source in claim.ruling.sources)
    text = (
        quoted(claim),
        f"You said: {say_answer(state.variant, answer)}.",
        f"The key says: {label(claim.ruling.answer)}. {claim.ruling.why}",
        *((f"Sources: {sources}.",) if sources else ()),
    )
    return (Block(f"The last {state.variant.words.noun}", text),)


def _events(state: State, place: int, claim: Claim, answer: Answer) -> list[Event]:
    """Return the lines of the log for one answer: what was said, and what the key says."""
    variant = state.variant
    yours = Event(place, "You", f"{quoted(claim)} – {say_answer(variant, answer)}.")
    if claim.ruling is None:
        return [yours]
    key = capital(variant.words.label(claim.ruling.answer))
    return [yours, Event(place, "The key", f"{key}.")]


def _said(state: State) -> str:
    """Say in one sentence what just happened."""
    variant, words = state.variant, state.variant.words
    if not state.answers:
        return f"There are {len(variant.claims)} {words.nouns} on the desk."
    claim, answer = state.judged[-1]
    if claim.ruling is None:
        return f"Your answer to {words.noun} {len(state.answers)} is kept."
    right = say_right(variant.scale, claim.ruling.answer, answer.verdict)
    gained = float(worth(variant, claim, answer))
    brings = f"costs {number(-gained)}" if gained < 0 else f"brings {number(gained)}"
    label = words.label(claim.ruling.answer)
    return f"The key says “{label}”: your answer was {right} and {brings} points."


def _over(state: State) -> str:
    variant = state.variant
    if not _open_key(variant):
        return f"All {len(variant.claims)} {variant.words.nouns} are judged."
    rights = [
        say_right(variant.scale, claim.ruling.answer, answer.verdict)
        for claim, answer in state.judged
        if claim.ruling
    ]
    counts = ", ".join(f"{rights.count(word)} {word}" for word in RIGHTNESS.values())
    return f"All {len(rights)} {variant.words.nouns} are judged: {counts}."
