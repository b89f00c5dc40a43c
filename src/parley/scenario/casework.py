"""The schema of a casework scenario: facts, rules in order, files; and its way into the game."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field, model_validator

from parley.chance import chance, shuffled
from parley.data import data_folder
from parley.errors import ParleyError
from parley.games.casework.engine import Value, deciding, thresholds, unreachable
from parley.games.casework.rules import ASPECTS
from parley.games.casework.state import Book, Decision, File, Ruling, Variant, Words
from parley.record import Header
from parley.scenario.base import Scenario, SetText, Slug, Text, named_once, spoken
from parley.scenario.casework_parts import (
    CaseworkProfiles,
    CodedFile,
    CodedFiles,
    DecisionText,
    DeskProfile,
    FileText,
    ShownFile,
    ShownFiles,
)
from parley.scenario.coding import (
    FactText,
    Fault,
    RuleText,
    coded,
    refuse,
    rule_of,
    under,
    unnamed,
)
from parley.scenario.draw import round_robin
from parley.scenario.source import parse

F = TypeVar("F", ShownFile, CodedFile)


class CaseworkScenario(Scenario):
    """A desk at which files are decided by rules.

    ``per_attempt`` is how many files an attempt holds that counts; ``cards`` are the rules in
    order, of which the first that holds decides.  Where a profile gives facts to its files, the
    same file may be decided by another rule there.
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
        for place, file in enumerate(self.files):
            rules = self._rules(file, self.profiles.practice)
            refuse(under(("files", place), file.misreasoned(rules)))
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
            yield from under(("rules", place), rule.faults(self.facts, known))
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
            yield from under(where, coded(f"file {file.id}", file.facts, self.facts))
            yield from under(where, unnamed(self.names, file.title, *file.text, *file.reasons))
        if self.set.plays != 1:
            text = (
                "a desk has 1 play in a set, a second would bring the same files; 'per_attempt' "
                f"says how many there are; got {self.set.plays}"
            )
            yield ("set", "plays"), text
        yield from under(("brief",), unnamed(self.names, *self.brief.situation, *self.brief.task))
        yield from self._profile_faults("practice", [file.id for file in self.files])
        yield from self._profile_faults("counted", None)

    def _profile_faults(self, use: str, files: list[str] | None) -> Iterator[Fault]:
        """Yield what is wrong with the profiles of a use, whose files these are, if known here."""
        profiles: tuple[DeskProfile, ...] = getattr(self.profiles, use)
        for place, profile in enumerate(profiles):
            where = ("profiles", use, place)
            yield from under(where, profile.faults(self.facts, files))
            yield from under(where, unnamed(self.names, *profile.told))

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

    def numbers(self, profile: DeskProfile) -> Book:
        """Return the decisions and the rules, which are those of every profile."""
        return self.book

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
        """Return the key of a profile's files, as it follows from the rules and the coded facts.

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
        found = self.profile(profile)
        entries: tuple[CodedFile, ...] = self.files
        if found not in self.profiles.practice:
            entries = self._key(folder / "files.yaml")
        return {file.id: vars(self.ruling(file, found)) for file in self._held(entries, found)}

    def ruling(self, file: CodedFile, profile: DeskProfile) -> Ruling:
        """Return what the rules say of the coded facts of a file, with those that are given."""
        facts = {name: fact.default for name, fact in self.facts.items()}
        facts |= profile.given | file.facts
        rule = deciding(self.book.rules, facts)
        told = [name for name in self.facts if name in rule.named or name in file.facts]
        holds = "; ".join(self.facts[name].say(facts[name]) for name in told)
        return Ruling(rule.slug, holds, file.reason(rule.slug))

    def _rules(self, file: CodedFile, profiles: Sequence[DeskProfile]) -> dict[str, str]:
        """Return for each profile that holds a file the rule that decides it there."""
        return {
            profile.id: self.ruling(file, profile).rule
            for profile in profiles
            if profile.holds(file.id)
        }

    def _held(self, files: Iterable[F], profile: DeskProfile) -> list[F]:
        """Return those of the files of its use that a profile holds, in their order."""
        files = list(files)
        strange = set(profile.files) - {file.id for file in files}
        if strange:
            raise ParleyError(
                f"{self.exercise}: profile {profile.id} holds {', '.join(sorted(strange))}, which "
                "is not among the files. Correct its 'files', or add the file with its key."
            )
        return [file for file in files if profile.holds(file.id)]

    def _key(self, path: Path) -> tuple[CodedFile, ...]:
        """Return the key of the files that count, its facts checked."""
        if not path.is_file():
            raise ParleyError(
                f"{self.exercise}: its key is not at {path}. Restore the file, or set PARLEY_KEYS "
                "to the folder that holds it."
            )
        entries = _parsed(CodedFiles, path).root
        faults = [text for one in entries for text in self._key_faults(one)]
        if faults:
            raise ParleyError(f"{path}: {'; '.join(faults)}. Correct the key.")
        return entries

    def _key_faults(self, file: CodedFile) -> Iterator[str]:
        """Yield what is wrong with the key of one file."""
        wrong = [text for _, text in coded(f"file {file.id}", file.facts, self.facts)]
        yield from wrong
        yield from (f"file {file.id}: {text}" for _, text in unnamed(self.names, *file.reasons))
        if not wrong:
            rules = self._rules(file, self.profiles.counted)
            yield from (text for _, text in file.misreasoned(rules))

    def deal(
        self,
        header: Header,
        profile: DeskProfile,
        hidden: int,
        part: str,
        opening: tuple[Any, ...] = (),
    ) -> Variant:
        """Return the files of an attempt in the order in which they arrive; see `Scenario.deal`."""
        known = spoken(self.names[int(chance(*header.words(), part, "names") * len(self.names))])
        files: Sequence[ShownFile] = ()
        if profile in self.profiles.practice:
            held = self._held(self.files, profile)
            files = shuffled(held, *header.words(), part, "order")
        else:
            files = self._drawn(header, profile)
        shown = tuple(self._shown(file, known, profile) for file in files)
        return Variant(self.book, shown, self._words(known, profile))

    def _drawn(self, header: Header, profile: DeskProfile) -> list[ShownFile]:
        """Return the files of an attempt that counts; none comes twice, whatever the attempt."""
        pool = self._held(self.counted_files(), profile)
        order = shuffled(pool, *header.words(attempt=0), "files")
        count, earlier = self.per_attempt, self._earlier(header, profile)
        chosen = order[earlier * count : (earlier + 1) * count]
        if len(chosen) < count:
            raise ParleyError(
                f"{self.exercise}: attempt {header.attempt} needs {count} new {self.nouns}, "
                f"{len(chosen)} are left. Allow fewer attempts."
            )
        return chosen

    def _earlier(self, header: Header, profile: DeskProfile) -> int:
        """Return how many attempts before this one took, or may have taken, files of a profile.

        In a week the past decided which profile it was, so that each of them may have.
        """
        before = range(header.attempt - 1)
        if header.exercise != self.exercise:
            return len(before)
        drawn = [round_robin(self.profiles.counted, header, index)[0] for index in before]
        return sum(set(one.files) == set(profile.files) for one in drawn)

    def _shown(self, file: ShownFile, names: Mapping[str, str], profile: DeskProfile) -> File:
        ruling = self.ruling(file, profile) if isinstance(file, FileText) else None
        text = tuple(line.format(**names) for line in file.text)
        return File(file.id, file.title.format(**names), text, ruling)

    def _words(self, names: Mapping[str, str], profile: DeskProfile) -> Words:
        return Words(
            title=self.title,
            noun=self.noun,
            nouns=self.nouns,
            situation=tuple(line.format(**names) for line in self.brief.situation),
            task=tuple(line.format(**names) for line in self.brief.task),
            reasons=tuple((reason.id, reason.text) for reason in self.reasons),
            names=tuple(sorted(names.items())),
            told=tuple(line.format(**names) for line in profile.told),
        )


@cache
def _parsed(model: Any, path: Path) -> Any:
    """Return a file as a checked model; it is read once."""
    return parse(model, path)
