"""The schema of a report with findings: tables, questions, and how each number is reckoned."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, Literal

from pydantic import Field, StrictInt, StrictStr, model_validator

from parley.chance import chance, shuffled
from parley.games.findings.procedures import PROCEDURES
from parley.games.findings.scoring import ASPECTS
from parley.games.findings.sheet import Sheet, said
from parley.games.findings.state import Question, Sentence, Variant, Words
from parley.games.words import capital, joined
from parley.record import Header
from parley.scenario.base import (
    Profile,
    Profiles,
    Scenario,
    SetText,
    Slug,
    Strict,
    Text,
    named_once,
    spoken,
    unique,
)
from parley.scenario.coding import Fault, refuse, under, unnamed
from parley.scenario.findings_limits import Limits, readable
from parley.scenario.findings_tables import Row, TableText, Where

Spec = dict[Slug, StrictInt | StrictStr | tuple[Slug, ...]]
"""A procedure under ``by``, and its arguments by name."""


class SentenceText(Strict):
    """A sentence that may stand in the report.

    ``when`` are conditions on the numbers on which the question rests: a number, several, or a
    comparison; the first sentence whose conditions hold is right, and the last has none.  One with
    ``never`` is never right.  ``why`` says what is wrong with it where it is not right.
    """

    id: Slug
    text: Text
    when: Limits = {}
    never: bool = False
    why: Text


class QuestionText(Strict):
    """A question: for a number, with ``reckon``, or for a sentence, with ``rests``.

    ``ask`` of a profile gives the arguments that are not fixed here; they may stand in braces in
    the text.  ``margin`` is free, and ``reach`` beyond it costs all.
    """

    id: Slug
    label: Text
    table: Slug
    text: Text
    unit: str = ""
    low: int = 0
    high: int = 0
    step: int = Field(1, ge=1)
    margin: float = Field(1, ge=0, allow_inf_nan=False)
    reach: int = Field(1, ge=1)
    reckon: Spec = {}
    rests: dict[Slug, Spec] = {}
    sentences: tuple[SentenceText, ...] = ()

    @property
    def specs(self) -> tuple[Spec, ...]:
        """What is reckoned: one number, or all on which a sentence rests."""
        return (self.reckon,) if self.reckon else tuple(self.rests.values())

    @property
    def ends(self) -> int:
        """How many numbers are asked for."""
        return PROCEDURES[str(self.reckon["by"])].ends if self.reckon else 0

    @model_validator(mode="after")
    def _one_kind(self) -> "QuestionText":
        if bool(self.reckon) == bool(self.rests) or bool(self.rests) != bool(self.sentences):
            raise ValueError("takes reckon for a number, or rests and sentences for a sentence")
        for spec in self.specs:
            if spec.get("by") not in PROCEDURES:
                known = ", ".join(PROCEDURES)
                raise ValueError(f"by is one of {known}; got {spec.get('by')!r:.40}")
        if self.reckon and not self.low < self.high:
            raise ValueError(f"low is below high; got {self.low} and {self.high}")
        self._check_sentences()
        return self

    def _check_sentences(self) -> None:
        unique("ids of sentences", [one.id for one in self.sentences])
        if len(self.sentences) == 1:
            raise ValueError(f"takes two sentences or more; got only {self.sentences[0].id}")
        able = [one for one in self.sentences if not one.never]
        if self.sentences and [bool(one.when) for one in able] != [True] * (len(able) - 1) + [
            False
        ]:
            raise ValueError(
                "every sentence that can be right has conditions, the last of them none"
            )
        known = [name for by, spec in self.rests.items() for name in _numbers_of(by, spec)]
        strange = [name for one in self.sentences for name in one.when if name not in known]
        if strange:
            raise ValueError(f"when names {', '.join(known)}; got {strange[0]!r:.40}")
        for one in self.sentences:
            for name, limit in one.when.items():
                if not readable(limit):
                    raise ValueError(
                        f"sentence {one.id}: {name} is a number, a list of numbers, or a "
                        f'comparison such as ">=-0.5"; got {limit!r:.40}'
                    )

    def arguments(self, spec: Spec, ask: Spec) -> dict[str, Any]:
        """Return the arguments of a procedure: those fixed here, and those of one way to ask."""
        takes = PROCEDURES[str(spec["by"])].takes
        fixed = {name: value for name, value in spec.items() if name != "by"}
        return fixed | {name: value for name, value in ask.items() if name in takes}


class FindingsProfile(Profile):
    """The tables of one report, and how each question is asked: one of several ways is drawn.

    ``told`` says what holds for this profile; ``worth`` is what a right answer brings, in points.
    """

    told: tuple[Text, ...] = ()
    worth: int = Field(10, ge=1, le=100)
    tables: dict[Slug, Where | tuple[Row, ...]] = Field(min_length=1)
    asks: dict[Slug, tuple[Spec, ...]] = Field(min_length=2)


class FindingsProfiles(Profiles):
    """Reports to practise on, and others that count."""

    practice: tuple[FindingsProfile, ...] = Field(min_length=1)
    counted: tuple[FindingsProfile, ...] = ()


class FindingsScenario(Scenario):
    """A report: questions about tables, answered in numbers or by a sentence."""

    game: Literal["findings"]
    tables: dict[Slug, TableText] = Field(min_length=1)
    questions: tuple[QuestionText, ...] = Field(min_length=2)
    set: SetText = SetText(plays=2, positions=0, share_of_plays=100)
    profiles: FindingsProfiles

    @model_validator(mode="after")
    def _hangs_together(self) -> "FindingsScenario":
        named_once(self.criteria, ASPECTS)
        unique("profile ids", [profile.id for profile in self.everything])
        unique("question ids", [one.id for one in self.questions])
        refuse(self._unreasoned())
        refuse(self._unknown())
        refuse(self._misasked())
        return self

    def _unreasoned(self) -> Iterator[Fault]:
        """Yield what is wrong with the reasons of sentences, which a review reads out."""
        for place, question in enumerate(self.questions):
            for number, one in enumerate(question.sentences):
                where = ("questions", place, "sentences", number, "why")
                yield from under(where, unnamed(self.names, one.why))

    def _unknown(self) -> Iterator[Fault]:
        """Yield what names a table or a question that is not there."""
        tables, questions = list(self.tables), [one.id for one in self.questions]
        for place, question in enumerate(self.questions):
            if question.table not in tables:
                text = f"one of {', '.join(tables)}; got {question.table!r:.40}"
                yield ("questions", place, "table"), text
        for where, profile in self._placed():
            for name in profile.tables:
                if name not in tables:
                    yield (*where, "tables", name), f"one of {', '.join(tables)}; got {name!r:.40}"
            for name in profile.asks:
                if name not in questions:
                    yield (*where, "asks", name), f"one of {', '.join(questions)}; got {name!r:.40}"
                elif self.question(name).table not in profile.tables:
                    table = self.question(name).table
                    yield (*where, "asks", name), f"{profile.id} has no table {table}"

    def _misasked(self) -> Iterator[Fault]:
        """Yield tables that cannot be made, and questions that do not fit their table."""
        for where, profile in self._placed():
            sheets = {}
            for name in profile.tables:
                try:
                    sheets[name] = self.sheet(profile, name)
                except ValueError as error:
                    yield (*where, "tables", name), f"{profile.id}: {name}: {error}"
                    return
            for name, asks in profile.asks.items():
                question = self.question(name)
                sheet = sheets[question.table]
                for place, ask in enumerate(asks):
                    for text in _misfits(question, sheet, ask):
                        yield (*where, "asks", name, place), f"{profile.id}: {name}: {text}"

    def _placed(self) -> Iterator[tuple[tuple[str | int, ...], FindingsProfile]]:
        """Yield every profile with its place in the file."""
        for use in ("practice", "counted"):
            for place, profile in enumerate(getattr(self.profiles, use)):
                yield ("profiles", use, place), profile

    def question(self, name: str) -> QuestionText:
        """Return a question by its id."""
        return next(one for one in self.questions if one.id == name)

    def sheet(self, profile: FindingsProfile, table: str) -> Sheet:
        """Return a table of a profile, with braces for names."""
        return self.tables[table].sheet(profile.tables[table])

    def numbers(self, profile: FindingsProfile) -> int:
        """Return what a right answer brings, in points."""
        return profile.worth

    def deal(
        self,
        header: Header,
        profile: FindingsProfile,
        hidden: int,
        part: str,
        opening: tuple[Any, ...] = (),
    ) -> Variant:
        """Return the questions of an attempt, each in one of its ways; see `Scenario.deal`."""
        words = (*header.words(), part)
        known = spoken(self.names[int(chance(*words, "names") * len(self.names))])
        sheets = self._sheets(profile, known)
        asked = []
        for name in shuffled(list(profile.asks), *words, "order"):
            ways = profile.asks[name]
            ask = int(chance(*words, name, "ask") * len(ways))
            question = self.question(name)
            shown = self._asked(question, ask, ways[ask], sheets[question.table], known)
            order = shuffled(list(shown.sentences), *words, name, "sentences")
            asked.append(replace(shown, sentences=tuple(order)))
        return Variant(tuple(asked), profile.worth, self._words(profile, known))

    def every_way(self, profile: FindingsProfile) -> Iterator[Question]:
        """Yield the questions of a profile in all ways to ask them, by the first row of names."""
        known = spoken(self.names[0])
        sheets = self._sheets(profile, known)
        for name, ways in profile.asks.items():
            question = self.question(name)
            for ask, way in enumerate(ways):
                yield self._asked(question, ask, way, sheets[question.table], known)

    def _sheets(self, profile: FindingsProfile, names: Mapping[str, str]) -> dict[str, Sheet]:
        return {table: _named(self.sheet(profile, table), names) for table in profile.tables}

    def _asked(
        self, question: QuestionText, ask: int, way: Spec, sheet: Sheet, names: Mapping[str, str]
    ) -> Question:
        """Return a question in one of its ways, its names and arguments filled in."""
        given = {
            name: value
            for spec in question.specs
            for name, value in question.arguments(spec, way).items()
        }
        known = dict(names) | {name: _say(sheet, value, names) for name, value in given.items()}
        sentences = tuple(Sentence(one.id, one.text.format(**known)) for one in question.sentences)
        return Question(
            slug=question.id,
            ask=ask,
            label=capital(question.label.format(**known)),
            text=question.text.format(**known),
            sheet=sheet,
            unit=question.unit.format(**known),
            low=question.low,
            high=question.high,
            step=question.step,
            margin=Fraction(str(question.margin)),
            reach=Fraction(question.reach),
            ends=question.ends,
            sentences=sentences,
        )

    def _words(self, profile: FindingsProfile, names: Mapping[str, str]) -> Words:
        used = {str(spec["by"]) for name in profile.asks for spec in self.question(name).specs}
        used.add("before-after")  # other methods are told by it, and it is the usual mistake
        return Words(
            title=self.title,
            situation=tuple(line.format(**names) for line in self.brief.situation),
            task=tuple(line.format(**names) for line in self.brief.task),
            told=tuple(line.format(**names) for line in profile.told),
            methods=tuple((one.label, one.recipe) for by, one in PROCEDURES.items() if by in used),
            reasons=tuple((reason.id, reason.text) for reason in self.reasons),
            names=tuple(sorted(names.items())),
        )


def _numbers_of(name: str, spec: Spec) -> tuple[str, ...]:
    """Return the names of the numbers that a procedure finds, as conditions name them."""
    two = PROCEDURES[str(spec["by"])].ends > 1
    return (f"{name}-low", f"{name}-high") if two else (name,)


def _misfits(question: QuestionText, sheet: Sheet, ask: Spec) -> Iterator[str]:
    """Yield what is wrong with one way to ask a question about a table."""
    takes = {name for spec in question.specs for name in PROCEDURES[str(spec["by"])].takes}
    strange = sorted(set(ask) - takes)
    if strange:
        yield f"asks for {', '.join(sorted(takes))}; got {strange[0]!r:.40}"
    for spec in question.specs:
        fault = PROCEDURES[str(spec["by"])].fault(sheet, question.arguments(spec, ask))
        if fault:
            yield f"{spec['by']}: {fault}"


def _say(sheet: Sheet, value: Any, names: Mapping[str, str]) -> str:
    """Return an argument as it is read: the head of a column, the label of a row, a number."""
    heads = dict(sheet.columns)
    if isinstance(value, int):
        return said(value)
    if isinstance(value, tuple):
        return joined([heads[one] for one in value])
    return heads.get(value, value).format(**names)


def _named(sheet: Sheet, names: Mapping[str, str]) -> Sheet:
    """Return a table with its names filled in."""
    return Sheet(
        caption=sheet.caption.format(**names),
        corner=sheet.corner.format(**names),
        columns=tuple((slug, head.format(**names)) for slug, head in sheet.columns),
        rows=tuple(row.format(**names) for row in sheet.rows),
        cells=sheet.cells,
        note=sheet.note.format(**names),
    )
