"""What public curricula ask, and which objectives of the course answer: ``data/curricula.yaml``.

An item is named by its curriculum and its own id, ``core/1.3``.  An objective *meets* an item if
it teaches the item's subject, and *touches* it if it teaches a neighbour or a part.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pydantic import Field, model_validator
from tools.modules import ROOT, Module

from parley.scenario.base import Slug, Strict, Text, unique
from parley.scenario.source import parse

FILE = ROOT / "data" / "curricula.yaml"


class Item(Strict):
    """One subject that a curriculum names, and the address at which its name was seen."""

    id: Text
    asks: Text
    seen: Text


class Curriculum(Strict):
    """A public curriculum, whom it is for, and what of it was open to read."""

    id: Slug
    title: Text
    for_whom: Text
    read: Text
    sources: tuple[Text, ...] = Field(min_length=1)
    items: tuple[Item, ...] = Field(min_length=1)

    def named(self) -> tuple[str, ...]:
        """Return its items by their full names."""
        return tuple(f"{self.id}/{item.id}" for item in self.items)


class Closed(Strict):
    """A curriculum of which no list of subjects was found open."""

    title: Text
    why: Text
    sources: tuple[Text, ...] = Field(min_length=1)


class Answer(Strict):
    """The items that one objective meets or touches; none, if both are empty."""

    meets: tuple[Text, ...] = ()
    touches: tuple[Text, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.meets, *self.touches)


class Curricula(Strict):
    """The curricula, and what each objective of each module answers."""

    checked: date
    curricula: tuple[Curriculum, ...]
    closed: tuple[Closed, ...]
    objectives: dict[str, dict[str, Answer]]

    @model_validator(mode="after")
    def _names(self) -> "Curricula":
        named = [name for one in self.curricula for name in one.named()]
        unique("items", named)
        for module, answers in self.objectives.items():
            for objective, answer in answers.items():
                for name in answer.items:
                    if name not in named:
                        raise ValueError(f"{module}: {objective!r} names {name!r}, no item here.")
                unique(f"items of {objective!r}", [*answer.items])
        return self

    def answers(self, module: Module) -> tuple[Answer, ...]:
        """Return what each objective of a module answers, in their order.

        Parameters
        ----------
        module : Module
            One whose objectives are all here.

        Returns
        -------
        tuple of Answer
            One for each objective.
        """
        return tuple(self.objectives[module.number][one] for one in module.objectives)


def curricula(path: Path = FILE) -> Curricula:
    """Return what the file says.

    Parameters
    ----------
    path : pathlib.Path
        The file.

    Returns
    -------
    Curricula
        Checked: every item that an objective names is listed.

    Raises
    ------
    parley.errors.ParleyError
        If the file is wrong; the text names the line.
    """
    return parse(Curricula, path)


def unmapped(known: Curricula, modules: Iterable[Module]) -> tuple[str, ...]:
    """Return what stands in only one of the two: an objective of a lesson, or one of the file.

    Parameters
    ----------
    known : Curricula
        What the file says.
    modules : iterable of Module
        What the notebooks say.

    Returns
    -------
    tuple of str
        One line for each; none if every objective is mapped, or said to answer nothing.
    """
    taught = {(one.number, objective) for one in modules for objective in one.objectives}
    kept = {(number, text) for number, answers in known.objectives.items() for text in answers}
    one_sided = sorted(taught ^ kept)
    where = ["the lesson" if pair in taught else FILE.name for pair in one_sided]
    return tuple(
        f"{number}: {text!r} stands only in {place}."
        for (number, text), place in zip(one_sided, where, strict=True)
    )
