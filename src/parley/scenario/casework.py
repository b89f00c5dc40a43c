"""The schema of a casework scenario: facts, rules in order, files; and its way into the game."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, RootModel, model_validator

from parley.chance import chance, shuffled
from parley.data import data_folder
from parley.errors import ParleyError
from parley.games.casework.engine import Value, deciding, thresholds, unreachable
from parley.games.casework.rules import ASPECTS
from parley.games.casework.state import Book, Decision, File, Ruling, Variant, Words
from parley.record import Header
from parley.scenario.base import (
    Position,
    Profile,
    Profiles,
    Scenario,
    SetText,
    Slug,
    Strict,
    Text,
    named_once,
    unique,
)
from parley.scenario.coding import Coded, FactText, Fault, Place, RuleText, coded, refuse, rule_of
from parley.scenario.source import parse


class DecisionText(Strict):
    """One decision."""

    id: Slug
    label: Text
    note: Text


class ShownFile(Strict):
    """A file as a trainee reads it."""

    id: Slug
    title: Text
    text: tuple[Text, ...] = Field(min_length=1)


class CodedFile(Strict):
    """What the key says of a file: its facts, as far as they differ from the default, and why."""

    id: Slug
    facts: dict[Slug, Coded] = {}
    why: Text


class FileText(ShownFile, CodedFile):
    """A file to practise on, with its key."""


class ShownFiles(RootModel[tuple[ShownFile, ...]]):
    """The files that count: ``files/EXERCISE.yaml``."""

    @model_validator(mode="after")
    def _once(self) -> "ShownFiles":
        unique("ids of files", [one.id for one in self.root])
        return self


class CodedFiles(RootModel[tuple[CodedFile, ...]]):
    """The key of the files that count: ``EXERCISE/files.yaml`` of the keys."""

    @model_validator(mode="after")
    def _once(self) -> "CodedFiles":
        unique("ids in the key", [one.id for one in self.root])
        return self


class CaseworkProfiles(Profiles):
    """The files to practise on, and those that count, if there are any."""

    practice: tuple[Profile, ...] = Field(min_length=1, max_length=1)
    counted: tuple[Profile, ...] = Field((), max_length=1)


class CaseworkScenario(Scenario):
    """A desk at which files are decided by rules.

    ``per_attempt`` is how many files an attempt holds that counts; ``cards`` are the rules in
    order, of which the first that holds decides.
    """

    game: Literal["casework"]
    noun: Text
    nouns: Text
    per_attempt: int = Field(20, ge=1)
    facts: dict[Slug, FactText] = Field(min_length=1)
    decisions: tuple[DecisionText, ...] = Field(min_length=2, max_length=5)
    cards: tuple[RuleText, ...] = Field(alias="rules", min_length=2)
    files: tuple[FileText, ...] = Field(min_length=1)
    set: SetText = SetText(plays=1, positions=0, share_of_plays=100)
    profiles: CaseworkProfiles

    @model_validator(mode="after")
    def _hangs_together(self) -> "CaseworkScenario":
        named_once(self.criteria, ASPECTS)
        refuse(self._doubles())
        refuse(self._faults())
        dead = {rule.slug for rule in unreachable(self.book.rules, self._domains())}
        text = (
            "rule {} can never decide: wherever it holds, a rule before it holds too; move it up, "
            "or change its conditions"
        )
        refuse(
            (("rules", place), text.format(rule.id))
            for place, rule in enumerate(self.cards)
            if rule.id in dead
        )
        return self

    def _doubles(self) -> Iterator[Fault]:
        """Yield the ids that occur twice."""
        lists = {
            "decisions": [one.id for one in self.decisions],
            "rules": [one.id for one in self.cards],
            "files": [one.id for one in self.files],
        }
        for name, ids in lists.items():
            for place, one in enumerate(ids):
                if one in ids[:place]:
                    yield (name, place, "id"), f"ids of {name} must differ; twice: {one}"

    def _faults(self) -> Iterator[Fault]:
        """Yield what names something that is not there, or has a wrong kind of value."""
        known = [one.id for one in self.decisions]
        for place, rule in enumerate(self.cards):
            yield from _under(("rules", place), rule.faults(self.facts, known))
            if rule.free and rule is not self.cards[-1]:
                text = f"rule {rule.id} has no condition, so that no rule after it can decide"
                yield ("rules", place), text
        if not self.cards[-1].free:
            text = (
                f"rule {self.cards[-1].id} is the last: it takes no condition, and decides the rest"
            )
            yield ("rules", len(self.cards) - 1), text
        for place, file in enumerate(self.files):
            where = ("files", place)
            yield from _under(where, coded(file.id, file.facts, self.facts))
            yield from _under(where, self.unnamed(file.title, *file.text, file.why))
        yield from _under(("brief",), self.unnamed(*self.brief.situation, *self.brief.task))

    def unnamed(self, *texts: str) -> Iterator[Fault]:
        """Yield which names in the braces of texts are not in every row of names."""
        for row in map(_known, self.names):
            for text in texts:
                try:
                    text.format(**row)
                except (KeyError, IndexError, ValueError) as error:
                    yield (), f"{error} stands in braces, but not in every row of 'names'"

    def _domains(self) -> dict[str, frozenset[Value]]:
        return {
            name: fact.domain or thresholds(self.book.rules, name)
            for name, fact in self.facts.items()
        }

    @cached_property
    def book(self) -> Book:
        """The decisions and the rules."""
        decisions = tuple(Decision(one.id, one.label, one.note) for one in self.decisions)
        return Book(decisions, tuple(rule_of(rule, self.facts) for rule in self.cards))

    def numbers(self, profile: Profile) -> Book:
        """Return the decisions and the rules, which are those of every profile."""
        return self.book

    def kinds(self, profile: Profile) -> list[int]:
        """Return the one type there is: nothing is hidden but the key."""
        return [0]

    def possible(self, position: Position) -> list[int]:
        """Return the one type there is."""
        return [0]

    def counted_files(self) -> tuple[ShownFile, ...]:
        """Return the files that count, without their key.

        Raises
        ------
        ParleyError
            If they are not there, or their file is wrong.
        """
        path = data_folder() / "files" / f"{self.exercise}.yaml"
        if not path.is_file():
            raise ParleyError(
                f"{self.exercise}: the files that count are not at {path}. Write them there, or "
                "leave 'profiles: counted' empty."
            )
        return _parsed(ShownFiles, path).root

    def solution(self, profile: str, folder: Path) -> dict[str, Any]:
        """Return the key of a pool of files, as it follows from the rules and the coded facts.

        Parameters
        ----------
        profile : str
            The profile.
        folder : pathlib.Path
            The folder of the exercise's keys, with ``files.yaml`` of the files that count.

        Returns
        -------
        dict
            For each file by its id ``rule``, ``holds`` and ``why``.

        Raises
        ------
        ParleyError
            If the key is not there, or is wrong.
        """
        entries: tuple[CodedFile, ...] = self.files
        if self.profile(profile) not in self.profiles.practice:
            entries = self._key(folder / "files.yaml")
        return {file.id: vars(self.ruling(file)) for file in entries}

    def ruling(self, file: CodedFile) -> Ruling:
        """Return what the rules say of the coded facts of a file."""
        facts = {name: fact.default for name, fact in self.facts.items()} | file.facts
        rule = deciding(self.book.rules, facts)
        told = [name for name in self.facts if name in rule.named or name in file.facts]
        holds = "; ".join(self.facts[name].say(facts[name]) for name in told)
        return Ruling(rule.slug, holds, file.why)

    def _key(self, path: Path) -> tuple[CodedFile, ...]:
        """Return the key of the files that count, its facts checked."""
        if not path.is_file():
            raise ParleyError(
                f"{self.exercise}: its key is not at {path}. Restore the file, or set PARLEY_KEYS "
                "to the folder that holds it."
            )
        entries = _parsed(CodedFiles, path).root
        faults = [text for one in entries for _, text in coded(one.id, one.facts, self.facts)]
        faults += [f"file {one.id}: {text}" for one in entries for _, text in self.unnamed(one.why)]
        if faults:
            raise ParleyError(f"{path}: {'; '.join(faults)}. Correct the key.")
        return entries

    def deal(
        self,
        header: Header,
        profile: Profile,
        hidden: int,
        part: str,
        opening: tuple[Any, ...] = (),
    ) -> Variant:
        """Return the files of an attempt in the order in which they arrive; see `Scenario.deal`."""
        known = _known(self.names[int(chance(*header.words(), part, "names") * len(self.names))])
        files: list[ShownFile] = list(self.files)
        if profile in self.profiles.practice:
            files = shuffled(files, *header.words(), part, "order")
        else:
            files = self._drawn(header)
        shown = tuple(self._shown(file, known) for file in files)
        return Variant(self.book, shown, self._words(known))

    def _drawn(self, header: Header) -> list[ShownFile]:
        """Return the files of an attempt that counts; none comes twice, whatever the attempt."""
        order = shuffled(list(self.counted_files()), *header.words(attempt=0), "files")
        count = self.per_attempt
        chosen = order[(header.attempt - 1) * count : header.attempt * count]
        if len(chosen) < count:
            raise ParleyError(
                f"{self.exercise}: attempt {header.attempt} needs {count} new {self.nouns}, "
                f"{len(chosen)} are left. Allow fewer attempts."
            )
        return chosen

    def _shown(self, file: ShownFile, names: Mapping[str, str]) -> File:
        ruling = self.ruling(file) if isinstance(file, FileText) else None
        text = tuple(line.format(**names) for line in file.text)
        return File(file.id, file.title.format(**names), text, ruling)

    def _words(self, names: Mapping[str, str]) -> Words:
        return Words(
            title=self.title,
            noun=self.noun,
            nouns=self.nouns,
            situation=tuple(line.format(**names) for line in self.brief.situation),
            task=tuple(line.format(**names) for line in self.brief.task),
            reasons=tuple((reason.id, reason.text) for reason in self.reasons),
            names=tuple(sorted(names.items())),
        )


@cache
def _parsed(model: Any, path: Path) -> Any:
    """Return a file as a checked model; it is read once."""
    return parse(model, path)


def _under(where: Place, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield faults with the place of what contains them before their own."""
    return ((where + place, text) for place, text in faults)


def _known(names: Mapping[str, str]) -> dict[str, str]:
    """Return a row of names, and each with a capital for where it begins a sentence."""
    return {_capital(name): _capital(value) for name, value in names.items()} | dict(names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
