"""What the player reads: the question, the base rate, the evidence, and how the last one ended."""

from parley.games.forecast.rules import SURE, due_kind, is_terminal
from parley.games.forecast.scoring import base_loss, loss
from parley.games.forecast.state import Question, State
from parley.games.form import (
    Action,
    Block,
    Event,
    Form,
    Meter,
    Number,
    View,
    because,
)
from parley.games.words import capital, number, priced

LABELS = {"estimate": ("Estimate", "State it"), "update": ("Update", "State it again")}
"""What each kind of move is called, and what its button says."""

RATES = (
    "A base rate says how often such a thing happens. Each is a count: so many of so many. It says "
    "what was counted.",
    "To each count one case that happened and one that did not are added (Laplace's rule of "
    "succession). So 2 of 2 becomes 3 of 4, which is 75 %: a short record makes nothing certain.",
    "Where we know of no count, the base rate is an assumption for teaching, and it says so.",
)

MARKING = (
    "An estimate costs the square of its distance from what happened: 10 away costs 1 point, 30 "
    "away costs 9, 60 away costs 36, 100 away costs 100. So it is best to say how likely you "
    "really think it is (the score of Brier).",
    "Mark 0 is what one gets who states the base rate both times. Mark 100 needs somebody who "
    "knows how it ended. Nobody did, so do not expect it. Below the base rate the mark stays 0.",
    "The picture after the last question shows how sure you were of the likelier answer, and how "
    "often it was right. There, 20 % for yes counts as 80 % for no. Only second estimates count.",
)


def form(state: State) -> Form:
    """Return the question that is to be estimated now; nothing when all have ended.

    Parameters
    ----------
    state : State
        The book as it stands.

    Returns
    -------
    Form
        What the panel draws.
    """
    if is_terminal(state):
        return Form("All questions have ended.", ())
    every = len(state.variant.questions)
    asked = f"As of {state.question.asked}: {state.question.text}"
    return Form(
        f"Question {state.place + 1} of {every}. {asked}",
        (_action(state),),
        because(state.variant.words.reasons),
    )


def view(state: State) -> View:
    """Return everything that the player may see of the book.

    Parameters
    ----------
    state : State
        The book as it stands.

    Returns
    -------
    View
        The brief, the costs so far, what is known of the question, how the last one ended, and
        the log.
    """
    words = state.variant.words
    return View(
        title=words.title,
        brief=(
            Block("The situation", words.situation),
            Block("Your task", words.task),
            Block("Where the base rates come from", RATES, folded=True),
            Block("How it is marked", MARKING, folded=True),
        ),
        meters=_meters(state),
        known=_known(state),
        log=_log(state),
        said=_said(state),
        over=_over(state) if is_terminal(state) else "",
    )


def say_base(question: Question) -> str:
    """Return the base rate of a question, and where it comes from."""
    return f"The base rate is {question.base.rate} %. {question.base.why}"


def say_end(question: Question) -> str:
    """Return how a question ended, when that was known, and the sources."""
    end = question.end
    several = "s" if len(end.sources) > 1 else ""
    return (
        f"It ended with “{end.word}” on {end.on}. {end.text} "
        f"Source{several}: {' '.join(end.sources)}"
    )


def _action(state: State) -> Action:
    kind = due_kind(state)
    label, button = LABELS[kind]
    start = state.question.base.rate if state.first is None else state.first
    where = "at the base rate" if state.first is None else "at your first estimate"
    note = f"The slider starts {where}. 0 % says that it cannot happen, {SURE} % that it must."
    ask = "How likely is “yes”?" if state.first is None else "How likely is “yes” now?"
    return Action(
        kind,
        label,
        fields=(Number("percent", ask, 0, SURE, start, unit="%", note=note),),
        button=button,
    )


def _meters(state: State) -> tuple[Meter, ...]:
    """Return how far the book is, and what the ended questions have cost, beside the base rate."""
    done, every = state.place, len(state.variant.questions)
    most = max(1, 2 * SURE * done)
    costs = (
        ("Your estimates have cost", _cost(state)),
        ("Base rates would have cost", _par(state)),
    )
    return (
        Meter("Questions ended", done, 0, every, f"{done} of {every}"),
        *(Meter(name, cost / 100, 0, most, f"{priced(cost)}") for name, cost in costs),
    )


def _cost(state: State) -> int:
    """Return what the estimates of all ended questions have cost."""
    return sum(loss(one, first) + loss(one, second) for one, first, second in state.ended)


def _par(state: State) -> int:
    """Return what the base rates would have cost in all ended questions."""
    return sum(2 * base_loss(one) for one, _, _ in state.ended)


def _known(state: State) -> tuple[Block, ...]:
    """Return the newest first: new evidence, what was known before, and how the last one ended."""
    blocks = []
    if not is_terminal(state):
        question = state.question
        if state.updating:
            blocks.append(Block(f"New on {question.inject.on}", (question.inject.text,)))
        blocks.append(Block(f"Known on {question.asked}", question.evidence))
        blocks.append(Block("The base rate", (say_base(question),)))
    if state.ended and not state.updating:
        question, first, second = state.ended[-1]
        said = f"{question.title}: you said {first} %, then {second} %."
        blocks.append(Block("How the last question ended", (said, say_end(question))))
    return tuple(blocks)


def _log(state: State) -> tuple[Event, ...]:
    """Return a line for each estimate, and one for each end."""
    lines = []
    for place, (question, percent) in enumerate(state.made, start=1):
        again = " after the new evidence" if place % 2 == 0 else ""
        lines.append(Event(place, "You", f"{question.title}: {percent} % for yes{again}."))
        if place % 2 == 0:
            end = question.end
            lines.append(Event(place, "The end", f"{capital(end.word)}, on {end.on}."))
    return tuple(lines)


def _said(state: State) -> str:
    """Say in one sentence what just happened."""
    if not state.estimates:
        return f"There are {len(state.variant.questions)} questions in the book."
    if state.updating:
        on = state.question.inject.on
        return f"You said {state.first} %. Now there is new evidence, of {on}."
    question, first, second = state.ended[-1]
    cost = loss(question, first) + loss(question, second)
    return (
        f"{question.title}: it ended with “{question.end.word}”. Your two estimates cost "
        f"{priced(cost)}, the base rate twice {number(2 * base_loss(question))}."
    )


def _over(state: State) -> str:
    every = len(state.ended)
    happened = sum(question.end.happened for question, _, _ in state.ended)
    return (
        f"All {every} questions have ended, {happened} with yes and {every - happened} with no. "
        f"Your estimates cost {priced(_cost(state))}, the base rates {number(_par(state))}."
    )
