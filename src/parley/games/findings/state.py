"""A report as it stands, and the variant that one trainee has before them."""

from dataclasses import dataclass
from fractions import Fraction

from parley.games.findings.sheet import Sheet


@dataclass(frozen=True)
class Sentence:
    """One sentence that may stand in the report: its name in a move, and its text."""

    slug: str
    text: str


@dataclass(frozen=True)
class Question:
    """One question about a table.

    Parameters
    ----------
    slug : str
        Its name in a move.
    ask : int
        Which of the questions of this name it is: the key has an entry for each.
    label : str
        What it is called in a list.
    text : str
        What is asked.
    sheet : Sheet
        The table.
    unit : str
        The unit of the number.
    low, high, step : int
        What may be entered.
    margin, reach : Fraction
        How far off costs nothing, and how far beyond that costs all.
    ends : int
        How many numbers are asked: 1, 2 for a lowest and a highest, 0 where a sentence is.
    sentences : tuple of Sentence
        The sentences, of which one is right.
    """

    slug: str
    ask: int
    label: str
    text: str
    sheet: Sheet
    unit: str = ""
    low: int = 0
    high: int = 0
    step: int = 1
    margin: Fraction = Fraction(0)
    reach: Fraction = Fraction(1)
    ends: int = 1
    sentences: tuple[Sentence, ...] = ()

    def sentence(self, slug: str) -> str:
        """Return the text of a sentence."""
        return next(one.text for one in self.sentences if one.slug == slug)


@dataclass(frozen=True)
class Words:
    """The texts of a report.

    ``told`` says what holds for this profile; ``methods`` are the names and recipes of procedures;
    ``names`` stand for braces in the key's texts.
    """

    title: str
    situation: tuple[str, ...]
    task: tuple[str, ...]
    told: tuple[str, ...] = ()
    methods: tuple[tuple[str, str], ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Variant:
    """What one trainee gets in one attempt: the questions in the order in which they are listed.

    ``worth`` is what a right answer brings, in points.
    """

    questions: tuple[Question, ...]
    worth: int
    words: Words

    def question(self, slug: str) -> Question:
        """Return a question by its name."""
        return next(one for one in self.questions if one.slug == slug)


@dataclass(frozen=True)
class Answer:
    """What was done with one question; nothing but its name where it was left."""

    question: str
    numbers: tuple[int, ...] = ()
    sentence: str = ""
    because: str = ""

    @property
    def left(self) -> bool:
        """Whether the question was left."""
        return not self.numbers and not self.sentence


@dataclass(frozen=True)
class State:
    """The report as it stands: the answers in the order given, and which question lies open.

    ``turned`` is the question that the player turned to, or empty.
    """

    variant: Variant
    answers: tuple[Answer, ...] = ()
    turned: str = ""

    @property
    def left(self) -> tuple[Question, ...]:
        """The questions that are neither answered nor left, in their order."""
        done = {answer.question for answer in self.answers}
        return tuple(one for one in self.variant.questions if one.slug not in done)

    @property
    def question(self) -> Question:
        """The question that lies open."""
        open_now = self.left
        return next((one for one in open_now if one.slug == self.turned), open_now[0])

    @property
    def done(self) -> tuple[tuple[Question, Answer], ...]:
        """Each question that was answered or left, with its answer."""
        return tuple((self.variant.question(one.question), one) for one in self.answers)
