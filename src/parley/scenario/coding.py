"""How a scenario codes what files hold, and the conditions of its rules on it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import (
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from parley.games.casework.engine import Condition, Rule, Value
from parley.scenario.base import Slug, Strict, Text, spoken

Coded = StrictBool | StrictInt | StrictStr
Conditions = dict[Slug, Coded | tuple[StrictInt | StrictStr, ...]]
Place = tuple[str | int, ...]
Fault = tuple[Place, str]
"""What is wrong: the way to its place in the YAML, and a text."""

_COMPARED = re.compile(r"(>=|<=|==|>|<)\s*(-?\d+)")


class FactText(Strict):
    """What a file may hold: yes or no, a whole number, or one of some values.

    Which of these it is shows in ``default``, the value of a file that does not say.
    """

    label: Text
    default: Coded
    unit: Text | None = None
    values: tuple[StrictStr, ...] = ()

    @model_validator(mode="after")
    def _of_one_kind(self) -> "FactText":
        if self.values and self.default not in self.values:
            raise ValueError(f"default is one of {', '.join(self.values)}; got {self.default!r}")
        if len(set(self.values)) != len(self.values):
            raise ValueError("values must differ")
        if isinstance(self.default, str) and len(self.values) < 2:
            raise ValueError("a default in words needs 'values', the two or more that there are")
        if self.unit and (self.values or isinstance(self.default, bool)):
            raise ValueError("only a number has a unit")
        return self

    @property
    def domain(self) -> frozenset[Value]:
        """All values, or nothing for a number."""
        if isinstance(self.default, bool):
            return frozenset((False, True))
        return frozenset(self.values)

    @property
    def takes(self) -> str:
        """What a value may be, in words."""
        if isinstance(self.default, bool):
            return "true or false"
        return f"one of {', '.join(self.values)}" if self.values else "a whole number"

    def fits(self, value: Any) -> bool:
        """Tell whether a value is one that the fact may have."""
        return type(value) is type(self.default) and (not self.values or value in self.values)

    def say(self, value: Value) -> str:
        """Return a value with its label, such as ``Troops: 13,500 soldiers``."""
        if isinstance(value, bool):
            said = "yes" if value else "no"
        else:
            said = f"{value:,}" if isinstance(value, int) else value
        return f"{self.label}: {said}{f' {self.unit}' if self.unit else ''}"


class Breach(Strict):
    """Decisions that break the law where a rule decides, and what is then said."""

    decisions: tuple[Slug, ...] = Field(min_length=1)
    says: Text


class RuleText(Strict):
    """A rule: its card, its text and source, when it holds, and what it decides."""

    id: Slug
    label: Text
    text: Text
    source: Text
    decision: Slug
    when: Conditions = {}
    any: tuple[Conditions, ...] = ()
    breach: Breach | None = None

    @property
    def free(self) -> bool:
        """Whether it holds in every file."""
        return not self.when and not self.any

    def faults(self, facts: Mapping[str, FactText], decisions: Collection[str]) -> Iterator[Fault]:
        """Yield what it names that is not there, and conditions that its facts cannot meet."""
        known = ", ".join(decisions)
        if self.decision not in decisions:
            yield ("decision",), f"rule {self.id}: one of {known}; got {self.decision!r:.40}"
        for name in self.breach.decisions if self.breach else ():
            if name not in decisions or name == self.decision:
                rest = ", ".join(one for one in decisions if one != self.decision)
                yield ("breach", "decisions"), f"rule {self.id}: one of {rest}; got {name!r:.40}"
        for place, some in enumerate(self.any):
            if not some:
                yield ("any", place), f"rule {self.id}: an empty alternative always holds"
        places: list[Place] = [("when",), *(("any", place) for place in range(len(self.any)))]
        for where, some in zip(places, (self.when, *self.any), strict=True):
            for name, raw in some.items():
                for text in _misfit(name, raw, facts):
                    yield (*where, name), f"rule {self.id}: {text}"


def refuse(faults: Iterable[Fault]) -> None:
    """Raise a ValidationError with the place of each fault, if there are any."""
    details = [
        InitErrorDetails(
            type=PydanticCustomError("fault", "{text}", {"text": text}), loc=place, input={}
        )
        for place, text in faults
    ]
    if details:
        raise ValidationError.from_exception_data("scenario", details)


def unnamed(rows: Sequence[Mapping[str, str]], *texts: str) -> Iterator[Fault]:
    """Yield which names in the braces of texts are not in every row of names."""
    for row in map(spoken, rows):
        for text in texts:
            try:
                text.format(**row)
            except (KeyError, IndexError, ValueError) as error:
                yield (), f"{error} stands in braces, but not in every row of 'names'"


def under(where: Place, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield faults with the place of what contains them before their own."""
    return ((where + place, text) for place, text in faults)


def rule_of(rule: RuleText, facts: Mapping[str, FactText]) -> Rule:
    """Return a rule without faults as the engine reads it."""
    either = tuple(conditions(some) for some in rule.any)
    breach = (rule.breach.decisions, rule.breach.says) if rule.breach else ((), "")
    words = (rule.id, rule.label, rule.text, rule.source, rule.decision)
    return Rule(*words, conditions(rule.when), either, *breach)


def coded(
    whose: str, values: Mapping[str, Any], facts: Mapping[str, FactText], field: str = "facts"
) -> Iterator[Fault]:
    """Yield what is wrong with the coded facts of a file, or of what stands in that field."""
    for name, value in values.items():
        if name not in facts:
            yield (field, name), f"{whose}: no such fact; facts are {', '.join(facts)}"
        elif not facts[name].fits(value):
            takes = facts[name].takes
            yield (field, name), f"{whose}: {name} is {takes}; got {value!r:.40}"


def _misfit(name: str, raw: Any, facts: Mapping[str, FactText]) -> Iterator[str]:
    """Yield what is wrong with one condition."""
    if name not in facts:
        yield f"{name} is not declared under 'facts', which has {', '.join(facts)}"
        return
    fact, wanted = facts[name], _condition(name, raw)
    more = "" if fact.domain else ' or a comparison such as ">=9"'
    if wanted.sign and fact.domain:
        yield f"{name} is {fact.takes}, not a number; got {raw!r:.40}"
    elif not wanted.values or not all(map(fact.fits, wanted.values)):
        yield f"{name} is {fact.takes}{more}; got {raw!r:.40}"


def conditions(some: Conditions) -> tuple[Condition, ...]:
    """Return conditions as they stand in YAML as the engine reads them."""
    return tuple(_condition(name, raw) for name, raw in some.items())


def _condition(name: str, raw: Any) -> Condition:
    """Return a condition as it stands in YAML: a value, a list of values, or a comparison."""
    if isinstance(raw, tuple):
        return Condition(name, raw)
    found = _COMPARED.fullmatch(raw) if isinstance(raw, str) else None
    if not found:
        return Condition(name, (raw,))
    sign = "" if found[1] == "==" else found[1]
    return Condition(name, (int(found[2]),), sign)
