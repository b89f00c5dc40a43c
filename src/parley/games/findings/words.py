"""What the player reads at the table: the question with its numbers, and what was answered."""

from collections.abc import Sequence

from parley.games.findings.rules import is_terminal, kinds
from parley.games.findings.sheet import Sheet, said
from parley.games.findings.state import Answer, Question, State, Variant
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
from parley.games.words import capital, lowered, priced


def form(state: State) -> Form:
    """Return the question that lies open with its table, and what may be done; nothing at the end.

    Parameters
    ----------
    state : State
        The report as it stands.

    Returns
    -------
    Form
        What the panel draws.
    """
    if is_terminal(state):
        return Form("All questions are dealt with.", ())
    question = state.question
    actions = {"enter": _enter, "conclude": _conclude, "turn": _turn, "leave": _leave}
    return Form(
        question.text,
        tuple(actions[kind](state) for kind in kinds(state)),
        because(state.variant.words.reasons),
        shown=(_shown(question),),
    )


def view(state: State) -> View:
    """Return everything that the player may see of the report.

    Parameters
    ----------
    state : State
        The report as it stands.

    Returns
    -------
    View
        The brief, the meter, the methods, the log, and what just happened.
    """
    variant = state.variant
    done, every = len(state.answers), len(variant.questions)
    return View(
        title=variant.words.title,
        brief=_brief(variant),
        meters=(Meter("Questions dealt with", done, 0, every, f"{done} of {every}"),),
        known=_known(variant),
        log=tuple(
            Event(place, "You", f"{question.label} – {_small(question, answer)}.")
            for place, (question, answer) in enumerate(state.done, start=1)
        ),
        said=_said(state),
        over=_over(state) if is_terminal(state) else "",
    )


def say_answer(question: Question, answer: Answer) -> str:
    """Return what was done with a question, such as ``Entered −3 incidents a week``."""
    if answer.left:
        return "Left open"
    if answer.sentence:
        return f"Took “{question.sentence(answer.sentence)}”"
    return f"Entered {say_numbers(question, answer.numbers)}"


def say_numbers(question: Question, numbers: Sequence[int]) -> str:
    """Return numbers with their unit, such as ``−3 to 4 incidents a week``."""
    return f"{' to '.join(said(one) for one in numbers)} {question.unit}"


def sheet_table(sheet: Sheet) -> Table:
    """Return a table of numbers as one of words."""
    heads = tuple(sheet.title(slug) for slug, _ in sheet.columns)
    rows = zip(sheet.rows, sheet.cells, strict=True)
    cells = tuple((capital(label), *(said(one) for one in numbers)) for label, numbers in rows)
    return Table(sheet.caption, (sheet.corner, *heads), cells)


def _shown(question: Question) -> Block:
    note = (question.sheet.note,) if question.sheet.note else ()
    return Block(question.label, note, sheet_table(question.sheet))


def _enter(state: State) -> Action:
    question = state.question
    one, two = (("number", "The number"),), (("low", "The lowest"), ("high", "The highest"))
    names = two if question.ends > 1 else one
    steps = f" in steps of {question.step}" if question.step > 1 else ""
    note = (
        f"A whole number from {said(question.low)} to {said(question.high)}{steps}. Within "
        f"{said(question.margin)} of the right one costs nothing; {said(question.reach)} beyond "
        "that costs all."
    )
    fields = tuple(
        Number(
            name, label, question.low, question.high, None, question.step, question.unit,
            note if name == names[-1][0] else "",
        )
        for name, label in names
    )  # fmt: skip
    return Action(
        "enter", "Enter it", "", fields, "Enter this? It cannot be changed.", button="Enter"
    )


def _conclude(state: State) -> Action:
    choices = tuple(Choice(one.slug, one.text) for one in state.question.sentences)
    fields = (Field("sentence", "The sentence for the report", choices, "", open=True),)
    confirm = "Take this sentence? It cannot be changed."
    return Action("conclude", "Choose the sentence", "", fields, confirm, button="Take it")


def _turn(state: State) -> Action:
    others = tuple(Choice(one.slug, one.label) for one in state.left if one != state.question)
    fields = (Field("to", "Which question", others, "", open=True),)
    note = "This one stays open; it costs nothing."
    return Action("turn", "Turn to another question", note, fields, button="Turn", once=True)


def _leave(state: State) -> Action:
    return Action(
        "leave",
        "Leave this question",
        note="It brings nothing; you do not see it again.",
        confirm="Leave this question for good?",
        button="Leave it",
        once=True,
    )


def _brief(variant: Variant) -> tuple[Block, ...]:
    words = variant.words
    told = (Block("Where things stand", words.told),) if words.told else ()
    return (
        Block("The situation", words.situation),
        *told,
        Block("Your task", words.task),
        Block("How it is marked", _marking(variant), folded=True),
    )


def _marking(variant: Variant) -> tuple[str, ...]:
    return (
        f"Each of the {len(variant.questions)} questions is worth {priced(100 * variant.worth)}. "
        "A question that you leave brings nothing.",
        "A number within the margin brings everything. From there on every step away costs the "
        "same, until nothing is left. If you are not sure, enter the middle of what you believe.",
        "Of a lowest and a highest number each brings half. Of several sentences one is right.",
        "Margins and points are an assumption for teaching. Until the end nothing is told of what "
        "was right.",
    )


def _known(variant: Variant) -> tuple[Block, ...]:
    methods = Table("Ways to find a number", ("Name", "How"), variant.words.methods)
    return (Block("The methods", ("You may use a pocket calculator.",), methods),)


def _small(question: Question, answer: Answer) -> str:
    return lowered(say_answer(question, answer)).replace(".”", "”")


def _said(state: State) -> str:
    """Say in one sentence what just happened."""
    if state.turned:
        return f"“{state.question.label}” lies open."
    if not state.answers:
        return f"There are {len(state.variant.questions)} questions."
    question, answer = state.done[-1]
    if answer.left:
        return f"You left “{question.label}”."
    return f"Your answer to “{question.label}” is kept."


def _over(state: State) -> str:
    left = sum(answer.left for answer in state.answers)
    return f"All {len(state.answers)} questions are dealt with, {left} of them left open."
