"""What every scenario holds, whatever its game, and what a family adds to it."""

import gzip
import json
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from parley.errors import ParleyError
from parley.games import family
from parley.games.game import Outcome
from parley.games.words import capital
from parley.record import Header
from parley.scenario.faults import SLUG

Slug = Annotated[str, Field(pattern=SLUG)]
Text = Annotated[str, Field(min_length=1)]
Ends = Mapping[str, Mapping[str, Outcome]]
"""What each part that is over came to, by its id and by name."""


class Strict(BaseModel):
    """A part of a scenario that knows no other fields than its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Profile(Strict):
    """One checked set of numbers; a family adds them."""

    id: Slug


class Profiles(Strict):
    """Profiles to practise on, and others that count."""

    practice: Sequence[Profile] = Field(min_length=1)
    counted: Sequence[Profile] = ()


class Reason(Strict):
    """A reason that a move may carry."""

    id: Slug
    text: Text


class Criterion(Strict):
    """What one or more aspects of a move are called in the mark."""

    label: Text
    moves: tuple[Text, ...] = Field(min_length=1)


class SetText(Strict):
    """What a graded set holds, and how much the plays weigh, in percent."""

    plays: int = Field(2, ge=0)
    positions: int = Field(20, ge=0)
    share_of_plays: int = Field(30, ge=0, le=100)


class Brief(Strict):
    """What the player reads first; names stand in braces."""

    situation: tuple[Text, ...]
    task: tuple[Text, ...]


@dataclass(frozen=True)
class Position:
    """A single state of a profile, answered by one move: the steps that lead to it.

    ``type`` is one of the types whose answers the steps show; ``steps`` are in the family's own
    plain coding.
    """

    id: str
    profile: str
    type: int
    steps: tuple[Any, ...]

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> "Position":
        """Return a position from its plain data."""
        steps = tuple(frozen(step) for step in plain["steps"])
        return Position(plain["id"], plain["profile"], plain["type"], steps)


class Scenario(Strict):
    """An exercise as data, as an instructor writes it."""

    exercise: Slug
    version: int = Field(ge=1)
    game: Slug
    module: Text
    title: Text
    minutes: int = Field(ge=1, le=60)
    summary: Text
    assumptions: Text
    sources: tuple[Text, ...] = Field(min_length=1)
    names: tuple[dict[Slug | str, Text], ...] = Field(min_length=1)
    brief: Brief
    map: str | None = None
    reasons: tuple[Reason, ...] = ()
    criteria: dict[Slug, Criterion]
    set: SetText = SetText()
    profiles: Profiles

    @property
    def rules(self) -> int:
        """The version of the rules by which it is played."""
        return family(self.game).RULES

    @property
    def everything(self) -> tuple[Any, ...]:
        """All profiles, those to practise on first."""
        return (*self.profiles.practice, *self.profiles.counted)

    def profile(self, name: str) -> Any:
        """Return a profile by its id."""
        found = next((profile for profile in self.everything if profile.id == name), None)
        if found is None:
            known = ", ".join(profile.id for profile in self.everything)
            raise ParleyError(f"{self.exercise} has no profile {name!r:.40}; it has {known}.")
        return found

    @property
    def shares(self) -> dict[str, float]:
        """The share of each part in the mark, where parts do not weigh alike; they add up to 1."""
        return {}

    @property
    def held(self) -> int:
        """How many positions a set that counts holds."""
        return self.set.positions

    def to_come(self, ends: Ends) -> tuple[tuple[str, str], ...]:
        """Return the id and the label of each part that is not open yet."""
        return ()

    def solution(self, profile: str, folder: Path) -> Any:
        """Return what a solver wrote of a profile, from the folder of the exercise's solutions."""
        path = folder / f"{profile}.json.gz"
        if not path.is_file():
            raise ParleyError(
                f"{self.exercise}: profile {profile} has no solution in {folder}. "
                f"Run 'graders solve {self.exercise}'."
            )
        return json.loads(gzip.decompress(path.read_bytes()))

    @abstractmethod
    def numbers(self, profile: Any) -> Any:
        """Return a profile as the game's numbers."""

    def kinds(self, profile: Any) -> list[int]:
        """Return the hidden types of a profile, each as often as its odds say."""
        return [0]

    def possible(self, position: Position) -> list[int]:
        """Return the hidden types of a position, each as often as its odds then say."""
        return [0]

    @abstractmethod
    def deal(
        self, header: Header, profile: Any, hidden: int, part: str, opening: tuple[Any, ...] = ()
    ) -> Any:
        """Return a profile under the relabelling that belongs to a part of an attempt.

        Parameters
        ----------
        header : Header
            Who plays, in which sitting, for which time.
        profile : Profile
            The profile.
        hidden : int
            The type that is really there.
        part : str
            The part of the attempt.
        opening : tuple
            The steps of a position, already taken when the player comes in.

        Returns
        -------
        object
            The family's variant: what the trainee gets.
        """


def spoken(names: Mapping[str, str]) -> dict[str, str]:
    """Return a row of names, and each with a capital for where it begins a sentence.

    Examples
    --------
    >>> spoken({"home": "the mission"})
    {'Home': 'The mission', 'home': 'the mission'}
    """
    return {capital(name): capital(text) for name, text in names.items()} | dict(names)


def unique(what: str, names: list[str]) -> None:
    """Raise a ValueError if a name occurs twice."""
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise ValueError(f"{what} must differ; twice: {', '.join(double)}")


def named_once(criteria: dict[str, Criterion], aspects: Sequence[str]) -> None:
    """Raise a ValueError unless the criteria name each aspect of a move once."""
    named = [move for criterion in criteria.values() for move in criterion.moves]
    if sorted(named) != sorted(aspects):
        raise ValueError(f"criteria must name each of these once: {', '.join(aspects)}")


def frozen(plain: Any) -> Any:
    """Return plain data with its lists as tuples, so that it can be a key."""
    return tuple(frozen(one) for one in plain) if isinstance(plain, list) else plain
