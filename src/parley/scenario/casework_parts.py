"""The parts of a casework scenario: decisions, files with and without their key, and profiles."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field, RootModel, model_validator

from parley.scenario.base import Profile, Profiles, Slug, Strict, Text, unique
from parley.scenario.coding import Coded, FactText, Fault, coded


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
    """What the key says of a file: its facts, as far as they differ from the default, and why.

    Where profiles decide a file by different rules, ``why`` has a text for each of these rules.
    """

    id: Slug
    facts: dict[Slug, Coded] = {}
    why: Text | dict[Slug, Text]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every text that says why."""
        return (self.why,) if isinstance(self.why, str) else tuple(self.why.values())

    def reason(self, rule: str) -> str:
        """Return why this rule decides the file."""
        return self.why if isinstance(self.why, str) else self.why.get(rule, "")

    def misreasoned(self, rules: Mapping[str, str]) -> Iterator[Fault]:
        """Yield for which rules a reason is missing, or is there for nothing.

        Parameters
        ----------
        rules : mapping of str to str
            For each profile that holds the file, the rule that decides it.
        """
        if isinstance(self.why, str):
            return
        for profile, rule in rules.items():
            if rule not in self.why:
                text = f"file {self.id}: in {profile} rule {rule} decides; say why under its name"
                yield ("why",), text
        for rule in self.why:
            if rule not in rules.values():
                told = ", ".join(f"{rule} in {profile}" for profile, rule in rules.items())
                text = f"file {self.id}: rule {rule} decides it in no profile; what decides: {told}"
                yield ("why", rule), text


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


class DeskProfile(Profile):
    """One past of a desk: what then holds for every file, and which files there are.

    ``given`` are coded facts of every file that does not say otherwise, ``told`` says them to the
    trainee; without ``files`` the profile holds all files of its use.
    """

    given: dict[Slug, Coded] = {}
    told: tuple[Text, ...] = ()
    files: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _told(self) -> "DeskProfile":
        unique(f"files of profile {self.id}", list(self.files))
        if self.given and not self.told:
            raise ValueError(
                f"profile {self.id}: its files are decided by what is 'given', of which the "
                "trainee reads nothing; say it in 'told'"
            )
        return self

    def holds(self, file: str) -> bool:
        """Tell whether a file of its use is among its files."""
        return not self.files or file in self.files

    def faults(self, facts: Mapping[str, FactText], files: list[str] | None) -> Iterator[Fault]:
        """Yield what is given that no file may hold, and the files that are not there."""
        yield from coded(f"profile {self.id}", self.given, facts, "given")
        for place, file in enumerate(self.files):
            if files is not None and file not in files:
                known = ", ".join(files)
                text = f"profile {self.id}: no such file; files are {known}; got {file!r:.40}"
                yield ("files", place), text


class CaseworkProfiles(Profiles):
    """The pasts in which files are decided: to practise on, and that count, if there are any."""

    practice: tuple[DeskProfile, ...] = Field(min_length=1)
    counted: tuple[DeskProfile, ...] = ()

    @model_validator(mode="after")
    def _apart(self) -> "CaseworkProfiles":
        """Refuse pools of files that count of which a later attempt could bring a file again."""
        unique("profile ids", [profile.id for profile in (*self.practice, *self.counted)])
        pools: list[Any] = [set(profile.files) for profile in self.counted]
        for place, pool in enumerate(pools):
            for number, other in enumerate(pools[:place]):
                if pool != other and (not pool or not other or pool & other):
                    one, two = self.counted[number].id, self.counted[place].id
                    raise ValueError(
                        f"profiles that count hold the same files or none in common, else a file "
                        f"could come twice; {one} and {two} share some"
                    )
        return self
